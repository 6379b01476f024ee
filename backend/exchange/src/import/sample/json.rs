//! JSON and JSON Lines. Rows are read one at a time; the document is never held as a whole.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::stats::{Budget, Cell};
use super::{Sample, budget, decode, finish};
use crate::error::ImportError;
use crate::limits::MAX_TABLES;
use crate::note::Notes;
use crate::raw::RawDesign;

/// The tables of a JSON document, as far as they were seen.
struct Rows<'s> {
    stem: &'s str,
    samples: &'s mut Vec<Sample>,
    budget: &'s mut Budget,
    /// What went wrong that is not of JSON's form.
    refused: &'s mut Option<ImportError>,
}

/// Reads a list of objects, or an object of such lists, each of them a table.
pub(crate) fn read(bytes: &[u8], stem: Option<&str>, notes: &mut Notes) -> Result<RawDesign, ImportError> {
    let (text, _) = decode(bytes);
    let (mut samples, mut budget, mut refused) = (Vec::new(), budget(), None);
    let rows =
        Rows { stem: stem.unwrap_or("records"), samples: &mut samples, budget: &mut budget, refused: &mut refused };
    let mut document = serde_json::Deserializer::from_str(&text);
    let read = rows.deserialize(&mut document).and_then(|()| document.end());
    if let Some(refused) = refused {
        return Err(refused);
    }
    read.map_err(|error| ImportError::unreadable(format!("line {}", error.line()), error.to_string()))?;
    finish(samples, notes)
}

/// Reads an object a line.
pub(crate) fn read_lines(bytes: &[u8], stem: Option<&str>, notes: &mut Notes) -> Result<RawDesign, ImportError> {
    let (text, _) = decode(bytes);
    let mut sample = Sample::new(stem.unwrap_or("records"), "the file");
    let mut budget = budget();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        if !sample.has_room() {
            break;
        }
        let row: Value = serde_json::from_str(line).map_err(|error| {
            ImportError::unreadable(format!("line {}", number + 1), format!("it is not JSON: {error}"))
        })?;
        take(&mut sample, &row, &mut budget)?;
    }
    finish(vec![sample], notes)
}

fn take(sample: &mut Sample, row: &Value, budget: &mut Budget) -> Result<(), ImportError> {
    sample.rows += 1;
    match row {
        Value::Object(object) => {
            for (name, value) in object.iter().filter(|(name, _)| !name.trim().is_empty()) {
                sample.column(name)?.see(&Cell::Json(value), budget);
            }
        }
        Value::Array(values) => {
            for (at, value) in values.iter().enumerate() {
                sample.column(&format!("column_{}", at + 1))?.see(&Cell::Json(value), budget);
            }
        }
        other => sample.column("value")?.see(&Cell::Json(other), budget),
    }
    Ok(())
}

impl<'de> DeserializeSeed<'de> for Rows<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Rows<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of objects, or an object of such lists")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut sample = Sample::new(self.stem, "the file");
        let mut outcome = Ok(());
        while outcome.is_ok() && sample.has_room() {
            let Some(row) = list.next_element::<Value>()? else { break };
            outcome = take(&mut sample, &row, self.budget);
        }
        while list.next_element::<IgnoredAny>()?.is_some() {}
        match outcome {
            Ok(()) => self.samples.push(sample),
            Err(error) => *self.refused = Some(error),
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        // What is no list of objects is a value of the one row that the document then is.
        let mut single = serde_json::Map::new();
        while let Some(name) = map.next_key::<String>()? {
            let value = map.next_value::<Value>()?;
            match value {
                Value::Array(rows) if !rows.is_empty() && rows.iter().all(Value::is_object) => {
                    let mut sample = Sample::new(&name, format!("the list {name}"));
                    let taken: Result<(), ImportError> =
                        rows.iter().try_for_each(|row| take(&mut sample, row, self.budget));
                    if let Err(error) = taken {
                        *self.refused = Some(error);
                    }
                    self.samples.push(sample);
                }
                other => {
                    single.insert(name, other);
                }
            }
        }
        if self.samples.len() > MAX_TABLES {
            *self.refused = Some(ImportError::too_large("The document", MAX_TABLES, "lists"));
        }
        if self.samples.is_empty() && !single.is_empty() {
            let mut sample = Sample::new(self.stem, "the file");
            match take(&mut sample, &Value::Object(single), self.budget) {
                Ok(()) => self.samples.push(sample),
                Err(error) => *self.refused = Some(error),
            }
        }
        Ok(())
    }
}
