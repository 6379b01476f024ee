//! Colours: name, hexadecimal code, red-green-blue and hue-saturation-lightness of a row agree.

use crate::generator::{CompileContext, Family, ParamDescriptor, ParamKind};
use crate::generators::support::describe::{bundle, defaulted, words};
use crate::generators::support::digits::{HEX, push_digits};
use crate::generators::support::entry::Entry;
use crate::generators::support::facts::{Drawer, Facts};
use crate::generators::support::fillers::{codes, whole_texts};
use crate::generators::support::params::Reader;
use crate::stream::Stream;

use super::colours::{COLOURS, Colour};

const PALETTES: &[&str] = &["named", "any"];

/// The named colours, all as likely.
static NAMED: Facts<Colour> = Facts::new("colour", COLOURS, |_| 1.0);

/// The colours of a bundle.
struct Paints {
    named: Drawer<Colour>,
    /// Where any colour may come.
    any: Option<Stream>,
}

impl Paints {
    fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let any = reader.choice("palette", PALETTES) == "any";
        let stream = cx.table_stream.named("colour").named(reader.text("bundle", ""));
        Self { named: NAMED.drawer(reader, cx), any: any.then_some(stream) }
    }

    /// Red, green and blue of the row, eight bits each.
    fn at(&self, row: u64) -> u32 {
        match self.any {
            Some(stream) => stream.cell(row).bits() as u32 & 0xFF_FFFF,
            None => self.named.at(row).code,
        }
    }
}

fn params() -> Vec<ParamDescriptor> {
    let palette = defaulted(
        "palette",
        ParamKind::Choice(PALETTES),
        words("Palette", "Paleta"),
        words(
            "Colours that have a name, or any. Give it to every column that should agree.",
            "Colores con nombre (named) o cualquiera (any). Indíquela en todas las columnas que deban concordar.",
        ),
        PALETTES[0],
    );
    vec![palette, bundle(&["colour"])]
}

/// Names of colours.
pub(super) static NAME: Entry = Entry::text(
    "media.colour_name",
    Family::Media,
    words("Colour name", "Nombre de color"),
    words(
        "Names of colours, in Spanish where that is the language of the locale, else in English.",
        "Nombres de colores, en español si es el idioma de la localización; si no, en inglés.",
    ),
    |reader, cx| NAMED.names(reader, cx, |colour, language| language.of_two(colour.name)),
)
.with(|| NAMED.params(), "{}")
.localized()
.unique();

/// Hexadecimal codes.
pub(super) static HEX_CODE: Entry = Entry::text(
    "media.colour_hex",
    Family::Media,
    words("Colour code", "Código de color"),
    words(
        "Colours such as #ff7f50: that of the row's name, or any.",
        "Colores como #ff7f50: el del nombre de la fila, o cualquiera.",
    ),
    |reader, cx| {
        if cx.unique {
            return codes(reader, cx, 1 << 24, 7, |number, _, out| {
                out.push("#");
                push_digits(number, HEX, 6, out);
            });
        }
        let paints = Paints::compile(reader, cx);
        whole_texts(reader, cx, 7, move |row, out| {
            out.push("#");
            push_digits(u128::from(paints.at(row)), HEX, 6, out);
        })
    },
)
.with(params, r#"{"palette":"named"}"#)
.unique();

/// Red, green, blue.
pub(super) static RGB: Entry = Entry::text(
    "media.colour_rgb",
    Family::Media,
    words("Colour in RGB", "Color en RGB"),
    words("The row's colour as rgb(255, 127, 80).", "El color de la fila como rgb(255, 127, 80)."),
    |reader, cx| {
        let paints = Paints::compile(reader, cx);
        whole_texts(reader, cx, 18, move |row, out| {
            let [_, red, green, blue] = paints.at(row).to_be_bytes();
            for (before, part) in [("rgb(", red), (", ", green), (", ", blue)] {
                out.push(before);
                out.push_number(u64::from(part));
            }
            out.push(")");
        })
    },
)
.with(params, r#"{"palette":"named"}"#);

/// Hue, saturation, lightness.
pub(super) static HSL: Entry = Entry::text(
    "media.colour_hsl",
    Family::Media,
    words("Colour in HSL", "Color en HSL"),
    words(
        "The row's colour as hsl(16, 100%, 66%), rounded.",
        "El color de la fila como hsl(16, 100%, 66%), redondeado.",
    ),
    |reader, cx| {
        let paints = Paints::compile(reader, cx);
        whole_texts(reader, cx, 20, move |row, out| {
            let [hue, saturation, lightness] = hsl(paints.at(row));
            for (before, part) in [("hsl(", hue), (", ", saturation), ("%, ", lightness)] {
                out.push(before);
                out.push_number(part);
            }
            out.push("%)");
        })
    },
)
.with(params, r#"{"palette":"named"}"#);

/// Hue in whole degrees below 360, saturation and lightness in whole per cent (CSS Color 4, section 7).
fn hsl(code: u32) -> [u64; 3] {
    let [_, red, green, blue] = code.to_be_bytes().map(|part| f64::from(part) / 255.0);
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let (chroma, lightness) = (most - least, f64::midpoint(most, least));
    let hue = match chroma {
        0.0 => 0.0,
        _ if most == red => ((green - blue) / chroma).rem_euclid(6.0),
        _ if most == green => (blue - red) / chroma + 2.0,
        _ => (red - green) / chroma + 4.0,
    };
    let saturation = if chroma == 0.0 { 0.0 } else { chroma / (1.0 - (2.0 * lightness - 1.0).abs()) };
    [(hue * 60.0).round() as u64 % 360, (saturation * 100.0).round() as u64, (lightness * 100.0).round() as u64]
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn name_and_codes_of_a_row_are_of_one_colour() {
        let texts = |name| Trial::new(name, json!({}), FieldType::String).locale("es_ES").texts(500);
        let (names, codes, rgb) = (texts("media.colour_name"), texts("media.colour_hex"), texts("media.colour_rgb"));
        for row in 0..names.len() {
            let colour = COLOURS.iter().find(|c| c.name.es == names[row]).unwrap();
            assert_eq!(codes[row], format!("#{:06x}", colour.code));
            let parts: Vec<u32> =
                rgb[row][4..rgb[row].len() - 1].split(", ").map(|part| part.parse().unwrap()).collect();
            assert_eq!(parts[0] << 16 | parts[1] << 8 | parts[2], colour.code);
        }
    }

    #[test]
    fn hues_are_those_of_the_standard() {
        assert_eq!(hsl(0xFF_0000), [0, 100, 50]);
        assert_eq!(hsl(0xFF_7F50), [16, 100, 66]);
        assert_eq!(hsl(0x64_95ED), [219, 79, 66]);
        assert_eq!(hsl(0x80_8080), [0, 0, 50]);
    }

    #[test]
    fn names_and_codes_can_be_unique() {
        let distinct = |of: fn(&Colour) -> &'static str| COLOURS.iter().map(of).collect::<HashSet<_>>().len();
        assert_eq!([distinct(|c| c.name.en), distinct(|c| c.name.es)], [COLOURS.len(); 2]);
        let trial = Trial::new("media.colour_hex", json!({}), FieldType::String).unique(5_000);
        assert_eq!(trial.texts(5_000).into_iter().collect::<HashSet<_>>().len(), 5_000);
    }
}
