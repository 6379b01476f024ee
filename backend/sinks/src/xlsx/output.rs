//! The workbook as an output.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use dmb_engine::faults::FaultyCell;
use dmb_engine::output::{Encoded, Encoder, Output, OutputError, TableHeader};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use super::lists::{self, Lists};
use super::names::SheetNames;
use super::sheet::{Dress, TableSheets, Written};
use super::styles::Theme;
use super::{MEDIA_TYPE, dictionary, failed, summary};
use crate::output::{Artifacts, ExportInfo, FileTarget};
use crate::part::PartFile;
use crate::registry::OpenRequest;

/// Fast: sheets are text that says the same over and over.
const ZIP_LEVEL: u8 = 2;
/// Cells from which a sheet may pass 4 GB, so that the archive needs its form for large files.
const LARGE_CELLS: u64 = 20_000_000;

/// Writes tables as the sheets of one workbook. Rows wait in temporary files beside the target until the end.
pub(super) struct XlsxOutput {
    book: Workbook,
    names: SheetNames,
    info: ExportInfo,
    dress: Dress,
    target: FileTarget,
    artifacts: Artifacts,
    part: Option<PartFile>,
    current: Option<TableSheets>,
    written: Vec<Written>,
}

impl XlsxOutput {
    /// A workbook whose sheets have at most `limit` rows, the header included.
    pub(super) fn new(request: OpenRequest<'_>, limit: u32) -> Self {
        let OpenRequest { options, target, info, artifacts } = request;
        let dress = Dress {
            design: Arc::clone(&info.design),
            labels: options.text("header_labels") == "labels",
            theme: Theme::of(options.text("theme")),
            limit,
            lists: Lists::default(),
        };
        Self {
            book: Workbook::new(),
            names: SheetNames::with(&[dictionary::SHEET, summary::SHEET, lists::SHEET]),
            info: info.clone(),
            dress,
            target,
            artifacts,
            part: None,
            current: None,
            written: Vec::new(),
        }
    }

    /// Begins the file, before the first table: what can't be written is told before anything is made.
    fn begin_file(&mut self) -> Result<(), OutputError> {
        self.part = Some(PartFile::create(&self.target, "xlsx")?);
        self.book.set_tempdir(&self.target.folder).map_err(failed)?;
        self.book.set_zip_compression_level(ZIP_LEVEL);
        let created = ExcelDateTime::from_timestamp(self.info.as_of.timestamp()).map_err(failed)?;
        let properties = DocProperties::new()
            .set_title(&self.info.project)
            .set_subject("Synthetic data")
            .set_author(&self.info.created_by)
            .set_comment(summary::PRODUCT)
            .set_creation_datetime(&created);
        self.book.set_properties(&properties);
        Ok(())
    }

    fn save(&mut self) -> Result<(), OutputError> {
        let cells = |w: &Written| w.rows * w.table.fields.len() as u64;
        self.book.use_zip_large_file(self.written.iter().any(|w| cells(w) > LARGE_CELLS));
        dictionary::write(&mut self.book, &self.info, &self.written, self.dress.theme)?;
        summary::write(&mut self.book, &self.info, &self.written, self.dress.theme)?;
        self.dress.lists.write(&mut self.book)?;
        let part = self.part.as_mut().ok_or_else(|| OutputError::Data("There is no table to write.".into()))?;
        self.book.save_to_writer(part).map_err(failed)
    }
}

impl Output for XlsxOutput {
    fn begin_table(&mut self, header: &TableHeader) -> Result<(Arc<dyn Encoder>, u64), OutputError> {
        if self.part.is_none() {
            self.begin_file()?;
        }
        let (book, names) = (&mut self.book, &mut self.names);
        let table = TableSheets::begin(header.clone(), &self.dress, book, names)?;
        let watch = table.watch();
        self.current = Some(table);
        Ok((watch, 0))
    }

    fn write(&mut self, chunk: Encoded) -> Result<(), OutputError> {
        let (Encoded::Batch(batch), Some(table)) = (chunk, self.current.as_mut()) else {
            return Err(OutputError::Internal("a workbook takes rows of a table, not bytes".into()));
        };
        let (book, names) = (&mut self.book, &mut self.names);
        guarded(|| table.write(&batch, book, names))
    }

    fn faults(&mut self, cells: &[FaultyCell]) -> Result<(), OutputError> {
        self.current.iter_mut().for_each(|table| table.faults(cells));
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), OutputError> {
        if let Some(table) = self.current.take() {
            self.written.push(table.end(&mut self.dress, &mut self.book)?);
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<(), OutputError> {
        guarded(|| self.save())?;
        let rows = self.written.iter().map(|w| w.rows).sum();
        let Some(part) = self.part.take() else { return Ok(()) };
        part.publish(rows, MEDIA_TYPE, &self.artifacts)
    }

    fn abort(self: Box<Self>) {
        // Dropping the unfinished file removes it; the temporary files have no names.
    }
}

/// The library panics where a temporary file can't be written to; that is a full disk, not a defect.
fn guarded(work: impl FnOnce() -> Result<(), OutputError>) -> Result<(), OutputError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(OutputError::Transient("The workbook's temporary file could not be written; the disk may be full.".into()))
    })
}
