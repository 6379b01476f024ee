//! Keys that are there, for rows that will refer to them.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_schema::Schema;
use dmb_engine::types;
use dmb_spec::{Design, FieldId, TableId};
use rusqlite::params_from_iter;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Order, Query};

use super::Decoder;
use super::select::{ROW, build};
use crate::connection::Connections;
use crate::{Namespace, TablesError, state};

/// The values of a field without nulls, in the order rows came in; none where the table is not there.
pub(crate) fn keys(
    connections: &Connections,
    namespace: Namespace,
    design: &Design,
    table: TableId,
    field: FieldId,
    limit: usize,
) -> Result<ArrayRef, TablesError> {
    let found = design.table_by_id(table).and_then(|t| Some((t, t.field_by_id(field)?)));
    let Some((table, field)) = found else {
        return Err(TablesError::Internal(format!("no field {field} of table {table} in the design")));
    };
    let column = arrow_schema::Field::new(&field.name, types::data_type(design, field), true);
    let mut decoder = Decoder::new(Arc::new(Schema::new(vec![column])), 0)?;
    let reader = connections.reader(namespace)?;
    if let Some(reader) = reader
        && state::has_table(&reader, &table.name)?
    {
        let mut statement = Query::select();
        statement.column(Alias::new(&field.name)).from(Alias::new(&table.name));
        statement.and_where(Expr::col(Alias::new(&field.name)).is_not_null());
        statement.order_by(Alias::new(ROW), Order::Asc).limit(limit as u64);
        let (sql, values) = build(&statement)?;
        let mut prepared = reader.prepare_cached(&sql)?;
        let mut rows = prepared.query(params_from_iter(values))?;
        while let Some(row) = rows.next()? {
            decoder.push(row, 0)?;
        }
    }
    Ok(Arc::clone(decoder.finish()?.column(0)))
}
