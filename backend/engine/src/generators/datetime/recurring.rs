//! `datetime.recurring`: the dates of a schedule: every third day, each month's 28th, moved off the weekend.

use arrow_array::ArrayRef;
use arrow_schema::DataType;
use chrono::{Datelike, Weekday};
use dmb_spec::time::Span;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, Input, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::window::{DAY, SECOND, column};
use crate::stream::Stream;

use super::timeline::{Timeline, calendar, moved};

/// The catalogue's entry.
pub(crate) struct Recurring;

const WEEKENDS: &[&str] = &["keep", "next", "previous"];

impl Generator for Recurring {
    fn descriptor(&self) -> Descriptor {
        let mut params = vec![
            defaulted(
                "every",
                ParamKind::Span,
                words("Every", "Cada"),
                words("Distance between two rows: 3d, 2w, 1mo, 1y.", "Distancia entre dos filas: 3d, 2w, 1mo, 1y."),
                "1mo",
            ),
            defaulted(
                "jitter",
                ParamKind::Span,
                words("Jitter", "Variación"),
                words(
                    "How far before or after its day a date may lie, such as 2d.",
                    "Cuánto puede adelantarse o atrasarse una fecha, como 2d.",
                ),
                "0s",
            ),
            defaulted(
                "weekend",
                ParamKind::Choice(WEEKENDS),
                words("Weekend", "Fin de semana"),
                words(
                    "What happens on Saturdays and Sundays: nothing (keep), the Monday after (next), the Friday before (previous).",
                    "Qué ocurre en sábado y domingo: nada (keep), el lunes siguiente (next), el viernes anterior (previous).",
                ),
                WEEKENDS[0],
            ),
        ];
        params.extend(Timeline::params());
        Descriptor {
            name: "datetime.recurring",
            family: Family::DateTime,
            label: words("Recurring date", "Fecha recurrente"),
            description: words(
                "The dates of a schedule, one a row: instalments, shifts, check-ups; with jitter where wanted.",
                "Las fechas de un calendario, una por fila: cuotas, turnos, revisiones; con variación si se quiere.",
            ),
            produces: &[FieldType::Date, FieldType::Datetime],
            params,
            example: json!({ "start": "2025-01-31", "every": "1mo", "weekend": "next" }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let every = reader.span("every").unwrap_or(Span { months: 1, micros: 0 });
        if every.months < 0 || every.micros < 0 || every == Span::default() {
            reader.problem("every", "out_of_range", "every must be above 0");
        }
        let jitter = reader.span("jitter").unwrap_or_default();
        if jitter.months != 0 || jitter.micros < 0 {
            reader.problem("jitter", "out_of_range", "jitter must be 0 or more and without months or years");
        }
        let weekend = match reader.choice("weekend", WEEKENDS) {
            "next" => Move::Next,
            "previous" => Move::Previous,
            _ => Move::Keep,
        };
        let timeline = Timeline::compile(&mut reader, cx);
        let step = if *cx.data_type == DataType::Date32 { DAY } else { SECOND };
        // What may bring two dates nearer to each other: jitter from both sides, and the days off a weekend.
        let nearer = 2 * i128::from(jitter.micros) + if weekend == Move::Keep { 0 } else { 2 * i128::from(DAY) };
        let apart = distance(every, 28) - nearer >= i128::from(step);
        let capacity =
            timeline.fixed_start().filter(|_| cx.unique && apart).map(|start| until_the_end(start, every, nearer));
        let data_type = cx.data_type.clone();
        let jitter = (jitter.micros / step) as u64;
        reader.finish(Box::new(Schedule {
            timeline,
            every,
            jitter,
            step,
            weekend,
            data_type,
            capacity,
            stream: cx.stream,
        }))
    }
}

/// Microseconds of a span whose months have so many days.
fn distance(span: Span, days: i128) -> i128 {
    i128::from(span.months) * days * i128::from(DAY) + i128::from(span.micros)
}

/// How many times a schedule comes before the calendar ends, moved by as much as that.
fn until_the_end(start: i64, every: Span, moved: i128) -> u128 {
    let room = i128::from(dmb_spec::time::latest().timestamp_micros()) - i128::from(start) - moved;
    (room / distance(every, 31).max(1)).max(0) as u128
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Move {
    Keep,
    Next,
    Previous,
}

impl Move {
    /// A moment moved off the weekend by whole days.
    fn apply(self, micros: i64) -> i64 {
        let days = match (self, calendar(micros).weekday()) {
            (Self::Next, Weekday::Sat) => 2,
            (Self::Next, Weekday::Sun) => 1,
            (Self::Previous, Weekday::Sat) => -1,
            (Self::Previous, Weekday::Sun) => -2,
            _ => 0,
        };
        micros + days * DAY
    }
}

struct Schedule {
    timeline: Timeline,
    every: Span,
    /// Most steps before or after.
    jitter: u64,
    step: i64,
    weekend: Move,
    data_type: DataType,
    capacity: Option<u128>,
    stream: Stream,
}

impl Schedule {
    fn moment(&self, row: u64, at: u64, start: i64) -> i64 {
        let times = i64::try_from(at).unwrap_or(i64::MAX);
        let months = i64::from(self.every.months).saturating_mul(times).min(i64::from(i32::MAX)) as i32;
        let first =
            if months == 0 { start } else { Span { months, micros: 0 }.add_to(calendar(start)).timestamp_micros() };
        let due = moved(first, i128::from(self.every.micros) * i128::from(at));
        let jitter = match self.jitter {
            0 => 0,
            most => self.stream.cell(row).below(2 * most + 1) as i128 - i128::from(most),
        };
        let moment = self.weekend.apply(moved(due, jitter * i128::from(self.step)));
        moment - moment.rem_euclid(self.step)
    }
}

impl Filler for Schedule {
    fn inputs(&self) -> Vec<Input> {
        self.timeline.inputs()
    }

    fn capacity(&self) -> Option<u128> {
        self.capacity
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let places = self.timeline.places(cx)?;
        let rows = places.into_iter().zip(cx.rows);
        column(&self.data_type, rows.map(|(place, row)| place.map(|(place, start)| self.moment(*row, place.at, start))))
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Date32Type;
    use chrono::NaiveDate;
    use serde_json::Value;

    use super::*;
    use crate::testing::Trial;

    fn dates(params: Value, rows: u64) -> Vec<NaiveDate> {
        let made = Trial::new("datetime.recurring", params, FieldType::Date).fill(rows);
        let days = made.as_primitive::<Date32Type>().values().to_vec();
        days.into_iter().map(|day| calendar(i64::from(day) * DAY).date_naive()).collect()
    }

    #[test]
    fn months_end_where_they_end() {
        let made = dates(json!({ "start": "2024-01-31", "every": "1mo" }), 4);
        assert_eq!(
            made.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"]
        );
    }

    #[test]
    fn weekends_are_avoided() {
        for weekend in ["next", "previous"] {
            let made = dates(json!({ "start": "2024-01-06", "every": "1d", "weekend": weekend }), 100);
            assert!(made.iter().all(|d| !matches!(d.weekday(), Weekday::Sat | Weekday::Sun)), "{weekend}");
        }
        assert_eq!(
            dates(json!({ "start": "2024-01-06", "every": "7d", "weekend": "next" }), 1)[0].to_string(),
            "2024-01-08"
        );
    }

    #[test]
    fn jitter_stays_within_its_days_on_both_sides() {
        let made = dates(json!({ "start": "2024-01-01", "every": "10d", "jitter": "2d" }), 500);
        let start = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
        let moved: Vec<i64> = made.iter().enumerate().map(|(n, d)| (*d - start).num_days() - 10 * n as i64).collect();
        assert_eq!((moved.iter().min(), moved.iter().max()), (Some(&-2), Some(&2)));
    }

    #[test]
    fn schedules_whose_dates_stay_apart_are_unique() {
        let trial = |params: Value| Trial::new("datetime.recurring", params, FieldType::Date).unique(1_000);
        let capacity = |params: Value| trial(params).compile().unwrap().capacity();
        for params in [
            json!({ "every": "1mo" }),
            json!({ "every": "1mo", "weekend": "next", "jitter": "12d" }),
            json!({ "every": "3d", "weekend": "previous" }),
            json!({ "every": "3d", "jitter": "1d" }),
        ] {
            assert!(capacity(params.clone()).unwrap() > 90_000, "{params}");
            let mut days = trial(params.clone()).fill(1_000).as_primitive::<Date32Type>().values().to_vec();
            days.sort_unstable();
            days.dedup();
            assert_eq!(days.len(), 1_000, "{params}");
        }
        for params in [
            json!({ "every": "1d", "jitter": "1d" }),
            json!({ "every": "1mo", "weekend": "next", "jitter": "13d" }),
            json!({ "every": "2d", "weekend": "next" }),
            json!({ "every": "1h" }),
        ] {
            assert_eq!(capacity(params.clone()), None, "{params}");
        }
        assert!(Trial::new("datetime.recurring", json!({ "every": "0d" }), FieldType::Date).compile().is_err());
    }
}
