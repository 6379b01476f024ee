//! How values of one type become values of another in PostgreSQL, where that can be said. A cast that fails stops a
//! whole statement there, so every value that may not fit is asked before it is cast.

use super::base_type;
use crate::dialect::Conversion;
use crate::shape::ColumnType as T;

/// A number as people write it, with few enough digits to be cast to a float.
const NUMBER: &str = "^\\s*[-+]?([0-9]{1,100}\\.?[0-9]{0,100}|\\.[0-9]{1,100})([eE][-+]?[0-9]{1,2})?\\s*$";
const WHOLE: &str = "^\\s*[-+]?[0-9]{1,19}\\s*$";
const DATE: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
const CLOCK: &str = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";
const UUID: &str = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";

/// The conversion of `o`. Impossible pairs have a condition that never holds.
pub(super) fn convert(from: T, to: T, o: &str) -> Conversion {
    if same_form(from, to) {
        return always(o.to_owned(), true);
    }
    match to {
        T::Text { .. } => to_text(from, o),
        T::Integer => whole(from, to, o, "-2147483648", "2147483647"),
        T::BigInteger | T::Counter => whole(from, to, o, "-9223372036854775808", "9223372036854775807"),
        T::Float => to_float(from, o),
        T::Decimal { precision, scale } => to_decimal(from, precision, scale, o),
        T::Boolean => to_boolean(from, o),
        T::Date => match from {
            T::Datetime => always(format!("CAST({o} AT TIME ZONE 'UTC' AS date)"), false),
            T::Text { .. } => when(format!("CAST({o} AS date)"), is_date(o), true),
            _ => never(to),
        },
        T::Time => match from {
            T::Datetime => always(format!("CAST(date_trunc('second', {o} AT TIME ZONE 'UTC') AS time)"), false),
            T::Text { .. } => when(format!("CAST({o} AS time)"), format!("{o} ~ '^{CLOCK}$'"), true),
            _ => never(to),
        },
        T::Datetime => to_datetime(from, o),
        T::Uuid => match from {
            T::Text { .. } => when(format!("CAST({o} AS uuid)"), format!("{o} ~ '{UUID}'"), false),
            _ => never(to),
        },
        T::Json => to_json(from, o),
        T::Binary => match from {
            T::Text { .. } | T::Json => always(format!("convert_to(CAST({o} AS text), 'UTF8')"), true),
            _ => never(to),
        },
    }
}

/// Whether a value stays the same. Lengths and ranges are conditions, checked elsewhere.
fn same_form(from: T, to: T) -> bool {
    match (from, to) {
        (T::Text { .. }, T::Text { .. }) => true,
        (T::Integer | T::Counter | T::BigInteger, T::BigInteger | T::Counter) => true,
        (T::Decimal { precision: p, scale: s }, T::Decimal { precision: q, scale: t }) => s == t && q >= p,
        _ => from == to,
    }
}

fn always(value: String, lossless: bool) -> Conversion {
    Conversion { value, possible: None, lossless }
}

/// A value that is only looked at where it is possible.
fn when(value: String, possible: String, lossless: bool) -> Conversion {
    Conversion { value: format!("CASE WHEN {possible} THEN {value} END"), possible: Some(possible), lossless }
}

fn never(to: T) -> Conversion {
    let value = format!("CAST(NULL AS {})", base_type(to));
    Conversion { value, possible: Some("FALSE".to_owned()), lossless: false }
}

/// The value as an exact number, and the condition that it is one.
fn number(from: T, o: &str) -> Option<(String, String)> {
    match from {
        T::Integer | T::BigInteger | T::Counter | T::Decimal { .. } => {
            Some((format!("CAST({o} AS numeric)"), "TRUE".to_owned()))
        }
        T::Float => {
            let finite = format!("{o} NOT IN ('NaN', 'Infinity', '-Infinity')");
            Some((format!("CAST({o} AS numeric)"), finite))
        }
        T::Boolean => Some((format!("CAST(CAST({o} AS integer) AS numeric)"), "TRUE".to_owned())),
        T::Text { .. } => Some((format!("CAST({o} AS numeric)"), format!("{o} ~ '{NUMBER}'"))),
        T::Json => {
            let plain = format!("jsonb_typeof({o}) = 'number' AND CAST({o} AS text) ~ '{NUMBER}'");
            Some((format!("CAST({o} AS numeric)"), plain))
        }
        T::Date | T::Time | T::Datetime | T::Uuid | T::Binary => None,
    }
}

