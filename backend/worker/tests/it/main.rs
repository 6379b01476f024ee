//! The worker over a real store, real tables and real files.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests fail the test")]

mod cancel;
mod common;
mod crash;
mod export;
mod failures;
mod generate;
