//! From the arguments of a generation to its plan; the same when it is asked for and when it is run.

use std::collections::HashMap;

use arrow_array::ArrayRef;
use dmb_engine::plan::{Plan, PlanRequest, TableRequest, compile};
use dmb_spec::{FieldId, TableId, Violation};
use dmb_tables::Namespace;
use uuid::Uuid;

use super::args::{GenerateArgs, RunTable};
use crate::{App, AppError};

/// Keys of parents that are looked at; a run that draws from more draws from these.
const MAX_KEYS: usize = 5_000_000;

impl App {
    /// The plan of a generation, or everything that stands in its way. Keys of parents that are not part of the run are
    /// read from the tables. Planning is work: it happens on the blocking pool.
    pub async fn compile(&self, project: Uuid, args: &GenerateArgs) -> Result<Result<Plan, Vec<Violation>>, AppError> {
        let mut requests = Vec::with_capacity(args.tables.len());
        for table in &args.tables {
            let existing_keys = self.existing_keys(project, args, table.table).await?;
            let RunTable { table, rows, first_row } = *table;
            requests.push(TableRequest { table, rows, first_row, existing_keys });
        }
        let (design, seed, key_seed, as_of) = (args.design.clone(), args.seed, args.key_seed, args.as_of);
        let faults = args.faults;
        let planned = tokio::task::spawn_blocking(move || {
            compile(PlanRequest { design: &design, tables: requests, seed, key_seed, as_of, faults })
        });
        planned.await.map_err(AppError::internal)
    }

    async fn existing_keys(
        &self,
        project: Uuid,
        args: &GenerateArgs,
        table: TableId,
    ) -> Result<HashMap<FieldId, ArrayRef>, AppError> {
        let mut keys = HashMap::new();
        let in_run = |id: TableId| args.tables.iter().any(|t| t.table == id);
        for field in args.design.table_by_id(table).into_iter().flat_map(|t| &t.fields) {
            let Some(reference) = field.reference.filter(|r| !in_run(r.table)) else { continue };
            match self.parent_keys(project, args, reference).await? {
                Some(found) => keys.insert(field.id, found),
                None => continue,
            };
        }
        Ok(keys)
    }

    /// The keys a parent has in the database; `None` where it isn't there, and the plan says that it is missing.
    async fn parent_keys(
        &self,
        project: Uuid,
        args: &GenerateArgs,
        parent: dmb_spec::Reference,
    ) -> Result<Option<ArrayRef>, AppError> {
        let namespace = Namespace(project);
        let Some(table) = args.design.table_by_id(parent.table) else { return Ok(None) };
        if self.tables().row_count(namespace, table).await?.is_none() {
            return Ok(None);
        }
        Ok(Some(self.tables().keys(namespace, &args.design, parent.table, parent.field, MAX_KEYS).await?))
    }
}
