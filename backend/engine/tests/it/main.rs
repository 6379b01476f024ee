//! The engine from outside: designs as files, plans, runs.
#![expect(clippy::unwrap_used, reason = "a test's helpers fail like the test itself")]

mod dependence;
mod designs;
mod expressions;
mod faults;
mod golden;
mod keys;
mod laws;
mod plans;
mod profile;
mod random;
mod random_expressions;
mod relations;
mod runs;
mod scenarios;
mod series;
mod support;
