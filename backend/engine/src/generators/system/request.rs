//! Requests as columns: method, status, reason, path, duration, level; and how programs end.

use crate::generator::{Family, ParamDescriptor, ParamKind};
use crate::generators::support::describe::{NUMBERS, defaulted, words};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{numbers, texts};
use crate::generators::support::weights::Alias;

use super::event::{self, Events, Level};

const STYLES: &[&str] = &["upper", "lower", "syslog", "python"];

/// Log levels.
pub(super) static LEVEL: Entry = Entry::text(
    "system.log_level",
    Family::System,
    words("Log level", "Nivel de registro"),
    words(
        "INFO, WARN, ERROR and the like, which suit the row's HTTP status: failures of the server are errors.",
        "INFO, WARN, ERROR y similares, acordes con el estado HTTP de la fila: los fallos del servidor son errores.",
    ),
    |reader, cx| {
        let style = reader.choice("style", STYLES);
        let events = Events::compile(reader, cx);
        texts(cx, 5, move |row, out| out.push(level_name(events.level(row, &events.at(row)), style)))
    },
)
.with(level_params, r#"{"style":"upper"}"#);

fn level_params() -> Vec<ParamDescriptor> {
    let style = defaulted(
        "style",
        ParamKind::Choice(STYLES),
        words("Style", "Estilo"),
        words(
            "Capital or small letters; the words of syslog; those of Python.",
            "Mayúsculas (upper) o minúsculas (lower); las palabras de syslog; las de Python.",
        ),
        STYLES[0],
    );
    [vec![style], event::params()].concat()
}

/// The word for a level.
pub(super) fn level_name(level: Level, style: &str) -> &'static str {
    let names = match style {
        "lower" => ["trace", "debug", "info", "warn", "error", "fatal"],
        "syslog" => ["debug", "debug", "info", "warning", "err", "crit"],
        "python" => ["DEBUG", "DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"],
        _ => ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"],
    };
    names[level as usize]
}

/// HTTP methods.
pub(super) static METHOD: Entry = Entry::text(
    "system.http_method",
    Family::System,
    words("HTTP method", "Método HTTP"),
    words("GET, POST and the like, as frequent as they are used.", "GET, POST y similares, según su uso."),
    |reader, cx| {
        let events = Events::compile(reader, cx);
        texts(cx, 5, move |row, out| out.push(events.at(row).method))
    },
)
.with(event::params, "{}");

/// HTTP statuses.
pub(super) static STATUS: Entry = Entry::number(
    "system.http_status",
    Family::System,
    words("HTTP status", "Estado HTTP"),
    words(
        "Status codes (RFC 9110) that suit the row's method, as frequent as they are met with.",
        "Códigos de estado (RFC 9110) acordes con el método de la fila, según su frecuencia.",
    ),
    |reader, cx| {
        let events = Events::compile(reader, cx);
        if cx.field.field_type.is_text() {
            return texts(cx, 3, move |row, out| out.push_number(u64::from(events.at(row).status)));
        }
        numbers(reader, cx, move |row| f64::from(events.at(row).status))
    },
)
.producing(&[
    dmb_spec::FieldType::Integer,
    dmb_spec::FieldType::BigInteger,
    dmb_spec::FieldType::String,
    dmb_spec::FieldType::Text,
])
.with(event::params, "{}");

/// Reason phrases.
pub(super) static REASON: Entry = Entry::text(
    "system.http_reason",
    Family::System,
    words("HTTP reason", "Motivo HTTP"),
    words("What the row's HTTP status is called.", "Cómo se llama el estado HTTP de la fila."),
    |reader, cx| {
        let events = Events::compile(reader, cx);
        texts(cx, 12, move |row, out| out.push(reason(events.at(row).status)))
    },
)
.with(event::params, "{}");

/// The name of a status (RFC 9110 and RFC 6585).
pub(super) fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "No Content",
        206 => "Partial Content",
        301 => "Moved Permanently",
        302 => "Found",
        304 => "Not Modified",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        412 => "Precondition Failed",
        422 => "Unprocessable Content",
        429 => "Too Many Requests",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => "Internal Server Error",
    }
}

