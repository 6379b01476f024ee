//! Pages, filters, sort orders, keys and snapshots.

use arrow_array::RecordBatch;
use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use dmb_engine::types;
use dmb_spec::{Design, FieldType};
use dmb_tables::{Direction, Filter, FilterOp, RowQuery, Sort, TablesError};
use serde_json::{Value, json};

use crate::ddl::everything;
use crate::support::{Place, design, everywhere, field, optional, shop, table};

/// A row of the table with every type, in field order.
fn row(n: i64) -> Vec<Value> {
    vec![
        json!(n),
        json!(format!("name {n}")),
        json!("50% of_all!"),
        json!(n % 10 - 5),
        json!(9_007_199_254_740_993_i64),
        json!(0.1),
        json!("1234567890.12"),
        json!(n % 2 == 0),
        json!("2024-02-29"),
        json!("23:59:58"),
        json!("2024-02-29T12:00:00.000001Z"),
        json!("a@example.com"),
        json!("https://example.com"),
        json!("0190163d-8694-739b-aea5-966c26f8ad91"),
        json!({"a": [1, null]}),
        json!("it's paid"),
        json!("+34 600 000 000"),
        json!("::1"),
        json!("bytes"),
        json!("-12345678901234567890123456.7890"),
    ]
}

async fn with_rows(rows: Vec<Vec<Value>>) -> (Place, Design) {
    let (place, design) = (Place::new(), everything());
    place.migrate(None, &design).await;
    place.append(&design, &[rows]).await;
    (place, design)
}

async fn every_type_is_read_as_it_was_written() {
    let empty = [vec![json!(2)], vec![Value::Null; 19]].concat();
    let (place, design) = with_rows(vec![row(1), empty.clone()]).await;
    let read = place.all(&design, "everything").await;
    let mut expect = row(1);
    expect[4] = json!("9007199254740993");
    expect[18] = json!("Ynl0ZXM=");
    assert_eq!(read, [expect, empty]);
}

async fn a_snapshot_gives_the_batches_that_were_loaded() {
    let rows: Vec<_> = (1..=25).map(row).collect();
    let (place, design) = with_rows(rows.clone()).await;
    let table = &design.tables[0];
    let snapshot = place.tables.snapshot(place.ns).unwrap();
    place.append(&design, &[vec![row(26)]]).await;
    let mut batches: Vec<RecordBatch> = Vec::new();
    let scanned = snapshot.scan(&design, table, &[], &[], 10, |batch| {
        batches.push(batch);
        Ok::<(), TablesError>(())
    });
    assert_eq!(scanned.unwrap(), 25);
    assert_eq!(batches.iter().map(RecordBatch::num_rows).collect::<Vec<_>>(), [10, 10, 5]);
    assert_eq!(batches[0].schema(), types::schema(&design, table));
    assert_eq!(batches[2], crate::support::batch(&design, table, &rows[20..]));
    assert_eq!(snapshot.count(&design, table, &[]).unwrap(), 25);
    assert_eq!(place.tables.snapshot(place.ns).unwrap().count(&design, table, &[]).unwrap(), 26);
    let stopped = snapshot.scan(&design, table, &[], &[], 10, |_| Err(TablesError::Cancelled));
    assert!(matches!(stopped, Err(TablesError::Cancelled)));
}

async fn ids(place: &Place, design: &Design, field: &str, op: FilterOp, value: Value) -> Vec<i64> {
    let filter = vec![Filter { field: field.into(), op, value: Some(value) }];
    let query = RowQuery { filter, first: 1_000, ..RowQuery::default() };
    let page = place.tables.rows(place.ns, design, &design.tables[0], query).await.unwrap();
    assert_eq!(page.total, page.rows.len() as u64);
    page.rows.iter().map(|row| row[0].as_i64().unwrap()).collect()
}

