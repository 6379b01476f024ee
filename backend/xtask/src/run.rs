//! `cargo xtask run`: the product from its sources, in one command.

use crate::sh::{self, Done};
use crate::{page, sh::cargo};

/// Builds the page and the server, then serves until interrupted.
pub fn run(debug: bool, args: &[String]) -> Done {
    page::build()?;
    let mut build = vec!["build", "--package", "dmb-server"];
    if !debug {
        build.push("--release");
    }
    sh::run(&cargo(), &build)?;
    let binary = sh::target_binary(if debug { "debug" } else { "release" });
    let mut serve = vec!["serve"];
    serve.extend(args.iter().map(String::as_str));
    sh::run(&binary.to_string_lossy(), &serve)
}
