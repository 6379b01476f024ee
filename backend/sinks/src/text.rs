//! What all formats of text have in common: something before the rows, something between them, something behind.

use std::sync::Arc;

use dmb_engine::output::{Encoded, Encoder, Output, OutputError, TableHeader};

use crate::table_files::{Kind, Place, TableFiles};

/// How a table stands in a file of text.
pub(crate) struct TableText {
    /// Makes bytes of its rows.
    pub(crate) encoder: Arc<dyn Encoder>,
    /// Before the first row.
    pub(crate) top: Vec<u8>,
    /// Between the rows of two chunks.
    pub(crate) between: &'static [u8],
    /// After the last row, where there is one.
    pub(crate) bottom: &'static [u8],
    /// After `top` where there is no row.
    pub(crate) empty: &'static [u8],
}

/// A format of text. Formats whose tables share a file may have text around all of them.
pub(crate) trait TextFormat: Send {
    /// Before the first table of the file.
    fn top(&self) -> Vec<u8> {
        Vec::new()
    }

    /// The next table.
    fn table(&mut self, header: &TableHeader) -> Result<TableText, OutputError>;

    /// After the last table.
    fn bottom(&self) -> Vec<u8> {
        Vec::new()
    }

    /// Most rows of a table.
    fn max_rows(&self) -> Option<u64> {
        None
    }
}

/// Writes tables as text.
pub(crate) struct TextOutput {
    format: Box<dyn TextFormat>,
    files: TableFiles,
    /// The table begun last; its encoder compresses where that is wanted.
    current: Option<TableText>,
    /// Rows of it.
    in_table: u64,
    rows: u64,
}

impl TextOutput {
    pub(crate) fn boxed(format: impl TextFormat + 'static, kind: Kind, place: Place) -> Box<dyn Output> {
        let files = TableFiles::new(kind, place);
        Box::new(Self { format: Box::new(format), files, current: None, in_table: 0, rows: 0 })
    }

    fn check_room(&self, rows: u64) -> Result<(), OutputError> {
        match self.format.max_rows() {
            Some(most) if rows > most => Err(OutputError::Data(format!(
                "This format is for samples of at most {most} rows a table; this table has more. Choose another format \
                 or fewer rows."
            ))),
            _ => Ok(()),
        }
    }

    fn append(&mut self, bytes: &[u8], rows: u64) -> Result<(), OutputError> {
        if rows == 0 {
            return Ok(());
        }
        self.check_room(self.in_table + rows)?;
        if self.in_table > 0 {
            self.files.append(self.current.as_ref().map_or(&b""[..], |table| table.between))?;
        }
        self.files.append_ready(bytes)?;
        self.in_table += rows;
        self.rows += rows;
        Ok(())
    }
}

impl Output for TextOutput {
    fn begin_table(&mut self, header: &TableHeader) -> Result<(Arc<dyn Encoder>, u64), OutputError> {
        self.check_room(header.rows.unwrap_or_default())?;
        let table = self.format.table(header)?;
        if self.files.begin(&header.table.name)? {
            self.files.append(&self.format.top())?;
        }
        self.files.append(&table.top)?;
        self.in_table = 0;
        let encoder = self.files.encoder(Arc::clone(&table.encoder));
        self.current = Some(TableText { encoder: Arc::clone(&encoder), ..table });
        Ok((encoder, 0))
    }

    fn write(&mut self, chunk: Encoded) -> Result<(), OutputError> {
        let chunk = match (chunk, &self.current) {
            (Encoded::Batch(batch), Some(table)) => table.encoder.encode(&batch)?,
            (chunk, _) => chunk,
        };
        match chunk {
            Encoded::Bytes { bytes, rows } => self.append(&bytes, rows),
            Encoded::Batch(_) => Err(OutputError::Internal("rows came before their table".into())),
        }
    }

    fn end_table(&mut self) -> Result<(), OutputError> {
        let end = self.current.as_ref().map_or(&b""[..], |t| if self.in_table > 0 { t.bottom } else { t.empty });
        self.files.append(end)
    }

    fn finish(mut self: Box<Self>) -> Result<(), OutputError> {
        // What nothing came to is told by `publish`.
        if self.current.is_some() {
            let bottom = self.format.bottom();
            self.files.append(&bottom)?;
        }
        self.files.publish(self.rows)
    }

    fn abort(self: Box<Self>) {
        // Dropping the unfinished file removes it.
    }
}
