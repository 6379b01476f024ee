//! Whole tables for exports, as of one moment.

use std::ops::ControlFlow;

use arrow_array::RecordBatch;
use dmb_engine::types;
use dmb_spec::{Design, Table};
use sea_orm::sea_query::{Alias, Query};

use super::page::{count, order_by};
use super::{Decoder, Filter, Sort, filter};
use crate::dialect::Dialect;
use crate::home::Home;
use crate::session::{Session, Value};
use crate::shape::{Shape, shape_of};
use crate::{Namespace, TablesError, state};

/// Everything in a namespace as it was when the snapshot was taken; what is written meanwhile is not seen. Blocking.
pub struct Snapshot {
    session: Box<dyn Session>,
}

impl Snapshot {
    pub(crate) fn open(home: &dyn Home, namespace: Namespace) -> Result<Self, TablesError> {
        let missing = || TablesError::NotMigrated("of this project".into());
        let session = home.own_reader(namespace)?.ok_or_else(missing)?;
        session.begin_snapshot()?;
        Ok(Self { session })
    }

    /// Rows of a table that the filters let through.
    pub fn count(&self, design: &Design, table: &Table, filters: &[Filter]) -> Result<u64, TablesError> {
        count(&*self.session, &self.shape(design, table)?, filters)
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
        let (sql, values) = statement(self.session.dialect(), &shape, filters, sort)?;
        let mut decoder = Decoder::new(types::schema(design, table), batch_rows)?;
        let (mut done, mut stopped) = (0, None);
        self.session.each(&sql, &values, &mut |row| {
            decoder.push(row, 0)?;
            done += 1;
            if decoder.rows() >= batch_rows.max(1)
                && let Err(error) = each(decoder.finish()?)
            {
                stopped = Some(error);
                return Ok(ControlFlow::Break(()));
            }
            Ok(ControlFlow::Continue(()))
        })?;
        if let Some(error) = stopped {
            return Err(error);
        }
        if decoder.rows() > 0 {
            each(decoder.finish()?)?;
        }
        Ok(done)
    }

    fn shape(&self, design: &Design, table: &Table) -> Result<Shape, TablesError> {
        if !state::has_table(&*self.session, &table.name)? {
            return Err(TablesError::NotMigrated(table.name.clone()));
        }
        shape_of(design, table)
    }
}

fn statement(
    d: &dyn Dialect,
    shape: &Shape,
    filters: &[Filter],
    sort: &[Sort],
) -> Result<(String, Vec<Value>), TablesError> {
    let mut statement = Query::select();
    statement.columns(shape.columns.iter().map(|c| Alias::new(&c.name))).from(Alias::new(&shape.name));
    statement.cond_where(filter::condition(d.reading(), shape, filters)?);
    order_by(d, &mut statement, shape, &filter::sort_columns(shape, sort)?, sort);
    d.reading().build(&statement)
}
