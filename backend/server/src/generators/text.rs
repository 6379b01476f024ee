//! The catalogue for people.

use dmb_engine::generator::{Descriptor, ParamDescriptor, ParamKind, Words};
use dmb_engine::locales;

use super::{Language, Shown};
use crate::grid::{self, Side};

/// What stands around the words of the catalogue.
const COUNT: (Words, Words) =
    (Words { en: "generator", es: "generador" }, Words { en: "generators", es: "generadores" });
const LOCALES: Words = Words { en: "Locales", es: "Localizaciones" };
const REQUIRED: Words = Words { en: "required", es: "obligatorio" };
const FOR_EXAMPLE: Words = Words { en: "for example", es: "por ejemplo" };
const UNIQUE: Words = Words { en: "can be unique", es: "puede ser único" };
const LOCALE_HEAD: [Words; 8] = [
    Words { en: "locale", es: "código" },
    Words { en: "name", es: "nombre" },
    Words { en: "country", es: "país" },
    Words { en: "currency", es: "moneda" },
    Words { en: "phone", es: "teléfono" },
    Words { en: "given names", es: "nombres" },
    Words { en: "family names", es: "apellidos" },
    Words { en: "cities", es: "ciudades" },
];

/// The generators found, each with its parameters and examples, then the locales.
pub(super) fn catalogue(found: &[Shown], language: Language) -> String {
    let generators: String = found.iter().map(|shown| generator(shown, language) + "\n").collect();
    let counted = language.of(if found.len() == 1 { COUNT.0 } else { COUNT.1 });
    format!("{generators}{} {counted}\n\n{}\n\n{}", found.len(), language.of(LOCALES), locale_table(language))
}

fn generator(shown: &Shown, language: Language) -> String {
    let known = shown.info.descriptor;
    let mut text = format!("{}  {} ({})\n", known.name, language.of(known.label), language.of(known.family.label()));
    text += &format!("    {}\n", language.of(known.description));
    text += &format!("    {}\n", types(known, language));
    for param in &known.params {
        text += &format!("      {}\n", param_line(param, language));
    }
    if !shown.examples.is_empty() {
        text += &format!("    {}: {}\n", language.of(FOR_EXAMPLE), example(known, &shown.examples));
    }
    text
}

fn types(known: &Descriptor, language: Language) -> String {
    let types: Vec<&str> = known.produces.iter().map(|produced| produced.as_str()).collect();
    let unique = if known.unique { format!("; {}", language.of(UNIQUE)) } else { String::new() };
    format!("{}{unique}", types.join(", "))
}

/// The example's parameters, where it has any, and what they make.
fn example(known: &Descriptor, values: &[String]) -> String {
    let params = known.example.as_object().filter(|params| !params.is_empty());
    let params = params.map(|params| format!("{} → ", serde_json::Value::from(params.clone()))).unwrap_or_default();
    format!("{params}{}", values.iter().map(|value| value.replace('\n', " ")).collect::<Vec<_>>().join(" · "))
}

/// `name: kind from a to b, default: help`.
fn param_line(param: &ParamDescriptor, language: Language) -> String {
    let mut parts = vec![kind(&param.kind)];
    if param.required {
        parts.push(language.of(REQUIRED).to_owned());
    }
    if let Some(default) = &param.default {
        parts.push(format!("= {default}"));
    }
    format!("{}: {}. {}", param.name, parts.join(", "), language.of(param.help))
}

fn kind(kind: &ParamKind) -> String {
    if let Some(words) = kind.choices() {
        return words.join(" | ");
    }
    match kind.bounds() {
        (None, None) => kind.word().to_owned(),
        (min, max) => {
            let shown = |bound: Option<f64>| bound.map_or_else(String::new, |bound| bound.to_string());
            format!("{} {}..{}", kind.word(), shown(min), shown(max))
        }
    }
}

fn locale_table(language: Language) -> String {
    let head: Vec<(&str, Side)> = LOCALE_HEAD
        .iter()
        .enumerate()
        .map(|(at, words)| (language.of(*words), if at < 4 { Side::Left } else { Side::Right }))
        .collect();
    let row = |locale: &&locales::Locale| {
        vec![
            locale.id.to_owned(),
            language.of(locale.label).to_owned(),
            format!("{} ({})", locale.country(), locale.country_code()),
            locale.currency().to_owned(),
            format!("+{}", locale.calling_code()),
            locale.given_names().to_string(),
            locale.family_names().to_string(),
            locale.cities().to_string(),
        ]
    };
    grid::lines(&head, &locales::all().iter().map(row).collect::<Vec<_>>())
}
