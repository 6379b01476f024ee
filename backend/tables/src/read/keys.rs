//! Keys that are there, for rows that will refer to them.

use std::ops::ControlFlow;
use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_schema::Schema;
use dmb_engine::types;
use dmb_spec::{Design, FieldId, TableId};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Order, Query};

use super::Decoder;
use crate::home::Home;
use crate::shape::shape_of;
use crate::{Namespace, TablesError, state};

/// The values of a field without nulls, in the order rows came in; none where the table is not there.
pub(crate) fn keys(
    home: &dyn Home,
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
    let reader = home.reader(namespace)?;
    if let Some(reader) = reader
        && state::has_table(&*reader, &table.name)?
    {
        let mut statement = Query::select();
        statement.column(Alias::new(&field.name)).from(Alias::new(&table.name));
        statement.and_where(Expr::col(Alias::new(&field.name)).is_not_null());
        let row = home.dialect().row_name(&shape_of(design, table)?);
        statement.order_by(Alias::new(row), Order::Asc).limit(limit as u64);
        let (sql, values) = home.dialect().reading().build(&statement)?;
        reader.each(&sql, &values, &mut |row| decoder.push(row, 0).map(ControlFlow::Continue))?;
    }
    Ok(Arc::clone(decoder.finish()?.column(0)))
}
