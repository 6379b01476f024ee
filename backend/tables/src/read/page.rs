//! A page of rows, by key: it costs the same wherever it is, and rows added meanwhile move nothing.

use dmb_engine::{json, types};
use dmb_spec::{Design, Table};
use rusqlite::params_from_iter;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Order, Query, SelectStatement};

use super::cursor::{Cursor, Key};
use super::select::{self, ROW, build};
use super::{Decoder, Direction, RowPage, RowQuery, filter};
use crate::connection::Connections;
use crate::shape::{Column, Shape, shape_of};
use crate::{Namespace, TablesError, state};

const MAX_ROWS: usize = 1_000;

/// Reads a page.
pub(crate) fn page(
    connections: &Connections,
    namespace: Namespace,
    design: &Design,
    table: &Table,
    query: &RowQuery,
) -> Result<RowPage, TablesError> {
    let shape = shape_of(design, table)?;
    let request = Request::new(&shape, query)?;
    let missing = || TablesError::NotMigrated(table.name.clone());
    let reader = connections.reader(namespace)?.ok_or_else(missing)?;
    // Count and page are of the same moment.
    let snapshot = reader.unchecked_transaction()?;
    if !state::has_table(&snapshot, &table.name)? {
        return Err(missing());
    }
    let mut decoder = Decoder::new(types::schema(design, table), request.limit)?;
    let (cursors, has_next) = request.read(&snapshot, &mut decoder)?;
    let known = query.filter.is_empty().then(|| state::read(&snapshot, table.id)).transpose()?.flatten();
    let total = match known.and_then(|s| s.row_count) {
        Some(rows) => rows,
        None => count(&snapshot, &shape, &query.filter)?,
    };
    let columns = shape.columns.iter().map(|c| c.name.clone()).collect();
    Ok(RowPage { columns, rows: json::rows(&decoder.finish()?, table), cursors, has_next, total })
}

/// Rows that the filters let through.
pub(super) fn count(
    connection: &rusqlite::Connection,
    shape: &Shape,
    filters: &[super::Filter],
) -> Result<u64, TablesError> {
    let mut statement = Query::select();
    statement.expr(Expr::col(sea_orm::sea_query::Asterisk).count()).from(Alias::new(&shape.name));
    statement.cond_where(filter::condition(shape, filters)?);
    let (sql, values) = build(&statement)?;
    let rows: i64 = connection.prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?;
    Ok(state::unsigned(rows))
}

/// Adds the sort keys, ties settled by row number.
pub(super) fn order_by(statement: &mut SelectStatement, columns: &[&Column], sort: &[super::Sort]) {
    for (column, key) in columns.iter().zip(sort) {
        let direction = if key.direction == Direction::Asc { Order::Asc } else { Order::Desc };
        statement.order_by_expr(select::sortable(column), direction);
    }
    statement.order_by(Alias::new(ROW), Order::Asc);
}

struct Request<'a> {
    shape: &'a Shape,
    query: &'a RowQuery,
    sorted: Vec<&'a Column>,
    limit: usize,
}

impl<'a> Request<'a> {
    fn new(shape: &'a Shape, query: &'a RowQuery) -> Result<Self, TablesError> {
        let sorted = filter::sort_columns(shape, &query.sort)?;
        Ok(Self { shape, query, sorted, limit: query.first.clamp(1, MAX_ROWS) })
    }

    /// Reads the rows and gives their cursors, and whether rows follow.
    fn read(
        &self,
        connection: &rusqlite::Connection,
        decoder: &mut Decoder,
    ) -> Result<(Vec<String>, bool), TablesError> {
        let (sql, values) = build(&self.statement()?)?;
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut cursors = Vec::new();
        while let Some(row) = rows.next()? {
            if cursors.len() == self.limit {
                return Ok((cursors, true));
            }
            let keys = 1 + self.shape.columns.len()..;
            let keys = keys.take(self.sorted.len()).map(|at| row.get_ref(at).map(Key::of)).collect::<Result<_, _>>()?;
            cursors.push(Cursor::new(&self.query.sort, keys, row.get(0)?).encode());
            decoder.push(row, 1)?;
        }
        Ok((cursors, false))
    }

    /// Row number, cells, sort keys.
    fn statement(&self) -> Result<SelectStatement, TablesError> {
        let mut statement = Query::select();
        statement.column(Alias::new(ROW)).from(Alias::new(&self.shape.name));
        statement.columns(self.shape.columns.iter().map(|c| Alias::new(&c.name)));
        statement.exprs(self.sorted.iter().map(|c| select::sortable(c)));
        statement.cond_where(filter::condition(self.shape, &self.query.filter)?);
        if let Some(after) = &self.query.after {
            let cursor = Cursor::decode(after, &self.query.sort)?;
            statement.cond_where(cursor.rows_after(&self.sorted, &self.query.sort));
        }
        order_by(&mut statement, &self.sorted, &self.query.sort);
        statement.limit(self.limit as u64 + 1);
        Ok(statement)
    }
}
