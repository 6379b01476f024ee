//! The pool, transactions that write, and trying again when two of them got into each other's way.

use std::{ops::Deref, sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use dmb_migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    EntityTrait, IntoActiveModel, IsolationLevel, SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sea_query::{Expr, Query},
};
use tokio::sync::{Mutex, OwnedMutexGuard};

use crate::{StoreError, convert::moment};

/// How often a transaction is tried before contention is reported.
const TRIES: u32 = 8;

/// The pool of connections.
#[derive(Clone)]
pub(crate) struct Db {
    conn: DatabaseConnection,
    /// SQLite lets one transaction write at a time and makes the others poll; this lets ours queue in turn instead.
    turn: Option<Arc<Mutex<()>>>,
}

/// A transaction that may write. Dropped without [`WriteTx::commit`], it leaves nothing.
pub(crate) struct WriteTx {
    tx: DatabaseTransaction,
    _turn: Option<OwnedMutexGuard<()>>,
}

impl Deref for WriteTx {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.tx
    }
}

impl WriteTx {
    pub(crate) async fn commit(self) -> Result<(), StoreError> {
        Ok(self.tx.commit().await?)
    }
}

impl Db {
    pub(crate) fn new(conn: DatabaseConnection) -> Self {
        let turn = (conn.get_database_backend() == DbBackend::Sqlite).then(|| Arc::new(Mutex::new(())));
        Self { conn, turn }
    }

    /// For reads that are one statement.
    pub(crate) fn conn(&self) -> &DatabaseConnection {
        &self.conn
    }

    /// Applies the steps that are missing. Where several processes start at once, one applies a step and the others fail
    /// at it; they look again until nothing is missing or the failure has another cause.
    pub(crate) async fn migrate(&self) -> Result<(), StoreError> {
        let mut tries = 1;
        loop {
            match Migrator::up(&self.conn, None).await {
                Err(error) if tries < TRIES => {
                    tracing::debug!(%error, tries, "a migration failed; looking again");
                    tokio::time::sleep(Duration::from_millis(20 << tries)).await;
                    tries += 1;
                }
                outcome => return Ok(outcome?),
            }
        }
    }

    /// Begins a transaction that may write. It sees what others have committed at each statement (the read-then-write
    /// verbs rely on conditions in their writes, not on snapshots), and on SQLite holds the write lock from the start.
    pub(crate) async fn write(&self) -> Result<WriteTx, StoreError> {
        let turn = match &self.turn {
            Some(turn) => Some(Arc::clone(turn).lock_owned().await),
            None => None,
        };
        let options = match self.conn.get_database_backend() {
            DbBackend::Sqlite => TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..TransactionOptions::default()
            },
            _ => TransactionOptions {
                isolation_level: Some(IsolationLevel::ReadCommitted),
                ..TransactionOptions::default()
            },
        };
        Ok(WriteTx { tx: self.conn.begin_with_options(options).await?, _turn: turn })
    }

    /// Begins a transaction whose reads all see one moment.
    pub(crate) async fn snapshot(&self) -> Result<DatabaseTransaction, StoreError> {
        let isolation_level = match self.conn.get_database_backend() {
            DbBackend::Sqlite => None,
            _ => Some(IsolationLevel::RepeatableRead),
        };
        let options = TransactionOptions { isolation_level, ..TransactionOptions::default() };
        Ok(self.conn.begin_with_options(options).await?)
    }
}

/// Runs `work` again while transactions collide, waiting a little longer each time.
pub(crate) async fn retrying<T, F>(work: impl Fn() -> F) -> Result<T, StoreError>
where
    F: Future<Output = Result<T, StoreError>>,
{
    let mut tries = 1;
    loop {
        match work().await {
            Err(error) if error.is_contention() && tries < TRIES => {
                tracing::debug!(tries, "transactions collided; trying again");
                tokio::time::sleep(Duration::from_millis(5 << tries)).await;
                tries += 1;
            }
            answer => return answer,
        }
    }
}

/// The database's clock: microseconds since 1970.
pub(crate) async fn now_micros(db: &impl ConnectionTrait) -> Result<i64, StoreError> {
    let clock = match db.get_database_backend() {
        DbBackend::Postgres => "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS bigint)",
        DbBackend::MySql => "CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS SIGNED)",
        _ => "CAST(unixepoch('now', 'subsec') * 1000000 AS INTEGER)",
    };
    let query = Query::select().expr_as(Expr::cust(clock), "now").to_owned(); // sql: three fixed texts above
    let row = db.query_one(&query).await?.ok_or_else(|| StoreError::corrupt("the clock gave no row"))?;
    Ok(row.try_get("", "now")?)
}

/// The database's clock.
pub(crate) async fn now(db: &impl ConnectionTrait) -> Result<DateTime<Utc>, StoreError> {
    Ok(moment(now_micros(db).await?))
}

/// Inserts a whole row.
pub(crate) async fn insert<E, A>(db: &impl ConnectionTrait, row: E::Model) -> Result<(), DbErr>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<A>,
    A: ActiveModelTrait<Entity = E> + ActiveModelBehavior + Send,
{
    E::insert(row.into_active_model().reset_all()).exec_without_returning(db).await?;
    Ok(())
}
