//! Expressions in SQL: what they make, what is refused before the run, and what only values show.

use dmb_engine::plan::{PlanRequest, compile};
use serde_json::{Value, json};

use crate::support::{as_of, column, design, plan, plan_of, request};

/// A table whose field `made` is this expression; the other fields are the same in every row.
fn table(made: &str, sql: &str) -> dmb_spec::Design {
    let sql = Value::from(sql);
    let constant = |value: &str| format!("generator: {{ constant: {{ value: {value} }} }}");
    design(&format!(
        r#"
  cities:
    rows: 1
    fields:
      id: {{ type: auto_increment }}
      name: {{ type: string, {lima} }}
  t:
    rows: 3
    fields:
      made: {{ {made}, generator: {{ expression: {sql} }} }}
      city_id: {{ type: foreign_key, to: cities.id }}
      quantity: {{ type: integer, {three} }}
      big: {{ type: big_integer, generator: {{ constant: {{ value: 9223372036854775807 }} }} }}
      zero: {{ type: integer, {zero} }}
      price: {{ type: decimal, precision: 10, scale: 2, {price} }}
      ratio: {{ type: float, {half} }}
      name: {{ type: string, {name} }}
      nothing: {{ type: string, nullable: true, null_rate: 1 }}
      number: {{ type: integer, nullable: true, null_rate: 1 }}
      yes: {{ type: boolean, {yes} }}
      day: {{ type: date, {day} }}
      at: {{ type: datetime, {at} }}
      clock: {{ type: time, {clock} }}
      key: {{ type: uuid, {key} }}
"#,
        lima = constant("Lima"),
        three = constant("3"),
        zero = constant("0"),
        price = constant("19.99"),
        half = constant("0.5"),
        name = constant("Añil"),
        yes = constant("true"),
        day = constant("2024-02-29"),
        at = constant("2025-12-31T23:59:59Z"),
        clock = constant("\"09:30\""),
        key = constant("\"67e55044-10b1-426f-9247-bb680e5fe0c8\""),
    ))
}

/// What the expression makes in a field of this type.
#[track_caller]
fn makes(field: &str, sql: &str, expect: Value) {
    let plan =
        compile(PlanRequest::whole(&table(field, sql), as_of())).unwrap_or_else(|found| panic!("{sql}: {found:#?}"));
    assert_eq!(column(&plan, "t", "made"), [expect.clone(), expect.clone(), expect], "{sql}");
}

/// Why there is no plan: each message with its code, all of them at the expression or its field.
fn refused(field: &str, sql: &str) -> Vec<(String, String)> {
    let found = match compile(PlanRequest::whole(&table(field, sql), as_of())) {
        Ok(_) => panic!("{sql} has a plan"),
        Err(found) => found,
    };
    let own = |path: &str| path.starts_with("tables.t.fields.made");
    assert!(found.iter().all(|violation| own(&violation.path)), "{found:#?}");
    found.into_iter().map(|violation| (violation.code.into_owned(), violation.message)).collect()
}

#[track_caller]
fn refuses(field: &str, sql: &str, code: &str, words: &[&str]) {
    let found = refused(field, sql);
    let (told, message) = &found[0];
    assert_eq!(told, code, "{sql}: {message}");
    for word in words {
        assert!(message.contains(word), "{sql}: {message:?} does not say {word:?}");
    }
}

const INTEGER: &str = "type: integer";
const BIG: &str = "type: big_integer";
const DECIMAL: &str = "type: decimal, precision: 12, scale: 2";
const FLOAT: &str = "type: float";
const TEXT: &str = "type: text";
const BOOLEAN: &str = "type: boolean";
const DATE: &str = "type: date";
const DATETIME: &str = "type: datetime";

#[test]
fn numbers_are_exact_and_come_in_the_fields_kind() {
    makes(DECIMAL, "quantity * price", json!("59.97"));
    makes(DECIMAL, "price * 1.21", json!("24.19"));
    makes(DECIMAL, "0.1 + 0.2", json!("0.30"));
    makes(DECIMAL, "quantity", json!("3.00"));
    makes(DECIMAL, "-price", json!("-19.99"));
    makes(DECIMAL, "round(price / 3, 2)", json!("6.66"));
    makes(INTEGER, "price", json!(20));
    makes(INTEGER, "ratio + 1", json!(2));
    makes(INTEGER, "quantity / 2", json!(1));
    makes(INTEGER, "quantity % 2", json!(1));
    makes(INTEGER, "-quantity", json!(-3));
    makes(INTEGER, "length(name) + abs(-quantity)", json!(7));
    makes(BIG, "big - 1", json!("9223372036854775806"));
    makes(FLOAT, "quantity * ratio", json!(1.5));
    makes(FLOAT, "sqrt(power(quantity, 2) + 16)", json!(5.0));
}

