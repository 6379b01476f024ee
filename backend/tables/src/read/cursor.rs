//! Cursors: where a row stands in an order, as an opaque text.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::sea_query::{Alias, Condition, Expr, ExprTrait};
use serde::{Deserialize, Serialize};

use super::{Direction, Sort};
use crate::TablesError;
use crate::dialect::Reading;
use crate::session::Value;
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

impl From<Value> for Key {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Integer(number) => Self::Integer(number),
            Value::Real(number) => Self::Real(number.to_bits()),
            Value::Text(text) => Self::Text(text),
            Value::Bytes(bytes) => Self::Bytes(bytes),
        }
    }
}

impl Key {
    fn value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Integer(number) => Value::Integer(*number),
            Self::Real(bits) => Value::Real(f64::from_bits(*bits)),
            Self::Text(text) => Value::Text(text.clone()),
            Self::Bytes(bytes) => Value::Bytes(bytes.clone()),
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

    /// The rows that come after this one; `row` is the column with their numbers.
    pub fn rows_after(&self, r: &dyn Reading, row: &str, columns: &[&Column], sort: &[Sort]) -> Condition {
        let mut after = Condition::any().add(Expr::col(Alias::new(row)).gt(self.row));
        for ((column, key), sort) in columns.iter().zip(&self.keys).zip(sort).rev() {
            after = beyond(r, column, key, sort.direction, after);
        }
        after
    }
}

/// Rows beyond `key`, or equal to it and `rest`. Nulls come first going up, last going down.
fn beyond(r: &dyn Reading, column: &Column, key: &Key, direction: Direction, rest: Condition) -> Condition {
    let operand = || r.sortable(column);
    let value = || r.sort_operand(column, &key.value());
    let up = direction == Direction::Asc;
    let equal = match key {
        Key::Null => operand().is_null(),
        _ => operand().eq(value()),
    };
    let tied = Condition::all().add(equal).add(rest);
    let mut any = Condition::any();
    match (key, up) {
        (Key::Null, true) => any = any.add(operand().is_not_null()),
        (Key::Null, false) => {}
        (_, true) => any = any.add(operand().gt(value())),
        (_, false) => {
            any = any.add(operand().lt(value()));
            if !column.required {
                any = any.add(operand().is_null());
            }
        }
    }
    let any = any.add(tied);
    // Says once more what follows from the rest, in a form that an index can be used for.
    match key {
        Key::Null => any,
        _ if up => Condition::all().add(operand().gte(value())).add(any),
        _ if column.required => Condition::all().add(operand().lte(value())).add(any),
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
