//! Workbooks: each sheet with a heading is a table.

use std::io::{self, Cursor, Read};

use calamine::{DataRef, Reader, Xlsx};
use chrono::{Duration, NaiveDate, NaiveDateTime};

use super::stats::{Budget, Cell};
use super::{Sample, budget, finish};
use crate::error::ImportError;
use crate::limits::{MAX_ENTRIES, MAX_TABLES, MAX_UNPACKED_BYTES};
use crate::note::Notes;
use crate::raw::RawDesign;

/// Reads the sheets of a workbook.
pub(crate) fn read(bytes: &[u8], notes: &mut Notes) -> Result<RawDesign, ImportError> {
    check_size(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let names = book.sheet_names();
    if names.len() > MAX_TABLES {
        return Err(ImportError::too_large("The workbook", MAX_TABLES, "sheets"));
    }
    let (mut samples, mut budget) = (Vec::new(), budget());
    for name in names {
        match sheet(&mut book, &name, &mut budget)? {
            Some(sample) => samples.push(sample),
            None => notes.left_out(format!("the sheet {name}"), "It has no heading with rows under it."),
        }
    }
    finish(samples, notes)
}

fn unreadable(error: impl std::fmt::Display) -> ImportError {
    ImportError::unreadable("the workbook", error.to_string())
}

/// Unpacks everything once, into nothing: what a file says of its own size need not be true.
fn check_size(bytes: &[u8]) -> Result<(), ImportError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    if archive.len() > MAX_ENTRIES {
        return Err(ImportError::too_large("The workbook", MAX_ENTRIES, "files inside"));
    }
    let mut left = MAX_UNPACKED_BYTES;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(unreadable)?;
        let unpacked = io::copy(&mut entry.take(left + 1), &mut io::sink()).map_err(unreadable)?;
        if unpacked > left {
            return Err(ImportError::too_large("The unpacked workbook", MAX_UNPACKED_BYTES, "bytes"));
        }
        left -= unpacked;
    }
    Ok(())
}

/// One sheet; none where it has no heading.
fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, budget: &mut Budget) -> Result<Option<Sample>, ImportError> {
    let mut cells = book.worksheet_cells_reader(name).map_err(unreadable)?;
    let mut sample = Sample::new(name, format!("the sheet {name}"));
    // Column of the sheet → column of the table, by the first row that has values.
    let mut heading: Option<u32> = None;
    let mut places: Vec<(u32, usize)> = Vec::new();
    let mut row = 0;
    while let Some(cell) = cells.next_cell().map_err(unreadable)? {
        let (at, column) = cell.get_position();
        let value = cell.get_value();
        if matches!(value, DataRef::Empty) {
            continue;
        }
        if *heading.get_or_insert(at) == at {
            let name = text_of(value);
            if !name.trim().is_empty() && sample.columns.iter().all(|(known, _)| *known != name.trim()) {
                sample.column(name.trim())?;
                places.push((column, sample.columns.len() - 1));
            }
            continue;
        }
        if at != row {
            if !sample.has_room() {
                break;
            }
            (row, sample.rows) = (at, sample.rows + 1);
        }
        if let Some((_, place)) = places.iter().find(|(known, _)| *known == column) {
            see(&mut sample.columns[*place].1, value, budget);
        }
    }
    Ok((sample.rows > 0 && !sample.columns.is_empty()).then_some(sample))
}

fn see(stats: &mut super::Stats, value: &DataRef<'_>, budget: &mut Budget) {
    match value {
        DataRef::Int(number) => stats.see(&Cell::Whole(*number), budget),
        // Workbooks know one kind of number only.
        DataRef::Float(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
            stats.see(&Cell::Whole(*number as i64), budget);
        }
        DataRef::Float(number) => stats.see(&Cell::Number(*number), budget),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            stats.see(&Cell::Written(text), budget);
        }
        DataRef::SharedString(text) => stats.see(&Cell::Written(text), budget),
        DataRef::Bool(truth) => stats.see(&Cell::Truth(*truth), budget),
        DataRef::DateTime(at) => match moment(at.as_f64()) {
            Some(at) if at.time() == chrono::NaiveTime::MIN => {
                stats.see(&Cell::Written(&at.date().to_string()), budget);
            }
            Some(at) => stats.see(&Cell::Moment(at), budget),
            None => {}
        },
        DataRef::Error(_) | DataRef::Empty => {}
    }
}

/// A moment from days since the end of 1899, as workbooks count.
fn moment(days: f64) -> Option<NaiveDateTime> {
    let start = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_hms_opt(0, 0, 0)?;
    let seconds = (days * 86_400.0).round();
    (seconds.abs() < 3e11).then(|| start.checked_add_signed(Duration::seconds(seconds as i64)))?
}

fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(at) => at.as_f64().to_string(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}
