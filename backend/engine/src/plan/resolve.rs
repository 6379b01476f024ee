//! Which generator each field has: the declared one, else the one the catalogue chooses; and whether it can be that.

use dmb_spec::{Design, Field, FieldType, GeneratorRef, Table, Violation};

use super::tables::field_path;
use crate::catalog;
use crate::generator::{Generator, ParamProblem};

/// The generator of one field.
pub(crate) struct Resolved {
    pub reference: GeneratorRef,
    pub generator: &'static dyn Generator,
    /// Whether it can fill a unique field.
    pub can_be_unique: bool,
}

/// The generators of a table in field order; `None` where one is wrong, which `out` then says.
pub(crate) fn resolve(design: &Design, table: &Table, out: &mut Vec<Violation>) -> Vec<Option<Resolved>> {
    table.fields.iter().map(|field| resolve_one(design, table, field, out)).collect()
}

fn resolve_one(design: &Design, table: &Table, field: &Field, out: &mut Vec<Violation>) -> Option<Resolved> {
    let path = field_path(table, field);
    let reference = field.generator.clone().unwrap_or_else(|| catalog::default_for(field, table, design));
    let (Some(generator), Some(descriptor)) = (catalog::find(&reference.name), catalog::descriptor(&reference.name))
    else {
        out.push(unknown(&path, &reference.name));
        return None;
    };
    if !descriptor.produces.contains(&field.field_type) {
        out.push(wrong_type(&path, field, &reference.name, descriptor.produces));
        return None;
    }
    let problems = catalog::check_params(descriptor, &reference.params, table);
    if !problems.is_empty() {
        out.extend(problems.into_iter().map(|problem| of_param(&path, problem)));
        return None;
    }
    Some(Resolved { reference, generator, can_be_unique: descriptor.unique })
}

/// A problem with a parameter as a violation at the field.
pub(crate) fn of_param(path: &str, problem: ParamProblem) -> Violation {
    let path =
        if problem.param.is_empty() { format!("{path}.generator") } else { format!("{path}.params.{}", problem.param) };
    let mut violation = Violation::error(path, problem.code, problem.message);
    violation.suggestion = problem.suggestion;
    violation
}

fn unknown(path: &str, name: &str) -> Violation {
    let near = catalog::nearest(name);
    let hint = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
    let mut violation =
        Violation::error(format!("{path}.generator"), "unknown_generator", format!("unknown generator {name:?}{hint}"));
    violation.suggestion = near.map(str::to_owned);
    violation
}

fn wrong_type(path: &str, field: &Field, name: &str, produces: &[FieldType]) -> Violation {
    let types: Vec<&str> = produces.iter().map(|produced| produced.as_str()).collect();
    let message = format!("{name} makes {}, not {}", types.join(", "), field.field_type);
    let violation = Violation::error(format!("{path}.generator"), "generator_type", message);
    match catalog::suggest(&field.name, Some(field.field_type), &field.description).into_iter().next() {
        Some(better) => violation.suggest(better.generator.name),
        None => violation,
    }
}
