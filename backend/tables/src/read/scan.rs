//! Whole tables for exports, as of one moment.

use arrow_array::RecordBatch;
use dmb_engine::types;
use dmb_spec::{Design, Table};
use rusqlite::{Connection, params_from_iter};
use sea_orm::sea_query::{Alias, Query};

use super::page::{count, order_by};
use super::select::build;
use super::{Decoder, Filter, Sort, filter};
use crate::connection::Connections;
use crate::shape::{Shape, shape_of};
use crate::{Namespace, TablesError, state};

/// Everything in a namespace as it was when the snapshot was taken; what is written meanwhile is not seen. Blocking.
pub struct Snapshot {
    connection: Connection,
}

impl Snapshot {
    pub(crate) fn open(connections: &Connections, namespace: Namespace) -> Result<Self, TablesError> {
        let missing = || TablesError::NotMigrated("of this project".into());
        let connection = connections.open_reader(namespace)?.ok_or_else(missing)?;
        connection.execute_batch("BEGIN")?;
        // The moment is that of the first read.
        connection.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))?;
        Ok(Self { connection })
    }

    /// Rows of a table that the filters let through.
    pub fn count(&self, design: &Design, table: &Table, filters: &[Filter]) -> Result<u64, TablesError> {
        count(&self.connection, &self.shape(design, table)?, filters)
    }

    /// Gives the rows of a table to `each` in batches of up to `batch_rows`, in the schema of
    /// [`dmb_engine::types::schema`]; returns how many there were. Stops at the first error of `each`.
    pub fn scan<E: From<TablesError>>(
        &self,
        design: &Design,
        table: &Table,
        filters: &[Filter],
        sort: &[Sort],
        batch_rows: usize,
        mut each: impl FnMut(RecordBatch) -> Result<(), E>,
    ) -> Result<u64, E> {
        let shape = self.shape(design, table)?;
        let (sql, values) = statement(&shape, filters, sort)?;
        let mut decoder = Decoder::new(types::schema(design, table), batch_rows)?;
        let mut prepared = self.connection.prepare(&sql).map_err(TablesError::from)?;
        let mut rows = prepared.query(params_from_iter(values)).map_err(TablesError::from)?;
        let mut done = 0;
        while let Some(row) = rows.next().map_err(TablesError::from)? {
            decoder.push(row, 0)?;
            done += 1;
            if decoder.rows() >= batch_rows.max(1) {
                each(decoder.finish()?)?;
            }
        }
        if decoder.rows() > 0 {
            each(decoder.finish()?)?;
        }
        Ok(done)
    }

    fn shape(&self, design: &Design, table: &Table) -> Result<Shape, TablesError> {
        if !state::has_table(&self.connection, &table.name)? {
            return Err(TablesError::NotMigrated(table.name.clone()));
        }
        shape_of(design, table)
    }
}

fn statement(
    shape: &Shape,
    filters: &[Filter],
    sort: &[Sort],
) -> Result<(String, Vec<rusqlite::types::Value>), TablesError> {
    let mut statement = Query::select();
    statement.columns(shape.columns.iter().map(|c| Alias::new(&c.name))).from(Alias::new(&shape.name));
    statement.cond_where(filter::condition(shape, filters)?);
    order_by(&mut statement, &filter::sort_columns(shape, sort)?, sort);
    build(&statement)
}
