//! The API from outside: a real server, real clients, a real database.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that can't go on fails")]

mod accounts;
mod authorisation;
mod download;
mod guard;
mod http;
mod hygiene;
mod journey;
mod schema;
mod socket;
mod transport;
