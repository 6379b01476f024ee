//! What there is to choose from: generators, field types, formats, locales, templates. Data, the same for everybody.

mod field_types;
mod templates;

use dmb_spec::{FieldType, GeneratorRef};

pub use dmb_engine::catalog::{GeneratorInfo, Suggestion};
pub use dmb_engine::faults::FaultDescriptor;
pub use dmb_engine::generator::{Family, ParamDescriptor, ParamKind, Words};
pub use dmb_engine::locales::Locale;
pub use dmb_sinks::registry::FormatDescriptor;
pub use field_types::{FieldTypeInfo, field_types};
pub use templates::{TemplateInfo, TemplateTable, templates};

/// The generators that can fill `field_type` and that the words of `search` find, the best first. The first call draws
/// the examples.
pub fn generators(search: Option<&str>, field_type: Option<FieldType>) -> Vec<&'static GeneratorInfo> {
    let fits = |info: &&GeneratorInfo| field_type.is_none_or(|wanted| info.descriptor.produces.contains(&wanted));
    dmb_engine::catalog::search(search.unwrap_or_default()).into_iter().filter(fits).collect()
}

/// The generators that suit a field, the best first, from its name, type and description.
pub fn suggest(name: &str, field_type: Option<FieldType>, description: &str) -> Vec<Suggestion> {
    dmb_engine::catalog::suggest(name, field_type, description)
}

/// The generator that a field without one gets.
pub fn effective_generator(
    field: &dmb_spec::Field,
    table: &dmb_spec::Table,
    design: &dmb_spec::Design,
) -> GeneratorRef {
    field.generator.clone().unwrap_or_else(|| dmb_engine::catalog::default_for(field, table, design))
}

/// The kinds of faults.
pub fn fault_kinds() -> &'static [FaultDescriptor] {
    dmb_engine::faults::descriptors()
}

/// The formats of files.
pub fn formats() -> &'static [FormatDescriptor] {
    dmb_sinks::registry::formats()
}

/// The format with this id.
pub fn format(id: &str) -> Option<&'static FormatDescriptor> {
    dmb_sinks::registry::find(id)
}

/// The locales.
pub fn locales() -> &'static [&'static Locale] {
    dmb_engine::locales::all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generators_are_found_by_word_and_by_type() {
        let all = generators(None, None);
        assert!(all.len() >= 40, "{}", all.len());
        let names: Vec<&str> = generators(Some("Full NAME"), None).iter().map(|g| g.descriptor.name).collect();
        assert!(names.contains(&"person.full_name"), "{names:?}");
        assert!(names.len() < all.len());
        let booleans = generators(None, Some(FieldType::Boolean));
        assert!(!booleans.is_empty());
        assert!(booleans.iter().all(|g| g.descriptor.produces.contains(&FieldType::Boolean)));
    }

    #[test]
    fn generators_show_what_they_make() {
        let person = generators(Some("person.full_name"), None);
        assert_eq!(person[0].example_values.len(), 3);
        assert!(person[0].example_values.iter().all(|v| v.contains(' ')), "{:?}", person[0].example_values);
    }

    #[test]
    fn every_field_type_is_described_once() {
        let types: Vec<FieldType> = field_types().iter().map(|t| t.field_type).collect();
        assert_eq!(types, FieldType::ALL);
    }

    #[test]
    fn every_template_has_tables_with_sample_rows() {
        let found = templates();
        let ids: Vec<&str> = found.iter().map(|t| t.id).collect();
        assert_eq!(ids, ["blank", "people", "shop", "payments", "events"]);
        for template in found {
            for table in &template.tables {
                assert_eq!(table.sample.len(), templates::SAMPLE_ROWS, "{}.{}", template.id, table.name);
                assert!(table.sample.iter().all(|row| row.len() == table.fields.len()));
            }
        }
    }
}
