//! `number.product`: the product of other fields of the row, such as quantity × unit price.

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Float64Type, Int32Type, Int64Type};
use arrow_array::{Array, ArrayRef, Decimal128Array, Float64Array, Int32Array, Int64Array};
use dmb_spec::{FieldType, Params};
use serde_json::json;
use std::sync::Arc;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, Input, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{NUMBERS, required, words};
use crate::generators::support::params::Reader;
use crate::generators::support::steps::NumberKind;
use crate::types;

/// The catalogue's entry.
pub(crate) struct Product;

impl Generator for Product {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "number.product",
            family: Family::Number,
            label: words("Product of fields", "Producto de campos"),
            description: words(
                "The values of other numeric fields of the row, multiplied: quantity times price.",
                "Los valores de otros campos numéricos de la fila, multiplicados: cantidad por precio.",
            ),
            produces: NUMBERS,
            params: vec![required(
                "fields",
                ParamKind::List,
                words("Fields", "Campos"),
                words(
                    "Names of the fields to multiply, at least two.",
                    "Nombres de los campos que se multiplican, al menos dos.",
                ),
            )],
            example: json!({ "fields": ["quantity", "unit_price"] }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let names = reader.list("fields").unwrap_or_default();
        if names.len() < 2 && reader.is_ok() {
            reader.problem("fields", "too_few", "at least two fields are needed");
        }
        let inputs = names.iter().filter_map(|name| factor(&mut reader, cx, name)).collect();
        let kind = NumberKind::of(cx.data_type).unwrap_or(NumberKind::Float);
        reader.finish(Box::new(Times { kind, inputs }))
    }
}

/// A field to multiply, or what is wrong with it.
fn factor(reader: &mut Reader<'_>, cx: &CompileContext<'_>, name: &str) -> Option<Input> {
    let Some(field) = cx.table.field(name) else {
        reader.problem("fields", "unknown_field", format!("there is no field \"{name}\" in {}", cx.table.name));
        return None;
    };
    if field.field_type == FieldType::ForeignKey || NumberKind::of(&types::data_type(cx.design, field)).is_none() {
        reader.problem("fields", "wrong_type", format!("{name} is {} and can't be multiplied", field.field_type));
    }
    if field.nullable && field.null_rate > 0.0 && !cx.field.nullable {
        let message = format!("{name} can be null, so {} must be nullable too", cx.field.name);
        reader.problem("fields", "nullable", message);
    }
    Some(Input::Field(field.id))
}

struct Times {
    kind: NumberKind,
    inputs: Vec<Input>,
}

impl Filler for Times {
    fn inputs(&self) -> Vec<Input> {
        self.inputs.clone()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let factors: Vec<Factor<'_>> = cx.inputs.iter().map(Factor::of).collect::<Result<_, _>>()?;
        let inexact = factors.iter().any(|f| matches!(f, Factor::Float(_)));
        let rows = 0..cx.rows.len();
        if self.kind == NumberKind::Float {
            let array: Float64Array =
                rows.map(|row| product(&factors, |f| f.number(row), |a, b| Some(a * b))).collect();
            return Ok(Arc::new(array));
        }
        let scales: u32 = factors.iter().map(|f| u32::from(f.scale())).sum();
        let steps = rows.map(|row| {
            if inexact {
                let number = product(&factors, |f| f.number(row), |a, b| Some(a * b));
                return number.map(|n| self.fit((n * self.kind.factor()).round() as i128)).transpose();
            }
            if factors.iter().any(|f| f.is_null(row)) {
                return Ok(None);
            }
            let exact = product(&factors, |f| f.steps(row), i128::checked_mul).ok_or_else(too_large)?;
            self.fit(rescale(exact, scales, u32::from(self.kind.scale()))).map(Some)
        });
        self.column(steps)
    }
}

impl Times {
    /// The steps where the column can hold them.
    fn fit(&self, steps: i128) -> Result<i128, EngineError> {
        let (low, high) = self.kind.limits();
        if (low..=high).contains(&steps) { Ok(steps) } else { Err(too_large()) }
    }

    fn column(&self, steps: impl Iterator<Item = Result<Option<i128>, EngineError>>) -> Result<ArrayRef, EngineError> {
        Ok(match self.kind {
            NumberKind::Int32 => {
                Arc::new(steps.map(|s| Ok(s?.map(|v| v as i32))).collect::<Result<Int32Array, EngineError>>()?)
            }
            NumberKind::Int64 | NumberKind::Float => {
                Arc::new(steps.map(|s| Ok(s?.map(|v| v as i64))).collect::<Result<Int64Array, EngineError>>()?)
            }
            NumberKind::Decimal { precision, scale } => {
                let array = steps.collect::<Result<Decimal128Array, EngineError>>()?;
                Arc::new(array.with_precision_and_scale(precision, scale as i8)?)
            }
        })
    }
}

