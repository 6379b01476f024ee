//! Expressions of SQL that are plain values, columns, or lengths of columns.

use serde_json::Value;
use sqlparser::ast::{Expr, FunctionArg, FunctionArgExpr, FunctionArguments, ObjectName, UnaryOperator, Value as Sql};

/// Without brackets, casts and collations around it.
pub(super) fn bare(mut expr: &Expr) -> &Expr {
    loop {
        expr = match expr {
            Expr::Nested(inner) => inner,
            Expr::Cast { expr: inner, .. } | Expr::Convert { expr: inner, .. } | Expr::Collate { expr: inner, .. } => {
                inner
            }
            Expr::Prefixed { value, .. } => value,
            Expr::AtTimeZone { timestamp, .. } => timestamp,
            _ => return expr,
        };
    }
}

/// The value that an expression is; `now` for the present moment.
pub(super) fn value(expr: &Expr) -> Option<Value> {
    match bare(expr) {
        Expr::Value(value) => sql_value(&value.value),
        Expr::TypedString(typed) => sql_value(&typed.value.value),
        Expr::UnaryOp { op: UnaryOperator::Minus, expr } => negated(&value(expr)?),
        Expr::UnaryOp { op: UnaryOperator::Plus, expr } => value(expr),
        Expr::Function(function) if is_now(&last_name(&function.name)) => Some("now".into()),
        Expr::Identifier(word) if word.quote_style.is_none() && is_now(&word.value.to_lowercase()) => {
            Some("now".into())
        }
        // SQLite and MySQL take "text" for a text.
        Expr::Identifier(word) if word.quote_style == Some('"') => Some(word.value.as_str().into()),
        _ => None,
    }
}

fn sql_value(value: &Sql) -> Option<Value> {
    Some(match value {
        Sql::Number(digits, _) => number(digits)?,
        Sql::SingleQuotedString(text)
        | Sql::DoubleQuotedString(text)
        | Sql::EscapedStringLiteral(text)
        | Sql::UnicodeStringLiteral(text)
        | Sql::NationalStringLiteral(text)
        | Sql::SingleQuotedByteStringLiteral(text) => text.as_str().into(),
        Sql::DollarQuotedString(quoted) => quoted.value.as_str().into(),
        Sql::Boolean(truth) => (*truth).into(),
        Sql::Null => Value::Null,
        _ => return None,
    })
}

/// A number, whole where it is written so.
pub(super) fn number(digits: &str) -> Option<Value> {
    let digits = digits.trim();
    digits.parse::<i64>().map(Value::from).ok().or_else(|| {
        let number: f64 = digits.parse().ok()?;
        serde_json::Number::from_f64(number).map(Value::Number)
    })
}

fn negated(value: &Value) -> Option<Value> {
    match value.as_i64() {
        Some(number) => number.checked_neg().map(Value::from),
        None => serde_json::Number::from_f64(-value.as_f64()?).map(Value::Number),
    }
}

fn is_now(name: &str) -> bool {
    [
        "now",
        "current_timestamp",
        "current_date",
        "current_time",
        "localtimestamp",
        "localtime",
        "getdate",
        "sysdate",
        "curdate",
        "curtime",
        "utc_timestamp",
        "transaction_timestamp",
        "statement_timestamp",
        "clock_timestamp",
    ]
    .contains(&name)
}

/// The last part of a name, in small letters, without quotes.
pub(super) fn last_name(name: &ObjectName) -> String {
    name.0.last().and_then(|part| part.as_ident()).map(|part| part.value.to_lowercase()).unwrap_or_default()
}

/// The column an expression is.
pub(super) fn column(expr: &Expr) -> Option<&str> {
    match bare(expr) {
        Expr::Identifier(name) => Some(&name.value),
        Expr::CompoundIdentifier(parts) => parts.last().map(|name| name.value.as_str()),
        _ => None,
    }
}

/// The only argument of a call, with the function's name in small letters.
pub(super) fn call(expr: &Expr) -> Option<(String, &Expr)> {
    match bare(expr) {
        Expr::Function(function) => {
            let FunctionArguments::List(list) = &function.args else { return None };
            match list.args.as_slice() {
                [FunctionArg::Unnamed(FunctionArgExpr::Expr(only))] => Some((last_name(&function.name), only)),
                _ => None,
            }
        }
        Expr::Trim { expr, trim_what: None, .. } => Some(("trim".to_owned(), expr)),
        _ => None,
    }
}

/// The column whose length in characters an expression is.
pub(super) fn length_of(expr: &Expr) -> Option<&str> {
    let (name, argument) = call(expr)?;
    let measures = ["length", "char_length", "character_length", "len"].contains(&name.as_str());
    let inner = match call(argument) {
        Some((name, inner)) if name == "trim" || name == "btrim" => inner,
        _ => argument,
    };
    measures.then(|| column(inner)).flatten()
}