#[test]
fn texts_are_put_together() {
    makes(TEXT, "concat(upper(name), '-', quantity)", json!("AÑIL-3"));
    makes(TEXT, "name || ' ' || cast(price as text)", json!("Añil 19.99"));
    makes(TEXT, "substr(name, 2, 2)", json!("ñi"));
    makes(TEXT, "substring(name from 2 for 2) || trim(' x ')", json!("ñix"));
    makes(TEXT, "lpad(cast(quantity as text), 5, '0')", json!("00003"));
    makes(TEXT, "replace(lower(name), 'ñ', 'n')", json!("anil"));
    makes(TEXT, "regexp_replace(name, '[^a-zA-Z]', '_')", json!("A_il"));
    makes(TEXT, "split_part('a,b,c', ',', quantity)", json!("c"));
    makes(TEXT, "'it''s ' || repeat('ab', 2)", json!("it's abab"));
    makes("type: enum, choices: [low, high]", "case when price > 10 then 'high' else 'low' end", json!("high"));
    makes("type: string", "cast(key as text)", json!("67e55044-10b1-426f-9247-bb680e5fe0c8"));
}

#[test]
fn dates_are_reckoned_with() {
    makes(DATE, "day + interval '1 day'", json!("2024-03-01"));
    makes(DATE, "cast(at as date) + interval '30 days'", json!("2026-01-30"));
    makes(DATE, "day - interval '1 month'", json!("2024-01-29"));
    makes(DATE, "cast(at as date)", json!("2025-12-31"));
    makes(DATE, "make_date(2024, quantity, 1)", json!("2024-03-01"));
    makes(DATETIME, "at + interval '1 second'", json!("2026-01-01T00:00:00Z"));
    makes(DATETIME, "date_trunc('month', at)", json!("2025-12-01T00:00:00Z"));
    makes(DATETIME, "day", json!("2024-02-29T00:00:00Z"));
    makes(INTEGER, "extract(year from day) * 100 + extract(month from at)", json!(202_412));
    makes(INTEGER, "current_date - day", json!(672));
    makes("type: time", "clock", json!("09:30:00"));
    makes(TEXT, "to_char(day, '%d/%m/%Y')", json!("29/02/2024"));
}

#[test]
fn now_is_the_moment_of_the_design() {
    makes(DATETIME, "now()", json!("2026-01-01T00:00:00Z"));
    makes(DATE, "current_date", json!("2026-01-01"));
    makes(BOOLEAN, "at < now() and at >= now() - interval '1 minute'", json!(true));
}

#[test]
fn conditions_and_nulls_are_those_of_sql() {
    makes(BOOLEAN, "yes and quantity between 1 and 3 and name like 'A%'", json!(true));
    makes(BOOLEAN, "quantity not between 1 and 3 or name in ('a', 'b')", json!(false));
    makes(BOOLEAN, "nothing is null and nothing is distinct from name", json!(true));
    makes(TEXT, "coalesce(nothing, name)", json!("Añil"));
    makes(TEXT, "coalesce(nothing, nullif(name, 'Añil'), 'none')", json!("none"));
    makes(INTEGER, "case quantity when 3 then 10 when 4 then 20 else 0 end", json!(10));
    makes("type: integer, nullable: true", "number + quantity", json!(null));
    makes("type: integer, nullable: true", "null", json!(null));
    makes("type: text, nullable: true", "name || nothing", json!(null));
    // What is not asked for may be impossible.
    makes(INTEGER, "case when zero = 0 then 0 else quantity / zero end", json!(0));
}

#[test]
fn a_parents_values_come_by_its_key_with_or_without_its_ending() {
    makes(TEXT, "city.name || '/' || city_id.name", json!("Lima/Lima"));
    makes(BIG, "city.id * 2 + city_id", json!(3));
}

#[test]
fn names_are_read_as_sql_reads_them() {
    makes(INTEGER, "QUANTITY + \"quantity\"", json!(6));
    refuses(INTEGER, "\"Quantity\"", "unknown_field", &["\"Quantity\""]);
}

