//! Statements that read from SQLite. Decimals of many digits are texts there and compared as floats.

use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, LikeExpr, Order, SelectStatement, SqliteQueryBuilder};

use super::EXACT_DIGITS;
use crate::TablesError;
use crate::dialect::literal::Literal;
use crate::dialect::{Reading, bound, named, pattern, plain};
use crate::session::Value;
use crate::shape::{Column, ColumnType};

pub(super) struct SqliteReading;

impl Reading for SqliteReading {
    fn build(&self, statement: &SelectStatement) -> Result<(String, Vec<Value>), TablesError> {
        let (sql, values) = statement.build(SqliteQueryBuilder);
        Ok((sql, bound(values)?))
    }

    fn sortable(&self, column: &Column) -> Expr {
        if is_wide(column) { Func::cast_as(named(column), Alias::new("REAL")).into() } else { named(column) }
    }

    fn order_by(&self, statement: &mut SelectStatement, column: &Column, order: Order) {
        statement.order_by_expr(self.sortable(column), order);
    }

    fn value(&self, _: ColumnType, literal: Literal) -> Option<Value> {
        Some(match literal {
            Literal::Text(text) => Value::Text(text),
            Literal::Integer(number) => Value::Integer(number),
            Literal::Number(digits) => Value::Real(digits.parse().ok()?),
            Literal::Bytes(bytes) => Value::Bytes(bytes),
            Literal::Now(_) => return None,
        })
    }

    fn operand(&self, _: ColumnType, value: &Value) -> Expr {
        plain(value)
    }

    fn sort_operand(&self, column: &Column, value: &Value) -> Expr {
        match value {
            Value::Text(digits) if is_wide(column) => Expr::val(digits.parse::<f64>().unwrap_or(f64::NAN)),
            _ => plain(value),
        }
    }

    fn like(&self, column: &Column, before: &str, text: &str) -> Expr {
        named(column).like(LikeExpr::new(pattern(before, text, '!')).escape('!'))
    }
}

/// Whether the column is a decimal held as text.
fn is_wide(column: &Column) -> bool {
    matches!(column.column_type, ColumnType::Decimal { precision, .. } if precision > EXACT_DIGITS)
}
