//! CHECK constraints of simple forms as constraints of fields: bounds, lists of values, lengths, patterns.

use dmb_spec::{FieldType, time};
use serde_json::{Value, json};
use sqlparser::ast::{BinaryOperator as Op, Expr};

use super::literals::{bare, call, column, length_of, value};
use crate::raw::{RawColumn, generator, whole_pattern};

/// What a check asks of one column.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Rule {
    /// At least this; above it where exclusive.
    Min(Value, bool),
    /// At most this; below it where exclusive.
    Max(Value, bool),
    /// One of these.
    OneOf(Vec<Value>),
    MinLength(i64),
    MaxLength(i64),
    /// The whole value matches.
    Pattern(String),
    NotNull,
    Json,
}

/// A rule with the column that it is for.
pub(super) type ColumnRule = (String, Rule);

/// The rules that a check stands for, each of them to hold; or the part of it that is none, as it is written.
pub(super) fn rules(check: &Expr) -> Vec<Result<ColumnRule, String>> {
    match bare(check) {
        Expr::BinaryOp { left, op: Op::And, right } => {
            let mut all = rules(left);
            all.extend(rules(right));
            all
        }
        Expr::Between { expr, negated: false, low, high } => {
            match (column(expr), length_of(expr), value(low), value(high)) {
                (Some(name), _, Some(low), Some(high)) => {
                    vec![Ok((name.to_owned(), Rule::Min(low, false))), Ok((name.to_owned(), Rule::Max(high, false)))]
                }
                (None, Some(name), Some(low), Some(high)) => match (low.as_i64(), high.as_i64()) {
                    (Some(low), Some(high)) => {
                        vec![Ok((name.to_owned(), Rule::MinLength(low))), Ok((name.to_owned(), Rule::MaxLength(high)))]
                    }
                    _ => vec![Err(check.to_string())],
                },
                _ => vec![Err(check.to_string())],
            }
        }
        other => vec![rule(other).ok_or_else(|| check.to_string())],
    }
}

fn rule(check: &Expr) -> Option<ColumnRule> {
    match check {
        Expr::BinaryOp { left, op: Op::Or, right } => either(left, right),
        Expr::BinaryOp { left, op, right } => compared(left, op, right),
        Expr::InList { expr, list, negated: false } => one_of(expr, list),
        Expr::AnyOp { left, compare_op: Op::Eq, right, .. } => match bare(right) {
            Expr::Array(array) => one_of(left, &array.elem),
            _ => None,
        },
        Expr::IsNotNull(inner) => Some((column(inner)?.to_owned(), Rule::NotNull)),
        Expr::RLike { negated: false, expr, pattern, .. } => {
            Some((column(expr)?.to_owned(), Rule::Pattern(whole_pattern(value(pattern)?.as_str()?))))
        }
        Expr::Function(_) => {
            let (name, argument) = call(check)?;
            (name == "json_valid").then_some(())?;
            Some((column(argument)?.to_owned(), Rule::Json))
        }
        _ => None,
    }
}

/// `a = 1 OR a = 2`, and `a IS NULL OR …`, which nulls keep anyway.
fn either(left: &Expr, right: &Expr) -> Option<ColumnRule> {
    for (null, other) in [(left, right), (right, left)] {
        if let Expr::IsNull(inner) = bare(null) {
            let mut rules = rules(other);
            let only = (rules.len() == 1).then(|| rules.remove(0))?.ok()?;
            return (Some(only.0.as_str()) == column(inner)).then_some(only);
        }
    }
    match (rule(bare(left))?, rule(bare(right))?) {
        ((a, Rule::OneOf(mut some)), (b, Rule::OneOf(more))) if a == b => {
            some.extend(more);
            Some((a, Rule::OneOf(some)))
        }
        _ => None,
    }
}

fn one_of(expr: &Expr, list: &[Expr]) -> Option<ColumnRule> {
    let name = column(expr)?;
    let values = list.iter().map(value).collect::<Option<Vec<_>>>()?;
    Some((name.to_owned(), Rule::OneOf(values)))
}

