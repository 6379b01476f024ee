use arrow_array::{Array, Int32Array};

use super::*;
use crate::testing::Trial;

fn lists(params: Value, rows: u64) -> Vec<Vec<Value>> {
    let made = Trial::new("array", params, FieldType::Json).texts(rows);
    made.iter().map(|text| serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))).collect()
}

#[test]
fn lengths_follow_their_distribution_and_the_most_items() {
    let count = |lists: &[Vec<Value>], length: usize| lists.iter().filter(|list| list.len() == length).count();
    let made = lists(json!({ "item": { "generator": "boolean" } }), 9_000);
    assert!((1..=3).all(|length| (2_800..3_200).contains(&count(&made, length))));
    let choice = json!({ "choice": { "weights": { "0": 1, "2": 1, "50": 2 } } });
    let made = lists(json!({ "item": { "generator": "boolean" }, "length": choice, "max_items": 4 }), 8_000);
    assert_eq!(count(&made, 0) + count(&made, 2) + count(&made, 4), 8_000);
    assert!((3_800..4_200).contains(&count(&made, 4)), "{}", count(&made, 4));
}

#[test]
fn items_differ_within_a_row_and_between_rows() {
    let length = json!({ "constant": { "value": 5 } });
    let made = lists(json!({ "item": { "generator": "code.uuid" }, "length": length }), 200);
    let mut all: Vec<String> = made.iter().flatten().map(ToString::to_string).collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 1_000);
}

#[test]
fn a_row_alone_is_what_it_is_among_others() {
    let item = json!({ "generator": { "array": { "item": { "generator": "text.words" }, "max_items": 50 } } });
    let length = json!({ "number.integer": { "min": 0, "max": 40 } });
    let trial = Trial::new("array", json!({ "item": item, "length": length }), FieldType::Json);
    let filler = trial.compile().unwrap();
    let fill = |rows: &[u64]| filler.fill(&FillContext { rows, inputs: &[] }).unwrap();
    let rows: Vec<u64> = (0..4_000).collect();
    let whole = fill(&rows);
    for row in [3_999, 0, 1_234] {
        assert_eq!(&whole.slice(row as usize, 1), &fill(&[row]));
    }
}

#[test]
fn the_members_of_an_item_tell_of_one_person_and_items_of_others() {
    let members = json!([
        { "name": "last", "generator": "person.last_name" },
        { "name": "full", "generator": "person.full_name" },
    ]);
    let item = json!({ "generator": { "object": { "members": members } } });
    let made = lists(json!({ "item": item, "length": { "constant": { "value": 3 } } }), 50);
    let people: Vec<(&str, &str)> =
        made.iter().flatten().map(|item| (item["last"].as_str().unwrap(), item["full"].as_str().unwrap())).collect();
    assert!(people.iter().all(|(last, full)| full.contains(last)), "{people:?}");
    assert!(made.iter().any(|list| list[0] != list[1]));
}

#[test]
fn every_item_sees_the_fields_of_its_row() {
    let copy = json!({ "copy": { "from": "number" } });
    let params = json!({
        "item": { "type": "integer", "generator": copy },
        "length": copy,
    });
    let trial = Trial::new("array", params, FieldType::Json).beside("number", FieldType::Integer, None);
    let numbers: ArrayRef = Arc::new(Int32Array::from(vec![Some(2), Some(0), None, Some(1)]));
    let made = trial.fill_with(4, &[Arc::clone(&numbers), numbers]);
    let texts: Vec<_> = made.as_string::<i32>().iter().flatten().collect();
    assert_eq!(texts, ["[2,2]", "[]", "[]", "[1]"]);
}

#[test]
fn lists_of_lists_are_bounded_together() {
    let inner =
        |most: u64| json!({ "generator": { "array": { "item": { "generator": "boolean" }, "max_items": most } } });
    let trial = |most| Trial::new("array", json!({ "item": inner(most), "max_items": 101 }), FieldType::Json);
    assert!(trial(99).compile().is_ok());
    let found = trial(100).compile().err().unwrap();
    assert_eq!((found[0].param.as_str(), found[0].code), ("max_items", "too_many_items"));
    assert!(found[0].message.contains("10100"), "{}", found[0].message);
}
