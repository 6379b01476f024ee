//! `text.html` and `text.markdown`: documents of blocks, well formed and whole within the field's length.

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{CompileContext, Descriptor, EngineError, FillContext, Filler, Generator, ParamProblem};
use crate::generators::support::describe::words;
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, least, limit};
use crate::stream::Cell;

use super::compose::{Composer, counts, descriptor, pick, read_counts};

/// Paragraphs, headings and lists with tags.
pub(crate) struct Html;
/// The same in Markdown.
pub(crate) struct Markdown;

/// Fewest characters of a field that has room for a block.
const ROOM: u32 = 200;

impl Generator for Html {
    fn descriptor(&self) -> Descriptor {
        let description = words(
            "Paragraphs, headings and lists with their tags, well formed: article bodies, product descriptions.",
            "Párrafos, encabezados y listas con sus etiquetas, bien formados: cuerpos de artículo, descripciones de producto.",
        );
        let mut made = descriptor("text.html", words("HTML", "HTML"), description, counts(2, 4, 100));
        made.produces = &[FieldType::Text, FieldType::String];
        made.example = json!({ "min": 2, "max": 3 });
        made
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        compile(params, cx, &HTML)
    }
}

impl Generator for Markdown {
    fn descriptor(&self) -> Descriptor {
        let description = words(
            "A document with a title, sections, emphasis, lists and quotations (CommonMark): read-me files, wiki pages, notes.",
            "Un documento con título, secciones, énfasis, listas y citas (CommonMark): ficheros léeme, páginas wiki, notas.",
        );
        let mut made = descriptor("text.markdown", words("Markdown", "Markdown"), description, counts(3, 6, 100));
        made.produces = &[FieldType::Text, FieldType::String];
        made.example = json!({ "min": 2, "max": 3 });
        made
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        compile(params, cx, &MARKDOWN)
    }
}

/// What stands around the parts of a document.
struct Tags {
    title: (&'static str, &'static str),
    heading: (&'static str, &'static str),
    paragraph: (&'static str, &'static str),
    strong: (&'static str, &'static str),
    emphasis: (&'static str, &'static str),
    quotation: (&'static str, &'static str),
    list: (&'static str, &'static str),
    item: (&'static str, &'static str),
    /// Between two blocks.
    between: &'static str,
    /// Whether a document begins with a title.
    titled: bool,
}

const HTML: Tags = Tags {
    title: ("<h1>", "</h1>"),
    heading: ("<h2>", "</h2>"),
    paragraph: ("<p>", "</p>"),
    strong: ("<strong>", "</strong>"),
    emphasis: ("<em>", "</em>"),
    quotation: ("<blockquote><p>", "</p></blockquote>"),
    list: ("<ul>", "</ul>"),
    item: ("<li>", "</li>"),
    between: "\n",
    titled: false,
};

const MARKDOWN: Tags = Tags {
    title: ("# ", ""),
    heading: ("## ", ""),
    paragraph: ("", ""),
    strong: ("**", "**"),
    emphasis: ("*", "*"),
    quotation: ("> ", ""),
    list: ("", ""),
    item: ("- ", "\n"),
    between: "\n\n",
    titled: true,
};

fn compile(
    params: &Params,
    cx: &CompileContext<'_>,
    tags: &'static Tags,
) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
    let mut reader = Reader::new(params);
    let composer = Composer::compile(&mut reader, cx);
    let counts = read_counts(&mut reader, if tags.titled { (3, 6) } else { (2, 4) }, 100);
    let limit = limit(cx.field);
    if let Some(most) = limit.filter(|most| *most < ROOM) {
        let message = format!("a document needs {ROOM} characters at least; the field allows {most}");
        reader.problem("", "beyond_field", message);
    }
    reader.finish(Box::new(Documents { composer, counts, tags, limit, least: least(cx.field) }))
}

struct Documents {
    composer: Composer,
    counts: (u64, u64),
    tags: &'static Tags,
    limit: Option<u32>,
    /// Fewest characters.
    least: usize,
}

impl Documents {
    fn write(&self, row: u64, out: &mut TextColumn) {
        let room = self.limit.map_or(usize::MAX, |l| l as usize);
        let mut cell = self.composer.cell(row);
        let wanted = pick(self.counts, &mut cell) + u64::from(self.tags.titled);
        let mut n = 0;
        while n < wanted || (self.least > 0 && out.chars() < self.least) {
            let before = out.len();
            if n > 0 {
                out.push(self.tags.between);
            }
            self.block(n, row, &mut cell, out);
            // Bytes are at least as many as characters, so what passes here fits; the first block is always short.
            if n > 0 && out.len() > room {
                out.truncate(before);
                break;
            }
            n += 1;
        }
    }

