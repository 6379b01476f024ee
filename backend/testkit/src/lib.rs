//! Tools for tests: a whole server on a port of its own with a database of its own ([`TestApp`]), clients for HTTP
//! ([`Client`]) and WebSocket ([`Socket`]), designs that tests often need ([`designs`]), requests that must be refused
//! ([`attacks`]), a clock that can be moved
//! ([`TestClock`]).
//!
//! Everything is real: the router behind a real listener, SQLite in a folder that goes with the test, a worker. This
//! room is never part of the product.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a tool of tests fails the test")]

pub mod attacks;
mod client;
mod clock;
pub mod designs;
mod server;
mod socket;

pub use client::{Answer, Client};
pub use clock::TestClock;
pub use server::{TestApp, TestAppBuilder};
pub use socket::{Event, Socket};
