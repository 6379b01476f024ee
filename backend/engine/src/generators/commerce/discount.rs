//! `commerce.discount`: per cents off, as shops round them.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{NUMBERS, defaulted, words};
use crate::generators::support::numbers::Range;
use crate::generators::support::params::Reader;
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Discount;

const AS: &[&str] = &["percent", "fraction"];
/// Per cents off, the usual ones often.
const OFF: [f64; 20] = [
    5.0, 5.0, 10.0, 10.0, 10.0, 10.0, 15.0, 15.0, 15.0, 20.0, 20.0, 20.0, 20.0, 25.0, 25.0, 30.0, 30.0, 40.0, 50.0,
    70.0,
];

impl Generator for Discount {
    fn descriptor(&self) -> Descriptor {
        let share = defaulted(
            "share",
            ParamKind::Number { min: Some(0.0), max: Some(1.0) },
            words("Share discounted", "Proporción con descuento"),
            words(
                "How many rows have a discount at all; the others have 0.",
                "Qué parte de las filas tiene descuento; las demás tienen 0.",
            ),
            0.4,
        );
        let form = defaulted(
            "as",
            ParamKind::Choice(AS),
            words("As", "Como"),
            words("20 or 0.2 for a fifth.", "20 (percent) o 0.2 (fraction) para una quinta parte."),
            AS[0],
        );
        Descriptor {
            name: "commerce.discount",
            family: Family::Commerce,
            label: words("Discount", "Descuento"),
            description: words(
                "Discounts in per cent, round as shops give them, and none for most rows.",
                "Descuentos en tanto por ciento, redondos como los de las tiendas, y ninguno en la mayoría de las filas.",
            ),
            produces: NUMBERS,
            params: vec![share, form],
            example: json!({ "share": 0.4 }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let share = reader.number("share").unwrap_or(0.4);
        let factor = if reader.choice("as", AS) == "percent" { 1.0 } else { 0.01 };
        let range = Range::compile(&mut reader, cx, (0.0, 100.0));
        reader.finish(Box::new(Discounts { share, factor, range, stream: cx.stream }))
    }
}

struct Discounts {
    share: f64,
    factor: f64,
    range: Range,
    stream: Stream,
}

impl Filler for Discounts {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        self.range.column(cx.rows, |row| {
            let mut cell = self.stream.cell(row);
            let off = OFF[cell.below(OFF.len() as u64) as usize];
            if cell.unit() < self.share { (off * self.factor * 100.0).round() / 100.0 } else { 0.0 }
        })
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Float64Type, Int32Type};
    use dmb_spec::FieldType;

    use super::*;
    use crate::testing::fill;

    #[test]
    fn discounts_are_round_and_as_frequent_as_asked() {
        let made = fill("commerce.discount", json!({ "share": 0.25 }), FieldType::Integer, 4_000);
        let values = made.as_primitive::<Int32Type>().values();
        let given = values.iter().filter(|v| **v > 0).count();
        assert!((880..1_120).contains(&given) && values.iter().all(|v| v % 5 == 0 && *v <= 70), "{given}");
        let parts = fill("commerce.discount", json!({ "share": 1.0, "as": "fraction" }), FieldType::Float, 200);
        assert!(parts.as_primitive::<Float64Type>().values().iter().all(|v| (0.05..=0.7).contains(v)));
    }
}
