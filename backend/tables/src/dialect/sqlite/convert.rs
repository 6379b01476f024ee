//! How values of one type become values of another in SQLite, where that can be said.

use super::EXACT_DIGITS;
use crate::dialect::Conversion;
use crate::shape::ColumnType as T;

/// The conversion of `o`. Impossible pairs have a condition that never holds.
pub(super) fn convert(from: T, to: T, o: &str) -> Conversion {
    if same_form(from, to) {
        return always(o.to_owned(), true);
    }
    match to {
        T::Text { .. } => to_text(from, o),
        T::Integer => whole(from, o, Some(i32::MIN.into()), Some(i32::MAX.into())),
        T::BigInteger | T::Counter => whole(from, o, None, None),
        T::Float => number(from, o, format!("CAST({o} AS REAL)"), "1"),
        T::Decimal { precision, scale } => to_decimal(from, precision, scale, o),
        T::Boolean => to_boolean(from, o),
        T::Date => to_date(from, o),
        T::Time => to_time(from, o),
        T::Datetime => to_datetime(from, o),
        T::Uuid => to_uuid(from, o),
        T::Json => to_json(from, o),
        T::Binary => match from {
            T::Text { .. } | T::Json => always(format!("CAST({o} AS BLOB)"), true),
            _ => never(o),
        },
    }
}

/// Whether a value stays the same bytes. Lengths and ranges are conditions, checked elsewhere.
fn same_form(from: T, to: T) -> bool {
    let wide = |precision: u8| precision > EXACT_DIGITS;
    match (from, to) {
        (T::Text { .. }, T::Text { .. }) => true,
        (T::Integer | T::Counter | T::BigInteger, T::BigInteger | T::Counter) => true,
        (T::Decimal { precision: p, scale: s }, T::Decimal { precision: q, scale: t }) => {
            wide(p) == wide(q) && s == t && q >= p
        }
        _ => from == to,
    }
}

fn always(value: String, lossless: bool) -> Conversion {
    Conversion { value, possible: None, lossless }
}

fn when(value: String, possible: String, lossless: bool) -> Conversion {
    Conversion { value, possible: Some(possible), lossless }
}

fn never(o: &str) -> Conversion {
    when(o.to_owned(), "0".to_owned(), false)
}

fn is_number(o: &str) -> String {
    format!("CASE WHEN json_valid({o}) THEN json_type({o}) IN ('integer', 'real') ELSE 0 END")
}

fn to_text(from: T, o: &str) -> Conversion {
    match from {
        T::Boolean => always(format!("CASE {o} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END"), true),
        T::Decimal { precision, scale } if precision <= EXACT_DIGITS => {
            always(format!("CASE WHEN {o} IS NOT NULL THEN printf('%.{scale}f', {o}) END"), true)
        }
        T::Float => always(format!("CAST({o} AS TEXT)"), false),
        T::Binary => always(format!("hex({o})"), false),
        T::Integer | T::BigInteger | T::Counter => always(format!("CAST({o} AS TEXT)"), true),
        T::Text { .. } | T::Decimal { .. } | T::Date | T::Time | T::Datetime | T::Uuid | T::Json => {
            always(o.to_owned(), true)
        }
    }
}

fn whole(from: T, o: &str, min: Option<i64>, max: Option<i64>) -> Conversion {
    let value = match from {
        T::Text { .. } | T::Json => format!("CAST(trim({o}) AS INTEGER)"),
        _ => format!("CAST({o} AS INTEGER)"),
    };
    let form = match from {
        T::Integer | T::BigInteger | T::Counter | T::Boolean => None,
        T::Text { .. } | T::Json => Some(format!("CAST({value} AS TEXT) = trim({o})")),
        T::Float | T::Decimal { .. } => Some(format!("CAST({o} AS REAL) = {value}")),
        T::Date | T::Time | T::Datetime | T::Uuid | T::Binary => return never(o),
    };
    let range = match (min, max) {
        (Some(min), Some(max)) => Some(format!("{value} BETWEEN {min} AND {max}")),
        _ => None,
    };
    let conditions: Vec<String> = form.into_iter().chain(range).collect();
    let possible = (!conditions.is_empty()).then(|| conditions.join(" AND "));
    Conversion { value, possible, lossless: matches!(from, T::Integer | T::BigInteger | T::Counter | T::Boolean) }
}

