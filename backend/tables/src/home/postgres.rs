//! A PostgreSQL server: one schema a namespace. Staged rows are unlogged tables of the schema.

use std::str::FromStr;
use std::time::Duration;

use sea_orm::sqlx::ConnectOptions;
use sea_orm::sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use tokio::runtime::{Builder, Runtime};
use uuid::Uuid;

use super::{Home, Lent};
use crate::dialect::{Dialect, postgres::Postgres};
use crate::load::{LoadRequest, PgStage, Stage};
use crate::names::LOADS;
use crate::session::{PgSession, Session};
use crate::{Namespace, TablesError};

/// Connections at most, over all projects.
const CONNECTIONS: u32 = 24;
/// How long to wait for one.
const WAIT: Duration = Duration::from_secs(10);
const IDLE: Duration = Duration::from_secs(300);

/// What every connection is told: how texts, dates and moments are written, and how long to wait for a lock.
const SETTINGS: [(&str, &str); 6] = [
    ("standard_conforming_strings", "on"),
    ("TimeZone", "UTC"),
    ("DateStyle", "ISO"),
    ("client_min_messages", "warning"),
    ("lock_timeout", "5s"),
    ("application_name", "dmb"),
];

/// A server.
pub(crate) struct PgHome {
    /// Drives the connections; absent only while it is being dropped.
    runtime: Option<Runtime>,
    pool: PgPool,
}

impl PgHome {
    /// Reads the URL; the first connection is made when it is needed.
    pub fn open(url: &str) -> Result<Self, TablesError> {
        let options = PgConnectOptions::from_str(url).map_err(|error| {
            TablesError::invalid("tables_url", "url_invalid", format!("The URL of the tables can't be read: {error}."))
        })?;
        let runtime = Builder::new_multi_thread().worker_threads(2).thread_name("tables").enable_all().build()?;
        let pool = {
            let _inside = runtime.enter();
            PgPoolOptions::new()
                .max_connections(CONNECTIONS)
                .acquire_timeout(WAIT)
                .idle_timeout(IDLE)
                .connect_lazy_with(options.options(SETTINGS).disable_statement_logging())
        };
        Ok(Self { runtime: Some(runtime), pool })
    }

    fn session(&self, namespace: Namespace) -> Result<PgSession, TablesError> {
        let runtime = self.runtime.as_ref().ok_or_else(|| TablesError::Internal("the tables are closed".into()))?;
        PgSession::open(runtime.handle().clone(), self.pool.clone(), schema(namespace))
    }
}

impl Drop for PgHome {
    fn drop(&mut self) {
        // Plain dropping waits for its tasks, which a thread of another runtime must not.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl Home for PgHome {
    fn dialect(&self) -> &'static dyn Dialect {
        &Postgres
    }

    fn reader(&self, namespace: Namespace) -> Result<Option<Lent<'_>>, TablesError> {
        Ok(Some(Box::new(self.session(namespace)?)))
    }

    fn own_reader(&self, namespace: Namespace) -> Result<Option<Box<dyn Session>>, TablesError> {
        Ok(Some(Box::new(self.session(namespace)?)))
    }

    fn any_reader(&self, namespace: Namespace) -> Result<Lent<'_>, TablesError> {
        Ok(Box::new(self.session(namespace)?))
    }

    fn writer(&self, namespace: Namespace) -> Result<Box<dyn Session>, TablesError> {
        Ok(Box::new(self.session(namespace)?))
    }

    fn publisher(&self, namespace: Namespace, _: Uuid) -> Result<Box<dyn Session>, TablesError> {
        self.writer(namespace)
    }

    fn stage(&self, request: &LoadRequest, identity: &str) -> Result<Box<dyn Stage>, TablesError> {
        let session = self.session(request.namespace)?;
        if PgStage::is_foreign(&session, request.job, identity)? {
            self.remove_stage(request.namespace, request.job)?;
        }
        Ok(Box::new(PgStage::open(session, request, identity)?))
    }

    fn remove_stage(&self, namespace: Namespace, job: Uuid) -> Result<(), TablesError> {
        let session = self.session(namespace)?;
        if !Postgres.catalogue().has_table(&session, LOADS)? {
            return Ok(());
        }
        session.begin()?;
        let tables = session.texts(
            "SELECT CAST(tablename AS text) FROM pg_tables WHERE schemaname = current_schema() AND tablename LIKE $1",
            &[format!("\\_dmb\\_stage\\_{}\\_%", job.simple()).into()],
        )?;
        for table in tables {
            session.batch(&format!("DROP TABLE {}", Postgres.quote(&table)))?;
        }
        session.execute(&format!("DELETE FROM {LOADS} WHERE job = $1"), &[job.to_string().into()])?;
        session.commit()
    }

    fn remove(&self, namespace: Namespace) -> Result<(), TablesError> {
        let session = self.session(namespace)?;
        session.batch(&format!("DROP SCHEMA IF EXISTS {} CASCADE", Postgres.quote(&schema(namespace))))
    }
}

/// The schema of a namespace.
fn schema(namespace: Namespace) -> String {
    format!("dmb_{}", namespace.0.simple())
}