async fn filters_compare_as_the_type_does() {
    let mut rows: Vec<_> = (1..=4).map(row).collect();
    rows[1][1] = json!("100% Sure");
    rows[2][1] = Value::Null;
    rows[2][10] = json!("2025-01-01T00:00:00Z");
    rows[3][6] = json!("9.00");
    rows[3][19] = json!("9.0000");
    rows[3][18] = json!("other");
    let (place, design) = with_rows(rows).await;
    let check = async |name: &str, op: FilterOp, value: Value, expect: &[i64]| {
        let name = if name.is_empty() { "id".to_owned() } else { format!("a_{name}").replace("a_wide", "wide") };
        assert_eq!(ids(&place, &design, &name, op, value.clone()).await, expect, "{name} {op:?} {value}");
    };
    check("", FilterOp::Gt, json!(2), &[3, 4]).await;
    check("", FilterOp::In, json!([1, 4, 9]), &[1, 4]).await;
    check("string", FilterOp::Contains, json!("0% s"), &[2]).await;
    check("string", FilterOp::Contains, json!("%"), &[2]).await;
    check("string", FilterOp::StartsWith, json!("NAME"), &[1, 4]).await;
    check("string", FilterOp::Ne, json!("name 1"), &[2, 4]).await;
    check("string", FilterOp::Eq, json!("' OR 1=1 --"), &[]).await;
    check("text", FilterOp::Contains, json!("f_a"), &[1, 2, 3, 4]).await;
    check("text", FilterOp::Contains, json!("fxa"), &[]).await;
    check("decimal", FilterOp::Lt, json!("10"), &[4]).await;
    check("decimal", FilterOp::Eq, json!("1234567890.12"), &[1, 2, 3]).await;
    check("wide", FilterOp::Ge, json!("-1"), &[4]).await;
    check("wide", FilterOp::Eq, json!(9), &[4]).await;
    check("boolean", FilterOp::Eq, json!(true), &[2, 4]).await;
    check("date", FilterOp::Le, json!("2024-02-29"), &[1, 2, 3, 4]).await;
    check("datetime", FilterOp::Gt, json!("2024-03-01T00:00:00+02:00"), &[3]).await;
    check("datetime", FilterOp::Eq, json!("2025-01-01T01:00:00+01:00"), &[3]).await;
    check("uuid", FilterOp::Eq, json!("0190163D-8694-739B-AEA5-966C26F8AD91"), &[1, 2, 3, 4]).await;
    check("binary", FilterOp::Eq, json!("b3RoZXI="), &[4]).await;
    check("big_integer", FilterOp::Eq, json!("9007199254740993"), &[1, 2, 3, 4]).await;
    check("string", FilterOp::IsNull, Value::Null, &[3]).await;
    check("string", FilterOp::IsNotNull, Value::Null, &[1, 2, 4]).await;
}

async fn what_is_wrong_with_a_query_is_told_at_once() {
    let (place, design) = with_rows(vec![row(1)]).await;
    let filter = |field: &str, op: FilterOp, value: Value| Filter { field: field.into(), op, value: Some(value) };
    let query = RowQuery {
        filter: vec![
            filter("nothing", FilterOp::Eq, json!(1)),
            filter("id", FilterOp::Eq, json!("x")),
            filter("id", FilterOp::Contains, json!("1")),
            filter("a_boolean", FilterOp::Lt, json!(true)),
            filter("a_string", FilterOp::Eq, Value::Null),
            filter("id\" = 1 --", FilterOp::IsNull, Value::Null),
        ],
        ..RowQuery::default()
    };
    let error = place.tables.rows(place.ns, &design, &design.tables[0], query).await.unwrap_err();
    let TablesError::Invalid(found) = error else { panic!("{error}") };
    let found: Vec<_> = found.iter().map(|v| (v.path.as_str(), v.code.as_ref())).collect();
    assert_eq!(
        found,
        [
            ("filter[0].field", "unknown_field"),
            ("filter[1].value", "value_unfit"),
            ("filter[2].value", "operator_unfit"),
            ("filter[3].value", "operator_unfit"),
            ("filter[4].value", "value_missing"),
            ("filter[5].field", "unknown_field"),
        ]
    );
    let sort = vec![Sort { field: "id; DROP TABLE everything".into(), direction: Direction::Asc }];
    let query = RowQuery { sort, ..RowQuery::default() };
    let error = place.tables.rows(place.ns, &design, &design.tables[0], query).await.unwrap_err();
    assert!(matches!(&error, TablesError::Invalid(v) if v[0].path == "sort[0].field"), "{error}");
}

/// Walks all pages and gives the first column.
async fn walk(place: &Place, design: &Design, sort: &[(&str, Direction)], between: impl AsyncFn(usize)) -> Vec<Value> {
    let sort: Vec<_> = sort.iter().map(|(f, d)| Sort { field: (*f).into(), direction: *d }).collect();
    let (mut found, mut after, mut pages) = (Vec::new(), None, 0);
    loop {
        let query = RowQuery { sort: sort.clone(), first: 3, after, ..RowQuery::default() };
        let page = place.tables.rows(place.ns, design, &design.tables[0], query).await.unwrap();
        assert!(page.rows.len() <= 3);
        found.extend(page.rows.iter().map(|row| row[0].clone()));
        if !page.has_next {
            return found;
        }
        after = page.cursors.last().cloned();
        between(pages).await;
        pages += 1;
    }
}

