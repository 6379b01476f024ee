use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Decimal128Array, Float64Array, Int32Array, StringArray,
    TimestampMicrosecondArray,
};
use dmb_spec::FieldType;
use serde_json::{Value, json};

use crate::json as cells;
use crate::testing::{Trial, as_of};

const DAY: i64 = 86_400_000_000;

/// A trial whose cases give the texts A, B … in turn and `-` where none holds.
fn lettered(cases: &[Value], field_type: FieldType) -> Trial {
    let case = |(n, conditions): (usize, &Value)| {
        let mut case = conditions.clone();
        case["then"] = json!({ "constant": { "value": char::from(b'A' + n as u8).to_string() } });
        case
    };
    let cases: Vec<Value> = cases.iter().enumerate().map(case).collect();
    let params = json!({ "field": "decides", "cases": cases, "else": { "constant": { "value": "-" } } });
    Trial::new("when", params, FieldType::String).beside("decides", field_type, None)
}

/// Which case each value falls into, as a text.
fn fall(cases: &[Value], field_type: FieldType, decides: ArrayRef) -> String {
    let made = lettered(cases, field_type).fill_with(decides.len() as u64, &[decides]);
    made.as_string::<i32>().iter().flatten().collect()
}

fn codes(cases: &[Value], field_type: FieldType) -> Vec<(String, &'static str)> {
    let problems = lettered(cases, field_type).compile().err().unwrap();
    problems.into_iter().map(|problem| (problem.param, problem.code)).collect()
}

#[test]
fn the_first_case_that_holds_decides() {
    let numbers: ArrayRef = Arc::new(Int32Array::from(vec![Some(0), Some(1), Some(299), Some(300), Some(1_800), None]));
    let cases = [json!({ "is": 0 }), json!({ "below": 300 }), json!({ "at_most": 1_799.5 }), json!({ "above": 5 })];
    assert_eq!(fall(&cases, FieldType::Integer, numbers), "ABBCD-");
}

#[test]
fn every_condition_of_a_case_must_hold() {
    let numbers: ArrayRef = Arc::new(Int32Array::from(vec![1, 2, 3, 4, 5]));
    let cases = [json!({ "above": 1, "at_most": 4, "in": [2, 4, 5] }), json!({ "is": 3, "in": [3, 1] })];
    assert_eq!(fall(&cases, FieldType::Integer, numbers), "-ABA-");
}

#[test]
fn null_is_a_case_of_its_own() {
    let texts: ArrayRef = Arc::new(StringArray::from(vec![Some("x"), None, Some("")]));
    assert_eq!(fall(&[json!({ "null": true })], FieldType::String, Arc::clone(&texts)), "-A-");
    assert_eq!(fall(&[json!({ "null": false })], FieldType::String, Arc::clone(&texts)), "A-A");
    assert_eq!(fall(&[json!({ "is": "" })], FieldType::String, texts), "--A");
}

#[test]
fn every_type_that_can_be_compared_is() {
    let decimals = Decimal128Array::from(vec![149, 150, 151]).with_precision_and_scale(12, 2).unwrap();
    assert_eq!(fall(&[json!({ "at_least": 1.5 })], FieldType::Decimal, Arc::new(decimals)), "-AA");
    let floats: ArrayRef = Arc::new(Float64Array::from(vec![-1.5, -0.0, 0.0, 2.0]));
    assert_eq!(fall(&[json!({ "is": 0 }), json!({ "below": 0 })], FieldType::Float, floats), "BAA-");
    let flags: ArrayRef = Arc::new(BooleanArray::from(vec![true, false]));
    assert_eq!(fall(&[json!({ "is": true })], FieldType::Boolean, flags), "A-");
    let dates: ArrayRef = Arc::new(Date32Array::from(vec![20_453, 20_454]));
    assert_eq!(fall(&[json!({ "below": "2026-01-01" })], FieldType::Date, dates), "A-");
    let now = as_of().timestamp_micros();
    let moments = TimestampMicrosecondArray::from(vec![now - 31 * DAY, now - 29 * DAY, now]).with_timezone("UTC");
    let cases = [json!({ "below": "-30d" }), json!({ "is": "now" })];
    assert_eq!(fall(&cases, FieldType::Datetime, Arc::new(moments)), "A-B");
}

