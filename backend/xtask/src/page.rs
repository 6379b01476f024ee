//! The page's packages and its build.

use std::fs;

use crate::sh::{self, Done};

/// Installs a folder's npm packages as its lockfile has them; does nothing where that was done before.
pub fn install(dir: &str) -> Done {
    let lock = sh::root().join(dir).join("package-lock.json");
    let stamp = sh::root().join(dir).join("node_modules/.dmb-installed");
    let wanted =
        fs::read_to_string(&lock).map_err(|error| format!("{dir}/package-lock.json can't be read: {error}"))?;
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    sh::run_in(dir, "npm", &["ci", "--no-audit", "--no-fund"], &[])?;
    fs::write(&stamp, wanted).map_err(|error| format!("{} can't be written: {error}", stamp.display()))
}

/// Builds the page into `frontend/dist`, which the server carries inside itself.
pub fn build() -> Done {
    install("frontend")?;
    sh::run_in("frontend", "npm", &["run", "build"], &[])
}
