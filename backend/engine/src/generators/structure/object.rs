//! `object`: a JSON object with a generator for every member.

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};
use serde_json::{Value, json};

use super::inside::{Inside, MemberFiller};
use crate::catalog::nested::Nested;
use crate::columns::Column;
use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, Input, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{required, words};
use crate::generators::support::text::TextColumn;
use crate::json::write::{Cells, push_text};

/// The catalogue's entry.
pub(crate) struct Object;

impl Generator for Object {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "object",
            family: Family::Structure,
            label: words("Object", "Objeto"),
            description: words(
                "A JSON object; every member has a generator of its own, which may be an object or a list again.",
                "Un objeto JSON; cada miembro tiene su propio generador, que puede ser a su vez un objeto o una lista.",
            ),
            produces: &[FieldType::Json],
            params: vec![required(
                "members",
                ParamKind::Members,
                words("Members", "Miembros"),
                words(
                    "The members in order, each with a name and a generator; type, null_rate and limits as fields have them.",
                    "Los miembros en orden, cada uno con nombre (name) y generador (generator); type, null_rate y límites como en los campos.",
                ),
            )],
            example: json!({ "members": [
                { "name": "city", "generator": "address.city" },
                { "name": "visits", "generator": { "number.integer": { "min": 1, "max": 9 } }, "type": "integer" },
                { "name": "referrer", "generator": "internet.url", "null_rate": 0.3 },
            ] }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let read = Nested::checked(cx.table).members("members", params.get("members").unwrap_or(&Value::Null));
        let mut inside = Inside::default();
        let mut members = Vec::with_capacity(read.len());
        for (n, member) in read.iter().enumerate() {
            let stream = cx.stream.named("member").named(&member.field.name);
            members.extend(inside.member(&format!("members[{n}]"), member, stream, cx));
        }
        let inputs = inside.finish()?;
        let keys = members.iter().enumerate().map(|(n, member)| key(n, &member.field.name)).collect();
        Ok(Box::new(Objects { members, keys, inputs }))
    }
}

/// What stands before a member's value.
fn key(n: usize, name: &str) -> Vec<u8> {
    let mut out = vec![if n == 0 { b'{' } else { b',' }];
    push_text(&mut out, name);
    out.push(b':');
    out
}

struct Objects {
    members: Vec<MemberFiller>,
    keys: Vec<Vec<u8>>,
    inputs: Vec<Input>,
}

impl Filler for Objects {
    fn inputs(&self) -> Vec<Input> {
        self.inputs.clone()
    }

    fn makes_json(&self) -> bool {
        self.members.iter().all(MemberFiller::makes_json)
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let made: Vec<ArrayRef> =
            self.members.iter().map(|member| member.fill(cx.rows, cx.inputs)).collect::<Result<_, _>>()?;
        let cells: Vec<Cells<'_>> = made.iter().zip(&self.members).map(cells).collect::<Result<_, _>>()?;
        let keys = self.keys.iter().map(Vec::len).sum::<usize>();
        let width = 1 + keys + cells.iter().map(Cells::width).sum::<usize>();
        let mut out = TextColumn::new(cx.rows.len(), width, None);
        for row in 0..cx.rows.len() {
            let bytes = out.bytes();
            for (key, cells) in self.keys.iter().zip(&cells) {
                bytes.extend_from_slice(key);
                cells.push(bytes, row);
            }
            bytes.push(b'}');
            out.end();
        }
        out.finish()
    }
}

