//! `company.employee_id` and `company.employee_count`.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use rand_distr::LogNormal;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{NUMBERS, TEXT, defaulted, words};
use crate::generators::support::numbers::{Drawn, Range};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::permutation::Permutation;
use crate::stream::Stream;

/// Numbers of employees.
pub(crate) struct EmployeeId;
/// How many work for a company.
pub(crate) struct EmployeeCount;

/// Half of all companies that have employees count no more than this (Eurostat, structural business statistics: nine in
/// ten have fewer than ten); the spread gives one in a hundred more than 250.
const MEDIAN: f64 = 4.0;
const SPREAD: f64 = 1.75;
/// The largest private employer has some two million.
const MOST: f64 = 2_100_000.0;

impl Generator for EmployeeId {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "company.employee_id",
            family: Family::Company,
            label: words("Employee number", "Número de empleado"),
            description: words(
                "Numbers that a company gives its employees: a prefix and digits.",
                "Números que da una empresa a sus empleados: un prefijo y dígitos.",
            ),
            produces: TEXT,
            params: vec![
                defaulted(
                    "prefix",
                    ParamKind::Text,
                    words("Prefix", "Prefijo"),
                    words("What stands before the digits.", "Lo que va delante de los dígitos."),
                    "EMP-",
                ),
                defaulted(
                    "digits",
                    ParamKind::Integer { min: Some(1), max: Some(15) },
                    words("Digits", "Dígitos"),
                    words("Digits of the number.", "Dígitos del número."),
                    6,
                ),
            ],
            example: json!({ "digits": 6 }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let prefix = reader.text("prefix", "EMP-").to_owned();
        let digits = reader.integer("digits", (1, 15), 6) as usize;
        let length = prefix.chars().count() + digits;
        if let Some(most) = limit(cx.field).filter(|most| length > *most as usize) {
            let message = format!("these numbers need a length of {length}; the field allows {most}");
            reader.problem("digits", "too_short", message);
        }
        let count = 10_u64.pow(digits as u32);
        let permutation = cx.unique.then(|| Permutation::new(u128::from(count), cx.stream.key()));
        reader.finish(Box::new(Numbers { prefix, digits, count, permutation, stream: cx.stream }))
    }
}

struct Numbers {
    prefix: String,
    digits: usize,
    count: u64,
    permutation: Option<Permutation>,
    stream: Stream,
}

impl Filler for Numbers {
    fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(Permutation::size)
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), self.prefix.len() + self.digits, None);
        for &row in cx.rows {
            let number = match &self.permutation {
                Some(permutation) => permutation.at(u128::from(row % self.count)) as u64,
                None => self.stream.cell(row).below(self.count),
            };
            out.push(&self.prefix);
            out.push_padded(number, self.digits);
            out.end();
        }
        out.finish()
    }
}

impl Generator for EmployeeCount {
    fn descriptor(&self) -> Descriptor {
        let mut params = Range::params();
        params.retain(|param| param.name != "decimals");
        Descriptor {
            name: "company.employee_count",
            family: Family::Company,
            label: words("Number of employees", "Número de empleados"),
            description: words(
                "How many people work for a company: mostly few, seldom thousands.",
                "Cuántas personas trabajan en una empresa: casi siempre pocas, rara vez miles.",
            ),
            produces: NUMBERS,
            params,
            example: json!({}),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let range = Range::compile(&mut reader, cx, (1.0, MOST));
        match LogNormal::new(MEDIAN.ln(), SPREAD) {
            Ok(distribution) => reader.finish(Box::new(Counts(Drawn {
                range,
                stream: cx.stream,
                distribution,
                shift: 0.5,
                curve: None,
            }))),
            Err(_) => Err(reader.into_problems()),
        }
    }
}

/// Whole numbers also in columns that hold fractions.
struct Counts(Drawn<LogNormal<f64>>);

impl Filler for Counts {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let Drawn { range, .. } = &self.0;
        range.column(cx.rows, |row| self.0.draw(row).floor().max(1.0))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use arrow_array::cast::AsArray;
    use arrow_array::types::{Float64Type, Int32Type};
    use dmb_spec::FieldType;

    use super::*;
    use crate::testing::{Trial, fill};

    #[test]
    fn numbers_differ_up_to_their_capacity() {
        let trial =
            Trial::new("company.employee_id", json!({ "prefix": "E", "digits": 3 }), FieldType::String).unique(1_000);
        let made: HashSet<String> = trial.texts(1_000).into_iter().collect();
        assert!(made.len() == 1_000 && made.iter().all(|number| number.len() == 4 && number.starts_with('E')));
    }

    #[test]
    fn most_companies_are_small() {
        let made = fill("company.employee_count", json!({}), FieldType::Integer, 10_000);
        let values = made.as_primitive::<Int32Type>().values();
        let below = |most: i32| values.iter().filter(|count| **count < most).count();
        assert!(values.iter().all(|count| *count >= 1));
        assert!((6_000..8_000).contains(&below(10)) && below(250) > 9_800 && below(250) < 9_999);
        let floats = fill("company.employee_count", json!({ "max": 50 }), FieldType::Float, 300);
        assert!(
            floats.as_primitive::<Float64Type>().values().iter().all(|v| v.fract() == 0.0 && (1.0..=50.0).contains(v))
        );
    }
}
