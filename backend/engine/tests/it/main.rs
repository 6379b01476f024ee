//! The engine from outside: designs as files, plans, runs.
#![expect(clippy::unwrap_used, reason = "a test's helpers fail like the test itself")]

mod designs;
mod golden;
mod keys;
mod laws;
mod plans;
mod random;
mod relations;
mod runs;
mod series;
mod support;
