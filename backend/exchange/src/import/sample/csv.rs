//! CSV: encoding, delimiter and heading are seen.

use csv::{ReaderBuilder, StringRecord};

use super::stats::{Budget, Cell};
use super::{Sample, budget, decode, finish};
use crate::error::ImportError;
use crate::note::Notes;
use crate::raw::RawDesign;

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Rows by which the delimiter is chosen.
const LOOKED_AT: usize = 30;

/// Reads the table of a CSV file.
pub(crate) fn read(bytes: &[u8], stem: Option<&str>, notes: &mut Notes) -> Result<RawDesign, ImportError> {
    let (text, encoding) = decode(bytes);
    if let Some(encoding) = encoding {
        notes.assumed("the file", format!("It is in the encoding {encoding}."));
    }
    let delimiter = delimiter(&text);
    if delimiter != b',' {
        notes.assumed("the file", format!("Values are apart by “{}”.", char::from(delimiter).escape_default()));
    }
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut records = reader.records();
    let unreadable = |error: csv::Error| {
        let line = error.position().map_or(0, csv::Position::line);
        ImportError::unreadable(format!("line {line}"), error.to_string())
    };
    let first = records.next().transpose().map_err(unreadable)?;
    let Some(first) = first else { return Err(ImportError::Empty("the file holds no rows".to_owned())) };
    let mut sample = Sample::new(stem.unwrap_or("records"), "the file");
    let mut budget = budget();
    let headed = is_heading(&first);
    let names: Vec<String> =
        if headed { names(&first) } else { (1..=first.len()).map(|n| format!("column_{n}")).collect() };
    for name in &names {
        sample.column(name)?;
    }
    if !headed {
        notes.assumed("line 1", "It is no heading, so columns have numbers for names.");
        take(&mut sample, &first, delimiter, &mut budget);
    }
    let mut ragged = 0_u64;
    for record in records {
        let record = record.map_err(unreadable)?;
        if !sample.has_room() {
            break;
        }
        ragged += u64::from(record.len() > names.len());
        take(&mut sample, &record, delimiter, &mut budget);
    }
    if ragged > 0 {
        notes.left_out(
            "the file",
            format!("{ragged} rows have more values than there are columns; those are left out."),
        );
    }
    finish(vec![sample], notes)
}

fn take(sample: &mut Sample, record: &StringRecord, delimiter: u8, budget: &mut Budget) {
    sample.rows += 1;
    for ((_, stats), value) in sample.columns.iter_mut().zip(record) {
        match decimal_comma(value, delimiter) {
            Some(number) => stats.see(&Cell::Written(&number), budget),
            None if is_null(value) => stats.see(&Cell::Empty, budget),
            None => stats.see(&Cell::Written(value), budget),
        }
    }
}

/// What programs write for no value.
fn is_null(value: &str) -> bool {
    matches!(value, "" | "NULL" | "null" | "\\N" | "NaN" | "N/A" | "n/a")
}

/// `1.234,50` where values are not apart by commas.
fn decimal_comma(value: &str, delimiter: u8) -> Option<String> {
    let (whole, behind) = value.trim().split_once(',').filter(|_| delimiter != b',')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let plain = whole.replace('.', "");
    (digits(behind) && digits(plain.trim_start_matches('-'))).then(|| format!("{plain}.{behind}"))
}

/// The delimiter that makes rows of the same, greatest number of values.
fn delimiter(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let mut reader =
            ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
        let widths: Vec<usize> =
            reader.records().take(LOOKED_AT).filter_map(Result::ok).map(|record| record.len()).collect();
        let Some(first) = widths.first().copied().filter(|width| *width > 1) else { return 0 };
        let same = widths.iter().filter(|width| **width == first).count();
        same * 1_000 / widths.len() * 10 + first.min(9)
    };
    let mut best = (0, b',');
    for delimiter in DELIMITERS {
        let score = score(delimiter);
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

/// Names are texts that differ.
fn is_heading(record: &StringRecord) -> bool {
    let mut seen = std::collections::HashSet::new();
    record.iter().all(|value| {
        let name = value.trim();
        !name.is_empty() && name.parse::<f64>().is_err() && !name.contains('@') && seen.insert(name.to_lowercase())
    })
}

fn names(record: &StringRecord) -> Vec<String> {
    record.iter().map(|name| name.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters_are_seen() {
        assert_eq!(delimiter("a,b\n1,2\n"), b',');
        assert_eq!(delimiter("a;b;c\n1,5;2;3\n"), b';');
        assert_eq!(delimiter("a\tb\n\"x,y,z\"\t2\n"), b'\t');
        assert_eq!(delimiter("one\ntwo\n"), b',');
    }

    #[test]
    fn numbers_with_a_comma() {
        assert_eq!(decimal_comma("1.234,50", b';').as_deref(), Some("1234.50"));
        assert_eq!(decimal_comma("-0,5", b'\t').as_deref(), Some("-0.5"));
        assert_eq!(decimal_comma("Lima, Perú", b';'), None);
        assert_eq!(decimal_comma("1,5", b','), None);
    }
}
