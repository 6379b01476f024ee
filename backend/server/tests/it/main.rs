//! The binary, run as a person runs it.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

mod catalogue;
mod commands;
mod exchange;
mod explain;
mod generate;
mod preview;
mod readme;
mod schema;
mod support;
