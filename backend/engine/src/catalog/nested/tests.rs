use dmb_spec::{Params, Table, TableId};
use serde_json::{Value, json};

use crate::catalog::{DEEPEST, check_params, descriptor};

/// Places and codes of what is wrong with the parameters of a generator.
fn found(generator: &str, params: Value) -> Vec<(String, &'static str)> {
    let table = Table::new(TableId::from_name("t", |_| false), "t");
    let params: Params = params.as_object().cloned().unwrap();
    let problems = check_params(descriptor(generator).unwrap(), &params, &table);
    problems.into_iter().map(|problem| (problem.param, problem.code)).collect()
}

fn check(generator: &str, params: Value, expect: &[(&str, &str)]) {
    let found = found(generator, params.clone());
    let found: Vec<_> = found.iter().map(|(at, code)| (at.as_str(), *code)).collect();
    assert_eq!(found, expect, "{params}");
}

#[test]
fn what_is_wrong_inside_is_told_at_its_place() {
    let members = json!([
        { "name": "a", "generator": "persn.email" },
        { "name": "b", "generator": { "boolean": { "rate": 2 } } },
        { "name": "b", "generator": { "boolean": { "rat": 1 } } },
        { "name": "", "generator": 5 },
        { "nam": "c" },
        "d",
    ]);
    check(
        "object",
        json!({ "members": members }),
        &[
            ("members[0].generator", "unknown_generator"),
            ("members[1].generator.params.rate", "wrong_param"),
            ("members[2].name", "name_repeated"),
            ("members[2].generator.params.rat", "unknown_param"),
            ("members[3].name", "wrong_param"),
            ("members[3].generator", "wrong_param"),
            ("members[4].nam", "unknown_param"),
            ("members[4].name", "wrong_param"),
            ("members[4].generator", "missing_param"),
            ("members[5]", "wrong_param"),
        ],
    );
    check("object", json!({ "members": [] }), &[("members", "wrong_param")]);
}

#[test]
fn a_member_is_checked_as_a_field_is() {
    let member = |words: Value| {
        let mut member = json!({ "name": "a", "generator": "number.uniform" });
        member.as_object_mut().unwrap().extend(words.as_object().cloned().unwrap());
        json!({ "members": [member] })
    };
    check("object", member(json!({ "type": "decimal", "precision": 5, "scale": 2, "min": 0, "max": 9.99 })), &[]);
    check("object", member(json!({ "type": "integr" })), &[("members[0].type", "unknown_type")]);
    check("object", member(json!({ "type": "date" })), &[("members[0].generator", "generator_type")]);
    check("object", member(json!({ "type": "foreign_key" })), &[("members[0].type", "unknown_type")]);
    check("object", member(json!({ "null_rate": 2 })), &[("members[0].null_rate", "null_rate_out_of_range")]);
    check("object", member(json!({ "type": "integer", "min": 5, "max": 1 })), &[("members[0].min", "bounds_crossed")]);
    check("object", member(json!({ "max_length": 5 })), &[("members[0].max_length", "constraint_not_known")]);
    check("object", member(json!({ "scale": "two" })), &[("members[0].scale", "wrong_param")]);
    let key = json!({ "members": [{ "name": "a", "generator": "foreign_key" }] });
    check("object", key, &[("members[0].generator", "generator_type")]);
}

#[test]
fn cases_need_conditions_and_what_follows() {
    let cases = json!([
        { "is": 1, "then": null },
        { "then": "person.email" },
        { "is": 1 },
        { "below": 1, "then": { "number.uniform": { "mn": 1 } } },
        { "in": [], "then": null },
        { "null": "yes", "then": null },
        { "iss": 1, "then": null },
    ]);
    check(
        "when",
        json!({ "cases": cases, "else": "persn.email" }),
        &[
            ("cases[1].then", "unknown_generator"),
            ("cases[1]", "missing_param"),
            ("cases[2].then", "missing_param"),
            ("cases[3].then.params.mn", "unknown_param"),
            ("cases[4].in", "wrong_param"),
            ("cases[5].null", "wrong_param"),
            ("cases[6].iss", "unknown_param"),
            ("cases[6]", "missing_param"),
            ("else", "unknown_generator"),
            ("field", "missing_param"),
        ],
    );
}

#[test]
fn generators_nest_to_a_stated_depth() {
    let wrapped = |times: usize| {
        let innermost = json!({ "boolean": {} });
        (0..times).fold(innermost, |inner, _| json!({ "array": { "item": { "generator": inner }, "max_items": 1 } }))
    };
    let params = |times: usize| json!({ "item": { "generator": wrapped(times) } });
    check("array", params(DEEPEST - 1), &[]);
    let (at, code) = found("array", params(DEEPEST)).remove(0);
    assert_eq!(code, "nested_too_deep");
    assert_eq!(at.matches("item.generator").count(), DEEPEST + 1);
    // However deep, it is looked at no further.
    assert_eq!(found("array", params(40)).len(), 1);
}

#[test]
fn the_nearest_right_name_is_suggested() {
    let table = Table::new(TableId::from_name("t", |_| false), "t");
    let params = json!({ "members": [{ "name": "a", "generator": "code.uid", "null_rat": 1, "type": "strin" }] });
    let problems = check_params(descriptor("object").unwrap(), params.as_object().unwrap(), &table);
    let suggestions: Vec<_> = problems.iter().map(|problem| problem.suggestion.as_deref()).collect();
    assert_eq!(suggestions, [Some("null_rate"), Some("code.uuid"), Some("string")]);
}
