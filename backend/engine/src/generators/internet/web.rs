//! Parts of web addresses: path, query, slug, top-level domain, subdomain, whole addresses with a query, referrer.

use dmb_spec::FieldType;

use crate::generator::{CompileContext, Family, Filler, ParamKind};
use crate::generators::company::bundle::Firms;
use crate::generators::support::describe::{bundle, defaulted, words};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{one, texts};
use crate::generators::support::folding::fold;
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::generators::support::weights::Alias;
use crate::stream::Cell;

/// First parts of paths.
const SECTIONS: [&str; 16] = [
    "products", "blog", "category", "search", "account", "cart", "checkout", "help", "news", "about", "docs", "offers",
    "support", "events", "gallery", "profile",
];
/// Keys of queries with the greatest number they take; 0 for a word.
const KEYS: [(&str, u64); 10] = [
    ("page", 40),
    ("limit", 100),
    ("q", 0),
    ("sort", 0),
    ("id", 99_999),
    ("category", 0),
    ("ref", 0),
    ("lang", 0),
    ("offset", 500),
    ("filter", 0),
];
const SORTS: [&str; 4] = ["price_asc", "price_desc", "newest", "relevance"];
const LANGUAGES: [&str; 6] = ["en", "es", "pt", "fr", "de", "it"];
const SUBDOMAINS: [(&str, f64); 16] = [
    ("www", 30.0),
    ("api", 14.0),
    ("app", 10.0),
    ("mail", 8.0),
    ("blog", 6.0),
    ("shop", 6.0),
    ("cdn", 5.0),
    ("dev", 4.0),
    ("staging", 4.0),
    ("static", 3.0),
    ("help", 3.0),
    ("status", 2.0),
    ("auth", 2.0),
    ("docs", 2.0),
    ("m", 1.0),
    ("vpn", 1.0),
];
/// Domains met with as top-level domains, with their share of names in per cent (rounded from the registries' counts that
/// Verisign's Domain Name Industry Brief gathers, 2024).
const TOP: [(&str, f64); 24] = [
    ("com", 45.0),
    ("de", 5.0),
    ("net", 3.6),
    ("org", 3.1),
    ("uk", 3.0),
    ("nl", 1.8),
    ("ru", 1.6),
    ("br", 1.5),
    ("fr", 1.2),
    ("eu", 1.0),
    ("it", 1.0),
    ("au", 1.2),
    ("info", 1.0),
    ("xyz", 1.0),
    ("online", 0.9),
    ("shop", 1.0),
    ("co", 0.9),
    ("es", 0.6),
    ("mx", 0.4),
    ("io", 0.3),
    ("cl", 0.2),
    ("ar", 0.2),
    ("app", 0.2),
    ("dev", 0.1),
];
/// Where visitors come from: nowhere, search, social networks, other sites.
const REFERRERS: [(&str, f64); 9] = [
    ("https://www.google.com/", 48.0),
    ("https://www.bing.com/", 6.0),
    ("https://duckduckgo.com/", 3.0),
    ("https://www.facebook.com/", 10.0),
    ("https://www.instagram.com/", 7.0),
    ("https://www.youtube.com/", 5.0),
    ("https://t.co/", 4.0),
    ("https://www.linkedin.com/", 4.0),
    ("https://news.example.com/", 13.0),
];

/// Words for paths in the language of each locale, as in URLs.
pub(super) struct Slugs(PerLocale<Vec<String>>);

impl Slugs {
    pub(super) fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        Self(PerLocale::compile(reader, cx, |locale| {
            locale.language.words.iter().map(|word| fold(word, locale.language.spelling)).collect()
        }))
    }

    /// One of the words.
    fn word(&self, row: u64, cell: &mut Cell) -> &str {
        let words = self.0.at(row);
        &words[cell.below(words.len() as u64) as usize]
    }

    /// Words with hyphens between.
    pub(super) fn write(&self, row: u64, count: u64, cell: &mut Cell, out: &mut TextColumn) {
        for n in 0..count {
            if n > 0 {
                out.push("-");
            }
            out.push(self.word(row, cell));
        }
    }

    /// A path: a section, then a page or an article number.
    fn write_path(&self, row: u64, cell: &mut Cell, out: &mut TextColumn) {
        out.push("/");
        out.push(one(cell, &SECTIONS));
        match cell.below(4) {
            0 => {}
            1 => {
                out.push("/");
                out.push_number(1 + cell.below(99_999));
            }
            n => {
                out.push("/");
                self.write(row, n, cell, out);
            }
        }
    }

    /// A query of one to three keys, without the question mark.
    fn write_query(&self, row: u64, cell: &mut Cell, out: &mut TextColumn) {
        // Steps of one to three through ten keys never come back to the same in three.
        let (mut at, step) = (cell.below(KEYS.len() as u64), 1 + cell.below(3));
        for n in 0..=cell.below(3) {
            if n > 0 {
                out.push("&");
            }
            let (key, most) = KEYS[(at % KEYS.len() as u64) as usize];
            at += step;
            out.push(key);
            out.push("=");
            match key {
                "sort" => out.push(one(cell, &SORTS)),
                "lang" => out.push(one(cell, &LANGUAGES)),
                _ if most > 0 => out.push_number(1 + cell.below(most)),
                _ => out.push(self.word(row, cell)),
            }
        }
    }
}

/// Paths.
pub(super) static PATH: Entry = Entry::text(
    "internet.path",
    Family::Internet,
    words("URL path", "Ruta de URL"),
    words("Paths of pages, with words of the language.", "Rutas de páginas, con palabras del idioma."),
    |reader, cx| {
        let (slugs, stream) = (Slugs::compile(reader, cx), cx.stream);
        texts(cx, 24, move |row, out| slugs.write_path(row, &mut stream.cell(row), out))
    },
)
.localized();

