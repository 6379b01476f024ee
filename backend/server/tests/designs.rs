//! The bytes that ten designs give, kept as hashes: with one thread, two and eight, in every build.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::path::{Path, PathBuf};
use std::process::Command;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../engine/tests/designs")
}

/// What `dmb generate` says of the file it wrote: the digest of its bytes.
fn digest(design: &Path, threads: &str) -> String {
    let out = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_dmb"));
    command.arg("generate").arg(design).args(["--threads", threads, "--out"]).arg(out.path().join("rows.csv"));
    let ran = command.output().unwrap();
    assert!(ran.status.success(), "{}: {}", design.display(), String::from_utf8_lossy(&ran.stderr));
    let said = String::from_utf8(ran.stdout).unwrap();
    said.rsplit_once("sha256 ").unwrap().1.trim().to_owned()
}

#[test]
fn ten_designs_give_the_bytes_they_always_gave_whatever_the_threads() {
    let mut designs: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    designs.sort();
    let mut lines = Vec::new();
    for design in &designs {
        let one = digest(design, "1");
        for threads in ["2", "8"] {
            assert_eq!(digest(design, threads), one, "{} with {threads} threads", design.display());
        }
        lines.push(format!("{}  {}", one, design.file_name().unwrap().to_string_lossy()));
    }
    insta::assert_snapshot!("designs", lines.join("\n"));
}
