//! Projects, the definitions of their tables with all versions, and the migrations of the users' databases.

use sea_orm_migration::DbErr;

use crate::build::{Build, big, big_null, id, small, step, text};

step!("m0002_projects", drops: ["table_migrations", "table_versions", "project_tables", "projects"]);

async fn up(build: &Build<'_, '_>) -> Result<(), DbErr> {
    let columns = vec![
        id("id"),
        id("owner_id"),
        text("name", 190),
        text("name_key", 255),
        build.long_text("description"),
        big("seed"),
        build.long_text("locale"),
        big_null("as_of"),
        small("revision"),
        big("created_at"),
        big("updated_at"),
    ];
    build.table("projects", 1, columns, &[("owner_id", "users")]).await?;
    build.index("projects", &["owner_id", "created_at"]).await?;
    tables(build).await?;

    let columns = vec![
        id("id"),
        id("project_id"),
        small("number"),
        build.long_text_null("design_before"),
        build.long_text("design_after"),
        build.long_text("steps"),
        text("checksum", 128),
        text("status", 20),
        build.long_text_null("error"),
        big("duration_ms"),
        id("applied_by"),
        big("created_at"),
        big_null("rolled_back_at"),
    ];
    build.table("table_migrations", 1, columns, &[("project_id", "projects")]).await?;
    build.unique("table_migrations", &["project_id", "number"]).await?;
    build.index("table_migrations", &["project_id", "created_at"]).await
}

async fn tables(build: &Build<'_, '_>) -> Result<(), DbErr> {
    let columns = vec![
        id("project_id"),
        id("table_id"),
        text("name", 190),
        small("position"),
        build.long_text("definition"),
        small("revision"),
        big("created_at"),
        big("updated_at"),
    ];
    build.table("project_tables", 2, columns, &[("project_id", "projects")]).await?;
    build.unique("project_tables", &["project_id", "name"]).await?;

    // No parent table: versions outlive their table, so that its numbers go on when it comes back.
    let columns = vec![
        id("project_id"),
        id("table_id"),
        small("revision"),
        build.long_text("definition"),
        id("changed_by"),
        big("created_at"),
    ];
    build.table("table_versions", 3, columns, &[("project_id", "projects")]).await
}
