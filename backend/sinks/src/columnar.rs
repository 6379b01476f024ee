//! What formats have in common that are written through a library which takes batches: a writer a table, and the types
//! and words that tell readers what the columns are.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use dmb_engine::output::{AsBatch, Encoded, Encoder, Output, OutputError, TableHeader};
use dmb_spec::FieldType;

use crate::output::ExportInfo;
use crate::table_files::{Kind, Place, TableFiles};

/// Writes one table.
pub(crate) trait TableWriter: Send {
    /// Takes the next rows.
    fn write(&mut self, batch: &RecordBatch) -> Result<(), OutputError>;

    /// Ends the table; gives the files back for the next one.
    fn end(self: Box<Self>) -> Result<TableFiles, OutputError>;
}

/// Begins a table in the file that was begun for it.
pub(crate) type Begin = Box<dyn Fn(TableFiles, &TableHeader) -> Result<Box<dyn TableWriter>, OutputError> + Send>;

/// Who has the files: the writer of a table, or nobody between two.
enum State {
    Between(TableFiles),
    Inside(Box<dyn TableWriter>),
}

/// Writes tables through a [`TableWriter`] each. After an error the files are gone, and with them what was written.
pub(crate) struct ColumnarOutput {
    begin: Begin,
    state: Option<State>,
    rows: u64,
}

impl ColumnarOutput {
    pub(crate) fn boxed(begin: Begin, kind: Kind, place: Place) -> Box<dyn Output> {
        Box::new(Self { begin, state: Some(State::Between(TableFiles::new(kind, place))), rows: 0 })
    }
}

fn out_of_order() -> OutputError {
    OutputError::Internal("tables and rows came out of order".into())
}

impl Output for ColumnarOutput {
    fn begin_table(&mut self, header: &TableHeader) -> Result<(Arc<dyn Encoder>, u64), OutputError> {
        let Some(State::Between(mut files)) = self.state.take() else { return Err(out_of_order()) };
        files.begin(&header.table.name)?;
        self.state = Some(State::Inside((self.begin)(files, header)?));
        Ok((Arc::new(AsBatch), 0))
    }

    fn write(&mut self, chunk: Encoded) -> Result<(), OutputError> {
        let (Encoded::Batch(batch), Some(State::Inside(writer))) = (chunk, self.state.as_mut()) else {
            return Err(out_of_order());
        };
        self.rows += batch.num_rows() as u64;
        writer.write(&batch)
    }

    fn end_table(&mut self) -> Result<(), OutputError> {
        let Some(State::Inside(writer)) = self.state.take() else { return Err(out_of_order()) };
        self.state = Some(State::Between(writer.end()?));
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), OutputError> {
        match self.state {
            Some(State::Between(files)) => files.publish(self.rows),
            _ => Err(out_of_order()),
        }
    }

    fn abort(self: Box<Self>) {
        // Dropping the unfinished file removes it.
    }
}

/// The columns of a table, those of UUIDs and JSON marked as what they are (Arrow's canonical extension types), with
/// descriptions as people wrote them.
pub(crate) fn marked_schema(header: &TableHeader) -> SchemaRef {
    let mark = |(column, field): (&Arc<Field>, &dmb_spec::Field)| {
        let mut words = HashMap::new();
        let extension = match column.data_type() {
            DataType::FixedSizeBinary(16) => Some("arrow.uuid"),
            DataType::Utf8 if field.field_type == FieldType::Json => Some("arrow.json"),
            _ => None,
        };
        if let Some(name) = extension {
            words.insert("ARROW:extension:name".to_owned(), name.to_owned());
            words.insert("ARROW:extension:metadata".to_owned(), String::new());
        }
        if !field.description.is_empty() {
            words.insert("description".to_owned(), field.description.clone());
        }
        // Rows with faults on purpose have nulls where the design has none.
        column.as_ref().clone().with_nullable(true).with_metadata(words)
    };
    let columns = header.schema.fields().iter().zip(&header.table.fields).map(mark);
    Arc::new(Schema::new(columns.collect::<Vec<_>>()))
}

/// What a file tells of itself: the same words in every format that has room for them.
pub(crate) fn words(info: Option<&ExportInfo>, header: &TableHeader) -> Vec<(String, String)> {
    let Some(info) = info else { return Vec::new() };
    let mut all = vec![
        ("dmb.project", info.project.clone()),
        ("dmb.table", header.table.name.clone()),
        ("dmb.created_by", info.created_by.clone()),
        ("dmb.as_of", info.as_of.to_rfc3339()),
    ];
    all.extend(info.seed.map(|seed| ("dmb.seed", seed.to_string())));
    all.extend(info.revision.map(|revision| ("dmb.revision", revision.to_string())));
    all.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}
