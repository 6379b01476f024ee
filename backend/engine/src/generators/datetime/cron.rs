//! `datetime.cron`: schedules as cron has them: minute, hour, day of the month, month, day of the week.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{TEXT, defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::stream::{Cell, Stream};

/// The catalogue's entry.
pub(crate) struct Cron;

const FREQUENCIES: &[&str] = &["any", "minutes", "hourly", "daily", "weekly", "monthly", "yearly"];
/// Divisors of an hour and of a day that schedules are made of.
const MINUTES: &[u64] = &[1, 2, 5, 10, 15, 20, 30];
const HOURS: &[u64] = &[1, 2, 3, 4, 6, 8, 12];
const DAYS: &[&str] = &["1-5", "1-5", "0", "1", "2", "3", "4", "5", "6", "0,6", "1,3,5", "2,4"];

impl Generator for Cron {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "datetime.cron",
            family: Family::DateTime,
            label: words("Cron expression", "Expresión cron"),
            description: words(
                "Schedules as cron has them, five fields: */15 * * * *, or 30 6 * * 1-5.",
                "Programaciones de cron, de cinco campos: */15 * * * *, o 30 6 * * 1-5.",
            ),
            produces: TEXT,
            params: vec![defaulted(
                "frequency",
                ParamKind::Choice(FREQUENCIES),
                words("Frequency", "Frecuencia"),
                words(
                    "How often a schedule comes; any of them where nothing is said.",
                    "Cada cuánto se ejecuta; cualquiera si no se indica.",
                ),
                FREQUENCIES[0],
            )],
            example: json!({}),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let frequency = reader.choice("frequency", FREQUENCIES);
        if let Some(most) = limit(cx.field).filter(|most| *most < 20) {
            let message = format!("schedules have up to 20 characters; the field allows {most}");
            reader.problem("", "beyond_field", message);
        }
        reader.finish(Box::new(Schedules { frequency, stream: cx.stream, limit: limit(cx.field) }))
    }
}

fn one<T: Copy>(table: &[T], cell: &mut Cell) -> T {
    table[cell.below(table.len() as u64) as usize]
}

/// Minutes that schedules begin at: the round ones oftener than the others.
fn minute(cell: &mut Cell) -> u64 {
    if cell.below(3) > 0 { one(&[0, 0, 0, 15, 30, 30, 45], cell) } else { cell.below(60) }
}

fn write(frequency: &str, cell: &mut Cell, out: &mut TextColumn) {
    use std::fmt::Write;
    let minute = minute(cell);
    let hour = cell.below(24);
    // No month has fewer than 28 days.
    let day = cell.below(28) + 1;
    let written = match frequency {
        "minutes" => match one(MINUTES, cell) {
            1 => write!(out, "* * * * *"),
            every => write!(out, "*/{every} * * * *"),
        },
        "hourly" => match one(HOURS, cell) {
            1 => write!(out, "{minute} * * * *"),
            every => write!(out, "{minute} */{every} * * *"),
        },
        "weekly" => write!(out, "{minute} {hour} * * {}", one(DAYS, cell)),
        "monthly" => write!(out, "{minute} {hour} {day} * *"),
        "yearly" => write!(out, "{minute} {hour} {day} {} *", cell.below(12) + 1),
        _ => write!(out, "{minute} {hour} * * *"),
    };
    // Writing to a column never fails.
    written.unwrap_or_default();
}

struct Schedules {
    frequency: &'static str,
    stream: Stream,
    limit: Option<u32>,
}

impl Filler for Schedules {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 14, self.limit);
        for &row in cx.rows {
            let mut cell = self.stream.cell(row);
            let frequency = if self.frequency == "any" { one(&FREQUENCIES[1..], &mut cell) } else { self.frequency };
            write(frequency, &mut cell, &mut out);
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;

    use super::*;
    use crate::testing::Trial;

    /// Whether a field of an expression holds only numbers from `low` to `high`, ranges, lists, steps and stars.
    fn valid(field: &str, low: u64, high: u64) -> bool {
        let number = |text: &str| text.parse::<u64>().is_ok_and(|n| (low..=high).contains(&n));
        let part = |text: &str| match text.split_once('-') {
            Some((from, to)) => number(from) && number(to) && from < to,
            None => text == "*" || number(text),
        };
        match field.split_once('/') {
            Some((range, step)) => part(range) && step.parse::<u64>().is_ok_and(|n| n > 0 && n <= high),
            None => field.split(',').all(part),
        }
    }

    #[test]
    fn schedules_have_five_fields_within_their_ranges() {
        for frequency in FREQUENCIES {
            let texts = Trial::new("datetime.cron", json!({ "frequency": frequency }), FieldType::String).texts(500);
            for text in texts {
                let fields: Vec<&str> = text.split(' ').collect();
                let ranges = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 6)];
                assert_eq!(fields.len(), 5, "{text}");
                assert!(fields.iter().zip(ranges).all(|(field, (low, high))| valid(field, low, high)), "{text}");
                assert!(text.len() <= 20, "{text}");
            }
        }
    }

    #[test]
    fn a_field_too_short_is_refused() {
        let trial =
            Trial::new("datetime.cron", json!({}), FieldType::String).field(|f| f.constraints.max_length = Some(8));
        assert!(trial.compile().is_err());
    }
}