/// A number of which something more has to hold.
fn bounded(value: &str, is_number: &str, bound: &str) -> String {
    format!("CASE WHEN {is_number} THEN {} ELSE FALSE END", bound.replace('#', value))
}

fn to_text(from: T, o: &str) -> Conversion {
    match from {
        T::Datetime => always(format!("CAST({o} AT TIME ZONE 'UTC' AS text)"), true),
        T::Float => always(format!("CAST({o} AS text)"), false),
        T::Binary => always(format!("upper(encode({o}, 'hex'))"), false),
        _ => always(format!("CAST({o} AS text)"), true),
    }
}

fn whole(from: T, to: T, o: &str, least: &str, most: &str) -> Conversion {
    let Some((value, is_number)) = number(from, o) else { return never(to) };
    let is_number = if matches!(from, T::Text { .. }) { format!("{o} ~ '{WHOLE}'") } else { is_number };
    let fits = bounded(&value, &is_number, &format!("# = trunc(#) AND # BETWEEN {least} AND {most}"));
    let lossless = matches!(from, T::Integer | T::BigInteger | T::Counter | T::Boolean);
    when(format!("CAST({value} AS {})", base_type(to)), fits, lossless)
}

fn to_float(from: T, o: &str) -> Conversion {
    let Some((value, is_number)) = number(from, o) else { return never(T::Float) };
    let lossless = matches!(from, T::Integer | T::Boolean);
    when(format!("CAST({value} AS double precision)"), is_number, lossless)
}

fn to_decimal(from: T, precision: u8, scale: u8, o: &str) -> Conversion {
    let Some((value, is_number)) = number(from, o) else { return never(T::Decimal { precision, scale }) };
    let room = precision - scale.min(precision);
    let fits = bounded(&value, &is_number, &format!("abs(round(#, {scale})) < 1e{room}"));
    let lossless = match from {
        T::Integer | T::BigInteger | T::Counter | T::Boolean => true,
        T::Decimal { scale: was, .. } => was <= scale,
        _ => false,
    };
    when(format!("round({value}, {scale})"), fits, lossless)
}

fn to_boolean(from: T, o: &str) -> Conversion {
    match from {
        T::Integer | T::BigInteger | T::Counter => when(format!("{o} = 1"), format!("{o} IN (0, 1)"), true),
        T::Text { .. } | T::Json => {
            let (yes, no) = ("'true', 't', 'yes', 'y', '1'", "'false', 'f', 'no', 'n', '0'");
            let word = format!("lower(trim(CAST({o} AS text)))");
            when(format!("{word} IN ({yes})"), format!("{word} IN ({yes}, {no})"), false)
        }
        _ => never(T::Boolean),
    }
}

/// A text that is a day of the calendar.
fn is_date(o: &str) -> String {
    let part = |from: u8, count: u8| format!("CAST(substr({o}, {from}, {count}) AS integer)");
    let first = format!("make_date(greatest({}, 1), {}, 1)", part(1, 4), part(6, 2));
    let last = format!("extract(day FROM {first} + interval '1 month' - interval '1 day')");
    format!("CASE WHEN {o} ~ '{DATE}' THEN {} > 0 AND {} <= {last} ELSE FALSE END", part(1, 4), part(9, 2))
}

fn to_datetime(from: T, o: &str) -> Conversion {
    match from {
        T::Date => always(format!("(CAST({o} AS timestamp) AT TIME ZONE 'UTC')"), true),
        T::Text { .. } => {
            let day = is_date(&format!("substr({o}, 1, 10)"));
            let clock = format!("substr({o}, 11) ~ '^([ T]{CLOCK}(\\.[0-9]{{6}})?Z?)?$'");
            let value = format!("(CAST(rtrim(replace({o}, 'T', ' '), 'Z') AS timestamp) AT TIME ZONE 'UTC')");
            when(value, format!("({day} AND {clock})"), false)
        }
        _ => never(T::Datetime),
    }
}

fn to_json(from: T, o: &str) -> Conversion {
    match from {
        T::Text { .. } => always(format!("_dmb_json({o})"), false),
        T::Datetime => always(format!("to_jsonb(CAST({o} AT TIME ZONE 'UTC' AS text))"), true),
        T::Date | T::Time | T::Uuid => always(format!("to_jsonb(CAST({o} AS text))"), true),
        T::Integer | T::BigInteger | T::Counter | T::Float | T::Decimal { .. } => {
            always(format!("to_jsonb({o})"), false)
        }
        T::Boolean => always(format!("to_jsonb({o})"), true),
        T::Binary | T::Json => never(T::Json),
    }
}
