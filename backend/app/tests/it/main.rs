//! The use-cases over a real store and real tables, each test with a folder of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests fail the test")]

mod accounts;
mod common;
mod downloads;
mod jobs;
mod migrations;
mod projects;
mod sessions;
mod tables;
