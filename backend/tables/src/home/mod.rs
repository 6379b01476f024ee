//! Where the users' tables live: a folder of SQLite files, or a PostgreSQL server. Gives out connections to a
//! namespace, and removes namespaces.

mod postgres;
mod sqlite;

use std::path::PathBuf;
use std::sync::Arc;

use uuid::Uuid;

use crate::dialect::Dialect;
use crate::load::{LoadRequest, Stage};
use crate::session::Session;
use crate::{Namespace, TablesError};

pub(crate) use postgres::PgHome;
pub(crate) use sqlite::SqliteHome;

/// A session on loan.
pub(crate) type Lent<'a> = Box<dyn Session + 'a>;

/// A place for the tables of all projects.
pub(crate) trait Home: Send + Sync {
    /// How statements are written for it.
    fn dialect(&self) -> &'static dyn Dialect;

    /// A session that reads; `None` where the namespace has nothing yet.
    fn reader(&self, namespace: Namespace) -> Result<Option<Lent<'_>>, TablesError>;

    /// A session that reads and belongs to the caller; `None` where the namespace has nothing yet.
    fn own_reader(&self, namespace: Namespace) -> Result<Option<Box<dyn Session>>, TablesError>;

    /// A session that reads, whether the namespace has anything or not.
    fn any_reader(&self, namespace: Namespace) -> Result<Lent<'_>, TablesError>;

    /// A session that writes; what is missing of the namespace is made.
    fn writer(&self, namespace: Namespace) -> Result<Box<dyn Session>, TablesError>;

    /// A session that writes and sees the rows a job has staged.
    fn publisher(&self, namespace: Namespace, job: Uuid) -> Result<Box<dyn Session>, TablesError>;

    /// Where a load stages its rows. What another attempt left is gone on with where `identity` is the same, else
    /// thrown away.
    fn stage(&self, request: &LoadRequest, identity: &str) -> Result<Box<dyn Stage>, TablesError>;

    /// Removes what a job has staged; nothing there is no error.
    fn remove_stage(&self, namespace: Namespace, job: Uuid) -> Result<(), TablesError>;

    /// Removes everything of a namespace.
    fn remove(&self, namespace: Namespace) -> Result<(), TablesError>;
}

/// Opens the place that a URL names; the folder where it is empty.
pub(crate) fn open(folder: PathBuf, url: &str) -> Result<Arc<dyn Home>, TablesError> {
    let (scheme, _) = url.split_once("://").unwrap_or((url, ""));
    match scheme {
        "" => {
            std::fs::create_dir_all(&folder)?;
            Ok(Arc::new(SqliteHome::new(folder)))
        }
        "postgres" | "postgresql" => Ok(Arc::new(PgHome::open(url)?)),
        "mysql" | "mariadb" => Err(unfit("Tables on MySQL and MariaDB are not supported yet")),
        _ => Err(unfit("This is no URL of a database that tables can be in")),
    }
}

fn unfit(what: &str) -> TablesError {
    let message = format!("{what}; give postgres://…, or nothing for SQLite files.");
    TablesError::invalid("tables_url", "database_unfit", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_database_that_is_not_supported_is_refused_in_words() {
        let refused = |url: &str| match open(PathBuf::new(), url) {
            Err(TablesError::Invalid(found)) => found[0].message.clone(),
            Err(error) => panic!("{error}"),
            Ok(_) => panic!("{url} is taken"),
        };
        assert!(refused("mysql://root@localhost/x").contains("MySQL and MariaDB are not supported yet"));
        assert!(refused("oracle://x").contains("no URL of a database"));
        assert!(refused("customers.db").contains("no URL of a database"));
    }
}
