//! The search in the catalogue, the same for the page, the API and the command line.

use std::sync::LazyLock;

use any_ascii::any_ascii;

use super::{descriptors, examples};
use crate::generator::{Descriptor, Words};

/// Locale of the examples that are shown where nobody asks for another.
const EXAMPLE_LOCALE: &str = "en_US";

/// A generator as the catalogue shows it.
pub struct GeneratorInfo {
    /// What it is and takes.
    pub descriptor: &'static Descriptor,
    /// A few of its values in American English, as text; none where it needs other fields.
    pub example_values: Vec<String>,
    /// Its words in each language, and its examples, as they are searched.
    texts: [String; 2],
    examples: String,
}

static ALL: LazyLock<Vec<GeneratorInfo>> = LazyLock::new(|| descriptors().map(info).collect());

/// The generators whose name, words (in any language) or examples hold every word of `query`, the best first and equals
/// in the catalogue's order; all of them where there is no word. Case and accents don't matter. The first call makes
/// the examples.
pub fn search(query: &str) -> Vec<&'static GeneratorInfo> {
    let words: Vec<String> = query.split_whitespace().map(plain).collect();
    let ranked = ALL.iter().filter_map(|info| Some((info.rank(&words)?, info)));
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    ranked.into_iter().map(|(_, info)| info).collect()
}

impl GeneratorInfo {
    /// How well it fits all the words; `None` where one is nowhere to be found.
    fn rank(&self, words: &[String]) -> Option<u32> {
        words.iter().map(|word| self.rank_of(word)).sum()
    }

    /// Names and words count more than examples, their beginnings more than what follows.
    fn rank_of(&self, word: &str) -> Option<u32> {
        let name = self.descriptor.name;
        let begins = name.contains(&format!(".{word}")) || self.texts.iter().any(|text| text.starts_with(word));
        let held = name.contains(word) || self.texts.iter().any(|text| text.contains(word));
        let rank = match (begins, held) {
            (true, _) => 3,
            (false, true) => 2,
            (false, false) if self.examples.contains(word) => 1,
            (false, false) => return None,
        };
        // A word that is a family's name means its own generators before those of others.
        let family = name.strip_prefix(word).is_some_and(|rest| rest.starts_with('.'));
        Some(rank + 2 * u32::from(family))
    }
}

fn info(descriptor: &'static Descriptor) -> GeneratorInfo {
    let example_values = examples(descriptor, EXAMPLE_LOCALE);
    let text = |language: fn(&Words) -> &'static str| {
        let family = descriptor.family.label();
        let own = [&descriptor.label, &family, &descriptor.description];
        let params = descriptor.params.iter().map(|param| &param.label);
        plain(&own.into_iter().chain(params).map(language).collect::<Vec<_>>().join(" "))
    };
    GeneratorInfo {
        descriptor,
        texts: [text(|words| words.en), text(|words| words.es)],
        examples: plain(&example_values.join(" ")),
        example_values,
    }
}

/// Lower case without accents.
fn plain(text: &str) -> String {
    any_ascii(text).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(query: &str) -> Vec<&'static str> {
        search(query).iter().map(|info| info.descriptor.name).collect()
    }

    #[test]
    fn words_are_found_in_both_languages_whatever_their_case_and_accents() {
        assert!(names("FULL name").contains(&"person.full_name"));
        assert_eq!(names("código").first(), names("codigo").first());
        assert!(names("nombre completo").contains(&"person.full_name"));
        assert_eq!(names("full qwertz"), [""; 0]);
        assert_eq!(names("  ").len(), super::super::all().len());
    }

    #[test]
    fn what_begins_with_a_word_comes_before_what_holds_it_and_a_family_before_others() {
        let found = names("company");
        let first_other = found.iter().position(|name| !name.starts_with("company.")).unwrap();
        assert!(first_other > 0, "{found:?}");
        assert!(found[first_other..].iter().all(|name| !name.starts_with("company.")), "{found:?}");
        assert_eq!(names("email")[0], "internet.email");
    }

    #[test]
    fn a_value_finds_the_generator_that_makes_it() {
        let colour = search("media.colour_name").first().map(|info| info.example_values[0].clone());
        let value = colour.unwrap_or_else(|| search("address.city")[0].example_values[0].clone());
        assert!(!search(&value).is_empty(), "{value}");
    }
}
