//! `person.full_name`, `person.first_name`, `person.last_name`.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};

use super::bundle::{People, Person, descriptor, people};

/// Whole names.
pub(crate) struct FullName;
/// Given names.
pub(crate) struct FirstName;
/// Family names.
pub(crate) struct LastName;

const PARTS: &[&str] = &["all", "first", "second"];

impl Generator for FullName {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "person.full_name",
            words("Full name", "Nombre completo"),
            words(
                "Given and family names in the order and number of the locale: two family names in Spanish.",
                "Nombre y apellidos en el orden y número de la localización: dos apellidos en español.",
            ),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        Ok(Names::boxed(people(params, cx)?, cx, full))
    }
}

impl Generator for FirstName {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "person.first_name",
            words("First name", "Nombre"),
            words("Given names, as frequent as among people.", "Nombres de pila, con su frecuencia real."),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        Ok(Names::boxed(people(params, cx)?, cx, |out, person| out.push(person.given())))
    }
}

impl Generator for LastName {
    fn descriptor(&self) -> Descriptor {
        let mut made = descriptor(
            "person.last_name",
            words("Last name", "Apellidos"),
            words(
                "Family names, as frequent as among people; two where that is the custom.",
                "Apellidos, con su frecuencia real; dos donde es la costumbre.",
            ),
        );
        made.params.push(defaulted(
            "part",
            ParamKind::Choice(PARTS),
            words("Which", "Cuál"),
            words(
                "All family names, or the first or second only (the second is empty where people bear one).",
                "Todos los apellidos, o solo el primero o el segundo (este queda vacío donde se lleva uno).",
            ),
            PARTS[0],
        ));
        made.example = json!({ "part": "all" });
        made
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let people = People::compile(&mut reader, cx);
        let write: Write = match reader.choice("part", PARTS) {
            "first" => |out, person| out.push(person.first_family()),
            "second" => |out, person| out.push(person.second_family().unwrap_or_default()),
            _ => family,
        };
        reader.finish(Names::boxed(people, cx, write))
    }
}

fn full(out: &mut TextColumn, person: &Person<'_>) {
    out.push(person.given());
    out.push(" ");
    family(out, person);
}

fn family(out: &mut TextColumn, person: &Person<'_>) {
    out.push(person.first_family());
    if let Some(second) = person.second_family() {
        out.push(" ");
        out.push(second);
    }
}

type Write = fn(&mut TextColumn, &Person<'_>);

struct Names {
    people: People,
    write: Write,
    limit: Option<u32>,
}

impl Names {
    fn boxed(people: People, cx: &CompileContext<'_>, write: Write) -> Box<dyn Filler> {
        Box::new(Self { people, write, limit: limit(cx.field) })
    }
}

impl Filler for Names {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 24, self.limit);
        for &row in cx.rows {
            (self.write)(&mut out, &self.people.at(row));
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;

    use super::*;
    use crate::locales;
    use crate::testing::Trial;

    fn texts(generator: &'static str, params: serde_json::Value, locale: &str) -> Vec<String> {
        Trial::new(generator, params, FieldType::String).locale(locale).texts(200)
    }

    #[test]
    fn the_full_name_is_first_and_last_name_of_the_same_row() {
        for locale in locales::all().iter().map(|l| l.id) {
            let full = texts("person.full_name", json!({}), locale);
            let first = texts("person.first_name", json!({}), locale);
            let last = texts("person.last_name", json!({}), locale);
            for ((full, first), last) in full.iter().zip(first).zip(last) {
                assert_eq!(*full, format!("{first} {last}"));
            }
        }
    }

    #[test]
    fn spanish_speakers_have_two_family_names() {
        let all = texts("person.last_name", json!({}), "es_ES");
        let first = texts("person.last_name", json!({ "part": "first" }), "es_ES");
        let second = texts("person.last_name", json!({ "part": "second" }), "es_ES");
        for ((all, first), second) in all.iter().zip(first).zip(second) {
            assert_eq!(*all, format!("{first} {second}"));
        }
    }

    #[test]
    fn another_bundle_is_another_person() {
        let one = texts("person.full_name", json!({}), "en_US");
        let other = texts("person.full_name", json!({ "bundle": "spouse" }), "en_US");
        assert!(one.iter().zip(other).filter(|(a, b)| *a == b).count() < 5);
    }

    #[test]
    fn names_keep_to_the_fields_length() {
        let trial = Trial::new("person.full_name", json!({}), FieldType::String)
            .locale("es_MX")
            .field(|f| f.constraints.max_length = Some(12));
        assert!(trial.texts(300).iter().all(|n| n.chars().count() <= 12 && !n.ends_with(' ')));
    }

    #[test]
    fn an_unknown_locale_is_told() {
        let trial = Trial::new("person.first_name", json!({ "locale": "xx_XX" }), FieldType::String);
        assert_eq!(trial.compile().err().unwrap()[0].param, "locale");
    }
}
