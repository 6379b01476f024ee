//! The users' tables on real databases, asked by a connection of their own where it matters: SQLite always, PostgreSQL
//! where `DMB_TEST_POSTGRES_URL` names a server on which schemas may be made and dropped.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod ddl;
mod evolve;
mod hostile;
mod load;
mod random;
mod read;
mod support;
