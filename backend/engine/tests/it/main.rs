//! The engine from outside: designs as files, plans, runs.
#![expect(clippy::unwrap_used, reason = "a test's helpers fail like the test itself")]

mod dependence;
mod golden;
mod keys;
mod laws;
mod plans;
mod random;
mod relations;
mod runs;
mod scenarios;
mod series;
mod support;
