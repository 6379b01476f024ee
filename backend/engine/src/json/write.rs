//! Cells as JSON text, appended to a buffer without a value made in between.
//!
//! Numbers are JSON numbers with all their digits, moments RFC 3339 in UTC, UUIDs their usual text, bytes Base64, JSON
//! itself; null is null.

use dmb_spec::FieldType;
use serde::de::IgnoredAny;

use crate::columns::{Column, Values};
use crate::digits::{
    push_base64, push_bytes, push_date, push_datetime, push_decimal, push_float, push_int, push_time, push_uuid,
};

/// Bytes looked at together: no early exit within a part, so that many are compared at once.
const PART: usize = 4_096;

/// A column made ready to be written cell by cell.
pub struct Cells<'a> {
    column: Column<'a>,
    form: Form,
}

/// How the texts of a column are written.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    /// They are JSON.
    Raw,
    /// They should be JSON; each is looked at.
    Unsure,
    /// None holds anything that must be escaped.
    Plain,
    /// Each is looked at.
    Text,
}

impl<'a> Cells<'a> {
    /// The cells of a column whose field has this type, which tells JSON from other text.
    pub fn new(column: Column<'a>, field_type: FieldType) -> Self {
        let form = match column.values() {
            _ if field_type == FieldType::Json => Form::Raw,
            Values::Text(texts) => {
                let offsets = texts.value_offsets();
                let (first, last) = (offsets[0] as usize, offsets[offsets.len() - 1] as usize);
                if is_plain(&texts.value_data()[first..last]) { Form::Plain } else { Form::Text }
            }
            _ => Form::Plain,
        };
        Self { column, form }
    }

    /// The same for a column from elsewhere: what should be JSON and is not is written as a text.
    pub fn checked(column: Column<'a>, field_type: FieldType) -> Self {
        let cells = Self::new(column, field_type);
        Self { form: if cells.form == Form::Raw { Form::Unsure } else { cells.form }, ..cells }
    }

    /// About how many bytes a cell takes.
    pub fn width(&self) -> usize {
        self.column.text_width() + 2
    }

    /// Whether a cell is null.
    #[inline]
    pub fn is_null(&self, row: usize) -> bool {
        self.column.at(row).is_none()
    }

    /// Appends a cell.
    #[inline]
    pub fn push(&self, out: &mut Vec<u8>, row: usize) {
        let Some(values) = self.column.at(row) else { return out.extend_from_slice(b"null") };
        match values {
            Values::Text(texts) => match self.form {
                Form::Raw => push_raw(out, texts.value(row)),
                Form::Unsure if is_json(texts.value(row)) => push_raw(out, texts.value(row)),
                Form::Plain => quoted(out, |out| push_bytes(out, texts.value(row).as_bytes())),
                Form::Unsure | Form::Text => push_text(out, texts.value(row)),
            },
            Values::Int32(numbers) => push_int(out, numbers[row]),
            Values::Int64(numbers) => push_int(out, numbers[row]),
            Values::Float(numbers) if numbers[row].is_finite() => push_float(out, numbers[row]),
            // JSON has no word for what is no number.
            Values::Float(_) => out.extend_from_slice(b"null"),
            Values::Decimal(numbers, scale) => push_decimal(out, numbers[row], scale),
            Values::Boolean(values) => out.extend_from_slice(if values.value(row) { b"true" } else { b"false" }),
            Values::Date(days) => quoted(out, |out| push_date(out, days[row])),
            Values::Time(seconds) => quoted(out, |out| push_time(out, seconds[row])),
            Values::Datetime(micros) => quoted(out, |out| {
                push_datetime(out, micros[row], b'T');
                out.push(b'Z');
            }),
            Values::Uuid(values) => quoted(out, |out| push_uuid(out, values.value(row))),
            Values::Binary(values) => quoted(out, |out| push_base64(out, values.value(row))),
        }
    }
}

#[inline]
fn quoted(out: &mut Vec<u8>, push: impl FnOnce(&mut Vec<u8>)) {
    out.push(b'"');
    push(out);
    out.push(b'"');
}

