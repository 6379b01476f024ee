//! The language of a row's locale, for words that are the same in all countries that speak it.

use crate::generator::Words;
use crate::locales::Locale;

/// A language that tables of words may have.
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

/// A word in every language, in the order of [`Language`].
pub(crate) type Tongues = [&'static str; 7];

impl Language {
    /// Every language, English first.
    #[cfg(test)]
    pub(crate) const ALL: [Self; 7] =
        [Self::English, Self::Spanish, Self::Portuguese, Self::French, Self::German, Self::Italian, Self::Dutch];

    /// The language of a locale; English where there are no words in it.
    pub(crate) fn of(locale: &Locale) -> Self {
        match locale.id.get(..2) {
            Some("es") => Self::Spanish,
            Some("pt") => Self::Portuguese,
            Some("fr") => Self::French,
            Some("de") => Self::German,
            Some("it") => Self::Italian,
            Some("nl") => Self::Dutch,
            _ => Self::English,
        }
    }

    /// The word in this language.
    #[inline]
    pub(crate) fn of_all(self, words: &Tongues) -> &'static str {
        words[self as usize]
    }

    /// The word in Spanish where that is the language, else in English.
    #[inline]
    pub(crate) fn of_two(self, words: Words) -> &'static str {
        if self == Self::Spanish { words.es } else { words.en }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locales;

    #[test]
    fn a_locale_speaks_the_language_of_its_id() {
        for locale in locales::all() {
            let expect = match &locale.id[..2] {
                "en" => "one",
                "es" => "uno",
                _ => "other",
            };
            let said = Language::of(locale).of_all(&["one", "uno", "other", "other", "other", "other", "other"]);
            assert_eq!(said, expect, "{}", locale.id);
        }
    }
}
