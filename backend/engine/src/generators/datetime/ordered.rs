//! `datetime.ordered` and `datetime.events`: moments that never go back from row to row.
//!
//! Both are had for any row alone. `datetime.ordered` lies on a grid of equal distances and moves each moment by less
//! than one of them. `datetime.events` has exponential gaps, as things that happen by chance: the gaps of a block of 512
//! rows are drawn together and stretched so that they add up to 512 mean gaps. So a row is found from its own block
//! alone, the series never drifts from its pace by more than a block, and gaps differ from exponential ones by less than
//! one part in 2,000.

use arrow_array::ArrayRef;
use arrow_schema::DataType;
use dmb_spec::{FieldType, Params};
use rand_distr::{Distribution, Exp1};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, Input, ParamDescriptor, ParamKind,
    ParamProblem,
};
use crate::generators::support::blocks::Blocks;
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::ordinal::Place;
use crate::generators::support::params::Reader;
use crate::generators::support::window::{DAY, SECOND, column};
use crate::stream::Stream;

use super::timeline::{Timeline, moved};

/// On a grid with jitter.
pub(crate) struct Ordered;
/// By chance.
pub(crate) struct Events;

const PRECISIONS: &[&str] = &["second", "millisecond", "microsecond", "minute"];
/// Events made ready together.
const BLOCK: u64 = 512;

