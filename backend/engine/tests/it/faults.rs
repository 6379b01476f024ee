//! Faults: as many as asked for, of the kinds asked for, where the manifest says and nowhere else.

use std::collections::{BTreeMap, HashSet};

use dmb_engine::faults::{FaultyCell, broken_rules, descriptors};
use dmb_engine::plan::{Plan, PlanRequest, compile};
use dmb_spec::{Design, FieldType};
use serde_json::Value;

use crate::support::{as_in_files, as_of, column, design, plan, refusals, rows};

/// Every kind on a field it suits; parents and children.
const FAULTY: &str = r#"
  parents:
    rows: 700
    fields:
      id: { type: auto_increment }
      code: { type: string, max_length: 20, unique: true, generator: { code.pattern: { pattern: "C-[0-9]{6}" } } }
      name: { type: string, generator: person.full_name }
    faults: { rate: 0.3, kinds: [{ duplicate: code }, { broken_pattern: { field: code, pattern: "INVALID-[0-9]{4}" } }] }
  children:
    rows: 40000
    fields:
      id: { type: auto_increment }
      parent_id: { type: foreign_key, to: parents.id }
      parent_code: { type: foreign_key, to: parents.code }
      amount: { type: decimal, precision: 12, scale: 2, min: 1, max: 500, generator: { number.uniform: { min: 1, max: 500 } } }
      size: { type: integer, min: 0, max: 9, generator: { number.uniform: { min: 0, max: 9 } } }
      weight: { type: float, generator: { number.uniform: { min: 1, max: 9 } } }
      state: { type: enum, choices: [NEW, PAID] }
      city: { type: string, generator: { choice: { values: [León, San José, Lima] } } }
      first: { type: string, generator: person.first_name }
      last: { type: string, generator: person.last_name }
      day: { type: date, generator: { datetime.date: { from: -2y, to: now } } }
      at: { type: datetime, max: 2026-01-01, generator: { datetime.between: { from: -2y, to: now } } }
    faults:
      rate: 0.2
      kinds:
        - { orphan: parent_id }
        - { orphan: parent_code }
        - { negative: amount }
        - { unit: { field: amount, factor: 100 } }
        - { outlier: { field: weight, min_factor: 5, max_factor: 10 } }
        - { out_of_range: { field: size, min: 1000, max: 5000 } }
        - { out_of_range: amount }
        - { out_of_range: at }
        - { "null": state }
        - { unknown_code: { field: state, value: GONE } }
        - { wrong_type: first }
        - { swap: { field: first, other: last } }
        - { typo: last }
        - { whitespace: city }
        - { case: city }
        - { encoding: city }
        - { future: day }
        - { future: { field: at, min: 2d, max: 30d, weight: 3 } }
"#;

/// The plan with every cell as it is without faults.
fn sound(design: &Design) -> Plan {
    compile(PlanRequest { faults: false, ..PlanRequest::whole(design, as_of()) }).unwrap()
}

/// Which cells of a table are wrong, all its chunks together.
fn manifest(plan: &Plan, table: &str) -> Vec<FaultyCell> {
    let planned = plan.tables().iter().find(|t| t.table().name == table).unwrap();
    (0..planned.chunk_count()).flat_map(|chunk| planned.chunk_with_faults(chunk).unwrap().1).collect()
}

/// What a kind did: the value before and after, of one of its fields.
fn done(plan: &Plan, kind: &str, field: &str) -> Vec<(Option<String>, Option<String>)> {
    let table = plan.tables().iter().find(|t| t.table().name == "children").unwrap().table().clone();
    let at = table.fields.iter().position(|f| f.name == field).unwrap();
    let cells = manifest(plan, "children").into_iter().filter(|cell| cell.kind == kind && cell.field == at);
    let done: Vec<_> = cells.map(|cell| (cell.original, cell.value)).collect();
    assert!(done.len() > 100, "{kind} on {field}: {}", done.len());
    done
}

fn number(text: &Option<String>) -> f64 {
    text.as_deref().unwrap().parse().unwrap()
}

