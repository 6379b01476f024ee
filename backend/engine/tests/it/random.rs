//! Random designs: every constraint holds in what comes out, or the plan refuses.

use std::collections::{HashMap, HashSet};

use dmb_engine::plan::{PlanRequest, compile};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{as_of, design, rows};

/// A table of the random design: its rows, its fields, and which of the tables before it a foreign key leads to.
#[derive(Clone, Debug)]
struct Shape {
    rows: u64,
    per_parent: bool,
    parent: usize,
    nullable: bool,
    unique_key: bool,
    range: (i32, i32),
    unique_number: bool,
    null_rate: f64,
    pair: bool,
}

fn shape() -> impl Strategy<Value = Shape> {
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let numbers = (0_u64..400, 0_usize..4, -500_i32..500, 0_i32..900, 0_u8..4);
    (flags, numbers).prop_map(
        |((per_parent, nullable, unique_key, unique_number, pair), (rows, parent, low, width, nulls))| Shape {
            rows,
            per_parent: per_parent && !nullable,
            parent,
            nullable,
            unique_key,
            range: (low, low + width),
            unique_number,
            null_rate: f64::from(nulls) / 10.0,
            pair,
        },
    )
}

fn text(shapes: &[Shape]) -> String {
    let mut text = String::new();
    for (at, shape) in shapes.iter().enumerate() {
        let foreign = at > 0;
        let parent = if foreign { shape.parent % at } else { 0 };
        let rows = match shape.per_parent && foreign {
            true => "{ per: PARENT, distribution: { uniform: { min: 0, max: 3 } } }"
                .replace("PARENT", &format!("t{parent}")),
            false => shape.rows.to_string(),
        };
        text += &format!("  t{at}:\n    rows: {rows}\n");
        if shape.pair && foreign {
            text += "    unique: [[parent, kind]]\n";
        }
        text += "    fields:\n      id: { type: auto_increment }\n      code: { type: uuid, unique: true }\n";
        text += &format!(
            "      n: {{ type: integer, min: {}, max: {}, unique: {}, nullable: {}, null_rate: {} }}\n",
            shape.range.0,
            shape.range.1,
            shape.unique_number,
            shape.null_rate > 0.0,
            shape.null_rate
        );
        text += "      kind: { type: enum, choices: [a, b, c, d] }\n";
        if foreign {
            let key = if shape.unique_key { "code" } else { "id" };
            let rate = if shape.nullable { 0.25 } else { 0.0 };
            text += &format!(
                "      parent: {{ type: foreign_key, to: t{parent}.{key}, nullable: {}, null_rate: {rate} }}\n",
                shape.nullable
            );
            text += "      copied: { type: integer, nullable: true, generator: { copy: { from: parent.n } } }\n";
        }
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn constraints_hold_or_the_plan_refuses(shapes in prop::collection::vec(shape(), 1..5)) {
        let design = design(&text(&shapes));
        let Ok(plan) = compile(PlanRequest::whole(&design, as_of())) else { return Ok(()) };
        let tables: HashMap<&str, Vec<Vec<Value>>> =
            design.tables.iter().map(|table| (table.name.as_str(), rows(&plan, &table.name))).collect();
        for (at, (table, shape)) in design.tables.iter().zip(&shapes).enumerate() {
            let made = &tables[table.name.as_str()];
            if !(shape.per_parent && at > 0) {
                prop_assert_eq!(made.len() as u64, shape.rows);
            }
            let mut seen: Vec<HashSet<String>> = vec![HashSet::new(); 4];
            let parents = table.fields.iter().find_map(|f| f.reference).map(|reference| {
                let parent = design.table_by_id(reference.table).unwrap();
                let key = parent.fields.iter().position(|f| f.id == reference.field).unwrap();
                let by_key: HashMap<String, &Vec<Value>> =
                    tables[parent.name.as_str()].iter().map(|row| (row[key].to_string(), row)).collect();
                by_key
            });
            for row in made {
                prop_assert!(seen[0].insert(row[0].to_string()));
                prop_assert!(seen[1].insert(row[1].to_string()));
                if let Some(n) = row[2].as_i64() {
                    prop_assert!((i64::from(shape.range.0)..=i64::from(shape.range.1)).contains(&n));
                    prop_assert!(!shape.unique_number || seen[2].insert(n.to_string()));
                } else {
                    prop_assert!(shape.null_rate > 0.0);
                }
                prop_assert!(["a", "b", "c", "d"].contains(&row[3].as_str().unwrap()));
                let Some(parents) = &parents else { continue };
                if row[4].is_null() {
                    prop_assert!(shape.nullable && row[5].is_null());
                } else {
                    let parent = parents.get(&row[4].to_string());
                    prop_assert!(parent.is_some_and(|parent| parent[2] == row[5]));
                    let pair = [&row[4], &row[3]].map(Value::to_string).join(" ");
                    prop_assert!(!shape.pair || seen[3].insert(pair));
                }
            }
        }
    }
}
