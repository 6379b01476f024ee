//! The language of a locale, for tables that are a language's and not a country's.

use crate::locales::Locale;

/// A language that tables are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    Spanish,
    Portuguese,
    French,
    German,
    Italian,
    Dutch,
}

impl Language {
    /// Every language, English first.
    #[cfg(test)]
    pub(crate) const ALL: [Self; 7] =
        [Self::English, Self::Spanish, Self::Portuguese, Self::French, Self::German, Self::Italian, Self::Dutch];

    /// The language of a locale; English where there are no tables for it.
    pub(crate) fn of(locale: &Locale) -> Self {
        match locale.id.split('_').next() {
            Some("es") => Self::Spanish,
            Some("pt") => Self::Portuguese,
            Some("fr") => Self::French,
            Some("de") => Self::German,
            Some("it") => Self::Italian,
            Some("nl") => Self::Dutch,
            _ => Self::English,
        }
    }
}
