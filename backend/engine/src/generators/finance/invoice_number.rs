//! `finance.invoice_number`: numbers of invoices, one after the other without gap, as the law of most countries wants.

use arrow_array::ArrayRef;
use chrono::Datelike;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{TEXT, defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};

/// The catalogue's entry.
pub(crate) struct InvoiceNumber;

impl Generator for InvoiceNumber {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "finance.invoice_number",
            family: Family::Finance,
            label: words("Invoice number", "Número de factura"),
            description: words(
                "Numbers of invoices in a row: a prefix, the year of the design's now, and a running number.",
                "Números de factura consecutivos: un prefijo, el año del ahora del diseño y un número correlativo.",
            ),
            produces: TEXT,
            params: vec![
                defaulted(
                    "prefix",
                    ParamKind::Text,
                    words("Prefix", "Prefijo"),
                    words("What stands before.", "Lo que va delante."),
                    "INV-",
                ),
                defaulted(
                    "year",
                    ParamKind::Boolean,
                    words("Year", "Año"),
                    words("Whether the year stands before the number.", "Si el año precede al número."),
                    true,
                ),
                defaulted(
                    "digits",
                    ParamKind::Integer { min: Some(1), max: Some(15) },
                    words("Digits", "Dígitos"),
                    words("Digits of the running number.", "Dígitos del número correlativo."),
                    6,
                ),
                defaulted(
                    "start",
                    ParamKind::Integer { min: Some(0), max: Some(1_000_000_000_000) },
                    words("First", "Primero"),
                    words("The first number.", "El primer número."),
                    1,
                ),
            ],
            example: json!({ "prefix": "INV-", "digits": 6 }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let prefix = reader.text("prefix", "INV-").to_owned();
        let year = reader.boolean("year", true);
        let digits = reader.integer("digits", (1, 15), 6) as usize;
        let start = reader.integer("start", (0, 1_000_000_000_000), 1) as u64;
        let prefix = if year { format!("{prefix}{:04}-", cx.as_of.year()) } else { prefix };
        if start >= 10_u64.pow(digits as u32) {
            reader.problem("start", "out_of_range", format!("{start} has more than {digits} digits"));
        }
        let length = prefix.chars().count() + digits;
        if let Some(most) = limit(cx.field).filter(|most| length > *most as usize) {
            let message = format!("these numbers need a length of {length}; the field allows {most}");
            reader.problem("", "too_short", message);
        }
        reader.finish(Box::new(Numbers { prefix, digits, start }))
    }
}

struct Numbers {
    prefix: String,
    digits: usize,
    start: u64,
}

impl Filler for Numbers {
    fn capacity(&self) -> Option<u128> {
        Some(u128::from(10_u64.pow(self.digits as u32).saturating_sub(self.start)))
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), self.prefix.len() + self.digits, None);
        for &row in cx.rows {
            out.push(&self.prefix);
            // Beyond the digits the number goes on with one more.
            let number = self.start + row;
            let digits = number.checked_ilog10().map_or(1, |power| power as usize + 1);
            out.push_padded(number, self.digits.max(digits));
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

    #[test]
    fn numbers_run_on_without_gap() {
        let made =
            Trial::new("finance.invoice_number", json!({ "digits": 2, "start": 98 }), FieldType::String).texts(4);
        assert_eq!(made, ["INV-2026-98", "INV-2026-99", "INV-2026-100", "INV-2026-101"]);
        let plain = json!({ "prefix": "F", "year": false, "digits": 4 });
        let trial = Trial::new("finance.invoice_number", plain, FieldType::String).unique(10);
        assert_eq!((trial.texts(1).remove(0).as_str(), trial.compile().unwrap().capacity()), ("F0001", Some(9_999)));
    }

    #[test]
    fn a_start_with_too_many_digits_is_told() {
        let trial = Trial::new("finance.invoice_number", json!({ "digits": 2, "start": 100 }), FieldType::String);
        assert_eq!(trial.compile().err().unwrap()[0].param, "start");
    }
}
