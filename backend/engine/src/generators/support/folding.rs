//! Names as they are written in e-mail addresses, user names and domains: ASCII, lower case, letters and digits.

/// Folds a text: `María José` becomes `mariajose`, `O'Neil` becomes `oneil`.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in any_ascii::any_ascii(text).chars() {
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_spaces_and_marks_go() {
        assert_eq!(fold("María José"), "mariajose");
        assert_eq!(fold("D'Ávila Núñez-Paz"), "davilanunezpaz");
    }
}
