//! Connections to the SQLite files: one file a namespace, one staging file a load.

use std::collections::HashMap;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use crate::{Namespace, TablesError};

/// How long a statement waits for another's lock.
const BUSY: Duration = Duration::from_secs(5);
/// Reading connections kept open for one namespace, and for all together.
const IDLE_EACH: usize = 4;
const IDLE_ALL: usize = 64;

/// Opens connections and keeps reading ones for the next reader.
pub(crate) struct Connections {
    folder: PathBuf,
    idle: Mutex<HashMap<Namespace, Vec<Connection>>>,
    /// Grows when a namespace is removed: connections lent before then are not taken back, their file may be gone.
    epoch: AtomicU64,
}

impl Connections {
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, idle: Mutex::default(), epoch: AtomicU64::new(0) }
    }

    /// A connection that can only read; `None` where the namespace has no file yet.
    pub fn reader(&self, namespace: Namespace) -> Result<Option<Reader<'_>>, TablesError> {
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

    /// A new connection that can only read and belongs to the caller; `None` where the namespace has no file yet.
    pub fn open_reader(&self, namespace: Namespace) -> Result<Option<Connection>, TablesError> {
        let path = self.file(namespace);
        if !path.exists() {
            return Ok(None);
        }
        let connection = open(&path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        connection.pragma_update(None, "query_only", true)?;
        Ok(Some(connection))
    }

    /// A connection that writes; the file is made where there is none. Foreign keys are not enforced row by row on
    /// it: whoever writes checks them as a whole before committing.
    pub fn writer(&self, namespace: Namespace) -> Result<Connection, TablesError> {
        let connection = open_for_writing(&self.file(namespace))?;
        connection.pragma_update(None, "foreign_keys", false)?;
        Ok(connection)
    }

    /// The staging file of a load, made where there is none.
    pub fn stage(&self, namespace: Namespace, job: Uuid) -> Result<Connection, TablesError> {
        open_for_writing(&self.stage_file(namespace, job))
    }

    /// Where the staging file of a load is.
    pub fn stage_file(&self, namespace: Namespace, job: Uuid) -> PathBuf {
        self.folder.join(format!("{}.{}.stage", namespace.0, job))
    }

    /// Removes the staging file of a load; none there is no error.
    pub fn remove_stage(&self, namespace: Namespace, job: Uuid) -> Result<(), TablesError> {
        remove_database(&self.stage_file(namespace, job))
    }

    /// Removes everything of a namespace.
    pub fn remove(&self, namespace: Namespace) -> Result<(), TablesError> {
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

/// A reading connection on loan.
pub(crate) struct Reader<'a> {
    home: &'a Connections,
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
        let connections = Connections::new(folder.path().into());
        let ns = Namespace(Uuid::from_u128(1));
        assert!(connections.reader(ns).unwrap().is_none());
        connections.writer(ns).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
        let reader = connections.reader(ns).unwrap().unwrap();
        assert!(reader.execute("INSERT INTO t VALUES (1)", []).is_err());
        drop(reader);
        assert_eq!(connections.idle()[&ns].len(), 1);
    }

    #[test]
    fn a_reader_of_a_removed_namespace_does_not_come_back() {
        let folder = tempfile::tempdir().unwrap();
        let connections = Connections::new(folder.path().into());
        let ns = Namespace(Uuid::from_u128(1));
        connections.writer(ns).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
        let reader = connections.reader(ns).unwrap().unwrap();
        connections.remove(ns).unwrap();
        drop(reader);
        assert!(connections.reader(ns).unwrap().is_none());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
