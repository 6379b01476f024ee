//! The sheets of one table.

use std::sync::Arc;

use arrow_array::RecordBatch;
use dmb_engine::output::{OutputError, TableHeader};
use dmb_spec::Table;
use rust_xlsxwriter::{Workbook, Worksheet};

use super::cells::{self, MAX_CELL_UNITS, Outcome};
use super::names::SheetNames;
use super::{failed, styles, widths};
use crate::columns::Column;

/// What was written of a table, for the summary and the dictionary.
pub(super) struct Written {
    pub(super) table: Arc<Table>,
    pub(super) sheets: Vec<String>,
    pub(super) rows: u64,
    /// For each field, whether some of its cells went in as text for want of room.
    pub(super) as_text: Vec<bool>,
}

/// The table being written.
pub(super) struct TableSheets {
    pub(super) written: Written,
    header: TableHeader,
    headings: Vec<String>,
    widths: Option<Vec<f64>>,
    /// Rows of a sheet, the header included.
    limit: u32,
    /// Position of the current sheet in the workbook.
    sheet: usize,
    /// The next row to write in it.
    next: u32,
    scratch: Vec<u8>,
}

impl TableSheets {
    /// Begins the table with its first sheet.
    pub(super) fn begin(
        header: TableHeader,
        labels: bool,
        limit: u32,
        book: &mut Workbook,
        names: &mut SheetNames,
    ) -> Result<Self, OutputError> {
        let table = Arc::clone(&header.table);
        let heading = |f: &dmb_spec::Field| if labels { f.label().to_owned() } else { f.name.clone() };
        let headings: Vec<_> = table.fields.iter().map(heading).collect();
        let as_text = vec![false; headings.len()];
        let written = Written { table, sheets: Vec::new(), rows: 0, as_text };
        let mut sheets =
            Self { written, header, headings, widths: None, limit, sheet: 0, next: 0, scratch: Vec::new() };
        sheets.new_sheet(book, names)?;
        Ok(sheets)
    }

    /// Writes the rows of a batch, in further sheets where one is full.
    pub(super) fn write(
        &mut self,
        batch: &RecordBatch,
        book: &mut Workbook,
        names: &mut SheetNames,
    ) -> Result<(), OutputError> {
        if self.widths.is_none() {
            self.widths = Some(widths::fitted(&self.headings, batch)?);
        }
        let columns = Column::all(batch)?;
        let mut row = 0;
        while row < batch.num_rows() {
            if self.next == self.limit {
                self.end_sheet(book)?;
                self.new_sheet(book, names)?;
            }
            let room = (self.limit - self.next) as usize;
            let end = batch.num_rows().min(row + room);
            let sheet = book.worksheet_from_index(self.sheet).map_err(failed)?;
            for row in row..end {
                self.write_row(sheet, &columns, row)?;
            }
            row = end;
        }
        Ok(())
    }

    fn write_row(&mut self, sheet: &mut Worksheet, columns: &[Column<'_>], row: usize) -> Result<(), OutputError> {
        for (n, column) in columns.iter().enumerate() {
            let Some(values) = column.at(row) else { continue };
            match cells::write(sheet, (self.next, n as u16), values, row, &mut self.scratch)? {
                Outcome::Typed => {}
                Outcome::AsText => self.written.as_text[n] = true,
                Outcome::TooLong(units) => return Err(self.too_long(n, units)),
            }
        }
        self.next += 1;
        self.written.rows += 1;
        Ok(())
    }

    fn too_long(&self, column: usize, units: usize) -> OutputError {
        let (table, field) = (&self.header.table.name, &self.header.table.fields[column].name);
        let row = self.written.rows + 1;
        OutputError::Data(format!(
            "Excel holds at most {MAX_CELL_UNITS} characters in a cell; {table}.{field} has {units} in row {row}. \
             Choose a smaller max_length, or CSV."
        ))
    }

    /// Ends the table.
    pub(super) fn end(mut self, book: &mut Workbook) -> Result<Written, OutputError> {
        if self.widths.is_none() {
            let empty = RecordBatch::new_empty(Arc::clone(&self.header.schema));
            self.widths = Some(widths::fitted(&self.headings, &empty)?);
        }
        self.end_sheet(book)?;
        Ok(self.written)
    }

    fn new_sheet(&mut self, book: &mut Workbook, names: &mut SheetNames) -> Result<(), OutputError> {
        let part = self.written.sheets.len() as u32 + 1;
        let name = names.give(self.header.table.label(), part);
        self.sheet = book.worksheets().len();
        let sheet = book.add_worksheet_with_constant_memory().map_err(failed)?;
        sheet.set_name(&name).map_err(failed)?;
        sheet.set_freeze_panes(1, 0).map_err(failed)?;
        for (n, field) in self.header.schema.fields().iter().enumerate() {
            if let Some(format) = styles::column(field.data_type()) {
                sheet.set_column_format(n as u16, &format).map_err(failed)?;
            }
        }
        write_headings(sheet, 0, &self.headings)?;
        self.written.sheets.push(name);
        self.next = 1;
        Ok(())
    }

    fn end_sheet(&mut self, book: &mut Workbook) -> Result<(), OutputError> {
        let sheet = book.worksheet_from_index(self.sheet).map_err(failed)?;
        for (n, width) in self.widths.iter().flatten().enumerate() {
            sheet.set_column_width(n as u16, *width).map_err(failed)?;
        }
        let last = (self.headings.len() as u16).saturating_sub(1);
        sheet.autofilter(0, 0, self.next - 1, last).map_err(failed)?;
        Ok(())
    }
}

/// A line of headings.
pub(super) fn write_headings(sheet: &mut Worksheet, row: u32, headings: &[impl AsRef<str>]) -> Result<(), OutputError> {
    let format = styles::header();
    sheet.set_row_height(row, 20).map_err(failed)?;
    for (n, heading) in headings.iter().enumerate() {
        sheet.write_string_with_format(row, n as u16, heading.as_ref(), &format).map_err(failed)?;
    }
    Ok(())
}
