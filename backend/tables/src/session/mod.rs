//! One connection to a database, whichever it is. Statements run one after another, each blocks until it is done;
//! placeholders are `$1`, `$2` … and come in that order. Knows nothing of tables and designs.

mod postgres;
mod sqlite;

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use chrono::{DateTime, NaiveDate, NaiveTime};
use uuid::Uuid;

pub(crate) use postgres::{DAYS_TO_2000, MICROS_TO_2000, PgSession};

use crate::TablesError;
use crate::dialect::Dialect;
use crate::dialect::literal::{date_text, datetime_text, digits_text, time_text};

/// Days from 1 January of the year 1 to 1 January 1970, as chrono counts.
pub(crate) const DAYS_TO_1970: i32 = 719_163;

/// A value that is bound to a statement, or one of a small answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Integer(i64),
    Real(f64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Value {
    /// The text; empty where it is none.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            _ => "",
        }
    }

    /// The text, where there is one.
    pub fn optional_text(&self) -> Option<String> {
        matches!(self, Self::Text(_)).then(|| self.text().to_owned())
    }

    /// The number; 0 where it is none.
    pub fn integer(&self) -> i64 {
        match self {
            Self::Integer(number) => *number,
            _ => 0,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

/// A cell of a row, as the database holds it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Cell<'a> {
    Null,
    Integer(i64),
    Real(f64),
    Text(&'a str),
    Bytes(&'a [u8]),
    Boolean(bool),
    /// Days since 1970.
    Date(i32),
    /// Seconds since midnight.
    Time(i32),
    /// Microseconds since 1970, UTC.
    Moment(i64),
    Uuid(Uuid),
    /// JSON, spaces between its parts included.
    Json(&'a str),
    Decimal {
        digits: i128,
        scale: u8,
    },
}

impl Cell<'_> {
    /// The cell as a value to keep: what has a type of its own becomes its text.
    pub fn to_value(self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Integer(number) => Value::Integer(number),
            Self::Real(number) => Value::Real(number),
            Self::Text(text) | Self::Json(text) => Value::Text(text.to_owned()),
            Self::Bytes(bytes) => Value::Bytes(bytes.to_vec()),
            Self::Boolean(truth) => Value::Text(truth.to_string()),
            Self::Date(days) => {
                let date = NaiveDate::from_num_days_from_ce_opt(days + DAYS_TO_1970).unwrap_or_default();
                Value::Text(date_text(date.and_time(NaiveTime::MIN).and_utc()))
            }
            Self::Time(seconds) => {
                let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds.unsigned_abs(), 0);
                Value::Text(time_text(time.unwrap_or_default()))
            }
            Self::Moment(micros) => {
                Value::Text(datetime_text(DateTime::from_timestamp_micros(micros).unwrap_or_default()))
            }
            Self::Uuid(id) => Value::Text(id.to_string()),
            Self::Decimal { digits, scale } => Value::Text(digits_text(digits, scale)),
        }
    }
}

/// A row of an answer.
pub(crate) trait Row {
    /// The cell at this place, from 0.
    fn cell(&self, at: usize) -> Result<Cell<'_>, TablesError>;
}

/// What is done with each row of an answer; `Break` wants no more of them.
pub(crate) type EachRow<'a> = &'a mut dyn FnMut(&dyn Row) -> Result<ControlFlow<()>, TablesError>;

/// A connection to one namespace. Dropped in the middle of a transaction, it takes the transaction back.
pub(crate) trait Session: Send {
    /// How statements are written for it.
    fn dialect(&self) -> &'static dyn Dialect;

    /// Runs one or several statements without values.
    fn batch(&self, sql: &str) -> Result<(), TablesError>;

    /// Runs a statement and tells how many rows it changed.
    fn execute(&self, sql: &str, values: &[Value]) -> Result<u64, TablesError>;

    /// Runs a query and gives its rows one by one, however many there are.
    fn each(&self, sql: &str, values: &[Value], row: EachRow<'_>) -> Result<(), TablesError>;

    /// Begins a transaction in which everything is of one moment.
    fn begin_read(&self) -> Result<(), TablesError>;

    /// Begins a transaction that writes. One at a time in a namespace: waits for another for some seconds, then says
    /// [`TablesError::Busy`].
    fn begin_write(&self) -> Result<(), TablesError>;

    /// Begins a transaction that sees everything as it is now for as long as it lasts, and keeps others from changing
    /// what tables look like meanwhile.
    fn begin_snapshot(&self) -> Result<(), TablesError>;

    /// Ends the transaction and keeps what it did.
    fn commit(&self) -> Result<(), TablesError>;

    /// Statements stop within moments with [`TablesError::Cancelled`] once the flag is up.
    fn cancel_on(&self, flag: Arc<AtomicBool>) -> Result<(), TablesError>;

    /// Tidies up after much was written; nothing depends on it.
    fn tidy(&self) {}

    /// All rows of a small answer of so many columns.
    fn rows(&self, sql: &str, values: &[Value], columns: usize) -> Result<Vec<Vec<Value>>, TablesError> {
        let mut found = Vec::new();
        self.each(sql, values, &mut |row| {
            found.push((0..columns).map(|at| Ok(row.cell(at)?.to_value())).collect::<Result<_, TablesError>>()?);
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(found)
    }

    /// The texts of an answer of one column.
    fn texts(&self, sql: &str, values: &[Value]) -> Result<Vec<String>, TablesError> {
        Ok(self.rows(sql, values, 1)?.iter().map(|row| row[0].text().to_owned()).collect())
    }

    /// The only number of an answer; 0 where there is none.
    fn number(&self, sql: &str, values: &[Value]) -> Result<i64, TablesError> {
        Ok(self.rows(sql, values, 1)?.first().map_or(0, |row| row[0].integer()))
    }

    /// Whether there is an answer.
    fn exists(&self, sql: &str, values: &[Value]) -> Result<bool, TablesError> {
        Ok(!self.rows(sql, values, 1)?.is_empty())
    }
}
