//! Bytes as text.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// The text, and the encoding it was in where that was not UTF-8: by its mark, else Windows-1252.
pub(crate) fn decode(bytes: &[u8]) -> (String, Option<&'static str>) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (text.into_owned(), (encoding != UTF_8).then(|| encoding.name()));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), None),
        Err(_) => {
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
            (text.into_owned(), Some(WINDOWS_1252.name()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_seen() {
        assert_eq!(decode("ñandú".as_bytes()), ("ñandú".to_owned(), None));
        assert_eq!(decode(b"\xef\xbb\xbfa"), ("a".to_owned(), None));
        assert_eq!(decode(b"\xf1and\xfa"), ("ñandú".to_owned(), Some("windows-1252")));
        assert_eq!(decode(b"\xff\xfea\0\xf1\0"), ("añ".to_owned(), Some("UTF-16LE")));
    }
}
