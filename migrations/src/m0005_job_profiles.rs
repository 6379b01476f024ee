//! What the rows that jobs made look like. Apart from the jobs: it is long, and lists of jobs never show it.

use sea_orm_migration::DbErr;

use crate::build::{Build, id, step};

step!("m0005_job_profiles", drops: ["job_profiles"]);

async fn up(build: &Build<'_, '_>) -> Result<(), DbErr> {
    let columns = vec![id("job_id"), build.long_text("profile")];
    build.table("job_profiles", 1, columns, &[("job_id", "jobs")]).await
}
