//! Whole lines of logs: of web servers (Combined Log Format) and of applications. They tell of the row's request.

use std::fmt::Write;

use dmb_spec::time::Span;

use crate::generator::{CompileContext, Family, ParamDescriptor, ParamKind};
use crate::generators::support::clock::{Stamp, write_stamp};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{one, texts};
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::generators::support::window::Window;

use super::client::Clients;
use super::errors::write_message;
use super::event::{self, Event, Events, Level, Slot};
use super::host::SERVICES;
use super::request::level_name;

const FORMS: &[&str] = &["plain", "json", "logfmt"];
/// What applications say between requests.
const QUIET: [&str; 8] = [
    "cache hit",
    "cache miss",
    "connection taken from pool",
    "configuration reloaded",
    "heartbeat sent",
    "query planned",
    "session renewed",
    "token checked",
];
/// First parts of addresses that are in public use as a whole.
const PUBLIC: [u64; 12] = [5, 24, 37, 62, 78, 81, 88, 93, 95, 181, 187, 201];

/// `from` and `to`, of the moments lines are written at, and what requests have.
fn params() -> Vec<ParamDescriptor> {
    let moment = |name, label, help, default: &'static str| defaulted(name, ParamKind::Moment, label, help, default);
    let mut params = vec![
        moment(
            "from",
            words("From", "Desde"),
            words("Earliest moment of a line.", "El momento más temprano de una línea."),
            "-7d",
        ),
        moment(
            "to",
            words("To", "Hasta"),
            words("Latest moment of a line.", "El momento más tardío de una línea."),
            "now",
        ),
    ];
    params.extend(event::params());
    params
}

fn window(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Window {
    let week = Span { months: 0, micros: -7 * crate::generators::support::window::DAY };
    Window::compile(reader, cx, (week.add_to(cx.as_of), cx.as_of), 1_000)
}

/// Lines of web servers.
pub(super) static ACCESS: Entry = Entry::text(
    "system.access_log",
    Family::System,
    words("Access log line", "Línea de registro de accesos"),
    words(
        "Lines of a web server in the Combined Log Format, of the row's request and browser.",
        "Líneas de un servidor web en formato Combined Log, de la petición y el navegador de la fila.",
    ),
    |reader, cx| {
        let window = window(reader, cx);
        let events = Events::compile(reader, cx);
        let clients = Clients::compile(reader, cx);
        texts(cx, 240, move |row, out| {
            let event = events.at(row);
            let mut cell = events.slot(Slot::Client).cell(row);
            out.push_number(PUBLIC[cell.below(PUBLIC.len() as u64) as usize]);
            for _ in 0..3 {
                out.push(".");
                out.push_number(1 + cell.below(254));
            }
            out.push(" - - [");
            write_stamp(window.nth(cell.below(window.count)), Stamp::Common, out);
            out.push("] \"");
            out.push(event.method);
            out.push(" ");
            event.write_path(out);
            out.push(" HTTP/");
            out.push(if cell.below(4) == 0 { "2.0" } else { "1.1" });
            out.push("\" ");
            out.push_number(u64::from(event.status));
            out.push(" ");
            match event.bytes(row, &events) {
                0 => out.push("-"),
                bytes => out.push_number(bytes),
            }
            out.push(if cell.below(3) == 0 { " \"https://www.example.com/\" \"" } else { " \"-\" \"" });
            clients.write_agent(row, out);
            out.push("\"");
        })
    },
)
.producing(&[dmb_spec::FieldType::Text, dmb_spec::FieldType::String])
.with(params, "{}");

/// Lines of applications.
pub(super) static LINE: Entry = Entry::text(
    "system.log_line",
    Family::System,
    words("Log line", "Línea de registro"),
    words(
        "Lines of an application's log with moment, level, service and message, of the row's request.",
        "Líneas del registro de una aplicación con momento, nivel, servicio y mensaje, de la petición de la fila.",
    ),
    |reader, cx| {
        let form = reader.choice("form", FORMS);
        let window = window(reader, cx);
        let events = Events::compile(reader, cx);
        texts(cx, 140, move |row, out| {
            let event = events.at(row);
            let level = events.level(row, &event);
            let mut cell = events.slot(Slot::Line).slot(1).cell(row);
            let micros = window.nth(cell.below(window.count));
            let (service, quiet) = (one(&mut cell, &SERVICES), one(&mut cell, &QUIET));
            let line = Line { events: &events, event, level, row, quiet };
            match form {
                "json" => {
                    out.push("{\"time\":\"");
                    write_stamp(micros, Stamp::Iso, out);
                    parts(out, &["\",\"level\":\"", level_name(level, "lower"), "\",\"service\":\"", service]);
                    out.push("\",\"message\":\"");
                    line.write_message(out);
                    out.push("\"}");
                }
                "logfmt" => {
                    out.push("time=");
                    write_stamp(micros, Stamp::Iso, out);
                    parts(out, &[" level=", level_name(level, "lower"), " service=", service, " msg=\""]);
                    line.write_message(out);
                    out.push("\"");
                }
                _ => {
                    write_stamp(micros, Stamp::Plain, out);
                    parts(out, &[" ", level_name(level, "upper"), " [", service, "] "]);
                    line.write_message(out);
                }
            }
        })
    },
)
.producing(&[dmb_spec::FieldType::Text, dmb_spec::FieldType::String])
.with(
    || {
        let form = defaulted(
            "form",
            ParamKind::Choice(FORMS),
            words("Form", "Forma"),
            words("Plain text, JSON or logfmt.", "Texto llano (plain), JSON o logfmt."),
            FORMS[0],
        );
        [vec![form], params()].concat()
    },
    r#"{"form":"plain"}"#,
);

fn parts(out: &mut TextColumn, parts: &[&str]) {
    parts.iter().for_each(|part| out.push(part));
}

/// What a line tells.
struct Line<'a> {
    events: &'a Events,
    event: Event,
    level: Level,
    row: u64,
    quiet: &'static str,
}

