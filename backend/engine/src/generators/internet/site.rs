//! `internet.domain` and `internet.url`: of the row's company.

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};

use crate::generator::{CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamProblem};
use crate::generators::company::bundle::{Firms, descriptor, firms};
use crate::generators::support::describe::words;
use crate::generators::support::folding::fold;
use crate::generators::support::text::TextColumn;
use crate::locales::Locale;
use crate::stream::Stream;

/// Domain names.
pub(crate) struct Domain;
/// Web addresses.
pub(crate) struct Url;

impl Generator for Domain {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "internet.domain",
            Family::Internet,
            words("Domain name", "Nombre de dominio"),
            words("Domain names of the row's company.", "Dominios de la empresa de la fila."),
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        Sites::boxed(params, cx, false)
    }
}

impl Generator for Url {
    fn descriptor(&self) -> Descriptor {
        let mut made = descriptor(
            "internet.url",
            Family::Internet,
            words("Web address", "Dirección web"),
            words("Pages on the site of the row's company.", "Páginas del sitio de la empresa de la fila."),
        );
        made.produces = &[FieldType::Url, FieldType::String, FieldType::Text];
        made
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        Sites::boxed(params, cx, true)
    }
}

struct Sites {
    firms: Firms,
    /// Words for paths, by locale id; of one locale at most a few hundred.
    paths: Vec<(&'static str, Vec<String>)>,
    whole: bool,
    stream: Stream,
    limit: usize,
}

impl Sites {
    fn boxed(params: &Params, cx: &CompileContext<'_>, whole: bool) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let firms = firms(params, cx)?;
        let paths = if whole { firms.locales().map(|l| (l.id, path_words(l))).collect() } else { Vec::new() };
        let limit = crate::generators::support::text::limit(cx.field).map_or(2_000, |l| l as usize);
        let least = if whole { 80 } else { 64 };
        if limit < least {
            let message = format!("these addresses need a length of at least {least}, not {limit}");
            return Err(vec![ParamProblem::new("", "too_short", message)]);
        }
        Ok(Box::new(Self { firms, paths, whole, stream: cx.stream, limit }))
    }

    /// Up to two words of a path, where they fit.
    fn write_path(&self, row: u64, locale: &Locale, out: &mut TextColumn) {
        let Some((_, words)) = self.paths.iter().find(|(id, _)| *id == locale.id) else { return };
        let mut cell = self.stream.cell(row);
        for _ in 0..cell.below(3) {
            let word = &words[cell.below(words.len() as u64) as usize];
            if out.len() + 1 + word.len() <= self.limit {
                out.push_byte(b'/');
                out.push(word);
            }
        }
    }
}

fn path_words(locale: &Locale) -> Vec<String> {
    locale.language.words.iter().map(|w| fold(w, locale.language.spelling)).collect()
}

impl Filler for Sites {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 40, None);
        for &row in cx.rows {
            let firm = self.firms.at(row);
            if self.whole {
                out.push("https://www.");
            }
            firm.write_domain(&mut out);
            if self.whole {
                self.write_path(row, firm.locale(), &mut out);
            }
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::locales;
    use crate::testing::Trial;

    #[test]
    fn the_url_is_on_the_domain_of_the_row() {
        for locale in locales::all().iter().map(|l| l.id) {
            let trial = |name| Trial::new(name, json!({}), FieldType::String).locale(locale);
            let (urls, domains) = (trial("internet.url").texts(200), trial("internet.domain").texts(200));
            for (url, domain) in urls.iter().zip(domains) {
                assert!(url.starts_with(&format!("https://www.{domain}")), "{url} {domain}");
                assert!(domain.len() <= 60 && url.len() <= 80 + 20, "{url}");
                assert!(
                    url.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-./:".contains(&b)),
                    "{url}"
                );
            }
        }
    }
}
