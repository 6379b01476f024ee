//! Writes rows that are in the tables to a file, all as of one moment.

use std::sync::Arc;

use arrow_array::RecordBatch;
use dmb_app::jobs::args::{ExportArgs, steps};
use dmb_engine::output::{Output, OutputError, TableHeader};
use dmb_engine::types;
use dmb_sinks::FileOutput;
use dmb_spec::Table;
use dmb_tables::{Filter, Namespace, Snapshot, Sort, TablesError};
use serde_json::json;

use super::files::Files;
use super::generate::blocking;
use super::{Success, Work};
use crate::failure::Failure;
use crate::meter::RowCounter;

/// Rows read and written at a time.
const BATCH_ROWS: usize = 8_192;

pub(super) async fn handle(work: &Work, args: ExportArgs) -> Result<Success, Failure> {
    work.meter.step(steps::PLANNING);
    let work = work.clone();
    blocking(move || export(&work, &args)).await
}

/// Why writing stopped.
enum Halt {
    Told,
    Output(OutputError),
    Tables(TablesError),
}

impl From<TablesError> for Halt {
    fn from(error: TablesError) -> Self {
        Self::Tables(error)
    }
}

impl From<OutputError> for Halt {
    fn from(error: OutputError) -> Self {
        Self::Output(error)
    }
}

impl From<Halt> for Failure {
    fn from(halt: Halt) -> Self {
        match halt {
            Halt::Told => Self::Stopped,
            Halt::Output(error) => error.into(),
            Halt::Tables(error) => error.into(),
        }
    }
}

/// An export on its way.
struct Writing<'a> {
    work: &'a Work,
    args: &'a ExportArgs,
    snapshot: Snapshot,
    filter: Vec<Filter>,
    sort: Vec<Sort>,
}

fn export(work: &Work, args: &ExportArgs) -> Result<Success, Failure> {
    let writing = Writing {
        work,
        args,
        snapshot: work.app.tables().snapshot(Namespace(work.project))?,
        filter: args.filter.iter().cloned().map(Into::into).collect(),
        sort: args.sort.iter().cloned().map(Into::into).collect(),
    };
    let tables: Vec<&Table> = args.tables.iter().filter_map(|id| args.design.table_by_id(*id)).collect();
    let counters = writing.counters(&tables)?;
    let mut files = Files::new(work, &args.origins, Arc::clone(&args.design), &tables, None, args.as_of);
    let mut output = files.open(&args.file)?;
    work.meter.step(steps::EXPORTING);
    for (table, (counter, rows)) in tables.into_iter().zip(&counters) {
        // Dropped without an end the file is taken back.
        writing.table(&mut output, table, *rows, counter)?;
    }
    work.meter.step(steps::FINISHING);
    Box::new(output).finish()?;
    let exports = files.exports(work)?;
    work.meter.bytes(exports.iter().map(|e| e.bytes).sum());
    let rows: u64 = counters.iter().map(|(_, rows)| rows).sum();
    Ok(Success { report: json!({ "rows": rows }), profile: None, exports })
}

impl Writing<'_> {
    /// Counts each table's rows first: progress wants to know where it leads.
    fn counters(&self, tables: &[&Table]) -> Result<Vec<(RowCounter, u64)>, Failure> {
        let mut counted = Vec::with_capacity(tables.len());
        for table in tables {
            counted.push(self.snapshot.count(&self.args.design, table, &self.filter)?);
        }
        let named = tables.iter().zip(&counted).map(|(t, rows)| (t.id, t.name.clone(), *rows));
        Ok(self.work.meter.tables(named).into_iter().zip(counted).collect())
    }

    fn table(&self, output: &mut FileOutput, table: &Table, rows: u64, counter: &RowCounter) -> Result<(), Halt> {
        let schema = types::schema(&self.args.design, table);
        let header = TableHeader { table: Arc::new(table.clone()), schema, rows: Some(rows) };
        let (encoder, _) = output.begin_table(&header)?;
        let each = |batch: RecordBatch| -> Result<(), Halt> {
            if self.work.control.stopped() {
                return Err(Halt::Told);
            }
            output.write(encoder.encode(&batch)?)?;
            counter.add(batch.num_rows() as u64);
            Ok(())
        };
        self.snapshot.scan(&self.args.design, table, &self.filter, &self.sort, BATCH_ROWS, each)?;
        Ok(output.end_table()?)
    }
}
