//! From the type an expression makes to the type of its field.

use std::sync::Arc;

use arrow_schema::{DataType, Field, Schema, SchemaRef, TimeUnit};
use datafusion_expr::{Expr, cast};
use dmb_spec::FieldType;

use super::Problem;
use super::functions::CONTEXT;
use super::names::Column;
use crate::generator::CompileContext;

/// The columns of an expression as Arrow has them: any may be null, UUIDs are texts.
pub(super) fn schema(columns: &[Column]) -> SchemaRef {
    let of = |column: &Column| Field::new(&column.name, seen(&column.data_type), true);
    Arc::new(Schema::new(columns.iter().map(of).collect::<Vec<_>>()))
}

fn seen(data_type: &DataType) -> DataType {
    if matches!(data_type, DataType::FixedSizeBinary(16)) { DataType::Utf8 } else { data_type.clone() }
}

/// The expression in the field's type. Numbers become the field's kind of number, rounded where it keeps fewer digits;
/// dates become moments; anything else must be of the field's kind already.
pub(super) fn fit(made: Expr, from: &DataType, cx: &CompileContext<'_>) -> Result<Expr, Problem> {
    let due = cx.data_type;
    let whole = matches!(due, DataType::Int32 | DataType::Int64);
    if from == due {
        return Ok(made);
    }
    match (kind(from), kind(due)) {
        (Kind::Nothing, _) if cx.field.nullable => Ok(cast(made, due.clone())),
        // Casts to whole numbers cut; people expect the nearest one.
        (Kind::Number, Kind::Number) if whole && from.is_floating() => round(made).map(|made| cast(made, due.clone())),
        (Kind::Number, Kind::Number) if whole && !from.is_integer() => {
            Ok(cast(cast(made, DataType::Decimal128(38, 0)), due.clone()))
        }
        (from, to) if from == to => Ok(cast(made, due.clone())),
        (Kind::Date, Kind::Moment) => Ok(cast(made, due.clone())),
        _ => Err(refuse(from, cx)),
    }
}

fn round(made: Expr) -> Result<Expr, Problem> {
    let missing = || Problem::new("wrong_type", "the expression makes no whole number");
    CONTEXT.function("round").map(|round| round.call(vec![made])).ok_or_else(missing)
}

fn refuse(from: &DataType, cx: &CompileContext<'_>) -> Problem {
    let field = cx.field.field_type;
    let word = match field {
        FieldType::String | FieldType::Text | FieldType::Enum => Some("text"),
        FieldType::Date => Some("date"),
        FieldType::Datetime => Some("timestamp"),
        FieldType::Integer | FieldType::BigInteger => Some("bigint"),
        FieldType::Float | FieldType::Decimal => Some("double"),
        _ => None,
    };
    let hint = word.map_or_else(String::new, |word| format!("; cast(… as {word}) makes one of the other"));
    let message =
        format!("the expression makes {}, which a field of type {field} can't hold{hint}", kind(from).word(from));
    Problem::new("wrong_type", message)
}

/// Types between which nothing is lost that people would miss.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
    Boolean,
    Date,
    Time,
    Moment,
    Nothing,
    Other,
}

fn kind(data_type: &DataType) -> Kind {
    match data_type {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => Kind::Text,
        DataType::Boolean => Kind::Boolean,
        DataType::Date32 | DataType::Date64 => Kind::Date,
        DataType::Time32(TimeUnit::Second | TimeUnit::Millisecond) | DataType::Time64(_) => Kind::Time,
        DataType::Timestamp(_, _) => Kind::Moment,
        DataType::Null => Kind::Nothing,
        other if other.is_numeric() => Kind::Number,
        _ => Kind::Other,
    }
}

impl Kind {
    fn word(self, data_type: &DataType) -> String {
        match self {
            Self::Text => "text".to_owned(),
            Self::Number if data_type.is_integer() => "a whole number".to_owned(),
            Self::Number => "a number".to_owned(),
            Self::Boolean => "true or false".to_owned(),
            Self::Date => "a date".to_owned(),
            Self::Time => "a time".to_owned(),
            Self::Moment => "a moment".to_owned(),
            Self::Nothing => "null".to_owned(),
            Self::Other if matches!(data_type, DataType::Interval(_) | DataType::Duration(_)) => {
                "a span of time".to_owned()
            }
            Self::Other => data_type.to_string(),
        }
    }
}
