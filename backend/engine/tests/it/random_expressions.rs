//! Any expression of any fields and functions: values or reasons, never a crash of what computes it.

use dmb_engine::catalog;
use dmb_engine::generator::ParamKind;
use dmb_engine::plan::{PlanRequest, compile};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::{as_of, design};

const PARTS: &[&str] = &[
    "i",
    "n",
    "d",
    "f",
    "s",
    "b",
    "day",
    "at",
    "clock",
    "null",
    "0",
    "1",
    "-1",
    "3.14",
    "9223372036854775807",
    "'a'",
    "'%Y'",
    "'year'",
    "''",
    "'2024-02-30'",
    "interval '1 month'",
    "true",
    "now()",
    "current_date",
];
const OPERATORS: &[&str] =
    &["+", "-", "*", "/", "%", "||", "=", "<", "and", "or", "like", "~", "is distinct from", "&", "<<", ">>"];
const TYPES: &[&str] = &["int", "bigint", "double", "decimal(10,2)", "text", "date", "timestamp", "boolean", "time"];

fn functions() -> Vec<&'static str> {
    let expression = catalog::descriptor("expression").unwrap();
    match expression.params[0].kind {
        ParamKind::Sql(functions) => functions.to_vec(),
        _ => Vec::new(),
    }
}

fn expression() -> impl Strategy<Value = String> {
    let part = proptest::sample::select(PARTS).prop_map(str::to_owned);
    part.prop_recursive(4, 24, 3, |inner| {
        let list = proptest::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            (inner.clone(), proptest::sample::select(OPERATORS), inner.clone())
                .prop_map(|(a, operator, b)| format!("({a} {operator} {b})")),
            (proptest::sample::select(functions()), list)
                .prop_map(|(name, args)| format!("{name}({})", args.join(", "))),
            (inner.clone(), proptest::sample::select(TYPES)).prop_map(|(a, word)| format!("cast({a} as {word})")),
            (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c)| format!("case when {a} is null then {b} else {c} end")),
            (inner.clone(), inner.clone(), inner.clone()).prop_map(|(a, b, c)| format!("({a} between {b} and {c})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} in ({b}, {a})")),
            inner.prop_map(|a| format!("(- {a})")),
        ]
    })
}

/// The rows of a table with this expression, or why there are none.
fn look(field: &str, sql: &str) -> String {
    let sql = Value::from(sql);
    let design = design(&format!(
        r#"
  t:
    rows: 40
    fields:
      made: {{ {field}, nullable: true, generator: {{ expression: {sql} }} }}
      i: {{ type: integer, generator: {{ number.uniform: {{ min: -5, max: 5 }} }} }}
      n: {{ type: big_integer, nullable: true, null_rate: 0.5 }}
      d: {{ type: decimal, precision: 38, scale: 10 }}
      f: {{ type: float }}
      s: {{ type: string, generator: {{ text.words: {{}} }} }}
      b: {{ type: boolean }}
      day: {{ type: date }}
      at: {{ type: datetime }}
      clock: {{ type: time }}
"#
    ));
    match compile(PlanRequest::whole(&design, as_of())) {
        Ok(plan) => plan.tables()[0].chunk(0).map_or_else(|error| error.to_string(), |_| String::new()),
        Err(found) => found.iter().map(|violation| violation.message.as_str()).collect::<Vec<_>>().join("\n"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_expression_makes_values_or_has_a_reason(sql in expression(), at in 0..5_usize) {
        let field = ["type: text", "type: big_integer", "type: float", "type: boolean", "type: datetime"][at];
        let told = look(field, &sql);
        prop_assert!(!told.contains("does not stand"), "{sql}: {told}");
    }
}