impl Generator for Ordered {
    fn descriptor(&self) -> Descriptor {
        let mut params = vec![interval("1h")];
        params.push(defaulted(
            "jitter",
            ParamKind::Number { min: Some(0.0), max: Some(1.0) },
            words("Jitter", "Variación"),
            words(
                "Share of the interval that moments move by at random, 0 to 1.",
                "Proporción del intervalo que se desplazan los momentos al azar, de 0 a 1.",
            ),
            0.5,
        ));
        params.push(precision());
        params.extend(Timeline::params());
        Descriptor {
            name: "datetime.ordered",
            family: Family::DateTime,
            label: words("Moments in order", "Momentos en orden"),
            description: words(
                "Moments that never go back from row to row, about an interval apart: log entries, readings.",
                "Momentos que nunca retroceden de fila en fila, separados por un intervalo: registros, lecturas.",
            ),
            produces: &[FieldType::Datetime, FieldType::Date],
            params,
            example: json!({ "start": "2025-01-01", "interval": "15m", "jitter": 0.5 }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let interval = read_interval(&mut reader, 3_600 * SECOND);
        let jitter = reader.number("jitter").unwrap_or(0.5);
        let step = read_precision(&mut reader, cx);
        let timeline = Timeline::compile(&mut reader, cx);
        // Moments at least a step apart stay apart when they are cut to whole steps.
        let apart = interval as f64 * (1.0 - jitter) >= step as f64;
        let capacity = timeline.fixed_start().filter(|_| cx.unique && apart).map(|start| {
            let room = i128::from(dmb_spec::time::latest().timestamp_micros()) - i128::from(start);
            (room / i128::from(interval)).max(0) as u128
        });
        let grid = Grid { interval, jitter, stream: cx.stream };
        reader.finish(Box::new(Line { timeline, pace: grid, step, data_type: cx.data_type.clone(), capacity }))
    }
}

impl Generator for Events {
    fn descriptor(&self) -> Descriptor {
        let mut params = vec![interval("10m"), precision()];
        params.extend(Timeline::params());
        Descriptor {
            name: "datetime.events",
            family: Family::DateTime,
            label: words("Events by chance", "Sucesos al azar"),
            description: words(
                "Moments in order with exponential gaps, as independent events come: calls, visits, failures.",
                "Momentos en orden con intervalos exponenciales, como los sucesos independientes: llamadas, visitas, fallos.",
            ),
            produces: &[FieldType::Datetime, FieldType::Date],
            params,
            example: json!({ "start": "2025-01-01", "interval": "10m" }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let interval = read_interval(&mut reader, 600 * SECOND);
        let step = read_precision(&mut reader, cx);
        let timeline = Timeline::compile(&mut reader, cx);
        let chance = Chance { interval, stream: cx.stream, series: timeline.fixed_start().is_none() };
        reader.finish(Box::new(Line { timeline, pace: chance, step, data_type: cx.data_type.clone(), capacity: None }))
    }
}

fn interval(default: &'static str) -> ParamDescriptor {
    defaulted(
        "interval",
        ParamKind::Span,
        words("Interval", "Intervalo"),
        words(
            "Mean distance between two rows, such as 90s, 15m or 1d.",
            "Distancia media entre dos filas, como 90s, 15m o 1d.",
        ),
        default,
    )
}

fn read_interval(reader: &mut Reader<'_>, default: i64) -> i64 {
    let Some(span) = reader.span("interval") else { return default };
    if span.months == 0 && span.micros > 0 {
        return span.micros;
    }
    reader.problem("interval", "out_of_range", "interval must be above 0 and without months or years");
    default
}

fn precision() -> ParamDescriptor {
    defaulted(
        "precision",
        ParamKind::Choice(PRECISIONS),
        words("Precision", "Precisión"),
        words("Moments fall on whole units of this.", "Los momentos caen en unidades enteras de esto."),
        PRECISIONS[0],
    )
}

fn read_precision(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> i64 {
    let step = match reader.choice("precision", PRECISIONS) {
        "microsecond" => 1,
        "millisecond" => 1_000,
        "minute" => 60 * SECOND,
        _ => SECOND,
    };
    if *cx.data_type == DataType::Date32 { DAY } else { step }
}

/// How far after the start of its series a row lies, in microseconds; never less than the row before.
trait Pace: Send + Sync {
    /// What is kept from row to row.
    type Kept;

    fn keep(&self) -> Self::Kept;

    fn after_start(&self, row: u64, place: Place, kept: &mut Self::Kept) -> i128;
}

struct Grid {
    interval: i64,
    jitter: f64,
    stream: Stream,
}

impl Pace for Grid {
    type Kept = ();

    fn keep(&self) {}

    #[inline]
    fn after_start(&self, row: u64, place: Place, (): &mut ()) -> i128 {
        let moved = self.jitter * self.interval as f64 * self.stream.cell(row).unit();
        i128::from(place.at) * i128::from(self.interval) + moved as i128
    }
}

struct Chance {
    interval: i64,
    stream: Stream,
    /// Whether there is a series for every parent.
    series: bool,
}

impl Chance {
    /// Where the events of a block lie after its start, as shares of the block.
    fn ready(&self, series: u64, block: u64) -> Vec<f64> {
        let stream = if self.series { self.stream.slot(series) } else { self.stream };
        let mut sum = 0.0;
        let gaps = (block * BLOCK..(block + 1) * BLOCK).map(|event| {
            let gap: f64 = Exp1.sample(&mut stream.cell(event));
            sum += gap;
            sum
        });
        let sums: Vec<f64> = gaps.collect();
        sums.into_iter().map(|so_far| so_far / sum).collect()
    }
}

impl Pace for Chance {
    type Kept = Blocks<(u64, u64), Vec<f64>>;

    fn keep(&self) -> Self::Kept {
        Blocks::new()
    }

    fn after_start(&self, _: u64, place: Place, kept: &mut Self::Kept) -> i128 {
        let block = place.at / BLOCK;
        let shares = kept.at((place.series, block), |(series, block)| self.ready(*series, *block));
        let length = i128::from(self.interval) * i128::from(BLOCK);
        i128::from(block) * length + (shares[(place.at % BLOCK) as usize] * length as f64) as i128
    }
}

struct Line<P> {
    timeline: Timeline,
    pace: P,
    step: i64,
    data_type: DataType,
    capacity: Option<u128>,
}

impl<P: Pace> Filler for Line<P> {
    fn inputs(&self) -> Vec<Input> {
        self.timeline.inputs()
    }

    fn capacity(&self) -> Option<u128> {
        self.capacity
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let places = self.timeline.places(cx)?;
        let mut kept = self.pace.keep();
        let moments = places.into_iter().zip(cx.rows).map(|(place, row)| {
            let (place, start) = place?;
            let moment = moved(start, self.pace.after_start(*row, place, &mut kept));
            Some(moment - moment.rem_euclid(self.step))
        });
        column(&self.data_type, moments)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::sync::Arc;

    use arrow_array::cast::AsArray;
    use arrow_array::types::TimestampMicrosecondType;
    use arrow_array::{Array, TimestampMicrosecondArray};
    use serde_json::Value;

    use super::*;
    use crate::testing::Trial;

    fn moments(name: &'static str, params: Value, rows: u64) -> Vec<i64> {
        let made = Trial::new(name, params, FieldType::Datetime).fill(rows);
        made.as_primitive::<TimestampMicrosecondType>().values().to_vec()
    }

    #[test]
    fn moments_never_go_back_and_keep_their_pace() {
        for (name, jitter) in [("datetime.ordered", 0.0), ("datetime.ordered", 0.7), ("datetime.ordered", 1.0)] {
            let params = json!({ "start": "2025-01-01", "interval": "1m", "jitter": jitter });
            let made = moments(name, params, 5_000);
            assert!(made.windows(2).all(|pair| pair[0] <= pair[1]), "{jitter}");
            let length = made[4_999] - made[0];
            assert!((4_997 * 60 * SECOND..=5_001 * 60 * SECOND).contains(&length), "{jitter}: {length}");
        }
    }

    #[test]
    fn gaps_between_events_are_exponential() {
        let params = json!({ "start": "2025-01-01", "interval": "100s", "precision": "microsecond" });
        let made = moments("datetime.events", params, 100_000);
        let gaps: Vec<f64> = made.windows(2).map(|pair| (pair[1] - pair[0]) as f64 / SECOND as f64).collect();
        assert!(gaps.iter().all(|gap| *gap >= 0.0));
        let mean = gaps.iter().sum::<f64>() / gaps.len() as f64;
        let deviation = (gaps.iter().map(|g| (g - mean).powi(2)).sum::<f64>() / gaps.len() as f64).sqrt();
        assert!((mean - 100.0).abs() < 0.5 && (deviation - 100.0).abs() < 1.5, "{mean} {deviation}");
        let short = gaps.iter().filter(|gap| **gap < 100.0 * std::f64::consts::LN_2).count();
        assert!((49_500..50_500).contains(&short), "{short}");
        let start = 1_735_689_600 * SECOND;
        assert!((1..195).all(|block| {
            let due = start + block * 512 * 100 * SECOND;
            (made[block as usize * 512 - 1] - due).abs() < SECOND
        }));
    }

    #[test]
    fn a_row_alone_is_the_row_in_the_whole() {
        let filler = Trial::new("datetime.events", json!({}), FieldType::Datetime).compile().unwrap();
        let fill = |rows: &[u64]| {
            let made = filler.fill(&FillContext { rows, inputs: &[] }).unwrap();
            made.as_primitive::<TimestampMicrosecondType>().values().to_vec()
        };
        let whole = fill(&(0..1_500).collect::<Vec<_>>());
        assert!([1_499, 0, 511, 512, 700].into_iter().all(|row| fill(&[row]) == [whole[row as usize]]));
    }

    #[test]
    fn moments_far_enough_apart_are_unique() {
        let trial = Trial::new("datetime.ordered", json!({ "interval": "10s" }), FieldType::Datetime).unique(2_000);
        assert!(trial.compile().unwrap().capacity().unwrap() > 1_000_000_000);
        let made = trial.fill(2_000);
        let made: HashSet<i64> = made.as_primitive::<TimestampMicrosecondType>().values().iter().copied().collect();
        assert_eq!(made.len(), 2_000);
        let near = Trial::new("datetime.ordered", json!({ "interval": "1s" }), FieldType::Datetime).unique(10);
        assert_eq!(near.compile().unwrap().capacity(), None);
    }

    #[test]
    fn series_start_at_the_field_named_and_null_stays_null() {
        let params = json!({ "after": "begun", "interval": "1m", "jitter": 0 });
        let trial =
            Trial::new("datetime.ordered", params, FieldType::Datetime).beside("begun", FieldType::Datetime, None);
        let starts: ArrayRef = Arc::new(TimestampMicrosecondArray::from(vec![Some(0), None]).with_timezone("UTC"));
        let made = trial.fill_with(2, &[starts]);
        let made = made.as_primitive::<TimestampMicrosecondType>();
        assert!(made.value(0) == 0 && made.is_null(1));
    }

    #[test]
    fn intervals_that_are_none_are_refused() {
        for interval in ["0s", "-1h", "1mo"] {
            let params = json!({ "interval": interval });
            assert!(Trial::new("datetime.events", params, FieldType::Datetime).compile().is_err(), "{interval}");
        }
    }
}
