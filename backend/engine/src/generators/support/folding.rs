//! Names as they are written in e-mail addresses, user names and domains: ASCII, lower case, letters and digits.

use crate::locales::types::Spelling;

/// Folds a text: `María José` becomes `mariajose`, `O'Neil` becomes `oneil`; letters that the language spells in a way of
/// its own are spelt so, such as `Müller` in German: `mueller`.
pub(crate) fn fold(text: &str, spelling: Spelling) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        let own = spelling.iter().find(|(letter, _)| *letter == c).map(|(_, spelt)| *spelt);
        let ascii = own.unwrap_or_else(|| any_ascii::any_ascii_char(c));
        folded.extend(ascii.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()));
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_spaces_and_marks_go() {
        assert_eq!(fold("María José", &[]), "mariajose");
        assert_eq!(fold("D'Ávila Núñez-Paz", &[]), "davilanunezpaz");
    }

    #[test]
    fn letters_are_spelt_as_the_language_does() {
        let spelling: Spelling = &[('ä', "ae"), ('ö', "oe"), ('ü', "ue")];
        assert_eq!(fold("Jörg Weiß-Äckermann", spelling), "joergweissaeckermann");
        assert_eq!(fold("Jörg", &[]), "jorg");
    }
}
