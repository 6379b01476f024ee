//! What generators of one moment after another have in common: where a series starts, and which place a row has in it.

use chrono::{DateTime, Utc};

use crate::generator::{CompileContext, EngineError, FillContext, Input, ParamDescriptor, ParamKind};
use crate::generators::support::describe::{optional, words};
use crate::generators::support::moments::{named_field, read};
use crate::generators::support::ordinal::{Ordinal, Place};
use crate::generators::support::params::Reader;

/// A series of moments through the table, or one for every parent.
pub(super) struct Timeline {
    /// Microseconds since 1970.
    start: i64,
    /// The field that a row's series starts at, instead.
    after: Option<Input>,
    ordinal: Ordinal,
}

impl Timeline {
    /// The parameters `start`, `after` and `per_parent`.
    pub(super) fn params() -> Vec<ParamDescriptor> {
        vec![
            optional(
                "start",
                ParamKind::Moment,
                words("Start", "Inicio"),
                words(
                    "Where the series starts: a date, a date and time, now, or a span such as -30d; 30 days ago where absent.",
                    "Dónde empieza la serie: una fecha, una fecha y hora, now o un lapso como -30d; si falta, hace 30 días.",
                ),
            ),
            optional(
                "after",
                ParamKind::Field,
                words("Start at a field", "Empezar en un campo"),
                words(
                    "Starts at this date of the row or its parent instead: order_id.placed_at.",
                    "Empieza en esta fecha de la fila o de su padre: order_id.placed_at.",
                ),
            ),
            Ordinal::param(),
        ]
    }

    /// Reads them.
    pub(super) fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let usual = cx.as_of - chrono::TimeDelta::days(30);
        let start = reader.moment("start", cx.as_of).unwrap_or(usual).timestamp_micros();
        let after = named_field(reader, cx, "after");
        if after.is_some() && reader.value("start").is_some() {
            reader.problem("start", "contradiction", "give either start or after");
        }
        Self { start, after, ordinal: Ordinal::compile(reader, cx) }
    }

    /// The columns needed.
    pub(super) fn inputs(&self) -> Vec<Input> {
        self.after.iter().cloned().collect()
    }

    /// The start, where all rows are of one series that starts at a fixed moment.
    pub(super) fn fixed_start(&self) -> Option<i64> {
        (self.after.is_none() && !self.ordinal.is_per_parent()).then_some(self.start)
    }

    /// Each row's place and the start of its series; `None` where that is null.
    pub(super) fn places(&self, cx: &FillContext<'_>) -> Result<Vec<Option<(Place, i64)>>, EngineError> {
        let places = self.ordinal.places(cx.rows)?;
        if self.after.is_none() {
            return Ok(places.into_iter().map(|place| Some((place, self.start))).collect());
        }
        let starts = read(cx.inputs.first())?;
        Ok(places.into_iter().zip(starts).map(|(place, start)| start.map(|start| (place, start))).collect())
    }
}

/// Microseconds since 1970 of a moment so far after the start, at most the last second of the year 9999.
pub(super) fn moved(start: i64, micros: i128) -> i64 {
    let latest = dmb_spec::time::latest().timestamp_micros();
    let earliest = dmb_spec::time::earliest().timestamp_micros();
    i64::try_from(i128::from(start) + micros).unwrap_or(latest).clamp(earliest, latest)
}

/// A moment as chrono has it; moments beyond its calendar are those of 1970.
pub(super) fn calendar(micros: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(micros).unwrap_or_default()
}
