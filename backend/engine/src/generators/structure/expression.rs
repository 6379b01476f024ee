//! `expression`: an SQL expression over the row's other columns.

use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::expression;
use crate::generator::{CompileContext, Descriptor, Family, Filler, Generator, ParamKind, ParamProblem};
use crate::generators::support::describe::{required, words};

/// The catalogue's entry.
pub(crate) struct Expression;

/// What SQL can make: no keys, no bytes, no JSON.
const PRODUCES: &[FieldType] = &[
    FieldType::Decimal,
    FieldType::Integer,
    FieldType::BigInteger,
    FieldType::Float,
    FieldType::Boolean,
    FieldType::String,
    FieldType::Text,
    FieldType::Enum,
    FieldType::Email,
    FieldType::Url,
    FieldType::Phone,
    FieldType::IpAddress,
    FieldType::Date,
    FieldType::Time,
    FieldType::Datetime,
];

impl Generator for Expression {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "expression",
            family: Family::Structure,
            label: words("Expression", "Expresión"),
            description: words(
                "What an SQL expression makes of the row's other fields, such as quantity * unit_price, or of its parent's: customer.city.",
                "Lo que una expresión SQL hace de los demás campos de la fila, como quantity * unit_price, o de los de su padre: customer.city.",
            ),
            produces: PRODUCES,
            params: vec![required(
                "sql",
                ParamKind::Sql(expression::FUNCTIONS),
                words("Expression", "Expresión"),
                words(
                    "Fields, numbers, 'texts', operators, CASE WHEN and functions; now() is the moment of the design.",
                    "Campos, números, 'textos', operadores, CASE WHEN y funciones; now() es el momento del diseño.",
                ),
            )],
            example: json!({ "sql": "quantity * unit_price" }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let sql = params.get("sql").and_then(|sql| sql.as_str()).unwrap_or_default();
        expression::compile(sql, "sql", cx)
    }
}