#[test]
fn what_differs_from_rows_without_faults_is_what_the_manifest_says() {
    let design = design(FAULTY);
    let (faulty, sound) = (plan(&design), sound(&design));
    for table in ["parents", "children"] {
        let listed: HashSet<(u64, usize)> = manifest(&faulty, table).iter().map(|c| (c.row, c.field)).collect();
        let mut found = HashSet::new();
        for (row, (now, before)) in rows(&faulty, table).iter().zip(rows(&sound, table)).enumerate() {
            let differing = now.iter().zip(&before).enumerate().filter(|(_, (now, before))| now != before);
            found.extend(differing.map(|(at, _)| (row as u64 + 1, at)));
        }
        assert!(found.len() > 100 && found == listed, "{table}: {} found, {} listed", found.len(), listed.len());
    }
    assert!(manifest(&sound, "children").is_empty());
}

#[test]
fn the_manifest_tells_values_and_keys_as_they_are() {
    let design = design(FAULTY);
    let (faulty, sound) = (plan(&design), sound(&design));
    let (now, before) = (rows(&faulty, "children"), rows(&sound, "children"));
    let shown = |value: &Value| match value {
        Value::Null => None,
        Value::String(text) => Some(as_in_files(text)),
        other => Some(other.to_string()),
    };
    for cell in manifest(&faulty, "children") {
        let at = cell.row as usize - 1;
        assert_eq!(cell.original, shown(&before[at][cell.field]));
        assert_eq!(cell.value, shown(&now[at][cell.field]));
        assert_eq!(cell.key, shown(&before[at][0]));
    }
}

#[test]
fn the_rate_and_the_weights_are_kept_and_a_row_has_one_fault() {
    let rate: f64 = 0.2;
    let cells = manifest(&plan(&design(FAULTY)), "children");
    let mut kinds: BTreeMap<u64, HashSet<&str>> = BTreeMap::new();
    for cell in &cells {
        kinds.entry(cell.row).or_default().insert(cell.kind);
    }
    assert!(kinds.values().all(|kinds| kinds.len() == 1));
    // Some faults can't show: whitespace always does, a swap of equal names does not.
    let (rows, sigma) = (40_000.0_f64, (40_000.0 * rate * (1.0 - rate)).sqrt());
    let near = |count: f64, expect: f64, sigma: f64| (count - expect).abs() < 4.0 * sigma;
    assert!(near(kinds.len() as f64, rows * rate, sigma), "{} faulty rows", kinds.len());
    let rows_of = |kind: &str, field: usize| cells.iter().filter(|c| c.kind == kind && c.field == field).count() as f64;
    for (kind, field, weight) in [("future", 11, 3.0), ("negative", 3, 1.0), ("null", 6, 1.0)] {
        let share = rate * weight / 20.0;
        let sigma = (rows * share * (1.0 - share)).sqrt();
        assert!(near(rows_of(kind, field), rows * share, sigma), "{kind}: {}", rows_of(kind, field));
    }
}

#[test]
fn any_row_alone_and_any_chunk_alone_have_the_faults_of_the_whole() {
    let plan = plan(&design(FAULTY));
    let planned = plan.tables().iter().find(|t| t.table().name == "children").unwrap();
    let whole = planned.chunk(1).unwrap();
    let numbers: Vec<u64> = (16_384..16_984).collect();
    assert_eq!(planned.rows_at(&numbers).unwrap(), whole.slice(0, 600));
    for row in [0, 17, 599] {
        assert_eq!(planned.rows_at(&[16_384 + row]).unwrap(), whole.slice(row as usize, 1));
    }
}

#[test]
fn children_keep_to_their_parents_keys_as_they_were() {
    let design = design(FAULTY);
    let (faulty, sound) = (plan(&design), sound(&design));
    assert_ne!(column(&faulty, "parents", "code"), column(&sound, "parents", "code"));
    let mut only_parents = design.clone();
    only_parents.tables[1].faults = None;
    assert_eq!(column(&plan(&only_parents), "children", "parent_code"), column(&sound, "children", "parent_code"));
}

#[test]
fn faults_of_one_kind_stay_when_the_table_is_renamed_or_gets_a_column() {
    let design = design(FAULTY);
    let mut changed = design.clone();
    changed.tables[1].name = "lines".into();
    let children = manifest(&plan(&design), "children");
    assert_eq!(children, manifest(&plan(&changed), "lines"));
}

