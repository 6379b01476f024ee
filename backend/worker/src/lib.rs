//! Runs what was asked for: claims jobs from the queue, gives each to the handler of its kind, and brings it to one end.
//!
//! A job is run at least once and takes effect exactly once: every write to the queue carries the lease's token, rows
//! come from (seed, row number), and what a dead attempt left is cleared or gone on from. This room decides nothing about
//! who may do what, and never sees GraphQL or HTTP.

mod attempt;
mod config;
mod control;
mod failure;
mod handlers;
mod housekeeping;
mod memory;
mod meter;
mod pulse;
mod settle;
mod worker;

pub use config::WorkerConfig;
pub use worker::Worker;
