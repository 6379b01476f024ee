//! `datetime.recent`: moments shortly before "now", the nearer the more likely.

use arrow_array::ArrayRef;
use arrow_schema::DataType;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::window::{SECOND, Window, column};
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Recent;

impl Generator for Recent {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "datetime.recent",
            family: Family::DateTime,
            label: words("Recently", "Recientemente"),
            description: words(
                "Moments of the last days, the nearer to now the more frequent: last log-ins, updates.",
                "Momentos de los últimos días, más frecuentes cuanto más cercanos: últimos accesos, actualizaciones.",
            ),
            produces: &[FieldType::Datetime, FieldType::Date],
            params: vec![defaulted(
                "days",
                ParamKind::Integer { min: Some(1), max: Some(36_500) },
                words("Days", "Días"),
                words("How far back at most.", "Hasta cuántos días atrás."),
                30,
            )],
            example: json!({ "days": 30 }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let days = reader.integer("days", (1, 36_500), 30);
        let start = cx.as_of - chrono::TimeDelta::days(days);
        let window = Window::compile(&mut reader, cx, (start, cx.as_of), SECOND);
        let filler = Near { window, data_type: cx.data_type.clone(), stream: cx.stream };
        reader.finish(Box::new(filler))
    }
}

struct Near {
    window: Window,
    data_type: DataType,
    stream: Stream,
}

impl Filler for Near {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let last = self.window.count - 1;
        column(
            &self.data_type,
            cx.rows.iter().map(|&row| {
                // The square of an even draw lies near 0: near the end of the window.
                let share = self.stream.cell(row).unit();
                Some(self.window.nth(last - (share * share * last as f64) as u64))
            }),
        )
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::TimestampMicrosecondType;

    use super::*;
    use crate::generators::support::window::DAY;
    use crate::testing::{as_of, fill};

    #[test]
    fn most_lie_in_the_later_half() {
        let made = fill("datetime.recent", json!({ "days": 10 }), FieldType::Datetime, 2_000);
        let ages =
            made.as_primitive::<TimestampMicrosecondType>().values().iter().map(|m| as_of().timestamp_micros() - m);
        let ages: Vec<i64> = ages.collect();
        assert!(ages.iter().all(|age| (0..=10 * DAY).contains(age)));
        let late = ages.iter().filter(|age| **age < 5 * DAY).count();
        assert!((1_300..1_500).contains(&late), "{late}");
    }
}
