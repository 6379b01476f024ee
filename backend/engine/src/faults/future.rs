//! `future`: dates that have not come yet.

use arrow_array::ArrayRef;
use arrow_array::types::{Date32Type, TimestampMicrosecondType};
use arrow_schema::DataType;
use chrono::NaiveDate;
use dmb_spec::FieldType;

use super::values::{between, mapped};
use super::{Damage, Effect, FaultContext, FaultDescriptor, FaultKind, Struck, params};
use crate::generator::{EngineError, ParamKind, ParamProblem};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::params::Reader;
use crate::stream::Stream;

const DAY: i64 = 86_400_000_000;

/// The catalogue's entry.
pub(super) struct Future;

impl FaultKind for Future {
    fn descriptor(&self) -> FaultDescriptor {
        let min = defaulted(
            "min",
            ParamKind::Span,
            words("At least", "Como mínimo"),
            words("How far from now at least.", "A qué distancia de ahora como mínimo."),
            "1d",
        );
        let max = defaulted(
            "max",
            ParamKind::Span,
            words("At most", "Como máximo"),
            words("How far from now at most.", "A qué distancia de ahora como máximo."),
            "365d",
        );
        FaultDescriptor {
            name: "future",
            label: words("Date in the future", "Fecha futura"),
            description: words(
                "The date lies after the moment the rows are made for.",
                "La fecha es posterior al momento para el que se generan las filas.",
            ),
            strikes: &[FieldType::Date, FieldType::Datetime],
            params: params([min, max]),
        }
    }

    fn effect(&self) -> Effect {
        Effect::Moves
    }

    fn compile(&self, cx: &FaultContext<'_>) -> Result<Box<dyn Damage>, Vec<ParamProblem>> {
        let mut reader = Reader::new(cx.params);
        let mut span = |name, days: i64| reader.span(name).map_or(days * DAY, |span| span.as_micros_from(cx.as_of));
        let (low, high) = (span("min", 1), span("max", 365));
        if low <= 0 {
            reader.problem("min", "out_of_range", "min must be a span above 0, or the date would not be in the future");
        }
        if low > high {
            reader.problem("min", "crossed", "min is above max");
        }
        let now = cx.as_of.timestamp_micros();
        reader.finish(Box::new(Ahead { low: now + low, high: now + high, stream: cx.stream }))
    }
}

/// A moment between two, in microseconds.
pub(super) struct Ahead {
    pub(super) low: i64,
    pub(super) high: i64,
    pub(super) stream: Stream,
}

impl Ahead {
    fn micros(&self, row: u64) -> i64 {
        between(&mut self.stream.cell(row), self.low.into(), self.high.into()) as i64
    }
}

impl Damage for Ahead {
    fn damage(&self, struck: &Struck<'_>) -> Result<Vec<ArrayRef>, EngineError> {
        let old = &struck.values[0];
        Ok(vec![match old.data_type() {
            DataType::Date32 => mapped::<Date32Type>(old, struck.rows, |row, _| day_of(self.micros(row))),
            _ => mapped::<TimestampMicrosecondType>(old, struck.rows, |row, _| self.micros(row)),
        }])
    }
}

/// The day a moment is in, counted from 1970.
fn day_of(micros: i64) -> i32 {
    let day = chrono::DateTime::from_timestamp_micros(micros).map_or(NaiveDate::default(), |at| at.date_naive());
    (day - NaiveDate::default()).num_days() as i32
}
