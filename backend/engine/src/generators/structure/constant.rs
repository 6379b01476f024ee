//! `constant`: the same value in every row.

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};
use serde_json::{Value, json};

use super::literal;
use crate::arrays;
use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{required, words};

/// Every type that can be written in a design, keys aside.
pub(super) const WRITABLE: &[FieldType] = &[
    FieldType::String,
    FieldType::Text,
    FieldType::Integer,
    FieldType::BigInteger,
    FieldType::Float,
    FieldType::Decimal,
    FieldType::Boolean,
    FieldType::Date,
    FieldType::Time,
    FieldType::Datetime,
    FieldType::Email,
    FieldType::Url,
    FieldType::Uuid,
    FieldType::Json,
    FieldType::Enum,
    FieldType::Phone,
    FieldType::IpAddress,
    FieldType::Binary,
];

/// The catalogue's entry.
pub(crate) struct Constant;

impl Generator for Constant {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "constant",
            family: Family::Structure,
            label: words("Constant", "Constante"),
            description: words("The same value in every row.", "El mismo valor en todas las filas."),
            produces: WRITABLE,
            params: vec![required(
                "value",
                ParamKind::Json,
                words("Value", "Valor"),
                words("The value, in the form of the field's type.", "El valor, en la forma del tipo del campo."),
            )],
            example: json!({ "value": "active" }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let value = params.get("value").unwrap_or(&Value::Null);
        match literal::column(&[value], cx) {
            Ok(value) => Ok(Box::new(Same { value })),
            Err((_, message)) => Err(vec![ParamProblem::new("value", "wrong_value", message)]),
        }
    }
}

struct Same {
    value: ArrayRef,
}

impl Filler for Same {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        arrays::take(&self.value, &vec![0; cx.rows.len()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::testing::Trial;

    fn check(field_type: FieldType, value: Value, expect: Option<Value>) {
        let trial = Trial::new("constant", json!({ "value": value }), field_type);
        let made = trial.compile().ok().map(|_| json::value(&trial.fill(3), 2, field_type));
        assert_eq!(made, expect, "{field_type} {value}");
    }

    #[test]
    fn values_take_the_form_of_their_type_or_are_refused() {
        check(FieldType::String, json!("a"), Some(json!("a")));
        check(FieldType::String, json!(5), Some(json!("5")));
        check(FieldType::Integer, json!(5), Some(json!(5)));
        check(FieldType::Integer, json!(5.5), None);
        check(FieldType::Integer, json!(3_000_000_000_u32), None);
        check(FieldType::Decimal, json!(1.25), Some(json!("1.25")));
        check(FieldType::Decimal, json!(1.255), None);
        check(FieldType::Boolean, json!(true), Some(json!(true)));
        check(FieldType::Date, json!("now"), Some(json!("2026-01-01")));
        check(FieldType::Time, json!("09:30"), Some(json!("09:30:00")));
        check(FieldType::Datetime, json!("2025-12-31T23:00:00Z"), Some(json!("2025-12-31T23:00:00Z")));
        check(FieldType::Datetime, json!("soon"), None);
        check(FieldType::Json, json!({ "a": [1] }), Some(json!({ "a": [1] })));
        check(FieldType::Binary, json!("AQI="), Some(json!("AQI=")));
        check(FieldType::Uuid, json!("nothing"), None);
        check(FieldType::IpAddress, json!("2001:db8::1"), Some(json!("2001:db8::1")));
        check(FieldType::IpAddress, json!("192.0.2.256"), None);
    }
}
