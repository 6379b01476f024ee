//! Between the columns' types and the records': moments as microseconds, JSON as text, unsigned numbers as signed bits.
//!
//! Moments are 64-bit microseconds since 1970 in every database: exact, ordered, and read the same whatever the
//! session's time zone; SQLite would keep them as text whose order depends on the digits given.

use chrono::{DateTime, SubsecRound, Utc};
use serde::{Serialize, de::DeserializeOwned};

use crate::StoreError;

/// Microseconds since 1970.
pub(crate) fn micros(at: DateTime<Utc>) -> i64 {
    at.timestamp_micros()
}

/// The moment so many microseconds after 1970.
pub(crate) fn moment(micros: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(micros).unwrap_or(DateTime::UNIX_EPOCH)
}

/// A moment as it will be read back.
pub(crate) fn to_micros(at: DateTime<Utc>) -> DateTime<Utc> {
    at.trunc_subsecs(6)
}

/// All 64 bits of an unsigned number; the databases have signed ones only.
pub(crate) fn signed(value: u64) -> i64 {
    value.cast_signed()
}

/// Back from [`signed`].
pub(crate) fn unsigned(value: i64) -> u64 {
    value.cast_unsigned()
}

/// A small count or revision; what is negative in the database is damage and reads as 0.
pub(crate) fn count(value: i32) -> u32 {
    u32::try_from(value).unwrap_or(0)
}

/// A small count or revision as the databases keep it.
pub(crate) fn small(value: u32) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}

/// A value as JSON text.
pub(crate) fn to_text<T: Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(StoreError::corrupt)
}

/// A value out of JSON text.
pub(crate) fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(StoreError::corrupt)
}

/// An optional value as JSON text.
pub(crate) fn to_text_opt<T: Serialize>(value: Option<&T>) -> Result<Option<String>, StoreError> {
    value.map(to_text).transpose()
}

/// An optional value out of JSON text.
pub(crate) fn from_text_opt<T: DeserializeOwned>(text: Option<&str>) -> Result<Option<T>, StoreError> {
    text.map(from_text).transpose()
}
