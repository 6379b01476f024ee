//! SQLite's catalogue.

use super::{Broken, Catalogue, ColumnInfo, ForeignKeyInfo, TableInfo};
use crate::TablesError;
use crate::names::{TRASH, TRASH_ROW};
use crate::session::{Session, Value};

pub(crate) struct SqliteCatalogue;

impl Catalogue for SqliteCatalogue {
    fn tables(&self, session: &dyn Session) -> Result<Vec<TableInfo>, TablesError> {
        let sql = "SELECT name, sql FROM sqlite_master WHERE type = 'table' \
                   AND substr(name, 1, 5) <> '_dmb_' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name";
        let found = session.rows(sql, &[], 2)?;
        found.iter().map(|row| table(session, row[0].text(), row[1].text())).collect()
    }

    fn has_table(&self, session: &dyn Session, name: &str) -> Result<bool, TablesError> {
        session.exists("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1", &[name.into()])
    }

    fn is_taken(&self, session: &dyn Session, name: &str) -> Result<bool, TablesError> {
        session.exists("SELECT 1 FROM sqlite_master WHERE name = $1 COLLATE NOCASE", &[name.into()])
    }

    fn column_names(&self, session: &dyn Session, table: &str) -> Result<Vec<String>, TablesError> {
        session.texts("SELECT name FROM pragma_table_info($1) ORDER BY cid", &[table.into()])
    }

    fn kept(&self, session: &dyn Session) -> Result<Vec<(String, String)>, TablesError> {
        let sql = "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c \
                   WHERE m.type = 'table' AND m.name GLOB $1 AND c.name <> $2 ORDER BY m.name, c.cid";
        let found = session.rows(sql, &[format!("{TRASH}*").into(), TRASH_ROW.into()], 2)?;
        Ok(found.iter().map(|row| (row[0].text().to_owned(), row[1].text().to_owned())).collect())
    }

    fn forget_counter(&self, session: &dyn Session, table: &str) -> Result<(), TablesError> {
        if self.is_taken(session, "sqlite_sequence")? {
            session.execute("DELETE FROM sqlite_sequence WHERE name = $1", &[table.into()])?;
        }
        Ok(())
    }

    fn broken_foreign_keys(&self, session: &dyn Session) -> Result<Vec<Broken>, TablesError> {
        let sql = "SELECT \"table\", parent, fkid, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2, 3";
        let found = session.rows(sql, &[], 4)?;
        found.iter().map(|row| broken(session, row)).collect()
    }
}

fn broken(session: &dyn Session, row: &[Value]) -> Result<Broken, TablesError> {
    let sql = "SELECT \"from\" FROM pragma_foreign_key_list($1) WHERE id = $2";
    let column = session.texts(sql, &[row[0].clone(), row[2].clone()])?.pop().unwrap_or_default();
    let (table, parent) = (row[0].text().to_owned(), row[1].text().to_owned());
    Ok(Broken { table, column, parent, rows: row[3].integer().unsigned_abs() })
}

fn table(session: &dyn Session, name: &str, sql: &str) -> Result<TableInfo, TablesError> {
    let of_table = [Value::from(name)];
    let list = "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info($1) ORDER BY cid";
    let found = session.rows(list, &of_table, 5)?;
    let columns = found.iter().map(|row| ColumnInfo {
        name: row[0].text().to_owned(),
        declared: row[1].text().to_owned(),
        required: row[2].integer() != 0,
        default: row[3].optional_text(),
        key_position: u32::try_from(row[4].integer()).unwrap_or(0),
    });
    let columns = columns.collect();
    let list = "SELECT \"from\", \"table\", \"to\", on_delete FROM pragma_foreign_key_list($1)";
    let text = |value: &Value| value.text().to_owned();
    let keys = session.rows(list, &of_table, 4)?;
    let mut foreign_keys: Vec<ForeignKeyInfo> = keys
        .iter()
        .map(|row| ForeignKeyInfo {
            column: text(&row[0]),
            parent: text(&row[1]),
            target: text(&row[2]),
            on_delete: text(&row[3]),
        })
        .collect();
    foreign_keys.sort();
    let (unique, indexes) = (index_columns(session, name, true)?, index_columns(session, name, false)?);
    Ok(TableInfo { name: name.to_owned(), columns, unique, indexes, foreign_keys, sql: sql.to_owned() })
}

fn index_columns(session: &dyn Session, table: &str, unique: bool) -> Result<Vec<Vec<String>>, TablesError> {
    let list = "SELECT name FROM pragma_index_list($1) WHERE \"unique\" = $2 AND origin = 'c'";
    let names = session.texts(list, &[table.into(), Value::Integer(unique.into())])?;
    let columns = |name: String| session.texts("SELECT name FROM pragma_index_info($1) ORDER BY seqno", &[name.into()]);
    let mut found: Vec<Vec<String>> = names.into_iter().map(columns).collect::<Result<_, _>>()?;
    found.sort();
    Ok(found)
}
