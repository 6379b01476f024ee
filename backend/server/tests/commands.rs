//! The commands of the binary, run as a person runs them.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output};

const DESIGN: &str = "\
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

fn dmb(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dmb"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("DMB_")) {
        command.env_remove(name);
    }
    command.current_dir(folder).args(args).env("DMB_PASSWORD", "a long enough secret").output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn folder_with_design(design: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("people.yaml"), design).unwrap();
    folder
}

#[test]
fn generate_writes_the_same_bytes_whatever_the_threads() {
    let folder = folder_with_design(DESIGN);
    let mut files = Vec::new();
    for threads in ["1", "2", "2"] {
        let out = format!("run{}.csv", files.len());
        let args = ["generate", "people.yaml", "--rows", "people=3_000", "--threads", threads, "--out", &out];
        let ran = dmb(folder.path(), &args);
        assert!(ran.status.success(), "{}", text(&ran.stderr));
        assert!(text(&ran.stdout).contains("sha256 ") && text(&ran.stderr).contains("3000 rows in "));
        files.push(std::fs::read(folder.path().join(out)).unwrap());
    }
    assert_eq!(text(&files[0]).lines().count(), 3_001);
    assert!(files.iter().all(|file| *file == files[0]));
    let ran = dmb(folder.path(), &["generate", "people.yaml", "--seed", "8", "--rows", "3000", "--out", "other.csv"]);
    assert!(ran.status.success());
    assert_ne!(std::fs::read(folder.path().join("other.csv")).unwrap(), files[0]);
}

#[test]
fn faults_come_with_their_manifest_unless_they_are_switched_off() {
    let faulty = format!("{DESIGN}    faults: {{ rate: 1, kinds: [{{ case: full_name }}] }}\n");
    let folder = folder_with_design(&faulty);
    let ran = dmb(folder.path(), &["generate", "people.yaml", "--out", "with.csv"]);
    assert!(text(&ran.stderr).contains("20 rows are wrong on purpose"), "{}", text(&ran.stderr));
    let manifest = std::fs::read_to_string(folder.path().join("with.faults.csv")).unwrap();
    assert_eq!(manifest.lines().count(), 21, "{manifest}");
    let ran = dmb(folder.path(), &["generate", "people.yaml", "--out", "without.csv", "--no-faults"]);
    assert!(ran.status.success() && !folder.path().join("without.faults.csv").exists());
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    let differing = read("with.csv").lines().zip(read("without.csv").lines()).filter(|(a, b)| a != b).count();
    assert_eq!(differing, 20);
}

#[test]
fn generate_reports_what_the_rows_look_like_where_told() {
    let folder = folder_with_design(DESIGN);
    let mut reports = Vec::new();
    for threads in ["1", "2"] {
        let args = ["generate", "people.yaml", "--rows", "40000", "--threads", threads, "--report", "report.json"];
        let ran = dmb(folder.path(), &args);
        assert!(ran.status.success(), "{}", text(&ran.stderr));
        reports.push(std::fs::read_to_string(folder.path().join("report.json")).unwrap());
    }
    assert_eq!(reports[0], reports[1]);
    let report: serde_json::Value = serde_json::from_str(&reports[0]).unwrap();
    let people = &report["tables"][0];
    assert_eq!(
        (people["rows"].as_u64(), people["columns"][0]["measure"]["max"].as_u64()),
        (Some(40_000), Some(40_000))
    );
    assert!(people["checks"].as_array().unwrap().iter().all(|check| check["verdict"] == "holds"), "{people}");
}

#[test]
fn generate_says_all_that_is_wrong_and_writes_nothing() {
    let wrong = DESIGN.replace("person.full_name", "person.ful_name").replace("internet.email", "internet.mail");
    let folder = folder_with_design(&wrong);
    let ran = dmb(folder.path(), &["generate", "people.yaml"]);
    assert_eq!(ran.status.code(), Some(1));
    let said = text(&ran.stderr);
    assert!(said.contains("full_name") && said.contains("email"), "{said}");
    let ran = dmb(folder.path(), &["generate", "people.yaml", "--rows", "nobody=5"]);
    assert!(!ran.status.success());
    let ran = dmb(folder.path(), &["generate", "none.yaml"]);
    assert!(text(&ran.stderr).contains("none.yaml can't be read"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn schema_prints_the_schema_that_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let ran = dmb(folder.path(), &["schema"]);
    let kept = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema.graphql")).unwrap();
    assert_eq!(text(&ran.stdout).trim(), kept.trim(), "write it anew with `cargo xtask schema`");
}

#[test]
fn an_operator_makes_the_database_and_an_account() {
    let folder = tempfile::tempdir().unwrap();
    let ran = dmb(folder.path(), &["migrate", "--data-dir", "data"]);
    assert!(ran.status.success(), "{}", text(&ran.stderr));
    let create = ["admin", "create-user", "--email", "ana@example.com", "--name", "Ana", "--data-dir", "data"];
    let ran = dmb(folder.path(), &create);
    assert!(text(&ran.stdout).contains("made the account ana@example.com (Ana)"), "{}", text(&ran.stderr));
    let again = dmb(folder.path(), &create);
    assert!(!again.status.success() && text(&again.stderr).contains("email"), "{}", text(&again.stderr));
}

#[test]
fn health_fails_where_nobody_answers() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
    let ran = dmb(Path::new("."), &["health", "--port", &free]);
    assert!(!ran.status.success());
    assert!(text(&ran.stderr).contains(&format!("no answer on port {free}")));
}
