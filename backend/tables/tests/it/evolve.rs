//! Apply, look, change, look, roll back: rows that should survive do, to the byte.

use dmb_spec::{Design, FieldType, OnDelete};
use dmb_tables::{Step, TablesError};
use serde_json::{Value, json};

use crate::support::{Place, everywhere, field, optional, refers, shop, table};

fn customers() -> Vec<Vec<Value>> {
    vec![
        vec![json!(1), json!("ana@example.com"), json!("1990-02-28")],
        vec![json!(2), json!("bo@example.com"), Value::Null],
        vec![json!(3), json!("cy@example.com"), json!("2001-12-31")],
    ]
}

fn orders() -> Vec<Vec<Value>> {
    vec![vec![json!(1), json!(3), json!("12.50")], vec![json!(2), json!(1), json!("0.07")]]
}

async fn filled() -> (Place, Design) {
    let (place, design) = (Place::new(), shop());
    place.migrate(None, &design).await;
    place.append(&design, &[customers(), orders()]).await;
    (place, design)
}

/// Everything in the database but what is ours, as text.
async fn dump(place: &Place, design: &Design) -> String {
    let mut text = format!("{:#?}\n", place.tables.describe(place.ns).await.unwrap());
    for table in &design.tables {
        text.push_str(&format!("{}: {:?}\n", table.name, place.all(design, &table.name).await));
    }
    text
}

/// Goes from `before` to `after` and back, and compares.
async fn there_and_back(change: impl Fn(&mut Design)) -> (Place, Design, Vec<Step>) {
    let (place, before) = filled().await;
    let was = dump(&place, &before).await;
    let mut after = before.clone();
    change(&mut after);
    let plan = place.tables.plan_migration(place.ns, Some(&before), &after).await.unwrap();
    assert_eq!(plan.violations, []);
    place.tables.apply(place.ns, &plan).await.unwrap();
    let again = place.tables.plan_migration(place.ns, Some(&after), &after).await.unwrap();
    assert!(again.is_empty(), "{:?}", again.steps);
    assert_eq!(again.violations, [], "the database is what was planned");
    let between = dump(&place, &after).await;
    place.migrate(Some(&after), &before).await;
    let now = dump(&place, &before).await;
    // Statements that renames went through are written by SQLite in its own way.
    assert_eq!(without_sql(&now), without_sql(&was));
    place.migrate(Some(&before), &after).await;
    assert_eq!(without_sql(&dump(&place, &after).await), without_sql(&between));
    (place, after, plan.steps)
}

fn without_sql(dump: &str) -> String {
    dump.lines().filter(|line| !line.trim_start().starts_with("sql: ")).collect::<Vec<_>>().join("\n")
}

async fn a_column_is_added_and_gets_its_default() {
    let (place, after, steps) = there_and_back(|d| {
        let mut segment = field(1, 9, "segment", FieldType::String);
        segment.default = Some(json!("retail"));
        d.tables[0].fields.push(segment);
    })
    .await;
    assert_eq!(steps.len(), 1);
    assert_eq!(steps[0].description, "Add column segment to customers");
    assert!(!steps[0].destructive);
    assert_eq!(place.all(&after, "customers").await[0][3], json!("retail"));
}

async fn a_dropped_column_comes_back_with_its_values() {
    let (place, _, steps) = there_and_back(|d| drop(d.tables[0].fields.remove(2))).await;
    assert!(steps.iter().any(|s| s.destructive && s.description == "Drop column born of customers"));
    assert_eq!(steps[0].rows_touched, Some(3));
    assert!(steps[0].warning.as_ref().unwrap().contains("3 rows"));
    assert_eq!(place.tables.describe(place.ns).await.unwrap()[0].columns.len(), 2);
}

async fn a_dropped_table_comes_back_with_its_rows() {
    let (place, _, steps) = there_and_back(|d| drop(d.tables.remove(1))).await;
    assert_eq!(steps[0].description, "Drop table orders");
    assert!(steps[0].destructive);
    assert_eq!(place.tables.describe(place.ns).await.unwrap().len(), 1);
}

async fn names_change_and_even_swap() {
    let (place, after, _) = there_and_back(|d| {
        d.tables[0].name = "orders".into();
        d.tables[1].name = "customers".into();
        d.tables[0].fields[1].name = "born".into();
        d.tables[0].fields[2].name = "email".into();
    })
    .await;
    assert_eq!(place.all(&after, "orders").await[0][1], json!("ana@example.com"));
    let keys = &place.tables.describe(place.ns).await.unwrap()[0].foreign_keys;
    assert_eq!((keys[0].parent.as_str(), keys[0].target.as_str()), ("orders", "id"));
}

async fn a_name_is_taken_over_from_a_dropped_column() {
    there_and_back(|d| {
        d.tables[0].fields.remove(1);
        d.tables[0].fields[1].name = "email".into();
    })
    .await;
    // The same where the table has to be rewritten.
    there_and_back(|d| {
        d.tables[0].fields.remove(1);
        d.tables[0].fields[1].name = "email".into();
        d.tables[0].fields[1].field_type = FieldType::String;
    })
    .await;
}

