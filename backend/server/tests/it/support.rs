//! Running the binary in a folder of its own.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

pub const DESIGN: &str = "\
dmb: 1
name: people
seed: 7
as_of: 2026-01-01T00:00:00Z
tables:
  people:
    rows: 20
    fields:
      id: { type: auto_increment }
      full_name: { type: string, generator: person.full_name }
      email: { type: string, generator: internet.email, unique: true }
";

/// The shop of the templates, with few rows.
pub fn shop() -> String {
    let yaml = dmb_spec::templates::find("shop").unwrap().yaml;
    format!("{yaml}\n").replace("name: Shop\n", "name: Shop\nas_of: 2026-01-01T00:00:00Z\n")
}

/// The binary, with none of this machine's settings.
pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dmb"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("DMB_")) {
        command.env_remove(name);
    }
    command.current_dir(folder).env("DMB_PASSWORD", "a long enough secret");
    command
}

pub fn dmb(folder: &Path, args: &[&str]) -> Output {
    command(folder).args(args).output().unwrap()
}

/// The same, with this on its standard input.
pub fn dmb_reading(folder: &Path, args: &[&str], input: &str) -> Output {
    let mut command = command(folder);
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

/// What it prints where it succeeds.
pub fn said(folder: &Path, args: &[&str]) -> String {
    let ran = dmb(folder, args);
    assert_eq!(ran.status.code(), Some(0), "{args:?}: {}", text(&ran.stderr));
    text(&ran.stdout)
}

pub fn json(folder: &Path, args: &[&str]) -> Value {
    serde_json::from_str(&said(folder, args)).unwrap()
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

pub fn folder_with_design(design: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("people.yaml"), design).unwrap();
    folder
}

/// Names of the files in a folder, in order.
pub fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
