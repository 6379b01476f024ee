//! PostgreSQL's catalogue. Asks of the first schema in the search path, which is the namespace's own.

use std::collections::HashMap;

use super::{Broken, Catalogue, ColumnInfo, ForeignKeyInfo, TableInfo};
use crate::TablesError;
use crate::names::{ROW, TRASH, TRASH_ROW};
use crate::session::{Session, Value};

pub(crate) struct PgCatalogue;

/// Tables of the namespace, to be filtered further.
const TABLES: &str =
    "FROM pg_class AS t JOIN pg_namespace AS n ON n.oid = t.relnamespace AND n.nspname = current_schema()";
/// Columns of a table `t` that are there.
const COLUMNS: &str = "JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped";
/// Tables of users.
const USERS: &str = "t.relkind IN ('r', 'p') AND t.relname NOT LIKE '\\_dmb\\_%'";

impl Catalogue for PgCatalogue {
    fn tables(&self, session: &dyn Session) -> Result<Vec<TableInfo>, TablesError> {
        let mut columns = columns(session)?;
        let (mut unique, mut plain) = (indexes(session, true)?, indexes(session, false)?);
        let mut foreign_keys = foreign_keys(session)?;
        let mut constraints = constraints(session)?;
        let names = session.texts(&format!("SELECT CAST(t.relname AS text) {TABLES} WHERE {USERS}"), &[])?;
        let mut found: Vec<TableInfo> = names
            .into_iter()
            .map(|name| {
                let columns = columns.remove(&name).unwrap_or_default();
                let sql = definition(&name, &columns, &constraints.remove(&name).unwrap_or_default());
                TableInfo {
                    columns,
                    unique: unique.remove(&name).unwrap_or_default(),
                    indexes: plain.remove(&name).unwrap_or_default(),
                    foreign_keys: foreign_keys.remove(&name).unwrap_or_default(),
                    sql,
                    name,
                }
            })
            .collect();
        found.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(found)
    }

    fn has_table(&self, session: &dyn Session, name: &str) -> Result<bool, TablesError> {
        let sql = format!("SELECT 1 {TABLES} WHERE t.relkind IN ('r', 'p') AND t.relname = $1");
        session.exists(&sql, &[name.into()])
    }

    fn is_taken(&self, session: &dyn Session, name: &str) -> Result<bool, TablesError> {
        session.exists(&format!("SELECT 1 {TABLES} WHERE t.relname = $1"), &[name.into()])
    }

    fn column_names(&self, session: &dyn Session, table: &str) -> Result<Vec<String>, TablesError> {
        let sql = format!(
            "SELECT CAST(a.attname AS text) {TABLES} {COLUMNS} \
             WHERE t.relkind IN ('r', 'p') AND t.relname = $1 AND a.attname <> $2 ORDER BY a.attnum"
        );
        session.texts(&sql, &[table.into(), ROW.into()])
    }

    fn kept(&self, session: &dyn Session) -> Result<Vec<(String, String)>, TablesError> {
        let sql = format!(
            "SELECT coalesce(obj_description(t.oid, 'pg_class'), CAST(t.relname AS text)), \
             coalesce(col_description(t.oid, a.attnum), CAST(a.attname AS text)) {TABLES} {COLUMNS} \
             WHERE t.relkind = 'r' AND left(CAST(t.relname AS text), {}) = $1 AND a.attname <> $2 ORDER BY t.relname, a.attnum",
            TRASH.len()
        );
        let found = session.rows(&sql, &[TRASH.into(), TRASH_ROW.into()], 2)?;
        Ok(found.iter().map(|row| (row[0].text().to_owned(), row[1].text().to_owned())).collect())
    }

    /// It is set anew whenever rows came.
    fn forget_counter(&self, _: &dyn Session, _: &str) -> Result<(), TablesError> {
        Ok(())
    }

    /// The database looks at each row itself, at the end of a transaction at the latest.
    fn broken_foreign_keys(&self, _: &dyn Session) -> Result<Vec<Broken>, TablesError> {
        Ok(Vec::new())
    }
}

type OfTables<T> = HashMap<String, Vec<T>>;

/// What a query says of each table; its first column names the table.
fn of_tables<T>(
    session: &dyn Session,
    sql: &str,
    columns: usize,
    read: impl Fn(&[Value]) -> T,
) -> Result<OfTables<T>, TablesError> {
    let mut found: OfTables<T> = HashMap::new();
    for row in session.rows(sql, &[], columns)? {
        found.entry(row[0].text().to_owned()).or_default().push(read(&row));
    }
    Ok(found)
}

