//! Batches into objects. Runs on every generating thread.

use arrow_array::RecordBatch;
use arrow_schema::FieldRef;
use dmb_engine::columns::Column;
use dmb_engine::json::write::{Cells, push_text};
use dmb_engine::output::{Encoded, Encoder, OutputError, TableHeader};
use dmb_engine::types;
use dmb_spec::FieldType;

use super::Layout;

/// Makes objects of a table's rows.
pub(super) struct JsonEncoder {
    layout: Layout,
    members: Vec<Member>,
}

struct Member {
    /// What stands before its value: what parts members, its name, a colon.
    key: Vec<u8>,
    field_type: FieldType,
    /// Nobody has to look whether it is JSON.
    sure: bool,
}

impl JsonEncoder {
    pub(super) fn new(layout: Layout, header: &TableHeader) -> Self {
        let member = |(field, column): (&dmb_spec::Field, &FieldRef)| {
            let [_, between, colon, _] = layout.frame.row;
            let mut key = between.as_bytes().to_vec();
            push_text(&mut key, if layout.labels { field.label() } else { &field.name });
            key.extend_from_slice(colon.as_bytes());
            Member { key, field_type: field.field_type, sure: types::is_sure_json(column) }
        };
        Self { layout, members: header.table.fields.iter().zip(header.schema.fields()).map(member).collect() }
    }

    #[inline]
    fn push_row(&self, out: &mut Vec<u8>, cells: &[Cells<'_>], row: usize) {
        let [open, between, _, close] = self.layout.frame.row;
        out.extend_from_slice(open.as_bytes());
        // Nothing parts the first member from what opens the row.
        let mut skip = between.len();
        for (member, cells) in self.members.iter().zip(cells) {
            if self.layout.omit_nulls && cells.is_null(row) {
                continue;
            }
            out.extend_from_slice(&member.key[skip..]);
            skip = 0;
            cells.push(out, row);
        }
        out.extend_from_slice(close.as_bytes());
    }
}

impl Encoder for JsonEncoder {
    fn encode(&self, batch: &RecordBatch) -> Result<Encoded, OutputError> {
        let columns = Column::all(batch)?;
        let cells = |(column, member): (_, &Member)| {
            if member.sure { Cells::new(column, member.field_type) } else { Cells::checked(column, member.field_type) }
        };
        let cells: Vec<Cells<'_>> = columns.into_iter().zip(&self.members).map(cells).collect();
        let keys: usize = self.members.iter().map(|member| member.key.len()).sum();
        let width = keys + 16 + cells.iter().map(Cells::width).sum::<usize>();
        let rows = batch.num_rows();
        let mut bytes = Vec::with_capacity(rows * width);
        for row in 0..rows {
            if row > 0 {
                bytes.extend_from_slice(self.layout.frame.between);
            }
            self.push_row(&mut bytes, &cells, row);
        }
        Ok(Encoded::Bytes { bytes, rows: rows as u64 })
    }
}
