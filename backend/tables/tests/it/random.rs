//! Random edits, one after another: after each the database is what the design says, rows that should survive do, and
//! rolling back brings everything back.

use std::collections::HashMap;

use dmb_spec::{Design, FieldId, FieldType};
use dmb_tables::TableInfo;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{Place, design, everywhere, field, on_postgres, on_sqlite, optional, table};

/// An edit of the first table, by numbers that are taken modulo what there is.
#[derive(Clone, Debug)]
enum Edit {
    Rename(usize, usize),
    Add { at: usize, kind: usize, default: bool },
    Drop(usize),
    Move(usize, usize),
    Retype(usize, usize),
    Unique(usize),
    Index(usize, usize),
    Required(usize),
    RenameTable(usize),
    Key(usize),
}

const KINDS: [FieldType; 6] = [
    FieldType::Text,
    FieldType::Integer,
    FieldType::BigInteger,
    FieldType::Float,
    FieldType::Decimal,
    FieldType::String,
];

fn edit() -> impl Strategy<Value = Edit> {
    let n = || 0..12_usize;
    prop_oneof![
        (n(), n()).prop_map(|(a, b)| Edit::Rename(a, b)),
        (n(), n(), any::<bool>()).prop_map(|(at, kind, default)| Edit::Add { at, kind, default }),
        n().prop_map(Edit::Drop),
        (n(), n()).prop_map(|(a, b)| Edit::Move(a, b)),
        (n(), n()).prop_map(|(a, b)| Edit::Retype(a, b)),
        n().prop_map(Edit::Unique),
        (n(), n()).prop_map(|(a, b)| Edit::Index(a, b)),
        n().prop_map(Edit::Required),
        n().prop_map(Edit::RenameTable),
        n().prop_map(Edit::Key),
    ]
}

/// Carries an edit out on a design; `next` numbers new fields.
fn carry_out(design: &mut Design, edit: &Edit, next: &mut u128) {
    let table = &mut design.tables[0];
    let len = table.fields.len();
    let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];
    match edit {
        Edit::Rename(which, to) => {
            // Whoever has the name takes ours, so that swaps happen.
            let (which, to) = (which % len, names[to % names.len()].to_owned());
            let ours = std::mem::replace(&mut table.fields[which].name, to.clone());
            for (at, other) in table.fields.iter_mut().enumerate() {
                if at != which && other.name == to {
                    other.name.clone_from(&ours);
                }
            }
        }
        Edit::Add { at, kind, default } => {
            let free = names.iter().find(|n| table.field(n).is_none());
            if let Some(name) = free {
                *next += 1;
                let mut new = optional(field(1, *next, name, KINDS[kind % KINDS.len()]));
                if *default {
                    let text = matches!(new.field_type, FieldType::Text | FieldType::String);
                    new.default = Some(if text { json!("x'x") } else { json!(7) });
                }
                table.fields.insert(at % (len + 1), new);
            }
        }
        Edit::Drop(which) if len > 1 => {
            let gone = table.fields.remove(which % len).id;
            let without = |sets: &mut Vec<Vec<FieldId>>| sets.retain(|set| !set.contains(&gone));
            without(&mut table.indexes);
            without(&mut table.unique_keys);
            table.primary_key.retain(|id| *id != gone);
        }
        Edit::Drop(_) => {}
        Edit::Move(from, to) => {
            let moved = table.fields.remove(from % len);
            table.fields.insert(to % len, moved);
        }
        Edit::Retype(which, kind) => {
            let field = &mut table.fields[which % len];
            field.field_type = KINDS[kind % KINDS.len()];
            field.default = None;
        }
        Edit::Unique(which) => table.fields[which % len].unique ^= true,
        Edit::Index(a, b) => {
            let set = vec![table.fields[a % len].id, table.fields[b % len].id];
            if set[0] != set[1] && !table.indexes.contains(&set) {
                table.indexes.push(set);
            }
        }
        Edit::Required(which) => table.fields[which % len].nullable ^= true,
        Edit::RenameTable(to) => table.name = format!("t_{}", names[to % 3]),
        Edit::Key(which) => {
            let id = table.fields[which % len].id;
            table.primary_key = if table.primary_key == [id] { Vec::new() } else { vec![id] };
        }
    }
}

fn first() -> Design {
    let fields = ["a", "b", "c"].iter().zip([FieldType::Integer, FieldType::Text, FieldType::Decimal]);
    let fields = fields.enumerate().map(|(n, (name, kind))| optional(field(1, n as u128, name, kind)));
    design(vec![table(1, "t_a", fields.collect())])
}

fn rows() -> Vec<Vec<Value>> {
    vec![
        vec![json!(1), json!("11"), json!("1.50")],
        vec![json!(2), json!("12"), Value::Null],
        vec![json!(3), Value::Null, json!("3.00")],
        vec![json!(4), json!("it's"), json!("-0.01")],
    ]
}