/// Queries.
pub(super) static QUERY: Entry = Entry::text(
    "internet.query_string",
    Family::Internet,
    words("Query string", "Cadena de consulta"),
    words("What stands behind the question mark of a URL.", "Lo que sigue al signo de interrogación de una URL."),
    |reader, cx| {
        let (slugs, stream) = (Slugs::compile(reader, cx), cx.stream);
        texts(cx, 24, move |row, out| slugs.write_query(row, &mut stream.cell(row), out))
    },
)
.localized();

/// Slugs.
pub(super) static SLUG: Entry = Entry::text(
    "internet.slug",
    Family::Internet,
    words("Slug", "Slug"),
    words(
        "Words with hyphens between, as the last part of a page's address.",
        "Palabras unidas por guiones, como la última parte de la dirección de una página.",
    ),
    |reader, cx| {
        let count = reader.integer("words", (1, 12), 3) as u64;
        let (slugs, stream) = (Slugs::compile(reader, cx), cx.stream);
        texts(cx, 24, move |row, out| slugs.write(row, count, &mut stream.cell(row), out))
    },
)
.with(
    || {
        vec![defaulted(
            "words",
            ParamKind::Integer { min: Some(1), max: Some(12) },
            words("Words", "Palabras"),
            words("How many.", "Cuántas."),
            3,
        )]
    },
    r#"{"words":3}"#,
)
.localized();

/// Whole addresses.
pub(super) static PAGE: Entry = Entry::text(
    "internet.page_url",
    Family::Internet,
    words("Web address with query", "Dirección web con consulta"),
    words(
        "Pages on the site of the row's company, with path and query.",
        "Páginas del sitio de la empresa de la fila, con ruta y consulta.",
    ),
    |reader, cx| {
        let firms = Firms::compile(reader, cx);
        let (slugs, stream) = (Slugs::compile(reader, cx), cx.stream);
        texts(cx, 64, move |row, out| {
            let mut cell = stream.cell(row);
            out.push("https://www.");
            firms.at(row).write_domain(out);
            slugs.write_path(row, &mut cell, out);
            out.push("?");
            slugs.write_query(row, &mut cell, out);
        })
    },
)
.producing(&[FieldType::Url, FieldType::String, FieldType::Text])
.with(|| vec![bundle(&["company"])], "{}")
.localized();

/// Subdomains.
pub(super) static SUBDOMAIN: Entry = Entry::text(
    "internet.subdomain",
    Family::Internet,
    words("Subdomain", "Subdominio"),
    words(
        "Names of hosts under the domain of the row's company.",
        "Nombres de equipos bajo el dominio de la empresa de la fila.",
    ),
    |reader, cx| {
        let firms = Firms::compile(reader, cx);
        let (alias, stream) = (weights(&SUBDOMAINS), cx.stream);
        texts(cx, 24, move |row, out| {
            out.push(SUBDOMAINS[alias.pick(stream.cell(row).bits())].0);
            out.push(".");
            firms.at(row).write_domain(out);
        })
    },
)
.with(|| vec![bundle(&["company"])], "{}")
.localized();

/// Top-level domains.
pub(super) static TOP_LEVEL: Entry = Entry::text(
    "internet.top_level_domain",
    Family::Internet,
    words("Top-level domain", "Dominio de primer nivel"),
    words("com, org and the like, as frequent as they are registered.", "com, org y similares, según se registran."),
    |_, cx| weighted(cx, &TOP),
);

/// Referrers.
pub(super) static REFERRER: Entry = Entry::text(
    "internet.referrer",
    Family::Internet,
    words("Referrer", "Página de procedencia"),
    words("Where visitors of a page come from.", "De dónde vienen los visitantes de una página."),
    |_, cx| weighted(cx, &REFERRERS),
)
.producing(&[FieldType::Url, FieldType::String, FieldType::Text]);

/// Draws from a table of texts.
pub(super) fn weights(table: &[(&str, f64)]) -> Alias {
    Alias::new(table.iter().map(|(_, weight)| *weight))
}

/// A column of texts with weights.
pub(super) fn weighted(cx: &CompileContext<'_>, table: &'static [(&'static str, f64)]) -> Box<dyn Filler> {
    let (alias, stream) = (weights(table), cx.stream);
    texts(cx, 12, move |row, out| out.push(table[alias.pick(stream.cell(row).bits())].0))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    fn texts(name: &'static str) -> Vec<String> {
        Trial::new(name, json!({}), FieldType::String).locale("es_MX").texts(500)
    }

    #[test]
    fn addresses_hold_only_what_urls_may_hold() {
        let allowed = |b: u8| b.is_ascii_alphanumeric() || b"-_./:?&=".contains(&b);
        for name in
            ["internet.path", "internet.query_string", "internet.page_url", "internet.slug", "internet.subdomain"]
        {
            assert!(texts(name).iter().all(|t| !t.is_empty() && t.bytes().all(allowed)), "{name}");
        }
    }

    #[test]
    fn pages_and_subdomains_are_on_the_domain_of_the_row() {
        let (pages, subdomains, domains) =
            (texts("internet.page_url"), texts("internet.subdomain"), texts("internet.domain"));
        for row in 0..pages.len() {
            assert!(pages[row].starts_with(&format!("https://www.{}/", domains[row])) && pages[row].contains('?'));
            assert!(subdomains[row].ends_with(&format!(".{}", domains[row])), "{}", subdomains[row]);
        }
    }

    #[test]
    fn a_key_comes_once_in_a_query() {
        for query in texts("internet.query_string") {
            let mut keys: Vec<_> = query.split('&').map(|pair| pair.split_once('=').unwrap().0).collect();
            let count = keys.len();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), count, "{query}");
        }
    }
}
