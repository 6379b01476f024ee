//! The users' tables on real SQLite files, reopened by a connection of their own where it matters.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod ddl;
mod evolve;
mod hostile;
mod load;
mod random;
mod read;
mod support;
