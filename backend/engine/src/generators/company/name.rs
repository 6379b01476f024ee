//! `company.name`, `company.legal_form`, `company.industry`, `company.department`.

use arrow_array::ArrayRef;
use dmb_spec::Params;

use crate::generator::{CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamProblem};
use crate::generators::support::describe::words;
use crate::generators::support::text::{TextColumn, limit};
use crate::stream::Stream;

use super::bundle::{Firms, descriptor, firms};

/// Names of companies.
pub(crate) struct Name;
/// Legal forms.
pub(crate) struct LegalForm;
/// Industries.
pub(crate) struct Industry;
/// Departments of a company.
pub(crate) struct Department;

impl Generator for Name {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "company.name",
            Family::Company,
            words("Company name", "Nombre de empresa"),
            words("Names of companies with their legal form.", "Nombres de empresas con su forma jurídica."),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        Ok(Told::boxed(firms(params, cx)?, cx, |told, row, out| told.firms.at(row).write_name(out)))
    }
}

impl Generator for LegalForm {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "company.legal_form",
            Family::Company,
            words("Legal form", "Forma jurídica"),
            words(
                "The legal form at the end of the row's company name.",
                "La forma jurídica con que acaba el nombre de la empresa de la fila.",
            ),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        Ok(Told::boxed(firms(params, cx)?, cx, |told, row, out| out.push(told.firms.at(row).legal_form())))
    }
}

impl Generator for Industry {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "company.industry",
            Family::Company,
            words("Industry", "Sector"),
            words("Branches of trade.", "Sectores de actividad."),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        Ok(Told::boxed(firms(params, cx)?, cx, |told, row, out| out.push(told.firms.at(row).industry().name)))
    }
}

impl Generator for Department {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "company.department",
            Family::Company,
            words("Department", "Departamento"),
            words("Departments of a company.", "Departamentos de una empresa."),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        Ok(Told::boxed(firms(params, cx)?, cx, |told, row, out| {
            let departments = told.firms.at(row).locale().companies.departments;
            out.push(departments[told.stream.cell(row).below(departments.len() as u64) as usize]);
        }))
    }
}

type Write = fn(&Told, u64, &mut TextColumn);

struct Told {
    firms: Firms,
    /// Of the column itself, for what companies have several of.
    stream: Stream,
    write: Write,
    limit: Option<u32>,
}

impl Told {
    fn boxed(firms: Firms, cx: &CompileContext<'_>, write: Write) -> Box<dyn Filler> {
        Box::new(Self { firms, stream: cx.stream, write, limit: limit(cx.field) })
    }
}

impl Filler for Told {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 24, self.limit);
        for &row in cx.rows {
            (self.write)(self, row, &mut out);
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
    fn names_end_with_a_legal_form_of_the_country() {
        for locale in locales::all() {
            let names = Trial::new("company.name", json!({}), FieldType::String).locale(locale.id).texts(100);
            let ends =
                |name: &String| locale.companies.forms.iter().any(|(form, _)| name.ends_with(&format!(" {form}")));
            assert!(names.iter().all(ends), "{names:?}");
        }
    }

    #[test]
    fn particles_of_family_names_take_a_capital_where_the_language_wants_it() {
        let names = Trial::new("company.name", json!({}), FieldType::String).locale("nl_NL").texts(300);
        assert!(names.iter().any(|name| name.starts_with("Van ")) && names.iter().any(|name| name.contains("& De ")));
        assert!(names.iter().all(|name| name.starts_with(|c: char| !c.is_lowercase())), "{names:?}");
    }

    #[test]
    fn the_legal_form_is_that_of_the_name() {
        let texts = |name| Trial::new(name, json!({}), FieldType::String).locale("es_ES").texts(300);
        let forms = texts("company.legal_form");
        assert!(texts("company.name").iter().zip(&forms).all(|(name, form)| name.ends_with(&format!(" {form}"))));
    }

    #[test]
    fn departments_are_those_of_the_language() {
        let made = Trial::new("company.department", json!({}), FieldType::String).locale("es_MX").texts(50);
        let known = locales::find("es_MX").unwrap().companies.departments;
        assert!(made.iter().all(|d| known.contains(&d.as_str())));
    }
}
