//! A page of rows, by key: it costs the same wherever it is, and rows added meanwhile move nothing.

use std::ops::ControlFlow;

use dmb_engine::{json, types};
use dmb_spec::{Design, Table};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Order, Query, SelectStatement};

use super::cursor::Cursor;
use super::{Decoder, Direction, RowPage, RowQuery, filter};
use crate::dialect::Dialect;
use crate::home::Home;
use crate::session::Session;
use crate::shape::{Column, Shape, shape_of};
use crate::{Namespace, TablesError, state};

const MAX_ROWS: usize = 1_000;

/// Reads a page.
pub(crate) fn page(
    home: &dyn Home,
    namespace: Namespace,
    design: &Design,
    table: &Table,
    query: &RowQuery,
) -> Result<RowPage, TablesError> {
    let shape = shape_of(design, table)?;
    let request = Request::new(home.dialect(), &shape, query)?;
    let missing = || TablesError::NotMigrated(table.name.clone());
    let reader = home.reader(namespace)?.ok_or_else(missing)?;
    // Count and page are of the same moment.
    let session = &*reader;
    session.begin_read()?;
    if !state::has_table(session, &table.name)? {
        return Err(missing());
    }
    let mut decoder = Decoder::new(types::schema(design, table), request.limit)?;
    let (cursors, has_next) = request.read(session, &mut decoder)?;
    let known = query.filter.is_empty().then(|| state::read(session, table.id)).transpose()?.flatten();
    let total = match known.and_then(|s| s.row_count) {
        Some(rows) => rows,
        None => count(session, &shape, &query.filter)?,
    };
    session.commit()?;
    let columns = shape.columns.iter().map(|c| c.name.clone()).collect();
    Ok(RowPage { columns, rows: json::rows(&decoder.finish()?, table), cursors, has_next, total })
}

/// Rows that the filters let through.
pub(super) fn count(session: &dyn Session, shape: &Shape, filters: &[super::Filter]) -> Result<u64, TablesError> {
    let reading = session.dialect().reading();
    let mut statement = Query::select();
    statement.expr(Expr::col(sea_orm::sea_query::Asterisk).count()).from(Alias::new(&shape.name));
    statement.cond_where(filter::condition(reading, shape, filters)?);
    let (sql, values) = reading.build(&statement)?;
    Ok(state::unsigned(session.number(&sql, &values)?))
}

/// Adds the sort keys, ties settled by row number.
pub(super) fn order_by(
    d: &dyn Dialect,
    statement: &mut SelectStatement,
    shape: &Shape,
    columns: &[&Column],
    sort: &[super::Sort],
) {
    for (column, key) in columns.iter().zip(sort) {
        let direction = if key.direction == Direction::Asc { Order::Asc } else { Order::Desc };
        d.reading().order_by(statement, column, direction);
    }
    statement.order_by(Alias::new(d.row_name(shape)), Order::Asc);
}

struct Request<'a> {
    d: &'static dyn Dialect,
    shape: &'a Shape,
    query: &'a RowQuery,
    sorted: Vec<&'a Column>,
    limit: usize,
}

impl<'a> Request<'a> {
    fn new(d: &'static dyn Dialect, shape: &'a Shape, query: &'a RowQuery) -> Result<Self, TablesError> {
        let sorted = filter::sort_columns(shape, &query.sort)?;
        Ok(Self { d, shape, query, sorted, limit: query.first.clamp(1, MAX_ROWS) })
    }

    /// Reads the rows and gives their cursors, and whether rows follow.
    fn read(&self, session: &dyn Session, decoder: &mut Decoder) -> Result<(Vec<String>, bool), TablesError> {
        let (sql, values) = self.d.reading().build(&self.statement()?)?;
        let (mut cursors, mut follows) = (Vec::new(), false);
        session.each(&sql, &values, &mut |row| {
            if cursors.len() == self.limit {
                follows = true;
                return Ok(ControlFlow::Break(()));
            }
            let keys = (1 + self.shape.columns.len()..).take(self.sorted.len());
            let keys = keys.map(|at| Ok(row.cell(at)?.to_value().into())).collect::<Result<_, TablesError>>()?;
            cursors.push(Cursor::new(&self.query.sort, keys, row.cell(0)?.to_value().integer()).encode());
            decoder.push(row, 1)?;
            Ok(ControlFlow::Continue(()))
        })?;
        Ok((cursors, follows))
    }

    /// Row number, cells, sort keys.
    fn statement(&self) -> Result<SelectStatement, TablesError> {
        let (reading, row) = (self.d.reading(), self.d.row_name(self.shape));
        let mut statement = Query::select();
        statement.column(Alias::new(&row)).from(Alias::new(&self.shape.name));
        statement.columns(self.shape.columns.iter().map(|c| Alias::new(&c.name)));
        statement.exprs(self.sorted.iter().map(|c| reading.sortable(c)));
        statement.cond_where(filter::condition(reading, self.shape, &self.query.filter)?);
        if let Some(after) = &self.query.after {
            let cursor = Cursor::decode(after, &self.query.sort)?;
            statement.cond_where(cursor.rows_after(reading, &row, &self.sorted, &self.query.sort));
        }
        order_by(self.d, &mut statement, self.shape, &self.sorted, &self.query.sort);
        statement.limit(self.limit as u64 + 1);
        Ok(statement)
    }
}
