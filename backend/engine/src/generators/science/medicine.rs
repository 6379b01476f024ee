//! Drugs: name, code, strength, dosage and route of a row agree.

use crate::generator::{CompileContext, Family, Filler, Words};
use crate::generators::support::describe::words;
use crate::generators::support::entry::Entry;
use crate::generators::support::facts::{Drawer, Facts};
use crate::generators::support::fillers::{one, texts};
use crate::generators::support::language::Language;
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::stream::Stream;

use super::drugs::{DRUGS, Drug, Route};

static PHARMACY: Facts<Drug> = Facts::new("drug", DRUGS, |drug| f64::from(drug.weight));

/// Names of drugs.
pub(super) static DRUG: Entry = Entry::text(
    "science.drug",
    Family::Science,
    words("Drug", "Medicamento"),
    words(
        "Generic names of common drugs, as frequent as they are used.",
        "Nombres genéricos de medicamentos comunes, según su uso.",
    ),
    |reader, cx| PHARMACY.names(reader, cx, |drug, language| language.of_two(drug.name)),
)
.with(|| PHARMACY.params(), "{}")
.localized()
.unique();

/// Codes of drugs.
pub(super) static ATC: Entry = Entry::text(
    "science.atc_code",
    Family::Science,
    words("Drug code (ATC)", "Código de medicamento (ATC)"),
    words(
        "Of the row's drug in the Anatomical Therapeutic Chemical classification.",
        "Del medicamento de la fila en la clasificación anatómica, terapéutica y química.",
    ),
    |reader, cx| PHARMACY.codes(reader, cx, |drug| drug.atc),
)
.with(|| PHARMACY.params(), "{}")
.unique();

/// The strength of a row's drug.
fn strength(drug: &Drug, stream: Stream, row: u64) -> &'static str {
    one(&mut stream.cell(row), drug.strengths)
}

/// Texts of the row's drug, its strength and the row's language.
fn told(
    reader: &mut Reader<'_>,
    cx: &CompileContext<'_>,
    write: fn(&Drug, &'static str, Language, &mut TextColumn),
) -> Box<dyn Filler> {
    let drugs: Drawer<Drug> = PHARMACY.drawer(reader, cx);
    let stream = cx.table_stream.named("strength").named(reader.text("bundle", ""));
    let languages = PerLocale::compile(reader, cx, Language::of);
    texts(cx, 24, move |row, out| {
        let drug = drugs.at(row);
        write(drug, strength(drug, stream, row), *languages.at(row), out);
    })
}

/// Strengths.
pub(super) static STRENGTH: Entry = Entry::text(
    "science.drug_strength",
    Family::Science,
    words("Drug strength", "Concentración del medicamento"),
    words(
        "What a tablet, puff or dose of the row's drug holds.",
        "Lo que contiene un comprimido, inhalación o dosis del medicamento de la fila.",
    ),
    |reader, cx| told(reader, cx, |_, strength, _, out| out.push(strength)),
)
.with(|| PHARMACY.params(), "{}");

/// How often, by times a day; the first is once a week.
const OFTEN: [Words; 5] = [
    words("once a week", "una vez por semana"),
    words("once a day", "una vez al día"),
    words("every 12 hours", "cada 12 horas"),
    words("every 8 hours", "cada 8 horas"),
    words("every 6 hours", "cada 6 horas"),
];

/// Dosages.
pub(super) static DOSAGE: Entry = Entry::text(
    "science.dosage",
    Family::Science,
    words("Dosage", "Posología"),
    words(
        "Strength of the row's drug and how often it is taken.",
        "Concentración del medicamento de la fila y cada cuánto se toma.",
    ),
    |reader, cx| {
        told(reader, cx, |drug, strength, language, out| {
            out.push(strength);
            out.push(" ");
            out.push(language.of_two(OFTEN[usize::from(drug.times).min(OFTEN.len() - 1)]));
        })
    },
)
.with(|| PHARMACY.params(), "{}")
.localized();

/// Routes.
pub(super) static ROUTE: Entry = Entry::text(
    "science.drug_route",
    Family::Science,
    words("Route of administration", "Vía de administración"),
    words("How the row's drug is taken.", "Cómo se toma el medicamento de la fila."),
    |reader, cx| {
        told(reader, cx, |drug, _, language, out| {
            out.push(language.of_two(match drug.route {
                Route::Oral => words("oral", "oral"),
                Route::Inhaled => words("inhaled", "inhalatoria"),
                Route::Subcutaneous => words("subcutaneous", "subcutánea"),
            }));
        })
    },
)
.with(|| PHARMACY.params(), "{}")
.localized();

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use regex::Regex;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn code_strength_dosage_and_route_are_of_the_rows_drug() {
        let form = Regex::new(r"^[A-Z]\d\d[A-Z]{2}\d\d$").unwrap();
        assert!(DRUGS.iter().all(|d| form.is_match(d.atc) && !d.strengths.is_empty()));
        let texts = |name| Trial::new(name, json!({}), FieldType::String).locale("es_MX").texts(500);
        let (names, codes, strengths) =
            (texts("science.drug"), texts("science.atc_code"), texts("science.drug_strength"));
        let (dosages, routes) = (texts("science.dosage"), texts("science.drug_route"));
        for row in 0..names.len() {
            let drug = DRUGS.iter().find(|d| d.name.es == names[row]).unwrap();
            assert_eq!(drug.atc, codes[row]);
            assert!(drug.strengths.contains(&&*strengths[row]) && dosages[row].starts_with(&strengths[row]));
            assert_eq!(routes[row] == "inhalatoria", drug.route == Route::Inhaled);
        }
    }
}
