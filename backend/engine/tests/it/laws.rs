//! The engine's laws: a cell depends on seed, table, field and row alone.

use arrow_array::RecordBatch;
use dmb_engine::plan::{CHUNK_ROWS, PlanRequest, compile};
use dmb_spec::{Design, Field, FieldId, FieldType, GeneratorRef, RowCount, Table, TableId};
use serde_json::Value;

use crate::support::{SHOP, as_of, column, design, plan, plan_of, request, rows};

/// All columns of all tables by names.
fn cells(design: &Design) -> Vec<(String, Vec<Value>)> {
    let plan = plan(design);
    let names = design.tables.iter().flat_map(|t| t.fields.iter().map(move |f| (t.name.clone(), f.name.clone())));
    names.map(|(table, field)| (format!("{table}.{field}"), column(&plan, &table, &field))).collect()
}

fn assert_same(before: &[(String, Vec<Value>)], after: &[(String, Vec<Value>)]) {
    for (name, values) in before {
        let (_, now) = after.iter().find(|(other, _)| other == name).unwrap();
        assert!(values == now, "{name} changed");
    }
}

#[test]
fn adding_and_removing_and_moving_columns_changes_no_other() {
    let original = design(SHOP);
    let before = cells(&original);
    let mut changed = original.clone();
    for table in &mut changed.tables {
        let mut extra = Field::new(FieldId::from_name(table.id, "extra", |_| false), "extra", FieldType::String);
        extra.generator = Some(GeneratorRef::named("person.first_name"));
        table.fields.push(extra);
        table.fields.reverse();
    }
    assert_same(&before, &cells(&changed));
    let mut fewer = original.clone();
    fewer.tables[2].fields.retain(|f| f.name != "total" && f.name != "city");
    assert_same(&cells(&fewer), &before);
}

#[test]
fn adding_and_moving_tables_changes_no_other() {
    let original = design(SHOP);
    let mut changed = original.clone();
    let mut extra = Table::new(TableId::from_name("extra", |_| false), "extra");
    extra.rows = RowCount::Total(3);
    extra.fields.push(Field::new(FieldId::from_name(extra.id, "id", |_| false), "id", FieldType::AutoIncrement));
    changed.tables.insert(0, extra);
    changed.tables.reverse();
    assert_same(&cells(&original), &cells(&changed));
}

#[test]
fn renaming_keeps_values() {
    let original = design(SHOP);
    let mut renamed = original.clone();
    renamed.tables[0].name = "clients".into();
    for field in &mut renamed.tables[0].fields {
        field.display_name = Some("other".into());
    }
    renamed.tables[0].fields[1].name = "label".into();
    let (before, after) = (plan(&original), plan(&renamed));
    assert_eq!(column(&before, "customers", "name"), column(&after, "clients", "label"));
    assert_eq!(rows(&before, "lines"), rows(&after, "lines"));
}

#[test]
fn any_row_alone_is_the_row_in_the_whole() {
    let plan = plan(&design(SHOP));
    for table in plan.tables() {
        let whole: Vec<RecordBatch> = (0..table.chunk_count()).map(|chunk| table.chunk(chunk).unwrap()).collect();
        for row in [table.rows() - 1, 3, 0, table.rows() / 2] {
            let alone = table.rows_at(&[row]).unwrap();
            let at = &whole[(row / CHUNK_ROWS) as usize].slice((row % CHUNK_ROWS) as usize, 1);
            assert_eq!(&alone, at, "{} row {row}", table.table().name);
        }
        let mixed = [table.rows() - 1, 0, 0, 5, 2];
        let batch = table.rows_at(&mixed).unwrap();
        for (at, row) in mixed.into_iter().enumerate() {
            assert_eq!(batch.slice(at, 1), table.rows_at(&[row]).unwrap());
        }
    }
}

#[test]
fn rows_outside_the_run_are_an_error() {
    let plan = plan(&design(SHOP));
    assert!(plan.tables()[0].rows_at(&[500]).is_err());
    assert_eq!(plan.tables()[0].chunk(99).unwrap().num_rows(), 0);
}

const PEOPLE: &str = r#"
  people:
    rows: 40
    fields:
      id: { type: auto_increment }
      email: { type: email, unique: true }
      pin: { type: string, unique: true, generator: { code.pattern: { pattern: "[0-9]{2}" } } }
      city: { type: string, generator: { choice: { values: [a, b, c] } } }
"#;

#[test]
fn a_later_run_goes_on_where_the_first_ended() {
    let design = design(PEOPLE);
    let whole = rows(&plan_of(&design, vec![request(&design, "people").rows(40)]), "people");
    let first = rows(&plan_of(&design, vec![request(&design, "people").rows(15)]), "people");
    let mut more = request(&design, "people").rows(25);
    more.first_row = 15;
    let second = rows(&plan_of(&design, vec![more]), "people");
    assert_eq!(whole, [first, second].concat());
}

#[test]
fn another_seed_changes_values_but_keeps_appended_keys_apart() {
    let design = design(PEOPLE);
    let made = |seed, first_row, count| {
        let mut table = request(&design, "people").rows(count);
        table.first_row = first_row;
        let request = PlanRequest { seed, key_seed: 1, tables: vec![table], ..PlanRequest::whole(&design, as_of()) };
        compile(request).unwrap()
    };
    let (one, two) = (made(1, 0, 50), made(2, 50, 50));
    assert_ne!(column(&one, "people", "city"), column(&two, "people", "city"));
    for field in ["id", "email", "pin"] {
        let all = [column(&one, "people", field), column(&two, "people", field)].concat();
        assert!(crate::support::distinct(&all), "{field}");
    }
}

#[test]
fn the_fingerprint_tells_requests_apart() {
    let design = design(PEOPLE);
    let of = |rows, seed| {
        let tables = vec![request(&design, "people").rows(rows)];
        compile(PlanRequest { seed, tables, ..PlanRequest::whole(&design, as_of()) }).unwrap().fingerprint()
    };
    assert_eq!(of(10, 1), of(10, 1));
    assert_eq!(of(10, 1).len(), 64);
    assert_ne!(of(10, 1), of(11, 1));
    assert_ne!(of(10, 1), of(10, 2));
}
