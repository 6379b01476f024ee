//! `datetime.offset`: a date or moment some time after another one of the row, or of the parent row.

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, TimestampMicrosecondType};
use arrow_array::{Array, ArrayRef};
use arrow_schema::DataType;
use chrono::{DateTime, Utc};
use dmb_spec::time::{Span, parse_moment};
use dmb_spec::{Field, FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, Input, ParamDescriptor, ParamKind,
    ParamProblem,
};
use crate::generators::support::describe::{defaulted, optional, words};
use crate::generators::support::params::Reader;
use crate::generators::support::window::{DAY, SECOND, Window, column, dense};
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Offset;

impl Generator for Offset {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "datetime.offset",
            family: Family::DateTime,
            label: words("Some time after", "Un tiempo después"),
            description: words(
                "A date or moment some time after another field of the row, or of the row a foreign key leads to.",
                "Una fecha o momento un tiempo después de otro campo de la fila, o de la fila a la que lleva una clave foránea.",
            ),
            produces: &[FieldType::Datetime, FieldType::Date],
            params: params(),
            example: json!({ "field": "created_at", "min": "0s", "max": "86400s" }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let input = input(&mut reader, cx);
        let min = reader.span("min").unwrap_or_default();
        let max = reader.span("max").unwrap_or(Span { months: 0, micros: 30 * DAY });
        if min.as_micros_from(cx.as_of) > max.as_micros_from(cx.as_of) {
            reader.problem("min", "empty_range", "min is longer than max");
        }
        let limit = reader.moment("not_after", cx.as_of);
        let most =
            cx.field.constraints.max.as_ref().and_then(|v| parse_moment(v.as_str()?)).map(|m| m.resolve(cx.as_of));
        let latest = limit.into_iter().chain(most).min().map_or(i64::MAX, |m| m.timestamp_micros());
        let dates = *cx.data_type == DataType::Date32;
        let step = if dates { DAY } else { SECOND };
        let filler = input.map(|input| {
            Box::new(After { input, min, max, latest, step, data_type: cx.data_type.clone(), stream: cx.stream })
                as Box<dyn Filler>
        });
        match filler {
            Some(filler) => reader.finish(filler),
            None => Err(reader.into_problems()),
        }
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![
        optional(
            "field",
            ParamKind::Field,
            words("Field", "Campo"),
            words("The date or moment to count from, in this table.", "La fecha o momento de partida, en esta tabla."),
        ),
        optional(
            "parent",
            ParamKind::Text,
            words("Field of the parent", "Campo del padre"),
            words(
                "Or a field of the parent row, as foreign_key.field: customer_id.signed_up.",
                "O un campo de la fila padre, como clave_foranea.campo: customer_id.signed_up.",
            ),
        ),
        defaulted(
            "min",
            ParamKind::Span,
            words("At least", "Como mínimo"),
            words(
                "Shortest distance, such as 0s or 1d; may be negative.",
                "Distancia mínima, como 0s o 1d; puede ser negativa.",
            ),
            "0s",
        ),
        defaulted(
            "max",
            ParamKind::Span,
            words("At most", "Como máximo"),
            words("Longest distance, such as 24h or 90d.", "Distancia máxima, como 24h o 90d."),
            "30d",
        ),
        optional(
            "not_after",
            ParamKind::Moment,
            words("Not after", "No después de"),
            words(
                "No value lies later than this, such as now; the distance is shortened for it.",
                "Ningún valor es posterior a esto, por ejemplo now; la distancia se acorta para ello.",
            ),
        ),
    ]
}

/// The column to count from, or what is wrong with it.
fn input(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Option<Input> {
    let (field, parent) = (reader.text("field", ""), reader.text("parent", ""));
    match (field.is_empty(), parent.is_empty()) {
        (false, true) => own(reader, cx, field),
        (true, false) => parents(reader, cx, parent),
        _ => {
            reader.problem("field", "missing", "give either field, in this table, or parent, as foreign_key.field");
            None
        }
    }
}

fn own(reader: &mut Reader<'_>, cx: &CompileContext<'_>, name: &str) -> Option<Input> {
    let Some(field) = cx.table.field(name) else {
        reader.problem("field", "unknown_field", format!("there is no field \"{name}\" in {}", cx.table.name));
        return None;
    };
    check(reader, cx, "field", field);
    Some(Input::Field(field.id))
}

fn parents(reader: &mut Reader<'_>, cx: &CompileContext<'_>, path: &str) -> Option<Input> {
    let Some((key, name)) = path.split_once('.') else {
        reader.problem("parent", "wrong_value", format!("\"{path}\" must be foreign_key.field"));
        return None;
    };
    let Some(via) = cx.table.field(key).filter(|f| f.field_type == FieldType::ForeignKey) else {
        reader.problem("parent", "unknown_field", format!("there is no foreign key \"{key}\" in {}", cx.table.name));
        return None;
    };
    let table = via.reference.and_then(|r| cx.design.table_by_id(r.table))?;
    let Some(field) = table.field(name) else {
        reader.problem("parent", "unknown_field", format!("there is no field \"{name}\" in {}", table.name));
        return None;
    };
    check(reader, cx, "parent", field);
    if via.nullable && via.null_rate > 0.0 && !cx.field.nullable {
        let message = format!("{key} can be null, so {} must be nullable too", cx.field.name);
        reader.problem("parent", "nullable", message);
    }
    Some(Input::Parent { via: via.id, field: field.id })
}

fn check(reader: &mut Reader<'_>, cx: &CompileContext<'_>, param: &str, field: &Field) {
    if !matches!(field.field_type, FieldType::Date | FieldType::Datetime) {
        let message = format!("{} is {}, not a date or datetime", field.name, field.field_type);
        reader.problem(param, "wrong_type", message);
    }
    if field.nullable && field.null_rate > 0.0 && !cx.field.nullable {
        let message = format!("{} can be null, so {} must be nullable too", field.name, cx.field.name);
        reader.problem(param, "nullable", message);
    }
}

struct After {
    input: Input,
    min: Span,
    max: Span,
    /// Microseconds since 1970 that no value goes beyond (unless what it counts from does).
    latest: i64,
    step: i64,
    data_type: DataType,
    stream: Stream,
}

impl After {
    /// The values for rows that count from `start`, null where the column they count from is.
    fn column(&self, rows: &[u64], base: &ArrayRef, start: impl Fn(usize) -> i64) -> Result<ArrayRef, EngineError> {
        let values = rows.iter().enumerate();
        if base.null_count() == 0 {
            return Ok(dense(&self.data_type, values.map(|(at, &row)| self.value(row, start(at)))));
        }
        column(&self.data_type, values.map(|(at, &row)| base.is_valid(at).then(|| self.value(row, start(at)))))
    }

    /// The value for a row that counts from `start`.
    #[inline]
    fn value(&self, row: u64, start: i64) -> i64 {
        // Spans without months are the common case and need no calendar.
        let low = if self.min.months == 0 { start.saturating_add(self.min.micros) } else { shift(self.min, start) };
        let high = if self.max.months == 0 { start.saturating_add(self.max.micros) } else { shift(self.max, start) };
        let high = high.min(self.latest);
        match Window::between(low, high, self.step) {
            Some(window) => window.nth(self.stream.cell(row).below(window.count)),
            None => low.min(self.latest.max(start)),
        }
    }
}

fn shift(span: Span, start: i64) -> i64 {
    DateTime::<Utc>::from_timestamp_micros(start).map_or(start, |s| span.add_to(s).timestamp_micros())
}

impl Filler for After {
    fn inputs(&self) -> Vec<Input> {
        vec![self.input.clone()]
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let [base] = cx.inputs else { return Err(EngineError::fill("datetime.offset needs exactly one column")) };
        match base.data_type() {
            DataType::Date32 => {
                let days = base.as_primitive::<Date32Type>().values();
                self.column(cx.rows, base, |at| i64::from(days[at]) * DAY)
            }
            DataType::Timestamp(arrow_schema::TimeUnit::Microsecond, _) => {
                let moments = base.as_primitive::<TimestampMicrosecondType>().values();
                self.column(cx.rows, base, |at| moments[at])
            }
            other => Err(EngineError::fill(format!("{other} is not a date or datetime"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::{Date32Array, TimestampMicrosecondArray};

    use super::*;
    use crate::testing::{Trial, as_of};

    fn trial(params: serde_json::Value, field_type: FieldType) -> Trial {
        Trial::new("datetime.offset", params, field_type).beside("start", FieldType::Datetime, None).beside(
            "label",
            FieldType::String,
            None,
        )
    }

    fn moments(values: Vec<Option<i64>>) -> ArrayRef {
        Arc::new(TimestampMicrosecondArray::from(values).with_timezone("UTC"))
    }

    #[test]
    fn values_lie_within_the_span_after_their_start_and_null_stays_null() {
        let params = json!({ "field": "start", "min": "10s", "max": "20s" });
        let made = trial(params, FieldType::Datetime).fill_with(3, &[moments(vec![Some(0), None, Some(5 * SECOND)])]);
        let made = made.as_primitive::<TimestampMicrosecondType>();
        assert!((10 * SECOND..=20 * SECOND).contains(&made.value(0)) && made.is_null(1));
        assert!((15 * SECOND..=25 * SECOND).contains(&made.value(2)));
    }

    #[test]
    fn no_value_goes_beyond_the_limit() {
        let now = as_of().timestamp_micros();
        let params = json!({ "field": "start", "min": "0s", "max": "365d", "not_after": "now" });
        let made = trial(params, FieldType::Datetime).fill_with(50, &[moments(vec![Some(now - DAY); 50])]);
        assert!(made.as_primitive::<TimestampMicrosecondType>().values().iter().all(|m| (now - DAY..=now).contains(m)));
    }

    #[test]
    fn dates_move_by_whole_days_and_months() {
        let params = json!({ "field": "day", "min": "1mo", "max": "1mo" });
        let trial = Trial::new("datetime.offset", params, FieldType::Date).beside("day", FieldType::Date, None);
        let made = trial.fill_with(1, &[Arc::new(Date32Array::from(vec![19_753]))]);
        assert_eq!(made.as_primitive::<Date32Type>().value(0), 19_782, "31 January 2024 and a month: 29 February");
    }

    #[test]
    fn what_it_counts_from_must_be_one_date() {
        let code = |params| trial(params, FieldType::Date).compile().err().unwrap()[0].code;
        assert_eq!(code(json!({})), "missing");
        assert_eq!(code(json!({ "field": "label" })), "wrong_type");
        assert_eq!(code(json!({ "parent": "customer_id.signed_up" })), "unknown_field");
    }
}
