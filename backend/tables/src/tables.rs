//! The door to this room.

use std::path::PathBuf;
use std::sync::Arc;

use arrow_array::ArrayRef;
use dmb_spec::{Design, FieldId, FieldType, Table, TableId};
use uuid::Uuid;

use crate::home::{self, Home};
use crate::introspect::{self, TableInfo};
use crate::load::{LoadRequest, Loader};
use crate::migrate::{self, Applied, MigrationPlan};
use crate::read::{self, RowPage, RowQuery, Snapshot};
use crate::{Namespace, TablesError, state};

/// Where the users' tables live.
#[derive(Clone, Debug)]
pub struct TablesConfig {
    /// Folder of the SQLite files, one a project; made when it is not there.
    pub folder: PathBuf,
    /// The server they live on instead: `postgres://…`, a schema a project. Empty: the folder.
    pub url: String,
}

impl TablesConfig {
    /// SQLite files in a folder.
    pub fn files(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), url: String::new() }
    }
}

/// The users' tables. Cheap to clone; every clone shares the same connections.
#[derive(Clone)]
pub struct Tables {
    home: Arc<dyn Home>,
}

impl Tables {
    /// Opens the place where tables live. A server is reached when it is first asked.
    ///
    /// # Errors
    /// [`TablesError::Invalid`] where the URL names no database that tables can be in, [`TablesError::Io`] where the
    /// folder can't be made.
    pub fn open(config: TablesConfig) -> Result<Self, TablesError> {
        Ok(Self { home: home::open(config.folder, &config.url)? })
    }

    /// Asks the database for an answer.
    ///
    /// # Errors
    /// Where it gives none.
    pub async fn ping(&self) -> Result<(), TablesError> {
        self.blocking(|home| home.any_reader(Namespace(Uuid::nil()))?.number("SELECT 1", &[]).map(drop)).await
    }

    /// The database's name, for people.
    pub fn database(&self) -> &'static str {
        self.home.dialect().name()
    }

    /// What a field of this type becomes in the database, in its own words.
    pub fn database_type(&self, field_type: FieldType) -> String {
        self.home.dialect().database_type(field_type)
    }

    /// What leads from the design that was applied last (`None`: none yet) to another. Counts rows that stand in the
    /// way; changes nothing. Rolling back is planning from the later design to the earlier one.
    pub async fn plan_migration(
        &self,
        namespace: Namespace,
        before: Option<&Design>,
        after: &Design,
    ) -> Result<MigrationPlan, TablesError> {
        let (before, after) = (before.cloned(), after.clone());
        self.blocking(move |c| migrate::plan(c, namespace, before.as_ref(), &after)).await
    }

    /// Carries a plan out in one transaction; where anything fails, everything is as before.
    pub async fn apply(&self, namespace: Namespace, plan: &MigrationPlan) -> Result<Applied, TablesError> {
        let plan = plan.clone();
        self.blocking(move |c| migrate::apply(c, namespace, &plan)).await
    }

    /// Removes a project's tables with everything in them, staged loads included. Nothing to remove is no error.
    pub async fn drop_namespace(&self, namespace: Namespace) -> Result<(), TablesError> {
        self.blocking(move |c| c.remove(namespace)).await
    }

    /// Rows of a table; `None` where the table is not in the database.
    pub async fn row_count(&self, namespace: Namespace, table: &Table) -> Result<Option<u64>, TablesError> {
        let (id, name) = (table.id, table.name.clone());
        self.blocking(move |c| state::row_count(c, namespace, id, &name)).await
    }

    /// A page of rows.
    pub async fn rows(
        &self,
        namespace: Namespace,
        design: &Design,
        table: &Table,
        query: RowQuery,
    ) -> Result<RowPage, TablesError> {
        let (design, table) = (design.clone(), table.clone());
        self.blocking(move |c| read::page(c, namespace, &design, &table, &query)).await
    }

    /// The values of a key field that are there, without nulls, in the Arrow type of the field; at most `limit`.
    pub async fn keys(
        &self,
        namespace: Namespace,
        design: &Design,
        table: TableId,
        field: FieldId,
        limit: usize,
    ) -> Result<ArrayRef, TablesError> {
        let design = design.clone();
        self.blocking(move |c| read::keys(c, namespace, &design, table, field, limit)).await
    }

    /// Row numbers of a table that were used so far: the number the next appended row gets. 0 where there are none.
    pub async fn high_water(&self, namespace: Namespace, table: TableId) -> Result<u64, TablesError> {
        self.blocking(move |c| Ok(state::get(c, namespace, table)?.map_or(0, |s| s.rows_used))).await
    }

    /// The seed that the unique columns of the rows in this table came from; `None` where there are no rows.
    pub async fn key_seed(&self, namespace: Namespace, table: TableId) -> Result<Option<u64>, TablesError> {
        self.blocking(move |c| Ok(state::get(c, namespace, table)?.and_then(|s| s.key_seed))).await
    }

    /// What the database itself says of its tables (ours left out), by name.
    pub async fn describe(&self, namespace: Namespace) -> Result<Vec<TableInfo>, TablesError> {
        self.blocking(move |c| introspect::describe(c, namespace)).await
    }

    /// Begins a load, or goes on with what an earlier attempt of the same job left. Blocking.
    pub fn loader(&self, request: LoadRequest) -> Result<Loader, TablesError> {
        Loader::open(Arc::clone(&self.home), request)
    }

    /// Whether a job's rows were published; then nothing of it remains to be done.
    pub async fn is_published(&self, namespace: Namespace, job: Uuid) -> Result<bool, TablesError> {
        self.blocking(move |c| state::is_published(c, namespace, job)).await
    }

    /// Throws away what a job staged and never published.
    pub async fn discard_load(&self, namespace: Namespace, job: Uuid) -> Result<(), TablesError> {
        self.blocking(move |c| c.remove_stage(namespace, job)).await
    }

    /// Everything in a namespace as it is now, for as long as the snapshot is held. Blocking.
    pub fn snapshot(&self, namespace: Namespace) -> Result<Snapshot, TablesError> {
        Snapshot::open(&*self.home, namespace)
    }

    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&dyn Home) -> Result<T, TablesError> + Send + 'static,
    ) -> Result<T, TablesError> {
        let home = Arc::clone(&self.home);
        tokio::task::spawn_blocking(move || work(&*home))
            .await
            .map_err(|e| TablesError::Internal(format!("a reading thread stopped: {e}")))?
    }
}
