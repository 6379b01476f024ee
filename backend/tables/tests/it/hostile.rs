//! Texts that mean something to a database mean nothing here.

use dmb_spec::{Design, FieldType};
use dmb_tables::TablesError;
use serde_json::json;

use crate::support::{Place, design, field, optional, table};

const TEXTS: [&str; 14] = [
    "'",
    "''",
    "\"",
    "`",
    "]",
    ";",
    "--",
    "/* */",
    "a\0b",
    "line\nbreak",
    "\u{202e}rtl",
    "🦀",
    "'); DROP TABLE t0; --",
    "",
];

fn with_name(name: &str, of_field: bool) -> Design {
    let (table_name, field_name) = if of_field { ("plain", name) } else { (name, "plain") };
    design(vec![table(1, table_name, vec![field(1, 1, field_name, FieldType::Integer)])])
}

#[tokio::test]
async fn names_that_are_not_plain_are_refused() {
    let place = Place::new();
    let long = "a".repeat(56);
    let more = ["Customers", "sqlite_x", "pg_class", "_dmb_state", "rowid", "é", "1a", "a b", "a-b", &long];
    for name in TEXTS.iter().chain(&more).filter(|n| **n != "rowid") {
        for of_field in [false, true] {
            let plan = place.tables.plan_migration(place.ns, None, &with_name(name, of_field)).await;
            assert!(matches!(&plan, Err(TablesError::Invalid(v)) if v[0].code == "name_invalid"), "{name:?}: {plan:?}");
        }
    }
    assert_eq!(place.tables.describe(place.ns).await.unwrap(), []);
}

#[tokio::test]
async fn twins_are_refused() {
    let twins = design(vec![
        table(1, "t", vec![field(1, 1, "a", FieldType::Integer), field(1, 2, "a", FieldType::Integer)]),
        table(2, "t", vec![field(2, 1, "a", FieldType::Integer)]),
    ]);
    let place = Place::new();
    let Err(TablesError::Invalid(found)) = place.tables.plan_migration(place.ns, None, &twins).await else {
        panic!("twins pass");
    };
    assert_eq!(found.iter().filter(|v| v.code == "name_taken").count(), 2);
}

#[tokio::test]
async fn reserved_words_are_names_like_any_other() {
    let words = [
        "select", "table", "order", "group", "index", "values", "null", "default", "check", "primary", "stage", "main",
    ];
    let fields = words.iter().enumerate().map(|(n, w)| optional(field(1, n as u128, w, FieldType::Integer)));
    let mut reserved = table(1, "where", fields.collect());
    reserved.indexes = vec![reserved.fields.iter().map(|f| f.id).collect()];
    let before = design(vec![reserved]);
    let place = Place::new();
    place.migrate(None, &before).await;
    place.append(&before, &[vec![(0..words.len()).map(|n| json!(n)).collect()]]).await;
    assert_eq!(place.all(&before, "where").await[0][3], json!(3));
    let mut after = before.clone();
    after.tables[0].fields[0].name = "from".into();
    after.tables[0].fields[1].field_type = FieldType::Text;
    place.migrate(Some(&before), &after).await;
    assert_eq!(place.tables.describe(place.ns).await.unwrap()[0].columns[0].name, "from");
}

#[tokio::test]
async fn choices_defaults_and_descriptions_are_only_text() {
    let place = Place::new();
    let choices: Vec<String> = TEXTS.iter().map(ToString::to_string).collect();
    let fields = TEXTS.iter().enumerate().flat_map(|(n, text)| {
        let mut one = field(1, 10 + n as u128, &format!("e{n}"), FieldType::Enum);
        one.constraints.choices = Some(choices.clone());
        one.default = Some(json!(text));
        one.description = (*text).into();
        one.display_name = Some((*text).into());
        let mut two = field(1, 100 + n as u128, &format!("s{n}"), FieldType::Text);
        two.default = Some(json!(text));
        [one, two]
    });
    let mut hostile = table(1, "t0", fields.collect());
    hostile.description = "'; DROP TABLE t0; --".into();
    let before = design(vec![hostile]);
    place.migrate(None, &before).await;
    let objects = || -> Vec<String> {
        let raw = place.raw();
        let mut all = raw
            .prepare("SELECT name FROM sqlite_master WHERE name NOT GLOB '_dmb_*' AND name NOT GLOB 'sqlite_*'")
            .unwrap();
        all.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    assert_eq!(objects(), ["t0"]);
    // The defaults are what was meant, read by another connection.
    let raw = place.raw();
    raw.execute("INSERT INTO t0 DEFAULT VALUES", []).unwrap();
    for (n, text) in TEXTS.iter().enumerate() {
        for column in [format!("e{n}"), format!("s{n}")] {
            let read: String = raw.query_row(&format!("SELECT {column} FROM t0"), [], |row| row.get(0)).unwrap();
            assert_eq!(read, *text, "{column}");
        }
    }
    // So are the choices, and nothing else passes.
    assert!(raw.execute("UPDATE t0 SET e0 = 'something else'", []).is_err());
    drop(raw);
    // Adding such columns later, in place or by rewriting, is no different.
    let mut after = before.clone();
    for (n, text) in TEXTS.iter().enumerate() {
        let mut late = field(1, 200 + n as u128, &format!("l{n}"), FieldType::Text);
        late.default = Some(json!(text));
        after.tables[0].fields.push(late);
    }
    place.migrate(Some(&before), &after).await;
    assert_eq!(objects(), ["t0"]);
    let row = &place.all(&after, "t0").await[0];
    for (n, text) in TEXTS.iter().enumerate() {
        assert_eq!(row[2 * TEXTS.len() + n], json!(text));
    }
}

#[tokio::test]
async fn values_come_back_as_they_went_in() {
    let place = Place::new();
    let texts = design(vec![table(1, "t0", vec![field(1, 1, "v", FieldType::Text)])]);
    place.migrate(None, &texts).await;
    let rows: Vec<_> = TEXTS.iter().map(|t| vec![json!(t)]).collect();
    place.append(&texts, std::slice::from_ref(&rows)).await;
    assert_eq!(place.all(&texts, "t0").await, rows);
}
