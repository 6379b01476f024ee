//! How much a design may hold, so that one design can't exhaust the machine that reads it.

use std::collections::HashSet;

use super::paths::Paths;
use crate::{Design, Field, RowCount, Table, Violation};

/// Most tables of a design.
pub const MAX_TABLES: usize = 200;
/// Most fields of a table.
pub const MAX_FIELDS: usize = 200;
/// Most rows of a table.
pub const MAX_ROWS: u64 = 1_000_000_000_000;
/// Most characters of a pattern.
pub const MAX_PATTERN_CHARS: usize = 500;

const MAX_LABEL_CHARS: usize = 120;
const MAX_DESCRIPTION_CHARS: usize = 4_000;
/// Most characters of the name of a generator or a kind of fault.
pub(super) const MAX_GENERATOR_NAME_CHARS: usize = 100;
/// Most characters of parameters, written as JSON.
pub(super) const MAX_PARAMS_CHARS: usize = 100_000;
const MAX_LOCALES: usize = 20;

/// Counts, lengths of texts, and the locale mix.
pub(super) fn check(design: &Design, paths: &Paths, out: &mut Vec<Violation>) {
    if design.name.trim().is_empty() {
        out.push(Violation::error("name", "name_missing", "The design has no name."));
    }
    text_limit(&design.name, MAX_LABEL_CHARS, "name", out);
    text_limit(&design.description, MAX_DESCRIPTION_CHARS, "description", out);
    check_locale(design, out);
    if design.tables.len() > MAX_TABLES {
        let message = format!("The design has {} tables; {MAX_TABLES} is the most.", design.tables.len());
        out.push(Violation::error("tables", "too_many_tables", message));
    }
    for (t, table) in design.tables.iter().enumerate() {
        check_table(table, paths.table(t), out);
        for (f, field) in table.fields.iter().enumerate() {
            check_field(field, paths.field(t, f), out);
        }
    }
}

fn check_table(table: &Table, path: &str, out: &mut Vec<Violation>) {
    label(table.display_name.as_deref(), path, out);
    text_limit(&table.description, MAX_DESCRIPTION_CHARS, &format!("{path}.description"), out);
    if table.fields.is_empty() {
        let message = format!("The table “{}” has no fields; it needs at least one.", shortened(&table.name));
        out.push(Violation::error(format!("{path}.fields"), "no_fields", message));
    }
    if table.fields.len() > MAX_FIELDS {
        let message = format!("The table has {} fields; {MAX_FIELDS} is the most.", table.fields.len());
        out.push(Violation::error(format!("{path}.fields"), "too_many_fields", message));
    }
    if let RowCount::Total(rows) = table.rows
        && rows > MAX_ROWS
    {
        let message = format!("{rows} rows are asked for; {MAX_ROWS} is the most.");
        out.push(Violation::error(format!("{path}.rows"), "too_many_rows", message));
    }
}

fn check_field(field: &Field, path: &str, out: &mut Vec<Violation>) {
    label(field.display_name.as_deref(), path, out);
    text_limit(&field.description, MAX_DESCRIPTION_CHARS, &format!("{path}.description"), out);
    let Some(generator) = &field.generator else { return };
    let generator_path = format!("{path}.generator");
    if generator.name.is_empty() {
        out.push(Violation::error(&generator_path, "generator_missing", "The generator has no name."));
    }
    text_limit(&generator.name, MAX_GENERATOR_NAME_CHARS, &generator_path, out);
    let params = serde_json::to_string(&generator.params).unwrap_or_default();
    text_limit(&params, MAX_PARAMS_CHARS, &format!("{path}.params"), out);
}

fn check_locale(design: &Design, out: &mut Vec<Violation>) {
    let mix = &design.locale.0;
    if mix.is_empty() {
        out.push(Violation::error("locale", "locale_missing", "The design has no locale.").suggest("en_US"));
    }
    if mix.len() > MAX_LOCALES {
        let message = format!("The mix has {} locales; {MAX_LOCALES} is the most.", mix.len());
        out.push(Violation::error("locale", "too_many_locales", message));
    }
    let mut seen = HashSet::new();
    for (locale, weight) in mix {
        let path = format!("locale.{}", shortened(locale));
        text_limit(locale, 20, &path, out);
        if !seen.insert(locale) {
            out.push(Violation::error(
                &path,
                "locale_repeated",
                format!("The locale {} is given twice.", shortened(locale)),
            ));
        }
        if !weight.is_finite() || *weight <= 0.0 {
            out.push(Violation::error(&path, "weight_invalid", format!("The weight must be above 0, not {weight}.")));
        }
    }
}

fn label(text: Option<&str>, path: &str, out: &mut Vec<Violation>) {
    let path = format!("{path}.display_name");
    match text {
        Some(text) if text.trim().is_empty() => {
            out.push(Violation::error(
                path,
                "label_blank",
                "The display name is blank; leave it out to show the name.",
            ));
        }
        Some(text) => text_limit(text, MAX_LABEL_CHARS, &path, out),
        None => {}
    }
}

/// Texts that are too long or hold what databases refuse.
pub(super) fn text_limit(text: &str, most: usize, path: &str, out: &mut Vec<Violation>) {
    let chars = text.chars().count();
    if chars > most {
        out.push(Violation::error(path, "too_long", format!("{chars} characters; {most} is the most.")));
    }
    if text.contains('\0') {
        out.push(Violation::error(path, "null_character", "The text holds a null character, which databases refuse."));
    }
}

/// The text as it is shown inside a message: cut where it is long.
pub(super) fn shortened(text: &str) -> String {
    const SHOWN: usize = 60;
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
