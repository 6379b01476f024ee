//! The people of a table: one for each row and bundle, the same in every column that tells of them.

use dmb_spec::Params;
use serde_json::json;

use crate::generator::{CompileContext, Descriptor, Family, ParamProblem, Words};
use crate::generators::support::describe::{TEXT, locale_and_bundle};
use crate::generators::support::folding::fold;
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::weights::Alias;
use crate::locales::Locale;
use crate::locales::types::Weighted;
use crate::stream::Stream;

/// What is drawn of a person; each has its own stream, so that no column disturbs another.
#[derive(Clone, Copy)]
pub(crate) enum Slot {
    Sex,
    First,
    Family,
    Birth,
    Job,
    Title,
    /// Form of the user name and e-mail address.
    Handle,
    MailDomain,
}

/// The people of a bundle.
pub(crate) struct People {
    slots: [Stream; 8],
    tables: PerLocale<Tables>,
}

/// The names of a locale, ready to draw from.
pub(crate) struct Tables {
    pub(crate) locale: &'static Locale,
    /// By sex: men, women.
    given: [Alias; 2],
    family: Alias,
    /// Names as in e-mail addresses, in the order of the locale's tables.
    folded_given: [Vec<String>; 2],
    folded_family: Vec<String>,
    pub(crate) mail: Alias,
}

/// Whom a row tells of.
pub(crate) struct Person<'a> {
    pub(crate) tables: &'a Tables,
    pub(crate) female: bool,
    given: usize,
    family: [usize; 2],
}

impl People {
    /// The people that `locale` and `bundle` of the parameters speak of.
    pub(crate) fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let stream = cx.table_stream.named("person").named(reader.text("bundle", ""));
        let slots = std::array::from_fn(|n| stream.slot(n as u64));
        Self { slots, tables: PerLocale::compile(reader, cx, Tables::new) }
    }

    /// 64 random bits of a row for one purpose.
    #[inline]
    pub(crate) fn bits(&self, slot: Slot, row: u64) -> u64 {
        self.slots[slot as usize].cell(row).bits()
    }

    /// Whether the row's person is a woman.
    #[inline]
    pub(crate) fn female(&self, row: u64) -> bool {
        self.bits(Slot::Sex, row) >> 63 == 1
    }

    /// The tables of the row's locale.
    #[inline]
    pub(crate) fn tables(&self, row: u64) -> &Tables {
        self.tables.at(row)
    }

    /// Whom a row tells of.
    #[inline]
    pub(crate) fn at(&self, row: u64) -> Person<'_> {
        let tables = self.tables.at(row);
        let female = self.female(row);
        let given = tables.given[usize::from(female)].pick(self.bits(Slot::First, row));
        let bits = self.bits(Slot::Family, row);
        let family = [tables.family.pick32((bits >> 32) as u32), tables.family.pick32(bits as u32)];
        Person { tables, female, given, family }
    }
}

/// The stream that the sexes of a bundle's people come from, for what needs no more of them: a row whose highest bit is 1
/// is a woman's.
pub(crate) fn sexes(cx: &CompileContext<'_>, bundle: &str) -> Stream {
    cx.table_stream.named("person").named(bundle).slot(Slot::Sex as u64)
}

impl Tables {
    fn new(locale: &'static Locale) -> Self {
        let names = &locale.names;
        let alias = |table: Weighted| Alias::new(table.iter().map(|(_, w)| f64::from(*w)));
        let folded = |table: Weighted| table.iter().map(|(name, _)| fold(name, locale.language.spelling)).collect();
        Self {
            locale,
            given: [alias(names.male), alias(names.female)],
            family: alias(names.family),
            folded_given: [folded(names.male), folded(names.female)],
            folded_family: folded(names.family),
            mail: alias(names.free_mail),
        }
    }
}

impl<'a> Person<'a> {
    /// Given name, such as `María José`.
    #[inline]
    pub(crate) fn given(&self) -> &'static str {
        let names = &self.tables.locale.names;
        let table = if self.female { names.female } else { names.male };
        table[self.given].0
    }

    /// First family name.
    #[inline]
    pub(crate) fn first_family(&self) -> &'static str {
        self.tables.locale.names.family[self.family[0]].0
    }

    /// Second family name, where people bear two.
    #[inline]
    pub(crate) fn second_family(&self) -> Option<&'static str> {
        let names = &self.tables.locale.names;
        names.two_family_names.then(|| names.family[self.family[1]].0)
    }

    /// Given name as in an e-mail address.
    #[inline]
    pub(crate) fn folded_given(&self) -> &'a str {
        &self.tables.folded_given[usize::from(self.female)][self.given]
    }

    /// First family name as in an e-mail address.
    #[inline]
    pub(crate) fn folded_family(&self) -> &'a str {
        &self.tables.folded_family[self.family[0]]
    }
}

/// The descriptor of a text generator that tells of a person and has no parameters of its own.
pub(crate) fn descriptor(name: &'static str, label: Words, description: Words) -> Descriptor {
    Descriptor {
        name,
        family: Family::Person,
        label,
        description,
        produces: TEXT,
        params: locale_and_bundle(&["person"]),
        example: json!({}),
        localized: true,
        unique: false,
    }
}

/// The people of a generator that has no parameters but `locale` and `bundle`.
pub(crate) fn people(params: &Params, cx: &CompileContext<'_>) -> Result<People, Vec<ParamProblem>> {
    let mut reader = Reader::new(params);
    let people = People::compile(&mut reader, cx);
    reader.finish(people)
}