#[test]
fn orphans_lead_to_no_parent() {
    let design = design(FAULTY);
    let plan = plan(&design);
    let ids: HashSet<String> = column(&sound(&design), "parents", "id").iter().map(Value::to_string).collect();
    assert!(done(&plan, "orphan", "parent_id").iter().all(|(_, now)| !ids.contains(now.as_deref().unwrap())));
    let text = done(&plan, "orphan", "parent_code");
    assert!(text.iter().all(|(_, now)| now.as_deref().unwrap().starts_with("ORPHAN-")));
}

#[test]
fn duplicates_are_values_of_other_rows() {
    let design = design(FAULTY);
    let codes: Vec<Value> = column(&sound(&design), "parents", "code");
    let repeated: Vec<_> = manifest(&plan(&design), "parents").into_iter().filter(|c| c.kind == "duplicate").collect();
    assert!(repeated.len() > 50);
    for cell in repeated {
        let twin = codes.iter().position(|code| code.as_str() == cell.value.as_deref()).unwrap() as u64 + 1;
        assert!(twin < cell.row || cell.row == 1, "{cell:?}");
    }
}

#[test]
fn numbers_go_wrong_as_told() {
    let plan = plan(&design(FAULTY));
    for (before, now) in done(&plan, "negative", "amount") {
        assert_eq!(number(&now), -number(&before));
    }
    for (before, now) in done(&plan, "unit", "amount") {
        assert!((number(&now) - 100.0 * number(&before)).abs() < 0.001);
    }
    for (before, now) in done(&plan, "outlier", "weight") {
        assert!((5.0..=10.0).contains(&(number(&now) / number(&before))));
    }
    assert!(done(&plan, "out_of_range", "size").iter().all(|(_, now)| (1000.0..=5000.0).contains(&number(now))));
    let amounts = done(&plan, "out_of_range", "amount");
    assert!(amounts.iter().all(|(_, now)| !(1.0..=500.0).contains(&number(now))));
    assert!(amounts.iter().any(|(_, now)| number(now) > 500.0) && amounts.iter().any(|(_, now)| number(now) < 1.0));
}

#[test]
fn dates_go_wrong_as_told() {
    let plan = plan(&design(FAULTY));
    let within = |now: &Option<String>, from: &str, to: &str| {
        let now = now.as_deref().unwrap();
        assert!(from <= now && now <= to, "{from} {now} {to}");
    };
    done(&plan, "future", "day").iter().for_each(|(_, now)| within(now, "2026-01-02", "2027-01-01"));
    done(&plan, "future", "at").iter().for_each(|(_, now)| within(now, "2026-01-03", "2026-01-31"));
    done(&plan, "out_of_range", "at").iter().for_each(|(_, now)| within(now, "2026-01-02", "2027-01-01T00:00:01"));
}

#[test]
fn texts_go_wrong_as_told() {
    let plan = plan(&design(FAULTY));
    let all = |kind: &str, field: &str, good: fn(&str, &str) -> bool| {
        for (before, now) in done(&plan, kind, field) {
            let (before, now) = (before.unwrap(), now.unwrap());
            assert!(good(&before, &now), "{kind}: {before:?} {now:?}");
        }
    };
    all("whitespace", "city", |before, now| {
        let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        bare(before) == bare(now)
    });
    all("case", "city", |before, now| before.to_lowercase() == now.to_lowercase());
    all("encoding", "city", |_, now| now.contains('Ã') || now.contains('\u{fffd}'));
    all("typo", "last", |before, now| before.chars().count().abs_diff(now.chars().count()) <= 1);
    all("unknown_code", "state", |_, now| now == "GONE");
    assert!(done(&plan, "null", "state").iter().all(|(_, now)| now.is_none()));
    assert!(done(&plan, "wrong_type", "first").iter().any(|(_, now)| now.as_deref() == Some("N/A")));
    let (first, last) = (done(&plan, "swap", "first"), done(&plan, "swap", "last"));
    assert!(first.iter().zip(&last).all(|(a, b)| a.0 == b.1 && a.1 == b.0));
}

