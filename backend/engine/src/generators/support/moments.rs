//! Where a generator that tells of a date takes it from: a field of the row, or a range that it draws from itself.

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, TimestampMicrosecondType};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, TimeUnit};
use dmb_spec::time::Span;
use dmb_spec::{Field, FieldType};

use crate::catalog::nearest;
use crate::generator::{CompileContext, EngineError, FillContext, Input, ParamDescriptor, ParamKind};
use crate::stream::Stream;

use super::describe::{optional, words};
use super::params::Reader;
use super::window::{DAY, SECOND, Window};

/// Moments, one a row.
pub(crate) enum Source {
    /// Of a date or datetime field of the row, or of its parent.
    Field(Input),
    /// Drawn evenly.
    Drawn {
        /// Where from.
        window: Window,
        /// The column's own stream.
        stream: Stream,
    },
}

impl Source {
    /// The parameters `field`, `from` and `to`.
    pub(crate) fn params() -> Vec<ParamDescriptor> {
        vec![
            field_param(),
            optional(
                "from",
                ParamKind::Moment,
                words("From", "Desde"),
                words(
                    "Where no field is named: the earliest moment; two years ago where absent.",
                    "Si no se indica un campo: el momento más temprano; si falta, hace dos años.",
                ),
            ),
            optional(
                "to",
                ParamKind::Moment,
                words("To", "Hasta"),
                words(
                    "Where no field is named: the latest moment; now where absent.",
                    "Si no se indica un campo: el momento más tardío; si falta, ahora (now).",
                ),
            ),
        ]
    }

    /// Reads them.
    pub(crate) fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        if let Some(input) = named_field(reader, cx, "field") {
            return Self::Field(input);
        }
        let start = Span { months: -24, micros: 0 }.add_to(cx.as_of);
        let step = if *cx.data_type == DataType::Date32 { DAY } else { SECOND };
        Self::Drawn { window: Window::compile(reader, cx, (start, cx.as_of), step), stream: cx.stream.named("moment") }
    }

    /// The columns needed.
    pub(crate) fn inputs(&self) -> Vec<Input> {
        if let Self::Field(input) = self { vec![input.clone()] } else { Vec::new() }
    }

    /// The moment of each row in microseconds since 1970; `None` where the field is null.
    pub(crate) fn moments(&self, cx: &FillContext<'_>) -> Result<Vec<Option<i64>>, EngineError> {
        match self {
            Self::Field(_) => read(cx.inputs.first()),
            Self::Drawn { window, stream } => {
                Ok(cx.rows.iter().map(|&row| Some(window.nth(stream.cell(row).below(window.count)))).collect())
            }
        }
    }
}

/// The parameter `field` for a date or datetime.
pub(crate) fn field_param() -> ParamDescriptor {
    optional(
        "field",
        ParamKind::Field,
        words("Date field", "Campo de fecha"),
        words(
            "A date or datetime of the row, or of the row that a foreign key leads to: customer_id.signed_up.",
            "Una fecha o fecha y hora de la fila, o de la fila a la que lleva una clave foránea: customer_id.signed_up.",
        ),
    )
}

/// The date or datetime field that a parameter names; `None` where it names none or a wrong one, which is then told.
pub(crate) fn named_field(reader: &mut Reader<'_>, cx: &CompileContext<'_>, param: &'static str) -> Option<Input> {
    let path = reader.text(param, "");
    if path.is_empty() {
        return None;
    }
    let (own, parents) = path.split_once('.').map_or((path, None), |(own, parents)| (own, Some(parents)));
    let Some(field) = cx.table.field(own) else {
        unknown(reader, param, own, cx.table);
        return None;
    };
    check_null(reader, cx, param, field);
    let Some(name) = parents else {
        check_type(reader, param, field);
        return Some(Input::Field(field.id));
    };
    let Some(parent) = field.reference.and_then(|r| cx.design.table_by_id(r.table)) else {
        reader.problem(param, "not_a_foreign_key", format!("{own} is no foreign key, so it has no {name}"));
        return None;
    };
    let Some(source) = parent.field(name) else {
        unknown(reader, param, name, parent);
        return None;
    };
    check_type(reader, param, source);
    check_null(reader, cx, param, source);
    Some(Input::Parent { via: field.id, field: source.id })
}

fn unknown(reader: &mut Reader<'_>, param: &str, name: &str, table: &dmb_spec::Table) {
    let near = nearest::word(name, table.fields.iter().map(|f| f.name.as_str()));
    let hint = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
    reader.problem(param, "unknown_field", format!("there is no field \"{name}\" in {}{hint}", table.name));
}

fn check_type(reader: &mut Reader<'_>, param: &str, field: &Field) {
    if !matches!(field.field_type, FieldType::Date | FieldType::Datetime) {
        let message = format!("{} is {}, not a date or datetime", field.name, field.field_type);
        reader.problem(param, "wrong_type", message);
    }
}

fn check_null(reader: &mut Reader<'_>, cx: &CompileContext<'_>, param: &str, field: &Field) {
    if field.nullable && field.null_rate > 0.0 && !cx.field.nullable {
        let message = format!("{} can be null, so {} must be nullable too", field.name, cx.field.name);
        reader.problem(param, "nullable", message);
    }
}

/// A date or datetime column in microseconds since 1970.
pub(crate) fn read(column: Option<&ArrayRef>) -> Result<Vec<Option<i64>>, EngineError> {
    let column = column.ok_or_else(|| EngineError::fill("a date column is missing"))?;
    match column.data_type() {
        DataType::Date32 => {
            let days = column.as_primitive::<Date32Type>();
            Ok(days.iter().map(|day| day.map(|day| i64::from(day) * DAY)).collect())
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            Ok(column.as_primitive::<TimestampMicrosecondType>().iter().collect())
        }
        other => Err(EngineError::fill(format!("{other} is not a date or datetime"))),
    }
}

/// A column with the nulls of another one as well.
pub(crate) fn with_nulls_of(values: &ArrayRef, other: &ArrayRef) -> Result<ArrayRef, EngineError> {
    let data = values.to_data().into_builder().nulls(other.nulls().cloned()).build()?;
    Ok(arrow_array::make_array(data))
}
