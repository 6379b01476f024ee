//! `cargo xtask schema`: writes schema.graphql from the code; a test compares the two.

use std::fs;

use crate::sh::{self, Done, cargo};

/// Writes `schema.graphql`.
pub fn schema() -> Done {
    let sdl = sh::output("", &cargo(), &["run", "--quiet", "--package", "dmb-server", "--", "schema"], &[])
        .ok_or("the schema could not be printed; does `cargo build` pass?")?;
    let path = sh::root().join("schema.graphql");
    fs::write(&path, sdl).map_err(|error| format!("schema.graphql can't be written: {error}"))?;
    println!("wrote schema.graphql");
    Ok(())
}
