//! `text.markov`: sentences of a Markov chain: every word follows those before it as some sentence of the corpus had
//! them. The corpus is the user's own, or 2,000 sentences of the locale's language.

use std::collections::HashMap;

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamDescriptor, ParamKind,
    ParamProblem,
};
use crate::generators::support::describe::{TEXT, defaulted, locale, optional, words};
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, least, limit};
use crate::locales::types::Language;
use crate::stream::{Cell, Stream};

use super::compose::{counts, pick, read_counts};

/// The catalogue's entry.
pub(crate) struct Markov;

/// Most words that the next one depends on.
const ORDER: usize = 3;
/// Most characters of a corpus.
const CORPUS: usize = 100_000;
/// Sentences of the language that are learned from.
const SENTENCES: usize = 2_000;
/// Most words of a sentence.
const LONGEST: usize = 60;
/// The word that ends a sentence, and stands before its beginning.
const END: u32 = u32::MAX;

impl Generator for Markov {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "text.markov",
            family: Family::Text,
            label: words("Markov text", "Texto de Markov"),
            description: words(
                "Sentences put together word by word as those of a text of yours, or of the language, are.",
                "Frases compuestas palabra a palabra como las de un texto propio, o como las del idioma.",
            ),
            produces: TEXT,
            params: params(),
            example: json!({ "min": 1, "max": 2 }),
            localized: true,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let order = reader.integer("order", (1, ORDER as i64), 2) as usize;
        let counts = read_counts(&mut reader, (1, 3), 100);
        let corpus = reader.text("corpus", "");
        if corpus.chars().count() > CORPUS {
            reader.problem("corpus", "out_of_range", format!("a corpus has {CORPUS} characters at most"));
            return Err(reader.into_problems());
        }
        let own = Chain::learn(order, corpus.split_inclusive(['.', '!', '?', '\n']));
        if reader.value("corpus").is_some() && own.starts.is_empty() && reader.is_ok() {
            reader.problem("corpus", "wrong_value", "the corpus holds no words");
        }
        let chains = if own.starts.is_empty() {
            Chains::Languages(PerLocale::compile(&mut reader, cx, |locale| Chain::of(order, &locale.language)))
        } else {
            Chains::Own(own)
        };
        reader.finish(Box::new(Talk {
            chains,
            counts,
            stream: cx.stream,
            limit: limit(cx.field),
            least: least(cx.field),
        }))
    }
}

fn params() -> Vec<ParamDescriptor> {
    let mut params = vec![
        optional(
            "corpus",
            ParamKind::Text,
            words("Corpus", "Corpus"),
            words(
                "The text to learn from, up to 100,000 characters; sentences of the language where absent.",
                "El texto del que se aprende, hasta 100 000 caracteres; si falta, frases del idioma.",
            ),
        ),
        defaulted(
            "order",
            ParamKind::Integer { min: Some(1), max: Some(ORDER as i64) },
            words("Order", "Orden"),
            words(
                "Words that the next one depends on: 1 is wild, 3 nearly repeats the corpus.",
                "Palabras de las que depende la siguiente: 1 es libre, 3 casi repite el corpus.",
            ),
            2,
        ),
    ];
    params.extend(counts(1, 3, 100));
    params.push(locale());
    params
}

/// The words before the next one, the last one last.
type Context = [u32; ORDER];

/// What follows what.
struct Chain {
    order: usize,
    words: Vec<String>,
    /// First words of sentences, each as often as it begins one.
    starts: Vec<u32>,
    next: HashMap<Context, Vec<u32>>,
}

impl Chain {
    fn learn<'a>(order: usize, sentences: impl Iterator<Item = &'a str>) -> Self {
        let mut chain = Self { order, words: Vec::new(), starts: Vec::new(), next: HashMap::new() };
        let mut known: HashMap<String, u32> = HashMap::new();
        for sentence in sentences {
            let mut context = [END; ORDER];
            for word in sentence.split_whitespace() {
                let id = *known.entry(word.to_owned()).or_insert_with(|| {
                    chain.words.push(word.to_owned());
                    (chain.words.len() - 1) as u32
                });
                chain.follow(&mut context, id);
            }
            if context != [END; ORDER] {
                chain.follow(&mut context, END);
            }
        }
        chain
    }

    /// The chain of a language's own sentences: any subject, predicate and complement make one.
    fn of(order: usize, language: &Language) -> Self {
        let one = |table: &[&'static str], n: usize| table[n % table.len()];
        let sentences: Vec<String> = (0..SENTENCES)
            .map(|n| {
                // Steps without a common factor pair every part with every other sooner or later.
                let (subject, predicate) = (one(language.subjects, n), one(language.predicates, n * 7 + n / 30));
                format!("{subject} {predicate} {}.", one(language.complements, n * 11 + n / 25))
            })
            .collect();
        Self::learn(order, sentences.iter().map(String::as_str))
    }

    /// Notes that `id` follows the context, and moves it on.
    fn follow(&mut self, context: &mut Context, id: u32) {
        if *context == [END; ORDER] {
            self.starts.push(id);
        } else {
            self.next.entry(self.key(context)).or_default().push(id);
        }
        context.rotate_left(1);
        context[ORDER - 1] = id;
    }

    /// As much of a context as counts.
    fn key(&self, context: &Context) -> Context {
        let mut key = [END; ORDER];
        key[ORDER - self.order..].copy_from_slice(&context[ORDER - self.order..]);
        key
    }

    /// Appends a sentence.
    fn write(&self, cell: &mut Cell, out: &mut TextColumn) {
        let pick = |ids: &[u32], cell: &mut Cell| ids[cell.below(ids.len() as u64) as usize];
        let mut context = [END; ORDER];
        let mut word = pick(&self.starts, cell);
        for n in 0..LONGEST {
            if n > 0 {
                out.push(" ");
            }
            out.push(&self.words[word as usize]);
            context.rotate_left(1);
            context[ORDER - 1] = word;
            word = self.next.get(&self.key(&context)).map_or(END, |ids| pick(ids, cell));
            if word == END {
                return;
            }
        }
        // A circle of words is left with a stop.
        out.push(".");
    }
}

