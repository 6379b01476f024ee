//! Cursors: where a row stands in an order, as an opaque text.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rusqlite::types::ValueRef;
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait};
use serde::{Deserialize, Serialize};

use super::select::{ROW, is_null, sortable};
use super::{Direction, Sort};
use crate::TablesError;
use crate::shape::Column;

/// A sort key's value in one row. Floats are kept by their bits, so that they come back exactly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Key {
    #[serde(rename = "n")]
    Null,
    #[serde(rename = "i")]
    Integer(i64),
    #[serde(rename = "r")]
    Real(u64),
    #[serde(rename = "t")]
    Text(String),
    #[serde(rename = "b")]
    Bytes(Vec<u8>),
}

impl Key {
    pub fn of(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(number) => Self::Integer(number),
            ValueRef::Real(number) => Self::Real(number.to_bits()),
            ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
                Ok(text) => Self::Text(text.to_owned()),
                Err(_) => Self::Bytes(bytes.to_vec()),
            },
            ValueRef::Blob(bytes) => Self::Bytes(bytes.to_vec()),
        }
    }

    fn expression(&self) -> Expr {
        match self {
            Self::Null => Expr::val(None::<i64>),
            Self::Integer(number) => Expr::val(*number),
            Self::Real(bits) => Expr::val(f64::from_bits(*bits)),
            Self::Text(text) => Expr::val(text.clone()),
            Self::Bytes(bytes) => Expr::val(bytes.clone()),
        }
    }
}

/// Where a row stands.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Cursor {
    /// The order it belongs to.
    #[serde(rename = "o")]
    order: String,
    /// Its sort keys.
    #[serde(rename = "k")]
    pub keys: Vec<Key>,
    /// Its row number.
    #[serde(rename = "r")]
    pub row: i64,
}

impl Cursor {
    pub fn new(sort: &[Sort], keys: Vec<Key>, row: i64) -> Self {
        Self { order: order(sort), keys, row }
    }

    pub fn encode(&self) -> String {
        URL_SAFE_NO_PAD.encode(serde_json::json!(self).to_string())
    }

    /// Reads a cursor made for the same order.
    pub fn decode(text: &str, sort: &[Sort]) -> Result<Self, TablesError> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok();
        let cursor: Option<Self> = bytes.and_then(|b| serde_json::from_slice(&b).ok());
        let fits = |c: &Self| c.order == order(sort) && c.keys.len() == sort.len();
        cursor.filter(fits).ok_or_else(|| {
            TablesError::invalid("after", "cursor_invalid", "This cursor belongs to another order of rows; begin anew.")
        })
    }

    /// The rows that come after this one.
    pub fn rows_after(&self, columns: &[&Column], sort: &[Sort]) -> Condition {
        let mut after = Condition::any().add(Expr::col(Alias::new(ROW)).gt(self.row));
        for ((column, key), sort) in columns.iter().zip(&self.keys).zip(sort).rev() {
            after = beyond(column, key, sort.direction, after);
        }
        after
    }
}

/// Rows beyond `key`, or equal to it and `rest`. Nulls come first going up, last going down.
fn beyond(column: &Column, key: &Key, direction: Direction, rest: Condition) -> Condition {
    let operand = || sortable(column);
    let up = direction == Direction::Asc;
    let equal = match key {
        Key::Null => is_null(operand()),
        _ => operand().eq(key.expression()),
    };
    let tied = Condition::all().add(equal).add(rest);
    let mut any = Condition::any();
    match (key, up) {
        (Key::Null, true) => any = any.add(operand().is_not_null()),
        (Key::Null, false) => {}
        (_, true) => any = any.add(operand().gt(key.expression())),
        (_, false) => {
            any = any.add(operand().lt(key.expression()));
            if !column.required {
                any = any.add(is_null(operand()));
            }
        }
    }
    let any = any.add(tied);
    // Says once more what follows from the rest, in a form that an index can be used for.
    match key {
        Key::Null => any,
        _ if up => Condition::all().add(operand().gte(key.expression())).add(any),
        _ if column.required => Condition::all().add(operand().lte(key.expression())).add(any),
        _ => any,
    }
}

fn order(sort: &[Sort]) -> String {
    let word = |s: &Sort| format!("{}{}", if s.direction == Direction::Asc { '+' } else { '-' }, s.field);
    sort.iter().map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_and_only_for_its_order() {
        let sort = [Sort { field: "a".into(), direction: Direction::Desc }];
        let cursor = Cursor::new(&sort, vec![Key::Real(0.1_f64.to_bits())], i64::MIN);
        assert_eq!(Cursor::decode(&cursor.encode(), &sort).unwrap(), cursor);
        assert!(Cursor::decode(&cursor.encode(), &[]).is_err());
        for bad in ["", "x", "e30", "eyJvIjoiIn0"] {
            assert!(Cursor::decode(bad, &[]).is_err(), "{bad:?}");
        }
    }
}
