//! `cargo xtask tidy`: the rules of the house that no compiler knows.

use std::fs;
use std::path::{Path, PathBuf};

use crate::sh::{self, Done, cargo};

/// Rooms with their levels: a room uses rooms of lower levels only, so `worker` and `api` never see each other.
const LEVELS: [(&str, u8); 13] = [
    ("spec", 0),
    ("engine", 1),
    ("sinks", 2),
    ("tables", 2),
    ("exchange", 2),
    ("migrations", 2),
    ("store", 3),
    ("app", 4),
    ("worker", 5),
    ("api", 5),
    ("server", 6),
    ("testkit", 6),
    ("xtask", 0),
];

/// Crates that a room must never see.
const BANNED: [(&str, &[&str]); 8] = [
    ("spec", &["arrow-array", "tokio", "sea-orm", "async-graphql", "rand"]),
    ("engine", &["tokio", "sea-orm", "axum", "reqwest", "async-graphql"]),
    ("sinks", &["sea-orm", "rusqlite", "async-graphql", "axum"]),
    ("tables", &["async-graphql", "axum", "dmb-store"]),
    ("exchange", &["tokio", "sea-orm", "rusqlite", "async-graphql", "axum", "reqwest"]),
    ("store", &["async-graphql", "axum", "arrow-array"]),
    ("app", &["axum", "async-graphql", "sea-orm", "rusqlite"]),
    ("api", &["sea-orm", "rusqlite", "arrow-array"]),
];

/// Ways past the quoting of SQL; where one is needed, the line says `// sql: <why no user text gets here>`.
const RAW_SQL: [&str; 3] = ["Expr::cust", ".extra(", "SimpleExpr::Custom"];

/// The one place that knows DataFusion.
const DATAFUSION: &str = "backend/engine/src/expression/";

/// Lines a file may have.
const MOST_LINES: usize = 600;

/// Checks every rule and tells all that is broken at once.
pub fn tidy() -> Done {
    let mut broken = room_order()?;
    for file in tracked_files() {
        check_file(&file, &mut broken);
    }
    if broken.is_empty() {
        println!("tidy: all rules of the house hold");
        return Ok(());
    }
    Err(format!("{} rules of the house are broken:\n  {}", broken.len(), broken.join("\n  ")))
}

fn room_order() -> Result<Vec<String>, String> {
    let text = sh::output("", &cargo(), &["metadata", "--format-version", "1", "--no-deps", "--offline"], &[])
        .ok_or("cargo metadata failed")?;
    let metadata: serde_json::Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let mut broken = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let room = package["name"].as_str().unwrap_or_default().trim_start_matches("dmb-");
        let Some(level) = level(room) else {
            broken.push(format!("{room}: a room that has no level in xtask/src/tidy.rs"));
            continue;
        };
        let used = package["dependencies"].as_array().into_iter().flatten().filter(|d| d["kind"].is_null());
        for name in used.filter_map(|dependency| dependency["name"].as_str()) {
            let other = name.strip_prefix("dmb-").and_then(|other| Some((other, self::level(other)?)));
            if let Some((other, _)) = other.filter(|(_, other_level)| *other_level >= level) {
                broken.push(format!("{room} (level {level}) may not use {other}"));
            }
            if BANNED.iter().any(|(who, names)| *who == room && names.contains(&name)) {
                broken.push(format!("{room} must never see {name}"));
            }
        }
    }
    Ok(broken)
}

fn level(room: &str) -> Option<u8> {
    LEVELS.iter().find(|(name, _)| *name == room).map(|(_, level)| *level)
}

fn tracked_files() -> Vec<PathBuf> {
    let list =
        sh::output("", "git", &["ls-files", "--cached", "--others", "--exclude-standard"], &[]).unwrap_or_default();
    list.lines().map(PathBuf::from).filter(|path| sh::root().join(path).is_file()).collect()
}

fn check_file(path: &Path, broken: &mut Vec<String>) {
    let name = path.to_string_lossy().replace('\\', "/");
    let is_rust = name.ends_with(".rs");
    if !(is_rust || [".ts", ".tsx", ".mjs"].iter().any(|ending| name.ends_with(ending))) || exempt(&name) {
        return;
    }
    let Ok(text) = fs::read_to_string(sh::root().join(path)) else { return };
    let lines = text.lines().count();
    if lines > MOST_LINES {
        broken.push(format!("{name}: {lines} lines, more than {MOST_LINES}; split it"));
    }
    if !is_rust {
        return;
    }
    let opens = ["lib.rs", "mod.rs", "main.rs"].iter().any(|file| path.file_name().is_some_and(|f| f == *file));
    if opens && !text.trim_start().starts_with("//!") && !name.contains("/tests/") {
        broken.push(format!("{name}: opens without saying what the room is"));
    }
    if !name.contains("backend/xtask/") {
        for (number, line) in text.lines().enumerate() {
            if line.contains("datafusion_") && !name.starts_with(DATAFUSION) {
                broken.push(format!("{name}:{}: DataFusion is for {DATAFUSION} alone", number + 1));
            }
            if RAW_SQL.iter().any(|way| line.contains(way)) && !line.contains("// sql:") {
                broken.push(format!("{name}:{}: raw SQL without `// sql: why`", number + 1));
            }
        }
    }
}

/// Data tables and generated files.
fn exempt(name: &str) -> bool {
    ["/locales/", "/data/", "generated", "graphql-env.d.ts", ".gen.ts"].iter().any(|part| name.contains(part))
}
