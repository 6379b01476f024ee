//! The first look at a query: its length, the depth of its brackets and the number of its tokens, in one pass over
//! the bytes and without memory of its own. Strings and comments don't count.

use super::refused;
use crate::error::{ApiError, Code};
use crate::limits::{BRACKET_DEPTH, QUERY_BYTES, TOKENS};

/// Lets a text pass that can safely be parsed.
pub(super) fn scan(query: &str) -> Result<(), ApiError> {
    if query.len() > QUERY_BYTES {
        return Err(refused(format!("The query is {} bytes long; at most {QUERY_BYTES} are allowed.", query.len())));
    }
    let bytes = query.as_bytes();
    let (mut at, mut depth, mut tokens) = (0_usize, 0_usize, 0_usize);
    while let Some(&byte) = bytes.get(at) {
        let (next, token) = match byte {
            b'#' => (line_end(bytes, at), false),
            b'"' => (string_end(bytes, at)?, true),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-' | b'.' => (word_end(bytes, at), true),
            b' ' | b',' | b'\t' | b'\r' | b'\n' => (at + 1, false),
            _ => (at + 1, true),
        };
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        tokens += usize::from(token);
        if depth > BRACKET_DEPTH {
            return Err(refused(format!("The query nests brackets more than {BRACKET_DEPTH} deep.")));
        }
        if tokens > TOKENS {
            return Err(refused(format!("The query has more than {TOKENS} words and signs.")));
        }
        at = next;
    }
    Ok(())
}

fn line_end(bytes: &[u8], from: usize) -> usize {
    bytes[from..].iter().position(|b| matches!(b, b'\n' | b'\r')).map_or(bytes.len(), |n| from + n)
}

fn word_end(bytes: &[u8], from: usize) -> usize {
    let rest = bytes[from..].iter().position(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.')));
    rest.map_or(bytes.len(), |n| from + n)
}

/// The place behind the string that begins at `from`. A string that doesn't end is refused here: the parser might
/// read the same bytes in another way, and what it took for brackets would not have been counted.
fn string_end(bytes: &[u8], from: usize) -> Result<usize, ApiError> {
    let block = bytes[from..].starts_with(b"\"\"\"");
    let mut at = from + if block { 3 } else { 1 };
    while at < bytes.len() {
        let rest = &bytes[at..];
        match rest[0] {
            b'\\' if block && rest.starts_with(b"\\\"\"\"") => at += 4,
            b'\\' if !block => at += 2,
            b'"' if block && rest.starts_with(b"\"\"\"") => return Ok(at + 3),
            b'"' if !block => return Ok(at + 1),
            b'\n' | b'\r' if !block => break,
            _ => at += 1,
        }
    }
    Err(ApiError::new(Code::GraphqlParseFailed, "The query could not be read: a string doesn't end."))
}
