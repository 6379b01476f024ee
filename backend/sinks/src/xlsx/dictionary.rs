//! The sheet that explains every field.

use arrow_schema::DataType;
use dmb_engine::catalog;
use dmb_engine::output::OutputError;
use dmb_spec::{Constraints, Design, Field, FieldType, Table};
use rust_xlsxwriter::{FormatAlign, Workbook, Worksheet, XlsxError};
use serde_json::Value;

use super::sheet::{Written, write_headings};
use super::styles::Theme;
use super::watch::{Ends, MOST_DISTINCT};
use super::{cells, failed, styles};
use crate::digits::{push_date, push_datetime, push_decimal, push_time};
use crate::output::ExportInfo;

/// Name of the sheet.
pub(super) const SHEET: &str = "Dictionary";
const HEADINGS: [&str; 16] = [
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
    "Nulls",
    "Distinct",
    "Smallest",
    "Greatest",
    "Description",
    "Note",
];
const WIDTHS: [u32; 16] = [18, 22, 22, 15, 34, 10, 9, 30, 24, 11, 10, 18, 21, 21, 44, 44];
/// Longest description of constraints; enums may have a thousand choices.
const MAX_CHARS: usize = 1_000;

/// Adds the sheet.
pub(super) fn write(
    book: &mut Workbook,
    info: &ExportInfo,
    written: &[Written],
    theme: Theme,
) -> Result<(), OutputError> {
    let sheet = book.add_worksheet();
    sheet.set_name(SHEET).map_err(failed)?;
    sheet.set_freeze_panes(1, 2).map_err(failed)?;
    styles::page(sheet);
    sheet.set_repeat_rows(0, 0).map_err(failed)?;
    for (column, width) in WIDTHS.into_iter().enumerate() {
        sheet.set_column_width(column as u16, width).map_err(failed)?;
    }
    write_headings(sheet, 0, &HEADINGS, theme)?;
    let mut row = 1;
    for table in written {
        for at in 0..table.table.fields.len() {
            for (column, cell) in line(&info.design, table, at).into_iter().enumerate() {
                cell.write(sheet, (row, column as u16)).map_err(failed)?;
            }
            row += 1;
        }
    }
    sheet.autofilter(0, 0, row - 1, HEADINGS.len() as u16 - 1).map_err(failed)?;
    Ok(())
}

/// A cell of the dictionary.
enum Cell {
    Text(String),
    Number(f64, String),
    /// Without a value.
    Nothing,
}

impl Cell {
    fn count(number: u64) -> Self {
        Self::Number(number as f64, "#,##0".to_owned())
    }

    fn write(self, sheet: &mut Worksheet, at: (u32, u16)) -> Result<(), XlsxError> {
        match self {
            Self::Text(text) => sheet.write_string_with_format(at.0, at.1, text, &styles::wrapped())?,
            Self::Number(number, pattern) => {
                let format = styles::wrapped().set_num_format(pattern).set_align(FormatAlign::Right);
                sheet.write_number_with_format(at.0, at.1, number, &format)?
            }
            Self::Nothing => return Ok(()),
        };
        Ok(())
    }
}

/// The cells of a field, in the order of the headings.
fn line(design: &Design, written: &Written, at: usize) -> [Cell; 16] {
    let table = &*written.table;
    let field = &table.fields[at];
    let yes = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let seen = &written.seen[at];
    let [smallest, greatest] = ends(seen.ends, written.schema.field(at).data_type());
    [
        Cell::Text(table.name.clone()),
        Cell::Text(field.name.clone()),
        Cell::Text(field.label().to_owned()),
        Cell::Text(type_text(field)),
        Cell::Text(constraints(field)),
        Cell::Text(yes(field.nullable)),
        Cell::Text(yes(table.is_unique(field))),
        Cell::Text(key(design, table, field)),
        Cell::Text(generator(design, table, field)),
        Cell::Number(field.null_rate, "0%".to_owned()),
        Cell::count(seen.nulls),
        match seen.distinct() {
            Some(distinct) => Cell::count(distinct as u64),
            None => Cell::Text(format!("more than {MOST_DISTINCT}")),
        },
        smallest,
        greatest,
        Cell::Text(field.description.clone()),
        Cell::Text(note(field, written.as_text[at])),
    ]
}

/// The ends of a column: numbers where Excel holds them exactly, else as text.
fn ends(ends: Ends, data_type: &DataType) -> [Cell; 2] {
    match ends {
        Ends::None => [Cell::Nothing, Cell::Nothing],
        Ends::Float(smallest, greatest) => [smallest, greatest].map(|end| match end.is_finite() {
            true => Cell::Number(end, "General".to_owned()),
            false => Cell::Text(end.to_string()),
        }),
        Ends::Whole(smallest, greatest) => [smallest, greatest].map(|end| whole(end, data_type)),
    }
}

fn whole(end: i128, data_type: &DataType) -> Cell {
    let mut text = Vec::new();
    // Ends of days, times and moments come from 32 and 64 bits.
    match data_type {
        DataType::Date32 => push_date(&mut text, end as i32),
        DataType::Time32(_) => push_time(&mut text, end as i32),
        DataType::Timestamp(..) => push_datetime(&mut text, end as i64, b' '),
        DataType::Decimal128(_, scale) => {
            let scale = scale.unsigned_abs();
            match cells::exact_decimal(end, scale) {
                Some(number) => return Cell::Number(number, styles::with_digits(scale)),
                None => push_decimal(&mut text, end, scale),
            }
        }
        _ => match cells::exact_decimal(end, 0) {
            Some(number) => return Cell::Number(number, "General".to_owned()),
            None => push_decimal(&mut text, end, 0),
        },
    }
    Cell::Text(String::from_utf8_lossy(&text).into_owned())
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
