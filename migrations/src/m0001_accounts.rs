//! Accounts, their sessions and tokens, rate limits, settings and the record of deeds.

use sea_orm_migration::DbErr;

use crate::build::{Build, big, big_null, id, id_null, step, text};

step!(
    "m0001_accounts",
    drops: ["audit_entries", "settings", "throttles", "access_tokens", "session_tokens", "sessions", "users"]
);

async fn up(build: &Build<'_, '_>) -> Result<(), DbErr> {
    let columns = vec![
        id("id"),
        text("email", 255),
        text("email_key", 255),
        text("name", 190),
        text("role", 20),
        text("password_phc", 255),
        big("created_at"),
    ];
    build.table("users", 1, columns, &[]).await?;
    build.unique("users", &["email_key"]).await?;
    build.index("users", &["created_at"]).await?;
    sessions(build).await?;

    let columns = vec![
        id("id"),
        id("user_id"),
        text("name", 190),
        text("hash", 128),
        build.long_text("scopes"),
        text("last_four", 8),
        big("created_at"),
        big_null("expires_at"),
        big_null("last_used_at"),
        big_null("revoked_at"),
    ];
    build.table("access_tokens", 1, columns, &[("user_id", "users")]).await?;
    build.unique("access_tokens", &["hash"]).await?;
    build.index("access_tokens", &["user_id", "created_at"]).await?;
    installation(build).await
}

async fn sessions(build: &Build<'_, '_>) -> Result<(), DbErr> {
    let columns = vec![
        id("id"),
        id("user_id"),
        text("client", 255),
        big("created_at"),
        big("last_used_at"),
        big("expires_at"),
        big_null("revoked_at"),
    ];
    build.table("sessions", 1, columns, &[("user_id", "users")]).await?;
    build.index("sessions", &["user_id", "expires_at"]).await?;
    build.index("sessions", &["expires_at"]).await?;

    let columns = vec![text("hash", 128), id("session_id"), big_null("retired_at")];
    build.table("session_tokens", 1, columns, &[("session_id", "sessions")]).await?;
    build.index("session_tokens", &["session_id"]).await
}

async fn installation(build: &Build<'_, '_>) -> Result<(), DbErr> {
    build.table("throttles", 1, vec![text("name", 190), big("due_at")], &[]).await?;
    build.index("throttles", &["due_at"]).await?;
    build.table("settings", 1, vec![text("name", 190), build.long_text("value")], &[]).await?;

    // Without parents: the record outlives what it tells of.
    let columns = vec![
        id("id"),
        id_null("actor_id"),
        text("action", 100),
        text("target", 255),
        big("at"),
        build.long_text("details"),
    ];
    build.table("audit_entries", 1, columns, &[]).await?;
    build.index("audit_entries", &["at"]).await?;
    build.index("audit_entries", &["actor_id", "at"]).await
}
