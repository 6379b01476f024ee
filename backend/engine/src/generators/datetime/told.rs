//! Columns of what calendars and clocks say of moments, as numbers or as text.

use std::sync::Arc;

use arrow_array::{Array, ArrayRef, Int32Array, Int64Array};
use arrow_schema::DataType;
use chrono::Datelike;

use crate::generator::{CompileContext, EngineError, FillContext, Filler, Input, ParamProblem};
use crate::generators::support::language::Language;
use crate::generators::support::locale::PerLocale;
use crate::generators::support::moments::{Source, with_nulls_of};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::generators::support::window::SECOND;

use super::names::{Names, names};
use super::timeline::calendar;

/// What is told of a moment.
#[derive(Clone, Copy)]
pub(super) enum What {
    Year,
    Month(&'static str),
    Weekday(&'static str),
    Quarter(&'static str),
    Week(&'static str),
    Since { unit: i64 },
}

impl What {
    /// The number of a moment.
    fn number(self, micros: i64) -> i64 {
        let date = calendar(micros);
        match self {
            Self::Year => i64::from(date.year()),
            Self::Month(_) => i64::from(date.month()),
            Self::Weekday(_) => i64::from(date.weekday().number_from_monday()),
            Self::Quarter(_) => i64::from(date.month0() / 3 + 1),
            Self::Week(_) => i64::from(date.iso_week().week()),
            Self::Since { unit } => micros.div_euclid(unit),
        }
    }

    /// Appends the text of a moment.
    fn write(self, micros: i64, names: &Names, out: &mut TextColumn) {
        let date = calendar(micros);
        match self {
            Self::Month("name") => out.push(names.months[date.month0() as usize]),
            Self::Month("short") => out.push(names.short_months[date.month0() as usize]),
            Self::Weekday("name") => out.push(names.days[date.weekday().num_days_from_monday() as usize]),
            Self::Weekday("short") => out.push(names.short_days[date.weekday().num_days_from_monday() as usize]),
            Self::Quarter("quarter") => numbered(out, "Q", self.number(micros)),
            Self::Quarter("year_quarter") => {
                year(out, date.year());
                numbered(out, "-Q", self.number(micros));
            }
            Self::Week("year_week") => {
                year(out, date.iso_week().year());
                out.push("-W");
                out.push_padded(self.number(micros).unsigned_abs(), 2);
            }
            _ => {
                let number = self.number(micros);
                numbered(out, if number < 0 { "-" } else { "" }, number);
            }
        }
    }

    /// Characters of the longest text, about.
    fn width(self) -> usize {
        if matches!(self, Self::Since { .. }) { 16 } else { 9 }
    }
}

fn numbered(out: &mut TextColumn, before: &str, number: i64) {
    out.push(before);
    out.push_number(number.unsigned_abs());
}

fn year(out: &mut TextColumn, year: i32) {
    out.push_padded(u64::from(year.unsigned_abs()), 4);
}

/// The filler of what is told of a moment.
pub(super) fn compile(
    mut reader: Reader<'_>,
    cx: &CompileContext<'_>,
    what: What,
) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
    let source = Source::compile(&mut reader, cx);
    let names = PerLocale::compile(&mut reader, cx, |locale| names(Language::of(locale)));
    if let (Source::Drawn { window, .. }, What::Since { .. }, DataType::Int32) = (&source, what, cx.data_type) {
        let most = i64::from(i32::MAX) * SECOND;
        if window.nth(window.count - 1) > most || window.low < -most {
            reader.problem(
                "to",
                "beyond_field",
                "an integer field holds the seconds of 1902 to 2038 only; use a big integer",
            );
        }
    }
    let (data_type, limit) = (cx.data_type.clone(), limit(cx.field));
    reader.finish(Box::new(Told { source, what, names, data_type, limit }))
}

struct Told {
    source: Source,
    what: What,
    names: PerLocale<&'static Names>,
    data_type: DataType,
    limit: Option<u32>,
}

impl Filler for Told {
    fn inputs(&self) -> Vec<Input> {
        self.source.inputs()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let moments = self.source.moments(cx)?;
        if self.data_type != DataType::Utf8 {
            return whole_numbers(
                &self.data_type,
                moments.into_iter().map(|moment| moment.map(|m| self.what.number(m))),
            );
        }
        let mut out = TextColumn::new(cx.rows.len(), self.what.width(), self.limit);
        for (row, moment) in cx.rows.iter().zip(moments) {
            if let Some(moment) = moment {
                self.what.write(moment, self.names.at(*row), &mut out);
            }
            out.end();
        }
        let made = out.finish()?;
        match cx.inputs.first().filter(|dates| dates.null_count() > 0) {
            Some(dates) => with_nulls_of(&made, dates),
            None => Ok(made),
        }
    }
}

/// A column of whole numbers of 32 or 64 bits.
pub(super) fn whole_numbers(
    data_type: &DataType,
    numbers: impl Iterator<Item = Option<i64>>,
) -> Result<ArrayRef, EngineError> {
    if *data_type != DataType::Int32 {
        return Ok(Arc::new(numbers.collect::<Int64Array>()));
    }
    let narrow = |number: i64| {
        i32::try_from(number)
            .map_err(|_| EngineError::fill(format!("{number} does not fit an integer; use a big integer")))
    };
    Ok(Arc::new(numbers.map(|number| number.map(narrow).transpose()).collect::<Result<Int32Array, _>>()?))
}
