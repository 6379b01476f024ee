//! `datetime.between`: moments of a range, each as likely.

use dmb_spec::time::Span;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, Family, Filler, Generator, ParamDescriptor, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::window::{DAY, Moments, SECOND, Window};

/// The catalogue's entry.
pub(crate) struct Between;

const PRECISIONS: &[&str] = &["second", "millisecond", "microsecond", "minute", "hour", "day"];

impl Generator for Between {
    fn descriptor(&self) -> Descriptor {
        let mut params = range_params();
        params.push(defaulted(
            "precision",
            ParamKind::Choice(PRECISIONS),
            words("Precision", "Precisión"),
            words("Moments fall on whole units of this.", "Los momentos caen en unidades enteras de esto."),
            PRECISIONS[0],
        ));
        Descriptor {
            name: "datetime.between",
            family: Family::DateTime,
            label: words("Moment in a range", "Momento en un intervalo"),
            description: words(
                "Dates or moments between two others, each as likely; the last two years where nothing is said.",
                "Fechas o momentos entre otros dos, equiprobables; los últimos dos años si no se indica nada.",
            ),
            produces: &[FieldType::Datetime, FieldType::Date],
            params,
            example: json!({ "from": "-2y", "to": "now" }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let step = match reader.choice("precision", PRECISIONS) {
            "microsecond" => 1,
            "millisecond" => 1_000,
            "minute" => 60 * SECOND,
            "hour" => 3_600 * SECOND,
            "day" => DAY,
            _ => SECOND,
        };
        let start = Span { months: -24, micros: 0 }.add_to(cx.as_of);
        let window = Window::compile(&mut reader, cx, (start, cx.as_of), step);
        reader.finish(Box::new(Moments::new(window, cx)))
    }
}

/// `from` and `to`.
pub(super) fn range_params() -> Vec<ParamDescriptor> {
    vec![
        defaulted(
            "from",
            ParamKind::Moment,
            words("From", "Desde"),
            words(
                "Earliest: a date, a date and time, now, or a span such as -2y.",
                "El más temprano: una fecha, una fecha y hora, now o un lapso como -2y.",
            ),
            "-2y",
        ),
        defaulted(
            "to",
            ParamKind::Moment,
            words("To", "Hasta"),
            words("Latest, as above.", "El más tardío, como arriba."),
            "now",
        ),
    ]
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Date32Type, TimestampMicrosecondType};
    use serde_json::json;

    use super::*;
    use crate::testing::{Trial, as_of, fill};

    #[test]
    fn moments_lie_in_the_last_two_years_on_whole_seconds() {
        let made = fill("datetime.between", json!({ "from": "-2y", "to": "now" }), FieldType::Datetime, 1_000);
        let now = as_of().timestamp_micros();
        for moment in made.as_primitive::<TimestampMicrosecondType>().values() {
            assert!((now - 731 * DAY..=now).contains(moment) && moment % SECOND == 0, "{moment}");
        }
    }

    #[test]
    fn unique_dates_use_up_the_range() {
        let trial =
            Trial::new("datetime.between", json!({ "from": "2024-02-01", "to": "2024-02-29" }), FieldType::Date)
                .unique(29);
        assert_eq!(trial.compile().unwrap().capacity(), Some(29));
        let mut days = trial.fill(29).as_primitive::<Date32Type>().values().to_vec();
        days.sort_unstable();
        assert_eq!(days, (19_754..19_783).collect::<Vec<_>>());
    }

    #[test]
    fn ranges_that_end_before_they_begin_or_leave_the_field_are_refused() {
        let params = json!({ "from": "2024-05-01", "to": "2024-04-01" });
        let problems = Trial::new("datetime.between", params.clone(), FieldType::Date).compile().err().unwrap();
        assert_eq!(problems[0].code, "empty_range");
        let trial = Trial::new("datetime.between", params, FieldType::Date)
            .field(|f| f.constraints.min = Some(json!("2024-06-01")));
        assert_eq!(trial.compile().err().unwrap()[0].code, "beyond_field");
    }
}