#[test]
fn every_unknown_name_is_told_at_once_with_its_place_and_the_nearest() {
    let found = refused(INTEGER, "quantty +\n  cty.name + city.nam + foo(quantity)");
    let messages: Vec<&str> = found.iter().map(|(_, message)| message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "there is no field \"quantty\" in t (line 1, column 1); did you mean quantity?",
            "\"cty\" is no foreign key of t, so it has no fields (line 2, column 3); did you mean city?",
            "there is no field \"nam\" in cities (line 2, column 19); did you mean name?",
            "there is no function foo() (line 2, column 25)",
        ]
    );
    refuses(INTEGER, "a.b.c", "unknown_field", &["line 1, column 1"]);
    refuses(TEXT, "uper(name)", "unknown_function", &["did you mean upper?"]);
}

#[test]
fn what_is_not_of_one_row_is_refused_with_the_reason() {
    refuses(INTEGER, "(select 1)", "subquery", &["one row"]);
    refuses(BOOLEAN, "quantity in (select 1)", "subquery", &["one row"]);
    refuses(BOOLEAN, "exists (select 1)", "subquery", &["one row"]);
    refuses(INTEGER, "sum(quantity)", "aggregate_function", &["many rows", "column 1"]);
    refuses(INTEGER, "row_number() over ()", "window_function", &["other rows"]);
    for sql in ["random()", "uuid()", "current_time", "concat(name, gen_random_uuid())"] {
        refuses(TEXT, sql, "volatile_function", &[]);
    }
    refuses(INTEGER, "$1", "wrong_expression", &[]);
    refuses(INTEGER, "[1, 2][1]", "wrong_expression", &[]);
    refuses(INTEGER, "@@version", "unknown_field", &[]);
}

#[test]
fn what_is_no_expression_is_told_with_its_place() {
    refuses(INTEGER, "quantity +", "syntax", &["expression"]);
    refuses(INTEGER, "quantity quantity", "syntax", &["line 1, column 10"]);
    refuses(INTEGER, "quantity; drop table t", "syntax", &["column 9"]);
    refuses(TEXT, "'open", "syntax", &["line 1, column 1"]);
    refuses(INTEGER, "  -- nothing", "missing_param", &["empty"]);
    refuses(INTEGER, "", "missing_param", &["empty"]);
}

#[test]
fn types_must_go_together_and_fit_the_field() {
    refuses(INTEGER, "name + day", "wrong_expression", &["Utf8", "Date32"]);
    refuses(INTEGER, "upper(name, 2)", "wrong_expression", &["upper"]);
    refuses(INTEGER, "name", "wrong_type", &["text", "integer", "cast(… as bigint)"]);
    refuses(TEXT, "quantity", "wrong_type", &["a whole number", "text", "cast(… as text)"]);
    refuses(DATE, "at", "wrong_type", &["a moment", "date", "cast(… as date)"]);
    refuses(BOOLEAN, "quantity", "wrong_type", &["a whole number", "boolean"]);
    refuses(INTEGER, "at - at", "wrong_type", &["a span of time"]);
    refuses(INTEGER, "null", "wrong_type", &["null"]);
}

#[test]
fn what_only_values_show_is_told_by_the_sample() {
    refuses(INTEGER, "quantity / zero", "generation_fails", &["division by zero"]);
    refuses(INTEGER, "quantity % zero", "generation_fails", &["division by zero"]);
    refuses(INTEGER, "1 / 0", "generation_fails", &["division by zero"]);
    refuses(DECIMAL, "price / zero", "generation_fails", &["division by zero"]);
    refuses(FLOAT, "ratio / zero", "generation_fails", &["inf"]);
    refuses(FLOAT, "ratio + cast('NaN' as double)", "generation_fails", &["NaN"]);
    refuses(FLOAT, "sqrt(-ratio)", "generation_fails", &["can't be computed: cannot take square root"]);
    refuses(BIG, "big + 1", "generation_fails", &["too large"]);
    refuses(BIG, "big * big", "generation_fails", &["too large"]);
    refuses(BIG, "-(-big - 1)", "generation_fails", &["too large"]);
    refuses(BIG, "9223372036854775807 + 1", "generation_fails", &["too large"]);
    refuses(INTEGER, "big", "generation_fails", &["can't be computed"]);
    refuses(DECIMAL, "price * 100000000000", "generation_fails", &["can't be computed"]);
    refuses(INTEGER, "cast(name as integer)", "generation_fails", &["can't be computed"]);
    refuses(INTEGER, "number + quantity", "generation_fails", &["null"]);
    refuses("type: enum, choices: [low, high]", "name", "not_a_choice", &["Añil"]);
    refuses(INTEGER, "made + 1", "circular_fields", &["t.made"]);
}

