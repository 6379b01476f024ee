//! `person.job_title` and `person.title`, in the form for the person's sex.

use arrow_array::ArrayRef;
use dmb_spec::Params;

use crate::generator::{CompileContext, Descriptor, EngineError, FillContext, Filler, Generator, ParamProblem};
use crate::generators::support::describe::words;
use crate::generators::support::text::{TextColumn, limit};

use super::bundle::{People, Slot, descriptor, people};

/// Occupations.
pub(crate) struct JobTitle;
/// Forms of address.
pub(crate) struct Title;

impl Generator for JobTitle {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "person.job_title",
            words("Job title", "Puesto"),
            words("Occupations, in the form for the person's sex.", "Ocupaciones, en la forma del sexo de la persona."),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        Ok(Box::new(BySex { people: people(params, cx)?, pick: job, limit: limit(cx.field) }))
    }
}

impl Generator for Title {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "person.title",
            words("Form of address", "Tratamiento"),
            words("Mr., Ms., Dr. and the like.", "Sr., Sra., Dra. y similares."),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        Ok(Box::new(BySex { people: people(params, cx)?, pick: title, limit: limit(cx.field) }))
    }
}

fn job(people: &People, row: u64) -> &'static str {
    let jobs = people.tables(row).locale.jobs;
    let (man, woman) = jobs[below(people.bits(Slot::Job, row), jobs.len())];
    if people.female(row) { woman } else { man }
}

fn title(people: &People, row: u64) -> &'static str {
    let names = &people.tables(row).locale.names;
    let titles = if people.female(row) { names.female_titles } else { names.male_titles };
    let bits = people.bits(Slot::Title, row);
    // The plain form, which comes first, is the most common by far.
    if bits < u64::MAX / 10 * 8 { titles[0] } else { titles[below(bits << 8, titles.len())] }
}

fn below(bits: u64, n: usize) -> usize {
    ((u128::from(bits) * n as u128) >> 64) as usize
}

struct BySex {
    people: People,
    pick: fn(&People, u64) -> &'static str,
    limit: Option<u32>,
}

impl Filler for BySex {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 20, self.limit);
        for &row in cx.rows {
            out.push((self.pick)(&self.people, row));
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

    use crate::locales;
    use crate::testing::Trial;

    #[test]
    fn occupations_have_the_form_of_the_persons_sex() {
        let jobs = Trial::new("person.job_title", json!({}), FieldType::String).locale("es_ES").texts(300);
        let sexes = Trial::new("person.sex", json!({}), FieldType::String).locale("es_ES").texts(300);
        let known = locales::find("es_ES").unwrap().jobs;
        for (job, sex) in jobs.iter().zip(sexes) {
            assert!(known.iter().any(|(man, woman)| job == if sex == "female" { woman } else { man }), "{job} {sex}");
        }
    }

    #[test]
    fn ladies_are_not_addressed_as_sir() {
        let titles = Trial::new("person.title", json!({}), FieldType::String).locale("pt_BR").texts(200);
        let sexes = Trial::new("person.sex", json!({}), FieldType::String).locale("pt_BR").texts(200);
        assert!(titles.iter().zip(sexes).all(|(t, s)| t.ends_with("a.") == (s == "female")));
    }
}
