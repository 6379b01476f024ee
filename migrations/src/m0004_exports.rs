//! Files made by jobs.

use sea_orm_migration::DbErr;

use crate::build::{Build, big, big_null, id, step, text};

step!("m0004_exports", drops: ["exports"]);

async fn up(build: &Build<'_, '_>) -> Result<(), DbErr> {
    let columns = vec![
        id("id"),
        id("job_id"),
        id("project_id"),
        id("owner_id"),
        text("format", 60),
        build.long_text("options"),
        text("file_name", 255),
        text("media_type", 100),
        text("storage_path", 255),
        big("row_count"),
        big("bytes"),
        text("sha256", 64),
        big_null("seed"),
        big("created_at"),
        big_null("expires_at"),
        big_null("deleted_at"),
    ];
    let parents = [("job_id", "jobs"), ("project_id", "projects"), ("owner_id", "users")];
    build.table("exports", 1, columns, &parents).await?;
    build.index("exports", &["owner_id", "created_at"]).await?;
    build.index("exports", &["project_id", "created_at"]).await?;
    build.index("exports", &["job_id"]).await?;
    build.index("exports", &["expires_at"]).await
}
