//! The statements, as they are shown before they run.

use dmb_spec::{Design, FieldType, OnDelete};
use serde_json::json;

use crate::support::{Place, design, everywhere, field, optional, refers, shop, table};

/// A table with a field of every type.
pub fn everything() -> Design {
    let mut fields: Vec<_> = FieldType::ALL
        .into_iter()
        .enumerate()
        .filter(|(_, t)| !matches!(t, FieldType::AutoIncrement | FieldType::ForeignKey))
        .map(|(n, t)| optional(field(1, n as u128, &format!("a_{t}"), t)))
        .collect();
    fields.insert(0, field(1, 100, "id", FieldType::AutoIncrement));
    for f in &mut fields {
        match f.field_type {
            FieldType::String => {
                f.constraints.max_length = Some(40);
                f.constraints.min_length = Some(2);
                f.default = Some(json!("it's"));
            }
            FieldType::Integer => {
                (f.constraints.min, f.constraints.max) = (Some(json!(-5)), Some(json!(10)));
                f.default = Some(json!(3));
            }
            FieldType::Datetime => {
                f.constraints.min = Some(json!("-2y"));
                f.constraints.max = Some(json!("2030-12-31"));
                f.default = Some(json!("now"));
            }
            FieldType::Enum => f.constraints.choices = Some(vec!["new".into(), "it's paid".into()]),
            FieldType::Boolean => f.default = Some(json!(true)),
            FieldType::Json => f.default = Some(json!({"a": [1]})),
            _ => {}
        }
    }
    let mut wide = optional(field(1, 101, "wide", FieldType::Decimal));
    (wide.constraints.precision, wide.constraints.scale) = (Some(30), Some(4));
    wide.constraints.min = Some(json!("-99999999999999999999999999"));
    fields.push(wide);
    let parent = refers(field(2, 2, "everything_id", FieldType::ForeignKey), 1, 100, OnDelete::Cascade);
    let mut pairs = table(2, "pairs", vec![field(2, 1, "code", FieldType::String), parent]);
    pairs.primary_key = vec![pairs.fields[0].id, pairs.fields[1].id];
    pairs.unique_keys = vec![vec![pairs.fields[1].id, pairs.fields[0].id]];
    design(vec![table(1, "everything", fields), pairs])
}

/// The name of a snapshot: each database has its own.
fn named(what: &str) -> String {
    if Place::new().is_postgres() { format!("postgres_{what}") } else { what.to_owned() }
}

async fn statements(before: Option<&Design>, after: &Design) -> String {
    let place = Place::new();
    if let Some(before) = before {
        place.migrate(None, before).await;
    }
    let plan = place.tables.plan_migration(place.ns, before, after).await.unwrap();
    let step = |s: &dmb_tables::Step| format!("-- {}\n{}", s.description, s.sql.join(";\n"));
    plan.steps.iter().map(step).collect::<Vec<_>>().join(";\n\n")
}

async fn a_field_of_every_type() {
    insta::assert_snapshot!(named("every_type"), statements(None, &everything()).await);
}

async fn changes_that_need_no_rewriting() {
    let mut after = shop();
    after.tables[0].name = "clients".into();
    after.tables[0].fields[1].name = "mail".into();
    let mut segment = field(1, 9, "segment", FieldType::String);
    segment.default = Some(json!("retail"));
    after.tables[0].fields.push(segment);
    let total = after.tables[1].fields[2].id;
    after.tables[1].indexes.push(vec![total]);
    insta::assert_snapshot!(named("in_place"), statements(Some(&shop()), &after).await);
}

async fn changes_that_rewrite() {
    let mut after = shop();
    after.tables[0].fields.remove(2);
    after.tables[0].fields[1].field_type = FieldType::Text;
    after.tables[1].fields[2].constraints.scale = Some(4);
    after.tables[1].fields.swap(1, 2);
    insta::assert_snapshot!(named("rewrite"), statements(Some(&shop()), &after).await);
}

async fn the_catalogue_names_a_type_for_every_field_type() {
    let place = Place::new();
    for field_type in FieldType::ALL {
        assert!(!place.tables.database_type(field_type).is_empty(), "{field_type}");
    }
    let name = if place.is_postgres() { "PostgreSQL" } else { "SQLite" };
    assert_eq!(place.tables.database(), name);
}

everywhere! {
    a_field_of_every_type,
    changes_that_need_no_rewriting,
    changes_that_rewrite,
    the_catalogue_names_a_type_for_every_field_type,
}
