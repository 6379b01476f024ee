//! The platform's own database: accounts, projects, definitions, jobs and exports.
//!
//! One [`Store`] speaks to SQLite, PostgreSQL and MySQL/MariaDB with the same code. Each noun has its file and its group
//! of verbs (`store.projects().create(…)`); a verb that needs several writes makes them in one transaction. What goes in
//! and comes out are the plain records defined beside the verbs; entities, SQL and the driver never leave this room.
//! It holds no rule about who may do what, never touches the users' own tables and knows neither GraphQL nor Arrow.
//!
//! Times are UTC to the microsecond. Where a verb takes `now` or a record carries a moment, the caller's clock decides;
//! jobs and their leases go by the clock of the database alone ([`Jobs`]).

mod access_tokens;
mod audit;
mod connect;
mod convert;
mod db;
mod entities;
mod error;
mod exports;
mod jobs;
mod migrations;
mod page;
mod projects;
mod sessions;
mod settings;
mod tables;
mod throttles;
mod users;

use db::Db;

pub use access_tokens::{AccessToken, AccessTokens, NewAccessToken};
pub use audit::{Audit, AuditEntry, NewAuditEntry};
pub use error::StoreError;
pub use exports::{Export, ExportFilter, Exports, NewExport};
pub use jobs::{
    Attempt, CancelAnswer, Claim, Enqueued, Execution, ExecutionStats, Heartbeat, Idempotency, Job, JobError, JobEvent,
    JobFilter, JobStatus, Jobs, Lease, NewJob, Priority, Progress, Rescued, Settled, TableProgress,
};
pub use migrations::{Migration, MigrationStatus, Migrations, NewMigration};
pub use page::{Cursor, Edge, Page, PageRequest};
pub use projects::{DeletedProject, NewProject, Project, ProjectChange, ProjectFilter, Projects};
pub use sessions::{NewSession, Rotation, Session, Sessions};
pub use settings::Settings;
pub use tables::{StoredTable, TableVersion, TableWrite, Tables};
pub use throttles::{Throttle, Throttles};
pub use users::{NewUser, Role, User, Users};

/// The platform's database. Cheap to clone: clones share one pool of connections.
#[derive(Clone)]
pub struct Store {
    db: Db,
}

impl Store {
    /// Opens the database at `url`: `sqlite://path/to/file.db` (made if missing), `sqlite::memory:`, `postgres://…` or
    /// `mysql://…` (MariaDB too). Applies no migration; see [`Store::migrate`].
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when the database can't be reached, [`StoreError::Internal`] when the URL is wrong.
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        Ok(Self { db: Db::new(connect::open(url).await?) })
    }

    /// Brings the schema up to date. Does nothing when it is; safe to call at every start.
    ///
    /// # Errors
    /// [`StoreError::Internal`] when a step fails or the database is of a newer version of the program.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        self.db.migrate().await
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when it doesn't.
    pub async fn ping(&self) -> Result<(), StoreError> {
        Ok(self.db.conn().ping().await?)
    }

    /// Closes every connection; verbs fail from here on.
    ///
    /// # Errors
    /// [`StoreError::Internal`] when a connection can't be closed.
    pub async fn close(&self) -> Result<(), StoreError> {
        Ok(self.db.conn().close_by_ref().await?)
    }

    /// Accounts.
    pub fn users(&self) -> Users<'_> {
        Users::new(&self.db)
    }

    /// Families of refresh tokens.
    pub fn sessions(&self) -> Sessions<'_> {
        Sessions::new(&self.db)
    }

    /// Personal access tokens.
    pub fn access_tokens(&self) -> AccessTokens<'_> {
        AccessTokens::new(&self.db)
    }

    /// Rate limits that survive a restart.
    pub fn throttles(&self) -> Throttles<'_> {
        Throttles::new(&self.db)
    }

    /// Named values of the installation.
    pub fn settings(&self) -> Settings<'_> {
        Settings::new(&self.db)
    }

    /// Who did what.
    pub fn audit(&self) -> Audit<'_> {
        Audit::new(&self.db)
    }

    /// Projects.
    pub fn projects(&self) -> Projects<'_> {
        Projects::new(&self.db)
    }

    /// Definitions of tables with their versions.
    pub fn tables(&self) -> Tables<'_> {
        Tables::new(&self.db)
    }

    /// Migrations of the users' tables.
    pub fn migrations(&self) -> Migrations<'_> {
        Migrations::new(&self.db)
    }

    /// The queue of jobs.
    pub fn jobs(&self) -> Jobs<'_> {
        Jobs::new(&self.db)
    }

    /// Files made by jobs.
    pub fn exports(&self) -> Exports<'_> {
        Exports::new(&self.db)
    }
}
