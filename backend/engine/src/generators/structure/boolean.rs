//! `boolean`: true at a rate.

use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray};
use arrow_buffer::BooleanBuffer;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::params::Reader;
use crate::law::Law;
use crate::permutation::Permutation;
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Boolean;

impl Generator for Boolean {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "boolean",
            family: Family::Structure,
            label: words("True or false", "Verdadero o falso"),
            description: words("True at a rate, else false.", "Verdadero según una tasa; si no, falso."),
            produces: &[FieldType::Boolean],
            params: vec![defaulted(
                "rate",
                ParamKind::Number { min: Some(0.0), max: Some(1.0) },
                words("Rate of true", "Tasa de verdadero"),
                words("Share of rows that are true, from 0 to 1.", "Proporción de filas verdaderas, de 0 a 1."),
                0.5,
            )],
            example: json!({ "rate": 0.8 }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let rate = reader.number("rate").unwrap_or(0.5);
        let permutation = cx.unique.then(|| Permutation::new(2, cx.stream.key()));
        reader.finish(Box::new(Coin { rate, permutation, stream: cx.stream }))
    }
}

struct Coin {
    rate: f64,
    permutation: Option<Permutation>,
    stream: Stream,
}

impl Filler for Coin {
    fn law(&self) -> Option<Law> {
        let values = Arc::new(BooleanArray::from(vec![true, false]));
        self.permutation.is_none().then(|| Law::Weights { values, weights: vec![self.rate, 1.0 - self.rate] })
    }

    fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(Permutation::size)
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let bit = |at: usize| match &self.permutation {
            Some(permutation) => permutation.at(u128::from(cx.rows[at])) == 1,
            None => self.stream.cell(cx.rows[at]).unit() < self.rate,
        };
        Ok(Arc::new(BooleanArray::new(BooleanBuffer::collect_bool(cx.rows.len(), bit), None)))
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;

    use super::*;
    use crate::testing::Trial;

    fn share(rate: f64) -> usize {
        Trial::new("boolean", json!({ "rate": rate }), FieldType::Boolean).fill(10_000).as_boolean().true_count()
    }

    #[test]
    fn the_share_of_true_is_the_rate() {
        assert_eq!((share(0.0), share(1.0)), (0, 10_000));
        assert!((1_850..2_150).contains(&share(0.2)), "{}", share(0.2));
    }
}
