//! `text.bullets` and `text.hashtags`: several short texts in one.

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, least, limit};

use super::compose::{Composer, counts, descriptor, pick, read_counts};

/// A list, an item a line.
pub(crate) struct Bullets;
/// Words with a hash sign.
pub(crate) struct Hashtags;

const MARKERS: &[&str] = &["dash", "star", "bullet", "number", "none"];

impl Generator for Bullets {
    fn descriptor(&self) -> Descriptor {
        let mut params = counts(3, 6, 100);
        params.push(defaulted(
            "marker",
            ParamKind::Choice(MARKERS),
            words("Marker", "Viñeta"),
            words(
                "What an item begins with: -, *, •, its number, or nothing.",
                "Con qué empieza un elemento: -, *, •, su número (number) o nada (none).",
            ),
            MARKERS[0],
        ));
        let description =
            words("A list of short sentences, an item a line.", "Una lista de frases cortas, un elemento por línea.");
        let mut made = descriptor("text.bullets", words("List", "Lista"), description, params);
        made.produces = &[FieldType::Text, FieldType::String];
        made.example = json!({ "min": 3, "max": 3, "marker": "dash" });
        made
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let composer = Composer::compile(&mut reader, cx);
        let counts = read_counts(&mut reader, (3, 6), 100);
        let marker = reader.choice("marker", MARKERS);
        reader.finish(Box::new(Items { composer, counts, marker, limit: limit(cx.field), least: least(cx.field) }))
    }
}

impl Generator for Hashtags {
    fn descriptor(&self) -> Descriptor {
        let description = words(
            "Words with a hash sign, as in social networks: #summer #CityLife.",
            "Palabras con almohadilla, como en las redes sociales: #verano #VidaUrbana.",
        );
        let mut made =
            descriptor("text.hashtags", words("Hashtags", "Etiquetas (hashtags)"), description, counts(1, 3, 30));
        made.example = json!({ "min": 1, "max": 3 });
        made
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let composer = Composer::compile(&mut reader, cx);
        let counts = read_counts(&mut reader, (1, 3), 30);
        reader.finish(Box::new(Tags { composer, counts, limit: limit(cx.field), least: least(cx.field) }))
    }
}

struct Items {
    composer: Composer,
    counts: (u64, u64),
    marker: &'static str,
    limit: Option<u32>,
    /// Fewest characters.
    least: usize,
}

impl Items {
    /// Appends an item; whether it found room.
    fn item(&self, row: u64, n: u64, cell: &mut crate::stream::Cell, out: &mut TextColumn) -> bool {
        let before = out.len();
        if n > 0 {
            out.push("\n");
        }
        match self.marker {
            "dash" => out.push("- "),
            "star" => out.push("* "),
            "bullet" => out.push("• "),
            "number" => {
                out.push_number(n + 1);
                out.push(". ");
            }
            _ => {}
        }
        self.composer.sentence(row, cell, out);
        // Items of a list bear no stop.
        out.truncate(out.len() - 1);
        // Bytes are at least as many as characters, so what passes here fits.
        let fits = n == 0 || self.limit.is_none_or(|most| out.len() <= most as usize);
        if !fits {
            out.truncate(before);
        }
        fits
    }
}

impl Filler for Items {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 45 * self.counts.1.min(8) as usize, self.limit);
        for &row in cx.rows {
            let mut cell = self.composer.cell(row);
            let wanted = pick(self.counts, &mut cell);
            let mut n = 0;
            while (n < wanted || (self.least > 0 && out.chars() < self.least)) && self.item(row, n, &mut cell, &mut out)
            {
                n += 1;
            }
            out.end();
        }
        out.finish()
    }
}

struct Tags {
    composer: Composer,
    counts: (u64, u64),
    limit: Option<u32>,
    /// Fewest characters.
    least: usize,
}

impl Tags {
    /// Appends a hashtag: one word as it is, or two run together with capitals.
    fn tag(&self, row: u64, cell: &mut crate::stream::Cell, out: &mut TextColumn) {
        out.push("#");
        let two = cell.below(3) == 0;
        for _ in 0..=u64::from(two) {
            let mut capital = two;
            for letter in self.composer.word(row, cell).chars() {
                if !letter.is_alphanumeric() {
                    capital = true;
                    continue;
                }
                if capital {
                    letter.to_uppercase().for_each(|c| out.push(c.encode_utf8(&mut [0; 4])));
                } else {
                    out.push(letter.encode_utf8(&mut [0; 4]));
                }
                capital = false;
            }
        }
    }
}

impl Filler for Tags {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 12 * self.counts.1 as usize, self.limit);
        let room = self.limit.map_or(usize::MAX, |l| l as usize);
        for &row in cx.rows {
            let mut cell = self.composer.cell(row);
            let wanted = pick(self.counts, &mut cell);
            let mut n = 0;
            while n < wanted || (self.least > 0 && out.chars() < self.least) {
                let before = out.len();
                if n > 0 {
                    out.push(" ");
                }
                self.tag(row, &mut cell, &mut out);
                if n > 0 && out.len() > room {
                    out.truncate(before);
                    break;
                }
                n += 1;
            }
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Trial;

    #[test]
    fn lists_have_as_many_items_as_told_with_their_markers() {
        for (marker, begins) in [("dash", "- "), ("star", "* "), ("bullet", "• ")] {
            let params = json!({ "min": 2, "max": 4, "marker": marker });
            for text in Trial::new("text.bullets", params, FieldType::Text).texts(200) {
                assert!((2..=4).contains(&text.lines().count()), "{text}");
                assert!(text.lines().all(|line| line.starts_with(begins) && !line.ends_with('.')), "{text}");
            }
        }
        let numbered = Trial::new("text.bullets", json!({ "min": 3, "max": 3, "marker": "number" }), FieldType::Text);
        assert!(numbered.texts(20).iter().all(|t| t.lines().zip(1..).all(|(l, n)| l.starts_with(&format!("{n}. ")))));
    }

    #[test]
    fn items_are_whole_within_the_fields_length() {
        let params = json!({ "min": 20, "max": 20 });
        let trial = Trial::new("text.bullets", params, FieldType::String).locale("es_ES");
        for text in trial.texts(100) {
            assert!(text.chars().count() <= 255 && text.lines().count() > 1 && !text.ends_with('\n'), "{text}");
        }
    }

    #[test]
    fn hashtags_are_hashtags() {
        for locale in ["en_US", "es_MX", "pt_BR"] {
            let texts =
                Trial::new("text.hashtags", json!({ "min": 1, "max": 3 }), FieldType::String).locale(locale).texts(300);
            for text in &texts {
                let tags: Vec<&str> = text.split(' ').collect();
                assert!((1..=3).contains(&tags.len()), "{text}");
                let tag = |tag: &&str| {
                    tag.strip_prefix('#').is_some_and(|t| !t.is_empty() && t.chars().all(char::is_alphanumeric))
                };
                assert!(tags.iter().all(tag), "{text}");
            }
        }
    }
}
