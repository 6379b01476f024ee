//! Statements that read, through SeaQuery: quoted names, bound values.

use rusqlite::types::Value;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, SelectStatement, SqliteQueryBuilder, Value as Bound};

use crate::TablesError;
use crate::dialect::sqlite::EXACT_DIGITS;
use crate::shape::{Column, ColumnType};

/// What SQLite calls the number of a row.
pub(super) const ROW: &str = "rowid";

/// What rows are sorted and compared by: the column, or its number where it is held as text of digits.
pub(super) fn sortable(column: &Column) -> Expr {
    let plain = Expr::col(Alias::new(&column.name));
    if is_wide(column) { Func::cast_as(plain, Alias::new("REAL")).into() } else { plain }
}

/// Whether the column is a decimal held as text.
pub(super) fn is_wide(column: &Column) -> bool {
    matches!(column.column_type, ColumnType::Decimal { precision, .. } if precision > EXACT_DIGITS)
}

/// A condition that a column is null.
pub(super) fn is_null(expression: Expr) -> Expr {
    expression.is_null()
}

/// The text of a statement and its values in SQLite's types.
pub(super) fn build(statement: &SelectStatement) -> Result<(String, Vec<Value>), TablesError> {
    let (sql, values) = statement.build(SqliteQueryBuilder);
    Ok((sql, values.0.into_iter().map(bound).collect::<Result<_, _>>()?))
}

fn bound(value: Bound) -> Result<Value, TablesError> {
    let found = match value {
        Bound::String(text) => text.map(Value::Text),
        Bound::BigInt(number) => number.map(Value::Integer),
        Bound::Int(number) => number.map(|n| Value::Integer(n.into())),
        Bound::BigUnsigned(number) => {
            let signed = number.map(i64::try_from).transpose();
            signed.map_err(|_| TablesError::Internal("a number of rows does not fit".into()))?.map(Value::Integer)
        }
        Bound::Double(number) => number.map(Value::Real),
        Bound::Bytes(bytes) => bytes.map(Value::Blob),
        other => return Err(TablesError::Internal(format!("no statement binds {other:?}"))),
    };
    Ok(found.unwrap_or(Value::Null))
}
