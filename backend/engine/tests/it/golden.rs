//! The first rows of every generator, kept: a change of what a seed gives is seen here, never found by users.

use std::collections::HashSet;
use std::fmt::Write;

use dmb_engine::generator::{Descriptor, Family, ParamKind};
use dmb_engine::plan::{PlanRequest, compile};
use dmb_engine::{catalog, json, locales};
use dmb_spec::{
    Design, Field, FieldId, FieldType, GeneratorRef, LocaleMix, Params, Reference, RowCount, Table, TableId,
};

use crate::support::as_of;

const ROWS: u64 = 8;

/// A table with a column for the generator, as its example has it, and what examples refer to.
pub fn design(descriptor: &Descriptor, field_type: FieldType, locale: &str) -> Design {
    let mut design = Design::new("golden");
    design.seed = 1;
    design.locale = LocaleMix::only(locale);
    let parent_id = TableId::from_name("customers", |_| false);
    let table_id = TableId::from_name("golden", |_| false);
    let field = |table, name: &str, field_type, generator: Option<GeneratorRef>| {
        let mut field = Field::new(FieldId::from_name(table, name, |_| false), name, field_type);
        field.generator = generator;
        field
    };
    let mut parent = Table::new(parent_id, "customers");
    parent.rows = RowCount::Total(5);
    parent.fields = vec![
        field(parent_id, "id", FieldType::AutoIncrement, None),
        field(parent_id, "city", FieldType::String, Some(GeneratorRef::named("address.city"))),
        field(parent_id, "created_at", FieldType::Datetime, None),
    ];
    let reference = Reference { table: parent_id, field: parent.fields[0].id, on_delete: Default::default() };
    let mut key = field(table_id, "customer_id", FieldType::ForeignKey, None);
    key.reference = Some(reference);
    let params = descriptor.example.as_object().cloned().unwrap_or_else(Params::new);
    let mut value = field(table_id, "value", field_type, Some(GeneratorRef { name: descriptor.name.into(), params }));
    value.reference = (field_type == FieldType::ForeignKey).then_some(reference);
    value.nullable = descriptor.name == "copy";
    let by = key.id;
    let mut table = Table::new(table_id, "golden");
    // Of one child a parent there are as many rows as parents.
    table.rows = RowCount::PerParent { field: by, count: dmb_spec::ChildCount::Uniform { min: 2, max: 3 } };
    table.fields = vec![value, key];
    for (name, field_type) in [
        ("quantity", FieldType::Integer),
        ("unit_price", FieldType::Decimal),
        ("created_at", FieldType::Datetime),
        ("first_name", FieldType::String),
    ] {
        table.fields.push(field(table_id, name, field_type, None));
    }
    if field_type == FieldType::Enum {
        table.fields[0].constraints.choices = Some(choices(descriptor));
    }
    design.tables = vec![parent, table];
    design
}

/// Choices that the generator's example makes.
fn choices(descriptor: &Descriptor) -> Vec<String> {
    match descriptor.name {
        "person.sex" => vec!["female".into(), "male".into()],
        _ => vec!["retail".into(), "pro".into(), "vip".into()],
    }
}

/// The type that a generator's example is written for: the first it can fill.
fn field_type(descriptor: &Descriptor) -> FieldType {
    descriptor.produces[0]
}

fn first_rows(descriptor: &Descriptor, locale: &str) -> String {
    let field_type = field_type(descriptor);
    let design = design(descriptor, field_type, locale);
    let plan = compile(PlanRequest::whole(&design, as_of()))
        .unwrap_or_else(|found| panic!("the example of {} has no plan: {found:#?}", descriptor.name));
    let table = plan.tables().iter().find(|table| table.table().name == "golden").unwrap();
    let batch = table.rows_at(&(0..ROWS).collect::<Vec<_>>()).unwrap();
    let mut out = format!("{locale}, {field_type}\n");
    for row in 0..ROWS as usize {
        writeln!(out, "{}", json::value(batch.column(0), row, field_type)).unwrap();
    }
    out
}