#[test]
fn only_the_rows_of_a_case_are_filled_and_each_with_what_its_generator_gives_alone() {
    let sequence = json!({ "sequence": { "start": 100 } });
    let cases = json!([{ "is": "b", "then": sequence }, { "is": "n", "then": null }]);
    let params = json!({ "field": "decides", "cases": cases, "else": { "copy": { "from": "number" } } });
    let trial = Trial::new("when", params, FieldType::Integer)
        .field(|field| field.nullable = true)
        .beside("decides", FieldType::String, None)
        .beside("number", FieldType::Integer, None);
    let decides: ArrayRef = Arc::new(StringArray::from(vec!["a", "b", "n", "b", "a"]));
    let numbers: ArrayRef = Arc::new(Int32Array::from(vec![7, 8, 9, 10, 11]));
    let made = trial.fill_with(5, &[decides, numbers]);
    let expect = Int32Array::from(vec![Some(7), Some(101), None, Some(103), Some(11)]);
    assert_eq!(made.as_primitive::<Int32Type>(), &expect);
}

#[test]
fn a_case_added_or_moved_changes_no_other() {
    let drawn = json!({ "number.integer": { "min": 1, "max": 1_000_000 } });
    let case = |is: &str| json!({ "is": is, "then": drawn });
    let fill = |cases: Vec<Value>| {
        let params = json!({ "field": "decides", "cases": cases, "else": drawn });
        let trial = Trial::new("when", params, FieldType::Integer).beside("decides", FieldType::String, None);
        let decides: ArrayRef = Arc::new(StringArray::from(vec!["a", "b", "c"]));
        trial.fill_with(3, &[decides])
    };
    let (before, after) = (fill(vec![case("a"), case("b")]), fill(vec![case("z"), case("b"), case("a")]));
    assert_eq!(&before, &after);
    let values = before.as_primitive::<Int32Type>().values().to_vec();
    assert!(values[0] != values[1] && values[1] != values[2], "{values:?}");
}

#[test]
fn what_a_field_is_never_asked_is_told_at_its_place() {
    let text = [json!({ "below": 3 })];
    assert_eq!(codes(&text, FieldType::String), [("cases[0].below".to_owned(), "wrong_value")]);
    let numbers = [json!({ "is": 1 }), json!({ "is": "many" }), json!({ "above": 5, "below": 3 })];
    assert_eq!(
        codes(&numbers, FieldType::Integer),
        [("cases[1].is".to_owned(), "wrong_value"), ("cases[2]".to_owned(), "empty_range")]
    );
    let nulls = [json!({ "in": [1, null] }), json!({ "null": true, "is": 1 })];
    assert_eq!(
        codes(&nulls, FieldType::Integer),
        [("cases[0].in".to_owned(), "null_value"), ("cases[1].null".to_owned(), "contradiction")]
    );
}

#[test]
fn null_needs_a_field_that_may_be_null() {
    let params = json!({ "field": "decides", "cases": [{ "is": "a", "then": null }] });
    let trial = Trial::new("when", params, FieldType::Integer).beside("decides", FieldType::String, None);
    let found: Vec<_> = trial.compile().err().unwrap().into_iter().map(|p| (p.param, p.code)).collect();
    assert_eq!(found, [("cases[0].then".to_owned(), "null_not_allowed"), ("else".to_owned(), "null_not_allowed")]);
    let trial = trial.field(|field| field.nullable = true);
    let decides: ArrayRef = Arc::new(StringArray::from(vec!["a", "b"]));
    assert_eq!(trial.fill_with(2, &[decides]).null_count(), 2);
}

#[test]
fn a_distribution_depends_on_the_field() {
    let normal = |mean: f64| json!({ "number.normal": { "mean": mean, "std_dev": 1 } });
    let params = json!({
        "field": "decides",
        "cases": [{ "is": true, "then": normal(100.0) }],
        "else": normal(0.0),
    });
    let trial = Trial::new("when", params, FieldType::Float).beside("decides", FieldType::Boolean, None);
    let flags: Vec<bool> = (0..2_000).map(|row| row % 3 == 0).collect();
    let made = trial.fill_with(2_000, &[Arc::new(BooleanArray::from(flags.clone()))]);
    for (at, flag) in flags.iter().enumerate() {
        let value = cells::value(&made, at, FieldType::Float).as_f64().unwrap();
        assert!((value - if *flag { 100.0 } else { 0.0 }).abs() < 10.0, "{at}: {value}");
    }
}
