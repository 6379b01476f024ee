//! The sheet that explains every field.

use dmb_engine::catalog;
use dmb_engine::output::OutputError;
use dmb_spec::{Constraints, Design, Field, FieldType, Table};
use rust_xlsxwriter::{Workbook, Worksheet};
use serde_json::Value;

use super::sheet::{Written, write_headings};
use super::{failed, styles};
use crate::output::ExportInfo;

/// Name of the sheet.
pub(super) const SHEET: &str = "Dictionary";
const HEADINGS: [&str; 12] = [
    "Table",
    "Field",
    "Label",
    "Type",
    "Constraints",
    "Nullable",
    "Unique",
    "Key",
    "Generator",
    "Null rate",
    "Description",
    "Note",
];
const WIDTHS: [u32; 12] = [18, 22, 22, 15, 34, 10, 9, 30, 24, 11, 44, 44];
/// Longest description of constraints; enums may have a thousand choices.
const MAX_CHARS: usize = 1_000;

/// Adds the sheet.
pub(super) fn write(book: &mut Workbook, info: &ExportInfo, written: &[Written]) -> Result<(), OutputError> {
    let sheet = book.add_worksheet();
    sheet.set_name(SHEET).map_err(failed)?;
    sheet.set_freeze_panes(1, 2).map_err(failed)?;
    for (column, width) in WIDTHS.into_iter().enumerate() {
        sheet.set_column_width(column as u16, width).map_err(failed)?;
    }
    write_headings(sheet, 0, &HEADINGS)?;
    let mut row = 1;
    for table in written {
        for (field, as_text) in table.table.fields.iter().zip(&table.as_text) {
            line(sheet, row, &texts(&info.design, &table.table, field, *as_text), field.null_rate)?;
            row += 1;
        }
    }
    sheet.autofilter(0, 0, row - 1, HEADINGS.len() as u16 - 1).map_err(failed)?;
    Ok(())
}

fn line(sheet: &mut Worksheet, row: u32, texts: &[String; 12], null_rate: f64) -> Result<(), OutputError> {
    let format = styles::wrapped();
    for (column, text) in texts.iter().enumerate() {
        if column == 9 {
            sheet.write_number_with_format(row, 9, null_rate, &format.clone().set_num_format("0%")).map_err(failed)?;
        } else {
            sheet.write_string_with_format(row, column as u16, text, &format).map_err(failed)?;
        }
    }
    Ok(())
}

/// The cells of a field, in the order of the headings; the null rate is a number and left out.
fn texts(design: &Design, table: &Table, field: &Field, as_text: bool) -> [String; 12] {
    let yes = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    [
        table.name.clone(),
        field.name.clone(),
        field.label().to_owned(),
        type_text(field),
        constraints(field),
        yes(field.nullable),
        yes(table.is_unique(field)),
        key(design, table, field),
        generator(design, table, field),
        String::new(),
        field.description.clone(),
        note(field, as_text),
    ]
}

fn type_text(field: &Field) -> String {
    match field.field_type {
        FieldType::Decimal => {
            let (precision, scale) = field.constraints.decimal();
            format!("decimal({precision}, {scale})")
        }
        other => other.to_string(),
    }
}

fn constraints(field: &Field) -> String {
    let Constraints { min, max, min_length, max_length, pattern, choices, .. } = &field.constraints;
    let bound = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let mut all = Vec::new();
    all.extend(min.as_ref().map(|v| format!("min {}", bound(v))));
    all.extend(max.as_ref().map(|v| format!("max {}", bound(v))));
    all.extend(min_length.map(|n| format!("at least {n} characters")));
    all.extend(max_length.map(|n| format!("at most {n} characters")));
    all.extend(pattern.as_ref().map(|p| format!("pattern {p}")));
    all.extend(choices.as_ref().map(|c| format!("one of: {}", c.join(", "))));
    let text = all.join("; ");
    match text.char_indices().nth(MAX_CHARS) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

fn key(design: &Design, table: &Table, field: &Field) -> String {
    let mut all = Vec::new();
    let primary = table.key_fields();
    if primary.iter().any(|f| f.id == field.id) {
        all.push(if primary.len() > 1 { "part of primary key" } else { "primary key" }.to_owned());
    }
    let parent = field.reference.and_then(|r| Some((design.table_by_id(r.table)?, r.field)));
    if let Some((parent, target)) = parent {
        let target = parent.field_by_id(target).map_or("?", |f| &f.name);
        all.push(format!("refers to {}.{target}", parent.name));
    }
    all.join("; ")
}

fn generator(design: &Design, table: &Table, field: &Field) -> String {
    field.generator.as_ref().map_or_else(|| catalog::default_for(field, table, design).name, |g| g.name.clone())
}

fn note(field: &Field, as_text: bool) -> String {
    if !as_text {
        return String::new();
    }
    if field.field_type.is_temporal() {
        "Dates before 1900 are written as text: Excel knows none.".to_owned()
    } else {
        "Values that Excel's numbers can't hold exactly are written as text.".to_owned()
    }
}
