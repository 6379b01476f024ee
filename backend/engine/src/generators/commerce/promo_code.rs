//! `commerce.promo_code`: codes of promotions, a word, a percentage and signs that tell one customer's from another's.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{TEXT, defaulted, locale, words};
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::terms::{Spoken, language};
use crate::generators::support::text::{TextColumn, limit};
use crate::permutation::Permutation;
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct PromoCode;

/// What codes begin with; at most ten characters.
const OCCASIONS: [Spoken; 10] = [
    ["WELCOME", "BIENVENIDA", "BEMVINDO", "BIENVENUE", "WILLKOMMEN", "BENVENUTO", "WELKOM"],
    ["SUMMER", "VERANO", "VERAO", "ETE", "SOMMER", "ESTATE", "ZOMER"],
    ["WINTER", "INVIERNO", "INVERNO", "HIVER", "WINTER", "INVERNO", "WINTER"],
    ["SPRING", "PRIMAVERA", "PRIMAVERA", "PRINTEMPS", "FRUEHLING", "PRIMAVERA", "LENTE"],
    ["SALE", "REBAJAS", "OFERTA", "SOLDES", "RABATT", "SALDI", "SALE"],
    ["BLACK", "BLACK", "BLACK", "BLACK", "BLACK", "BLACK", "BLACK"],
    ["XMAS", "NAVIDAD", "NATAL", "NOEL", "ADVENT", "NATALE", "KERST"],
    ["VIP", "VIP", "VIP", "VIP", "VIP", "VIP", "VIP"],
    ["THANKS", "GRACIAS", "OBRIGADO", "MERCI", "DANKE", "GRAZIE", "BEDANKT"],
    ["FRIENDS", "AMIGOS", "AMIGOS", "AMIS", "FREUNDE", "AMICI", "VRIENDEN"],
];
const LONGEST: u32 = 12;
/// Per cents off.
const OFF: [u64; 8] = [5, 10, 10, 15, 20, 20, 25, 30];
/// Signs that are not mistaken for one another.
const SIGNS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

impl Generator for PromoCode {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "commerce.promo_code",
            family: Family::Commerce,
            label: words("Promotion code", "Código promocional"),
            description: words(
                "Codes of promotions: an occasion in the language of the locale, the per cent off, and signs of its own.",
                "Códigos de promociones: un motivo en el idioma de la localización, el descuento y signos propios.",
            ),
            produces: TEXT,
            params: vec![
                defaulted(
                    "signs",
                    ParamKind::Integer { min: Some(0), max: Some(12) },
                    words("Own signs", "Signos propios"),
                    words(
                        "Letters and digits behind a dash; 0 makes codes that many customers share.",
                        "Letras y dígitos tras un guion; 0 crea códigos que muchos clientes comparten.",
                    ),
                    4,
                ),
                locale(),
            ],
            example: json!({ "signs": 4 }),
            localized: true,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let signs = reader.integer("signs", (0, 12), 4) as u32;
        let languages = PerLocale::compile(&mut reader, cx, language);
        let longest = LONGEST + if signs > 0 { signs + 1 } else { 0 };
        if let Some(most) = limit(cx.field).filter(|most| *most < longest) {
            let message = format!("these codes need a length of {longest}; the field allows {most}");
            reader.problem("signs", "too_short", message);
        }
        let count = 32_u64.pow(signs);
        let permutation = cx.unique.then(|| Permutation::new(u128::from(count), cx.stream.key()));
        reader.finish(Box::new(Codes { signs, count, languages, permutation, stream: cx.stream }))
    }
}

struct Codes {
    signs: u32,
    count: u64,
    languages: PerLocale<usize>,
    permutation: Option<Permutation>,
    stream: Stream,
}

impl Filler for Codes {
    fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(Permutation::size)
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 16, None);
        for &row in cx.rows {
            let mut cell = self.stream.cell(row);
            out.push(OCCASIONS[cell.below(OCCASIONS.len() as u64) as usize][*self.languages.at(row)]);
            out.push_number(OFF[cell.below(OFF.len() as u64) as usize]);
            let mut own = match &self.permutation {
                Some(permutation) => permutation.at(u128::from(row % self.count)) as u64,
                None => cell.below(self.count),
            };
            for n in 0..self.signs {
                if n == 0 {
                    out.push_byte(b'-');
                }
                out.push_byte(SIGNS[(own % 32) as usize]);
                own /= 32;
            }
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn codes_keep_to_their_length_and_differ_by_their_own_signs() {
        assert!(OCCASIONS.iter().flatten().all(|word| word.len() + 2 <= LONGEST as usize));
        let trial =
            Trial::new("commerce.promo_code", json!({ "signs": 2 }), FieldType::String).locale("es_ES").unique(1_024);
        let made = trial.texts(1_024);
        let signs: HashSet<&str> = made.iter().map(|code| &code[code.len() - 2..]).collect();
        assert_eq!((signs.len(), made.iter().all(|code| code.len() <= 15)), (1_024, true));
        assert!(made.iter().any(|code| code.starts_with("VERANO")));
        let shared = Trial::new("commerce.promo_code", json!({ "signs": 0 }), FieldType::String).unique(5);
        assert_eq!(shared.compile().unwrap().capacity(), Some(1));
    }
}
