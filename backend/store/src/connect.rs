//! Opening the pool, with what each database needs to be safe under load.

use std::time::Duration;

use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DbErr,
    sqlx::{
        self, Executor, Row,
        pool::PoolOptions,
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
    },
};

/// Most connections a process holds.
const CONNECTIONS: u32 = 16;
/// How long a statement waits for another process's write in SQLite.
const BUSY: Duration = Duration::from_secs(15);
/// How long a caller waits for a connection.
const ACQUIRE: Duration = Duration::from_secs(10);

/// Opens the database at `url`.
pub(crate) async fn open(url: &str) -> Result<DatabaseConnection, DbErr> {
    let memory = url.starts_with("sqlite") && (url.contains(":memory:") || url.contains("mode=memory"));
    let mut options = ConnectOptions::new(url);
    options
        .sqlx_logging(false)
        .record_stmt_in_spans(false)
        .acquire_timeout(ACQUIRE)
        .max_connections(if memory { 1 } else { CONNECTIONS })
        .map_sqlx_sqlite_opts(sqlite)
        .map_sqlx_postgres_opts(|o| o.options([("idle_in_transaction_session_timeout", "60s")]))
        .map_sqlx_postgres_pool_opts(postgres_pool)
        .map_sqlx_mysql_pool_opts(mysql_pool);
    if memory {
        // The database lives as long as its one connection.
        options.min_connections(1).idle_timeout(None).max_lifetime(None);
    }
    Database::connect(options).await
}

fn sqlite(options: SqliteConnectOptions) -> SqliteConnectOptions {
    options
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .busy_timeout(BUSY)
}

/// How long a connection that comes back may take to show that it is well.
const CHECK: Duration = Duration::from_secs(2);

/// sqlx 0.9.0 gives a connection back with its transaction open when the future of `begin` is dropped. Such a connection
/// is closed instead of lent to the next caller. Outside a transaction a simple query is its own transaction, so both
/// clocks agree; asking so costs one round trip, and leaves no warning in the server's log as a ROLLBACK would.
fn postgres_pool(pool: PoolOptions<sqlx::Postgres>) -> PoolOptions<sqlx::Postgres> {
    pool.after_release(|conn, _| {
        Box::pin(within(async move {
            let row = conn.fetch_one(sqlx::raw_sql("SELECT now() = statement_timestamp()")).await;
            // An error here means a transaction that failed and is still open.
            Ok(row.and_then(|row| row.try_get(0)).unwrap_or(false))
        }))
    })
}

/// As for PostgreSQL; here a ROLLBACK without a transaction is silent.
fn mysql_pool(pool: PoolOptions<sqlx::MySql>) -> PoolOptions<sqlx::MySql> {
    pool.after_release(|conn, _| {
        Box::pin(within(async move { conn.execute(sqlx::raw_sql("ROLLBACK")).await.map(|_| true) }))
    })
}

/// A call dropped half way may leave a connection waiting for an answer that never comes, and its place in the pool with
/// it. The error makes the pool drop it without another word to the server.
async fn within(check: impl Future<Output = Result<bool, sqlx::Error>>) -> Result<bool, sqlx::Error> {
    let late = |_| sqlx::Error::Protocol("a connection that came back does not answer".into());
    tokio::time::timeout(CHECK, check).await.map_err(late)?
}
