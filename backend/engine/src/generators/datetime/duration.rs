//! `datetime.duration`: lengths of time, as ISO 8601, as a clock shows them, or in seconds, minutes or hours.

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};
use rand_distr::{Distribution, StandardNormal};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamDescriptor, ParamKind,
    ParamProblem,
};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::numbers::Range;
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::generators::support::window::SECOND;
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Duration;

const FORMATS: &[&str] = &["iso8601", "clock"];
const UNITS: &[&str] = &["second", "millisecond", "minute", "hour", "day"];
const SHAPES: &[&str] = &["even", "short"];

impl Generator for Duration {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "datetime.duration",
            family: Family::DateTime,
            label: words("Duration", "Duración"),
            description: words(
                "Lengths of time: ISO 8601 (PT1H30M) or clock (01:30:00) in text, seconds or other units in numbers.",
                "Lapsos de tiempo: ISO 8601 (PT1H30M) o reloj (01:30:00) en texto, segundos u otras unidades en números.",
            ),
            produces: &[
                FieldType::String,
                FieldType::Text,
                FieldType::Integer,
                FieldType::BigInteger,
                FieldType::Float,
                FieldType::Decimal,
            ],
            params: params(),
            example: json!({ "from": "5m", "to": "8h", "precision": "5m" }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let low = span(&mut reader, "from", 60 * SECOND);
        let high = span(&mut reader, "to", (7_200 * SECOND).max(low));
        let step = span(&mut reader, "precision", SECOND);
        let (first, last) = (low / step.max(1) + i64::from(low % step.max(1) != 0), high / step.max(1));
        if step <= 0 && reader.is_ok() {
            reader.problem("precision", "out_of_range", "precision must be above 0");
        } else if first > last && reader.is_ok() {
            reader.problem("from", "empty_range", "no duration of that precision lies between from and to");
        }
        let short = reader.choice("shape", SHAPES) == "short";
        let lengths = Lengths { first, count: (last - first).max(0) as u64 + 1, step, short, stream: cx.stream };
        let clock = reader.choice("format", FORMATS) == "clock";
        let unit = match reader.choice("unit", UNITS) {
            "millisecond" => 1_000,
            "minute" => 60 * SECOND,
            "hour" => 3_600 * SECOND,
            "day" => 86_400 * SECOND,
            _ => SECOND,
        };
        if cx.field.field_type.is_text() {
            return reader.finish(Box::new(Texts { lengths, clock, limit: limit(cx.field) }));
        }
        let range = Range::compile(&mut reader, cx, (f64::MIN, f64::MAX));
        reader.finish(Box::new(Numbers { lengths, unit: unit as f64, range }))
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![
        defaulted(
            "from",
            ParamKind::Span,
            words("Shortest", "Mínima"),
            words("Such as 90s, 5m or 1d.", "Como 90s, 5m o 1d."),
            "1m",
        ),
        defaulted(
            "to",
            ParamKind::Span,
            words("Longest", "Máxima"),
            words("Such as 2h or 30d.", "Como 2h o 30d."),
            "2h",
        ),
        defaulted(
            "precision",
            ParamKind::Span,
            words("Precision", "Precisión"),
            words("Durations are whole multiples of this.", "Las duraciones son múltiplos enteros de esto."),
            "1s",
        ),
        defaulted(
            "shape",
            ParamKind::Choice(SHAPES),
            words("Shape", "Forma"),
            words(
                "Each as likely (even), or most short and few long (short).",
                "Equiprobables (even), o la mayoría cortas y pocas largas (short).",
            ),
            SHAPES[0],
        ),
        defaulted(
            "format",
            ParamKind::Choice(FORMATS),
            words("Format", "Formato"),
            words(
                "Of texts: PT1H30M (iso8601) or 01:30:00 (clock).",
                "De los textos: PT1H30M (iso8601) o 01:30:00 (clock).",
            ),
            FORMATS[0],
        ),
        defaulted(
            "unit",
            ParamKind::Choice(UNITS),
            words("Unit", "Unidad"),
            words("Of numbers.", "De los números."),
            UNITS[0],
        ),
    ]
}

/// A span of at least 0 without months, in microseconds.
fn span(reader: &mut Reader<'_>, name: &'static str, default: i64) -> i64 {
    match reader.span(name) {
        Some(span) if span.months == 0 && span.micros >= 0 => span.micros,
        Some(_) => {
            let message = format!("{name} must be 0 or more, without months or years, whose length varies");
            reader.problem(name, "out_of_range", message);
            default
        }
        None => default,
    }
}

/// Whole multiples of a step.
struct Lengths {
    first: i64,
    count: u64,
    /// Microseconds.
    step: i64,
    short: bool,
    stream: Stream,
}

impl Lengths {
    /// Microseconds of a row.
    fn at(&self, row: u64) -> i64 {
        let mut cell = self.stream.cell(row);
        let place = if self.short {
            // Log-normal about a tenth of the way, drawn again where it goes too far.
            let drawn = (0..32).map(|_| -> f64 {
                let z: f64 = StandardNormal.sample(&mut cell);
                0.1 * z.exp()
            });
            let share = drawn.into_iter().find(|share| *share < 1.0).unwrap_or(0.1);
            (share * self.count as f64) as u64
        } else {
            cell.below(self.count)
        };
        (self.first + place as i64) * self.step
    }
}

/// Appends `P1DT2H3M4.5S`: what is 0 is left out, and a length of 0 is `PT0S`.
fn iso8601(micros: u64, out: &mut TextColumn) {
    let second = SECOND as u64;
    let (days, rest) = (micros / (86_400 * second), micros % (86_400 * second));
    let part = |out: &mut TextColumn, number: u64, unit: &str| {
        if number > 0 {
            out.push_number(number);
            out.push(unit);
        }
    };
    out.push("P");
    part(out, days, "D");
    if rest > 0 || days == 0 {
        out.push("T");
        part(out, rest / (3_600 * second), "H");
        part(out, rest / (60 * second) % 60, "M");
        let (seconds, fraction) = (rest / second % 60, rest % second);
        if seconds > 0 || fraction > 0 || rest == 0 {
            out.push_number(seconds);
            decimals(fraction, out);
            out.push("S");
        }
    }
}

/// Appends `26:03:04`, hours first, as many as there are.
fn clock(micros: u64, out: &mut TextColumn) {
    let seconds = micros / SECOND as u64;
    let hours = seconds / 3_600;
    if hours < 100 {
        out.push_padded(hours, 2)
    } else {
        out.push_number(hours)
    }
    out.push(":");
    out.push_padded(seconds / 60 % 60, 2);
    out.push(":");
    out.push_padded(seconds % 60, 2);
    decimals(micros % SECOND as u64, out);
}

/// Appends a fraction of a second without trailing zeros.
fn decimals(micros: u64, out: &mut TextColumn) {
    if micros > 0 {
        let zeros = (1..6).rev().find(|zeros| micros.is_multiple_of(10_u64.pow(*zeros))).unwrap_or(0);
        out.push(".");
        out.push_padded(micros / 10_u64.pow(zeros), 6 - zeros as usize);
    }
}

struct Texts {
    lengths: Lengths,
    clock: bool,
    limit: Option<u32>,
}

impl Filler for Texts {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 10, self.limit);
        for &row in cx.rows {
            let micros = self.lengths.at(row).unsigned_abs();
            if self.clock {
                clock(micros, &mut out)
            } else {
                iso8601(micros, &mut out)
            }
            out.end();
        }
        out.finish()
    }
}

