//! `dmb generators`: the catalogue and the locales, as the program has them.

mod machine;
mod text;

use clap::{Args, ValueEnum};
use dmb_engine::catalog::{self, GeneratorInfo};
use dmb_engine::generator::{Family, Words};
use dmb_engine::locales;
use dmb_spec::words;

use crate::failure::Failure;

/// Which generators, and how they are shown.
#[derive(Args)]
pub struct GeneratorsArgs {
    /// Words to look for, in English or Spanish; everything where absent
    search: Vec<String>,
    /// Only this family, such as person
    #[arg(long)]
    family: Option<String>,
    /// Locale of the examples
    #[arg(long, default_value = "en_US")]
    locale: String,
    /// Language of labels and descriptions
    #[arg(long, value_enum, default_value = "en")]
    language: Language,
    /// For programs: families, generators and locales as one JSON object, in both languages
    #[arg(long)]
    json: bool,
}

/// A language of the catalogue.
#[derive(Clone, Copy, ValueEnum)]
enum Language {
    /// English
    En,
    /// Spanish
    Es,
}

impl Language {
    fn of(self, words: Words) -> &'static str {
        match self {
            Self::En => words.en,
            Self::Es => words.es,
        }
    }
}

/// A generator with its values in the locale asked for.
struct Shown {
    info: &'static GeneratorInfo,
    examples: Vec<String>,
}

/// Prints the generators that are asked for.
pub fn generators(args: &GeneratorsArgs) -> Result<(), Failure> {
    let family = args.family.as_deref().map(family).transpose()?;
    check_locale(&args.locale)?;
    let fits = |info: &&GeneratorInfo| family.is_none_or(|wanted| info.descriptor.family == wanted);
    let found = catalog::search(&args.search.join(" ")).into_iter().filter(fits);
    let found: Vec<Shown> =
        found.map(|info| Shown { info, examples: catalog::examples(info.descriptor, &args.locale) }).collect();
    if args.json {
        return Ok(crate::print(&format!("{:#}\n", machine::catalogue(&found, &args.locale)))?);
    }
    if found.is_empty() {
        return Err(Failure::Failed(String::from("no generator holds all these words; try fewer of them")));
    }
    Ok(crate::print(&text::catalogue(&found, args.language))?)
}

fn family(word: &str) -> Result<Family, Failure> {
    let known = Family::ALL.map(Family::as_str);
    Family::ALL.into_iter().find(|family| family.as_str() == word).ok_or_else(|| unknown("family", word, &known))
}

fn check_locale(id: &str) -> Result<(), Failure> {
    let known: Vec<&str> = locales::all().iter().map(|locale| locale.id).collect();
    if known.contains(&id) { Ok(()) } else { Err(unknown("locale", id, &known)) }
}

fn unknown(what: &str, word: &str, known: &[&str]) -> Failure {
    let hint = words::nearest(word, known.iter().copied())
        .map_or_else(|| format!("there are: {}", known.join(", ")), |near| format!("did you mean {near}?"));
    Failure::Usage(format!("there is no {what} {word:?}; {hint}"))
}
