//! The tests of `e2e/judges`: what the binary writes, judged by libraries of others. They are Python's, in an
//! environment of their own under `target`.

use std::path::{Path, PathBuf};

use crate::sh::{self, Done};

const FOLDER: &str = "e2e/judges";

/// Makes the environment ready; why not, where this machine has no Python, no pip, or can't reach what pip wants.
pub fn ready() -> Done {
    let wanted = std::fs::read_to_string(sh::root().join(FOLDER).join("requirements.txt"))
        .map_err(|error| format!("{FOLDER}/requirements.txt can't be read: {error}"))?;
    let stamp = home().join("installed.txt");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    sh::run("python3", &["-m", "venv", "--clear", &home().to_string_lossy()])?;
    let python = python();
    sh::run_in(FOLDER, &python, &["-m", "pip", "install", "--quiet", "--requirement", "requirements.txt"], &[])?;
    std::fs::write(&stamp, wanted).map_err(|error| format!("{} can't be written: {error}", stamp.display()))
}

/// The variable that names the folder where the engine's tests leave their random designs, and the folder.
pub fn random_designs() -> (String, String) {
    ("DMB_RANDOM_DESIGNS".into(), sh::root().join("target/random-designs").to_string_lossy().into_owned())
}

/// Runs them on this binary and the random designs, two at a time.
pub fn run(binary: &Path, env: sh::Env<'_>) -> Done {
    let mut env = env.to_vec();
    env.push(random_designs());
    env.push(("DMB_BINARY".into(), binary.to_string_lossy().into_owned()));
    sh::run_in(FOLDER, &python(), &["-m", "pytest", "--numprocesses", "2"], &env)
}

fn home() -> PathBuf {
    sh::root().join("target/judges")
}

fn python() -> String {
    let place = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
    home().join(place).to_string_lossy().into_owned()
}
