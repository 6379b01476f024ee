//! Loads: appended, replaced, gone on with after a crash, never doubled, never half there.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use dmb_engine::output::{Output, OutputError};
use dmb_spec::Design;
use dmb_tables::{LoadMode, TablesError};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Place, everywhere, give, header, shop};

fn customers(first: i64, last: i64) -> Vec<Vec<Value>> {
    (first..=last).map(|n| vec![json!(n), json!(format!("c{n}@example.com")), Value::Null]).collect()
}

fn orders(first: i64, last: i64, customer: i64) -> Vec<Vec<Value>> {
    (first..=last).map(|n| vec![json!(n), json!(customer), json!("9.99")]).collect()
}

async fn migrated() -> (Place, Design) {
    let (place, design) = (Place::new(), shop());
    place.migrate(None, &design).await;
    (place, design)
}

async fn counts(place: &Place, design: &Design) -> Vec<u64> {
    let mut found = Vec::new();
    for table in &design.tables {
        found.push(place.tables.row_count(place.ns, table).await.unwrap().unwrap());
        let counted = place.number(&format!("SELECT count(*) FROM {}", table.name)).await;
        assert_eq!(found.last().copied(), Some(counted), "the remembered count is the true one");
    }
    found
}

async fn rows_are_appended_and_numbers_go_on() {
    let (place, design) = migrated().await;
    assert_eq!(place.tables.key_seed(place.ns, design.tables[0].id).await.unwrap(), None);
    place.append(&design, &[customers(1, 3), orders(1, 5, 2)]).await;
    assert_eq!(place.tables.high_water(place.ns, design.tables[1].id).await.unwrap(), 5);
    place.append(&design, &[customers(4, 4), orders(6, 7, 4)]).await;
    assert_eq!(counts(&place, &design).await, [4, 7]);
    assert_eq!(place.tables.high_water(place.ns, design.tables[0].id).await.unwrap(), 4);
    assert_eq!(place.tables.key_seed(place.ns, design.tables[0].id).await.unwrap(), Some(1));
    assert_eq!(place.leftovers().await, Vec::<String>::new());
}

async fn the_first_seed_of_keys_is_kept_until_rows_are_replaced() {
    let (place, design) = migrated().await;
    place.append(&design, &[customers(1, 3), vec![]]).await;
    let load = |job: u128, mode: LoadMode, first_row: u64, seed: u64| {
        let mut request = place.request(&design, job, mode, &[first_row, 0]);
        request.key_seed = seed;
        let mut loader = Box::new(place.tables.loader(request).unwrap());
        give(&mut loader, &design, &design.tables[0], &[customers(first_row as i64 + 1, first_row as i64 + 1)])
            .unwrap();
        loader.finish().unwrap();
    };
    load(1, LoadMode::Append, 3, 99);
    assert_eq!(place.tables.key_seed(place.ns, design.tables[0].id).await.unwrap(), Some(1));
    load(2, LoadMode::Replace, 0, u64::MAX);
    assert_eq!(place.tables.key_seed(place.ns, design.tables[0].id).await.unwrap(), Some(u64::MAX));
    assert_eq!(place.tables.high_water(place.ns, design.tables[0].id).await.unwrap(), 1);
}

async fn rows_are_replaced_parents_and_children_together() {
    let (place, design) = migrated().await;
    place.append(&design, &[customers(1, 3), orders(1, 5, 3)]).await;
    let mut loader = place.loader(&design, 1, LoadMode::Replace, &[]);
    give(&mut loader, &design, &design.tables[0], &[customers(1, 2)]).unwrap();
    give(&mut loader, &design, &design.tables[1], &[orders(1, 1, 2)]).unwrap();
    assert_eq!(counts(&place, &design).await, [3, 5], "nothing is seen before all is there");
    loader.finish().unwrap();
    assert_eq!(counts(&place, &design).await, [2, 1]);
}

async fn parents_are_not_replaced_under_children_that_need_them() {
    let (place, design) = migrated().await;
    place.append(&design, &[customers(1, 3), orders(1, 5, 3)]).await;
    let replace = |rows: Vec<Vec<Value>>, job: u128| {
        let mut request = place.request(&design, job, LoadMode::Replace, &[]);
        request.tables.truncate(1);
        let mut loader = Box::new(place.tables.loader(request).unwrap());
        give(&mut loader, &design, &design.tables[0], &[rows]).unwrap();
        loader.finish()
    };
    let error = replace(customers(1, 2), 1).unwrap_err();
    assert!(
        matches!(&error, OutputError::Data(words) if words.starts_with("5 rows have a orders.customer_id")),
        "{error}"
    );
    assert_eq!(counts(&place, &design).await, [3, 5]);
    replace(customers(1, 4), 2).unwrap();
    assert_eq!(counts(&place, &design).await, [4, 5]);
    assert_eq!(place.leftovers().await, Vec::<String>::new());
}

