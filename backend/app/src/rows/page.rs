//! A page of rows.

use dmb_tables::{Direction, Namespace, RowQuery};

use super::{Filter, FilterOp, Rows, RowsRequest, Sort};
use crate::tables::TableKey;
use crate::{Actor, App, AppError};

impl From<FilterOp> for dmb_tables::FilterOp {
    fn from(op: FilterOp) -> Self {
        match op {
            FilterOp::Eq => Self::Eq,
            FilterOp::Ne => Self::Ne,
            FilterOp::Lt => Self::Lt,
            FilterOp::Le => Self::Le,
            FilterOp::Gt => Self::Gt,
            FilterOp::Ge => Self::Ge,
            FilterOp::Contains => Self::Contains,
            FilterOp::StartsWith => Self::StartsWith,
            FilterOp::In => Self::In,
            FilterOp::IsNull => Self::IsNull,
            FilterOp::IsNotNull => Self::IsNotNull,
        }
    }
}

impl From<Filter> for dmb_tables::Filter {
    fn from(filter: Filter) -> Self {
        Self { field: filter.field, op: filter.op.into(), value: filter.value }
    }
}

impl From<Sort> for dmb_tables::Sort {
    fn from(sort: Sort) -> Self {
        let direction = if sort.descending { Direction::Desc } else { Direction::Asc };
        Self { field: sort.field, direction }
    }
}

impl App {
    /// Rows of a table as they are in the database, by the definition the database has; none until it was migrated.
    ///
    /// # Errors
    /// [`AppError::Invalid`] for wrong filters, orders or cursors.
    pub async fn rows(&self, actor: &Actor, key: TableKey, asked: RowsRequest) -> Result<Option<Rows>, AppError> {
        self.readable(actor, key.project).await?;
        let migrated = self.store().migrations().current_design(key.project).await?;
        let Some((design, table)) = migrated.as_ref().and_then(|d| Some((d, d.table_by_id(key.table)?))) else {
            // Whether there is such a table at all is told apart only now.
            self.store().tables().get(key.project, key.table).await?;
            return Ok(None);
        };
        let query = RowQuery {
            filter: asked.filter.into_iter().map(Into::into).collect(),
            sort: asked.sort.into_iter().map(Into::into).collect(),
            first: asked.page.size()? as usize,
            after: asked.page.after,
        };
        let page = self.tables().rows(Namespace(key.project), design, table, query).await?;
        Ok(Some(Rows {
            columns: page.columns,
            rows: page.cursors.into_iter().zip(page.rows).collect(),
            has_next: page.has_next,
            total: page.total,
        }))
    }
}
