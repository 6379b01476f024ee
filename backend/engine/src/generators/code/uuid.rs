//! `code.uuid`: random UUIDs (version 4), different by construction.

use std::sync::Arc;

use arrow_array::{ArrayRef, FixedSizeBinaryArray};
use arrow_buffer::Buffer;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Uuid;

/// Characters of a UUID as text.
const LENGTH: u32 = 36;

impl Generator for Uuid {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "code.uuid",
            family: Family::Code,
            label: words("UUID", "UUID"),
            description: words(
                "Random UUIDs (version 4); no two rows share one.",
                "UUID aleatorios (versión 4); no se repiten.",
            ),
            produces: &[FieldType::Uuid, FieldType::String, FieldType::Text],
            params: vec![defaulted(
                "uppercase",
                ParamKind::Boolean,
                words("Capital letters", "Mayúsculas"),
                words("Whether text columns get capital letters.", "Si las columnas de texto llevan mayúsculas."),
                false,
            )],
            example: json!({}),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let uppercase = reader.boolean("uppercase", false);
        let text = *cx.data_type == arrow_schema::DataType::Utf8;
        if let Some(most) = limit(cx.field).filter(|most| text && *most < LENGTH) {
            reader.problem("", "too_short", format!("UUIDs need a length of {LENGTH}; the field allows {most}"));
        }
        reader.finish(Box::new(Ids { text, uppercase, stream: cx.stream }))
    }
}

struct Ids {
    text: bool,
    uppercase: bool,
    stream: Stream,
}

impl Ids {
    /// The first draw of a cell is a one-to-one map of the row number; all its 64 bits are kept, so no two rows agree.
    #[inline]
    fn id(&self, row: u64) -> u128 {
        let mut cell = self.stream.cell(row);
        let (own, more) = (cell.bits(), cell.bits());
        let high = (own & !0xF000) | 0x4000;
        // The four bits that gave way to the version come back here, behind the variant.
        let low = (0b10 << 62) | ((own >> 12 & 0xF) << 58) | (more >> 6);
        u128::from(high) << 64 | u128::from(low)
    }
}

impl Filler for Ids {
    fn capacity(&self) -> Option<u128> {
        Some(1 << 64)
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        if self.text {
            let mut out = TextColumn::new(cx.rows.len(), LENGTH as usize, None);
            let mut buffer = [0; LENGTH as usize];
            for &row in cx.rows {
                let id = ::uuid::Uuid::from_u128(self.id(row)).hyphenated();
                out.push(if self.uppercase { id.encode_upper(&mut buffer) } else { id.encode_lower(&mut buffer) });
                out.end();
            }
            return out.finish();
        }
        let bytes: Vec<u8> = cx.rows.iter().flat_map(|&row| self.id(row).to_be_bytes()).collect();
        Ok(Arc::new(FixedSizeBinaryArray::try_new(16, Buffer::from_vec(bytes), None)?))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use arrow_array::cast::AsArray;

    use super::*;
    use crate::testing::{Trial, fill};

    #[test]
    fn they_are_of_version_4_differ_and_say_the_same_in_bytes_and_text() {
        let texts = Trial::new("code.uuid", json!({ "uppercase": true }), FieldType::String).texts(5_000);
        let bytes = fill("code.uuid", json!({}), FieldType::Uuid, 5_000);
        for (text, bytes) in texts.iter().zip(bytes.as_fixed_size_binary().iter().flatten()) {
            let id = ::uuid::Uuid::parse_str(text).unwrap();
            assert_eq!((id.get_version_num(), id.get_variant()), (4, ::uuid::Variant::RFC4122));
            assert_eq!(id.as_bytes(), bytes);
            assert_eq!(*text, text.to_uppercase());
        }
        assert_eq!(texts.into_iter().collect::<HashSet<_>>().len(), 5_000);
    }
}
