//! Tables of facts (countries, airports, elements …) as bundles: the row's record is drawn once, and every column of it
//! agrees.

use std::collections::HashSet;

use arrow_array::ArrayRef;

use crate::generator::{CompileContext, EngineError, FillContext, Filler, ParamDescriptor, ParamKind};
use crate::permutation::Permutation;
use crate::stream::Stream;

use super::describe::{bundle, defaulted, words};
use super::fillers::{fits, numbers};
use super::language::Language;
use super::locale::PerLocale;
use super::params::Reader;
use super::text::{TextColumn, limit};
use super::weights::Alias;

/// A table of facts.
pub(crate) struct Facts<R: 'static> {
    /// What the bundle is called in the table's stream.
    purpose: &'static str,
    rows: &'static [R],
    weight: fn(&R) -> f64,
}

impl<R: Sync> Facts<R> {
    /// A table whose records are drawn as often as their weights say.
    pub(crate) const fn new(purpose: &'static str, rows: &'static [R], weight: fn(&R) -> f64) -> Self {
        Self { purpose, rows, weight }
    }

    /// `bundle` and `distinct`, which every column of facts has.
    pub(crate) fn params(&'static self) -> Vec<ParamDescriptor> {
        vec![
            defaulted(
                "distinct",
                ParamKind::Boolean,
                words("Each once", "Cada una una vez"),
                words(
                    "Every entry once before any comes again, rather than as often as it is met with. Give it to all \
                     columns that should agree; a unique column always has it.",
                    "Cada entrada una vez antes de repetir ninguna, en lugar de según su frecuencia. Indíquelo en todas \
                     las columnas que deban concordar; una columna única siempre lo tiene.",
                ),
                false,
            ),
            bundle(std::slice::from_ref(&self.purpose)),
        ]
    }

    /// The record of each row; `filter` says which records may come (all of them where none is left).
    pub(crate) fn drawer_of(
        &self,
        reader: &mut Reader<'_>,
        cx: &CompileContext<'_>,
        filter: impl Fn(&R) -> bool,
    ) -> Drawer<R> {
        let bundle = reader.text("bundle", "");
        let order = if cx.unique || reader.boolean("distinct", false) {
            // From the table's id, not from a seed: so all columns agree, and rows added with another seed differ.
            let stream = Stream::root(0).of(cx.table.id.0).named(self.purpose).named(bundle);
            Order::Each(Permutation::new(self.rows.len() as u128, stream.key()))
        } else {
            let stream = cx.table_stream.named(self.purpose).named(bundle);
            let share = |record: &R| if filter(record) { (self.weight)(record) } else { 0.0 };
            Order::Weighted(Alias::new(self.rows.iter().map(share)), stream)
        };
        Drawer { rows: self.rows, order }
    }

    /// The record of each row.
    pub(crate) fn drawer(&self, reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Drawer<R> {
        self.drawer_of(reader, cx, |_| true)
    }

    /// A column of names, cut where the field is too short for them.
    pub(crate) fn names(
        &self,
        reader: &mut Reader<'_>,
        cx: &CompileContext<'_>,
        text: fn(&'static R, Language) -> &'static str,
    ) -> Box<dyn Filler> {
        self.column(reader, cx, text, cx.unique)
    }

    /// A column of codes; a field too short for them is refused.
    pub(crate) fn codes(
        &self,
        reader: &mut Reader<'_>,
        cx: &CompileContext<'_>,
        text: fn(&'static R) -> &'static str,
    ) -> Box<dyn Filler> {
        let drawer = self.drawer(reader, cx);
        fits(reader, cx, self.longest(text));
        let capacity = self.capacity(cx, text);
        Box::new(Told { drawer, text: move |_, record| text(record), limit: None, capacity })
    }

    /// A column of numbers.
    pub(crate) fn numbers(
        &self,
        reader: &mut Reader<'_>,
        cx: &CompileContext<'_>,
        number: fn(&R) -> f64,
    ) -> Box<dyn Filler> {
        let drawer = self.drawer(reader, cx);
        numbers(reader, cx, move |row| number(drawer.at(row)))
    }

    fn column(
        &self,
        reader: &mut Reader<'_>,
        cx: &CompileContext<'_>,
        text: fn(&'static R, Language) -> &'static str,
        whole: bool,
    ) -> Box<dyn Filler> {
        let drawer = self.drawer(reader, cx);
        let languages = PerLocale::compile(reader, cx, Language::of);
        if whole {
            let longest = languages.all().iter().map(|l| self.longest(|record| text(record, *l))).max();
            fits(reader, cx, longest.unwrap_or(0));
        }
        // In several languages a name may stand for two records.
        let capacity = match languages.all() {
            [only] => self.capacity(cx, |record| text(record, *only)),
            _ => None,
        };
        let text = move |row, record| text(record, *languages.at(row));
        Box::new(Told { drawer, text, limit: limit(cx.field), capacity })
    }

    fn longest(&self, text: impl Fn(&'static R) -> &'static str) -> u32 {
        self.rows.iter().map(|record| text(record).chars().count() as u32).max().unwrap_or(0)
    }

    /// How many rows a unique column can have: all records, where their texts differ.
    fn capacity(&self, cx: &CompileContext<'_>, text: impl Fn(&'static R) -> &'static str) -> Option<u128> {
        let differ = || self.rows.iter().map(text).collect::<HashSet<_>>().len() == self.rows.len();
        (cx.unique && differ()).then_some(self.rows.len() as u128)
    }
}

/// The record of each row.
pub(crate) struct Drawer<R: 'static> {
    rows: &'static [R],
    order: Order,
}

enum Order {
    Weighted(Alias, Stream),
    Each(Permutation),
}

impl<R> Drawer<R> {
    /// The record of a row.
    #[inline]
    pub(crate) fn at(&self, row: u64) -> &'static R {
        let at = match &self.order {
            Order::Weighted(alias, stream) => alias.pick(stream.cell(row).bits()),
            Order::Each(permutation) => permutation.at(u128::from(row)) as usize,
        };
        &self.rows[at]
    }
}

struct Told<R: 'static, F> {
    drawer: Drawer<R>,
    text: F,
    limit: Option<u32>,
    capacity: Option<u128>,
}

impl<R: Sync, F: Fn(u64, &'static R) -> &'static str + Send + Sync> Filler for Told<R, F> {
    fn capacity(&self) -> Option<u128> {
        self.capacity
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 16, self.limit);
        for &row in cx.rows {
            out.push((self.text)(row, self.drawer.at(row)));
            out.end();
        }
        out.finish()
    }
}
