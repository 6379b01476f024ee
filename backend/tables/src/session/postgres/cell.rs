//! Cells in PostgreSQL's binary form.

use sea_orm::sqlx::postgres::{PgRow, PgValueFormat};
use sea_orm::sqlx::{Row as _, TypeInfo, ValueRef};
use uuid::Uuid;

use crate::TablesError;
use crate::session::{Cell, Row};

/// Days and microseconds from 1970 to 2000, where PostgreSQL begins to count.
pub(crate) const DAYS_TO_2000: i32 = 10_957;
pub(crate) const MICROS_TO_2000: i64 = 946_684_800_000_000;

impl Row for PgRow {
    fn cell(&self, at: usize) -> Result<Cell<'_>, TablesError> {
        let value = self.try_get_raw(at)?;
        if value.is_null() {
            return Ok(Cell::Null);
        }
        let info = value.type_info();
        let kind = info.oid().map_or(0, |oid| oid.0);
        let name = || info.name().to_owned();
        if value.format() != PgValueFormat::Binary {
            return Err(unreadable(&name()));
        }
        let bytes = value.as_bytes().map_err(|error| TablesError::Internal(error.to_string()))?;
        cell(kind, bytes).ok_or_else(|| unreadable(&name()))
    }
}

fn unreadable(kind: &str) -> TablesError {
    TablesError::Data(format!("a value of the type {kind} can't be read"))
}

/// The cell of a type, by its number in PostgreSQL's catalogue.
fn cell(kind: u32, bytes: &[u8]) -> Option<Cell<'_>> {
    let text = || std::str::from_utf8(bytes).ok();
    Some(match kind {
        16 => Cell::Boolean(*bytes.first()? != 0),
        17 => Cell::Bytes(bytes),
        20 => Cell::Integer(i64::from_be_bytes(bytes.try_into().ok()?)),
        21 => Cell::Integer(i16::from_be_bytes(bytes.try_into().ok()?).into()),
        23 => Cell::Integer(i32::from_be_bytes(bytes.try_into().ok()?).into()),
        18 | 19 | 25 | 1042 | 1043 => Cell::Text(text()?),
        114 => Cell::Json(text()?),
        700 => Cell::Real(f32::from_be_bytes(bytes.try_into().ok()?).into()),
        701 => Cell::Real(f64::from_be_bytes(bytes.try_into().ok()?)),
        1082 => Cell::Date(i32::from_be_bytes(bytes.try_into().ok()?).checked_add(DAYS_TO_2000)?),
        1083 => Cell::Time(i32::try_from(i64::from_be_bytes(bytes.try_into().ok()?) / 1_000_000).ok()?),
        1114 | 1184 => Cell::Moment(i64::from_be_bytes(bytes.try_into().ok()?).checked_add(MICROS_TO_2000)?),
        1700 => decimal(bytes)?,
        2950 => Cell::Uuid(Uuid::from_slice(bytes).ok()?),
        3802 => Cell::Json(std::str::from_utf8(bytes.strip_prefix(&[1])?).ok()?),
        _ => return None,
    })
}

/// A number of groups of four digits: how many, the place of the first, sign, digits behind the point, groups.
fn decimal(bytes: &[u8]) -> Option<Cell<'static>> {
    let word = |at: usize| Some(i16::from_be_bytes(bytes.get(at * 2..at * 2 + 2)?.try_into().ok()?));
    let (groups, weight, sign, scale) = (word(0)?, word(1)?, word(2)? as u16, u8::try_from(word(3)?).ok()?);
    let negative = match sign {
        0x0000 => false,
        0x4000 => true,
        // Not a number, infinity.
        _ => return None,
    };
    let mut digits: i128 = 0;
    for group in 0..groups {
        let value = i128::from(word(4 + usize::try_from(group).ok()?)?);
        let place = 4 * (i32::from(weight) - i32::from(group)) + i32::from(scale);
        let power = 10_i128.checked_pow(place.unsigned_abs())?;
        digits = digits.checked_add(if place >= 0 { value.checked_mul(power)? } else { value / power })?;
    }
    Some(Cell::Decimal { digits: if negative { -digits } else { digits }, scale })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_exactly() {
        let check = |words: &[i16], digits: i128, scale: u8| {
            let bytes: Vec<u8> = words.iter().flat_map(|w| w.to_be_bytes()).collect();
            assert_eq!(cell(1700, &bytes), Some(Cell::Decimal { digits, scale }));
        };
        check(&[0, 0, 0, 2], 0, 2);
        check(&[1, 0, 0, 0, 7], 7, 0);
        check(&[2, 0, 0x4000, 2, 12, 3400], -1234, 2);
        check(&[1, -1, 0, 4, 5], 5, 4);
        check(&[1, 1, 0, 1, 3], 300_000, 1);
        let not_a_number: Vec<u8> = [0_i16, 0, -0x4000, 0].iter().flat_map(|w| w.to_be_bytes()).collect();
        assert_eq!(cell(1700, &not_a_number), None);
    }
}
