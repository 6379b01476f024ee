//! Schema, migrations, accounts, health.

use std::net::TcpListener;
use std::path::Path;

use crate::support::{dmb, text};

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
