//! Generators of [`Series`]: one series, one of several on request, or that of the row's country.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::{Map, Value};

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamDescriptor, ParamKind,
    ParamProblem, Words,
};
use crate::generators::person::birth::{self, Births};
use crate::stream::Stream;

use super::describe::{TEXT, bundle, defaulted, locale, words};
use super::locale::PerLocale;
use super::params::Reader;
use super::serial::{Made, Series, apart};
use super::text::{TextColumn, limit};

const FORMATS: &[&str] = &["usual", "plain", "formatted"];
/// Stands for the country of the row's locale among the choices.
pub(crate) const LOCALE: &str = "locale";
/// Stands for all among the choices.
pub(crate) const ANY: &str = "any";

/// A generator of numbers with a structure, as the catalogue lists it.
pub(crate) struct Numbered {
    pub(crate) name: &'static str,
    pub(crate) family: Family,
    pub(crate) label: Words,
    pub(crate) description: Words,
    /// What there is to choose from, where there are several series.
    pub(crate) choice: Option<Choice>,
    /// The series, in the order of the choices ([`LOCALE`] and [`ANY`] aside).
    pub(crate) series: &'static [&'static Series],
    /// Whether columns of a bundle tell of the same numbers: those of one person or company.
    pub(crate) shared: bool,
    /// Choice of the example.
    pub(crate) example: &'static str,
}

/// A parameter that chooses between series.
pub(crate) struct Choice {
    pub(crate) param: &'static str,
    pub(crate) label: Words,
    pub(crate) help: Words,
    /// The default first; where that is [`LOCALE`], the rest are countries (ISO 3166), and the first of them stands in
    /// for countries that are not listed.
    pub(crate) names: &'static [&'static str],
}

impl Choice {
    /// Whose document it is: a person's, or a company's.
    pub(crate) const HOLDER: Self = Self {
        param: "of",
        label: words("Whose", "De quién"),
        help: words("Of a person, or of a company.", "De una persona (person) o de una empresa (company)."),
        names: &["person", "company"],
    };

    /// A country, or that of the row's locale.
    pub(crate) const fn country(names: &'static [&'static str]) -> Self {
        Self {
            param: "country",
            label: words("Country", "País"),
            help: words(
                "The country, or that of the row's locale.",
                "El país, o el de la localización de la fila (locale).",
            ),
            names,
        }
    }

    /// Names that stand for several series.
    fn leading(&self) -> usize {
        usize::from([LOCALE, ANY].contains(&self.names[0]))
    }
}

impl Numbered {
    /// An entry with the first of its series only, drawn from the column's own stream.
    pub(crate) const fn new(
        name: &'static str,
        family: Family,
        label: Words,
        description: Words,
        series: &'static [&'static Series],
    ) -> Self {
        Self { name, family, label, description, choice: None, series, shared: false, example: "" }
    }

    /// The same with a choice between its series, and what the example chooses.
    pub(crate) const fn choose(self, choice: Choice, example: &'static str) -> Self {
        Self { choice: Some(choice), example, ..self }
    }

    /// The same for numbers that belong to the person or company of a bundle.
    pub(crate) const fn shared(self) -> Self {
        Self { shared: true, ..self }
    }

    fn param(&self) -> Option<ParamDescriptor> {
        let choice = self.choice.as_ref()?;
        Some(defaulted(choice.param, ParamKind::Choice(choice.names), choice.label, choice.help, choice.names[0]))
    }

    fn by_locale(&self) -> bool {
        self.choice.as_ref().is_some_and(|choice| choice.names[0] == LOCALE)
    }

    fn has_marks(&self) -> bool {
        self.series.iter().any(|series| !series.masks.is_empty())
    }

    fn is_personal(&self) -> bool {
        self.series.iter().any(|series| series.is_personal())
    }

    /// What columns of a bundle agree on: the person whose sex and birth the number tells, else the number itself.
    fn subjects(&self) -> &'static [&'static str] {
        match self.series {
            [first, ..] if !self.is_personal() => std::slice::from_ref(&first.purpose),
            _ => &["person"],
        }
    }
}

fn format() -> ParamDescriptor {
    defaulted(
        "format",
        ParamKind::Choice(FORMATS),
        words("Format", "Formato"),
        words(
            "As it is usually written, letters and digits only, or with its dots, dashes and spaces.",
            "Como se escribe normalmente (usual), solo letras y dígitos (plain) o con sus puntos, guiones y espacios (formatted).",
        ),
        FORMATS[0],
    )
}

