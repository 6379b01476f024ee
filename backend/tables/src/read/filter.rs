//! Filters: checked against the fields, then made a condition.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use dmb_spec::Violation;
use sea_orm::sea_query::{Condition, Expr, ExprTrait};
use serde_json::Value;

use super::{Filter, FilterOp, Sort};
use crate::TablesError;
use crate::dialect::literal::Literal;
use crate::dialect::{Reading, named};
use crate::session;
use crate::shape::{Column, ColumnType, Shape};

const MAX_FILTERS: usize = 20;
const MAX_SORTS: usize = 8;
const MAX_LIST: usize = 500;

/// The condition of all filters together, or everything that is wrong with them.
pub(super) fn condition(r: &dyn Reading, shape: &Shape, filters: &[Filter]) -> Result<Condition, TablesError> {
    let mut problems = Vec::new();
    if filters.len() > MAX_FILTERS {
        problems.push(Violation::error("filter", "too_many", format!("At most {MAX_FILTERS} conditions at a time.")));
    }
    let mut all = Condition::all();
    for (position, filter) in filters.iter().enumerate().take(MAX_FILTERS) {
        match one(r, shape, filter) {
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

fn one(r: &dyn Reading, shape: &Shape, filter: &Filter) -> Result<Expr, Problem> {
    let column = column(shape, &filter.field).ok_or_else(|| ("unknown_field", unknown(shape, &filter.field)))?;
    if !allowed(column.column_type, filter.op) {
        let message = format!("{} can't be compared that way.", column.name);
        return Err(("operator_unfit", message));
    }
    let plain = || named(column);
    let given = || {
        let none = || ("value_missing", format!("Say what {} is compared with.", column.name));
        filter.value.as_ref().filter(|v| !v.is_null()).ok_or_else(none)
    };
    Ok(match filter.op {
        FilterOp::IsNull => plain().is_null(),
        FilterOp::IsNotNull => plain().is_not_null(),
        FilterOp::Contains => r.like(column, "%", text(column, given()?)?),
        FilterOp::StartsWith => r.like(column, "", text(column, given()?)?),
        FilterOp::In => plain().is_in(list(r, column, given()?)?),
        FilterOp::Eq => plain().eq(r.operand(column.column_type, &value(r, column, given()?)?)),
        FilterOp::Ne => plain().ne(r.operand(column.column_type, &value(r, column, given()?)?)),
        FilterOp::Lt => r.sortable(column).lt(r.sort_operand(column, &value(r, column, given()?)?)),
        FilterOp::Le => r.sortable(column).lte(r.sort_operand(column, &value(r, column, given()?)?)),
        FilterOp::Gt => r.sortable(column).gt(r.sort_operand(column, &value(r, column, given()?)?)),
        FilterOp::Ge => r.sortable(column).gte(r.sort_operand(column, &value(r, column, given()?)?)),
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

fn text<'v>(column: &Column, value: &'v Value) -> Result<&'v str, Problem> {
    value.as_str().ok_or_else(|| ("value_unfit", format!("{} is compared with a text.", column.name)))
}

fn list(r: &dyn Reading, column: &Column, given: &Value) -> Result<Vec<Expr>, Problem> {
    let values = given.as_array().ok_or_else(|| ("value_unfit", "Give a list of values.".to_owned()))?;
    if values.len() > MAX_LIST {
        return Err(("too_many", format!("At most {MAX_LIST} values in a list.")));
    }
    values.iter().map(|v| Ok(r.operand(column.column_type, &value(r, column, v)?))).collect()
}

/// The value as the column holds it.
fn value(r: &dyn Reading, column: &Column, given: &Value) -> Result<session::Value, Problem> {
    let unfit = || ("value_unfit", format!("{given} is not a value of {}.", column.name));
    let bytes = || given.as_str().and_then(|t| STANDARD.decode(t).ok());
    let literal = match column.column_type {
        ColumnType::Boolean => given.as_bool().map(|b| Literal::Integer(b.into())),
        ColumnType::Binary => bytes().map(Literal::Bytes),
        other => Literal::of_bound(other, given),
    };
    r.value(column.column_type, literal.ok_or_else(unfit)?).ok_or_else(unfit)
}