#[test]
fn limits_of_the_field_hold_as_for_any_generator() {
    makes("type: integer, max: 5", "quantity * 10", json!(5));
    makes("type: string, max_length: 2", "name", json!("Añ"));
}

#[test]
fn no_expression_runs_away() {
    let deep =
        |open: &str, middle: &str, close: &str, times| format!("{}{middle}{}", open.repeat(times), close.repeat(times));
    refuses(INTEGER, &deep("(", "1", ")", 290), "expression_too_deep", &["60"]);
    // The parser gives up in these, wherever it is; that it ends is what counts.
    refused(BOOLEAN, &deep("not ", "yes", "", 500));
    refused(INTEGER, &deep("- ", "1", "", 500));
    refused(INTEGER, &deep("case when yes then ", "1", " end", 100));
    refused(INTEGER, &deep("interval ", "1", "", 400));
    refuses(INTEGER, &deep("1 + ", "1", "", 290), "expression_too_deep", &[]);
    refuses(INTEGER, &deep("", "1", "::int", 290), "expression_too_deep", &[]);
    refuses(INTEGER, &deep("1 + ", "1", "", 400), "expression_too_long", &["600"]);
    refuses(TEXT, &deep("", "name", " ", 5_000), "expression_too_long", &["4000"]);
    refuses(TEXT, &deep("coalesce(", "nothing", ", name)", 25), "wrong_expression", &["2000 parts"]);
    refuses(TEXT, "repeat(name, 1000000)", "text_too_long", &["32767"]);
    refuses(TEXT, "repeat(repeat(repeat('x', 1000), 1000), 1000)", "text_too_long", &["32767"]);
    refuses(TEXT, "repeat(name, quantity)", "text_too_long", &["number"]);
    refuses(TEXT, "lpad(name, 100000)", "text_too_long", &["32767"]);
    let replaced = deep("replace(", "name", ", 'a', 'aaaaaaaaaa')", 30);
    refuses(TEXT, &replaced, "text_too_long", &["32767"]);
    // Fifty operators are no nesting to speak of.
    makes(INTEGER, &deep("1 + ", "1", "", 49), json!(50));
}

#[test]
fn the_cells_are_the_same_however_the_rows_are_asked_for() {
    let design = design(
        r#"
  t:
    rows: 40000
    fields:
      id: { type: auto_increment }
      quantity: { type: integer, nullable: true, null_rate: 0.2, generator: { number.uniform: { min: 1, max: 20 } } }
      price: { type: decimal, precision: 10, scale: 2, generator: { number.uniform: { min: 1, max: 90 } } }
      total: { type: decimal, precision: 12, scale: 2, nullable: true, generator: { expression: quantity * price } }
      label: { type: text, generator: { expression: "concat(id, ':', coalesce(cast(total as text), 'none'), to_char(now(), '%Y'))" } }
"#,
    );
    let whole = plan(&design);
    let all = (column(&whole, "t", "total"), column(&whole, "t", "label"));
    for (at, rows) in [(0, vec![0, 16_383, 16_384, 39_999]), (1, vec![39_999, 7, 7, 20_000])] {
        let batch = whole.tables()[0].rows_at(&rows).unwrap();
        let cells = dmb_engine::json::rows(&batch, whole.tables()[0].table());
        for (cells, row) in cells.iter().zip(&rows) {
            let row = usize::try_from(*row).unwrap();
            assert_eq!((&cells[3], &cells[4]), (&all.0[row], &all.1[row]), "{at} {row}");
        }
    }
    let mut later = request(&design, "t");
    later.first_row = 39_990;
    later.rows = Some(10);
    assert_eq!(column(&plan_of(&design, vec![later]), "t", "label"), all.1[39_990..]);
    let nulls = all.0.iter().filter(|total| total.is_null()).count();
    assert!((7_000..9_000).contains(&nulls), "{nulls}");
}
