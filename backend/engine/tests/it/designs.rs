//! The ten designs of `tests/designs`: what they cover, and the laws on each of them. The hashes of what they give are
//! kept by the tests of the commands.

use std::collections::BTreeSet;

use arrow_array::RecordBatch;
use dmb_engine::catalog;
use dmb_engine::generator::Family;
use dmb_engine::plan::{CHUNK_ROWS, Plan};
use dmb_spec::{ChildCount, Design, Field, FieldId, FieldType, GeneratorRef, RowCount, Table, TableId, file};

use crate::support::{as_of, plan};

/// The designs by name.
fn designs() -> Vec<Design> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/designs");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        file::from_str(&std::fs::read_to_string(path).unwrap()).unwrap_or_else(|found| panic!("{path:?}: {found:#?}"))
    };
    paths.iter().map(read).collect()
}

fn fields(designs: &[Design]) -> impl Iterator<Item = &Field> {
    designs.iter().flat_map(|design| &design.tables).flat_map(|table| &table.fields)
}

#[test]
fn the_ten_designs_have_every_family_locale_type_and_relation() {
    let designs = designs();
    assert_eq!(designs.len(), 10);
    let named = fields(&designs).filter_map(|field| field.generator.as_ref());
    let families: BTreeSet<Family> = named.filter_map(|g| Some(catalog::descriptor(&g.name)?.family)).collect();
    assert_eq!(families.len(), Family::ALL.len(), "{families:?}");
    let types: BTreeSet<FieldType> = fields(&designs).map(|field| field.field_type).collect();
    assert_eq!(types.len(), FieldType::ALL.len(), "{types:?}");
    let locales: BTreeSet<&str> = designs.iter().flat_map(|d| &d.locale.0).map(|(name, _)| name.as_str()).collect();
    assert_eq!(locales.len(), dmb_engine::locales::all().len(), "{locales:?}");
    let tables: Vec<&Table> = designs.iter().flat_map(|design| &design.tables).collect();
    let counts: BTreeSet<&str> = tables.iter().map(|table| counted(&table.rows)).collect();
    assert_eq!(counts, BTreeSet::from(["choice", "constant", "poisson", "total", "uniform"]));
    assert!(
        tables.iter().any(|t| t.primary_key.len() == 2)
            && tables.iter().any(|t| t.unique_keys.iter().any(|k| k.len() == 3))
    );
    assert!(tables.iter().any(|t| t.fields.iter().any(|f| f.reference.is_some_and(|r| r.table == t.id))), "a tree");
    assert!(designs.iter().all(|design| design.as_of == Some(as_of())), "no clock is read");
}

fn counted(rows: &RowCount) -> &'static str {
    match rows {
        RowCount::Total(_) => "total",
        RowCount::PerParent { count, .. } => match count {
            ChildCount::Constant { .. } => "constant",
            ChildCount::Uniform { .. } => "uniform",
            ChildCount::Poisson { .. } => "poisson",
            ChildCount::Choice { .. } => "choice",
        },
    }
}

/// The design with fewer rows where they are a plain number, so that a test may make all of them several times.
fn small(mut design: Design) -> Design {
    for table in &mut design.tables {
        if let RowCount::Total(rows) = &mut table.rows {
            *rows = (*rows).min(150);
        }
    }
    design
}

/// Every table's name with its rows.
fn batches(plan: &Plan) -> Vec<(String, RecordBatch)> {
    let all = |table: &dmb_engine::plan::TablePlan| table.rows_at(&(0..table.rows()).collect::<Vec<_>>()).unwrap();
    plan.tables().iter().map(|table| (table.table().name.clone(), all(table))).collect()
}

/// Every column of `some` is in `all` with the same cells.
fn assert_within(some: &[(String, RecordBatch)], all: &[(String, RecordBatch)], what: &str) {
    for (name, batch) in some {
        let (_, whole) = all.iter().find(|(other, _)| other == name).unwrap();
        for (at, field) in batch.schema().fields().iter().enumerate() {
            assert!(
                whole.column_by_name(field.name()) == Some(batch.column(at)),
                "{what}: {name}.{} changed",
                field.name()
            );
        }
    }
}

#[test]
fn more_columns_and_tables_in_another_order_change_no_cell() {
    for design in designs().into_iter().map(small) {
        let before = batches(&plan(&design));
        let mut changed = design.clone();
        for table in &mut changed.tables {
            let mut extra = Field::new(FieldId::from_name(table.id, "extra", |_| false), "extra", FieldType::String);
            extra.generator = Some(GeneratorRef::named("person.full_name"));
            table.fields.insert(0, extra);
            table.fields.reverse();
        }
        let mut extra = Table::new(TableId::from_name("extra", |_| false), "extra");
        extra.fields.push(Field::new(FieldId::from_name(extra.id, "id", |_| false), "id", FieldType::AutoIncrement));
        changed.tables.insert(0, extra);
        changed.tables.reverse();
        assert_within(&before, &batches(&plan(&changed)), &design.name);
    }
}

#[test]
fn fewer_columns_change_no_cell() {
    let mut removed = 0;
    for design in designs().into_iter().map(small) {
        let before = batches(&plan(&design));
        for (table, field) in
            design.tables.iter().enumerate().flat_map(|(at, t)| t.fields.iter().map(move |f| (at, f.id)))
        {
            let mut fewer = design.clone();
            fewer.tables[table].fields.retain(|other| other.id != field);
            // A column that keys, relations or other columns are made from can't go alone.
            let Ok(plan) = dmb_engine::plan::compile(dmb_engine::plan::PlanRequest::whole(&fewer, as_of())) else {
                continue;
            };
            removed += 1;
            assert_within(&batches(&plan), &before, &design.name);
        }
    }
    assert!(removed > 100, "only {removed} columns could go");
}

#[test]
fn a_chunk_alone_is_the_chunk_in_the_whole() {
    for design in designs() {
        let whole = plan(&design);
        for (at, table) in whole.tables().iter().enumerate().filter(|(_, table)| table.chunk_count() > 1) {
            let last = table.chunk_count() - 1;
            let rows: Vec<u64> = (last * CHUNK_ROWS..table.rows()).collect();
            // Another plan knows nothing of what was made by the first.
            let alone = plan(&design).tables()[at].chunk(last).unwrap();
            table.chunk(0).unwrap();
            let name = &table.table().name;
            assert!(
                alone == table.chunk(last).unwrap() && alone == table.rows_at(&rows).unwrap(),
                "{}.{name}",
                design.name
            );
        }
    }
}