/// Appends a text as a JSON string.
pub fn push_text(out: &mut Vec<u8>, text: &str) {
    quoted(out, |out| {
        let mut rest = text.as_bytes();
        while let Some(at) = rest.iter().position(|byte| is_special(*byte)) {
            out.extend_from_slice(&rest[..at]);
            push_escaped(out, rest[at]);
            rest = &rest[at + 1..];
        }
        out.extend_from_slice(rest);
    });
}

/// Appends what is JSON already, on one line: outside of strings, line ends are as good as spaces, and within them there
/// are none.
fn push_raw(out: &mut Vec<u8>, json: &str) {
    let start = out.len();
    out.extend_from_slice(json.as_bytes());
    if json.bytes().fold(false, |found, byte| found | (byte < b' ')) {
        out[start..].iter_mut().filter(|byte| **byte < b' ').for_each(|byte| *byte = b' ');
    }
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

fn push_escaped(out: &mut Vec<u8>, byte: u8) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    match byte {
        b'"' | b'\\' => out.extend_from_slice(&[b'\\', byte]),
        b'\n' => out.extend_from_slice(b"\\n"),
        b'\r' => out.extend_from_slice(b"\\r"),
        b'\t' => out.extend_from_slice(b"\\t"),
        _ => {
            out.extend_from_slice(b"\\u00");
            out.extend_from_slice(&[HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
        }
    }
}

fn is_plain(bytes: &[u8]) -> bool {
    !bytes.chunks(PART).any(|part| part.iter().fold(false, |found, byte| found | is_special(*byte)))
}

/// Whether a byte of a text must be escaped.
#[inline]
fn is_special(byte: u8) -> bool {
    (byte < b' ') | (byte == b'"') | (byte == b'\\')
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::{ArrayRef, Decimal128Array, Float64Array, Int64Array, StringArray};
    use serde_json::Value;

    use super::*;

    fn written(array: ArrayRef, field_type: FieldType) -> Vec<String> {
        let cells = Cells::new(Column::of(array.as_ref()).unwrap(), field_type);
        let cell = |row| {
            let mut out = Vec::new();
            cells.push(&mut out, row);
            String::from_utf8(out).unwrap()
        };
        (0..array.len()).map(cell).collect()
    }

    #[test]
    fn numbers_keep_all_their_digits() {
        let decimals = Decimal128Array::from(vec![-5, 12_345]).with_precision_and_scale(38, 4).unwrap();
        assert_eq!(written(Arc::new(decimals), FieldType::Decimal), ["-0.0005", "1.2345"]);
        let numbers = Int64Array::from(vec![Some(i64::MIN), None]);
        assert_eq!(written(Arc::new(numbers), FieldType::BigInteger), ["-9223372036854775808", "null"]);
        let floats = Float64Array::from(vec![0.1, 1e300, f64::NAN, f64::INFINITY]);
        assert_eq!(written(Arc::new(floats), FieldType::Float), ["0.1", "1e300", "null", "null"]);
    }

    #[test]
    fn any_text_reads_back_the_same() {
        let all: String = (0..0x250_u32).filter_map(char::from_u32).chain("😀\u{2028}".chars()).collect();
        for texts in [vec!["plain", "ñandú 😀"], vec!["a \"b\" \\ c", &all, ""]] {
            let array: ArrayRef = Arc::new(StringArray::from(texts.clone()));
            let read: Vec<Value> =
                written(array, FieldType::Text).iter().map(|text| serde_json::from_str(text).unwrap()).collect();
            assert_eq!(read, texts);
        }
    }

    #[test]
    fn json_stands_as_it_is_on_one_line() {
        let array: ArrayRef = Arc::new(StringArray::from(vec![r#"{"a":[1,"x"]}"#, "{\n\t\"a\": \"b\\n\"\r\n}"]));
        assert_eq!(written(array, FieldType::Json), [r#"{"a":[1,"x"]}"#, r#"{  "a": "b\n"  }"#]);
    }

    #[test]
    fn what_is_no_json_after_all_is_a_text() {
        let array = StringArray::from(vec!["[1]", "{\"a\":", ""]);
        let cells = Cells::checked(Column::of(&array).unwrap(), FieldType::Json);
        let mut out = Vec::new();
        (0..3).for_each(|row| cells.push(&mut out, row));
        assert_eq!(String::from_utf8(out).unwrap(), r#"[1]"{\"a\":""""#);
    }
}