enum Chains {
    Own(Chain),
    Languages(PerLocale<Chain>),
}

struct Talk {
    chains: Chains,
    counts: (u64, u64),
    stream: Stream,
    limit: Option<u32>,
    /// Fewest characters.
    least: usize,
}

impl Talk {
    fn write(&self, row: u64, out: &mut TextColumn) {
        let chain = match &self.chains {
            Chains::Own(chain) => chain,
            Chains::Languages(chains) => chains.at(row),
        };
        let room = self.limit.map_or(usize::MAX, |l| l as usize);
        let mut cell = self.stream.cell(row);
        let wanted = pick(self.counts, &mut cell);
        let mut n = 0;
        while n < wanted || (self.least > 0 && out.chars() < self.least) {
            let before = out.len();
            if n > 0 {
                out.push(" ");
            }
            chain.write(&mut cell, out);
            // Bytes are at least as many as characters, so what passes here fits.
            if n > 0 && out.len() > room {
                out.truncate(before);
                break;
            }
            n += 1;
        }
    }
}

impl Filler for Talk {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 50 * self.counts.1.min(8) as usize, self.limit);
        for &row in cx.rows {
            self.write(row, &mut out);
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn every_pair_of_words_stands_in_the_corpus() {
        let corpus = "the cat sat on the mat. the dog sat by the cat. a bird saw the dog.";
        let pairs: HashSet<(&str, &str)> = corpus
            .split_inclusive('.')
            .flat_map(|s| {
                let words: Vec<&str> = s.split_whitespace().collect();
                words.windows(2).map(|w| (w[0], w[1])).collect::<Vec<_>>()
            })
            .collect();
        let params = json!({ "corpus": corpus, "order": 1, "min": 1, "max": 1 });
        let texts = Trial::new("text.markov", params, FieldType::String).texts(300);
        for text in &texts {
            let words: Vec<&str> = text.split(' ').collect();
            assert!(words.windows(2).all(|w| pairs.contains(&(w[0], w[1]))), "{text}");
            assert!(words.len() <= LONGEST && text.ends_with('.'), "{text}");
        }
        assert!(texts.iter().any(|text| !corpus.contains(text.as_str())), "nothing new");
    }

    #[test]
    fn languages_have_chains_of_their_own() {
        for locale in crate::locales::all() {
            let texts = Trial::new("text.markov", json!({}), FieldType::String).locale(locale.id).texts(200);
            let starts: HashSet<&str> = locale.language.subjects.iter().filter_map(|s| s.split(' ').next()).collect();
            for text in &texts {
                assert!(text.ends_with('.') && text.chars().count() <= 255, "{text}");
                assert!(starts.contains(text.split(' ').next().unwrap()), "{text}");
            }
            assert!(texts.iter().collect::<HashSet<_>>().len() > 150, "{}", locale.id);
        }
    }

    #[test]
    fn circles_end() {
        let params = json!({ "corpus": "a a a a a a a a a a a a a a a a a a a a", "order": 1, "min": 1, "max": 1 });
        let texts = Trial::new("text.markov", params, FieldType::Text).texts(500);
        assert!(texts.iter().all(|text| text.split(' ').count() <= LONGEST));
    }

    #[test]
    fn corpora_without_words_or_without_end_are_refused() {
        for corpus in [String::new(), " \n ".to_owned(), "word ".repeat(30_000)] {
            let trial = Trial::new("text.markov", json!({ "corpus": corpus }), FieldType::String);
            assert_eq!(trial.compile().err().unwrap()[0].param, "corpus", "{corpus:.20}");
        }
    }
}
