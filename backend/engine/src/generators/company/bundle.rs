//! The companies of a table: one for each row and bundle, the same in every column that tells of them.

use std::borrow::Cow;

use dmb_spec::Params;
use serde_json::json;

use crate::generator::{CompileContext, Descriptor, Family, ParamProblem, Words};
use crate::generators::support::describe::{TEXT, locale_and_bundle};
use crate::generators::support::folding::fold;
use crate::generators::support::locale::PerLocale;
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::generators::support::weights::Alias;
use crate::locales::Locale;
use crate::locales::types::{Industry, Weighted};
use crate::stream::{Cell, Stream};

/// The companies of a bundle.
pub(crate) struct Firms {
    stream: Stream,
    tables: PerLocale<Tables>,
}

struct Tables {
    locale: &'static Locale,
    family: Alias,
    forms: Alias,
    top: Alias,
    folded_heads: Vec<String>,
    folded_trades: Vec<String>,
    /// Family names as they are written in a company's name.
    family_names: Vec<Cow<'static, str>>,
    folded_family: Vec<String>,
    /// What stands before and after the name in a family's company.
    kin: (&'static str, &'static str),
}

/// How a name is put together.
enum Form {
    /// A word and a trade.
    Trade { head: usize, trade: usize },
    /// Two partners.
    Partners([usize; 2]),
    /// A family.
    Kin(usize),
}

/// The company of a row.
pub(crate) struct Firm<'a> {
    tables: &'a Tables,
    form: Form,
    legal: usize,
    top: usize,
    /// For what else is drawn of it.
    cell: Cell,
}

impl Firms {
    /// The companies that `locale` and `bundle` of the parameters speak of.
    pub(crate) fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let stream = cx.table_stream.named("company").named(reader.text("bundle", ""));
        Self { stream, tables: PerLocale::compile(reader, cx, Tables::new) }
    }

    /// The locales companies may be at home in.
    pub(crate) fn locales(&self) -> impl Iterator<Item = &'static Locale> {
        self.tables.all().iter().map(|t| t.locale)
    }

    /// The company of a row.
    pub(crate) fn at(&self, row: u64) -> Firm<'_> {
        let tables = self.tables.at(row);
        let companies = &tables.locale.companies;
        let mut cell = self.stream.cell(row);
        let (kind, first, second, rest) = (cell.below(10), cell.bits(), cell.bits(), cell.bits());
        let form = match kind {
            0..=5 => Form::Trade { head: at(first, companies.heads.len()), trade: at(second, companies.trades.len()) },
            6..=7 => Form::Partners([tables.family.pick(first), tables.family.pick(second)]),
            _ => Form::Kin(tables.family.pick(first)),
        };
        let (legal, top) = (tables.forms.pick32((rest >> 32) as u32), tables.top.pick32(rest as u32));
        Firm { tables, form, legal, top, cell }
    }
}

fn at(bits: u64, n: usize) -> usize {
    ((u128::from(bits) * n as u128) >> 64) as usize
}

impl Tables {
    fn new(locale: &'static Locale) -> Self {
        let companies = &locale.companies;
        let families = || locale.names.family.iter().map(|(name, _)| name);
        let folded = |text: &&'static str| fold(text, locale.language.spelling);
        let weights = |table: Weighted| Alias::new(table.iter().map(|(_, w)| f64::from(*w)));
        Self {
            locale,
            family: weights(locale.names.family),
            forms: weights(companies.forms),
            top: weights(companies.top_level_domains),
            folded_heads: companies.heads.iter().map(folded).collect(),
            folded_trades: companies.trades.iter().map(folded).collect(),
            family_names: families().map(|name| family_name(name, companies.family_capital)).collect(),
            folded_family: families().map(folded).collect(),
            kin: companies.kin.split_once("{a}").unwrap_or(("", "")),
        }
    }
}

fn family_name(name: &'static str, capital: bool) -> Cow<'static, str> {
    let mut letters = name.chars();
    match letters.next() {
        Some(first) if capital && first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
        _ => name.into(),
    }
}

impl Firm<'_> {
    /// Its name with the legal form.
    pub(crate) fn write_name(&self, out: &mut TextColumn) {
        let (companies, family) = (&self.tables.locale.companies, &self.tables.family_names);
        match self.form {
            Form::Trade { head, trade } => {
                out.push(companies.heads[head]);
                out.push(" ");
                out.push(companies.trades[trade]);
            }
            Form::Partners([a, b]) => {
                out.push(&family[a]);
                out.push(companies.partners);
                out.push(&family[b]);
            }
            Form::Kin(a) => {
                out.push(self.tables.kin.0);
                out.push(&family[a]);
                out.push(self.tables.kin.1);
            }
        }
        out.push(" ");
        out.push(companies.forms[self.legal].0);
    }

    /// Its domain name.
    pub(crate) fn write_domain(&self, out: &mut TextColumn) {
        match self.form {
            Form::Trade { head, trade } => {
                out.push(&self.tables.folded_heads[head]);
                out.push(&self.tables.folded_trades[trade]);
            }
            Form::Partners([a, b]) => {
                out.push(&self.tables.folded_family[a]);
                out.push("-");
                out.push(&self.tables.folded_family[b]);
            }
            Form::Kin(a) => {
                out.push(&self.tables.folded_family[a]);
                out.push("-group");
            }
        }
        out.push(".");
        out.push(self.tables.locale.companies.top_level_domains[self.top].0);
    }

    /// What it deals in.
    pub(crate) fn industry(&mut self) -> &'static Industry {
        let industries = self.tables.locale.companies.industries;
        &industries[self.cell.below(industries.len() as u64) as usize]
    }

    /// Its legal form, that at the end of its name.
    pub(crate) fn legal_form(&self) -> &'static str {
        self.tables.locale.companies.forms[self.legal].0
    }

    /// The locale it is at home in.
    pub(crate) fn locale(&self) -> &'static Locale {
        self.tables.locale
    }
}

/// The descriptor of a text generator that tells of a company.
pub(crate) fn descriptor(name: &'static str, family: Family, label: Words, description: Words) -> Descriptor {
    Descriptor {
        name,
        family,
        label,
        description,
        produces: TEXT,
        params: locale_and_bundle(&["company"]),
        example: json!({}),
        localized: true,
        unique: false,
    }
}

/// The companies of a generator that has no parameters but `locale` and `bundle`.
pub(crate) fn firms(params: &Params, cx: &CompileContext<'_>) -> Result<Firms, Vec<ParamProblem>> {
    let mut reader = Reader::new(params);
    let firms = Firms::compile(&mut reader, cx);
    reader.finish(firms)
}
