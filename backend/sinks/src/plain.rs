//! A value as plain text, the same in every format for people: moments RFC 3339 in UTC, bytes Base64.

use crate::columns::Values;
use crate::digits::{push_base64, push_date, push_datetime, push_decimal, push_float, push_int, push_time, push_uuid};

/// Appends a value that is not null, with nothing escaped.
#[inline]
pub(crate) fn push(out: &mut Vec<u8>, values: Values<'_>, row: usize) {
    match values {
        Values::Text(texts) => out.extend_from_slice(texts.value(row).as_bytes()),
        Values::Int32(numbers) => push_int(out, numbers[row]),
        Values::Int64(numbers) => push_int(out, numbers[row]),
        Values::Float(numbers) => push_float(out, numbers[row]),
        Values::Decimal(numbers, scale) => push_decimal(out, numbers[row], scale),
        Values::Boolean(values) => out.extend_from_slice(if values.value(row) { b"true" } else { b"false" }),
        Values::Date(days) => push_date(out, days[row]),
        Values::Time(seconds) => push_time(out, seconds[row]),
        Values::Datetime(micros) => {
            push_datetime(out, micros[row], b'T');
            out.push(b'Z');
        }
        Values::Uuid(values) => push_uuid(out, values.value(row)),
        Values::Binary(values) => push_base64(out, values.value(row)),
    }
}