    /// Appends the document's `n`th block: a title or paragraph first, then anything.
    fn block(&self, n: u64, row: u64, cell: &mut Cell, out: &mut TextColumn) {
        let tags = self.tags;
        match (n, tags.titled, cell.below(10)) {
            (0, true, _) => self.line(tags.title, row, cell, out),
            (0, false, _) => self.paragraph(1, row, cell, out),
            (_, _, 0) if n > 1 => self.line(tags.heading, row, cell, out),
            (_, _, 1) => {
                out.push(tags.quotation.0);
                self.composer.sentence(row, cell, out);
                out.push(tags.quotation.1);
            }
            (_, _, 2 | 3) => self.list(row, cell, out),
            _ => self.paragraph(2 + cell.below(3), row, cell, out),
        }
    }

    /// Appends a sentence without its stop between tags.
    fn line(&self, (opens, closes): (&str, &str), row: u64, cell: &mut Cell, out: &mut TextColumn) {
        out.push(opens);
        self.composer.sentence(row, cell, out);
        out.truncate(out.len() - 1);
        out.push(closes);
    }

    fn list(&self, row: u64, cell: &mut Cell, out: &mut TextColumn) {
        out.push(self.tags.list.0);
        for _ in 0..2 + cell.below(3) {
            self.line(self.tags.item, row, cell, out);
        }
        // The line break behind the last item belongs to what follows.
        if out.current().last() == Some(&b'\n') {
            out.truncate(out.len() - 1);
        }
        out.push(self.tags.list.1);
    }

    /// Appends some sentences, here and there one in bold or italics.
    fn paragraph(&self, sentences: u64, row: u64, cell: &mut Cell, out: &mut TextColumn) {
        out.push(self.tags.paragraph.0);
        for n in 0..sentences {
            if n > 0 {
                out.push(" ");
            }
            match cell.below(8) {
                0 => self.line(self.tags.strong, row, cell, out),
                1 => self.line(self.tags.emphasis, row, cell, out),
                _ => {
                    self.composer.sentence(row, cell, out);
                    continue;
                }
            }
            out.push(".");
        }
        out.push(self.tags.paragraph.1);
    }
}

impl Filler for Documents {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 160 * self.counts.1.min(6) as usize, self.limit);
        for &row in cx.rows {
            self.write(row, &mut out);
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Trial;

    /// Whether every tag that opens closes again, in order.
    fn well_formed(html: &str) -> bool {
        let mut open: Vec<&str> = Vec::new();
        let mut rest = html;
        while let Some((_, after)) = rest.split_once('<') {
            let Some((tag, after)) = after.split_once('>') else { return false };
            match tag.strip_prefix('/') {
                Some(closed) if open.pop() != Some(closed) => return false,
                Some(_) => {}
                None => open.push(tag),
            }
            rest = after;
        }
        open.is_empty()
    }

    #[test]
    fn html_is_well_formed_within_the_fields_length() {
        for locale in ["en_US", "es_ES", "pt_BR"] {
            let trial = Trial::new("text.html", json!({ "min": 1, "max": 8 }), FieldType::Text)
                .locale(locale)
                .field(|f| f.constraints.max_length = Some(600));
            let texts = trial.texts(300);
            assert!(texts.iter().all(|t| well_formed(t) && t.starts_with("<p>") && t.chars().count() <= 600));
            assert!(
                ["<ul>", "<h2>", "<strong>", "<blockquote>"].iter().all(|tag| texts.iter().any(|t| t.contains(tag)))
            );
        }
        assert!(!well_formed("<p><b></p></b>") && !well_formed("<p>"));
    }

    #[test]
    fn markdown_has_a_title_and_blocks_apart() {
        let texts = Trial::new("text.markdown", json!({ "min": 2, "max": 6 }), FieldType::Text).texts(300);
        for text in &texts {
            assert!(text.starts_with("# ") && text.matches("\n# ").count() == 0, "{text}");
            assert!((3..=7).contains(&text.split("\n\n").count()), "{text}");
            assert!(!text.contains("\n\n\n") && !text.ends_with('\n') && text.matches("**").count() % 2 == 0, "{text}");
        }
        assert!(["\n- ", "\n## ", "\n> ", "**"].iter().all(|mark| texts.iter().any(|t| t.contains(mark))));
    }

    #[test]
    fn documents_reach_the_least_length_and_need_room() {
        let long =
            Trial::new("text.markdown", json!({}), FieldType::Text).field(|f| f.constraints.min_length = Some(900));
        assert!(long.texts(30).iter().all(|t| t.chars().count() >= 900));
        let short = Trial::new("text.html", json!({}), FieldType::Text).field(|f| f.constraints.max_length = Some(80));
        assert_eq!(short.compile().err().unwrap()[0].code, "beyond_field");
    }
}
