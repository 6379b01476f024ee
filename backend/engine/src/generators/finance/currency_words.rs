//! `finance.currency_name` and `finance.currency_symbol`: of the code in another column, of the locale, or of the world's
//! currencies; the two agree with one another.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef};
use dmb_spec::{FieldId, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, Input, ParamKind, ParamProblem,
    Words,
};
use crate::generators::support::describe::{TEXT, defaulted, locale, optional, words};
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::terms::language;
use crate::generators::support::text::{TextColumn, limit};
use crate::stream::Stream;

use super::money::{CURRENCIES, Currency, TRADED, find};

/// Names of currencies.
pub(crate) struct CurrencyName;
/// Signs of currencies.
pub(crate) struct CurrencySymbol;

const OF: &[&str] = &["world", "locale"];

impl Generator for CurrencyName {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "finance.currency_name",
            words("Currency name", "Nombre de moneda"),
            words(
                "Names of currencies: that of the code in another column, of the locale, or of the world.",
                "Nombres de monedas: la del código de otra columna, la de la localización o las del mundo.",
            ),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        compile(params, cx, true)
    }
}

impl Generator for CurrencySymbol {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "finance.currency_symbol",
            words("Currency symbol", "Símbolo de moneda"),
            words(
                "Signs of currencies such as $ or €: that of the code in another column, of the locale, or of the world.",
                "Signos de monedas como $ o €: el del código de otra columna, el de la localización o los del mundo.",
            ),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        compile(params, cx, false)
    }
}

fn descriptor(name: &'static str, label: Words, description: Words) -> Descriptor {
    Descriptor {
        name,
        family: Family::Finance,
        label,
        description,
        produces: TEXT,
        params: vec![
            optional(
                "code",
                ParamKind::Field,
                words("Column of codes", "Columna de códigos"),
                words(
                    "The field of this table that holds the currency code it belongs to.",
                    "El campo de esta tabla que contiene el código de moneda al que pertenece.",
                ),
            ),
            defaulted(
                "of",
                ParamKind::Choice(OF),
                words("Whose", "De dónde"),
                words(
                    "Without a column of codes: of the world, or of the row's locale.",
                    "Sin columna de códigos: del mundo (world) o de la localización de la fila (locale).",
                ),
                OF[0],
            ),
            locale(),
        ],
        example: json!({ "of": "world" }),
        localized: true,
        unique: false,
    }
}

fn compile(params: &Params, cx: &CompileContext<'_>, name: bool) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
    let mut reader = Reader::new(params);
    let given = reader.text("code", "");
    let code = cx.table.field(given);
    if code.is_none() && !given.is_empty() {
        reader.problem("code", "unknown_field", format!("there is no field {given:?} in {}", cx.table.name));
    }
    if code.is_some_and(|field| !field.field_type.is_text()) {
        reader.problem("code", "wrong_type", format!("{given} holds no text, so no currency codes"));
    }
    let world = reader.choice("of", OF) == "world";
    let locales = PerLocale::compile(&mut reader, cx, |locale| {
        // Other languages read the English names.
        (language(locale).min(3) % 3, find(locale.country.currency).unwrap_or(&CURRENCIES[0]))
    });
    let stream = cx.table_stream.named("currency");
    let filler = Told { code: code.map(|field| field.id), world, locales, stream, name, limit: limit(cx.field) };
    reader.finish(Box::new(filler))
}

struct Told {
    code: Option<FieldId>,
    world: bool,
    /// The language, and the currency of the country.
    locales: PerLocale<(usize, &'static Currency)>,
    stream: Stream,
    name: bool,
    limit: Option<u32>,
}

impl Told {
    fn currency(&self, row: u64) -> &'static Currency {
        if !self.world {
            return self.locales.at(row).1;
        }
        // The square of an even draw: the first of the list are the most frequent.
        let share = self.stream.cell(row).unit();
        &CURRENCIES[(share * share * TRADED as f64) as usize]
    }
}

impl Filler for Told {
    fn inputs(&self) -> Vec<Input> {
        self.code.map(Input::Field).into_iter().collect()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 12, self.limit);
        let codes = cx.inputs.first().and_then(|codes| codes.as_string_opt::<i32>());
        for (at, &row) in cx.rows.iter().enumerate() {
            let (language, _) = *self.locales.at(row);
            let code = codes.filter(|codes| codes.is_valid(at)).map(|codes| codes.value(at));
            match (code, code.map_or_else(|| Some(self.currency(row)), find)) {
                (_, Some(currency)) => out.push(if self.name { currency.names[language] } else { currency.sign }),
                // Of a rare currency the code says as much as there is to say.
                (code, None) => out.push(code.unwrap_or_default()),
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
    fn names_and_signs_are_those_of_the_code() {
        let codes = Trial::new("finance.currency", json!({}), FieldType::String).fill(500);
        let told = |name: &'static str| {
            let trial = Trial::new(name, json!({ "code": "currency" }), FieldType::String);
            let made = trial
                .beside("currency", FieldType::String, None)
                .locale("es_ES")
                .fill_with(500, std::slice::from_ref(&codes));
            made.as_string::<i32>().iter().flatten().map(str::to_owned).collect::<Vec<_>>()
        };
        let (names, signs) = (told("finance.currency_name"), told("finance.currency_symbol"));
        for (at, code) in codes.as_string::<i32>().iter().flatten().enumerate() {
            match code {
                "EUR" => assert_eq!((&names[at][..], &signs[at][..]), ("euro", "€")),
                "GBP" => assert_eq!((&names[at][..], &signs[at][..]), ("libra esterlina", "£")),
                code if find(code).is_none() => assert_eq!(names[at], code),
                _ => assert_ne!(names[at], code),
            }
        }
    }

    #[test]
    fn those_of_the_locale_are_in_its_language() {
        let told = |locale: &str| {
            Trial::new("finance.currency_name", json!({ "of": "locale" }), FieldType::String)
                .locale(locale)
                .texts(1)
                .remove(0)
        };
        assert_eq!((told("es_MX").as_str(), told("pt_BR").as_str()), ("peso mexicano", "real brasileiro"));
    }
}
