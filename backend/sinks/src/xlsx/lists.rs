//! The choices of fields, as lists to choose from in cells.

use dmb_engine::output::OutputError;
use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Workbook};

use super::failed;

/// Name of the sheet for lists that a rule can't hold; it is hidden.
pub(super) const SHEET: &str = "Lists";
/// Characters of all choices that Excel takes within a rule, what parts them included.
const MAX_INLINE: usize = 255;
/// Columns of a sheet.
const MAX_COLUMNS: usize = 16_384;

/// Lists that are too long to stand in a rule.
#[derive(Default)]
pub(super) struct Lists(Vec<Vec<String>>);

impl Lists {
    /// A rule that takes one of these, and warns of everything else: what is there stays as it is.
    pub(super) fn rule(&mut self, choices: &[String]) -> Result<DataValidation, OutputError> {
        let rule = DataValidation::new().set_error_style(DataValidationErrorStyle::Warning);
        if inline(choices) {
            return rule.allow_list_strings(choices).map_err(failed);
        }
        let at = match self.0.iter().position(|list| list == choices) {
            Some(at) => at,
            None => {
                self.0.push(choices.to_vec());
                self.0.len() - 1
            }
        };
        if at >= MAX_COLUMNS {
            return Err(OutputError::Data("Excel has no room for so many lists of choices. Choose CSV.".into()));
        }
        let column = rust_xlsxwriter::column_number_to_name(at as u16);
        let range = format!("={SHEET}!${column}$1:${column}${}", choices.len());
        Ok(rule.allow_list_formula(Formula::new(range)))
    }

    /// Adds the sheet, where there is something on it.
    pub(super) fn write(&self, book: &mut Workbook) -> Result<(), OutputError> {
        if self.0.is_empty() {
            return Ok(());
        }
        let sheet = book.add_worksheet();
        sheet.set_name(SHEET).map_err(failed)?;
        sheet.set_hidden(true);
        for (column, list) in self.0.iter().enumerate() {
            for (row, choice) in list.iter().enumerate() {
                sheet.write_string(row as u32, column as u16, choice).map_err(failed)?;
            }
        }
        Ok(())
    }
}

/// Whether choices can stand in a rule, where commas part them and spaces around them don't count.
fn inline(choices: &[String]) -> bool {
    let units: usize = choices.iter().map(|choice| choice.encode_utf16().count() + 1).sum();
    let plain = |choice: &String| !choice.is_empty() && !choice.contains([',', '"']) && choice.trim() == choice;
    units <= MAX_INLINE && choices.iter().all(plain)
}