async fn a_crash_is_gone_on_from_and_nothing_is_doubled() {
    let (place, design) = migrated().await;
    let chunks: Vec<_> = (0..20).map(|n| customers(n * 10 + 1, n * 10 + 10)).collect();
    let mut loader = place.loader(&design, 1, LoadMode::Append, &[]);
    let (encoder, skip) = loader.begin_table(&header(&design, &design.tables[0], 200)).unwrap();
    assert_eq!(skip, 0);
    for chunk in &chunks[..11] {
        let batch = crate::support::batch(&design, &design.tables[0], chunk);
        loader.write(encoder.encode(&batch).unwrap()).unwrap();
    }
    place.crash(loader).await;
    let mut loader = place.loader(&design, 1, LoadMode::Append, &[]);
    let skip = give(&mut loader, &design, &design.tables[0], &chunks).unwrap();
    assert_eq!(skip, 80, "what was committed with its checkpoint is there");
    place.crash(loader).await;
    let mut loader = place.loader(&design, 1, LoadMode::Append, &[]);
    assert_eq!(give(&mut loader, &design, &design.tables[0], &chunks).unwrap(), 200);
    give(&mut loader, &design, &design.tables[1], &[orders(1, 3, 200)]).unwrap();
    loader.finish().unwrap();
    assert_eq!(counts(&place, &design).await, [200, 3]);
    assert_eq!(place.all(&design, "customers").await, chunks.concat());
}

async fn publishing_twice_is_publishing_once() {
    let (place, design) = migrated().await;
    for attempt in 0..3 {
        let mut loader = place.loader(&design, 1, LoadMode::Append, &[]);
        let skip = give(&mut loader, &design, &design.tables[0], &[customers(1, 3)]).unwrap();
        assert_eq!(skip, if attempt == 0 { 0 } else { 3 });
        give(&mut loader, &design, &design.tables[1], &[orders(1, 2, 1)]).unwrap();
        loader.finish().unwrap();
        assert_eq!(counts(&place, &design).await, [3, 2]);
        assert_eq!(place.leftovers().await, Vec::<String>::new());
    }
    assert!(place.tables.is_published(place.ns, Uuid::from_u128(1)).await.unwrap());
    assert!(!place.tables.is_published(place.ns, Uuid::from_u128(2)).await.unwrap());
}

async fn staged_rows_of_another_plan_are_thrown_away() {
    let (place, design) = migrated().await;
    let mut loader = place.loader(&design, 1, LoadMode::Append, &[]);
    give(&mut loader, &design, &design.tables[0], &[customers(1, 3)]).unwrap();
    place.crash(loader).await;
    let mut request = place.request(&design, 1, LoadMode::Append, &[]);
    request.fingerprint = "another".into();
    let mut loader = Box::new(place.tables.loader(request).unwrap());
    assert_eq!(give(&mut loader, &design, &design.tables[0], &[customers(1, 1)]).unwrap(), 0);
    loader.finish().unwrap();
    assert_eq!(counts(&place, &design).await, [1, 0]);
}

async fn aborted_or_discarded_loads_leave_nothing() {
    let (place, design) = migrated().await;
    let mut loader = place.loader(&design, 1, LoadMode::Append, &[]);
    give(&mut loader, &design, &design.tables[0], &[customers(1, 3)]).unwrap();
    loader.abort();
    assert_eq!(place.leftovers().await, Vec::<String>::new());
    let mut loader = place.loader(&design, 2, LoadMode::Append, &[]);
    give(&mut loader, &design, &design.tables[0], &[customers(1, 3)]).unwrap();
    place.crash(loader).await;
    place.tables.discard_load(place.ns, Uuid::from_u128(2)).await.unwrap();
    assert_eq!(place.leftovers().await, Vec::<String>::new());
    assert_eq!(counts(&place, &design).await, [0, 0]);
}

