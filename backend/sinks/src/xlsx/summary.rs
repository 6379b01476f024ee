//! The sheet that says what the workbook is: of what, by whom, from which seed, how many rows, which of them wrong on
//! purpose.

use dmb_engine::output::OutputError;
use rust_xlsxwriter::{Chart, ChartType, Workbook, Worksheet, XlsxError};

use super::sheet::{Written, write_headings};
use super::styles::Theme;
use super::{failed, styles};
use crate::output::ExportInfo;

/// Name of the sheet.
pub(super) const SHEET: &str = "Summary";
/// Name of the product.
pub(super) const PRODUCT: &str = "Dynamic Model Builder";
/// Tables up to which a chart of their rows can be read.
const MOST_BARS: usize = 40;

/// Adds the sheet.
pub(super) fn write(
    book: &mut Workbook,
    info: &ExportInfo,
    written: &[Written],
    theme: Theme,
) -> Result<(), OutputError> {
    let sheet = book.add_worksheet();
    sheet.set_name(SHEET).map_err(failed)?;
    sheet.set_screen_gridlines(false);
    styles::page(sheet);
    for (column, width) in [(0, 24), (1, 42), (2, 16)] {
        sheet.set_column_width(column, width).map_err(failed)?;
    }
    sheet.write_string_with_format(0, 0, &info.project, &styles::title()).map_err(failed)?;
    let mut row = 2;
    for (name, value) in properties(info) {
        property(sheet, row, name, &value)?;
        row += 1;
    }
    let row = tables(sheet, row + 1, written, theme)?;
    faults(sheet, row + 1, written, theme)
}

fn properties(info: &ExportInfo) -> Vec<(&'static str, String)> {
    let mut all = vec![("Project", info.project.clone())];
    if info.design.name != info.project {
        all.push(("Design", info.design.name.clone()));
    }
    if !info.design.description.is_empty() {
        all.push(("Description", info.design.description.clone()));
    }
    all.push(("Created by", info.created_by.clone()));
    // "When" is the moment the job calls now: the same job makes the same bytes whenever it runs.
    all.push(("As of", info.as_of.format("%Y-%m-%d %H:%M:%S UTC").to_string()));
    all.extend(info.seed.map(|seed| ("Seed", seed.to_string())));
    all.extend(info.revision.map(|revision| ("Design revision", revision.to_string())));
    let locales: Vec<_> = info.design.locale.0.iter().map(|(locale, _)| locale.as_str()).collect();
    all.push(("Locale", locales.join(", ")));
    all.push(("Made with", PRODUCT.to_owned()));
    all
}

fn property(sheet: &mut Worksheet, row: u32, name: &str, value: &str) -> Result<(), OutputError> {
    sheet.write_string_with_format(row, 0, name, &styles::label()).map_err(failed)?;
    sheet.write_string_with_format(row, 1, value, &styles::wrapped()).map_err(failed)?;
    Ok(())
}

/// Rows by table, with a chart beside them; returns the row after.
fn tables(sheet: &mut Worksheet, top: u32, written: &[Written], theme: Theme) -> Result<u32, OutputError> {
    write_headings(sheet, top, &["Table", "Sheets", "Rows"], theme)?;
    let mut row = top + 1;
    for table in written {
        sheet.write_string_with_format(row, 0, table.table.label(), &styles::wrapped()).map_err(failed)?;
        sheet.write_string_with_format(row, 1, table.sheets.join(", "), &styles::wrapped()).map_err(failed)?;
        sheet.write_number_with_format(row, 2, table.rows as f64, &styles::count()).map_err(failed)?;
        row += 1;
    }
    let total: u64 = written.iter().map(|w| w.rows).sum();
    sheet.write_string_with_format(row, 0, "Total", &styles::label()).map_err(failed)?;
    sheet.write_number_with_format(row, 2, total as f64, &styles::count().set_bold()).map_err(failed)?;
    if (2..=MOST_BARS).contains(&written.len()) {
        chart(sheet, top + 1, row - 1, written.len()).map_err(failed)?;
    }
    Ok(row + 1)
}

/// Bars of the rows from `first` to `last`, the first table on top.
fn chart(sheet: &mut Worksheet, first: u32, last: u32, tables: usize) -> Result<(), XlsxError> {
    let mut chart = Chart::new(ChartType::Bar);
    chart
        .add_series()
        .set_categories((SHEET, first, 0, last, 0))
        .set_values((SHEET, first, 2, last, 2))
        .set_format(
            rust_xlsxwriter::ChartFormat::new().set_solid_fill(
                rust_xlsxwriter::ChartSolidFill::new().set_color(rust_xlsxwriter::Color::RGB(0x1F_4E_79)),
            ),
        )
        .set_gap(60);
    chart.title().set_name("Rows per table");
    chart.legend().set_hidden();
    chart.x_axis().set_reverse();
    chart.y_axis().set_num_format("#,##0");
    chart.set_width(560).set_height(120 + 32 * tables.min(MOST_BARS) as u32);
    sheet.insert_chart(2, 4, &chart)?;
    Ok(())
}

/// Rows that are wrong on purpose, by table and kind, where there are some.
fn faults(sheet: &mut Worksheet, top: u32, written: &[Written], theme: Theme) -> Result<(), OutputError> {
    if written.iter().all(|table| table.faults.is_empty()) {
        return Ok(());
    }
    write_headings(sheet, top, &["Table", "Wrong on purpose", "Rows"], theme)?;
    let mut row = top + 1;
    for table in written {
        for (kind, count) in &table.faults {
            sheet.write_string(row, 0, table.table.label()).map_err(failed)?;
            sheet.write_string(row, 1, *kind).map_err(failed)?;
            sheet.write_number_with_format(row, 2, *count as f64, &styles::count()).map_err(failed)?;
            row += 1;
        }
    }
    Ok(())
}
