//! `person.sex`: in the words or letters wanted, in agreement with the first name.

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{optional, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};

use super::bundle::{People, descriptor};

/// The catalogue's entry.
pub(crate) struct Sex;

impl Generator for Sex {
    fn descriptor(&self) -> Descriptor {
        let text = |name, label, help| optional(name, ParamKind::Text, label, help);
        let mut made = descriptor(
            "person.sex",
            words("Sex", "Sexo"),
            words(
                "Female or male, in agreement with the first name.",
                "Mujer u hombre, en concordancia con el nombre.",
            ),
        );
        made.produces = &[FieldType::String, FieldType::Text, FieldType::Enum];
        made.params.push(text(
            "female",
            words("For women", "Para mujeres"),
            words("Text for a woman.", "Texto para una mujer."),
        ));
        made.params.push(text(
            "male",
            words("For men", "Para hombres"),
            words("Text for a man.", "Texto para un hombre."),
        ));
        made.example = json!({ "female": "F", "male": "M" });
        made
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let people = People::compile(&mut reader, cx);
        let choices = cx.field.constraints.choices.as_deref().unwrap_or_default();
        let female = word(&mut reader, "female", choices);
        let male = word(&mut reader, "male", choices);
        reader.finish(Box::new(Words { people, female, male, limit: limit(cx.field) }))
    }
}

/// The text for a sex: as told, else the enum's choice that means it, else the English word.
fn word(reader: &mut Reader<'_>, name: &'static str, choices: &[String]) -> String {
    let given = reader.text(name, "");
    if !given.is_empty() {
        if !choices.is_empty() && !choices.iter().any(|c| c == given) {
            reader.problem(name, "unknown_choice", format!("\"{given}\" is not among the choices of the field"));
        }
        return given.to_owned();
    }
    let known: &[&str] = match name {
        "female" => &["female", "f", "woman", "mujer", "femenino", "feminino", "mulher"],
        _ => &["male", "m", "man", "hombre", "h", "masculino", "homem", "varón"],
    };
    if choices.is_empty() {
        return name.to_owned();
    }
    let found = choices.iter().find(|c| known.contains(&c.to_lowercase().as_str()));
    found.cloned().unwrap_or_else(|| {
        let message = format!("say which of the choices stands for {name}: {}", choices.join(", "));
        reader.problem(name, "missing", message);
        String::new()
    })
}

struct Words {
    people: People,
    female: String,
    male: String,
    limit: Option<u32>,
}

impl Filler for Words {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 8, self.limit);
        for &row in cx.rows {
            out.push(if self.people.female(row) { &self.female } else { &self.male });
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locales;
    use crate::testing::Trial;

    #[test]
    fn the_sex_agrees_with_the_first_name() {
        let sexes = Trial::new("person.sex", json!({ "female": "F", "male": "M" }), FieldType::String).texts(300);
        let names = Trial::new("person.first_name", json!({}), FieldType::String).texts(300);
        let known = &locales::find("en_US").unwrap().names;
        for (sex, name) in sexes.iter().zip(names) {
            let table = if sex == "F" { known.female } else { known.male };
            assert!(table.iter().any(|(n, _)| *n == name), "{name} is not {sex}");
        }
        let women = sexes.iter().filter(|s| *s == "F").count();
        assert!((110..190).contains(&women), "{women}");
    }

    #[test]
    fn an_enum_gets_its_own_words_or_a_question() {
        let choices = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        let trial = |words: &[&str]| {
            let choices = choices(words);
            Trial::new("person.sex", json!({}), FieldType::Enum).field(|f| f.constraints.choices = Some(choices))
        };
        assert!(trial(&["Hombre", "Mujer"]).texts(50).iter().all(|s| s == "Hombre" || s == "Mujer"));
        assert_eq!(trial(&["0", "1"]).compile().err().unwrap().len(), 2);
    }
}