/// A conversion of what is a number or a text that says one.
fn number(from: T, o: &str, value: String, condition: &str) -> Conversion {
    match from {
        T::Integer | T::BigInteger | T::Counter | T::Boolean | T::Float | T::Decimal { .. } if condition == "1" => {
            always(value, matches!(from, T::Integer | T::Boolean))
        }
        T::Integer | T::BigInteger | T::Counter | T::Boolean | T::Float | T::Decimal { .. } => {
            when(value, condition.to_owned(), false)
        }
        T::Text { .. } | T::Json => when(value, format!("({}) AND {condition}", is_number(o)), false),
        T::Date | T::Time | T::Datetime | T::Uuid | T::Binary => never(o),
    }
}

fn to_decimal(from: T, precision: u8, scale: u8, o: &str) -> Conversion {
    if let (true, Some(more)) = (precision > EXACT_DIGITS, wider_text(from, precision, scale)) {
        let value = format!("({o} || '{more}')");
        let fits = format!("length(replace(replace({value}, '-', ''), '.', '')) <= {precision}");
        return when(value, fits, true);
    }
    let rounded = format!("round(CAST({o} AS REAL), {scale})");
    let value = if precision > EXACT_DIGITS {
        format!("CASE WHEN {o} IS NOT NULL THEN printf('%.{scale}f', {o}) END")
    } else {
        rounded.clone()
    };
    // The bound is written in scientific form, so that it never reads as a whole number too large.
    let room = format!("abs({rounded}) < 1e{}", precision - scale.min(precision));
    let lossless = match from {
        T::Integer | T::Boolean => true,
        T::Decimal { precision: had, scale: was } => had <= EXACT_DIGITS && was <= scale,
        _ => false,
    };
    Conversion { lossless, ..number(from, o, value, &room) }
}

/// Digits to append so that an exact text of `from` is one of more digits behind the point.
fn wider_text(from: T, precision: u8, scale: u8) -> Option<String> {
    let zeros = |n: u8| "0".repeat(usize::from(n));
    match from {
        T::Integer | T::BigInteger | T::Counter if scale == 0 => Some(String::new()),
        T::Integer | T::BigInteger | T::Counter => Some(format!(".{}", zeros(scale))),
        T::Decimal { precision: had, scale: was }
            if had > EXACT_DIGITS && was <= scale && precision >= had.min(precision) =>
        {
            let point = if was == 0 && scale > 0 { "." } else { "" };
            Some(format!("{point}{}", zeros(scale - was)))
        }
        _ => None,
    }
}

fn to_boolean(from: T, o: &str) -> Conversion {
    match from {
        T::Integer | T::BigInteger | T::Counter => when(o.to_owned(), format!("{o} IN (0, 1)"), true),
        T::Text { .. } | T::Json => {
            let (yes, no) = ("'true', 't', 'yes', 'y', '1'", "'false', 'f', 'no', 'n', '0'");
            let word = format!("lower(trim({o}))");
            let value = format!("CASE WHEN {word} IN ({yes}) THEN 1 WHEN {word} IN ({no}) THEN 0 END");
            when(value, format!("{word} IN ({yes}, {no})"), false)
        }
        _ => never(o),
    }
}

fn to_date(from: T, o: &str) -> Conversion {
    match from {
        T::Datetime => always(format!("substr({o}, 1, 10)"), false),
        T::Text { .. } => when(o.to_owned(), format!("date({o}) IS {o}"), true),
        _ => never(o),
    }
}

fn to_time(from: T, o: &str) -> Conversion {
    match from {
        T::Datetime => always(format!("substr({o}, 12, 8)"), false),
        T::Text { .. } => when(o.to_owned(), format!("time({o}) IS {o}"), true),
        _ => never(o),
    }
}

fn to_datetime(from: T, o: &str) -> Conversion {
    match from {
        T::Date => always(format!("({o} || ' 00:00:00')"), true),
        T::Text { .. } => {
            let plain = format!("rtrim(replace({o}, 'T', ' '), 'Z')");
            let value = format!("CASE WHEN length({o}) = 10 THEN {o} || ' 00:00:00' ELSE {plain} END");
            let good = format!("datetime({value}) IS substr({value}, 1, 19) AND length({value}) IN (19, 26)");
            when(value.clone(), good, false)
        }
        _ => never(o),
    }
}

fn to_uuid(from: T, o: &str) -> Conversion {
    let hex = |n: usize| "[0-9a-fA-F]".repeat(n);
    let pattern = format!("{}-{}-{}-{}-{}", hex(8), hex(4), hex(4), hex(4), hex(12));
    match from {
        T::Text { .. } => when(format!("lower({o})"), format!("{o} GLOB '{pattern}'"), false),
        _ => never(o),
    }
}