/// The cells of a member.
pub(super) fn cells<'a>((made, member): (&'a ArrayRef, &MemberFiller)) -> Result<Cells<'a>, EngineError> {
    let column = Column::of(made.as_ref()).map_err(|error| EngineError::fill(error.to_string()))?;
    Ok(Cells::new(column, member.field.field_type))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::{Array, Int32Array};

    use super::*;
    use crate::testing::Trial;

    fn values(params: Value, rows: u64) -> Vec<Value> {
        let made = Trial::new("object", params, FieldType::Json).texts(rows);
        made.iter().map(|text| serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))).collect()
    }

    #[test]
    fn members_stand_in_order_in_the_form_of_their_type() {
        let constant = |value: Value, field_type: &str| json!({ "name": format!("{field_type}\n\"1\""), "type": field_type, "generator": { "constant": { "value": value } } });
        let members = json!([
            constant(json!("a \"b\"\n"), "text"),
            constant(json!(7), "integer"),
            constant(json!("9007199254740993"), "big_integer"),
            constant(json!(1.5), "decimal"),
            constant(json!(true), "boolean"),
            constant(json!("now"), "date"),
            constant(json!("now"), "datetime"),
            constant(json!("AQI="), "binary"),
            constant(json!({ "in": [1] }), "json"),
            { "name": "none", "generator": "person.first_name", "null_rate": 1 },
        ]);
        let texts = Trial::new("object", json!({ "members": members }), FieldType::Json).texts(1);
        let expect = [
            r#"{"text\n\"1\"":"a \"b\"\n""#,
            r#""integer\n\"1\"":7"#,
            r#""big_integer\n\"1\"":9007199254740993"#,
            r#""decimal\n\"1\"":1.50"#,
            r#""boolean\n\"1\"":true"#,
            r#""date\n\"1\"":"2026-01-01""#,
            r#""datetime\n\"1\"":"2026-01-01T00:00:00Z""#,
            r#""binary\n\"1\"":"AQI=""#,
            r#""json\n\"1\"":{"in":[1]}"#,
            r#""none":null}"#,
        ];
        assert_eq!(texts, [expect.join(",")]);
    }

    #[test]
    fn a_member_added_or_moved_changes_no_other() {
        let number =
            |name: &str| json!({ "name": name, "generator": { "number.integer": { "min": 1, "max": 999_999 } } });
        let before = values(json!({ "members": [number("a"), number("b")] }), 50);
        let after = values(json!({ "members": [number("z"), number("b"), number("a")] }), 50);
        for (before, after) in before.iter().zip(&after) {
            assert_eq!((&before["a"], &before["b"]), (&after["a"], &after["b"]));
            assert!(after["a"] != after["b"] && after["a"] != after["z"]);
        }
    }

    #[test]
    fn nulls_come_at_their_rate_and_limits_hold() {
        let members = json!([
            { "name": "n", "generator": { "number.normal": { "mean": 5, "std_dev": 5 } }, "type": "integer", "min": 0, "max": 9 },
            { "name": "t", "generator": "text.paragraph", "max_length": 12, "null_rate": 0.3 },
        ]);
        let made = values(json!({ "members": members }), 10_000);
        assert!(made.iter().all(|value| (0..=9).contains(&value["n"].as_i64().unwrap())));
        assert!(made.iter().filter_map(|value| value["t"].as_str()).all(|text| text.chars().count() <= 12));
        let nulls = made.iter().filter(|value| value["t"].is_null()).count();
        assert!((2_850..3_150).contains(&nulls), "{nulls}");
    }

    #[test]
    fn people_and_places_agree_with_those_of_the_row() {
        let members = json!([{ "name": "mail", "generator": "internet.email" }]);
        let inside = values(json!({ "members": members }), 20);
        let beside = Trial::new("internet.email", json!({}), FieldType::String).texts(20);
        let first = |mail: &str| mail.split(['@', '.', '_', '-']).next().unwrap_or_default().to_lowercase();
        let names = Trial::new("person.last_name", json!({}), FieldType::String).texts(20);
        let inner = inside.iter().map(|value| value["mail"].as_str().unwrap().to_owned());
        let telling = inner.zip(&names).filter(|(mail, name)| mail.contains(&name.to_lowercase())).count();
        let outer = beside.iter().zip(&names).filter(|(mail, name)| mail.contains(&name.to_lowercase())).count();
        assert!(telling > 5 && outer > 5, "{telling} {outer} {:?}", first(&beside[0]));
    }

    #[test]
    fn fields_of_the_row_can_be_used_inside() {
        let inner = json!({ "object": { "members": [{ "name": "n", "type": "integer", "generator": { "copy": { "from": "number" } } }] } });
        let params = json!({ "members": [{ "name": "deep", "generator": inner }] });
        let trial = Trial::new("object", params, FieldType::Json).beside("number", FieldType::Integer, None);
        let made = trial.fill_with(2, &[Arc::new(Int32Array::from(vec![Some(5), None]))]);
        assert_eq!(made.null_count(), 0);
        let texts = arrow_array::cast::AsArray::as_string::<i32>(&made);
        assert_eq!((texts.value(0), texts.value(1)), (r#"{"deep":{"n":5}}"#, r#"{"deep":{"n":null}}"#));
    }
}