fn columns(session: &dyn Session) -> Result<OfTables<ColumnInfo>, TablesError> {
    let sql = format!(
        "SELECT CAST(t.relname AS text), CAST(a.attname AS text), format_type(a.atttypid, a.atttypmod), a.attnotnull, \
         pg_get_expr(d.adbin, d.adrelid), coalesce(array_position(CAST(k.conkey AS integer[]), CAST(a.attnum AS integer)), 0) \
         {TABLES} {COLUMNS} \
         LEFT JOIN pg_attrdef AS d ON d.adrelid = t.oid AND d.adnum = a.attnum \
         LEFT JOIN pg_constraint AS k ON k.conrelid = t.oid AND k.contype = 'p' \
         WHERE {USERS} AND a.attname <> '{ROW}' ORDER BY t.relname, a.attnum"
    );
    of_tables(session, &sql, 6, |row| ColumnInfo {
        name: row[1].text().to_owned(),
        declared: row[2].text().to_owned(),
        required: row[3].text() == "true",
        default: row[4].optional_text(),
        key_position: u32::try_from(row[5].integer()).unwrap_or(0),
    })
}

/// Sets of columns by table, sorted. Columns are parted by a character that no name of ours holds.
fn indexes(session: &dyn Session, unique: bool) -> Result<OfTables<Vec<String>>, TablesError> {
    let not = if unique { "" } else { "NOT" };
    let sql = format!(
        "SELECT CAST(t.relname AS text), string_agg(CAST(a.attname AS text), ',' ORDER BY k.place) {TABLES} \
         JOIN pg_index AS i ON i.indrelid = t.oid AND {not} i.indisunique \
         CROSS JOIN LATERAL unnest(CAST(i.indkey AS smallint[])) WITH ORDINALITY AS k (number, place) \
         JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = k.number \
         WHERE {USERS} AND NOT EXISTS (SELECT 1 FROM pg_constraint AS c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u')) \
         GROUP BY t.relname, i.indexrelid"
    );
    let mut found = of_tables(session, &sql, 2, |row| row[1].text().split(',').map(str::to_owned).collect())?;
    found.values_mut().for_each(|sets: &mut Vec<Vec<String>>| sets.sort());
    Ok(found)
}

fn foreign_keys(session: &dyn Session) -> Result<OfTables<ForeignKeyInfo>, TablesError> {
    let sql = format!(
        "SELECT CAST(t.relname AS text), CAST(a.attname AS text), CAST(p.relname AS text), CAST(b.attname AS text), \
         CAST(c.confdeltype AS text) {TABLES} \
         JOIN pg_constraint AS c ON c.conrelid = t.oid AND c.contype = 'f' \
         JOIN pg_class AS p ON p.oid = c.confrelid \
         JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = c.conkey[1] \
         JOIN pg_attribute AS b ON b.attrelid = p.oid AND b.attnum = c.confkey[1] \
         WHERE {USERS} ORDER BY 1, 2, 3, 4"
    );
    of_tables(session, &sql, 5, |row| ForeignKeyInfo {
        column: row[1].text().to_owned(),
        parent: row[2].text().to_owned(),
        target: row[3].text().to_owned(),
        on_delete: action(row[4].text()).to_owned(),
    })
}

fn constraints(session: &dyn Session) -> Result<OfTables<String>, TablesError> {
    let sql = format!(
        "SELECT CAST(t.relname AS text), pg_get_constraintdef(c.oid) {TABLES} \
         JOIN pg_constraint AS c ON c.conrelid = t.oid AND c.contype IN ('p', 'c', 'f') \
         WHERE {USERS} ORDER BY t.relname, c.contype, c.conname"
    );
    of_tables(session, &sql, 2, |row| row[1].text().to_owned())
}

/// A statement as the table could have been made by.
fn definition(name: &str, columns: &[ColumnInfo], constraints: &[String]) -> String {
    let mut parts: Vec<String> = columns
        .iter()
        .map(|c| {
            let default = c.default.as_ref().map_or(String::new(), |d| format!(" DEFAULT {d}"));
            format!("\"{}\" {}{default}{}", c.name, c.declared, if c.required { " NOT NULL" } else { "" })
        })
        .collect();
    parts.extend(constraints.iter().cloned());
    format!("CREATE TABLE \"{name}\" (\n  {}\n)", parts.join(",\n  "))
}

fn action(code: &str) -> &'static str {
    match code {
        "c" => "CASCADE",
        "n" => "SET NULL",
        "d" => "SET DEFAULT",
        "r" => "RESTRICT",
        _ => "NO ACTION",
    }
}