/// The product over all factors; `None` where one is null or the multiplication overflows.
fn product<T: Copy>(
    factors: &[Factor<'_>],
    value: impl Fn(&Factor<'_>) -> Option<T>,
    times: impl Fn(T, T) -> Option<T>,
) -> Option<T> {
    let (first, rest) = factors.split_first()?;
    rest.iter().try_fold(value(first)?, |so_far, factor| times(so_far, value(factor)?))
}

/// From steps of one scale to steps of another, halves away from zero.
fn rescale(steps: i128, from: u32, to: u32) -> i128 {
    if to >= from {
        return steps.checked_mul(10_i128.checked_pow(to - from).unwrap_or(i128::MAX)).unwrap_or(i128::MAX);
    }
    let divisor = 10_i128.checked_pow(from - to).unwrap_or(i128::MAX);
    let half = if steps < 0 { -(divisor / 2) } else { divisor / 2 };
    steps.saturating_add(half) / divisor
}

fn too_large() -> EngineError {
    EngineError::fill("a product is too large for the column; give it more digits or bound its factors")
}

/// A column of numbers to multiply.
enum Factor<'a> {
    Int32(&'a Int32Array),
    Int64(&'a Int64Array),
    Float(&'a Float64Array),
    Decimal(&'a Decimal128Array),
}

impl<'a> Factor<'a> {
    fn of(array: &'a ArrayRef) -> Result<Self, EngineError> {
        match NumberKind::of(array.data_type()) {
            Some(NumberKind::Int32) => Ok(Self::Int32(array.as_primitive::<Int32Type>())),
            Some(NumberKind::Int64) => Ok(Self::Int64(array.as_primitive::<Int64Type>())),
            Some(NumberKind::Float) => Ok(Self::Float(array.as_primitive::<Float64Type>())),
            Some(NumberKind::Decimal { .. }) => Ok(Self::Decimal(array.as_primitive::<Decimal128Type>())),
            None => Err(EngineError::fill(format!("{} can't be multiplied", array.data_type()))),
        }
    }

    fn is_null(&self, row: usize) -> bool {
        match self {
            Self::Int32(a) => a.is_null(row),
            Self::Int64(a) => a.is_null(row),
            Self::Float(a) => a.is_null(row),
            Self::Decimal(a) => a.is_null(row),
        }
    }

    fn scale(&self) -> u8 {
        if let Self::Decimal(a) = self { u8::try_from(a.scale()).unwrap_or(0) } else { 0 }
    }

    fn number(&self, row: usize) -> Option<f64> {
        if self.is_null(row) {
            return None;
        }
        Some(match self {
            Self::Int32(a) => f64::from(a.value(row)),
            Self::Int64(a) => a.value(row) as f64,
            Self::Float(a) => a.value(row),
            Self::Decimal(a) => a.value(row) as f64 / 10_f64.powi(i32::from(self.scale())),
        })
    }

    fn steps(&self, row: usize) -> Option<i128> {
        match self {
            Self::Int32(a) => Some(i128::from(a.value(row))),
            Self::Int64(a) => Some(i128::from(a.value(row))),
            Self::Decimal(a) => Some(a.value(row)),
            Self::Float(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Trial;

    fn trial(field_type: FieldType) -> Trial {
        Trial::new("number.product", json!({ "fields": ["quantity", "price"] }), field_type)
            .beside("quantity", FieldType::Integer, None)
            .beside("price", FieldType::Decimal, None)
    }

    #[test]
    fn whole_numbers_and_decimals_multiply_exactly_and_null_stays_null() {
        let quantity: ArrayRef = Arc::new(Int32Array::from(vec![Some(3), None, Some(-2)]));
        let price =
            Decimal128Array::from(vec![Some(1_999), Some(100), Some(5)]).with_precision_and_scale(12, 2).unwrap();
        let made = trial(FieldType::Decimal).fill_with(3, &[quantity, Arc::new(price)]);
        let made: Vec<_> = made.as_primitive::<Decimal128Type>().iter().collect();
        assert_eq!(made, [Some(5_997), None, Some(-10)]);
    }

    #[test]
    fn what_is_cut_off_is_rounded() {
        let quantity: ArrayRef = Arc::new(Int32Array::from(vec![1, -1]));
        let price = Decimal128Array::from(vec![150, 150]).with_precision_and_scale(12, 2).unwrap();
        let made = trial(FieldType::Integer).fill_with(2, &[quantity, Arc::new(price)]);
        assert_eq!(made.as_primitive::<Int32Type>().values(), &[2, -2]);
    }

    #[test]
    fn a_product_that_does_not_fit_is_an_error_not_a_wrong_number() {
        let quantity: ArrayRef = Arc::new(Int32Array::from(vec![i32::MAX]));
        let price = Decimal128Array::from(vec![1_000]).with_precision_and_scale(12, 2).unwrap();
        let filler = trial(FieldType::Integer).compile().unwrap();
        assert!(filler.fill(&FillContext { rows: &[0], inputs: &[quantity, Arc::new(price)] }).is_err());
    }

    #[test]
    fn fields_that_are_missing_or_hold_no_numbers_are_told() {
        let trial = Trial::new("number.product", json!({ "fields": ["nothing", "name"] }), FieldType::Float).beside(
            "name",
            FieldType::String,
            None,
        );
        let problems = trial.compile().err().unwrap();
        assert_eq!(problems.iter().map(|p| p.code).collect::<Vec<_>>(), ["unknown_field", "wrong_type"]);
    }
}
