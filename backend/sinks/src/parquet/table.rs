//! One table: its columns encoded side by side by all cores, its row groups in row order.

use std::sync::{Arc, Mutex};
use std::thread;

use arrow_array::cast::AsArray;
use arrow_array::types::{Time32MillisecondType, Time32SecondType};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, FieldRef, Schema, SchemaRef, TimeUnit};
use dmb_engine::output::{OutputError, TableHeader};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::{ArrowColumnWriter, ArrowRowGroupWriterFactory, compute_leaves};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;

use super::failed;
use crate::columnar::{TableWriter, marked_schema};
use crate::table_files::TableFiles;

/// Rows of a batch from which it is worth several threads.
const WORTH_THREADS: usize = 2_048;

/// Writes one table. Of the row group in the making only compressed pages are in memory.
pub(super) struct ParquetTable {
    file: SerializedFileWriter<TableFiles>,
    factory: ArrowRowGroupWriterFactory,
    schema: SchemaRef,
    /// Of the row group in the making; none between two.
    columns: Vec<ArrowColumnWriter>,
    groups: usize,
    in_group: usize,
    group_rows: usize,
}

impl ParquetTable {
    pub(super) fn begin(
        files: TableFiles,
        header: &TableHeader,
        properties: WriterProperties,
        group_rows: usize,
    ) -> Result<Self, OutputError> {
        let schema = in_milliseconds(&marked_schema(header));
        let writer = ArrowWriter::try_new(files, Arc::clone(&schema), Some(properties)).map_err(failed)?;
        let (file, factory) = writer.into_serialized_writer().map_err(failed)?;
        Ok(Self { file, factory, schema, columns: Vec::new(), groups: 0, in_group: 0, group_rows })
    }

    /// Encodes rows that fit the row group in the making.
    fn encode(&mut self, batch: &RecordBatch) -> Result<(), OutputError> {
        if self.columns.is_empty() {
            self.columns = self.factory.create_column_writers(self.groups).map_err(failed)?;
        }
        let fields = self.schema.fields().iter().zip(batch.columns());
        let work: Vec<_> = self.columns.iter_mut().zip(fields).collect();
        let encode =
            |(writer, (field, column)): (&mut ArrowColumnWriter, (&FieldRef, &ArrayRef))| -> Result<(), ParquetError> {
                for leaf in compute_leaves(field, &milliseconds(column))? {
                    writer.write(&leaf)?;
                }
                Ok(())
            };
        side_by_side(work, batch.num_rows(), encode)?;
        self.in_group += batch.num_rows();
        Ok(())
    }

    fn end_group(&mut self) -> Result<(), OutputError> {
        let columns = std::mem::take(&mut self.columns);
        if columns.is_empty() {
            return Ok(());
        }
        let chunks = side_by_side(columns, self.in_group, ArrowColumnWriter::close)?;
        let mut group = self.file.next_row_group().map_err(failed)?;
        for chunk in chunks {
            chunk.append_to_row_group(&mut group).map_err(failed)?;
        }
        group.close().map_err(failed)?;
        self.groups += 1;
        self.in_group = 0;
        Ok(())
    }
}

impl TableWriter for ParquetTable {
    fn write(&mut self, batch: &RecordBatch) -> Result<(), OutputError> {
        let mut at = 0;
        while at < batch.num_rows() {
            let rows = (self.group_rows - self.in_group).min(batch.num_rows() - at);
            self.encode(&batch.slice(at, rows))?;
            if self.in_group == self.group_rows {
                self.end_group()?;
            }
            at += rows;
        }
        Ok(())
    }

    fn end(mut self: Box<Self>) -> Result<TableFiles, OutputError> {
        self.end_group()?;
        self.file.into_inner().map_err(failed)
    }
}

/// Does the same to each item with as many threads as there are cores; results in the order of the items.
fn side_by_side<T: Send, R: Send>(
    items: Vec<T>,
    rows: usize,
    work: impl Fn(T) -> Result<R, ParquetError> + Sync,
) -> Result<Vec<R>, OutputError> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let lanes = if rows < WORTH_THREADS { 1 } else { cores.min(items.len()) };
    let queue = Mutex::new(items.into_iter().enumerate());
    let lane = || {
        let mut done = Vec::new();
        // A lock is lost only where another thread panicked, which its end tells.
        while let Some((at, item)) = queue.lock().ok().and_then(|mut queue| queue.next()) {
            done.push((at, work(item)?));
        }
        Ok::<_, ParquetError>(done)
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..lanes).map(|_| scope.spawn(lane)).collect();
        let mut done = lane().map_err(failed)?;
        for other in others {
            let other = other.join().map_err(|_| OutputError::Internal("a column's encoder panicked".into()))?;
            done.extend(other.map_err(failed)?);
        }
        Ok::<_, OutputError>(done)
    })?;
    done.sort_unstable_by_key(|(at, _)| *at);
    Ok(done.into_iter().map(|(_, result)| result).collect())
}

/// The schema with times of day in milliseconds: Parquet has no type for whole seconds.
fn in_milliseconds(schema: &Schema) -> SchemaRef {
    let column = |field: &FieldRef| match field.data_type() {
        DataType::Time32(TimeUnit::Second) => {
            field.as_ref().clone().with_data_type(DataType::Time32(TimeUnit::Millisecond))
        }
        _ => field.as_ref().clone(),
    };
    Arc::new(Schema::new(schema.fields().iter().map(column).collect::<Vec<_>>()))
}

fn milliseconds(column: &ArrayRef) -> ArrayRef {
    match column.data_type() {
        DataType::Time32(TimeUnit::Second) => {
            let seconds = column.as_primitive::<Time32SecondType>();
            // A day's 86,400,000 milliseconds fit 32 bits; what lies under a null may be anything.
            Arc::new(seconds.unary::<_, Time32MillisecondType>(|second| second.wrapping_mul(1_000)))
        }
        _ => Arc::clone(column),
    }
}
