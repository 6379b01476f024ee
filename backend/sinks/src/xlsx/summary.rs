//! The sheet that says what the workbook is: of what, by whom, from which seed, how many rows.

use dmb_engine::output::OutputError;
use rust_xlsxwriter::{Workbook, Worksheet};

use super::sheet::{Written, write_headings};
use super::{failed, styles};
use crate::output::ExportInfo;

/// Name of the sheet.
pub(super) const SHEET: &str = "Summary";
/// Name of the product.
pub(super) const PRODUCT: &str = "Dynamic Model Builder";

/// Adds the sheet.
pub(super) fn write(book: &mut Workbook, info: &ExportInfo, written: &[Written]) -> Result<(), OutputError> {
    let sheet = book.add_worksheet();
    sheet.set_name(SHEET).map_err(failed)?;
    sheet.set_screen_gridlines(false);
    for (column, width) in [(0, 24), (1, 42), (2, 16)] {
        sheet.set_column_width(column, width).map_err(failed)?;
    }
    sheet.write_string_with_format(0, 0, &info.project, &styles::title()).map_err(failed)?;
    let mut row = 2;
    for (name, value) in properties(info) {
        property(sheet, row, name, &value)?;
        row += 1;
    }
    tables(sheet, row + 1, written)
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

fn tables(sheet: &mut Worksheet, row: u32, written: &[Written]) -> Result<(), OutputError> {
    write_headings(sheet, row, &["Table", "Sheets", "Rows"])?;
    let mut row = row + 1;
    for table in written {
        sheet.write_string(row, 0, table.table.label()).map_err(failed)?;
        sheet.write_string(row, 1, table.sheets.join(", ")).map_err(failed)?;
        sheet.write_number_with_format(row, 2, table.rows as f64, &styles::count()).map_err(failed)?;
        row += 1;
    }
    let total: u64 = written.iter().map(|w| w.rows).sum();
    sheet.write_string_with_format(row, 0, "Total", &styles::label()).map_err(failed)?;
    sheet.write_number_with_format(row, 2, total as f64, &styles::count().set_bold()).map_err(failed)?;
    Ok(())
}
