//! Every step can be applied, taken back and applied again, on each database that there is.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use dmb_migrations::{Migrator, MigratorTrait};
use sea_orm_migration::sea_orm::{ConnectionTrait, Database, DatabaseConnection};

const TABLES: [&str; 16] = [
    "access_tokens",
    "audit_entries",
    "exports",
    "job_events",
    "job_executions",
    "job_profiles",
    "jobs",
    "project_tables",
    "projects",
    "session_tokens",
    "sessions",
    "settings",
    "table_migrations",
    "table_versions",
    "throttles",
    "users",
];

async fn up_down_up(db: &DatabaseConnection) {
    Migrator::up(db, None).await.unwrap();
    Migrator::up(db, None).await.unwrap();
    assert_eq!(present(db).await, TABLES);
    Migrator::down(db, None).await.unwrap();
    assert_eq!(present(db).await, [""; 0]);
    Migrator::up(db, None).await.unwrap();
    assert_eq!(present(db).await, TABLES);
    // One step at a time, too.
    for _ in Migrator::migrations() {
        Migrator::down(db, Some(1)).await.unwrap();
    }
    assert_eq!(present(db).await, [""; 0]);
}

/// Which of our tables there are.
async fn present(db: &DatabaseConnection) -> Vec<&'static str> {
    let mut there = Vec::new();
    for table in TABLES {
        if db.execute_unprepared(&format!("SELECT 1 FROM {table} WHERE 1 = 0")).await.is_ok() {
            there.push(table);
        }
    }
    there
}

fn server(variable: &str) -> Option<String> {
    let url = std::env::var(variable).ok();
    if url.is_none() {
        eprintln!("skipped: {variable} is not set");
    }
    url
}

/// Runs the test in a database made by `make` and dropped by `drop`, whatever comes of it.
async fn in_between(server: &str, make: String, drop: String, url: String) {
    let admin = Database::connect(server).await.unwrap();
    admin.execute_unprepared(&make).await.unwrap();
    let outcome = tokio::spawn(async move {
        let db = Database::connect(url).await.unwrap();
        up_down_up(&db).await;
        db.close().await.unwrap();
    })
    .await;
    admin.execute_unprepared(&drop).await.unwrap();
    outcome.unwrap();
}

fn fresh_name() -> String {
    format!("dmb_steps_{}", std::process::id())
}

#[tokio::test]
async fn on_sqlite() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}?mode=rwc", folder.path().join("steps.db").display());
    up_down_up(&Database::connect(url).await.unwrap()).await;
}

#[tokio::test]
async fn on_postgres() {
    let Some(server) = server("DMB_TEST_POSTGRES_URL") else { return };
    let name = fresh_name();
    let joint = if server.contains('?') { '&' } else { '?' };
    let url = format!("{server}{joint}options=-c%20search_path%3D{name}");
    in_between(&server, format!("CREATE SCHEMA {name}"), format!("DROP SCHEMA {name} CASCADE"), url).await;
}

#[tokio::test]
async fn on_mysql() {
    let Some(server) = server("DMB_TEST_MYSQL_URL") else { return };
    let name = fresh_name();
    let (base, _) = server.rsplit_once('/').unwrap();
    let url = format!("{base}/{name}");
    in_between(&server, format!("CREATE DATABASE {name}"), format!("DROP DATABASE {name}"), url).await;
}
