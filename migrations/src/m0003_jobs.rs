//! The queue of jobs, the attempts at them and what happened to them.

use sea_orm_migration::DbErr;

use crate::build::{Build, big, big_null, flag, float, id, id_null, small, step, text, text_null};

step!("m0003_jobs", drops: ["job_events", "job_executions", "jobs"]);

async fn up(build: &Build<'_, '_>) -> Result<(), DbErr> {
    let columns = vec![
        id("id"),
        id("owner_id"),
        id("project_id"),
        text("kind", 60),
        text("status", 20),
        small("priority"),
        build.long_text("payload"),
        big("seed"),
        big("as_of"),
        text("plan_fingerprint", 128),
        small("attempt"),
        small("max_attempts"),
        flag("cancel_requested"),
        text_null("idempotency_key", 190),
        text_null("idempotency_hash", 128),
        big("run_at"),
        text_null("worker_id", 100),
        id_null("lease_token"),
        big_null("lease_until"),
        big_null("heartbeat_at"),
        big_null("claimed_at"),
        build.long_text_null("progress"),
        build.long_text_null("error"),
        build.long_text_null("report"),
        big("created_at"),
        big_null("started_at"),
        big_null("finished_at"),
    ];
    build.table("jobs", 1, columns, &[("owner_id", "users"), ("project_id", "projects")]).await?;
    build.unique("jobs", &["owner_id", "idempotency_key"]).await?;
    // What the claim asks: who waits, what of an owner's runs, when an owner was served last.
    build.index("jobs", &["status", "run_at"]).await?;
    build.index("jobs", &["owner_id", "status"]).await?;
    build.index("jobs", &["owner_id", "claimed_at"]).await?;
    // What the sweep asks.
    build.index("jobs", &["status", "lease_until"]).await?;
    // What people ask.
    build.index("jobs", &["owner_id", "created_at"]).await?;
    build.index("jobs", &["project_id", "created_at"]).await?;
    history(build).await
}

async fn history(build: &Build<'_, '_>) -> Result<(), DbErr> {
    let columns = vec![
        id("id"),
        id("job_id"),
        small("attempt"),
        text("worker_id", 100),
        text("status", 20),
        build.long_text("step"),
        big("rows_done"),
        float("rows_per_second"),
        big("bytes_written"),
        big_null("peak_memory_bytes"),
        big("started_at"),
        big_null("finished_at"),
        build.long_text_null("error"),
    ];
    build.table("job_executions", 1, columns, &[("job_id", "jobs")]).await?;
    build.index("job_executions", &["job_id", "started_at"]).await?;

    let columns = vec![id("id"), id("job_id"), text("kind", 40), build.long_text("message"), big("at")];
    build.table("job_events", 1, columns, &[("job_id", "jobs")]).await?;
    build.index("job_events", &["job_id", "at"]).await
}
