//! Tracing: request id, and trace and span as the W3C's Trace Context has them; `traceparent` holds those of the row.

use crate::generator::{CompileContext, EngineError, Family, FillContext, Filler, ParamDescriptor, ParamKind};
use crate::generators::support::describe::{bundle, defaulted, words};
use crate::generators::support::digits::{BASE62, HEX, push_digits};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{codes, fits};
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::permutation::Permutation;
use crate::stream::Stream;
use arrow_array::ArrayRef;

const STYLES: &[&str] = &["prefixed", "uuid", "hex"];

/// Request ids.
pub(super) static REQUEST: Entry = Entry::text(
    "system.request_id",
    Family::System,
    words("Request id", "Identificador de petición"),
    words(
        "Random identifiers of requests, different in every row.",
        "Identificadores aleatorios de peticiones, distintos en cada fila.",
    ),
    |reader, cx| {
        let style = reader.choice("style", STYLES);
        let longest = match style {
            "uuid" => 36,
            "hex" => 32,
            _ => 28,
        };
        codes(reader, cx, 1 << 64, longest, move |number, cell, out| match style {
            "hex" => {
                push_digits(number, HEX, 16, out);
                push_digits(u128::from(cell.bits()), HEX, 16, out);
            }
            "uuid" => {
                // Four bits behind the 48th tell the version, two behind the 64th the variant.
                let high = (number as u64 & !0xF000) | 0x4000;
                let low = 0b10 << 62 | (number as u64 >> 12 & 0xF) << 58 | cell.bits() >> 6;
                let mut text = [0; 36];
                out.push(uuid::Uuid::from_u64_pair(high, low).hyphenated().encode_lower(&mut text));
            }
            _ => {
                out.push("req_");
                push_digits(u128::from(cell.bits()), BASE62, 13, out);
                push_digits(number, BASE62, 11, out);
            }
        })
    },
)
.with(
    || {
        vec![defaulted(
            "style",
            ParamKind::Choice(STYLES),
            words("Style", "Estilo"),
            words(
                "req_ and letters, a UUID, or hexadecimal digits.",
                "req_ y letras (prefixed), un UUID o dígitos hexadecimales (hex).",
            ),
            STYLES[0],
        )]
    },
    r#"{"style":"prefixed"}"#,
)
.unique();

/// What of a trace a column tells.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Trace,
    Span,
    Parent,
}

struct Traces {
    part: Part,
    unique: bool,
    /// Numbers of rows from 1 up, the same for every seed, so that rows added with another one differ too.
    numbers: [Permutation; 2],
    stream: Stream,
}

impl Traces {
    fn boxed(reader: &mut Reader<'_>, cx: &CompileContext<'_>, part: Part) -> Box<dyn Filler> {
        let bundle = reader.text("bundle", "");
        let fixed = Stream::root(0).of(cx.table.id.0).named("trace").named(bundle);
        let numbers = [0, 1].map(|n| Permutation::new(u128::from(u64::MAX), fixed.slot(n).key()));
        let longest = match part {
            Part::Trace => 32,
            Part::Span => 16,
            Part::Parent => 55,
        };
        fits(reader, cx, longest);
        Box::new(Self { part, unique: cx.unique, numbers, stream: cx.table_stream.named("trace").named(bundle) })
    }

    /// Digits that no other row has, never all zero, as the standard wants it.
    fn write_number(&self, which: usize, row: u64, out: &mut TextColumn) {
        push_digits(self.numbers[which].at(u128::from(row)) + 1, HEX, 16, out);
    }

    fn write_trace(&self, row: u64, out: &mut TextColumn) {
        push_digits(u128::from(self.stream.cell(row).bits()), HEX, 16, out);
        self.write_number(0, row, out);
    }
}

impl Filler for Traces {
    fn capacity(&self) -> Option<u128> {
        self.unique.then_some(u128::from(u64::MAX))
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 55, None);
        for &row in cx.rows {
            match self.part {
                Part::Trace => self.write_trace(row, &mut out),
                Part::Span => self.write_number(1, row, &mut out),
                Part::Parent => {
                    out.push("00-");
                    self.write_trace(row, &mut out);
                    out.push("-");
                    self.write_number(1, row, &mut out);
                    // Three requests in four are recorded.
                    out.push(if self.stream.slot(1).cell(row).below(4) == 0 { "-00" } else { "-01" });
                }
            }
            out.end();
        }
        out.finish()
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![bundle(&["trace"])]
}

/// Trace ids.
pub(super) static TRACE: Entry = Entry::text(
    "system.trace_id",
    Family::System,
    words("Trace id", "Identificador de traza"),
    words(
        "32 hexadecimal digits (W3C Trace Context), different in every row.",
        "32 dígitos hexadecimales (W3C Trace Context), distintos en cada fila.",
    ),
    |reader, cx| Traces::boxed(reader, cx, Part::Trace),
)
.with(params, "{}")
.unique();

/// Span ids.
pub(super) static SPAN: Entry = Entry::text(
    "system.span_id",
    Family::System,
    words("Span id", "Identificador de tramo"),
    words(
        "16 hexadecimal digits (W3C Trace Context), different in every row.",
        "16 dígitos hexadecimales (W3C Trace Context), distintos en cada fila.",
    ),
    |reader, cx| Traces::boxed(reader, cx, Part::Span),
)
.with(params, "{}")
.unique();

/// Trace parents.
pub(super) static PARENT: Entry = Entry::text(
    "system.traceparent",
    Family::System,
    words("Trace parent", "Cabecera traceparent"),
    words(
        "The header traceparent (W3C Trace Context) with the row's trace and span.",
        "La cabecera traceparent (W3C Trace Context) con la traza y el tramo de la fila.",
    ),
    |reader, cx| Traces::boxed(reader, cx, Part::Parent),
)
.with(params, "{}")
.unique();

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;
    use serde_json::json;

    use crate::testing::Trial;

    #[test]
    fn the_parent_holds_trace_and_span_of_the_row_also_where_they_are_unique() {
        let texts = |name| Trial::new(name, json!({}), FieldType::String).unique(2_000).texts(2_000);
        let (traces, spans) = (texts("system.trace_id"), texts("system.span_id"));
        for (row, parent) in
            Trial::new("system.traceparent", json!({}), FieldType::String).texts(2_000).iter().enumerate()
        {
            assert!(parent.starts_with(&format!("00-{}-{}-0", traces[row], spans[row])) && parent.len() == 55);
        }
        assert_eq!(traces.iter().collect::<HashSet<_>>().len(), 2_000);
        assert_eq!(spans.iter().collect::<HashSet<_>>().len(), 2_000);
    }

    #[test]
    fn request_ids_of_every_style_differ() {
        for (style, length) in [("prefixed", 28), ("uuid", 36), ("hex", 32)] {
            let trial = Trial::new("system.request_id", json!({ "style": style }), FieldType::String).unique(2_000);
            let made: HashSet<String> = trial.texts(2_000).into_iter().collect();
            assert!(made.len() == 2_000 && made.iter().all(|id| id.len() == length), "{style}");
        }
    }
}
