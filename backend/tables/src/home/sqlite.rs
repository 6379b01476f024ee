//! A folder of SQLite files: one file a namespace, one staging file a load.

use std::collections::HashMap;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use super::{Home, Lent};
use crate::dialect::{Dialect, sqlite::Sqlite};
use crate::load::{LoadRequest, SqliteStage, Stage};
use crate::session::{EachRow, Session, Value};
use crate::{Namespace, TablesError};

/// How long a statement waits for another's lock.
const BUSY: Duration = Duration::from_secs(5);
/// Reading connections kept open for one namespace, and for all together.
const IDLE_EACH: usize = 4;
const IDLE_ALL: usize = 64;

/// Opens connections and keeps reading ones for the next reader.
pub(crate) struct SqliteHome {
    folder: PathBuf,
    idle: Mutex<HashMap<Namespace, Vec<Connection>>>,
    /// Grows when a namespace is removed: connections lent before then are not taken back, their file may be gone.
    epoch: AtomicU64,
}

impl SqliteHome {
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, idle: Mutex::default(), epoch: AtomicU64::new(0) }
    }

    /// Where the staging file of a load is.
    fn stage_file(&self, namespace: Namespace, job: Uuid) -> PathBuf {
        self.folder.join(format!("{}.{}.stage", namespace.0, job))
    }

    fn open_reader(&self, namespace: Namespace) -> Result<Option<Connection>, TablesError> {
        let path = self.file(namespace);
        if !path.exists() {
            return Ok(None);
        }
        let connection = open(&path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        connection.pragma_update(None, "query_only", true)?;
        Ok(Some(connection))
    }

    fn lend(&self, namespace: Namespace) -> Result<Option<Reader<'_>>, TablesError> {
        let epoch = self.epoch.load(Ordering::Acquire);
        let kept = self.idle().get_mut(&namespace).and_then(Vec::pop);
        let connection = match kept {
            Some(connection) => connection,
            None => match self.open_reader(namespace)? {
                Some(connection) => connection,
                None => return Ok(None),
            },
        };
        Ok(Some(Reader { home: self, namespace, epoch, connection: Some(connection) }))
    }

    /// Foreign keys are not enforced row by row: whoever writes checks them as a whole before committing.
    fn open_writer(&self, namespace: Namespace) -> Result<Connection, TablesError> {
        let connection = open_for_writing(&self.file(namespace))?;
        connection.pragma_update(None, "foreign_keys", false)?;
        // Names in conditions and references follow a rename only when this is off; rebuilds rely on it too.
        connection.pragma_update(None, "legacy_alter_table", false)?;
        Ok(connection)
    }

    fn file(&self, namespace: Namespace) -> PathBuf {
        self.folder.join(format!("{}.db", namespace.0))
    }

    fn idle(&self) -> MutexGuard<'_, HashMap<Namespace, Vec<Connection>>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take_back(&self, namespace: Namespace, epoch: u64, connection: Connection) {
        if epoch != self.epoch.load(Ordering::Acquire) || !connection.is_autocommit() {
            return;
        }
        let mut idle = self.idle();
        if idle.values().map(Vec::len).sum::<usize>() >= IDLE_ALL {
            idle.clear();
        }
        let own = idle.entry(namespace).or_default();
        if own.len() < IDLE_EACH {
            own.push(connection);
        }
    }
}

