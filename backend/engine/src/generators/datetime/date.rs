//! `datetime.date`: whole days of a range.

use dmb_spec::time::Span;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{CompileContext, Descriptor, Family, Filler, Generator, ParamProblem};
use crate::generators::support::describe::words;
use crate::generators::support::params::Reader;
use crate::generators::support::window::{DAY, Moments, Window};

use super::between::range_params;

/// The catalogue's entry.
pub(crate) struct Date;

impl Generator for Date {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "datetime.date",
            family: Family::DateTime,
            label: words("Date", "Fecha"),
            description: words(
                "Days of a range, each as likely; at midnight where the column holds moments.",
                "Días de un intervalo, equiprobables; a medianoche si la columna guarda momentos.",
            ),
            produces: &[FieldType::Date, FieldType::Datetime],
            params: range_params(),
            example: json!({ "from": "2024-01-01", "to": "2024-12-31" }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let start = Span { months: -24, micros: 0 }.add_to(cx.as_of);
        let window = Window::compile(&mut reader, cx, (start, cx.as_of), DAY);
        reader.finish(Box::new(Moments::new(window, cx)))
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::TimestampMicrosecondType;

    use super::*;
    use crate::testing::fill;

    #[test]
    fn moments_are_at_midnight() {
        let made = fill("datetime.date", json!({}), FieldType::Datetime, 200);
        assert!(made.as_primitive::<TimestampMicrosecondType>().values().iter().all(|m| m % DAY == 0));
    }
}