fn compared(left: &Expr, op: &Op, right: &Expr) -> Option<ColumnRule> {
    if let (Op::PGRegexMatch | Op::Regexp, Some(name)) = (op, column(left)) {
        return Some((name.to_owned(), Rule::Pattern(whole_pattern(value(right)?.as_str()?))));
    }
    // `0 < a` is `a > 0`.
    let (subject, op, bound) = match value(right) {
        Some(bound) => (left, op.clone(), bound),
        None => (right, turned(op)?, value(left)?),
    };
    if let Some(name) = length_of(subject) {
        let length = bound.as_i64()?;
        let rule = match op {
            Op::Gt => Rule::MinLength(length.checked_add(1)?),
            Op::GtEq => Rule::MinLength(length),
            Op::Lt => Rule::MaxLength(length.checked_sub(1)?),
            Op::LtEq => Rule::MaxLength(length),
            _ => return None,
        };
        return Some((name.to_owned(), rule));
    }
    let name = column(subject)?.to_owned();
    let rule = match op {
        Op::Gt => Rule::Min(bound, true),
        Op::GtEq => Rule::Min(bound, false),
        Op::Lt => Rule::Max(bound, true),
        Op::LtEq => Rule::Max(bound, false),
        Op::Eq => Rule::OneOf(vec![bound]),
        Op::NotEq if bound == "" => Rule::MinLength(1),
        _ => return None,
    };
    Some((name, rule))
}

fn turned(op: &Op) -> Option<Op> {
    Some(match op {
        Op::Gt => Op::Lt,
        Op::GtEq => Op::LtEq,
        Op::Lt => Op::Gt,
        Op::LtEq => Op::GtEq,
        Op::Eq => Op::Eq,
        _ => return None,
    })
}

/// Puts a rule on its column. `false`: the column's type has no room for it.
pub(super) fn apply(rule: Rule, column: &mut RawColumn) -> bool {
    match rule {
        Rule::Min(bound, exclusive) => {
            let Some(bound) = bound_of(column, &bound, exclusive, true) else { return false };
            let known = column.constraints.min.take();
            column.constraints.min = Some(tighter(known, bound, true));
        }
        Rule::Max(bound, exclusive) => {
            let Some(bound) = bound_of(column, &bound, exclusive, false) else { return false };
            let known = column.constraints.max.take();
            column.constraints.max = Some(tighter(known, bound, false));
        }
        Rule::OneOf(values) => return choices(column, &values),
        Rule::MinLength(length) => {
            if !column.field_type.is_text() {
                return false;
            }
            column.constraints.min_length = u32::try_from(length).ok().filter(|length| *length > 0);
        }
        Rule::MaxLength(length) => {
            if !column.field_type.is_text() {
                return false;
            }
            let told = u32::try_from(length).ok().filter(|length| *length > 0);
            column.constraints.max_length = match (told, column.constraints.max_length) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        }
        Rule::Pattern(pattern) => {
            if !column.field_type.is_text() {
                return false;
            }
            column.constraints.pattern = Some(pattern);
        }
        Rule::NotNull => column.nullable = false,
        Rule::Json => {
            column.field_type = FieldType::Json;
            column.constraints = dmb_spec::Constraints::default();
        }
    }
    true
}

/// A bound in the form of the column's type, with what is excluded left out.
fn bound_of(column: &RawColumn, bound: &Value, exclusive: bool, lower: bool) -> Option<Value> {
    let step = |by: f64| if lower { by } else { -by };
    match column.field_type {
        FieldType::Integer | FieldType::BigInteger => {
            let number = bound.as_i64().or_else(|| {
                let number = bound.as_f64()?;
                Some(if lower { number.ceil() } else { number.floor() } as i64)
            })?;
            let whole = bound.as_f64().is_some_and(|number| number.fract() == 0.0);
            Some(if exclusive && whole { number.checked_add(step(1.0) as i64)?.into() } else { number.into() })
        }
        FieldType::Decimal if exclusive => {
            let (_, scale) = column.constraints.decimal();
            let factor = 10_f64.powi(i32::from(scale));
            let stepped = (bound.as_f64()? * factor).round() + step(1.0);
            Some(json!(stepped / factor))
        }
        FieldType::Float if exclusive => {
            let number = bound.as_f64()?;
            Some(json!(if lower { number.next_up() } else { number.next_down() }))
        }
        FieldType::Decimal | FieldType::Float => bound.as_f64().map(|_| bound.clone()),
        FieldType::Date | FieldType::Datetime => time::parse_moment(bound.as_str()?).map(|_| bound.clone()),
        FieldType::Time => time::parse_time(bound.as_str()?).map(|_| bound.clone()),
        _ => None,
    }
}