fn to_json(from: T, o: &str) -> Conversion {
    match from {
        T::Text { .. } => {
            always(format!("CASE WHEN json_valid({o}) THEN {o} WHEN {o} IS NOT NULL THEN json_quote({o}) END"), false)
        }
        T::Boolean => always(format!("CASE {o} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END"), true),
        T::Integer | T::BigInteger | T::Counter | T::Float => always(format!("CAST({o} AS TEXT)"), false),
        T::Decimal { precision, .. } if precision <= EXACT_DIGITS => always(format!("CAST({o} AS TEXT)"), false),
        T::Decimal { .. } | T::Date | T::Time | T::Datetime | T::Uuid => {
            always(format!("CASE WHEN {o} IS NOT NULL THEN json_quote({o}) END"), true)
        }
        T::Binary | T::Json => never(o),
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;
    use rusqlite::types::Value;

    use super::*;

    /// Converts a value and gives it back, or `None` where the condition says it can't be.
    fn check(from: T, to: T, operand: &str, expect: Option<Value>) {
        let connection = Connection::open_in_memory().unwrap();
        let Conversion { value, possible, .. } = convert(from, to, "o");
        let possible = possible.unwrap_or_else(|| "1".into());
        let sql = format!("SELECT ({possible}), {value} FROM (SELECT {operand} AS o)");
        let (possible, value): (Option<bool>, Value) =
            connection.query_row(&sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        assert_eq!((possible == Some(true)).then_some(value), expect, "{operand}: {from:?} to {to:?}");
    }

    const TEXT: T = T::Text { limit: None };
    const MONEY: T = T::Decimal { precision: 12, scale: 2 };
    const WIDE: T = T::Decimal { precision: 20, scale: 3 };

    fn text(value: &str) -> Option<Value> {
        Some(Value::Text(value.into()))
    }

    #[test]
    fn texts_become_numbers_only_where_they_say_one() {
        check(TEXT, T::Integer, "'42'", Some(Value::Integer(42)));
        check(TEXT, T::Integer, "'4 2'", None);
        check(TEXT, T::Integer, "'1e3'", None);
        check(TEXT, T::Integer, "'3000000000'", None);
        check(TEXT, T::BigInteger, "'3000000000'", Some(Value::Integer(3_000_000_000)));
        check(TEXT, T::Float, "'1e3'", Some(Value::Real(1000.0)));
        check(TEXT, T::Float, "'abc'", None);
        check(TEXT, MONEY, "'12.345'", Some(Value::Real(12.35)));
        check(TEXT, MONEY, "'1e12'", None);
    }

    #[test]
    fn numbers_become_others_only_where_nothing_is_cut() {
        check(T::Float, T::Integer, "2.0", Some(Value::Integer(2)));
        check(T::Float, T::Integer, "2.5", None);
        check(T::BigInteger, T::Integer, "3000000000", None);
        check(T::Integer, WIDE, "7", text("7.000"));
        check(T::BigInteger, WIDE, "999999999999999999", None);
        check(MONEY, TEXT, "12.5", text("12.50"));
        check(T::Integer, T::Boolean, "2", None);
    }

    #[test]
    fn dates_keep_their_form() {
        check(TEXT, T::Date, "'2026-02-29'", None);
        check(TEXT, T::Date, "'2026-02-28'", text("2026-02-28"));
        check(TEXT, T::Date, "'2460000'", None);
        check(TEXT, T::Datetime, "'2026-02-28T10:11:12Z'", text("2026-02-28 10:11:12"));
        check(TEXT, T::Datetime, "'2026-02-28'", text("2026-02-28 00:00:00"));
        check(TEXT, T::Datetime, "'12'", None);
        check(T::Datetime, T::Date, "'2026-02-28 10:11:12'", text("2026-02-28"));
        check(T::Date, T::Integer, "'2026-02-28'", None);
    }

    #[test]
    fn words_become_true_or_false_and_json() {
        check(TEXT, T::Boolean, "'Yes'", Some(Value::Integer(1)));
        check(TEXT, T::Boolean, "'maybe'", None);
        check(T::Boolean, TEXT, "1", text("true"));
        check(TEXT, T::Json, "'{\"a\":1}'", text("{\"a\":1}"));
        check(TEXT, T::Json, "'plain'", text("\"plain\""));
        check(TEXT, T::Uuid, "'0190163D-8694-739B-AEA5-966C26F8AD91'", text("0190163d-8694-739b-aea5-966c26f8ad91"));
        check(TEXT, T::Uuid, "'nope'", None);
    }
}
