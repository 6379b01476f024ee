//! `cargo xtask dev`: server and page with reload.

use std::process::Child;

use crate::page;
use crate::sh::{self, Done, cargo};

/// Kills its program when dropped, so that neither of the two outlives the other.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself; there is nobody left to tell.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Runs the server in a debug build and Vite beside it; ends with either.
pub fn dev() -> Done {
    page::install("frontend")?;
    sh::run(&cargo(), &["build", "--package", "dmb-server"])?;
    let binary = sh::target_binary("debug");
    let server = sh::command(
        "",
        &binary.to_string_lossy(),
        &["serve"],
        &[("DMB_ALLOWED_ORIGINS".into(), "http://localhost:5173".into())],
    );
    let _server = start(server)?;
    sh::run_in("frontend", "npm", &["run", "dev"], &[])
}

fn start(mut command: std::process::Command) -> Result<Running, String> {
    command.spawn().map(Running).map_err(|error| format!("the server could not be started: {error}"))
}
