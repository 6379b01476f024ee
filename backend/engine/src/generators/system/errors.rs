//! Errors as programs tell them: message, exception class, depth and text of the stack. Those of a row are of one error,
//! which suits the row's HTTP status.

use crate::generator::{CompileContext, Family, ParamDescriptor, ParamKind};
use crate::generators::support::describe::{NUMBERS, defaulted, words};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{numbers, one, texts};
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::stream::Cell;

use super::event::{self, Events, RESOURCES, Slot};

const LANGUAGES: &[&str] = &["java", "python", "dotnet", "javascript"];

/// An error: who is to blame, what each language calls it (in the order of [`LANGUAGES`]), and the message, where `{r}`
/// is a resource, `{n}` a number, `{h}` a host.
struct Failure {
    servers: bool,
    classes: [&'static str; 4],
    message: &'static str,
}

const fn failure(servers: bool, classes: [&'static str; 4], message: &'static str) -> Failure {
    Failure { servers, classes, message }
}

#[rustfmt::skip]
static FAILURES: [Failure; 22] = [
    failure(true, ["java.net.SocketTimeoutException", "TimeoutError", "System.TimeoutException", "TimeoutError"], "timed out after {n} ms waiting for {h}"),
    failure(true, ["java.net.ConnectException", "ConnectionRefusedError", "System.Net.Sockets.SocketException", "Error"], "connection refused: {h}:5432"),
    failure(true, ["java.sql.SQLTransientConnectionException", "psycopg.OperationalError", "Npgsql.NpgsqlException", "SequelizeConnectionError"], "connection pool exhausted: no connection within {n} ms"),
    failure(true, ["java.lang.NullPointerException", "AttributeError", "System.NullReferenceException", "TypeError"], "unexpected null while reading {r}"),
    failure(true, ["java.lang.OutOfMemoryError", "MemoryError", "System.OutOfMemoryException", "RangeError"], "out of memory while loading {n} rows of {r}"),
    failure(true, ["java.io.IOException", "OSError", "System.IO.IOException", "Error"], "no space left on device while writing {r}"),
    failure(true, ["java.util.concurrent.RejectedExecutionException", "queue.Full", "System.InvalidOperationException", "Error"], "queue {r} is full: {n} tasks waiting"),
    failure(true, ["java.sql.SQLException", "psycopg.errors.DeadlockDetected", "Npgsql.PostgresException", "DatabaseError"], "deadlock detected while updating {r} {n}"),
    failure(true, ["javax.net.ssl.SSLHandshakeException", "ssl.SSLError", "System.Security.Authentication.AuthenticationException", "Error"], "certificate of {h} has expired"),
    failure(true, ["java.lang.IllegalStateException", "RuntimeError", "System.InvalidOperationException", "Error"], "{r} {n} is in an unexpected state"),
    failure(true, ["java.net.UnknownHostException", "socket.gaierror", "System.Net.Http.HttpRequestException", "Error"], "name of {h} could not be resolved"),
    failure(true, ["java.lang.ArithmeticException", "ZeroDivisionError", "System.DivideByZeroException", "RangeError"], "division by zero in totals of {r}"),
    failure(false, ["java.lang.IllegalArgumentException", "ValueError", "System.ArgumentException", "ValidationError"], "invalid value for field quantity: -{n}"),
    failure(false, ["java.util.NoSuchElementException", "KeyError", "System.Collections.Generic.KeyNotFoundException", "NotFoundError"], "{r} {n} not found"),
    failure(false, ["java.time.format.DateTimeParseException", "ValueError", "System.FormatException", "SyntaxError"], "date could not be read at index {n}"),
    failure(false, ["com.fasterxml.jackson.core.JsonParseException", "json.JSONDecodeError", "System.Text.Json.JsonException", "SyntaxError"], "unexpected character at position {n} of the body"),
    failure(false, ["java.lang.SecurityException", "PermissionError", "System.UnauthorizedAccessException", "ForbiddenError"], "access to {r} {n} denied"),
    failure(false, ["java.lang.NumberFormatException", "ValueError", "System.FormatException", "TypeError"], "'{r}' is not a number"),
    failure(false, ["java.sql.SQLIntegrityConstraintViolationException", "psycopg.errors.UniqueViolation", "Npgsql.PostgresException", "UniqueConstraintError"], "duplicate key in {r}: {n}"),
    failure(false, ["jakarta.validation.ConstraintViolationException", "pydantic.ValidationError", "System.ComponentModel.DataAnnotations.ValidationException", "ValidationError"], "{n} fields of {r} are missing"),
    failure(false, ["java.lang.IndexOutOfBoundsException", "IndexError", "System.IndexOutOfRangeException", "RangeError"], "page {n} is beyond the end of {r}"),
    failure(false, ["java.lang.UnsupportedOperationException", "NotImplementedError", "System.NotSupportedException", "Error"], "version {n} of {r} is not supported"),
];

/// Names of methods and files in stacks.
const CALLS: [&str; 16] = [
    "handle", "execute", "load", "save", "validate", "process", "invoke", "dispatch", "run", "find", "update", "fetch",
    "parse", "apply", "commit", "submit",
];
const PARTS: [&str; 10] =
    ["Order", "User", "Payment", "Invoice", "Cart", "Session", "Report", "Shipment", "Product", "Customer"];
const KINDS: [&str; 6] = ["Service", "Controller", "Repository", "Handler", "Client", "Mapper"];

/// The error of a row, and random numbers for its message.
fn failure_at(events: &Events, row: u64) -> (&'static Failure, Cell) {
    let servers = events.at(row).status >= 500;
    let mut cell = events.slot(Slot::Error).cell(row);
    let fits = FAILURES.iter().filter(|f| f.servers == servers).count() as u64;
    let nth = cell.below(fits) as usize;
    let failure = FAILURES.iter().filter(|f| f.servers == servers).nth(nth).unwrap_or(&FAILURES[0]);
    (failure, cell)
}

/// The message of the row's error.
pub(super) fn write_message(events: &Events, row: u64, out: &mut TextColumn) {
    let (failure, mut cell) = failure_at(events, row);
    for (n, part) in failure.message.split(['{', '}']).enumerate() {
        match part {
            literal if n % 2 == 0 => out.push(literal),
            "r" => out.push(one(&mut cell, &RESOURCES)),
            "n" => out.push_number(1 + cell.below(5_000)),
            _ => {
                out.push("db-0");
                out.push_number(1 + cell.below(6));
                out.push(".example.internal");
            }
        }
    }
}

/// What a language calls the row's error.
fn class(events: &Events, row: u64, language: usize) -> &'static str {
    failure_at(events, row).0.classes[language]
}

/// Frames of the row's stack.
fn depth(events: &Events, row: u64) -> u64 {
    let mut cell = events.slot(Slot::Error).slot(1).cell(row);
    3 + cell.below(10) + cell.below(10) + cell.below(15)
}

fn language(reader: &mut Reader<'_>) -> usize {
    let chosen = reader.choice("language", LANGUAGES);
    LANGUAGES.iter().position(|l| *l == chosen).unwrap_or(0)
}

fn params() -> Vec<ParamDescriptor> {
    let language = defaulted(
        "language",
        ParamKind::Choice(LANGUAGES),
        words("Language", "Lenguaje"),
        words(
            "Whose classes and stacks. Give it to every column that should agree.",
            "De cuál son las clases y pilas. Indíquelo en todas las columnas que deban concordar.",
        ),
        LANGUAGES[0],
    );
    [vec![language], event::params()].concat()
}

/// Error messages.
pub(super) static MESSAGE: Entry = Entry::text(
    "system.error_message",
    Family::System,
    words("Error message", "Mensaje de error"),
    words(
        "What programs say when they fail, which suits the row's HTTP status.",
        "Lo que dicen los programas al fallar, acorde con el estado HTTP de la fila.",
    ),
    |reader, cx| {
        let events = Events::compile(reader, cx);
        texts(cx, 40, move |row, out| write_message(&events, row, out))
    },
)
.with(event::params, "{}");

/// Exception classes.
pub(super) static EXCEPTION: Entry = Entry::text(
    "system.exception",
    Family::System,
    words("Exception class", "Clase de excepción"),
    words("What a language calls the row's error.", "Cómo llama un lenguaje al error de la fila."),
    |reader, cx| {
        let language = language(reader);
        let events = Events::compile(reader, cx);
        texts(cx, 30, move |row, out| out.push(class(&events, row, language)))
    },
)
.with(params, r#"{"language":"java"}"#);

/// Stack depths.
pub(super) static DEPTH: Entry = Entry::number(
    "system.stack_depth",
    Family::System,
    words("Stack depth", "Profundidad de pila"),
    words("Frames of the row's stack, from 3 to 35.", "Marcos de la pila de la fila, de 3 a 35."),
    |reader, cx| {
        let events = Events::compile(reader, cx);
        numbers(reader, cx, move |row| depth(&events, row) as f64)
    },
)
.producing(NUMBERS)
.with(event::params, "{}");

/// Stacks.
pub(super) static STACK: Entry = Entry::text(
    "system.stack_trace",
    Family::System,
    words("Stack trace", "Traza de pila"),
    words(
        "The row's error with its message and the calls that led to it, as the language prints them.",
        "El error de la fila con su mensaje y las llamadas que llevaron a él, como las imprime el lenguaje.",
    ),
    |reader, cx| {
        let language = language(reader);
        let most = reader.integer("frames", (1, 40), 6) as u64;
        let events = Events::compile(reader, cx);
        stacks(cx, events, language, most)
    },
)
.producing(&[dmb_spec::FieldType::Text, dmb_spec::FieldType::String])
.with(
    || {
        let frames = defaulted(
            "frames",
            ParamKind::Integer { min: Some(1), max: Some(40) },
            words("Frames", "Marcos"),
            words("Most calls that are printed.", "Máximo de llamadas que se imprimen."),
            6,
        );
        [vec![frames], params()].concat()
    },
    r#"{"language":"python","frames":3}"#,
);

fn stacks(cx: &CompileContext<'_>, events: Events, language: usize, most: u64) -> Box<dyn crate::generator::Filler> {
    texts(cx, 300, move |row, out| {
        let title = |out: &mut TextColumn| {
            out.push(class(&events, row, language));
            out.push(": ");
            write_message(&events, row, out);
        };
        let python = LANGUAGES[language] == "python";
        if python {
            out.push("Traceback (most recent call last):");
        } else {
            title(out);
        }
        let mut cell = events.slot(Slot::Error).slot(2).cell(row);
        for _ in 0..depth(&events, row).min(most) {
            write_frame(language, &mut cell, out);
        }
        if python {
            out.push("\n");
            title(out);
        }
    })
}

/// A call, as the language prints it.
fn write_frame(language: usize, cell: &mut Cell, out: &mut TextColumn) {
    let (part, kind, call) = (one(cell, &PARTS), one(cell, &KINDS), one(cell, &CALLS));
    let line = 12 + cell.below(480);
    let parts: &[&str] = match LANGUAGES[language] {
        "python" => &["\n  File \"/srv/app/", part, "_", kind, ".py\", line ", "#", ", in ", call],
        "dotnet" => &["\n   at Shop.", part, kind, ".", call, "() in /src/", part, kind, ".cs:line ", "#"],
        "javascript" => &["\n    at ", part, kind, ".", call, " (/srv/app/dist/", part, kind, ".js:", "#", ":17)"],
        _ => &["\n\tat com.example.shop.", part, kind, ".", call, "(", part, kind, ".java:", "#", ")"],
    };
    let start = out.len();
    for text in parts {
        if *text == "#" {
            out.push_number(line);
        } else {
            out.push(text);
        }
    }
    if LANGUAGES[language] == "python" {
        out.current()[start..].make_ascii_lowercase();
        // Only the word File is capital.
        if let Some(file) = out.current().get_mut(start + 3) {
            *file = b'F';
        }
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Int32Type;
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn the_stack_tells_class_message_and_as_many_calls_as_its_depth() {
        for language in LANGUAGES {
            let params = json!({ "language": language, "frames": 40 });
            let stacks = Trial::new("system.stack_trace", params, FieldType::Text).texts(200);
            let classes = Trial::new("system.exception", json!({ "language": language }), FieldType::String).texts(200);
            let messages = Trial::new("system.error_message", json!({}), FieldType::String).texts(200);
            let depths = Trial::new("system.stack_depth", json!({}), FieldType::Integer).fill(200);
            for row in 0..200 {
                let title = format!("{}: {}", classes[row], messages[row]);
                assert!(stacks[row].contains(&title), "{}", stacks[row]);
                let calls = stacks[row].lines().count() - if *language == "python" { 2 } else { 1 };
                assert_eq!(calls as i32, depths.as_primitive::<Int32Type>().value(row), "{}", stacks[row]);
            }
        }
    }

    #[test]
    fn failures_of_the_server_are_no_wrong_input() {
        let params = json!({ "error_rate": 1 });
        let statuses = Trial::new("system.http_status", params.clone(), FieldType::Integer).fill(1_000);
        let messages = Trial::new("system.error_message", params, FieldType::String).texts(1_000);
        for (row, message) in messages.iter().enumerate() {
            let servers = statuses.as_primitive::<Int32Type>().value(row) >= 500;
            assert!(!message.contains("not found") || !servers, "{message}");
            assert!(!message.contains("deadlock") || servers, "{message}");
            assert!(!message.contains(['{', '}']), "{message}");
        }
    }
}