#[test]
fn every_generator_gives_the_rows_it_always_gave() {
    for generator in catalog::all() {
        let descriptor = generator.descriptor();
        let locales: Vec<&str> =
            if descriptor.localized { locales::all().iter().map(|l| l.id).collect() } else { vec!["en_US"] };
        let text = locales.iter().map(|locale| first_rows(&descriptor, locale)).collect::<Vec<_>>().join("\n");
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(descriptor.name, text);
        });
    }
}

#[test]
fn every_generator_that_promises_it_keeps_a_unique_field_so() {
    let (mut kept, mut broken) = (0, Vec::new());
    for generator in catalog::all() {
        let descriptor = generator.descriptor();
        let mut design = design(&descriptor, field_type(&descriptor), "en_US");
        // Structural ones have promises of their own, tested beside the plan.
        if !descriptor.unique || descriptor.family == Family::Structure {
            continue;
        }
        design.tables[0].rows = RowCount::Total(200);
        let field = &mut design.tables[1].fields[0];
        field.unique = true;
        // What examples leave open: a key of bytes needs a length, and of RFCs only those of companies are drawn.
        field.constraints.max_length = (field.field_type == FieldType::Binary).then_some(16);
        if let ("identity.mx_rfc", Some(generator)) = (descriptor.name, &mut field.generator) {
            generator.params.insert("of".into(), "company".into());
        }
        let plan = match compile(PlanRequest::whole(&design, as_of())) {
            Ok(plan) => plan,
            // With the parameters of its example a generator may have too few values; it has to say how many.
            Err(found) => {
                let others = found.into_iter().filter(|v| v.code != "unique_capacity");
                broken.extend(others.map(|v| format!("{}: {} {}", descriptor.name, v.code, v.message)));
                continue;
            }
        };
        kept += 1;
        let table = plan.tables().iter().find(|table| table.table().name == "golden").unwrap();
        let batch = table.rows_at(&(0..table.rows()).collect::<Vec<_>>()).unwrap();
        let value = |row| json::value(batch.column(0), row, field_type(&descriptor)).to_string();
        let values: HashSet<String> = (0..batch.num_rows()).map(value).collect();
        assert!(values.len() >= 400 && values.len() == batch.num_rows(), "{}", descriptor.name);
    }
    assert!(broken.is_empty(), "{broken:#?}");
    assert!(kept > 50, "only {kept} generators kept a unique field so");
}

#[test]
fn every_descriptor_is_complete() {
    let mut names: Vec<&str> = Vec::new();
    for generator in catalog::all() {
        let descriptor = generator.descriptor();
        let name = descriptor.name;
        assert!(!names.contains(&name), "{name} is listed twice");
        names.push(name);
        assert!(!descriptor.produces.is_empty(), "{name}");
        for words in [descriptor.label, descriptor.description] {
            assert!(!words.en.is_empty() && !words.es.is_empty(), "{name}");
        }
        assert!(descriptor.description.en.ends_with('.') && descriptor.description.es.ends_with('.'), "{name}");
        assert!(descriptor.example.is_object(), "{name}");
        for param in &descriptor.params {
            assert!(
                !param.label.es.is_empty() && !param.help.en.is_empty() && !param.help.es.is_empty(),
                "{name}.{}",
                param.name
            );
            if let (Some(default), false) = (&param.default, matches!(param.kind, ParamKind::Field)) {
                let params = Params::from_iter([(param.name.to_owned(), default.clone())]);
                let table = Table::new(TableId::from_name("t", |_| false), "t");
                let problems = catalog::check_params(&descriptor, &params, &table);
                assert!(problems.iter().all(|p| p.param != param.name), "{name}.{}: {problems:?}", param.name);
            }
        }
    }
    assert!(names.len() >= 160, "{} generators", names.len());
}

#[test]
fn every_field_type_has_a_generator() {
    for field_type in FieldType::ALL {
        assert!(catalog::all().iter().any(|g| g.descriptor().produces.contains(&field_type)), "{field_type}");
    }
}
