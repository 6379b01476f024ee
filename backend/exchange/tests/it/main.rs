//! Imports and exports, judged by databases, schemas and compilers of others.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

mod database;
mod ddl;
mod export;
mod json_schema;
mod limits;
mod real;
mod sample;
mod support;