impl Generator for Numbered {
    fn descriptor(&self) -> Descriptor {
        let mut params: Vec<ParamDescriptor> = self.param().into_iter().collect();
        if self.has_marks() {
            params.push(format());
        }
        if self.is_personal() {
            params.extend(birth::ages());
        }
        let localized = self.by_locale() || self.is_personal();
        if localized {
            params.push(locale());
        }
        if self.shared {
            params.push(bundle(self.subjects()));
        }
        let example = self.choice.iter().map(|choice| (choice.param.to_owned(), Value::from(self.example)));
        Descriptor {
            name: self.name,
            family: self.family,
            label: self.label,
            description: self.description,
            produces: TEXT,
            params,
            example: Value::Object(example.collect::<Map<_, _>>()),
            localized,
            unique: self.series.iter().any(|series| series.count > 0),
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let format = if self.has_marks() { reader.choice("format", FORMATS) } else { FORMATS[0] };
        let shared = cx.table_stream.named("identity").named(if self.shared { reader.text("bundle", "") } else { "" });
        let (used, which) = self.pick(&mut reader, cx);
        let made: Vec<Made> = used
            .into_iter()
            .map(|series| {
                let marked = format == "formatted" || format == "usual" && series.marked;
                let stream = if self.shared { shared.named(series.purpose) } else { cx.stream };
                Made::new(series, marked && !series.masks.is_empty(), stream, cx.unique.then(|| cx.stream.key()))
            })
            .collect();
        check_length(&mut reader, cx, &made, format);
        if cx.unique {
            check_unique(&mut reader, &made);
        }
        let births = made.iter().any(|m| m.series.is_personal()).then(|| Births::read(&mut reader, cx));
        let width = made.iter().map(|m| m.series.length as usize + 2).max().unwrap_or(0);
        reader.finish(Box::new(Numbers { made, which, births, width }))
    }
}

impl Numbered {
    /// The series that the parameters ask for, each once, and how a row comes to its own.
    fn pick(&self, reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> (Vec<&'static Series>, Which) {
        let Some(choice) = &self.choice else { return (vec![self.series[0]], Which::Only) };
        let given = reader.choice(choice.param, choice.names);
        let of = |name: &str| {
            let at = choice.names[choice.leading()..].iter().position(|known| *known == name);
            self.series[at.unwrap_or(0)]
        };
        match given {
            LOCALE => {
                let countries = PerLocale::compile(reader, cx, |locale| of(locale.country.code));
                let mut used: Vec<&'static Series> = Vec::new();
                for series in countries.all() {
                    if !used.iter().any(|known| std::ptr::eq(*known, *series)) {
                        used.push(series);
                    }
                }
                let place = |series: &Series| used.iter().position(|known| std::ptr::eq(*known, series)).unwrap_or(0);
                let which = Which::Locale(countries.map(|series| place(series)));
                (used, which)
            }
            ANY => (self.series.to_vec(), Which::Any(cx.stream.named("kind"))),
            name => (vec![of(name)], Which::Only),
        }
    }
}

fn check_length(reader: &mut Reader<'_>, cx: &CompileContext<'_>, made: &[Made], format: &str) {
    let width = |m: &Made| m.series.width(format == "formatted" || format == "usual" && m.series.marked);
    let longest = made.iter().map(width).max().unwrap_or(0);
    if let Some(most) = limit(cx.field).filter(|most| *most < longest) {
        let message = format!("these numbers need a length of {longest}; the field allows {most}");
        reader.problem("", "too_short", message);
    }
}

fn check_unique(reader: &mut Reader<'_>, made: &[Made]) {
    if made.iter().any(|m| m.capacity().is_none()) {
        let message = "these numbers follow from name and birth of the row's person, so they can't be kept different; \
                       choose another generator, or let the field repeat";
        reader.problem("", "not_unique", message);
        return;
    }
    let shapes: Vec<Option<Vec<u32>>> = made.iter().map(Made::shape).collect();
    let alike = |n: usize| shapes[n + 1..].iter().any(|other| !apart(shapes[n].as_deref(), other.as_deref()));
    if made.len() > 1 && (0..made.len()).any(alike) {
        let message = "numbers of several kinds that look alike can't be kept different; choose one of them";
        reader.problem("", "not_unique", message);
    }
}

/// How a row comes to its series.
enum Which {
    Only,
    Locale(PerLocale<usize>),
    /// Any, each as often.
    Any(Stream),
}

struct Numbers {
    made: Vec<Made>,
    which: Which,
    births: Option<Births>,
    width: usize,
}

impl Numbers {
    fn at(&self, row: u64) -> &Made {
        match &self.which {
            Which::Only => &self.made[0],
            Which::Locale(places) => &self.made[*places.at(row)],
            Which::Any(stream) => &self.made[stream.cell(row).below(self.made.len() as u64) as usize],
        }
    }
}

impl Filler for Numbers {
    fn capacity(&self) -> Option<u128> {
        self.made.iter().map(Made::capacity).min().flatten()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), self.width, None);
        for &row in cx.rows {
            self.at(row).write(row, || self.births.as_ref().map(|births| births.holder(row)), &mut out);
            out.end();
        }
        out.finish()
    }
}
