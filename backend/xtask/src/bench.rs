//! `cargo xtask bench`: speed, in a release build. Figures are for this machine and this moment; compare ratios.

use crate::sh::{self, Done, cargo};

/// Rooms with a bench named like them.
const ROOMS: [&str; 3] = ["engine", "sinks", "tables"];

/// Runs the bench of a room, or all.
pub fn bench(what: &str) -> Done {
    let chosen: Vec<_> = ROOMS.into_iter().filter(|room| what == "all" || what == *room).collect();
    if chosen.is_empty() {
        return Err(format!("there is no bench {what:?}; there are {} and all", ROOMS.join(", ")));
    }
    chosen
        .into_iter()
        .try_for_each(|room| sh::run(&cargo(), &["bench", "--quiet", "--package", "dmb-testkit", "--bench", room]))
}
