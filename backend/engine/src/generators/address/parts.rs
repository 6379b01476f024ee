//! The parts of an address as text.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamProblem, Words,
};
use crate::generators::support::describe::{TEXT, locale_and_bundle, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};

use super::bundle::{Place, Places};

/// Declares a generator of a text that a place has.
macro_rules! part {
    ($(#[$doc:meta])* $type:ident, $name:literal, $label:expr, $description:expr, $write:expr) => {
        $(#[$doc])*
        pub(crate) struct $type;

        impl Generator for $type {
            fn descriptor(&self) -> Descriptor {
                descriptor($name, $label, $description)
            }

            fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
                compile(params, cx, $write)
            }
        }
    };
}

part!(
    /// Whole addresses.
    FullAddress,
    "address.full",
    words("Full address", "Dirección completa"),
    words("Addresses in one line, in the form of the country.", "Direcciones en una línea, en la forma del país."),
    |out, place| place.write_full(out)
);
part!(
    /// Streets with house number.
    Street,
    "address.street",
    words("Street", "Calle"),
    words("Street and house number.", "Calle y número."),
    |out, place| place.write_street(out)
);
part!(
    /// Cities.
    City,
    "address.city",
    words("City", "Ciudad"),
    words("Cities of the country, as frequent as they are big.", "Ciudades del país, según su población."),
    |out, place| out.push(place.city.name)
);
part!(
    /// Regions.
    Region,
    "address.region",
    words("Region", "Región"),
    words("State, province or autonomous community of the city.", "Estado, provincia o comunidad autónoma de la ciudad."),
    |out, place| out.push(place.city.region)
);
part!(
    /// Postcodes.
    Postcode,
    "address.postcode",
    words("Postcode", "Código postal"),
    words("Postcodes that begin as those of the city.", "Códigos postales que empiezan como los de la ciudad."),
    |out, place| place.write_postcode(out)
);
part!(
    /// Countries.
    Country,
    "address.country",
    words("Country", "País"),
    words("The country of the locale, in its own language.", "El país de la localización, en su propio idioma."),
    |out, place| out.push(place.locale().country.name)
);
part!(
    /// Country codes.
    CountryCode,
    "address.country_code",
    words("Country code", "Código de país"),
    words("Two letters by ISO 3166.", "Dos letras según ISO 3166."),
    |out, place| out.push(place.locale().country.code)
);
part!(
    /// Time zones.
    TimeZone,
    "address.time_zone",
    words("Time zone", "Zona horaria"),
    words("The city's zone in the IANA database.", "La zona de la ciudad en la base de datos IANA."),
    |out, place| out.push(place.city.time_zone)
);

fn descriptor(name: &'static str, label: Words, description: Words) -> Descriptor {
    Descriptor {
        name,
        family: Family::Address,
        label,
        description,
        produces: TEXT,
        params: locale_and_bundle(&["place"]),
        example: json!({}),
        localized: true,
        unique: false,
    }
}

type Write = fn(&mut TextColumn, &Place<'_>);

fn compile(params: &Params, cx: &CompileContext<'_>, write: Write) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
    let mut reader = Reader::new(params);
    let places = Places::compile(&mut reader, cx);
    reader.finish(Box::new(Told { places, write, limit: limit(cx.field) }))
}

struct Told {
    places: Places,
    write: Write,
    limit: Option<u32>,
}

impl Filler for Told {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 20, self.limit);
        for &row in cx.rows {
            (self.write)(&mut out, &self.places.at(row));
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;
    use regex::Regex;

    use crate::generators::address::postcode;
    use crate::locales;
    use crate::locales::types::StreetStyle;
    use crate::testing::Trial;

    use super::*;

    fn texts(generator: &'static str, locale: &str) -> Vec<String> {
        Trial::new(generator, json!({}), FieldType::String).locale(locale).texts(300)
    }

    #[test]
    fn city_region_postcode_and_zone_agree_in_every_row() {
        for locale in locales::all() {
            let [cities, regions, codes, zones] = ["city", "region", "postcode", "time_zone"].map(|part| match part {
                "city" => texts("address.city", locale.id),
                "region" => texts("address.region", locale.id),
                "postcode" => texts("address.postcode", locale.id),
                _ => texts("address.time_zone", locale.id),
            });
            for row in 0..cities.len() {
                let fits = |c: &&crate::locales::types::City| {
                    let form = postcode::fits(c.postcode, &codes[row]);
                    c.name == cities[row] && c.region == regions[row] && c.time_zone == zones[row] && form
                };
                assert!(
                    locale.places.cities.iter().any(|c| fits(&c)),
                    "{} {} {}",
                    cities[row],
                    regions[row],
                    codes[row]
                );
            }
        }
    }

    #[test]
    fn the_full_address_is_made_of_the_parts_of_the_row() {
        let full = texts("address.full", "es_MX");
        let (streets, codes, cities) =
            (texts("address.street", "es_MX"), texts("address.postcode", "es_MX"), texts("address.city", "es_MX"));
        for row in 0..full.len() {
            assert!(
                full[row].starts_with(&format!("{}, {} {}, ", streets[row], codes[row], cities[row])),
                "{}",
                full[row]
            );
        }
    }

    #[test]
    fn compound_streets_are_a_name_with_its_kind_or_a_whole_name() {
        let mut found = 0;
        for locale in locales::all() {
            let places = &locale.places;
            let StreetStyle::Compound { whole } = places.style else { continue };
            let known: HashSet<String> = (places.kinds.iter().map(|(kind, _)| kind).filter(|kind| !kind.is_empty()))
                .flat_map(|kind| places.streets.iter().map(move |name| format!("{name}{kind}")))
                .chain(whole.iter().map(|name| (*name).to_owned()))
                .collect();
            for street in texts("address.street", locale.id) {
                let (name, number) = street.rsplit_once(' ').unwrap();
                assert!(known.contains(name) && number.parse::<u64>().is_ok(), "{street}");
                found += usize::from(whole.contains(&name));
            }
        }
        assert!(found > 30, "{found}");
    }

    #[test]
    fn colombian_houses_are_numbered_from_the_crossing_street() {
        let form =
            Regex::new("^[A-Z][a-z]+( [A-Z][a-z]+)? [0-9]{1,3}( Bis|[A-D])? # [0-9]{1,3}[A-D]?-[0-9]{2}$").unwrap();
        for street in texts("address.street", "es_CO") {
            assert!(form.is_match(&street), "{street}");
        }
    }

    #[test]
    fn streets_without_kind_are_written_by_their_name_alone() {
        let places = &locales::find("es_AR").unwrap().places;
        let bare = |street: &String| places.streets.iter().any(|name| street.starts_with(&format!("{name} ")));
        let made = texts("address.street", "es_AR");
        assert!((150..250).contains(&made.iter().filter(|s| bare(s)).count()), "{made:?}");
    }

    #[test]
    fn a_mix_of_locales_is_kept_to_in_every_column() {
        let trial = |name| {
            Trial::new(name, json!({}), FieldType::String).locales(&[("es_ES", 1.0), ("pt_BR", 3.0)]).texts(1_000)
        };
        let (codes, countries) = (trial("address.country_code"), trial("address.country"));
        assert!(codes.iter().zip(&countries).all(|(c, n)| (c == "ES") == (n == "España")));
        let spain = codes.iter().filter(|c| *c == "ES").count();
        assert!((200..300).contains(&spain), "{spain}");
    }
}