struct Numbers {
    lengths: Lengths,
    /// Microseconds.
    unit: f64,
    range: Range,
}

impl Filler for Numbers {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        self.range.column(cx.rows, |row| self.lengths.at(row) as f64 / self.unit)
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Int32Type;

    use super::*;
    use crate::testing::Trial;

    fn check(seconds: f64, iso: &str, shown: &str) {
        let mut out = TextColumn::new(2, 10, None);
        let micros = (seconds * 1e6).round() as u64;
        iso8601(micros, &mut out);
        out.end();
        clock(micros, &mut out);
        out.end();
        let made = out.finish().unwrap();
        let made = made.as_string::<i32>();
        assert_eq!((made.value(0), made.value(1)), (iso, shown));
    }

    #[test]
    fn lengths_are_written_as_the_standard_has_them() {
        check(0.0, "PT0S", "00:00:00");
        check(90.0, "PT1M30S", "00:01:30");
        check(5_400.0, "PT1H30M", "01:30:00");
        check(93_784.25, "P1DT2H3M4.25S", "26:03:04.25");
        check(86_400.0 * 5.0, "P5D", "120:00:00");
        check(86_401.0, "P1DT1S", "24:00:01");
        check(0.000_05, "PT0.00005S", "00:00:00.00005");
    }

    #[test]
    fn lengths_keep_to_their_range_and_precision() {
        let params = json!({ "from": "10m", "to": "1h", "precision": "5m", "unit": "minute" });
        let made = Trial::new("datetime.duration", params, FieldType::Integer).fill(2_000);
        let mut minutes = made.as_primitive::<Int32Type>().values().to_vec();
        minutes.sort_unstable();
        minutes.dedup();
        assert_eq!(minutes, [10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60]);
    }

    #[test]
    fn short_ones_are_mostly_short() {
        let params = json!({ "from": "0s", "to": "1000s", "shape": "short" });
        let made = Trial::new("datetime.duration", params, FieldType::Integer).fill(5_000);
        let values = made.as_primitive::<Int32Type>().values();
        let below = values.iter().filter(|v| **v < 200).count();
        assert!(below > 3_500 && values.iter().all(|v| (0..=1_000).contains(v)), "{below}");
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        for params in [
            json!({ "from": "2h", "to": "1h" }),
            json!({ "from": "-1h" }),
            json!({ "to": "1mo" }),
            json!({ "precision": "0s" }),
        ] {
            assert!(Trial::new("datetime.duration", params.clone(), FieldType::String).compile().is_err(), "{params}");
        }
    }
}
