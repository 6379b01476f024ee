//! The store on real databases: SQLite always, PostgreSQL and MySQL/MariaDB where `DMB_TEST_POSTGRES_URL` and
//! `DMB_TEST_MYSQL_URL` name a server on which schemas and databases may be made and dropped.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod accounts;
mod jobs;
mod model;
mod projects;
mod races;
mod support;