async fn types_change_and_change_back_without_loss() {
    there_and_back(|d| d.tables[1].fields[2].field_type = FieldType::Text).await;
    there_and_back(|d| d.tables[1].fields[2].field_type = FieldType::Float).await;
    there_and_back(|d| d.tables[1].fields[2].constraints.scale = Some(1)).await;
    there_and_back(|d| d.tables[0].fields[2].field_type = FieldType::Datetime).await;
}

async fn order_keys_and_indexes_change() {
    there_and_back(|d| d.tables[0].fields.swap(1, 2)).await;
    there_and_back(|d| d.tables[0].fields[1].unique = false).await;
    there_and_back(|d| {
        d.tables[1].fields[1].reference.as_mut().unwrap().on_delete = OnDelete::Cascade;
        let pair = vec![d.tables[1].fields[1].id, d.tables[1].fields[2].id];
        d.tables[1].unique_keys.push(pair);
    })
    .await;
    there_and_back(|d| {
        let customers = d.tables[0].id;
        let email = d.tables[0].fields[1].id;
        assert_eq!(d.tables[0].id, customers);
        d.tables[1].fields.remove(1);
        d.tables[0].primary_key = vec![email];
    })
    .await;
}

async fn a_table_between_others_is_added() {
    let (place, after, _) = there_and_back(|d| {
        let parent = refers(optional(field(3, 2, "order_id", FieldType::ForeignKey)), 2, 1, OnDelete::SetNull);
        d.tables.insert(0, table(3, "notes", vec![field(3, 1, "id", FieldType::Uuid), parent]));
        d.tables[0].primary_key = vec![d.tables[0].fields[0].id];
    })
    .await;
    assert_eq!(place.tables.row_count(place.ns, &after.tables[0]).await.unwrap(), Some(0));
}

async fn violations(change: impl Fn(&mut Design)) -> Vec<(String, String)> {
    let (place, before) = filled().await;
    let was = dump(&place, &before).await;
    let mut after = before.clone();
    change(&mut after);
    let plan = place.tables.plan_migration(place.ns, Some(&before), &after).await.unwrap();
    assert!(plan.is_blocked());
    assert!(matches!(place.tables.apply(place.ns, &plan).await, Err(TablesError::Invalid(_))));
    assert_eq!(dump(&place, &before).await, was);
    plan.violations.into_iter().map(|v| (v.code.into_owned(), v.message)).collect()
}

async fn rows_that_stand_in_the_way_are_counted_first() {
    let missing = violations(|d| d.tables[0].fields[2].nullable = false).await;
    assert_eq!(missing, [("values_missing".into(), "1 row of customers have no born, and it is required.".into())]);
    let new = violations(|d| d.tables[0].fields.push(field(1, 9, "segment", FieldType::String))).await;
    assert_eq!(new[0].0, "values_missing");
    let text = violations(|d| d.tables[0].fields[1].field_type = FieldType::Integer).await;
    assert_eq!(
        text[0],
        ("values_not_convertible".into(), "3 rows of customers have a email that can't become integer.".into())
    );
    let range = violations(|d| d.tables[1].fields[2].constraints.min = Some(json!(1))).await;
    assert_eq!(range, [("values_out_of_range".into(), "1 row of orders have a total below the minimum.".into())]);
    let short = violations(|d| d.tables[0].fields[1].constraints.min_length = Some(15)).await;
    assert_eq!(short[0].0, "values_out_of_range");
    let repeat = violations(|d| {
        d.tables[1].fields[2].unique = true;
        d.tables[1].fields[2].field_type = FieldType::Boolean;
    })
    .await;
    assert_eq!(repeat[0].0, "values_not_convertible");
    let parents = violations(|d| {
        d.tables.push(table(3, "shops", vec![field(3, 1, "id", FieldType::AutoIncrement)]));
        d.tables[1].fields[1].reference =
            refers(field(2, 2, "x", FieldType::ForeignKey), 3, 1, OnDelete::Restrict).reference;
    })
    .await;
    assert_eq!(
        parents,
        [("parents_missing".into(), "2 rows of orders have a customer_id that refers to no row.".into())]
    );
}

async fn a_required_field_without_values_takes_its_default() {
    let (place, before) = filled().await;
    let mut after = before.clone();
    after.tables[0].fields[2].nullable = false;
    after.tables[0].fields[2].default = Some(json!("2000-01-01"));
    place.migrate(Some(&before), &after).await;
    assert_eq!(place.all(&after, "customers").await[1][2], json!("2000-01-01"));
}

