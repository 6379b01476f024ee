//! `finance.card_holder`: the row's person, as cards bear the name.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamProblem};
use crate::generators::person::bundle::People;
use crate::generators::support::describe::{TEXT, locale_and_bundle, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};

/// The catalogue's entry.
pub(crate) struct CardHolder;

/// Characters of a name on a card (ISO/IEC 7813).
const EMBOSSED: u32 = 26;

impl Generator for CardHolder {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "finance.card_holder",
            family: Family::Finance,
            label: words("Card holder", "Titular de tarjeta"),
            description: words(
                "The name of the row's person as cards are embossed: capitals without accents, 26 characters at most.",
                "El nombre de la persona de la fila como se graba en las tarjetas: mayúsculas sin tildes, 26 caracteres como máximo.",
            ),
            produces: TEXT,
            params: locale_and_bundle(&["person"]),
            example: json!({}),
            localized: true,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let people = People::compile(&mut reader, cx);
        let limit = limit(cx.field).map_or(EMBOSSED, |most| most.min(EMBOSSED));
        reader.finish(Box::new(Holders { people, limit }))
    }
}

struct Holders {
    people: People,
    limit: u32,
}

impl Filler for Holders {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 20, Some(self.limit));
        for &row in cx.rows {
            let person = self.people.at(row);
            let names = [Some(person.given()), Some(person.first_family()), person.second_family()];
            for (n, name) in names.into_iter().flatten().enumerate() {
                if n > 0 {
                    out.push_byte(b' ');
                }
                for letter in name.chars() {
                    if letter.is_ascii() {
                        out.push_byte(letter.to_ascii_uppercase() as u8);
                    } else {
                        any_ascii::any_ascii_char(letter).bytes().for_each(|b| out.push_byte(b.to_ascii_uppercase()));
                    }
                }
            }
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
    fn the_holder_is_the_row_s_person_in_capitals() {
        let texts = |name| Trial::new(name, json!({}), FieldType::String).locale("es_ES").texts(300);
        for (holder, person) in texts("finance.card_holder").iter().zip(texts("person.full_name")) {
            let whole = any_ascii::any_ascii(&person).to_ascii_uppercase();
            assert!(whole.starts_with(holder.as_str()) && holder.len() <= 26, "{holder} of {whole}");
        }
    }
}
