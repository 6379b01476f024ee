//! Laboratory tests: name, code, unit, value, range and flag of a row agree.

use dmb_spec::FieldType;

use crate::generator::{CompileContext, Family};
use crate::generators::support::describe::words;
use crate::generators::support::entry::Entry;
use crate::generators::support::facts::{Drawer, Facts};
use crate::generators::support::fillers::{normal, numbers, texts};
use crate::generators::support::params::Reader;
use crate::stream::Stream;

use super::analyses::{ANALYSES, Analysis};

static LABORATORY: Facts<Analysis> = Facts::new("laboratory", ANALYSES, |analysis| f64::from(analysis.weight));

/// The results of a bundle.
struct Results {
    analyses: Drawer<Analysis>,
    stream: Stream,
}

impl Results {
    fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let stream = cx.table_stream.named("result").named(reader.text("bundle", ""));
        Self { analyses: LABORATORY.drawer(reader, cx), stream }
    }

    /// The value of a row as it is reported: six in seven are normal.
    fn value(&self, row: u64) -> f64 {
        let analysis = self.analyses.at(row);
        let ((low, high), scale) = (analysis.range, 10_f64.powi(i32::from(analysis.decimals)));
        let drawn = f64::midpoint(low, high) + normal(&mut self.stream.cell(row)) * (high - low) * 0.34;
        // Nothing is reported as 0.
        (drawn.max(low * 0.4) * scale).round().max(1.0) / scale
    }
}

/// Names of tests.
pub(super) static TEST: Entry = Entry::text(
    "science.lab_test",
    Family::Science,
    words("Laboratory test", "Prueba de laboratorio"),
    words(
        "Common tests of blood, as frequent as they are ordered.",
        "Análisis de sangre comunes, según cuánto se piden.",
    ),
    |reader, cx| LABORATORY.names(reader, cx, |analysis, language| language.of_two(analysis.name)),
)
.with(|| LABORATORY.params(), "{}")
.localized()
.unique();

/// Codes of tests.
pub(super) static LOINC: Entry = Entry::text(
    "science.loinc_code",
    Family::Science,
    words("Test code (LOINC)", "Código de prueba (LOINC)"),
    words(
        "Of the row's laboratory test, with its check digit.",
        "De la prueba de laboratorio de la fila, con su dígito de control.",
    ),
    |reader, cx| LABORATORY.codes(reader, cx, |analysis| analysis.loinc),
)
.with(|| LABORATORY.params(), "{}")
.unique();

/// Units.
pub(super) static UNIT: Entry = Entry::text(
    "science.lab_unit",
    Family::Science,
    words("Test unit", "Unidad de la prueba"),
    words(
        "What the row's laboratory test is measured in (UCUM).",
        "En qué se mide la prueba de laboratorio de la fila (UCUM).",
    ),
    |reader, cx| LABORATORY.codes(reader, cx, |analysis| analysis.unit),
)
.with(|| LABORATORY.params(), "{}");

/// Values.
pub(super) static VALUE: Entry = Entry::number(
    "science.lab_value",
    Family::Science,
    words("Test result", "Resultado de la prueba"),
    words(
        "Results of the row's laboratory test in its unit: around the normal range, one in seven outside it.",
        "Resultados de la prueba de laboratorio de la fila en su unidad: en torno al intervalo normal, uno de cada siete fuera.",
    ),
    |reader, cx| {
        let results = Results::compile(reader, cx);
        numbers(reader, cx, move |row| results.value(row))
    },
)
.producing(&[FieldType::Float, FieldType::Decimal])
.with(|| LABORATORY.params(), "{}");

/// Ranges.
pub(super) static RANGE: Entry = Entry::text(
    "science.lab_range",
    Family::Science,
    words("Reference range", "Intervalo de referencia"),
    words(
        "What counts as normal in the row's laboratory test.",
        "Lo que se considera normal en la prueba de laboratorio de la fila.",
    ),
    |reader, cx| LABORATORY.codes(reader, cx, |analysis| analysis.range_text),
)
.with(|| LABORATORY.params(), "{}");

/// Flags.
pub(super) static FLAG: Entry = Entry::text(
    "science.lab_flag",
    Family::Science,
    words("Result flag", "Indicador del resultado"),
    words(
        "L, N or H: the row's result is low, normal or high.",
        "L, N o H: el resultado de la fila es bajo, normal o alto.",
    ),
    |reader, cx| {
        let results = Results::compile(reader, cx);
        texts(cx, 1, move |row, out| {
            let ((low, high), value) = (results.analyses.at(row).range, results.value(row));
            out.push(if value < low {
                "L"
            } else if value > high {
                "H"
            } else {
                "N"
            });
        })
    },
)
.with(|| LABORATORY.params(), "{}");

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Float64Type;
    use serde_json::json;

    use super::*;
    use crate::generators::support::digits::luhn;
    use crate::testing::Trial;

    #[test]
    fn codes_have_right_check_digits() {
        for analysis in ANALYSES {
            let (body, check) = analysis.loinc.split_once('-').unwrap();
            assert_eq!(check.as_bytes(), [luhn(body.as_bytes())], "{}", analysis.loinc);
        }
    }

    #[test]
    fn value_unit_range_and_flag_are_of_the_rows_test() {
        let texts = |name| Trial::new(name, json!({}), FieldType::String).texts(3_000);
        let (codes, units, flags) = (texts("science.loinc_code"), texts("science.lab_unit"), texts("science.lab_flag"));
        let ranges = texts("science.lab_range");
        let values = Trial::new("science.lab_value", json!({}), FieldType::Float).fill(3_000);
        for row in 0..codes.len() {
            let analysis = ANALYSES.iter().find(|a| a.loinc == codes[row]).unwrap();
            let value = values.as_primitive::<Float64Type>().value(row);
            assert_eq!((analysis.unit, analysis.range_text), (&*units[row], &*ranges[row]));
            assert_eq!(flags[row] == "L", value < analysis.range.0, "{value} {}", analysis.range_text);
            assert_eq!(flags[row] == "H", value > analysis.range.1, "{value} {}", analysis.range_text);
            assert!(value > 0.0);
        }
        let normal = flags.iter().filter(|f| *f == "N").count();
        assert!((2_480..2_680).contains(&normal), "{normal}");
    }
}