/// A table of a field of every kind of type, with these faults.
fn refused(kinds: &str) -> Vec<(String, String)> {
    let tables = format!(
        r#"
  t:
    rows: 10
    primary_key: [code]
    fields:
      code: {{ type: string, max_length: 8, pattern: "[A-Z]{{4}}", generator: {{ code.pattern: {{ }} }} }}
      n: {{ type: integer, min: 1, max: 9 }}
      free: {{ type: integer }}
      other: {{ type: big_integer }}
      state: {{ type: enum, choices: [A, UNKNOWN] }}
      day: date
    faults: {{ rate: 0.5, kinds: [{kinds}] }}
"#
    );
    refusals(&tables)
}

#[test]
fn every_fault_that_can_not_be_is_refused_with_its_path() {
    let check = |kind: &str, code: &str, path: &str| {
        let expect = (code.to_owned(), format!("tables.t.faults.kinds[0]{path}"));
        assert_eq!(refused(kind), [expect], "{kind}");
    };
    check("{ nul: n }", "unknown_fault", "");
    check("{ negative: m }", "unknown_field", ".field");
    check("{ negative: {} }", "missing_param", ".field");
    check("{ negative: { field: n, wieght: 2 } }", "unknown_param", ".wieght");
    check("{ negative: state }", "fault_type", ".field");
    check("{ wrong_type: n }", "fault_type", ".field");
    check("{ orphan: n }", "fault_type", ".field");
    check("{ \"null\": code }", "fault_on_key", ".field");
    check("{ swap: { field: n, other: n } }", "same_field", ".other");
    check("{ swap: { field: n, other: other } }", "types_differ", ".other");
    check("{ out_of_range: free }", "no_bounds", ".min");
    check("{ out_of_range: day }", "no_bounds", ".field");
    check("{ out_of_range: { field: n, min: 5, max: 20 } }", "not_out_of_range", ".min");
    check("{ out_of_range: { field: n, min: 5000000000, max: 6000000000 } }", "beyond_type", ".min");
    check("{ out_of_range: { field: n, min: 20 } }", "missing_param", ".min");
    check("{ unit: { field: n, factor: 1 } }", "no_change", ".factor");
    check("{ outlier: { field: n, min_factor: 9, max_factor: 2 } }", "crossed", ".min_factor");
    check("{ future: { field: day, min: 9d, max: 2d } }", "crossed", ".min");
    check("{ unknown_code: state }", "not_wrong", ".value");
    check("{ unknown_code: { field: state, pattern: \"[AB]\" } }", "not_wrong", ".pattern");
    check("{ broken_pattern: { field: code, pattern: \"[A-Z]{4}\" } }", "not_wrong", ".pattern");
    check("{ broken_pattern: { field: code, pattern: \"INVALID-[0-9]{4}\" } }", "beyond_field", ".pattern");
    check("{ broken_pattern: { field: code, pattern: \"[\" } }", "bad_pattern", ".pattern");
    check("{ broken_pattern: { field: code, pattern: x, value: y } }", "value_and_pattern", ".pattern");
    assert_eq!(refused("{ negative: m }, { nul: n }").len(), 2, "all at once");
    assert_eq!(refused("{ broken_pattern: code }, { \"null\": n }, { future: day }"), []);
}

#[test]
fn a_table_is_told_which_faults_it_would_refuse() {
    let design = design(FAULTY);
    let told = |table: usize| -> Vec<String> {
        broken_rules(&design, &design.tables[table]).into_iter().map(|violation| violation.path).collect()
    };
    let expect = |table: &str, faults: &[usize]| -> Vec<String> {
        faults.iter().map(|n| format!("tables.{table}.faults.kinds[{n}]")).collect()
    };
    assert_eq!(told(0), expect("parents", &[0, 1]));
    // Names, cities and dates without bounds may be anything a table of theirs holds.
    assert_eq!(told(1), expect("children", &[0, 1, 2, 3, 5, 6, 7, 8, 9, 17]));
    let mut idle = design.clone();
    idle.tables[1].faults.as_mut().unwrap().rate = 0.0;
    assert_eq!(broken_rules(&idle, &idle.tables[1]), []);
}

#[test]
fn every_kind_is_tried_here() {
    let tried = |name: &str| FAULTY.contains(&format!("{{ {name}:")) || FAULTY.contains(&format!("{{ \"{name}\":"));
    assert!(descriptors().iter().all(|descriptor| tried(descriptor.name)));
    assert!(descriptors().iter().any(|descriptor| descriptor.strikes.contains(&FieldType::ForeignKey)));
}
