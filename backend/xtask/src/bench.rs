//! `cargo xtask bench`: speed, in a release build. Figures are for this machine and this moment; compare ratios.

use crate::sh::{self, Done, cargo};

/// The benches: a room's name, or what is measured.
const BENCHES: [&str; 4] = ["engine", "sinks", "tables", "guard"];

/// Runs one bench, or all.
pub fn bench(what: &str) -> Done {
    let chosen: Vec<_> = BENCHES.into_iter().filter(|bench| what == "all" || what == *bench).collect();
    if chosen.is_empty() {
        return Err(format!("there is no bench {what:?}; there are {} and all", BENCHES.join(", ")));
    }
    chosen
        .into_iter()
        .try_for_each(|bench| sh::run(&cargo(), &["bench", "--quiet", "--package", "dmb-testkit", "--bench", bench]))
}
