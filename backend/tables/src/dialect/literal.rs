//! Values that stand in the text of a statement: defaults and bounds. Bound parameters can't be used there.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Days, NaiveTime, Timelike, Utc};
use dmb_spec::time::{self, Moment};
use serde_json::Value;

use crate::shape::ColumnType;

/// A value, in the form the database holds it.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// Text of any characters.
    Text(String),
    /// Whole number.
    Integer(i64),
    /// Number of digits, a point and a sign only; or a float in scientific form.
    Number(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// The date, the time or the moment of writing, as the column's type is.
    Now(ColumnType),
}

impl Literal {
    /// The default of a column; `None` where the value does not fit the type.
    pub(crate) fn of_default(column_type: ColumnType, value: &Value) -> Option<Self> {
        let now = matches!(column_type, ColumnType::Date | ColumnType::Time | ColumnType::Datetime);
        if now && value.as_str().is_some_and(|t| t.trim() == "now") {
            return Some(Self::Now(column_type));
        }
        match column_type {
            ColumnType::Text { .. } => Some(Self::Text(value.as_str()?.to_owned())),
            ColumnType::Boolean => Some(Self::Integer(i64::from(value.as_bool()?))),
            ColumnType::Uuid => Some(Self::Text(uuid::Uuid::try_parse(value.as_str()?).ok()?.hyphenated().to_string())),
            ColumnType::Json => Some(Self::Text(value.to_string())),
            ColumnType::Binary => Some(Self::Bytes(STANDARD.decode(value.as_str()?).ok()?)),
            _ => Self::of_bound(column_type, value),
        }
    }

    /// A value that others are compared with; `None` where it does not fit the type, or depends on what "now" is.
    pub(crate) fn of_bound(column_type: ColumnType, value: &Value) -> Option<Self> {
        match column_type {
            ColumnType::Integer | ColumnType::BigInteger | ColumnType::Counter => {
                Some(Self::Integer(value.as_i64().or_else(|| value.as_str()?.parse().ok()).or_else(|| whole(value))?))
            }
            ColumnType::Float => Some(Self::Number(float(value.as_f64().filter(|n| n.is_finite())?))),
            ColumnType::Decimal { precision, scale } => {
                let text = decimal(value, scale)?;
                Some(if precision > 15 { Self::Text(text) } else { Self::Number(text) })
            }
            ColumnType::Date => Some(Self::Text(date_text(moment(value)?))),
            ColumnType::Datetime => Some(Self::Text(datetime_text(moment(value)?))),
            ColumnType::Time => Some(Self::Text(time_text(time::parse_time(value.as_str()?)?))),
            ColumnType::Uuid => Some(Self::Text(uuid::Uuid::try_parse(value.as_str()?).ok()?.hyphenated().to_string())),
            ColumnType::Text { .. } => Some(Self::Text(value.as_str()?.to_owned())),
            ColumnType::Boolean | ColumnType::Json | ColumnType::Binary => None,
        }
    }

    /// The first moment after the day, where the upper bound of a moment is given as a day.
    pub(crate) fn end_of_day(column_type: ColumnType, value: &Value) -> Option<Self> {
        let day = time::parse_date(value.as_str()?.trim()).filter(|_| column_type == ColumnType::Datetime)?;
        let next = day.checked_add_days(Days::new(1))?;
        Some(Self::Text(datetime_text(next.and_time(NaiveTime::MIN).and_utc())))
    }
}

/// A date as it is held.
pub(crate) fn date_text(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d").to_string()
}

/// A moment as it is held: to the second, with six more digits where it has a fraction.
pub(crate) fn datetime_text(at: DateTime<Utc>) -> String {
    let pattern = if at.timestamp_subsec_micros() == 0 { "%Y-%m-%d %H:%M:%S" } else { "%Y-%m-%d %H:%M:%S%.6f" };
    at.format(pattern).to_string()
}

/// A time of day as it is held.
pub(crate) fn time_text(at: NaiveTime) -> String {
    format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second())
}

/// A decimal as text with exactly `scale` digits behind the point; `None` where it is no number or has more digits.
pub(crate) fn decimal(value: &Value, scale: u8) -> Option<String> {
    let text = match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) if number.is_f64() => format!("{}", number.as_f64()?),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.as_str()),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    if fraction.len() > usize::from(scale) {
        return None;
    }
    let whole = if whole.is_empty() { "0" } else { whole };
    let sign = if whole == "0" && fraction.is_empty() { "" } else { sign };
    let width = usize::from(scale);
    Some(if scale == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction:0<width$}") })
}

/// A whole number of the smallest unit as a decimal: `-1234` with 2 is `-12.34`.
pub(crate) fn digits_text(value: i128, scale: u8) -> String {
    let width = usize::from(scale);
    let digits = format!("{:0>least$}", value.unsigned_abs(), least = width + 1);
    let (whole, fraction) = digits.split_at(digits.len() - width);
    let sign = if value < 0 { "-" } else { "" };
    if width == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

fn whole(value: &Value) -> Option<i64> {
    let number = value.as_f64().filter(|n| n.fract() == 0.0 && n.abs() < 9e15)?;
    Some(number as i64)
}

/// A float that a database reads back to the same bits.
fn float(number: f64) -> String {
    format!("{number:e}")
}

fn moment(value: &Value) -> Option<DateTime<Utc>> {
    match time::parse_moment(value.as_str()?)? {
        Moment::At(at) => Some(at),
        Moment::FromNow(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn decimals_take_the_scale() {
        let check = |value: Value, scale: u8, expect: Option<&str>| {
            assert_eq!(decimal(&value, scale).as_deref(), expect, "{value} with {scale}");
        };
        check(json!(12.5), 2, Some("12.50"));
        check(json!("-0.10"), 1, Some("-0.1"));
        check(json!("007"), 0, Some("7"));
        check(json!("-0.00"), 2, Some("0.00"));
        check(json!("12345678901234567890.5"), 1, Some("12345678901234567890.5"));
        check(json!("1.23"), 1, None);
        check(json!("1e3"), 1, None);
        check(json!("."), 1, None);
        check(json!("1; DROP"), 1, None);
    }

    #[test]
    fn bounds_that_depend_on_now_are_left_out() {
        assert_eq!(Literal::of_bound(ColumnType::Date, &json!("-2y")), None);
        assert_eq!(Literal::of_bound(ColumnType::Date, &json!("now")), None);
        let fixed = Literal::of_bound(ColumnType::Datetime, &json!("2026-01-31T10:00:00+02:00"));
        assert_eq!(fixed, Some(Literal::Text("2026-01-31 08:00:00".into())));
    }

    #[test]
    fn a_day_as_upper_bound_of_moments_includes_the_day() {
        let end = Literal::end_of_day(ColumnType::Datetime, &json!("2025-12-31"));
        assert_eq!(end, Some(Literal::Text("2026-01-01 00:00:00".into())));
        assert_eq!(Literal::end_of_day(ColumnType::Date, &json!("2025-12-31")), None);
    }

    #[test]
    fn now_can_be_a_default() {
        assert_eq!(Literal::of_default(ColumnType::Date, &json!("now")), Some(Literal::Now(ColumnType::Date)));
        assert_eq!(Literal::of_default(ColumnType::Integer, &json!("now")), None);
    }
}
