//! Filters: checked against the fields, then made a condition.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use dmb_spec::Violation;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, LikeExpr};
use serde_json::Value;

use super::select::{is_wide, sortable};
use super::{Filter, FilterOp, Sort};
use crate::TablesError;
use crate::dialect::literal::Literal;
use crate::shape::{Column, ColumnType, Shape};

const MAX_FILTERS: usize = 20;
const MAX_SORTS: usize = 8;
const MAX_LIST: usize = 500;

/// The condition of all filters together, or everything that is wrong with them.
pub(super) fn condition(shape: &Shape, filters: &[Filter]) -> Result<Condition, TablesError> {
    let mut problems = Vec::new();
    if filters.len() > MAX_FILTERS {
        problems.push(Violation::error("filter", "too_many", format!("At most {MAX_FILTERS} conditions at a time.")));
    }
    let mut all = Condition::all();
    for (position, filter) in filters.iter().enumerate().take(MAX_FILTERS) {
        match one(shape, filter) {
            Ok(expression) => all = all.add(expression),
            Err((code, message)) => {
                let path = format!("filter[{position}].{}", if code == "unknown_field" { "field" } else { "value" });
                problems.push(Violation::error(path, code, message));
            }
        }
    }
    if problems.is_empty() { Ok(all) } else { Err(TablesError::Invalid(problems)) }
}

/// The columns sorted by, looked up by name.
pub(super) fn sort_columns<'a>(shape: &'a Shape, sort: &[Sort]) -> Result<Vec<&'a Column>, TablesError> {
    if sort.len() > MAX_SORTS {
        return Err(TablesError::invalid("sort", "too_many", format!("At most {MAX_SORTS} sort keys at a time.")));
    }
    let find = |(position, key): (usize, &Sort)| {
        column(shape, &key.field).ok_or_else(|| {
            Violation::error(format!("sort[{position}].field"), "unknown_field", unknown(shape, &key.field))
        })
    };
    let (found, problems): (Vec<_>, Vec<_>) = sort.iter().enumerate().map(find).partition(Result::is_ok);
    let problems: Vec<Violation> = problems.into_iter().filter_map(Result::err).collect();
    if problems.is_empty() {
        Ok(found.into_iter().filter_map(Result::ok).collect())
    } else {
        Err(TablesError::Invalid(problems))
    }
}

type Problem = (&'static str, String);

fn one(shape: &Shape, filter: &Filter) -> Result<Expr, Problem> {
    let column = column(shape, &filter.field).ok_or_else(|| ("unknown_field", unknown(shape, &filter.field)))?;
    if !allowed(column.column_type, filter.op) {
        let message = format!("{} can't be compared that way.", column.name);
        return Err(("operator_unfit", message));
    }
    let plain = || Expr::col(sea_orm::sea_query::Alias::new(&column.name));
    let given = || {
        let none = || ("value_missing", format!("Say what {} is compared with.", column.name));
        filter.value.as_ref().filter(|v| !v.is_null()).ok_or_else(none)
    };
    Ok(match filter.op {
        FilterOp::IsNull => plain().is_null(),
        FilterOp::IsNotNull => plain().is_not_null(),
        FilterOp::Contains => plain().like(pattern(column, given()?, "%")?),
        FilterOp::StartsWith => plain().like(pattern(column, given()?, "")?),
        FilterOp::In => plain().is_in(list(column, given()?)?),
        FilterOp::Eq => plain().eq(value(column, given()?)?),
        FilterOp::Ne => plain().ne(value(column, given()?)?),
        FilterOp::Lt => sortable(column).lt(ordered(column, given()?)?),
        FilterOp::Le => sortable(column).lte(ordered(column, given()?)?),
        FilterOp::Gt => sortable(column).gt(ordered(column, given()?)?),
        FilterOp::Ge => sortable(column).gte(ordered(column, given()?)?),
    })
}

fn column<'a>(shape: &'a Shape, name: &str) -> Option<&'a Column> {
    shape.columns.iter().find(|c| c.name == name)
}

fn unknown(shape: &Shape, name: &str) -> String {
    format!("{} has no field {name:?}.", shape.name)
}

fn allowed(column_type: ColumnType, op: FilterOp) -> bool {
    let is_text = matches!(column_type, ColumnType::Text { .. });
    match op {
        FilterOp::IsNull | FilterOp::IsNotNull => true,
        FilterOp::Contains | FilterOp::StartsWith => is_text || column_type == ColumnType::Json,
        FilterOp::Eq | FilterOp::Ne | FilterOp::In => column_type != ColumnType::Json,
        FilterOp::Lt | FilterOp::Le | FilterOp::Gt | FilterOp::Ge => {
            !matches!(column_type, ColumnType::Json | ColumnType::Binary | ColumnType::Boolean | ColumnType::Uuid)
        }
    }
}

fn pattern(column: &Column, value: &Value, before: &str) -> Result<LikeExpr, Problem> {
    let text = value.as_str().ok_or_else(|| ("value_unfit", format!("{} is compared with a text.", column.name)))?;
    let mut pattern = before.to_owned();
    for letter in text.chars() {
        if matches!(letter, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    Ok(LikeExpr::new(pattern).escape('!'))
}

fn list(column: &Column, given: &Value) -> Result<Vec<Expr>, Problem> {
    let values = given.as_array().ok_or_else(|| ("value_unfit", "Give a list of values.".to_owned()))?;
    if values.len() > MAX_LIST {
        return Err(("too_many", format!("At most {MAX_LIST} values in a list.")));
    }
    values.iter().map(|v| value(column, v)).collect()
}

/// The value as the column holds it.
fn value(column: &Column, given: &Value) -> Result<Expr, Problem> {
    let unfit = || ("value_unfit", format!("{given} is not a value of {}.", column.name));
    let bytes = || given.as_str().and_then(|t| STANDARD.decode(t).ok());
    let literal = match column.column_type {
        ColumnType::Boolean => given.as_bool().map(|b| Literal::Integer(b.into())),
        ColumnType::Binary => bytes().map(Literal::Bytes),
        other => Literal::of_bound(other, given),
    };
    expression(literal.ok_or_else(unfit)?).ok_or_else(unfit)
}

/// The value in the form that [`sortable`] has.
fn ordered(column: &Column, given: &Value) -> Result<Expr, Problem> {
    if !is_wide(column) {
        return value(column, given);
    }
    let unfit = || ("value_unfit", format!("{given} is not a value of {}.", column.name));
    match Literal::of_bound(column.column_type, given) {
        Some(Literal::Text(digits)) => digits.parse::<f64>().map(Expr::val).map_err(|_| unfit()),
        _ => Err(unfit()),
    }
}

fn expression(literal: Literal) -> Option<Expr> {
    Some(match literal {
        Literal::Text(text) => Expr::val(text),
        Literal::Integer(number) => Expr::val(number),
        Literal::Number(digits) => Expr::val(digits.parse::<f64>().ok()?),
        Literal::Bytes(bytes) => Expr::val(bytes),
        Literal::Now(_) => return None,
    })
}
