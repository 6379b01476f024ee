//! A connection to PostgreSQL. The driver is asynchronous and this room is not: a runtime of its own drives the
//! connections, and whoever asks waits for the answer. So it can be used from any thread.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::ops::ControlFlow;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

use futures_util::TryStreamExt;
use sea_orm::sqlx::pool::PoolConnection;
use sea_orm::sqlx::postgres::{PgArguments, PgPool, PgRow, Postgres as Driver};
use sea_orm::sqlx::{Arguments, AssertSqlSafe, PgConnection, query_with, raw_sql};
use tokio::runtime::Handle;

use super::{EachRow, Session, Value};
use crate::TablesError;
use crate::dialect::{Dialect, postgres::Postgres};

mod cell;

pub(crate) use cell::{DAYS_TO_2000, MICROS_TO_2000};

/// Rows that are handed over together.
const ROWS: usize = 256;
/// Time between two looks at the cancel flag.
const LOOK: Duration = Duration::from_millis(50);

type Connection = PoolConnection<Driver>;
type Work<'c, T> = Pin<Box<dyn Future<Output = Result<T, sea_orm::sqlx::Error>> + Send + 'c>>;
type Answer<T> = Receiver<(Connection, Result<T, sea_orm::sqlx::Error>)>;

/// A connection on loan from the pool, whose names are those of one schema.
pub(crate) struct PgSession {
    handle: Handle,
    pool: PgPool,
    schema: String,
    /// Absent while a statement runs, and for good after the driver failed in the middle of one.
    connection: RefCell<Option<Connection>>,
    cancel: RefCell<Option<Cancel>>,
    /// Whether a transaction is open.
    open: Cell<bool>,
}

#[derive(Clone)]
struct Cancel {
    flag: Arc<AtomicBool>,
    process: i64,
}

impl PgSession {
    /// Takes a connection from the pool and points it at a schema, which need not be there yet.
    pub fn open(handle: Handle, pool: PgPool, schema: String) -> Result<Self, TablesError> {
        let (sender, receiver) = sync_channel(1);
        let asked = pool.clone();
        handle.spawn(async move { drop(sender.send(asked.acquire().await)) });
        let connection = receiver.recv().map_err(|_| gone())??;
        let session = Self {
            handle,
            pool,
            schema,
            connection: RefCell::new(Some(connection)),
            cancel: RefCell::default(),
            open: Cell::new(false),
        };
        session.batch(&format!("SET search_path TO {}", Postgres.quote(&session.schema)))?;
        Ok(session)
    }

    /// Begins a transaction that takes no lock of its own.
    pub fn begin(&self) -> Result<(), TablesError> {
        self.open.set(true);
        self.batch("BEGIN")
    }

    /// Sends the bytes of a COPY in binary form.
    pub fn copy(&self, statement: String, bytes: Vec<u8>) -> Result<u64, TablesError> {
        self.run(move |connection| {
            Box::pin(async move {
                let mut copy = connection.copy_in_raw(&statement).await?;
                copy.send(bytes).await?;
                copy.finish().await
            })
        })
    }

    fn run<T: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(&'c mut PgConnection) -> Work<'c, T> + Send + 'static,
    ) -> Result<T, TablesError> {
        let answer = self.start(work)?;
        self.wait(&answer)
    }

    fn start<T: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(&'c mut PgConnection) -> Work<'c, T> + Send + 'static,
    ) -> Result<Answer<T>, TablesError> {
        let mut connection = self.connection.borrow_mut().take().ok_or_else(gone)?;
        let (sender, receiver) = sync_channel(1);
        self.handle.spawn(async move {
            let result = work(&mut connection).await;
            drop(sender.send((connection, result)));
        });
        Ok(receiver)
    }

    fn wait<T>(&self, answer: &Answer<T>) -> Result<T, TablesError> {
        let cancel = self.cancel.borrow().clone();
        let (connection, result) = loop {
            match answer.recv_timeout(LOOK) {
                Ok(answer) => break answer,
                Err(RecvTimeoutError::Disconnected) => return Err(gone()),
                Err(RecvTimeoutError::Timeout) => {
                    if let Some(cancel) = cancel.as_ref().filter(|c| c.flag.load(Ordering::Relaxed)) {
                        self.interrupt(cancel.process);
                    }
                }
            }
        };
        *self.connection.borrow_mut() = Some(connection);
        Ok(result?)
    }

    /// Asks the server, by another connection, to stop the statement that runs on this one.
    fn interrupt(&self, process: i64) {
        let pool = self.pool.clone();
        self.handle.spawn(async move {
            let asked = query_with("SELECT pg_cancel_backend(CAST($1 AS integer))", integer(process)?);
            if let Err(error) = asked.execute(&pool).await {
                tracing::warn!(%error, "a statement could not be cancelled");
            }
            Ok::<(), sea_orm::sqlx::Error>(())
        });
    }
}

