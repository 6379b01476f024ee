//! The sky: planets; stars with their constellations.

use crate::generator::{Family, Words};
use crate::generators::support::describe::words;
use crate::generators::support::entry::Entry;
use crate::generators::support::facts::Facts;

static PLANETS: Facts<Words> = Facts::new(
    "planet",
    &[
        words("Mercury", "Mercurio"),
        words("Venus", "Venus"),
        words("Earth", "Tierra"),
        words("Mars", "Marte"),
        words("Jupiter", "Júpiter"),
        words("Saturn", "Saturno"),
        words("Uranus", "Urano"),
        words("Neptune", "Neptuno"),
    ],
    |_| 1.0,
);

/// Planets.
pub(super) static PLANET: Entry = Entry::text(
    "science.planet",
    Family::Science,
    words("Planet", "Planeta"),
    words("The eight planets of the Sun.", "Los ocho planetas del Sol."),
    |reader, cx| PLANETS.names(reader, cx, |planet, language| language.of_two(*planet)),
)
.with(|| PLANETS.params(), "{}")
.localized()
.unique();

/// A star with its constellation.
struct Star {
    name: &'static str,
    constellation: &'static str,
}

const fn star(name: &'static str, constellation: &'static str) -> Star {
    Star { name, constellation }
}

/// The brightest stars with the names the International Astronomical Union has approved (2016 and after).
static STARS: Facts<Star> = Facts::new(
    "star",
    &[
        star("Sirius", "Canis Major"),
        star("Canopus", "Carina"),
        star("Rigil Kentaurus", "Centaurus"),
        star("Arcturus", "Boötes"),
        star("Vega", "Lyra"),
        star("Capella", "Auriga"),
        star("Rigel", "Orion"),
        star("Procyon", "Canis Minor"),
        star("Achernar", "Eridanus"),
        star("Betelgeuse", "Orion"),
        star("Hadar", "Centaurus"),
        star("Altair", "Aquila"),
        star("Acrux", "Crux"),
        star("Aldebaran", "Taurus"),
        star("Antares", "Scorpius"),
        star("Spica", "Virgo"),
        star("Pollux", "Gemini"),
        star("Fomalhaut", "Piscis Austrinus"),
        star("Deneb", "Cygnus"),
        star("Mimosa", "Crux"),
        star("Regulus", "Leo"),
        star("Adhara", "Canis Major"),
        star("Shaula", "Scorpius"),
        star("Castor", "Gemini"),
        star("Gacrux", "Crux"),
        star("Bellatrix", "Orion"),
        star("Elnath", "Taurus"),
        star("Miaplacidus", "Carina"),
        star("Alnilam", "Orion"),
        star("Alnair", "Grus"),
        star("Alioth", "Ursa Major"),
        star("Dubhe", "Ursa Major"),
        star("Mirfak", "Perseus"),
        star("Wezen", "Canis Major"),
        star("Kaus Australis", "Sagittarius"),
        star("Alkaid", "Ursa Major"),
        star("Menkalinan", "Auriga"),
        star("Atria", "Triangulum Australe"),
        star("Alhena", "Gemini"),
        star("Peacock", "Pavo"),
        star("Polaris", "Ursa Minor"),
        star("Alphard", "Hydra"),
        star("Hamal", "Aries"),
        star("Diphda", "Cetus"),
        star("Mizar", "Ursa Major"),
        star("Algol", "Perseus"),
        star("Denebola", "Leo"),
        star("Alphecca", "Corona Borealis"),
        star("Schedar", "Cassiopeia"),
        star("Almach", "Andromeda"),
    ],
    |_| 1.0,
);

/// Stars.
pub(super) static STAR: Entry = Entry::text(
    "science.star",
    Family::Science,
    words("Star", "Estrella"),
    words("The brightest stars by their approved names.", "Las estrellas más brillantes por su nombre aprobado."),
    |reader, cx| STARS.names(reader, cx, |star, _| star.name),
)
.with(|| STARS.params(), "{}")
.unique();

/// Constellations.
pub(super) static CONSTELLATION: Entry = Entry::text(
    "science.constellation",
    Family::Science,
    words("Constellation", "Constelación"),
    words("Where the row's star stands, in Latin.", "Donde está la estrella de la fila, en latín."),
    |reader, cx| STARS.names(reader, cx, |star, _| star.constellation),
)
.with(|| STARS.params(), "{}");

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

    use crate::testing::Trial;

    #[test]
    fn a_star_stands_in_its_constellation() {
        let texts = |name| Trial::new(name, json!({}), FieldType::String).texts(300);
        for (star, constellation) in texts("science.star").iter().zip(texts("science.constellation")) {
            assert!(star != "Rigel" || constellation == "Orion");
            assert_eq!(["Castor", "Pollux", "Alhena"].contains(&&**star), constellation == "Gemini", "{star}");
        }
        let all = Trial::new("science.star", json!({}), FieldType::String).unique(50);
        assert_eq!(all.compile().unwrap().capacity(), Some(50));
    }
}
