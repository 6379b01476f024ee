//! `code.bytes`: raw bytes.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::BinaryBuilder;
use dmb_spec::{FieldType, Params};
use rand::rand_core::Rng;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::params::Reader;
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Bytes;

/// Most bytes of a value.
const MOST: u32 = 4_096;

impl Generator for Bytes {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "code.bytes",
            family: Family::Code,
            label: words("Bytes", "Bytes"),
            description: words("Random bytes.", "Bytes aleatorios."),
            produces: &[FieldType::Binary],
            params: vec![defaulted(
                "length",
                ParamKind::Integer { min: Some(1), max: Some(i64::from(MOST)) },
                words("Length", "Longitud"),
                words("Bytes of each value.", "Bytes de cada valor."),
                16,
            )],
            example: json!({ "length": 16 }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let least = cx.field.constraints.min_length.unwrap_or(1);
        let most = cx.field.constraints.max_length.unwrap_or(MOST);
        let default = 16.max(least).min(most);
        let length = reader.integer("length", (1, i64::from(MOST)), i64::from(default)) as u32;
        if !(least..=most).contains(&length) {
            let message = format!("a length of {length} is not between the {least} and {most} that the field allows");
            reader.problem("length", "beyond_field", message);
        }
        reader.finish(Box::new(Raw { length: length as usize, unique: cx.unique && length >= 8, stream: cx.stream }))
    }
}

struct Raw {
    length: usize,
    unique: bool,
    stream: Stream,
}

impl Filler for Raw {
    fn capacity(&self) -> Option<u128> {
        // The first eight bytes are a one-to-one map of the row number.
        self.unique.then_some(1 << 64)
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut buffer = vec![0; self.length];
        let mut out = BinaryBuilder::with_capacity(cx.rows.len(), cx.rows.len() * self.length);
        for &row in cx.rows {
            self.stream.cell(row).fill_bytes(&mut buffer);
            out.append_value(&buffer);
        }
        Ok(Arc::new(out.finish()))
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;

    use super::*;
    use crate::testing::{Trial, fill};

    #[test]
    fn values_have_their_length_and_differ() {
        let made = fill("code.bytes", json!({ "length": 20 }), FieldType::Binary, 100);
        let values: Vec<&[u8]> = made.as_binary::<i32>().iter().flatten().collect();
        assert!(values.iter().all(|v| v.len() == 20) && values[0] != values[1]);
    }

    #[test]
    fn the_fields_length_is_kept() {
        let trial = Trial::new("code.bytes", json!({ "length": 20 }), FieldType::Binary)
            .field(|f| f.constraints.max_length = Some(8));
        assert_eq!(trial.compile().err().unwrap()[0].code, "beyond_field");
    }
}