impl Line<'_> {
    /// The message; it holds nothing that JSON would escape.
    fn write_message(&self, out: &mut TextColumn) {
        if self.level <= Level::Debug {
            out.push(self.quiet);
            out.push(" for ");
            self.event.write_path(out);
            return;
        }
        out.push(self.event.method);
        out.push(" ");
        self.event.write_path(out);
        // Writing to a column can't fail.
        let _ = write!(out, " {} in {:.0} ms", self.event.status, self.events.latency(self.row, &self.event));
        if self.event.status >= 400 {
            out.push(": ");
            write_message(self.events, self.row, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use regex::Regex;
    use serde_json::{Value, json};

    use crate::testing::Trial;

    #[test]
    fn access_lines_have_the_combined_form_and_tell_of_the_request() {
        let form = Regex::new(
            r#"^\d+\.\d+\.\d+\.\d+ - - \[\d\d/[A-Z][a-z]{2}/20\d\d:\d\d:\d\d:\d\d \+0000\] "([A-Z]+) (/\S+) HTTP/[12]\.[01]" (\d{3}) (-|\d+) "[^"]+" "(Mozilla[^"]+)"$"#,
        )
        .unwrap();
        let texts = |name| Trial::new(name, json!({}), FieldType::Text).texts(500);
        let (methods, paths, agents) =
            (texts("system.http_method"), texts("system.endpoint"), texts("system.user_agent"));
        for (row, line) in texts("system.access_log").iter().enumerate() {
            let found = form.captures(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((&found[1], &found[2], &found[5]), (&*methods[row], &*paths[row], &*agents[row]));
        }
    }

    #[test]
    fn lines_of_every_form_tell_the_level_of_the_row() {
        let lines = |form: &str| {
            Trial::new("system.log_line", json!({ "form": form, "error_rate": 0.5 }), FieldType::Text).texts(300)
        };
        let levels = Trial::new("system.log_level", json!({ "error_rate": 0.5 }), FieldType::String).texts(300);
        let (plain, logfmt) = (lines("plain"), lines("logfmt"));
        for (row, line) in lines("json").iter().enumerate() {
            let read: Value = serde_json::from_str(line).unwrap_or_else(|e| panic!("{line}: {e}"));
            assert_eq!(read["level"].as_str().unwrap().to_uppercase(), levels[row]);
            assert!(plain[row].contains(&format!(" {} [", levels[row])), "{}", plain[row]);
            assert!(logfmt[row].contains(&format!(" level={} ", levels[row].to_lowercase())), "{}", logfmt[row]);
        }
    }
}
