//! The platform's own schema, step by step, for SQLite, PostgreSQL and MySQL/MariaDB.
//!
//! One file a step, listed in [`Migrator`] in the order of their numbers. A step that was released is never changed: what
//! must differ is a new step. Each can be taken back. Nothing here knows what the rows mean.

mod build;
mod m0001_accounts;
mod m0002_projects;
mod m0003_jobs;
mod m0004_exports;
mod m0005_job_profiles;

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::{MigrationTrait, async_trait::async_trait};

/// The steps in their order.
#[derive(Clone, Copy, Debug)]
pub struct Migrator;

#[async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_accounts::Step),
            Box::new(m0002_projects::Step),
            Box::new(m0003_jobs::Step),
            Box::new(m0004_exports::Step),
            Box::new(m0005_job_profiles::Step),
        ]
    }
}
