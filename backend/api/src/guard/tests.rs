//! The guard against what is known to bring servers of this kind down.

use async_graphql::{Name, Request, Value, Variables};

use super::admit;
use crate::limits::*;

fn code(request: impl Into<Request>) -> &'static str {
    match admit(request.into()) {
        Ok(_) => "ok",
        Err(error) => error.code.as_str(),
    }
}

#[test]
fn everyday_queries_pass() {
    assert_eq!(code("{ me { id } }"), "ok");
    assert_eq!(code("query A { version } query B { version }"), "GRAPHQL_VALIDATION_FAILED");
    assert_eq!(code(Request::new("query A { version } query B { version }").operation_name("B")), "ok");
    assert_eq!(code("# { { {\n{ table(id: \"[[[[((((\") { name } }"), "ok");
    assert_eq!(code("{ a(text: \"\"\" \\\"\"\" {{{{ \" {{{ \"\"\") }"), "ok");
}

#[test]
fn the_introspection_that_tools_send_passes() {
    assert_eq!(code(include_str!("introspection.graphql")), "ok");
}

#[test]
fn nesting_is_refused_before_the_parser_sees_it() {
    for (open, close) in [("[", "]"), ("{a:", "}")] {
        let deep = format!("{{ a(x: {}1{}) }}", open.repeat(5_000), close.repeat(5_000));
        assert_eq!(code(deep), "QUERY_TOO_COMPLEX");
    }
    assert_eq!(
        code(format!("{}a{}", "{a".repeat(BRACKET_DEPTH + 1), "}".repeat(BRACKET_DEPTH + 1))),
        "QUERY_TOO_COMPLEX"
    );
    // Never closed, and hidden behind a string that never ends.
    assert_eq!(code("{".repeat(30_000)), "QUERY_TOO_COMPLEX");
    assert_eq!(code(format!("{{ a(x: \"abc\n {}", "[".repeat(20_000))), "GRAPHQL_PARSE_FAILED");
    assert_eq!(code(format!("{{ a(x: \"\"\"abc\"\" {}", "[".repeat(20_000))), "GRAPHQL_PARSE_FAILED");
}

#[test]
fn long_texts_are_refused() {
    assert_eq!(code(format!("{{ a }} #{}", "x".repeat(QUERY_BYTES))), "QUERY_TOO_COMPLEX");
    assert_eq!(code(format!("{{ {} }}", "a ".repeat(TOKENS))), "QUERY_TOO_COMPLEX");
}

#[test]
fn fragments_that_double_each_time_are_refused_at_once() {
    let mut query = String::from("{ ...f0 } ");
    for n in 0..60 {
        query += &format!("fragment f{n} on Query {{ ...f{m} ...f{m} }} ", m = n + 1);
    }
    query += "fragment f60 on Query { version }";
    assert_eq!(code(query.clone()), "QUERY_TOO_COMPLEX");
    // The same without anybody spreading the first.
    assert_eq!(code(query.replacen("{ ...f0 }", "{ version }", 1)), "QUERY_TOO_COMPLEX");
}

#[test]
fn fragments_in_a_circle_are_refused() {
    assert_eq!(code("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }"), "GRAPHQL_VALIDATION_FAILED");
    assert_eq!(code("{ ...a } fragment a on Query { me { ...a } }"), "GRAPHQL_VALIDATION_FAILED");
}

#[test]
fn a_long_chain_of_fragments_is_refused() {
    let mut query = String::from("{ ...f0 } ");
    for n in 0..400 {
        query += &format!("fragment f{n} on Query {{ ...f{} }} ", n + 1);
    }
    query += "fragment f400 on Query { version }";
    assert_eq!(code(query), "QUERY_TOO_COMPLEX");
}

#[test]
fn too_many_of_anything_is_refused() {
    let aliases: String = (0..=ALIASES).map(|n| format!("a{n}: version ")).collect();
    assert_eq!(code(format!("{{ {aliases} }}")), "QUERY_TOO_COMPLEX");
    assert_eq!(code(format!("{{ {} }}", "version ".repeat(FIELDS as usize + 1))), "QUERY_TOO_COMPLEX");
    assert_eq!(code(format!("{{ version {} }}", "@include(if: true) ".repeat(500))), "QUERY_TOO_COMPLEX");
    let spread_out = "version @include(if: true) ".repeat(DIRECTIVES as usize + 1);
    assert_eq!(code(format!("{{ {spread_out} }}")), "QUERY_TOO_COMPLEX");
    let deep = format!("{}version{}", "{ me ".repeat(DEPTH as usize), "}".repeat(DEPTH as usize));
    assert_eq!(code(deep.replacen("version", "{ id }", 1)), "QUERY_TOO_COMPLEX");
    let operations: String = (0..=OPERATIONS).map(|n| format!("query q{n} {{ version }} ")).collect();
    assert_eq!(code(Request::new(operations).operation_name("q0")), "QUERY_TOO_COMPLEX");
}

#[test]
fn full_pages_within_full_pages_are_refused() {
    let query = "query($n: Int) { projects(first: $n) { nodes { tables { fields { name } } } } }";
    let with = |n: i64| {
        let mut variables = Variables::default();
        variables.insert(Name::new("n"), Value::from(n));
        Request::new(query).variables(variables)
    };
    assert_eq!(code(with(50)), "ok");
    assert_eq!(code(with(100_000)), "QUERY_TOO_COMPLEX");
    assert_eq!(
        code("{ projects(first: 200) { nodes { jobs(first: 200) { nodes { id events { at } } } } } }"),
        "QUERY_TOO_COMPLEX"
    );
}

#[test]
fn an_introspection_that_goes_in_circles_is_refused() {
    let query = "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }";
    assert_eq!(code(query), "QUERY_TOO_COMPLEX");
}

#[test]
fn values_of_variables_are_bounded() {
    let mut value = Value::from(1);
    for _ in 0..=VALUE_DEPTH {
        value = Value::List(vec![value]);
    }
    let request = |value: Value| {
        let mut variables = Variables::default();
        variables.insert(Name::new("v"), value);
        Request::new("query($v: JSON) { version }").variables(variables)
    };
    assert_eq!(code(request(value)), "QUERY_TOO_COMPLEX");
    assert_eq!(code(request(Value::List(vec![Value::Null; VALUES + 1]))), "QUERY_TOO_COMPLEX");
    assert_eq!(code(request(Value::List(vec![Value::Null; 1_000]))), "ok");
}

#[test]
fn variables_that_need_a_value_need_one() {
    assert_eq!(code("query($id: ID!) { node(id: $id) { id } }"), "BAD_USER_INPUT");
    assert_eq!(code("query($id: ID! = \"x\") { node(id: $id) { id } }"), "ok");
    let mut variables = Variables::default();
    variables.insert(Name::new("id"), Value::Null);
    assert_eq!(
        code(Request::new("query($id: ID! = \"x\") { node(id: $id) { id } }").variables(variables)),
        "BAD_USER_INPUT"
    );
}

#[test]
fn syntax_errors_name_the_place_and_nothing_else() {
    let error = admit(Request::new("{ me { } }")).err().unwrap();
    assert_eq!(error.code.as_str(), "GRAPHQL_PARSE_FAILED");
    assert!(error.message.contains("line 1"), "{}", error.message);
    assert!(!error.message.contains("pest") && !error.message.contains('\n'), "{}", error.message);
}
