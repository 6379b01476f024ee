//! `datetime.period`: the first or last day of the week, month, quarter or year that a date lies in.

use arrow_array::ArrayRef;
use arrow_schema::DataType;
use chrono::{Datelike, NaiveDate, TimeDelta};
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, Input, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::moments::Source;
use crate::generators::support::params::Reader;
use crate::generators::support::window::{DAY, column};

use super::timeline::calendar;

/// The catalogue's entry.
pub(crate) struct Period;

const PERIODS: &[&str] = &["month", "week", "quarter", "year"];
const ENDS: &[&str] = &["end", "start"];

impl Generator for Period {
    fn descriptor(&self) -> Descriptor {
        let mut params = vec![
            defaulted(
                "period",
                ParamKind::Choice(PERIODS),
                words("Period", "Periodo"),
                words("What ends; weeks begin on Monday.", "Lo que acaba; las semanas empiezan en lunes."),
                PERIODS[0],
            ),
            defaulted(
                "at",
                ParamKind::Choice(ENDS),
                words("Day", "Día"),
                words("Its last day (end) or its first (start).", "Su último día (end) o el primero (start)."),
                ENDS[0],
            ),
        ];
        params.extend(Source::params());
        Descriptor {
            name: "datetime.period",
            family: Family::DateTime,
            label: words("End of a period", "Fin de periodo"),
            description: words(
                "The last or first day of the week, month, quarter or year of a date field: closing and billing dates.",
                "El último o el primer día de la semana, mes, trimestre o año de un campo de fecha: cierres y facturación.",
            ),
            produces: &[FieldType::Date, FieldType::Datetime],
            params,
            example: json!({ "period": "month" }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let period = reader.choice("period", PERIODS);
        let end = reader.choice("at", ENDS) == "end";
        let source = Source::compile(&mut reader, cx);
        reader.finish(Box::new(Ends { source, period, end, data_type: cx.data_type.clone() }))
    }
}

/// The first day of the period that holds `date`, and of the one after it.
fn bounds(period: &str, date: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let months = |first: u32, count: u32| {
        let (year, month) = (date.year(), first + count);
        let after = NaiveDate::from_ymd_opt(year + (month as i32 - 1) / 12, (month - 1) % 12 + 1, 1)?;
        Some((NaiveDate::from_ymd_opt(year, first, 1)?, after))
    };
    match period {
        "week" => {
            let monday = date - TimeDelta::days(i64::from(date.weekday().num_days_from_monday()));
            Some((monday, monday + TimeDelta::days(7)))
        }
        "quarter" => months(date.month0() / 3 * 3 + 1, 3),
        "year" => months(1, 12),
        _ => months(date.month(), 1),
    }
}

struct Ends {
    source: Source,
    period: &'static str,
    end: bool,
    data_type: DataType,
}

impl Ends {
    fn day(&self, micros: i64) -> i64 {
        let date = calendar(micros).date_naive();
        let found =
            bounds(self.period, date).map(|(first, after)| if self.end { after - TimeDelta::days(1) } else { first });
        i64::from(found.unwrap_or(date).to_epoch_days()) * DAY
    }
}

impl Filler for Ends {
    fn inputs(&self) -> Vec<Input> {
        self.source.inputs()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let moments = self.source.moments(cx)?;
        column(&self.data_type, moments.into_iter().map(|moment| moment.map(|moment| self.day(moment))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(period: &str, date: (i32, u32, u32), expect: (&str, &str)) {
        let (first, after) = bounds(period, NaiveDate::from_ymd_opt(date.0, date.1, date.2).unwrap()).unwrap();
        let last = after - TimeDelta::days(1);
        assert_eq!((first.to_string().as_str(), last.to_string().as_str()), expect, "{period}");
    }

    #[test]
    fn periods_begin_and_end_as_the_calendar_has_them() {
        check("month", (2024, 2, 10), ("2024-02-01", "2024-02-29"));
        check("month", (2023, 12, 31), ("2023-12-01", "2023-12-31"));
        check("quarter", (2025, 11, 5), ("2025-10-01", "2025-12-31"));
        check("quarter", (2025, 6, 30), ("2025-04-01", "2025-06-30"));
        check("year", (2025, 6, 30), ("2025-01-01", "2025-12-31"));
        check("week", (2026, 1, 1), ("2025-12-29", "2026-01-04"));
    }

    #[test]
    fn dates_of_a_range_are_moved_to_their_periods_end() {
        use arrow_array::cast::AsArray;
        use arrow_array::types::Date32Type;
        let params = json!({ "from": "2024-01-01", "to": "2024-12-31", "period": "quarter" });
        let made = crate::testing::fill("datetime.period", params, FieldType::Date, 200);
        let mut days = made.as_primitive::<Date32Type>().values().to_vec();
        days.sort_unstable();
        days.dedup();
        // 31 March, 30 June, 30 September and 31 December 2024.
        assert_eq!(days, [19_813, 19_904, 19_996, 20_088]);
    }
}
