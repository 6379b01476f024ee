//! Statements that read from PostgreSQL. What it does not compare by itself is cast to the column's type.

use sea_orm::sea_query::extension::postgres::PgExpr;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, NullOrdering, Order, PostgresQueryBuilder, SelectStatement};

use super::base_type;
use crate::TablesError;
use crate::dialect::literal::Literal;
use crate::dialect::{Reading, bound, named, pattern, plain};
use crate::session::Value;
use crate::shape::{Column, ColumnType};

pub(super) struct PgReading;

impl Reading for PgReading {
    fn build(&self, statement: &SelectStatement) -> Result<(String, Vec<Value>), TablesError> {
        let (sql, values) = statement.build(PostgresQueryBuilder);
        Ok((sql, bound(values)?))
    }

    fn sortable(&self, column: &Column) -> Expr {
        named(column)
    }

    fn order_by(&self, statement: &mut SelectStatement, column: &Column, order: Order) {
        if column.required {
            statement.order_by_expr(named(column), order);
            return;
        }
        let nulls = if matches!(order, Order::Desc) { NullOrdering::Last } else { NullOrdering::First };
        statement.order_by_expr_with_nulls(named(column), order, nulls);
    }

    fn value(&self, column_type: ColumnType, literal: Literal) -> Option<Value> {
        Some(match literal {
            Literal::Text(text) if column_type == ColumnType::Datetime => Value::Text(format!("{text}+00")),
            Literal::Text(text) => Value::Text(text),
            Literal::Integer(truth) if column_type == ColumnType::Boolean => Value::Text((truth != 0).to_string()),
            Literal::Integer(number) => Value::Integer(number),
            Literal::Number(digits) if column_type == ColumnType::Float => Value::Real(digits.parse().ok()?),
            Literal::Number(digits) => Value::Text(digits),
            Literal::Bytes(bytes) => Value::Bytes(bytes),
            Literal::Now(_) => return None,
        })
    }

    fn operand(&self, column_type: ColumnType, value: &Value) -> Expr {
        match (column_type, value) {
            (ColumnType::Text { .. }, _) => plain(value),
            // A moment of a cursor has no zone; it is in UTC, as is every session.
            (_, Value::Text(_)) => plain(value).cast_as(Alias::new(base_type(column_type))),
            _ => plain(value),
        }
    }

    fn sort_operand(&self, column: &Column, value: &Value) -> Expr {
        self.operand(column.column_type, value)
    }

    fn like(&self, column: &Column, before: &str, text: &str) -> Expr {
        // A backslash is what escapes where nothing is said.
        let pattern = pattern(before, text, '\\');
        match column.column_type {
            ColumnType::Text { .. } => named(column).ilike(pattern),
            _ => named(column).cast_as(Alias::new("text")).ilike(pattern),
        }
    }
}
