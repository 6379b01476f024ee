//! `cargo xtask fuzz`: strangers' text thrown at what reads it, by cargo-fuzz. What it learnt stays in
//! `backend/fuzz/corpus`, to begin with the next time; before it is committed, `cargo fuzz cmin` makes it small.

use crate::sh::{self, Done};

/// What is fuzzed.
const TARGETS: [&str; 5] = ["guard", "design", "pattern", "template", "expression"];
/// Longest that one input may take, in seconds, and the most memory, in MB, before it counts as a find.
const LIMITS: [&str; 2] = ["-timeout=10", "-rss_limit_mb=2048"];

/// Fuzzes one target, or all in turn.
pub fn fuzz(what: &str, minutes: u32) -> Done {
    let chosen: Vec<_> = TARGETS.into_iter().filter(|target| what == "all" || what == *target).collect();
    if chosen.is_empty() {
        return Err(format!("there is no fuzz target {what:?}; there are {} and all", TARGETS.join(", ")));
    }
    sh::ensure_cargo_tool("fuzz")?;
    let time = format!("-max_total_time={}", u64::from(minutes) * 60);
    chosen.into_iter().try_for_each(|target| {
        let mut args = vec!["+nightly", "fuzz", "run", "--fuzz-dir", "backend/fuzz"];
        if target != "guard" {
            // Without the API, which only the guard needs, there is much less to build.
            args.push("--no-default-features");
        }
        args.extend([target, "--", &time, LIMITS[0], LIMITS[1]]);
        // Only rustup's own cargo knows `+nightly`.
        sh::run("cargo", &args)
    })
}
