//! Locales as people write them: `es_MX`, or a mix such as `es_MX:70, en_US:30`.

use dmb_spec::{LocaleMix, Violation};

/// A mix from its text; names must be in the catalogue, weights above 0.
///
/// # Errors
/// The violation, at `locale`.
pub fn parse_locale(text: &str) -> Result<LocaleMix, Violation> {
    let mut mix = Vec::new();
    for part in text.split(',') {
        let (name, weight) = part.split_once(':').unwrap_or((part, "1"));
        let (name, weight) = (name.trim(), weight.trim());
        if !dmb_engine::locales::all().iter().any(|l| l.id == name) {
            let known: Vec<&str> = dmb_engine::locales::all().iter().map(|l| l.id).collect();
            let message = format!("There is no locale {name:?}; there are {}.", known.join(", "));
            return Err(Violation::error("locale", "unknown_locale", message));
        }
        match weight.parse::<f64>() {
            Ok(weight) if weight > 0.0 && weight.is_finite() => mix.push((name.to_owned(), weight)),
            _ => {
                let message = format!("The weight of {name} must be a number above 0, not {weight:?}.");
                return Err(Violation::error("locale", "bad_weight", message));
            }
        }
    }
    Ok(LocaleMix(mix))
}

/// The text of a mix; [`parse_locale`] reads it back.
pub fn locale_text(mix: &LocaleMix) -> String {
    match mix.0.as_slice() {
        [(only, _)] => only.clone(),
        many => many.iter().map(|(name, weight)| format!("{name}:{weight}")).collect::<Vec<_>>().join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_locale_and_a_mix_are_read_and_written() {
        for text in ["es_ES", "es_ES:70, en_US:30"] {
            assert_eq!(locale_text(&parse_locale(text).unwrap()), text);
        }
    }

    #[test]
    fn unknown_names_and_bad_weights_are_refused() {
        for (text, code) in
            [("xx_XX", "unknown_locale"), ("", "unknown_locale"), ("es_ES:-1", "bad_weight"), ("es_ES:x", "bad_weight")]
        {
            assert_eq!(parse_locale(text).unwrap_err().code, code, "{text}");
        }
    }
}
