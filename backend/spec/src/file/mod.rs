//! The design as a file, YAML or JSON, short enough to write by hand.
//!
//! Reading finds all mistakes at once, each with its path and line: those of form (an unknown word, a text where a
//! number belongs) and those that [`crate::validate`] finds. Writing gives a text that reads back as the same design.

mod node;
mod read;
mod read_faults;
mod read_field;
mod read_rows;
mod reader;
mod schema;
mod write;

#[cfg(test)]
mod tests;

pub use schema::json_schema;

use crate::{Design, Violation, validate};

/// The version of the form, written as `dmb: 1`.
pub const VERSION: u64 = 1;
/// Most bytes of a design file.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// The generator whose one text may stand for its parameters, and the parameter that the text is:
/// `{ expression: "a * b" }` is `{ expression: { sql: "a * b" } }`.
const SHORT: (&str, &str) = ("expression", "sql");

/// Reads a design from YAML or JSON and validates it. Else everything that is wrong, each message beginning with its
/// line. Warnings don't keep a design from being read; [`crate::validate`] tells them again.
pub fn from_str(text: &str) -> Result<Design, Vec<Violation>> {
    let root = node::parse(text).map_err(|violation| vec![violation])?;
    let mut reader = reader::Reader::default();
    let design = read::design(&mut reader, &root);
    let violations = reader.finish(validate(&design));
    if violations.is_empty() { Ok(design) } else { Err(violations) }
}

/// Writes a design as YAML.
pub fn to_yaml(design: &Design) -> String {
    // Maps with text keys and JSON values are all it holds, and writing to a text doesn't fail.
    serde_saphyr::to_string(&write::document(design)).unwrap_or_default()
}

/// Writes a design as JSON, in the same form as the YAML.
pub fn to_json(design: &Design) -> String {
    let text = serde_json::to_string_pretty(&write::document(design)).unwrap_or_default();
    // JSON is read as YAML, which wants these escaped. They occur in texts only, where the escape means the same.
    let unprintable = |c: char| matches!(c, '\u{7f}'..='\u{9f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    if !text.contains(unprintable) {
        return text;
    }
    text.chars().map(|c| if unprintable(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() }).collect()
}
