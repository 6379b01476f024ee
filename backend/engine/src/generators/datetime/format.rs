//! `datetime.format`: dates as text in a form of one's own, for columns that other systems fill with text.

use std::fmt::Write;

use arrow_array::{Array, ArrayRef};
use chrono::Datelike;
use chrono::format::{Fixed, Item, StrftimeItems};
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, Input, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{TEXT, defaulted, locale, words};
use crate::generators::support::language::Language;
use crate::generators::support::locale::PerLocale;
use crate::generators::support::moments::{Source, with_nulls_of};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};

use super::names::{Names, names};
use super::timeline::calendar;

/// The catalogue's entry.
pub(crate) struct Format;

/// Most characters of a form.
const LONGEST: usize = 200;

impl Generator for Format {
    fn descriptor(&self) -> Descriptor {
        let mut params = vec![defaulted(
            "format",
            ParamKind::Text,
            words("Format", "Formato"),
            words(
                "As strftime has it: %d day, %m month, %Y year, %H:%M:%S time, %B and %b month names, %A and %a day names.",
                "Como en strftime: %d día, %m mes, %Y año, %H:%M:%S hora, %B y %b nombres del mes, %A y %a del día.",
            ),
            "%Y-%m-%d",
        )];
        params.extend(Source::params());
        params.push(locale());
        Descriptor {
            name: "datetime.format",
            family: Family::DateTime,
            label: words("Date as text", "Fecha como texto"),
            description: words(
                "A date field, or moments of a range, as text in a form of your own: 31/12/2025, 12 March 2025, 20250312.",
                "Un campo de fecha, o momentos de un intervalo, como texto en un formato propio: 31/12/2025, 12 de marzo de 2025, 20250312.",
            ),
            produces: TEXT,
            params,
            example: json!({ "format": "%a %d %B %Y" }),
            localized: true,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let text = reader.text("format", "%Y-%m-%d");
        let items: Vec<Item<'static>> = StrftimeItems::new(text).map(Item::to_owned).collect();
        if items.iter().any(|item| matches!(item, Item::Error)) {
            reader.problem(
                "format",
                "bad_format",
                format!("\"{text}\" has a % that strftime does not know; write %% for the sign itself"),
            );
        }
        if text.is_empty() || text.len() > LONGEST {
            reader.problem("format", "out_of_range", format!("format must have 1 to {LONGEST} characters"));
        }
        let source = Source::compile(&mut reader, cx);
        let names = PerLocale::compile(&mut reader, cx, |locale| names(Language::of(locale)));
        reader.finish(Box::new(Formatted { source, items, names, limit: limit(cx.field) }))
    }
}

struct Formatted {
    source: Source,
    items: Vec<Item<'static>>,
    names: PerLocale<&'static Names>,
    limit: Option<u32>,
}

impl Formatted {
    fn write(&self, row: u64, micros: i64, out: &mut TextColumn) -> Result<(), EngineError> {
        let (moment, names) = (calendar(micros), self.names.at(row));
        let (month, day) = (moment.month0() as usize, moment.weekday().num_days_from_monday() as usize);
        for item in &self.items {
            match item {
                Item::Literal(text) | Item::Space(text) => out.push(text),
                Item::OwnedLiteral(text) | Item::OwnedSpace(text) => out.push(text),
                // chrono knows English names only.
                Item::Fixed(Fixed::LongMonthName) => out.push(names.months[month]),
                Item::Fixed(Fixed::ShortMonthName) => out.push(names.short_months[month]),
                Item::Fixed(Fixed::LongWeekdayName) => out.push(names.days[day]),
                Item::Fixed(Fixed::ShortWeekdayName) => out.push(names.short_days[day]),
                other => write!(out, "{}", moment.format_with_items(std::iter::once(other)))
                    .map_err(|_| EngineError::fill("a part of the date could not be written"))?,
            }
        }
        Ok(())
    }
}

impl Filler for Formatted {
    fn inputs(&self) -> Vec<Input> {
        self.source.inputs()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let moments = self.source.moments(cx)?;
        let mut out = TextColumn::new(cx.rows.len(), 12, self.limit);
        for (row, moment) in cx.rows.iter().zip(moments) {
            if let Some(moment) = moment {
                self.write(*row, moment, &mut out)?;
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

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::Date32Array;
    use arrow_array::cast::AsArray;
    use dmb_spec::FieldType;

    use super::*;
    use crate::testing::Trial;

    fn check(format: &str, locale: &str, expect: &str) {
        let params = json!({ "field": "day", "format": format });
        let trial = Trial::new("datetime.format", params, FieldType::String).locale(locale).beside(
            "day",
            FieldType::Date,
            None,
        );
        // Tuesday 30 December 2025.
        let days: ArrayRef = Arc::new(Date32Array::from(vec![Some(20_452), None]));
        let made = trial.fill_with(2, &[days]);
        assert_eq!(made.as_string::<i32>().value(0), expect);
        assert!(made.is_null(1));
    }

    #[test]
    fn dates_take_the_form_and_the_language_asked_for() {
        check("%d/%m/%Y", "en_US", "30/12/2025");
        check("%A, %d de %B de %Y", "es_ES", "martes, 30 de diciembre de 2025");
        check("%a %e %b", "en_US", "Tue 30 Dec");
        check("%Y%m%dT%H%M%SZ 100%%", "en_US", "20251230T000000Z 100%");
        check("%F %T", "en_US", "2025-12-30 00:00:00");
    }

    #[test]
    fn forms_that_are_none_are_refused() {
        for format in ["%Q", "", "%"] {
            let trial = Trial::new("datetime.format", json!({ "format": format }), FieldType::String);
            assert!(trial.compile().is_err(), "{format:?}");
        }
    }
}