async fn a_failure_in_the_middle_leaves_everything_as_before() {
    let (place, before) = filled().await;
    let mut after = before.clone();
    after.tables[0].fields.remove(2);
    after.tables[1].fields[2].field_type = FieldType::Text;
    after.tables.push(table(3, "late", vec![field(3, 1, "id", FieldType::AutoIncrement)]));
    let plan = place.tables.plan_migration(place.ns, Some(&before), &after).await.unwrap();
    assert!(plan.steps.len() >= 3);
    // Somebody takes the name that only the last step needs.
    place.ask("CREATE TABLE late (x integer)").await.unwrap();
    let was = dump(&place, &before).await;
    let error = place.tables.apply(place.ns, &plan).await.unwrap_err();
    assert!(matches!(&error, TablesError::Conflict(words) if words.contains("Create table late")), "{error}");
    assert_eq!(dump(&place, &before).await, was);
    assert_eq!(place.tables_like("_dmb_trash_").await, Vec::<String>::new());
    assert_eq!(place.tables_like("_dmb_new_").await, Vec::<String>::new());
    // And the next plan says why.
    let plan = place.tables.plan_migration(place.ns, Some(&before), &after).await.unwrap();
    assert_eq!(plan.violations[0].code, "name_taken");
}

async fn rows_that_came_after_the_plan_are_looked_at_again() {
    let (place, before) = filled().await;
    let mut after = before.clone();
    after.tables[1].fields[2].constraints.max = Some(json!(100));
    let plan = place.tables.plan_migration(place.ns, Some(&before), &after).await.unwrap();
    place.append(&before, &[vec![], vec![vec![json!(3), json!(1), json!("500.00")]]]).await;
    let error = place.tables.apply(place.ns, &plan).await.unwrap_err();
    assert!(error.to_string().contains("1 row of orders have a total above the maximum"), "{error}");
}

async fn what_other_hands_changed_is_told() {
    let (place, before) = filled().await;
    place.ask("ALTER TABLE customers ADD COLUMN extra integer").await.unwrap();
    let plan = place.tables.plan_migration(place.ns, Some(&before), &before).await.unwrap();
    assert_eq!(plan.violations[0].code, "drift");
}

async fn the_same_plan_has_the_same_fingerprint() {
    let (place, before) = filled().await;
    let mut after = before.clone();
    after.tables[0].fields[2].name = "birthday".into();
    let plan = || place.tables.plan_migration(place.ns, Some(&before), &after);
    let (first, second) = (plan().await.unwrap(), plan().await.unwrap());
    assert_eq!(first, second);
    let other = place.tables.plan_migration(place.ns, Some(&before), &before).await.unwrap();
    assert_ne!(first.fingerprint, other.fingerprint);
    assert_eq!(place.tables.apply(place.ns, &first).await.unwrap().checksum, first.fingerprint);
}

async fn a_dropped_namespace_is_gone() {
    let (place, _) = filled().await;
    place.tables.drop_namespace(place.ns).await.unwrap();
    assert_eq!(place.tables.describe(place.ns).await.unwrap(), []);
    assert!(place.is_gone().await);
    place.tables.drop_namespace(place.ns).await.unwrap();
}

async fn of_two_who_apply_at_once_one_wins_and_the_other_is_told() {
    let (place, before) = filled().await;
    let (mut one, mut two) = (before.clone(), before.clone());
    one.tables[0].fields[2].name = "birthday".into();
    two.tables[1].fields[2].constraints.min = None;
    let plan_one = place.tables.plan_migration(place.ns, Some(&before), &one).await.unwrap();
    let plan_two = place.tables.plan_migration(place.ns, Some(&before), &two).await.unwrap();
    let results = tokio::join!(place.tables.apply(place.ns, &plan_one), place.tables.apply(place.ns, &plan_two));
    let (won, told) = match &results {
        (Ok(_), Err(error)) => (&one, error),
        (Err(error), Ok(_)) => (&two, error),
        both => panic!("{both:?}"),
    };
    assert!(matches!(told, TablesError::Conflict(words) if words.contains("somebody else")), "{told}");
    let again = place.tables.plan_migration(place.ns, Some(won), won).await.unwrap();
    assert_eq!((again.violations, again.steps), (vec![], vec![]));
}

everywhere! {
    of_two_who_apply_at_once_one_wins_and_the_other_is_told,
    a_column_is_added_and_gets_its_default,
    a_dropped_column_comes_back_with_its_values,
    a_dropped_table_comes_back_with_its_rows,
    names_change_and_even_swap,
    a_name_is_taken_over_from_a_dropped_column,
    types_change_and_change_back_without_loss,
    order_keys_and_indexes_change,
    a_table_between_others_is_added,
    rows_that_stand_in_the_way_are_counted_first,
    a_required_field_without_values_takes_its_default,
    a_failure_in_the_middle_leaves_everything_as_before,
    rows_that_came_after_the_plan_are_looked_at_again,
    what_other_hands_changed_is_told,
    the_same_plan_has_the_same_fingerprint,
    a_dropped_namespace_is_gone,
}
