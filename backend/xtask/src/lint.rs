//! `cargo xtask lint`: what must hold of the text of the code.

use crate::sh::{self, Done, cargo};
use crate::{page, tidy};

/// Runs every check, quickest first.
pub fn lint() -> Done {
    tidy::tidy()?;
    sh::run(&cargo(), &["fmt", "--all", "--check"])?;
    page::install("frontend")?;
    sh::run_in("frontend", "npm", &["run", "lint"], &[])?;
    sh::run(&cargo(), &["clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"])?;
    deny()
}

/// Licences, sources and duplicates of the dependencies. (Advisories need a database from the net; see `.deny.toml`.)
fn deny() -> Done {
    sh::ensure_cargo_tool("deny")?;
    sh::run(&cargo(), &["deny", "--config", ".deny.toml", "check", "bans", "licenses", "sources"])
}
