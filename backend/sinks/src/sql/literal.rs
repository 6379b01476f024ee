//! Values as literals that read back the same, and that no text can get out of.

use crate::columns::Values;
use crate::digits::{push_date, push_datetime, push_decimal, push_float, push_int, push_time, push_uuid};

use super::dialect::Dialect;

/// A text that the database can't hold.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unfit;

/// Appends a value that is not null. `as_text` writes decimals as texts, where the column holds them so.
pub(super) fn push(
    out: &mut Vec<u8>,
    dialect: Dialect,
    values: Values<'_>,
    row: usize,
    as_text: bool,
) -> Result<(), Unfit> {
    match values {
        Values::Text(texts) => return push_text(out, dialect, texts.value(row)),
        Values::Int32(numbers) => push_int(out, numbers[row]),
        Values::Int64(numbers) => push_int(out, numbers[row]),
        Values::Float(numbers) => push_number(out, dialect, numbers[row]),
        Values::Decimal(numbers, scale) if as_text => quoted(out, |out| push_decimal(out, numbers[row], scale)),
        Values::Decimal(numbers, scale) => push_decimal(out, numbers[row], scale),
        Values::Boolean(truths) => out.extend_from_slice(match (dialect, truths.value(row)) {
            (Dialect::Postgres, true) => b"TRUE",
            (Dialect::Postgres, false) => b"FALSE",
            (_, true) => b"1",
            (_, false) => b"0",
        }),
        Values::Date(days) => quoted(out, |out| push_date(out, days[row])),
        Values::Time(seconds) => quoted(out, |out| push_time(out, seconds[row])),
        Values::Datetime(micros) => quoted(out, |out| {
            push_datetime(out, micros[row], b' ');
            if dialect == Dialect::Postgres {
                out.extend_from_slice(b"+00");
            }
        }),
        Values::Uuid(uuids) => quoted(out, |out| push_uuid(out, uuids.value(row))),
        Values::Binary(bytes) => push_bytes(out, dialect, bytes.value(row)),
    }
    Ok(())
}

fn push_number(out: &mut Vec<u8>, dialect: Dialect, number: f64) {
    match dialect {
        _ if number.is_finite() => push_float(out, number),
        Dialect::Postgres if number.is_nan() => out.extend_from_slice(b"'NaN'"),
        Dialect::Postgres => out.extend_from_slice(if number > 0.0 { b"'Infinity'" } else { b"'-Infinity'" }),
        // The others have no word for what is no number.
        Dialect::Sqlite | Dialect::Mysql => out.extend_from_slice(b"NULL"),
    }
}

/// Appends a text. Clients read scripts line by line, and some drop carriage returns, so these are written otherwise.
fn push_text(out: &mut Vec<u8>, dialect: Dialect, text: &str) -> Result<(), Unfit> {
    let bytes = text.as_bytes();
    match dialect {
        Dialect::Postgres if bytes.contains(&0) => return Err(Unfit),
        Dialect::Postgres if bytes.contains(&b'\r') => {
            out.push(b'E');
            quoted(out, |out| bytes.iter().for_each(|byte| push_escaped(out, *byte)));
        }
        Dialect::Mysql => quoted(out, |out| bytes.iter().for_each(|byte| push_escaped(out, *byte))),
        // SQLite takes a NUL for the end of the script.
        Dialect::Sqlite if bytes.iter().any(|byte| matches!(byte, 0 | b'\r')) => {
            out.extend_from_slice(b"CAST(x'");
            push_hex(out, bytes);
            out.extend_from_slice(b"' AS TEXT)");
        }
        Dialect::Sqlite | Dialect::Postgres => quoted(out, |out| {
            for (n, part) in bytes.split(|byte| *byte == b'\'').enumerate() {
                if n > 0 {
                    out.extend_from_slice(b"''");
                }
                out.extend_from_slice(part);
            }
        }),
    }
    Ok(())
}

/// A byte within quotes where a backslash escapes.
fn push_escaped(out: &mut Vec<u8>, byte: u8) {
    match byte {
        b'\'' => out.extend_from_slice(b"''"),
        b'\\' => out.extend_from_slice(b"\\\\"),
        b'\n' => out.extend_from_slice(b"\\n"),
        b'\r' => out.extend_from_slice(b"\\r"),
        0 => out.extend_from_slice(b"\\0"),
        other => out.push(other),
    }
}

fn push_bytes(out: &mut Vec<u8>, dialect: Dialect, bytes: &[u8]) {
    out.extend_from_slice(if dialect == Dialect::Postgres { b"'\\x" } else { b"x'" });
    push_hex(out, bytes);
    out.push(b'\'');
}

fn push_hex(out: &mut Vec<u8>, bytes: &[u8]) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    for byte in bytes {
        out.extend_from_slice(&[HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
    }
}

fn quoted(out: &mut Vec<u8>, push: impl FnOnce(&mut Vec<u8>)) {
    out.push(b'\'');
    push(out);
    out.push(b'\'');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_gets_out_of_its_quotes() {
        let check = |text: &str, expect: [&str; 3]| {
            for (dialect, expect) in [Dialect::Sqlite, Dialect::Postgres, Dialect::Mysql].into_iter().zip(expect) {
                let mut out = Vec::new();
                push_text(&mut out, dialect, text).unwrap();
                assert_eq!(String::from_utf8(out).unwrap(), expect, "{dialect:?}");
            }
        };
        check("", ["''", "''", "''"]);
        check("'; DROP TABLE x; --", ["'''; DROP TABLE x; --'"; 3]);
        check(r"\'", [r"'\'''", r"'\'''", r"'\\'''"]);
        check("a\nb", ["'a\nb'", "'a\nb'", r"'a\nb'"]);
        check("a\r\\b", ["CAST(x'610d5c62' AS TEXT)", r"E'a\r\\b'", r"'a\r\\b'"]);
    }

    #[test]
    fn a_null_character_is_told_where_there_is_no_way_to_write_it() {
        let mut out = Vec::new();
        assert_eq!(push_text(&mut out, Dialect::Postgres, "a\0b"), Err(Unfit));
        push_text(&mut out, Dialect::Mysql, "a\0b").unwrap();
        assert_eq!(out, br"'a\0b'");
    }
}
