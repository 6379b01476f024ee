//! `text.mask` and `text.letters`: random characters by a mask or by number. Both are patterns in a simpler form, and
//! made by `code.pattern`.

use dmb_spec::Params;
use serde_json::json;

use crate::catalog;
use crate::generator::{CompileContext, Descriptor, Family, Filler, Generator, ParamKind, ParamProblem};
use crate::generators::support::describe::{TEXT, defaulted, required, words};
use crate::generators::support::params::Reader;

/// By a mask.
pub(crate) struct Mask;
/// So many.
pub(crate) struct Letters;

const PATTERN: &str = "code.pattern";
const CASES: &[&str] = &["lower", "upper", "mixed"];
/// Most characters.
const LONGEST: usize = 200;

impl Generator for Mask {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "text.mask",
            family: Family::Text,
            label: words("Mask", "Máscara"),
            description: words(
                "Texts by a mask: # a digit, A a capital, a a small letter, ? any letter, * a letter or digit, \\ before a \
                 sign that means itself.",
                "Textos según una máscara: # un dígito, A una mayúscula, a una minúscula, ? cualquier letra, * letra o \
                 dígito, \\ ante un signo que vale por sí mismo.",
            ),
            produces: TEXT,
            params: vec![required(
                "mask",
                ParamKind::Text,
                words("Mask", "Máscara"),
                words("Such as ##-AA-?? or \\A-####.", "Como ##-AA-?? o \\A-####."),
            )],
            example: json!({ "mask": "##-AA-??" }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let mask = reader.text("mask", "");
        if mask.is_empty() && reader.is_ok() {
            reader.problem("mask", "missing", "a mask is needed, such as ##-AA-??");
        }
        if mask.chars().count() > LONGEST {
            reader.problem("mask", "out_of_range", format!("a mask has {LONGEST} characters at most"));
        }
        if !reader.is_ok() {
            return Err(reader.into_problems());
        }
        by_pattern(&pattern(mask), "mask", cx)
    }
}

impl Generator for Letters {
    fn descriptor(&self) -> Descriptor {
        let length = || ParamKind::Integer { min: Some(1), max: Some(LONGEST as i64) };
        Descriptor {
            name: "text.letters",
            family: Family::Text,
            label: words("Random letters", "Letras al azar"),
            description: words(
                "Random letters of the Latin alphabet, small, capital or both.",
                "Letras al azar del alfabeto latino, minúsculas, mayúsculas o ambas.",
            ),
            produces: TEXT,
            params: vec![
                defaulted("min", length(), words("Fewest", "Mínimo"), words("Fewest letters.", "Mínimo de letras."), 8),
                defaulted(
                    "max",
                    length(),
                    words("Most", "Máximo"),
                    words("Most letters; as many as fewest where less.", "Máximo de letras; el mínimo si es menor."),
                    8,
                ),
                defaulted(
                    "case",
                    ParamKind::Choice(CASES),
                    words("Case", "Mayúsculas"),
                    words(
                        "Small (lower), capital (upper) or both (mixed).",
                        "Minúsculas (lower), mayúsculas (upper) o ambas (mixed).",
                    ),
                    CASES[0],
                ),
            ],
            example: json!({ "min": 8, "max": 8, "case": "lower" }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let min = reader.integer("min", (1, LONGEST as i64), 8);
        let max = reader.integer("max", (1, LONGEST as i64), 8).max(min);
        let class = match reader.choice("case", CASES) {
            "upper" => "[A-Z]",
            "mixed" => "[A-Za-z]",
            _ => "[a-z]",
        };
        if !reader.is_ok() {
            return Err(reader.into_problems());
        }
        by_pattern(&format!("{class}{{{min},{max}}}"), "max", cx)
    }
}

/// The regular expression of a mask.
fn pattern(mask: &str) -> String {
    let mut pattern = String::with_capacity(mask.len() * 4);
    let mut signs = mask.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '#' => pattern.push_str("[0-9]"),
            'A' => pattern.push_str("[A-Z]"),
            'a' => pattern.push_str("[a-z]"),
            '?' => pattern.push_str("[A-Za-z]"),
            '*' => pattern.push_str("[A-Za-z0-9]"),
            '\\' => literal(signs.next().unwrap_or('\\'), &mut pattern),
            other => literal(other, &mut pattern),
        }
    }
    pattern
}

fn literal(sign: char, pattern: &mut String) {
    pattern.push_str(&regex_syntax::escape(sign.encode_utf8(&mut [0; 4])));
}

/// The filler of a pattern, its problems told of `param`.
fn by_pattern(pattern: &str, param: &str, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
    let Some(generator) = catalog::find(PATTERN) else {
        return Err(vec![ParamProblem::new("", "unknown_generator", "code.pattern is missing from the catalogue")]);
    };
    let params = Params::from_iter([("pattern".to_owned(), pattern.into())]);
    generator.compile(&params, cx).map_err(|problems| {
        let told = |problem: ParamProblem| {
            let message = problem.message.replace("the pattern", &format!("the {param}"));
            ParamProblem { param: param.to_owned(), message, ..problem }
        };
        problems.into_iter().map(told).collect()
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn texts_follow_their_mask() {
        let form = regex::Regex::new("^[0-9]{2}-[A-Z]{2}-[A-Za-z]{2}$").unwrap();
        let texts = Trial::new("text.mask", json!({ "mask": "##-AA-??" }), FieldType::String).texts(500);
        assert!(texts.iter().all(|text| form.is_match(text)), "{texts:?}");
        let form = regex::Regex::new(r"^A#\(ñ\.[a-z]\) [A-Za-z0-9]\\$").unwrap();
        let texts = Trial::new("text.mask", json!({ "mask": r"\A\#(ñ.a) *\" }), FieldType::String).texts(200);
        assert!(texts.iter().all(|text| form.is_match(text)), "{texts:?}");
    }

    #[test]
    fn unique_masks_use_up_their_texts() {
        let trial = Trial::new("text.mask", json!({ "mask": "#A" }), FieldType::String).unique(260);
        assert_eq!(trial.compile().unwrap().capacity(), Some(260));
        assert_eq!(trial.texts(260).into_iter().collect::<HashSet<_>>().len(), 260);
    }

    #[test]
    fn letters_have_their_number_and_case() {
        let params = json!({ "min": 3, "max": 5, "case": "upper" });
        let texts = Trial::new("text.letters", params, FieldType::String).texts(500);
        assert!(texts.iter().all(|t| (3..=5).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_uppercase())));
        assert!((3..=5).all(|length| texts.iter().any(|t| t.len() == length)));
    }

    #[test]
    fn problems_name_the_parameter_that_was_given() {
        let trial = Trial::new("text.mask", json!({ "mask": "####" }), FieldType::String)
            .field(|f| f.constraints.max_length = Some(3));
        let problem = &trial.compile().err().unwrap()[0];
        assert_eq!((problem.param.as_str(), problem.code), ("mask", "beyond_field"));
        assert!(problem.message.contains("the mask"), "{}", problem.message);
        assert!(Trial::new("text.mask", json!({ "mask": "" }), FieldType::String).compile().is_err());
        assert!(Trial::new("text.letters", json!({ "min": 0 }), FieldType::String).compile().is_err());
    }
}