fn tighter(known: Option<Value>, bound: Value, lower: bool) -> Value {
    match known {
        Some(known) => match (known.as_f64(), bound.as_f64()) {
            (Some(a), Some(b)) if (a > b) == lower => known,
            _ => bound,
        },
        None => bound,
    }
}

fn choices(column: &mut RawColumn, values: &[Value]) -> bool {
    match column.field_type {
        FieldType::String | FieldType::Text | FieldType::Enum => {
            let texts: Option<Vec<String>> = values.iter().map(|v| v.as_str().map(str::to_owned)).collect();
            let Some(mut texts) = texts.filter(|texts| !texts.is_empty()) else { return false };
            let mut seen = std::collections::HashSet::new();
            texts.retain(|text| !text.trim().is_empty() && seen.insert(text.clone()));
            column.field_type = FieldType::Enum;
            column.constraints = dmb_spec::Constraints { choices: Some(texts), ..Default::default() };
            true
        }
        FieldType::Boolean => true,
        FieldType::Integer | FieldType::BigInteger => {
            let numbers: Option<Vec<i64>> = values.iter().map(Value::as_i64).collect();
            let Some(mut numbers) = numbers.filter(|numbers| !numbers.is_empty()) else { return false };
            numbers.sort_unstable();
            numbers.dedup();
            let (low, high) = (numbers[0], numbers[numbers.len() - 1]);
            column.constraints.min = Some(low.into());
            column.constraints.max = Some(high.into());
            let gaps = high.checked_sub(low).is_none_or(|span| span as usize + 1 != numbers.len());
            if gaps {
                column.generator = Some(generator("choice", json!({ "values": numbers })));
            }
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use sqlparser::dialect::PostgreSqlDialect;
    use sqlparser::parser::Parser;

    use super::*;

    fn check(sql: &str, expect: &[Result<(&str, Rule), &str>]) {
        let expr = Parser::new(&PostgreSqlDialect {}).try_with_sql(sql).unwrap().parse_expr().unwrap();
        let found = rules(&expr);
        let expect: Vec<_> =
            expect.iter().cloned().map(|rule| rule.map(|(c, r)| (c.to_owned(), r)).map_err(str::to_owned)).collect();
        assert_eq!(found, expect, "{sql}");
    }

    #[test]
    fn simple_forms_are_understood() {
        check("a >= 0", &[Ok(("a", Rule::Min(0.into(), false)))]);
        check("(0 < a) AND a < 1.5", &[Ok(("a", Rule::Min(0.into(), true))), Ok(("a", Rule::Max(json!(1.5), true)))]);
        check("a BETWEEN 1 AND -2", &[Ok(("a", Rule::Min(1.into(), false))), Ok(("a", Rule::Max((-2).into(), false)))]);
        let texts = Rule::OneOf(vec!["x".into(), "y".into()]);
        check("a IN ('x', 'y')", &[Ok(("a", texts.clone()))]);
        check("a = 'x' OR a = 'y'", &[Ok(("a", texts.clone()))]);
        check("a IS NULL OR a IN ('x', 'y')", &[Ok(("a", texts.clone()))]);
        check(
            "((a)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]))",
            &[Ok(("a", texts))],
        );
        check("char_length(trim(a)) > 2", &[Ok(("a", Rule::MinLength(3)))]);
        check("a ~ '^[A-Z]+$'", &[Ok(("a", Rule::Pattern("[A-Z]+".into())))]);
        check("a <> ''", &[Ok(("a", Rule::MinLength(1)))]);
        check("born > DATE '1900-01-01'", &[Ok(("born", Rule::Min("1900-01-01".into(), true)))]);
    }

    #[test]
    fn what_is_not_understood_is_told_as_it_is_written() {
        check("a > b", &[Err("a > b")]);
        check("a > 0 AND a <> c", &[Ok(("a", Rule::Min(0.into(), true))), Err("a <> c")]);
    }

    #[test]
    fn what_is_excluded_is_left_out_by_the_type() {
        let bound = |field_type, exclusive| {
            let mut column = RawColumn::new("a", "", field_type);
            assert!(apply(Rule::Min(0.into(), exclusive), &mut column));
            column.constraints.min.unwrap()
        };
        assert_eq!(bound(FieldType::Integer, true), json!(1));
        assert_eq!(bound(FieldType::Decimal, true), json!(0.01));
        assert_eq!(bound(FieldType::Float, false), json!(0));
        assert!(bound(FieldType::Float, true).as_f64().is_some_and(|least| least > 0.0));
    }
}
