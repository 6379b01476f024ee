//! How cells look.

use arrow_schema::{DataType, TimeUnit};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// White on dark blue, bold.
pub(super) fn header() -> Format {
    Format::new()
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(Color::RGB(0x1F_4E_79))
        .set_border_bottom(FormatBorder::Thin)
        .set_align(FormatAlign::VerticalCenter)
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
    Format::new().set_num_format("#,##0").set_align(FormatAlign::Left)
}

/// The format of a column's cells, where they want one.
pub(super) fn column(data_type: &DataType) -> Option<Format> {
    let pattern = match data_type {
        DataType::Date32 => "yyyy-mm-dd".to_owned(),
        DataType::Time32(TimeUnit::Second) => "hh:mm:ss".to_owned(),
        DataType::Timestamp(..) => "yyyy-mm-dd hh:mm:ss".to_owned(),
        DataType::Decimal128(_, scale) if *scale > 0 => {
            format!("#,##0.{}", "0".repeat(scale.unsigned_abs().min(30).into()))
        }
        DataType::Decimal128(..) => "#,##0".to_owned(),
        _ => return None,
    };
    Some(Format::new().set_num_format(pattern))
}
