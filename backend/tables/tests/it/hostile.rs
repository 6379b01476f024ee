//! Texts that mean something to a database mean nothing here.

use dmb_engine::output::{Output, OutputError};
use dmb_spec::{Design, FieldType};
use dmb_tables::{LoadMode, TablesError};
use serde_json::json;

use crate::support::{Place, design, everywhere, field, give, optional, table};

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

/// Those that the database can hold.
fn texts(place: &Place) -> Vec<&'static str> {
    TEXTS.into_iter().filter(|text| !place.is_postgres() || !text.contains('\0')).collect()
}

fn with_name(name: &str, of_field: bool) -> Design {
    let (table_name, field_name) = if of_field { ("plain", name) } else { (name, "plain") };
    design(vec![table(1, table_name, vec![field(1, 1, field_name, FieldType::Integer)])])
}

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

async fn choices_defaults_and_descriptions_are_only_text() {
    let place = Place::new();
    let texts = texts(&place);
    let choices: Vec<String> = texts.iter().map(ToString::to_string).collect();
    let fields = texts.iter().enumerate().flat_map(|(n, text)| {
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
    let objects = async || {
        let all = place.tables_like("").await;
        all.into_iter().filter(|n| !n.starts_with("_dmb_") && !n.starts_with("sqlite_")).collect::<Vec<_>>()
    };
    assert_eq!(objects().await, ["t0"]);
    // The defaults are what was meant, read by another connection.
    place.ask("INSERT INTO t0 DEFAULT VALUES").await.unwrap();
    for (n, text) in texts.iter().enumerate() {
        for column in [format!("e{n}"), format!("s{n}")] {
            let read = place.ask(&format!("SELECT {column} FROM t0")).await.unwrap();
            assert_eq!(read, [[*text]], "{column}");
        }
    }
    // So are the choices, and nothing else passes.
    assert!(place.ask("UPDATE t0 SET e0 = 'something else'").await.is_err());
    // Adding such columns later, in place or by rewriting, is no different.
    let mut after = before.clone();
    for (n, text) in texts.iter().enumerate() {
        let mut late = field(1, 200 + n as u128, &format!("l{n}"), FieldType::Text);
        late.default = Some(json!(text));
        after.tables[0].fields.push(late);
    }
    place.migrate(Some(&before), &after).await;
    assert_eq!(objects().await, ["t0"]);
    let row = &place.all(&after, "t0").await[0];
    for (n, text) in texts.iter().enumerate() {
        assert_eq!(row[2 * texts.len() + n], json!(text));
    }
}

async fn values_come_back_as_they_went_in() {
    let place = Place::new();
    let texts = design(vec![table(1, "t0", vec![field(1, 1, "v", FieldType::Text)])]);
    place.migrate(None, &texts).await;
    let kept = self::texts(&place);
    let rows: Vec<_> = kept.iter().map(|t| vec![json!(t)]).collect();
    place.append(&texts, std::slice::from_ref(&rows)).await;
    assert_eq!(place.all(&texts, "t0").await, rows);
}

async fn what_the_database_cannot_hold_is_told() {
    let place = Place::new();
    if !place.is_postgres() {
        return;
    }
    let mut word = field(1, 1, "word", FieldType::Text);
    word.default = Some(json!("a\0b"));
    let mut kind = field(1, 2, "kind", FieldType::Enum);
    kind.constraints.choices = Some(vec!["a".into(), "\0".into()]);
    let Err(TablesError::Invalid(found)) =
        place.tables.plan_migration(place.ns, None, &design(vec![table(1, "t0", vec![word, kind])])).await
    else {
        panic!("NUL passes");
    };
    let paths: Vec<_> = found.iter().map(|v| v.path.as_str()).collect();
    assert_eq!(paths, ["tables.t0.fields.word.default", "tables.t0.fields.kind.choices"]);
    let texts = design(vec![table(1, "t0", vec![field(1, 1, "v", FieldType::Text)])]);
    place.migrate(None, &texts).await;
    let mut loader = place.loader(&texts, 1, LoadMode::Append, &[]);
    let error = give(&mut loader, &texts, &texts.tables[0], &[vec![vec![json!("a\0b")]]]).unwrap_err();
    assert!(matches!(&error, OutputError::Data(words) if words.contains("the character NUL")), "{error}");
    loader.abort();
    assert_eq!(place.leftovers().await, Vec::<String>::new());
}

everywhere! {
    what_the_database_cannot_hold_is_told,
    names_that_are_not_plain_are_refused,
    twins_are_refused,
    reserved_words_are_names_like_any_other,
    choices_defaults_and_descriptions_are_only_text,
    values_come_back_as_they_went_in,
}
