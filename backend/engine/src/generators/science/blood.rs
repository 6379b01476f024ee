//! `science.blood_type`: groups ABO and Rh as frequent as in the country.

use crate::generator::Family;
use crate::generators::support::describe::{bundle, words};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::texts;
use crate::generators::support::locale::PerLocale;
use crate::generators::support::weights::Alias;
use crate::locales::Locale;

const TYPES: [&str; 8] = ["O+", "A+", "B+", "AB+", "O-", "A-", "B-", "AB-"];

/// Shares in per cent, in the order of [`TYPES`]. Figures of the national blood services as gathered in Wikipedia's "Blood type
/// distribution by country" (2023); of other countries those of the United States.
fn shares(locale: &'static Locale) -> [f64; 8] {
    match locale.country.code {
        "ES" | "BR" => [36.0, 34.0, 8.0, 2.5, 9.0, 8.0, 2.0, 0.5],
        "MX" => [59.09, 26.23, 8.53, 1.73, 2.73, 1.21, 0.4, 0.08],
        "CO" => [61.3, 26.11, 2.28, 1.47, 5.13, 2.7, 0.7, 0.31],
        "AR" => [50.34, 31.09, 8.2, 2.16, 4.29, 2.98, 0.74, 0.2],
        "GB" => [35.0, 30.0, 8.0, 2.0, 13.0, 8.0, 2.0, 1.0],
        "FR" => [36.5, 38.2, 7.7, 2.5, 6.5, 6.8, 1.4, 0.4],
        "DE" => [35.0, 37.0, 9.0, 4.0, 6.0, 6.0, 2.0, 1.0],
        "IT" => [39.0, 36.0, 7.5, 2.5, 7.0, 6.0, 1.5, 0.5],
        "NL" => [39.5, 35.0, 6.7, 2.5, 7.5, 7.0, 1.3, 0.5],
        _ => [37.4, 35.7, 8.5, 3.4, 6.6, 6.3, 1.5, 0.6],
    }
}

/// Blood types.
pub(super) static TYPE: Entry = Entry::text(
    "science.blood_type",
    Family::Science,
    words("Blood type", "Grupo sanguíneo"),
    words("Groups ABO with Rh, as frequent as in the country.", "Grupos ABO con Rh, según su frecuencia en el país."),
    |reader, cx| {
        let stream = cx.table_stream.named("blood").named(reader.text("bundle", ""));
        let tables = PerLocale::compile(reader, cx, |locale| Alias::new(shares(locale)));
        texts(cx, 3, move |row, out| out.push(TYPES[tables.at(row).pick(stream.cell(row).bits())]))
    },
)
.with(|| vec![bundle(&["blood"])], "{}")
.localized();

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::locales;
    use crate::testing::Trial;

    #[test]
    fn types_are_as_frequent_as_in_the_country() {
        for locale in locales::all() {
            let shares = shares(locale);
            let total: f64 = shares.iter().sum();
            assert!((98.0..101.0).contains(&total), "{} {total}", locale.id);
            let made = Trial::new("science.blood_type", json!({}), FieldType::String).locale(locale.id).texts(20_000);
            for (name, share) in TYPES.iter().zip(shares) {
                let found = made.iter().filter(|t| t == name).count() as f64 / 200.0;
                assert!((found - share * 100.0 / total).abs() < 1.5, "{} {name} {found}", locale.id);
            }
        }
    }
}
