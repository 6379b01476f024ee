//! The sheets of one table.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::SchemaRef;
use dmb_engine::faults::FaultyCell;
use dmb_engine::output::{OutputError, TableHeader};
use dmb_spec::{Design, Table};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::cells::{self, MAX_CELL_UNITS, Outcome};
use super::lists::Lists;
use super::names::SheetNames;
use super::styles::Theme;
use super::watch::{Seen, Watch};
use super::{failed, styles, widths};
use crate::columns::Column;

/// What was written of a table, for the summary and the dictionary.
pub(super) struct Written {
    pub(super) table: Arc<Table>,
    pub(super) sheets: Vec<String>,
    pub(super) rows: u64,
    /// For each field, whether some of its cells went in as text for want of room.
    pub(super) as_text: Vec<bool>,
    /// What its columns hold.
    pub(super) seen: Vec<Seen>,
    /// Types of its columns.
    pub(super) schema: SchemaRef,
    /// Rows made wrong on purpose, by kind of fault.
    pub(super) faults: BTreeMap<&'static str, u64>,
}

/// What all tables of a workbook have in common.
pub(super) struct Dress {
    pub(super) design: Arc<Design>,
    /// Whether columns are headed with what people are shown.
    pub(super) labels: bool,
    pub(super) theme: Theme,
    /// Rows of a sheet, the header included.
    pub(super) limit: u32,
    /// The choices of fields.
    pub(super) lists: Lists,
}

/// The table being written.
pub(super) struct TableSheets {
    pub(super) written: Written,
    header: TableHeader,
    headings: Vec<String>,
    watch: Arc<Watch>,
    limit: u32,
    theme: Theme,
    /// The format of each column's cells.
    formats: Vec<Option<Format>>,
    /// Positions of its sheets in the workbook with the rows of each, the last one being written.
    sheets: Vec<(usize, u32)>,
    /// The next row to write.
    next: u32,
    scratch: Vec<u8>,
}

impl TableSheets {
    /// Begins the table with its first sheet.
    pub(super) fn begin(
        header: TableHeader,
        dress: &Dress,
        book: &mut Workbook,
        names: &mut SheetNames,
    ) -> Result<Self, OutputError> {
        let table = Arc::clone(&header.table);
        let heading = |f: &dmb_spec::Field| if dress.labels { f.label().to_owned() } else { f.name.clone() };
        let headings: Vec<_> = table.fields.iter().map(heading).collect();
        let columns = table.fields.iter().zip(header.schema.fields());
        let formats = columns.map(|(field, c)| styles::column(&dress.design, &table, field, c.data_type())).collect();
        let written = Written {
            as_text: vec![false; headings.len()],
            schema: Arc::clone(&header.schema),
            table,
            sheets: Vec::new(),
            rows: 0,
            seen: Vec::new(),
            faults: BTreeMap::new(),
        };
        let watch = Arc::new(Watch::new(headings.len()));
        let (limit, theme) = (dress.limit, dress.theme);
        let mut sheets = Self {
            written,
            header,
            headings,
            watch,
            limit,
            theme,
            formats,
            sheets: Vec::new(),
            next: 0,
            scratch: Vec::new(),
        };
        sheets.new_sheet(book, names)?;
        Ok(sheets)
    }

    /// What looks at the columns while they are encoded.
    pub(super) fn watch(&self) -> Arc<Watch> {
        Arc::clone(&self.watch)
    }

    /// Is told of cells that are wrong on purpose, row by row.
    pub(super) fn faults(&mut self, cells: &[FaultyCell]) {
        // A row has one fault, which may show in two cells.
        for same_row in cells.chunk_by(|a, b| a.row == b.row) {
            *self.written.faults.entry(same_row[0].kind).or_default() += 1;
        }
    }

    /// Writes the rows of a batch, in further sheets where one is full.
    pub(super) fn write(
        &mut self,
        batch: &RecordBatch,
        book: &mut Workbook,
        names: &mut SheetNames,
    ) -> Result<(), OutputError> {
        let columns = Column::all(batch)?;
        let mut row = 0;
        while row < batch.num_rows() {
            if self.next == self.limit {
                self.end_sheet();
                self.new_sheet(book, names)?;
            }
            let room = (self.limit - self.next) as usize;
            let end = batch.num_rows().min(row + room);
            let sheet = self.sheets.last().map_or(0, |(at, _)| *at);
            let sheet = book.worksheet_from_index(sheet).map_err(failed)?;
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
    pub(super) fn end(mut self, dress: &mut Dress, book: &mut Workbook) -> Result<Written, OutputError> {
        self.end_sheet();
        self.written.seen = self.watch.seen();
        // Only now all that decides on the layout was seen, in whatever order it came.
        for (at, rows) in &self.sheets {
            let sheet = book.worksheet_from_index(*at).map_err(failed)?;
            self.lay_out(sheet, *rows, dress)?;
        }
        Ok(self.written)
    }

    fn new_sheet(&mut self, book: &mut Workbook, names: &mut SheetNames) -> Result<(), OutputError> {
        let part = self.written.sheets.len() as u32 + 1;
        let name = names.give(self.header.table.label(), part);
        self.sheets.push((book.worksheets().len(), 0));
        let sheet = book.add_worksheet_with_constant_memory().map_err(failed)?;
        sheet.set_name(&name).map_err(failed)?;
        sheet.set_freeze_panes(1, 0).map_err(failed)?;
        for (n, format) in self.formats.iter().enumerate() {
            if let Some(format) = format {
                sheet.set_column_format(n as u16, format).map_err(failed)?;
            }
        }
        write_headings(sheet, 0, &self.headings, self.theme)?;
        self.written.sheets.push(name);
        self.next = 1;
        Ok(())
    }

    fn end_sheet(&mut self) {
        if let Some((_, rows)) = self.sheets.last_mut() {
            *rows = self.next;
        }
    }

    /// Gives a sheet of so many rows, the header included, its widths, filter, bands, lists and page.
    fn lay_out(&self, sheet: &mut Worksheet, rows: u32, dress: &mut Dress) -> Result<(), OutputError> {
        let last = (self.headings.len() as u16).saturating_sub(1);
        for (n, (heading, seen)) in self.headings.iter().zip(&self.written.seen).enumerate() {
            sheet.set_column_width(n as u16, widths::fitted(heading, seen.width)).map_err(failed)?;
        }
        sheet.autofilter(0, 0, rows - 1, last).map_err(failed)?;
        styles::page(sheet);
        sheet.set_repeat_rows(0, 0).map_err(failed)?;
        if rows == 1 {
            return Ok(());
        }
        if let Some(bands) = styles::bands(self.theme) {
            sheet.add_conditional_format(1, 0, rows - 1, last, &bands).map_err(failed)?;
        }
        for (n, field) in self.header.table.fields.iter().enumerate() {
            if let Some(choices) = field.constraints.choices.as_ref().filter(|choices| !choices.is_empty()) {
                let rule = dress.lists.rule(choices)?;
                sheet.add_data_validation(1, n as u16, rows - 1, n as u16, &rule).map_err(failed)?;
            }
        }
        Ok(())
    }
}

/// A line of headings.
pub(super) fn write_headings(
    sheet: &mut Worksheet,
    row: u32,
    headings: &[impl AsRef<str>],
    theme: Theme,
) -> Result<(), OutputError> {
    let format = styles::header(theme);
    sheet.set_row_height(row, 20).map_err(failed)?;
    for (n, heading) in headings.iter().enumerate() {
        sheet.write_string_with_format(row, n as u16, heading.as_ref(), &format).map_err(failed)?;
    }
    Ok(())
}
