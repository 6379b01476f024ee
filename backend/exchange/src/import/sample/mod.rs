//! Tables from samples of rows: CSV, JSON, JSON Lines, workbooks. A sample shows what values look like, not what they must
//! be, so that ranges and frequencies become generators and types, not constraints.

mod csv;
mod describe;
mod json;
mod keys;
mod stats;
mod text;
mod xlsx;

use dmb_spec::FieldType;

use crate::error::ImportError;
use crate::limits::{MAX_FIELDS, MAX_SAMPLE_ROWS};
use crate::note::Notes;
use crate::raw::{RawDesign, RawTable};
use stats::{Budget, Stats};

pub(super) use csv::read as read_csv;
pub(super) use json::{read as read_json, read_lines as read_json_lines};
pub(super) use text::decode;
pub(super) use xlsx::read as read_xlsx;

/// A table of a sample, as far as its rows were seen.
#[derive(Default)]
struct Sample {
    name: String,
    place: String,
    rows: u64,
    columns: Vec<(String, Stats)>,
}

impl Sample {
    fn new(name: impl Into<String>, place: impl Into<String>) -> Self {
        Self { name: name.into(), place: place.into(), ..Self::default() }
    }

    /// The column of this name, made where it is new: rows before it had no value there.
    fn column(&mut self, name: &str) -> Result<&mut Stats, ImportError> {
        let at = match self.columns.iter().position(|(known, _)| known == name) {
            Some(at) => at,
            None => {
                if self.columns.len() >= MAX_FIELDS {
                    return Err(ImportError::too_large(format!("The table {}", self.name), MAX_FIELDS, "columns"));
                }
                self.columns.push((name.to_owned(), Stats::default()));
                self.columns.len() - 1
            }
        };
        Ok(&mut self.columns[at].1)
    }

    /// Whether one more row is looked at.
    fn has_room(&self) -> bool {
        self.rows < MAX_SAMPLE_ROWS
    }
}

/// The tables as they are described by what was seen of them.
fn finish(samples: Vec<Sample>, notes: &mut Notes) -> Result<RawDesign, ImportError> {
    let mut tables: Vec<RawTable> = Vec::new();
    for sample in &samples {
        if !sample.has_room() {
            notes.left_out(&sample.place, format!("Only the first {MAX_SAMPLE_ROWS} rows were looked at."));
        }
        if sample.columns.is_empty() {
            notes.left_out(&sample.place, "It has no columns.");
            continue;
        }
        let mut table = RawTable { name: sample.name.clone(), place: sample.place.clone(), ..RawTable::default() };
        for (name, stats) in &sample.columns {
            table.columns.push(describe::column(name, stats, sample, notes));
        }
        keys::primary_key(&mut table, sample, notes);
        tables.push(table);
    }
    if tables.is_empty() {
        return Err(ImportError::Empty("the sample has no rows with named values".to_owned()));
    }
    keys::relations(&mut tables, &samples, notes);
    notes
        .assumed("the whole", "Types, ranges and frequencies are those of the sample; look whether they are meant so.");
    Ok(RawDesign { tables, ..RawDesign::default() })
}

/// Whether a type is one that keys are of.
fn is_key_type(field_type: FieldType) -> bool {
    matches!(
        field_type,
        FieldType::String | FieldType::Uuid | FieldType::Integer | FieldType::BigInteger | FieldType::Email
    )
}

/// What is kept to tell values apart, for all columns together.
fn budget() -> Budget {
    Budget::new(crate::limits::MAX_KEPT_VALUES)
}
