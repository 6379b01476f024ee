//! How cells and pages look.

use arrow_schema::{DataType, TimeUnit};
use dmb_engine::locales;
use dmb_spec::{Design, Field, Table};
use rust_xlsxwriter::{Color, ConditionalFormatFormula, Format, FormatAlign, FormatBorder, Worksheet};

/// Paper of most of the world.
const A4: u8 = 9;

/// How a workbook is dressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Theme {
    /// Headings on dark blue, rows in bands.
    Default,
    /// Bold headings and nothing else.
    Plain,
}

impl Theme {
    /// The theme with this word of the options.
    pub(super) fn of(word: &str) -> Self {
        if word == "plain" { Self::Plain } else { Self::Default }
    }
}

/// The headings of columns.
pub(super) fn header(theme: Theme) -> Format {
    let format = Format::new().set_bold().set_border_bottom(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
    match theme {
        Theme::Plain => format,
        Theme::Default => format.set_font_color(Color::White).set_background_color(Color::RGB(0x1F_4E_79)),
    }
}

/// A light ground under every other row, where the theme has it.
pub(super) fn bands(theme: Theme) -> Option<ConditionalFormatFormula> {
    let ground = Format::new().set_background_color(Color::RGB(0xF2_F6_FA));
    let bands = ConditionalFormatFormula::new().set_rule("=MOD(ROW(),2)=1").set_format(ground);
    (theme == Theme::Default).then_some(bands)
}

/// Sheets print on as many pages as they need, all columns on one, numbered.
pub(super) fn page(sheet: &mut Worksheet) {
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&L&A&R&P / &N");
}

/// The title of a sheet.
pub(super) fn title() -> Format {
    Format::new().set_bold().set_font_size(16)
}

/// The name of a property.
pub(super) fn label() -> Format {
    Format::new().set_bold().set_align(FormatAlign::Top)
}

/// Long text that goes on below itself.
pub(super) fn wrapped() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

/// A whole number with its thousands apart.
pub(super) fn count() -> Format {
    Format::new().set_num_format("#,##0").set_align(FormatAlign::Right).set_align(FormatAlign::Top)
}

/// The format of a column's cells, where they want one.
pub(super) fn column(design: &Design, table: &Table, field: &Field, data_type: &DataType) -> Option<Format> {
    let pattern = match data_type {
        DataType::Date32 => "yyyy-mm-dd".to_owned(),
        DataType::Time32(TimeUnit::Second) => "hh:mm:ss".to_owned(),
        DataType::Timestamp(..) => "yyyy-mm-dd hh:mm:ss".to_owned(),
        DataType::Decimal128(..) | DataType::Float64 if is_share(field) => "0.00%".to_owned(),
        DataType::Decimal128(_, scale) => {
            let number = with_digits(scale.unsigned_abs().min(30));
            currency(design, field).map_or(number.clone(), |code| format!("[${code}] {number}"))
        }
        DataType::Int32 | DataType::Int64 if is_quantity(table, field) => "#,##0".to_owned(),
        _ => return None,
    };
    Some(Format::new().set_num_format(pattern))
}

/// The pattern of numbers with so many digits behind the point.
pub(super) fn with_digits(scale: u8) -> String {
    if scale == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(scale.into())) }
}

/// Whether values are shares of one, such as 0.21 for 21 per cent.
fn is_share(field: &Field) -> bool {
    let generator = field.generator.as_ref().filter(|g| matches!(&*g.name, "finance.tax_rate" | "commerce.discount"));
    generator.is_some_and(|g| g.params.get("as").is_some_and(|form| form == "fraction"))
}

/// Whether a whole number counts something: keys, years and codes read worse with their thousands apart.
fn is_quantity(table: &Table, field: &Field) -> bool {
    let names = |word: &str| field.name.split('_').any(|part| part == word);
    let named = ["id", "no", "number", "code", "year", "month", "day", "port", "zip"].into_iter().any(names);
    let key = field.reference.is_some() || table.key_fields().iter().any(|key| key.id == field.id);
    !(named || key || field.unique)
}

/// The currency of a price, where one country's prices are asked for.
fn currency(design: &Design, field: &Field) -> Option<&'static str> {
    let generator = field.generator.as_ref().filter(|g| g.name == "commerce.price")?;
    let only = match design.locale.0.as_slice() {
        [(only, _)] => Some(only.as_str()),
        _ => None,
    };
    let locale = generator.params.get("locale").map_or(only, serde_json::Value::as_str)?;
    locales::find(locale).map(|locale| locale.currency())
}