fn numbered() -> Design {
    let mut wide = optional(field(1, 3, "wide", FieldType::Decimal));
    (wide.constraints.precision, wide.constraints.scale) = (Some(20), Some(1));
    let word = optional(field(1, 2, "word", FieldType::Text));
    design(vec![table(1, "numbered", vec![field(1, 1, "n", FieldType::Integer), word, wide])])
}

async fn pages_join_to_the_whole_in_every_order() {
    let (place, design) = (Place::new(), numbered());
    place.migrate(None, &design).await;
    let words = [json!("b"), Value::Null, json!("a"), json!("b"), json!("ä"), Value::Null, json!("c"), json!("a")];
    let wides = ["10.0", "9.0", "", "-1.0", "9.0", "100.0", "", "9.0"];
    let rows = words.iter().zip(wides).enumerate();
    let rows: Vec<_> = rows
        .map(|(n, (word, wide))| vec![json!(n), word.clone(), if wide.is_empty() { Value::Null } else { json!(wide) }])
        .collect();
    place.append(&design, &[rows]).await;
    let check = async |sort: &[(&str, Direction)], expect: [i64; 8]| {
        assert_eq!(walk(&place, &design, sort, async |_| {}).await, expect.map(Value::from), "{sort:?}");
    };
    use Direction::{Asc, Desc};
    check(&[], [0, 1, 2, 3, 4, 5, 6, 7]).await;
    check(&[("n", Desc)], [7, 6, 5, 4, 3, 2, 1, 0]).await;
    check(&[("word", Asc)], [1, 5, 2, 7, 0, 3, 6, 4]).await;
    check(&[("word", Desc)], [4, 6, 0, 3, 2, 7, 1, 5]).await;
    check(&[("wide", Asc)], [2, 6, 3, 1, 4, 7, 0, 5]).await;
    check(&[("wide", Desc), ("word", Desc)], [5, 0, 4, 7, 1, 3, 6, 2]).await;
}

async fn rows_added_meanwhile_move_nothing() {
    let (place, design) = (Place::new(), numbered());
    place.migrate(None, &design).await;
    let row = |n: i64| vec![json!(n), json!("w"), Value::Null];
    place.append(&design, &[(0..10).map(|n| row(n * 10)).collect()]).await;
    let found = walk(&place, &design, &[("n", Direction::Asc)], async |page| {
        if page == 0 {
            place.append(&design, &[vec![row(-5), row(35)]]).await;
        }
    })
    .await;
    let expect: Vec<_> = [0, 10, 20, 30, 35, 40, 50, 60, 70, 80, 90].map(Value::from).to_vec();
    assert_eq!(found, expect);
}

async fn a_page_has_at_most_a_thousand_rows_and_knows_its_total() {
    let (place, design) = (Place::new(), numbered());
    place.migrate(None, &design).await;
    place.append(&design, &[(0..1_500).map(|n| vec![json!(n), Value::Null, Value::Null]).collect()]).await;
    let page =
        place.tables.rows(place.ns, &design, &design.tables[0], RowQuery { first: 99_999, ..RowQuery::default() });
    let page = page.await.unwrap();
    assert_eq!((page.rows.len(), page.total, page.has_next), (1_000, 1_500, true));
    assert_eq!(page.columns, ["n", "word", "wide"]);
}

async fn keys_are_those_that_are_there() {
    let (place, design) = (Place::new(), shop());
    let keys = |field: usize, limit: usize| {
        place.tables.keys(place.ns, &design, design.tables[0].id, design.tables[0].fields[field].id, limit)
    };
    assert_eq!(keys(0, 10).await.unwrap().len(), 0, "not migrated yet");
    place.migrate(None, &design).await;
    let rows = [7, 9, 11].map(|n| vec![json!(n), json!(format!("c{n}@example.com")), Value::Null]).to_vec();
    place.append(&design, &[rows, vec![]]).await;
    assert_eq!(keys(0, 2).await.unwrap().as_primitive::<Int64Type>().values().as_ref(), [7, 9]);
    assert_eq!(keys(1, 10).await.unwrap().as_string::<i32>().value(2), "c11@example.com");
    assert_eq!(keys(2, 10).await.unwrap().len(), 0, "nulls are no keys");
}

everywhere! {
    every_type_is_read_as_it_was_written,
    a_snapshot_gives_the_batches_that_were_loaded,
    filters_compare_as_the_type_does,
    what_is_wrong_with_a_query_is_told_at_once,
    pages_join_to_the_whole_in_every_order,
    rows_added_meanwhile_move_nothing,
    a_page_has_at_most_a_thousand_rows_and_knows_its_total,
    keys_are_those_that_are_there,
}