/// Endpoints.
pub(super) static ENDPOINT: Entry = Entry::text(
    "system.endpoint",
    Family::System,
    words("API endpoint", "Ruta de API"),
    words(
        "What the row's request asked for, which suits its method.",
        "Lo que pidió la petición de la fila, acorde con su método.",
    ),
    |reader, cx| {
        let events = Events::compile(reader, cx);
        texts(cx, 20, move |row, out| events.at(row).write_path(out))
    },
)
.with(event::params, "{}");

/// Durations.
pub(super) static LATENCY: Entry = Entry::number(
    "system.latency_ms",
    Family::System,
    words("Response time", "Tiempo de respuesta"),
    words(
        "Milliseconds the row's request took: log-normal, longer for writes and failures, 30 s for gateway timeouts.",
        "Milisegundos de la petición de la fila: log-normal, más al escribir o fallar, 30 s si vence el plazo de la pasarela.",
    ),
    |reader, cx| {
        let events = Events::compile(reader, cx);
        numbers(reader, cx, move |row| (events.latency(row, &events.at(row)) * 100.0).round() / 100.0)
    },
)
.producing(&[
    dmb_spec::FieldType::Float,
    dmb_spec::FieldType::Decimal,
    dmb_spec::FieldType::Integer,
    dmb_spec::FieldType::BigInteger,
])
.with(event::params, "{}");

/// Exit codes with their shares: 0 is well, 126 and up are the shell's or signals'.
const EXITS: [(u16, f64); 9] =
    [(0, 88.0), (1, 6.5), (2, 1.5), (137, 1.4), (143, 0.9), (126, 0.2), (127, 0.5), (130, 0.4), (255, 0.6)];

/// Exit codes.
pub(super) static EXIT_CODE: Entry = Entry::number(
    "system.exit_code",
    Family::System,
    words("Exit code", "Código de salida"),
    words(
        "How programs end: 0 for most, else the usual codes of failure and signals.",
        "Cómo acaban los programas: 0 casi siempre; si no, los códigos habituales de fallo y señal.",
    ),
    |reader, cx| {
        let (alias, stream) = (Alias::new(EXITS.iter().map(|(_, share)| *share)), cx.stream);
        numbers(reader, cx, move |row| f64::from(EXITS[alias.pick(stream.cell(row).bits())].0))
    },
)
.producing(NUMBERS);

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Float64Type, Int32Type};
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    const ROWS: u64 = 20_000;

    #[test]
    fn level_status_method_and_duration_of_a_row_agree() {
        let texts = |name| Trial::new(name, json!({}), FieldType::String).texts(ROWS);
        let (levels, methods, paths) =
            (texts("system.log_level"), texts("system.http_method"), texts("system.endpoint"));
        let statuses = Trial::new("system.http_status", json!({}), FieldType::Integer).fill(ROWS);
        let latencies = Trial::new("system.latency_ms", json!({}), FieldType::Float).fill(ROWS);
        let written = texts("system.http_status");
        for row in 0..ROWS as usize {
            let status = statuses.as_primitive::<Int32Type>().value(row);
            assert_eq!(written[row], status.to_string());
            assert_eq!(status >= 500, ["ERROR", "FATAL"].contains(&&*levels[row]), "{status} {}", levels[row]);
            assert!(levels[row] != "WARN" || (400..500).contains(&status));
            assert!(status != 201 || methods[row] == "POST");
            assert!(methods[row] != "POST" || paths[row].split('/').count() == 4, "{}", paths[row]);
            assert!(methods[row] != "DELETE" || paths[row].split('/').count() == 5, "{}", paths[row]);
            assert_eq!(latencies.as_primitive::<Float64Type>().value(row) >= 30_000.0, status == 504);
        }
    }

    #[test]
    fn so_many_fail_as_told() {
        for rate in [0.0, 0.06, 0.5] {
            let made = Trial::new("system.http_status", json!({ "error_rate": rate }), FieldType::Integer).fill(ROWS);
            let values = made.as_primitive::<Int32Type>().values();
            let failed = values.iter().filter(|s| **s >= 400).count() as f64 / ROWS as f64;
            assert!((failed - rate).abs() < 0.01, "{failed} {rate}");
            assert!(values.iter().all(|s| *s == 500 || reason(*s as u16) != "Internal Server Error"));
        }
    }
}