async fn a_load_stops_when_it_is_told_to() {
    let (place, design) = migrated().await;
    let request = place.request(&design, 1, LoadMode::Append, &[]);
    let cancel = Arc::clone(&request.cancel);
    let mut loader = Box::new(place.tables.loader(request).unwrap());
    give(&mut loader, &design, &design.tables[0], &[customers(1, 20_000)]).unwrap();
    cancel.store(true, Ordering::Relaxed);
    let error = loader.finish().unwrap_err();
    assert!(error.to_string().contains("cancelled"), "{error}");
    assert_eq!(counts(&place, &design).await, [0, 0]);
    assert_eq!(place.leftovers().await, Vec::<String>::new());
}

async fn refused(customers: Vec<Vec<Value>>, orders: Vec<Vec<Value>>) -> String {
    let (place, design) = migrated().await;
    let mut loader = place.loader(&design, 1, LoadMode::Append, &[]);
    give(&mut loader, &design, &design.tables[0], &[customers]).unwrap();
    give(&mut loader, &design, &design.tables[1], &[orders]).unwrap();
    let error = loader.finish().unwrap_err();
    assert!(matches!(error, OutputError::Data(_)), "{error:?}");
    assert_eq!(counts(&place, &design).await, [0, 0]);
    assert_eq!(place.leftovers().await, Vec::<String>::new());
    error.to_string()
}

async fn broken_constraints_are_told_in_words() {
    let check = |words: String, expect: &str| assert_eq!(words, format!("{expect}; nothing was changed"));
    check(
        refused(customers(1, 2), orders(1, 4, 9)).await,
        "4 rows have a orders.customer_id that refers to no row of customers",
    );
    let twice = [customers(1, 2), vec![vec![json!(3), json!("c1@example.com"), Value::Null]]].concat();
    check(refused(twice, vec![]).await, "rows of customers repeat a value of email, which has to be unique");
    let same_key = [customers(1, 2), customers(1, 1)].concat();
    check(refused(same_key, vec![]).await, "rows of customers repeat a value of id, which has to be unique");
    let negative = vec![vec![json!(1), json!(1), json!("-0.01")]];
    check(refused(customers(1, 1), negative).await, "rows of orders have a total outside what the design allows");
}

async fn many_rows_find_every_index_again() {
    let (place, design) = migrated().await;
    let was = place.tables.describe(place.ns).await.unwrap();
    place.append(&design, &[customers(1, 6_000), orders(1, 6_000, 17)]).await;
    assert_eq!(place.tables.describe(place.ns).await.unwrap(), was);
    let mut repeated = customers(1, 6_000);
    repeated[5_999][1] = json!("c1@example.com");
    let words = refused(repeated, vec![]).await;
    assert!(words.contains("repeat a value of email"), "{words}");
}

async fn two_runs_do_not_take_the_same_row_numbers() {
    let (place, design) = migrated().await;
    let mut slow = place.loader(&design, 1, LoadMode::Append, &[0, 0]);
    give(&mut slow, &design, &design.tables[0], &[customers(1, 3)]).unwrap();
    place.append(&design, &[customers(1, 2), vec![]]).await;
    let error = slow.finish().unwrap_err();
    assert!(error.to_string().contains("another run added rows to customers"), "{error}");
    assert_eq!(counts(&place, &design).await, [2, 0]);
}

async fn a_table_that_is_not_there_takes_no_rows() {
    let (place, design) = (Place::new(), shop());
    let mut loader = place.loader(&design, 1, LoadMode::Append, &[]);
    give(&mut loader, &design, &design.tables[0], &[customers(1, 3)]).unwrap();
    let error = loader.finish().unwrap_err();
    assert!(error.to_string().contains("customers is not in the database"), "{error}");
    let read = place.tables.rows(place.ns, &design, &design.tables[0], Default::default()).await;
    assert!(matches!(read, Err(TablesError::NotMigrated(_))));
}

everywhere! {
    rows_are_appended_and_numbers_go_on,
    the_first_seed_of_keys_is_kept_until_rows_are_replaced,
    rows_are_replaced_parents_and_children_together,
    parents_are_not_replaced_under_children_that_need_them,
    a_crash_is_gone_on_from_and_nothing_is_doubled,
    publishing_twice_is_publishing_once,
    staged_rows_of_another_plan_are_thrown_away,
    aborted_or_discarded_loads_leave_nothing,
    a_load_stops_when_it_is_told_to,
    broken_constraints_are_told_in_words,
    many_rows_find_every_index_again,
    two_runs_do_not_take_the_same_row_numbers,
    a_table_that_is_not_there_takes_no_rows,
}