impl Home for SqliteHome {
    fn dialect(&self) -> &'static dyn Dialect {
        &Sqlite
    }

    fn reader(&self, namespace: Namespace) -> Result<Option<Lent<'_>>, TablesError> {
        Ok(self.lend(namespace)?.map(|reader| Box::new(reader) as Lent<'_>))
    }

    fn own_reader(&self, namespace: Namespace) -> Result<Option<Box<dyn Session>>, TablesError> {
        Ok(self.open_reader(namespace)?.map(|reader| Box::new(reader) as Box<dyn Session>))
    }

    fn any_reader(&self, namespace: Namespace) -> Result<Lent<'_>, TablesError> {
        match self.reader(namespace)? {
            Some(reader) => Ok(reader),
            None => Ok(Box::new(Connection::open_in_memory()?)),
        }
    }

    fn writer(&self, namespace: Namespace) -> Result<Box<dyn Session>, TablesError> {
        Ok(Box::new(self.open_writer(namespace)?))
    }

    fn publisher(&self, namespace: Namespace, job: Uuid) -> Result<Box<dyn Session>, TablesError> {
        let connection = self.open_writer(namespace)?;
        let path = self.stage_file(namespace, job);
        let path =
            path.to_str().ok_or_else(|| TablesError::Internal("the folder of the tables has no plain name".into()))?;
        connection.execute("ATTACH DATABASE ?1 AS stage", [path])?;
        Ok(Box::new(connection))
    }

    fn stage(&self, request: &LoadRequest, identity: &str) -> Result<Box<dyn Stage>, TablesError> {
        let (namespace, job) = (request.namespace, request.job);
        let open = || SqliteStage::open(open_for_writing(&self.stage_file(namespace, job))?, identity);
        match open() {
            Ok(Some(stage)) => return Ok(Box::new(stage)),
            Ok(None) => {}
            // A crash of the whole machine can leave a file that is none.
            Err(TablesError::Database(error)) => {
                tracing::warn!(%error, %job, "staged rows are unreadable, starting anew");
            }
            Err(error) => return Err(error),
        }
        self.remove_stage(namespace, job)?;
        let stage = open()?.ok_or_else(|| TablesError::Internal("a new staging file is not empty".into()))?;
        Ok(Box::new(stage))
    }

    fn remove_stage(&self, namespace: Namespace, job: Uuid) -> Result<(), TablesError> {
        remove_database(&self.stage_file(namespace, job))
    }

    fn remove(&self, namespace: Namespace) -> Result<(), TablesError> {
        self.epoch.fetch_add(1, Ordering::AcqRel);
        self.idle().remove(&namespace);
        let own = namespace.0.to_string();
        for entry in std::fs::read_dir(&self.folder)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(&own) {
                remove_file(&entry.path())?;
            }
        }
        Ok(())
    }
}

/// A reading connection on loan.
struct Reader<'a> {
    home: &'a SqliteHome,
    namespace: Namespace,
    epoch: u64,
    connection: Option<Connection>,
}

impl Deref for Reader<'_> {
    type Target = Connection;

    #[expect(clippy::expect_used, reason = "the connection is taken out in drop and nowhere else")]
    fn deref(&self) -> &Connection {
        self.connection.as_ref().expect("a reader holds its connection until it is dropped")
    }
}

impl Session for Reader<'_> {
    fn dialect(&self) -> &'static dyn Dialect {
        &Sqlite
    }

    fn batch(&self, sql: &str) -> Result<(), TablesError> {
        self.deref().batch(sql)
    }

    fn execute(&self, sql: &str, values: &[Value]) -> Result<u64, TablesError> {
        Session::execute(self.deref(), sql, values)
    }

    fn each(&self, sql: &str, values: &[Value], row: EachRow<'_>) -> Result<(), TablesError> {
        self.deref().each(sql, values, row)
    }

    fn begin_read(&self) -> Result<(), TablesError> {
        self.deref().begin_read()
    }

    fn begin_write(&self) -> Result<(), TablesError> {
        self.deref().begin_write()
    }

    fn begin_snapshot(&self) -> Result<(), TablesError> {
        self.deref().begin_snapshot()
    }

    fn commit(&self) -> Result<(), TablesError> {
        self.deref().commit()
    }

    fn cancel_on(&self, flag: Arc<AtomicBool>) -> Result<(), TablesError> {
        self.deref().cancel_on(flag)
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            self.home.take_back(self.namespace, self.epoch, connection);
        }
    }
}

fn open_for_writing(path: &Path) -> Result<Connection, TablesError> {
    let connection = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    Ok(connection)
}

fn open(path: &Path, flags: OpenFlags) -> Result<Connection, TablesError> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(BUSY)?;
    // A quoted name that matches no column must be an error, not a text.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_prepared_statement_cache_capacity(32);
    Ok(connection)
}

fn remove_database(path: &Path) -> Result<(), TablesError> {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        remove_file(Path::new(&name))?;
    }
    Ok(())
}

fn remove_file(path: &Path) -> Result<(), TablesError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_cannot_write_and_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let home = SqliteHome::new(folder.path().into());
        let ns = Namespace(Uuid::from_u128(1));
        assert!(home.reader(ns).unwrap().is_none());
        home.writer(ns).unwrap().batch("CREATE TABLE t (a)").unwrap();
        let reader = home.reader(ns).unwrap().unwrap();
        assert!(reader.batch("INSERT INTO t VALUES (1)").is_err());
        drop(reader);
        assert_eq!(home.idle()[&ns].len(), 1);
    }

    #[test]
    fn a_reader_of_a_removed_namespace_does_not_come_back() {
        let folder = tempfile::tempdir().unwrap();
        let home = SqliteHome::new(folder.path().into());
        let ns = Namespace(Uuid::from_u128(1));
        home.writer(ns).unwrap().batch("CREATE TABLE t (a)").unwrap();
        let reader = home.reader(ns).unwrap().unwrap();
        home.remove(ns).unwrap();
        drop(reader);
        assert!(home.reader(ns).unwrap().is_none());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