/// What the database has of the only table, in the words of the design.
fn expected(design: &Design, info: &TableInfo) {
    let table = &design.tables[0];
    assert_eq!(info.name, table.name);
    let names: Vec<_> = info.columns.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names, table.fields.iter().map(|f| f.name.as_str()).collect::<Vec<_>>());
    for (column, field) in info.columns.iter().zip(&table.fields) {
        let in_key = table.primary_key.contains(&field.id);
        assert_eq!(column.required, !field.nullable || in_key, "{}", field.name);
        assert_eq!(column.key_position > 0, in_key, "{}", field.name);
        assert_eq!(column.default.is_some(), field.default.is_some(), "{}", field.name);
    }
    let names = |ids: &[FieldId]| ids.iter().map(|id| table.field_by_id(*id).unwrap().name.clone()).collect::<Vec<_>>();
    let mut unique: Vec<_> =
        table.fields.iter().filter(|f| f.unique && table.primary_key != [f.id]).map(|f| vec![f.name.clone()]).collect();
    unique.sort();
    assert_eq!(info.unique, unique);
    let mut indexes: Vec<_> = table.indexes.iter().map(|set| names(set)).collect();
    indexes.sort();
    assert_eq!(info.indexes, indexes);
}

async fn state(place: &Place, design: &Design) -> (TableInfo, Vec<Vec<Value>>) {
    let mut found = place.tables.describe(place.ns).await.unwrap();
    assert_eq!(found.len(), 1);
    let mut info = found.remove(0);
    info.sql.clear();
    (info, place.all(design, &design.tables[0].name).await)
}

async fn go(edits: Vec<Edit>) {
    let (place, mut current, mut next) = (Place::new(), first(), 10);
    place.migrate(None, &current).await;
    place.append(&current, &[rows()]).await;
    let mut history = vec![(current.clone(), state(&place, &current).await)];
    let mut key_changed = false;
    for edit in &edits {
        let mut wanted = current.clone();
        carry_out(&mut wanted, edit, &mut next);
        let plan = place.tables.plan_migration(place.ns, Some(&current), &wanted).await.unwrap();
        if plan.is_blocked() {
            assert!(place.tables.apply(place.ns, &plan).await.is_err());
            assert_eq!(
                state(&place, &current).await,
                history.last().unwrap().1,
                "{edit:?} was refused, all is as before"
            );
            continue;
        }
        place.tables.apply(place.ns, &plan).await.unwrap_or_else(|e| panic!("{edit:?}: {e}\n{:#?}", plan.steps));
        let now = state(&place, &wanted).await;
        expected(&wanted, &now.0);
        survives(&current, &history.last().unwrap().1.1, &wanted, &now.1);
        key_changed |= wanted.tables[0].primary_key != current.tables[0].primary_key;
        current = wanted;
        history.push((current.clone(), now));
    }
    // Kept values are found by row; a change of key gives rows new numbers, and the plan says so.
    if key_changed {
        return;
    }
    while let [.., (before, was), _] = history.as_slice() {
        let plan = place.tables.plan_migration(place.ns, Some(&current), before).await.unwrap();
        assert_eq!(plan.violations, []);
        place.tables.apply(place.ns, &plan).await.unwrap();
        assert_eq!(state(&place, before).await, *was);
        current = before.clone();
        history.pop();
    }
}

/// Columns that are in both designs hold the same values row by row where the type is the same, and a value where
/// there was one where it is not. Only a default may fill what was empty.
fn survives(before: &Design, was: &[Vec<Value>], after: &Design, now: &[Vec<Value>]) {
    assert_eq!(was.len(), now.len());
    let before: HashMap<FieldId, (usize, FieldType)> =
        before.tables[0].fields.iter().enumerate().map(|(n, f)| (f.id, (n, f.field_type))).collect();
    for (to, field) in after.tables[0].fields.iter().enumerate() {
        let Some((from, field_type)) = before.get(&field.id) else { continue };
        for (old, new) in was.iter().map(|row| &row[*from]).zip(now.iter().map(|row| &row[to])) {
            let filled = old.is_null() && !field.nullable && field.default.is_some();
            let same = if *field_type == field.field_type { old == new } else { old.is_null() == new.is_null() };
            assert!(same || filled, "{}: {old} became {new}", field.name);
        }
    }
}

/// From a number to a text, a number with a point and a text again: each step back needs the copy of its own type.
async fn a_column_retyped_again_and_again_comes_back_step_by_step() {
    let (string, float, text) = (5, 3, 0);
    go(vec![Edit::Retype(0, string), Edit::Retype(0, float), Edit::Retype(0, text)]).await;
    go(vec![Edit::Retype(0, string), Edit::Retype(0, float), Edit::Drop(0), Edit::Retype(0, text)]).await;
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edits_keep_rows_and_roll_back(edits in prop::collection::vec(edit(), 1..10)) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
        runtime.block_on(on_sqlite(go(edits)));
    }
}

proptest! {
    // Each edit is some dozens of round trips and files here, where it is a page or two of one file on SQLite.
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn edits_keep_rows_and_roll_back_on_postgres(edits in prop::collection::vec(edit(), 1..10)) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        runtime.block_on(on_postgres(go(edits)));
    }
}

everywhere! {
    a_column_retyped_again_and_again_comes_back_step_by_step,
}
