//! Which locale a row has, and tables made ready once per locale.

use crate::generator::CompileContext;
use crate::locales::{self, Locale};
use crate::stream::Stream;

use super::params::Reader;
use super::weights::Alias;

/// Something made ready for each locale in force, found by row. Columns of a row agree on the locale because all draw
/// it from the table's stream.
pub(crate) struct PerLocale<T> {
    stream: Stream,
    alias: Alias,
    entries: Vec<T>,
}

impl<T> PerLocale<T> {
    /// Makes the locales of the field ready; a `locale` parameter stands before the design's mix.
    pub(crate) fn compile(
        reader: &mut Reader<'_>,
        cx: &CompileContext<'_>,
        prepare: impl Fn(&'static Locale) -> T,
    ) -> Self {
        let mut entries = Vec::new();
        let mut weights = Vec::new();
        for (locale, weight) in chosen(reader, cx) {
            entries.push(prepare(locale));
            weights.push(weight);
        }
        Self { stream: cx.table_stream.named("locale"), alias: Alias::new(weights), entries }
    }

    /// What was made ready for the locale of this row.
    #[inline]
    pub(crate) fn at(&self, row: u64) -> &T {
        match self.entries.as_slice() {
            [only] => only,
            several => &several[self.alias.pick(self.stream.cell(row).bits())],
        }
    }

    /// The same rows with something else made from what was made ready.
    pub(crate) fn map<U>(&self, change: impl Fn(&T) -> U) -> PerLocale<U> {
        PerLocale { stream: self.stream, alias: self.alias.clone(), entries: self.entries.iter().map(change).collect() }
    }

    /// What was made ready, for every locale.
    pub(crate) fn all(&self) -> &[T] {
        &self.entries
    }
}

/// The locales in force with their weights; never empty, so that a wrong one can be told with the other problems.
fn chosen(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Vec<(&'static Locale, f64)> {
    let given = reader.text("locale", "");
    let mut found = Vec::new();
    if !given.is_empty() {
        match locales::find(given) {
            Some(locale) => found.push((locale, 1.0)),
            None => unknown(reader, "locale", given),
        }
    } else {
        for (id, weight) in &cx.locales.0 {
            match locales::find(id) {
                Some(locale) => found.push((locale, *weight)),
                None => unknown(reader, "", id),
            }
        }
    }
    if found.is_empty() {
        found.push((locales::fallback(), 1.0));
    }
    found
}

fn unknown(reader: &mut Reader<'_>, param: &str, id: &str) {
    let ids: Vec<_> = locales::all().iter().map(|l| l.id).collect();
    reader.problem(param, "unknown_locale", format!("there is no locale \"{id}\"; there are {}", ids.join(", ")));
}
