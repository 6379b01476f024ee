//! The catalogue for programs.

use dmb_engine::catalog;
use dmb_engine::generator::{Family, ParamDescriptor, Words};
use dmb_engine::locales::{self, Locale};
use serde_json::{Value, json};

use super::Shown;

/// Families and locales as a whole, and the generators found with examples of one locale.
pub(super) fn catalogue(found: &[Shown], locale: &str) -> Value {
    json!({
        "families": Family::ALL.map(family),
        "generators": found.iter().map(generator).collect::<Vec<_>>(),
        "example_locale": locale,
        "locales": locales::all().iter().map(|locale| self::locale(locale)).collect::<Vec<_>>(),
    })
}

fn family(family: Family) -> Value {
    let count = catalog::descriptors().filter(|known| known.family == family).count();
    json!({ "id": family.as_str(), "label": words(family.label()), "generators": count })
}

fn generator(shown: &Shown) -> Value {
    let known = shown.info.descriptor;
    json!({
        "name": known.name,
        "family": known.family.as_str(),
        "label": words(known.label),
        "description": words(known.description),
        "produces": known.produces.iter().map(|produced| produced.as_str()).collect::<Vec<_>>(),
        "params": known.params.iter().map(param).collect::<Vec<_>>(),
        "example": known.example,
        "example_values": shown.examples,
        "localized": known.localized,
        "unique": known.unique,
    })
}

fn param(param: &ParamDescriptor) -> Value {
    let (min, max) = param.kind.bounds();
    json!({
        "name": param.name,
        "label": words(param.label),
        "help": words(param.help),
        "kind": param.kind.word(),
        "required": param.required,
        "default": param.default,
        "min": min,
        "max": max,
        "choices": param.kind.choices(),
    })
}

fn locale(locale: &Locale) -> Value {
    json!({
        "id": locale.id,
        "label": words(locale.label),
        "country": locale.country(),
        "country_code": locale.country_code(),
        "currency": locale.currency(),
        "calling_code": locale.calling_code(),
        "given_names": locale.given_names(),
        "family_names": locale.family_names(),
        "cities": locale.cities(),
        "banks": locale.national.bank.banks.len(),
        "holidays": locale.national.holidays.len(),
    })
}

fn words(words: Words) -> Value {
    json!({ "en": words.en, "es": words.es })
}
