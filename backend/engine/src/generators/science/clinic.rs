//! Diagnoses (code and title of a row agree) and allergies.

use crate::generator::{Family, Words};
use crate::generators::support::describe::words;
use crate::generators::support::entry::Entry;
use crate::generators::support::facts::Facts;

use super::diagnoses::{DIAGNOSES, Diagnosis};

static CASES: Facts<Diagnosis> = Facts::new("diagnosis", DIAGNOSES, |diagnosis| f64::from(diagnosis.weight));

/// Codes of diagnoses.
pub(super) static CODE: Entry = Entry::text(
    "science.icd10_code",
    Family::Science,
    words("Diagnosis code (ICD-10)", "Código de diagnóstico (CIE-10)"),
    words(
        "Codes of common diagnoses, as frequent as in general practice.",
        "Códigos de diagnósticos comunes, según su frecuencia en medicina general.",
    ),
    |reader, cx| CASES.codes(reader, cx, |diagnosis| diagnosis.code),
)
.with(|| CASES.params(), "{}")
.unique();

/// Titles of diagnoses.
pub(super) static DIAGNOSIS: Entry = Entry::text(
    "science.diagnosis",
    Family::Science,
    words("Diagnosis", "Diagnóstico"),
    words(
        "Titles of the row's ICD-10 code, in Spanish or else in English.",
        "Títulos del código CIE-10 de la fila, en español o, si no, en inglés.",
    ),
    |reader, cx| CASES.names(reader, cx, |diagnosis, language| language.of_two(diagnosis.title)),
)
.with(|| CASES.params(), "{}")
.localized()
.unique();

/// Allergies with their rough share among those recorded in hospitals (Zhou and others, "Drug allergies documented in
/// electronic health records", Allergy 2016, and Food Allergy Research & Education for foods).
static ALLERGIES: Facts<(Words, f64)> = Facts::new(
    "allergy",
    &[
        (words("Penicillin", "Penicilina"), 15.0),
        (words("Sulfonamides", "Sulfamidas"), 9.0),
        (words("Ibuprofen", "Ibuprofeno"), 5.0),
        (words("Acetylsalicylic acid", "Ácido acetilsalicílico"), 5.0),
        (words("Codeine", "Codeína"), 5.0),
        (words("Amoxicillin", "Amoxicilina"), 6.0),
        (words("Cephalosporins", "Cefalosporinas"), 3.0),
        (words("Iodinated contrast media", "Contrastes yodados"), 3.0),
        (words("Metamizole", "Metamizol"), 2.0),
        (words("Latex", "Látex"), 4.0),
        (words("Peanut", "Cacahuete"), 5.0),
        (words("Tree nuts", "Frutos secos"), 4.0),
        (words("Cow's milk", "Leche de vaca"), 5.0),
        (words("Egg", "Huevo"), 4.0),
        (words("Shellfish", "Marisco"), 6.0),
        (words("Fish", "Pescado"), 3.0),
        (words("Wheat", "Trigo"), 2.0),
        (words("Soy", "Soja"), 2.0),
        (words("Sesame", "Sésamo"), 1.0),
        (words("Strawberry", "Fresa"), 1.0),
        (words("Kiwi", "Kiwi"), 1.0),
        (words("Pollen", "Polen"), 12.0),
        (words("House dust mites", "Ácaros del polvo"), 10.0),
        (words("Cat dander", "Epitelio de gato"), 6.0),
        (words("Dog dander", "Epitelio de perro"), 3.0),
        (words("Mould", "Moho"), 3.0),
        (words("Bee venom", "Veneno de abeja"), 2.0),
        (words("Wasp venom", "Veneno de avispa"), 2.0),
        (words("Nickel", "Níquel"), 4.0),
        (words("Adhesive plaster", "Esparadrapo"), 2.0),
    ],
    |(_, share)| *share,
);

/// Allergies.
pub(super) static ALLERGY: Entry = Entry::text(
    "science.allergy",
    Family::Science,
    words("Allergy", "Alergia"),
    words(
        "What people are allergic to: drugs, foods, airborne things.",
        "A qué son alérgicas las personas: fármacos, alimentos, aeroalérgenos.",
    ),
    |reader, cx| ALLERGIES.names(reader, cx, |(name, _), language| language.of_two(*name)),
)
.with(|| ALLERGIES.params(), "{}")
.localized()
.unique();

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use regex::Regex;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn codes_have_their_form_and_the_title_of_the_row() {
        let form = Regex::new(r"^[A-Z]\d\d(\.\d)?$").unwrap();
        assert!(DIAGNOSES.iter().all(|d| form.is_match(d.code)));
        let texts = |name| Trial::new(name, json!({}), FieldType::String).locale("es_ES").texts(400);
        for (code, title) in texts("science.icd10_code").iter().zip(texts("science.diagnosis")) {
            assert!(DIAGNOSES.iter().any(|d| d.code == code && d.title.es == title), "{code} {title}");
        }
        for name in ["science.icd10_code", "science.diagnosis"] {
            let trial = Trial::new(name, json!({}), FieldType::String).unique(10);
            assert_eq!(trial.compile().unwrap().capacity(), Some(DIAGNOSES.len() as u128), "{name}");
        }
    }
}