impl Session for PgSession {
    fn dialect(&self) -> &'static dyn Dialect {
        &Postgres
    }

    fn batch(&self, sql: &str) -> Result<(), TablesError> {
        let sql = sql.to_owned();
        self.run(move |connection| {
            Box::pin(async move { raw_sql(AssertSqlSafe(sql)).execute(connection).await.map(drop) })
        })
    }

    fn execute(&self, sql: &str, values: &[Value]) -> Result<u64, TablesError> {
        let (sql, values) = (sql.to_owned(), arguments(values)?);
        self.run(move |connection| {
            // Not kept prepared: a plan made before a migration would not fit after it.
            let query = query_with(AssertSqlSafe(sql), values).persistent(false);
            Box::pin(async move { Ok(query.execute(connection).await?.rows_affected()) })
        })
    }

    fn each(&self, sql: &str, values: &[Value], each: EachRow<'_>) -> Result<(), TablesError> {
        let (sql, values) = (sql.to_owned(), arguments(values)?);
        let (sender, receiver) = sync_channel(2);
        let answer = self.start(move |connection| {
            let query = query_with(AssertSqlSafe(sql), values).persistent(false);
            Box::pin(async move {
                let mut rows = query.fetch(connection);
                let mut batch = Vec::with_capacity(ROWS);
                while let Some(row) = rows.try_next().await? {
                    batch.push(row);
                    if batch.len() == ROWS && !hand_over(&sender, &mut batch) {
                        return Ok(());
                    }
                }
                hand_over(&sender, &mut batch);
                Ok(())
            })
        })?;
        let done = consume(&receiver, each);
        drop(receiver);
        self.wait(&answer)?;
        done
    }

    fn begin_read(&self) -> Result<(), TablesError> {
        self.open.set(true);
        self.batch("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    }

    fn begin_write(&self) -> Result<(), TablesError> {
        self.open.set(true);
        // Rows are staged in the order of their numbers and read as they lie.
        self.batch(
            "BEGIN; SET LOCAL synchronize_seqscans = off; SET LOCAL max_parallel_workers_per_gather = 0; \
             SET LOCAL lock_timeout = '5s'",
        )?;
        self.rows("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended($1, 0))", &[self.schema.as_str().into()], 1)?;
        self.batch(&format!("CREATE SCHEMA IF NOT EXISTS {}", Postgres.quote(&self.schema)))
    }

    fn begin_snapshot(&self) -> Result<(), TablesError> {
        let sql =
            "SELECT CAST(tablename AS text) FROM pg_tables WHERE schemaname = $1 AND tablename NOT LIKE '\\_dmb\\_%'";
        let tables = self.texts(sql, &[self.schema.as_str().into()])?;
        self.begin_read()?;
        self.batch("SET LOCAL lock_timeout = '5s'")?;
        if !tables.is_empty() {
            let names: Vec<String> = tables.iter().map(|name| Postgres.quote(name)).collect();
            self.batch(&format!("LOCK TABLE {} IN ACCESS SHARE MODE", names.join(", ")))?;
        }
        // The moment is that of the first read.
        self.number("SELECT 1", &[]).map(drop)
    }

    fn commit(&self) -> Result<(), TablesError> {
        self.batch("COMMIT")?;
        self.open.set(false);
        Ok(())
    }

    fn cancel_on(&self, flag: Arc<AtomicBool>) -> Result<(), TablesError> {
        let process = self.number("SELECT pg_backend_pid()", &[])?;
        *self.cancel.borrow_mut() = Some(Cancel { flag, process });
        Ok(())
    }
}

impl Drop for PgSession {
    fn drop(&mut self) {
        if self.open.get() && self.batch("ROLLBACK").is_err() {
            tracing::warn!("a transaction could not be taken back; its connection is closed");
            if let Some(connection) = self.connection.borrow_mut().as_mut() {
                connection.close_on_drop();
            }
        }
        // A connection goes back to its pool by a task of the runtime.
        let _runtime = self.handle.enter();
        self.connection.borrow_mut().take();
    }
}

/// Gives rows to the thread that waits for them; false where it wants no more.
fn hand_over(sender: &SyncSender<Vec<PgRow>>, batch: &mut Vec<PgRow>) -> bool {
    let rows = std::mem::replace(batch, Vec::with_capacity(ROWS));
    tokio::task::block_in_place(|| sender.send(rows)).is_ok()
}

fn consume(receiver: &Receiver<Vec<PgRow>>, each: EachRow<'_>) -> Result<(), TablesError> {
    for row in receiver.iter().flatten() {
        if each(&row)? == ControlFlow::Break(()) {
            break;
        }
    }
    Ok(())
}

fn arguments(values: &[Value]) -> Result<PgArguments, TablesError> {
    let mut found = PgArguments::default();
    for value in values {
        match value {
            Value::Null => found.add(None::<String>),
            Value::Integer(number) => found.add(*number),
            Value::Real(number) => found.add(*number),
            Value::Text(text) => found.add(text.clone()),
            Value::Bytes(bytes) => found.add(bytes.clone()),
        }
        .map_err(|error| TablesError::Internal(format!("a value could not be bound: {error}")))?;
    }
    Ok(found)
}

fn integer(number: i64) -> Result<PgArguments, sea_orm::sqlx::Error> {
    let mut found = PgArguments::default();
    found.add(number).map_err(sea_orm::sqlx::Error::Encode)?;
    Ok(found)
}

fn gone() -> TablesError {
    TablesError::Internal("the connection to the tables was lost in the middle of its work".into())
}
