//! Batches into INSERT statements. Runs on every generating thread.

use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::DataType;
use dmb_engine::output::{Encoded, Encoder, OutputError, TableHeader};
use dmb_spec::Table;

use super::dialect::{Dialect, SQLITE_DIGITS};
use super::literal;
use crate::columns::Column;

/// Bytes after which a statement ends: far below what any of the databases takes at once.
const STATEMENT_BYTES: usize = 256 << 10;

/// Makes statements of a table's rows.
pub(super) struct SqlEncoder {
    dialect: Dialect,
    table: Arc<Table>,
    /// What each statement begins with.
    head: Vec<u8>,
    /// Of each column, whether its decimals are held as text.
    as_text: Vec<bool>,
    rows_per_insert: u64,
}

impl SqlEncoder {
    pub(super) fn new(dialect: Dialect, header: &TableHeader, rows_per_insert: u64) -> Self {
        let table = Arc::clone(&header.table);
        let names = dialect.list(table.fields.iter().map(|field| field.name.as_str()));
        let head = format!("INSERT INTO {} {names} VALUES\n", dialect.quote(&table.name)).into_bytes();
        let wide = |data_type: &DataType| matches!(data_type, DataType::Decimal128(p, _) if *p > SQLITE_DIGITS);
        let as_text =
            header.schema.fields().iter().map(|c| dialect == Dialect::Sqlite && wide(c.data_type())).collect();
        Self { dialect, table, head, as_text, rows_per_insert: rows_per_insert.max(1) }
    }

    fn push_row(&self, out: &mut Vec<u8>, columns: &[Column<'_>], row: usize) -> Result<(), OutputError> {
        out.push(b'(');
        for (n, column) in columns.iter().enumerate() {
            if n > 0 {
                out.extend_from_slice(b", ");
            }
            let Some(values) = column.at(row) else {
                out.extend_from_slice(b"NULL");
                continue;
            };
            literal::push(out, self.dialect, values, row, self.as_text[n]).map_err(|_| self.unfit(n))?;
        }
        out.push(b')');
        Ok(())
    }

    fn unfit(&self, column: usize) -> OutputError {
        OutputError::Data(format!(
            "A text of {}.{} holds the character NUL, which PostgreSQL has no place for. Choose another database or format.",
            self.table.name, self.table.fields[column].name
        ))
    }
}

impl Encoder for SqlEncoder {
    fn encode(&self, batch: &RecordBatch) -> Result<Encoded, OutputError> {
        let columns = Column::all(batch)?;
        let rows = batch.num_rows();
        let mut bytes = Vec::with_capacity(rows * columns.iter().map(|c| c.text_width() + 4).sum::<usize>());
        let (mut begun, mut in_statement) = (0, 0);
        for row in 0..rows {
            if in_statement == 0 {
                begun = bytes.len();
                bytes.extend_from_slice(&self.head);
            } else {
                bytes.extend_from_slice(b",\n");
            }
            self.push_row(&mut bytes, &columns, row)?;
            in_statement += 1;
            let full = in_statement == self.rows_per_insert || bytes.len() - begun >= STATEMENT_BYTES;
            if full || row + 1 == rows {
                bytes.extend_from_slice(b";\n");
                in_statement = 0;
            }
        }
        Ok(Encoded::Bytes { bytes, rows: rows as u64 })
    }
}
