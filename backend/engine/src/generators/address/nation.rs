//! Countries of the world: name, codes, calling code, currency, domain and continent of a row agree. (For the country an
//! address lies in see [`super::parts`].)

use crate::generator::Family;
use crate::generators::support::describe::words;
use crate::generators::support::entry::Entry;
use crate::generators::support::facts::Facts;

use super::nations::{CONTINENTS, NATIONS, Nation};

/// The countries, as often as they have inhabitants.
static COUNTRIES: Facts<Nation> = Facts::new("nation", NATIONS, |nation| f64::from(nation.population));

/// Names of countries.
pub(super) static NAME: Entry = Entry::text(
    "address.nation",
    Family::Address,
    words("Country of the world", "País del mundo"),
    words(
        "Countries and territories of ISO 3166 in the language of the locale, as frequent as they have inhabitants.",
        "Países y territorios de ISO 3166 en el idioma de la localización, según su población.",
    ),
    |reader, cx| COUNTRIES.names(reader, cx, |nation, language| language.of_all(&nation.names)),
)
.with(|| COUNTRIES.params(), "{}")
.localized()
.unique();

/// Two-letter codes.
pub(super) static ALPHA2: Entry = Entry::text(
    "address.nation_alpha2",
    Family::Address,
    words("Country code of two letters", "Código de país de dos letras"),
    words(
        "ISO 3166-1 alpha-2, of the row's country of the world.",
        "ISO 3166-1 alfa-2, del país del mundo de la fila.",
    ),
    |reader, cx| COUNTRIES.codes(reader, cx, |nation| nation.alpha2),
)
.with(|| COUNTRIES.params(), "{}")
.unique();

/// Three-letter codes.
pub(super) static ALPHA3: Entry = Entry::text(
    "address.nation_alpha3",
    Family::Address,
    words("Country code of three letters", "Código de país de tres letras"),
    words(
        "ISO 3166-1 alpha-3, of the row's country of the world.",
        "ISO 3166-1 alfa-3, del país del mundo de la fila.",
    ),
    |reader, cx| COUNTRIES.codes(reader, cx, |nation| nation.alpha3),
)
.with(|| COUNTRIES.params(), "{}")
.unique();

/// Numeric codes.
pub(super) static NUMERIC: Entry = Entry::text(
    "address.nation_numeric",
    Family::Address,
    words("Country code of three digits", "Código de país de tres cifras"),
    words(
        "ISO 3166-1 numeric, of the row's country of the world.",
        "ISO 3166-1 numérico, del país del mundo de la fila.",
    ),
    |reader, cx| COUNTRIES.codes(reader, cx, |nation| nation.numeric),
)
.with(|| COUNTRIES.params(), "{}")
.unique();

/// Calling codes.
pub(super) static CALLING: Entry = Entry::text(
    "address.calling_code",
    Family::Address,
    words("Country calling code", "Prefijo telefónico internacional"),
    words(
        "What telephone numbers of the row's country of the world begin with, by ITU-T E.164.",
        "Con lo que empiezan los teléfonos del país del mundo de la fila, según ITU-T E.164.",
    ),
    |reader, cx| COUNTRIES.codes(reader, cx, |nation| nation.calling),
)
.with(|| COUNTRIES.params(), "{}");

/// Currencies.
pub(super) static CURRENCY: Entry = Entry::text(
    "address.nation_currency",
    Family::Address,
    words("Currency of the country", "Moneda del país"),
    words("ISO 4217 code of the row's country of the world.", "Código ISO 4217 del país del mundo de la fila."),
    |reader, cx| COUNTRIES.codes(reader, cx, |nation| nation.currency),
)
.with(|| COUNTRIES.params(), "{}");

/// Top-level domains.
pub(super) static DOMAIN: Entry = Entry::text(
    "address.nation_domain",
    Family::Address,
    words("Domain of the country", "Dominio del país"),
    words(
        "Top-level domain of the row's country of the world.",
        "Dominio de primer nivel del país del mundo de la fila.",
    ),
    |reader, cx| COUNTRIES.codes(reader, cx, |nation| nation.domain),
)
.with(|| COUNTRIES.params(), "{}")
.unique();

/// Continents.
pub(super) static CONTINENT: Entry = Entry::text(
    "address.continent",
    Family::Address,
    words("Continent", "Continente"),
    words(
        "The continent of the row's country of the world, in the language of the locale.",
        "El continente del país del mundo de la fila, en el idioma de la localización.",
    ),
    |reader, cx| COUNTRIES.names(reader, cx, |nation, language| language.of_all(&CONTINENTS[nation.continent])),
)
.with(|| COUNTRIES.params(), "{}")
.localized();

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn codes_have_their_forms_and_differ() {
        let distinct = |of: fn(&Nation) -> &'static str| NATIONS.iter().map(of).collect::<HashSet<_>>().len();
        assert_eq!(NATIONS.len(), 249);
        assert_eq!([distinct(|n| n.alpha2), distinct(|n| n.alpha3), distinct(|n| n.numeric)], [249; 3]);
        for nation in NATIONS {
            assert!(nation.alpha2.len() == 2 && nation.alpha3.len() == 3 && nation.currency.len() == 3);
            assert!(nation.numeric.len() == 3 && nation.numeric.parse::<u16>().is_ok(), "{}", nation.alpha2);
            assert!(nation.calling.len() >= 2 && nation.calling.starts_with('+'), "{}", nation.alpha2);
            assert!(nation.names.iter().all(|name| !name.is_empty()) && nation.population > 0);
        }
    }

    #[test]
    fn columns_of_a_row_tell_of_one_country_also_when_each_comes_once() {
        for params in [json!({}), json!({ "distinct": true })] {
            let texts = |name| Trial::new(name, params.clone(), FieldType::String).locale("es_ES").texts(249);
            let (names, codes) = (texts("address.nation"), texts("address.nation_alpha3"));
            let (calling, continents) = (texts("address.calling_code"), texts("address.continent"));
            for row in 0..names.len() {
                let nation = NATIONS.iter().find(|n| n.names[1] == names[row]).unwrap();
                assert_eq!((nation.alpha3, nation.calling), (&*codes[row], &*calling[row]));
                assert_eq!(CONTINENTS[nation.continent][1], continents[row]);
            }
            let all = names.iter().collect::<HashSet<_>>().len();
            assert_eq!(all == 249, params == json!({ "distinct": true }), "{all}");
        }
    }

    #[test]
    fn a_unique_column_agrees_with_distinct_ones_and_uses_every_country() {
        let unique = Trial::new("address.nation_alpha2", json!({}), FieldType::String).unique(249);
        assert_eq!(unique.compile().unwrap().capacity(), Some(249));
        let names = Trial::new("address.nation", json!({ "distinct": true }), FieldType::String).texts(249);
        for (code, name) in unique.texts(249).iter().zip(&names) {
            assert!(NATIONS.iter().any(|n| n.alpha2 == code && n.names[0] == name), "{code} {name}");
        }
    }

    #[test]
    fn a_field_too_short_for_the_codes_is_told() {
        let trial = Trial::new("address.nation_alpha3", json!({}), FieldType::String)
            .field(|f| f.constraints.max_length = Some(2));
        assert_eq!(trial.compile().err().unwrap()[0].code, "too_short");
    }
}
