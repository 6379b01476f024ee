//! `datetime.business_day` and `datetime.business_hours`: days and moments at which people work.

use arrow_array::ArrayRef;
use arrow_schema::DataType;
use chrono::{Datelike, NaiveDate, Timelike, Weekday};
use dmb_spec::time::{Span, parse_date, parse_time};
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamDescriptor, ParamKind,
    ParamProblem,
};
use crate::generators::support::describe::{defaulted, optional, words};
use crate::generators::support::params::Reader;
use crate::generators::support::window::{DAY, SECOND, Window, dense};
use crate::permutation::Permutation;
use crate::stream::Stream;

use super::between::range_params;
use super::timeline::calendar;

/// Days.
pub(crate) struct BusinessDay;
/// Moments within the hours of such days.
pub(crate) struct BusinessHours;

const WEEKENDS: &[&str] = &["saturday_sunday", "friday_saturday", "thursday_friday", "friday", "sunday", "none"];
const PRECISIONS: &[&str] = &["minute", "second", "quarter", "hour"];

impl Generator for BusinessDay {
    fn descriptor(&self) -> Descriptor {
        let mut params = range_params();
        params.extend(day_params());
        Descriptor {
            name: "datetime.business_day",
            family: Family::DateTime,
            label: words("Business day", "Día laborable"),
            description: words(
                "Days of a range that are neither of the weekend nor holidays, each as likely.",
                "Días de un intervalo que no son de fin de semana ni festivos, equiprobables.",
            ),
            produces: &[FieldType::Date, FieldType::Datetime],
            params,
            example: json!({ "from": "2025-01-01", "to": "2025-12-31", "holidays": ["01-01", "12-25"] }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let days = working_days(&mut reader, cx, 0, 0);
        filler(reader, cx, days, vec![0])
    }
}

impl Generator for BusinessHours {
    fn descriptor(&self) -> Descriptor {
        let mut params = range_params();
        params.extend(day_params());
        params.extend(hour_params());
        Descriptor {
            name: "datetime.business_hours",
            family: Family::DateTime,
            label: words("Moment in business hours", "Momento en horario laboral"),
            description: words(
                "Moments on business days from opening to closing time, without the break: calls, visits, orders.",
                "Momentos de días laborables entre la apertura y el cierre, sin el descanso: llamadas, visitas, pedidos.",
            ),
            produces: &[FieldType::Datetime],
            params,
            example: json!({ "from": "2025-01-01", "to": "2025-12-31", "open": "09:00", "close": "18:00",
                             "break_from": "14:00", "break_to": "15:00", "utc_offset": "+01:00" }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let slots = slots(&mut reader);
        let offset = offset(&mut reader);
        let slots: Vec<i64> = slots.into_iter().map(|second| (i64::from(second) - offset) * SECOND).collect();
        let (first, last) = (slots.first().copied().unwrap_or(0), slots.last().copied().unwrap_or(0));
        let days = working_days(&mut reader, cx, first, last);
        filler(reader, cx, days, slots)
    }
}

fn day_params() -> Vec<ParamDescriptor> {
    vec![
        defaulted(
            "weekend",
            ParamKind::Choice(WEEKENDS),
            words("Weekend", "Fin de semana"),
            words("Days of the week without work.", "Días de la semana sin trabajo."),
            WEEKENDS[0],
        ),
        optional(
            "holidays",
            ParamKind::List,
            words("Holidays", "Festivos"),
            words(
                "Days without work: dates such as 2025-04-18, or 12-25 for every year.",
                "Días sin trabajo: fechas como 2025-04-18, o 12-25 para todos los años.",
            ),
        ),
    ]
}

fn hour_params() -> Vec<ParamDescriptor> {
    let time = |name, label, help, default: &'static str| defaulted(name, ParamKind::Text, label, help, default);
    let part = |name, label, help| optional(name, ParamKind::Text, label, help);
    vec![
        time(
            "open",
            words("Opens", "Apertura"),
            words("First time of the day, such as 09:00.", "Primera hora del día, como 09:00."),
            "09:00",
        ),
        time(
            "close",
            words("Closes", "Cierre"),
            words("Nothing happens from this time on.", "A partir de esta hora no ocurre nada."),
            "18:00",
        ),
        part(
            "break_from",
            words("Break begins", "Inicio del descanso"),
            words("Such as 14:00; no break where absent.", "Como 14:00; si falta, no hay descanso."),
        ),
        part("break_to", words("Break ends", "Fin del descanso"), words("Such as 15:00.", "Como 15:00.")),
        defaulted(
            "precision",
            ParamKind::Choice(PRECISIONS),
            words("Precision", "Precisión"),
            words("Moments fall on whole units of this.", "Los momentos caen en unidades enteras de esto."),
            PRECISIONS[0],
        ),
        time(
            "utc_offset",
            words("UTC offset", "Desfase UTC"),
            words(
                "Hours are those of this offset: +01:00, -05:00.",
                "Las horas son las de este desfase: +01:00, -05:00.",
            ),
            "+00:00",
        ),
    ]
}

/// The working days (counted from 1970) whose first and last moment, in microseconds after their midnight, lie within
/// the range.
fn working_days(reader: &mut Reader<'_>, cx: &CompileContext<'_>, first: i64, last: i64) -> Vec<i32> {
    let start = Span { months: -24, micros: 0 }.add_to(cx.as_of);
    let window = Window::compile(reader, cx, (start, cx.as_of), SECOND);
    let (low, high) = (window.low, window.nth(window.count - 1));
    let weekend = weekend(reader.choice("weekend", WEEKENDS));
    let holidays = Holidays::read(reader);
    let days = (low.div_euclid(DAY) - 1..=high.div_euclid(DAY) + 1)
        .filter(|day| day * DAY + first >= low && day * DAY + last <= high)
        .filter(|day| {
            let date = calendar(day * DAY).date_naive();
            !weekend.contains(&date.weekday()) && !holidays.has(date)
        });
    let days: Vec<i32> = days.map(|day| day as i32).collect();
    if days.is_empty() && reader.is_ok() {
        reader.problem("from", "empty_range", "no business day lies wholly between from and to");
    }
    days
}

fn weekend(named: &str) -> &'static [Weekday] {
    match named {
        "friday_saturday" => &[Weekday::Fri, Weekday::Sat],
        "thursday_friday" => &[Weekday::Thu, Weekday::Fri],
        "friday" => &[Weekday::Fri],
        "sunday" => &[Weekday::Sun],
        "none" => &[],
        _ => &[Weekday::Sat, Weekday::Sun],
    }
}

/// Days off: dates, and days of every year.
struct Holidays {
    once: Vec<NaiveDate>,
    yearly: Vec<(u32, u32)>,
}

impl Holidays {
    fn read(reader: &mut Reader<'_>) -> Self {
        let mut holidays = Self { once: Vec::new(), yearly: Vec::new() };
        for text in reader.list("holidays").unwrap_or_default() {
            let every_year = || parse_date(&format!("2000-{text}")).map(|date| (date.month(), date.day()));
            match (parse_date(text), every_year()) {
                (Some(date), _) => holidays.once.push(date),
                (None, Some(day)) => holidays.yearly.push(day),
                (None, None) => {
                    let message = format!("\"{text}\" is neither a date such as 2025-04-18 nor a day such as 12-25");
                    reader.problem("holidays", "wrong_value", message);
                }
            }
        }
        holidays
    }

    fn has(&self, date: NaiveDate) -> bool {
        self.once.contains(&date) || self.yearly.contains(&(date.month(), date.day()))
    }
}

/// The seconds of a day at which something may happen.
fn slots(reader: &mut Reader<'_>) -> Vec<u32> {
    let step = match reader.choice("precision", PRECISIONS) {
        "second" => 1,
        "quarter" => 900,
        "hour" => 3_600,
        _ => 60,
    };
    let (open, close) = (time(reader, "open", Some(9 * 3_600)), time(reader, "close", Some(18 * 3_600)));
    let pause = (time(reader, "break_from", None), time(reader, "break_to", None));
    if matches!(pause, (Some(_), None) | (None, Some(_))) && reader.is_ok() {
        reader.problem("break_from", "missing", "a break needs both break_from and break_to");
    }
    let resting = |second: &u32| matches!(pause, (Some(from), Some(to)) if (from..to).contains(second));
    let (open, close) = (open.unwrap_or(0), close.unwrap_or(0));
    let slots: Vec<u32> =
        (open.div_ceil(step)..close.div_ceil(step)).map(|n| n * step).filter(|s| !resting(s)).collect();
    if slots.is_empty() && reader.is_ok() {
        reader.problem("open", "empty_range", "no moment lies between opening and closing time");
    }
    slots
}

fn time(reader: &mut Reader<'_>, name: &'static str, default: Option<u32>) -> Option<u32> {
    let text = reader.text(name, "");
    if text.is_empty() {
        return default;
    }
    let read = parse_time(text).map(|t| t.num_seconds_from_midnight());
    if read.is_none() {
        let message = format!("{name} must be a time such as 09:00 or 17:30:15, not \"{text}\"");
        reader.problem(name, "wrong_value", message);
    }
    read.or(default)
}

/// Seconds that local time is ahead of UTC.
fn offset(reader: &mut Reader<'_>) -> i64 {
    let text = reader.text("utc_offset", "+00:00");
    let read = || -> Option<i64> {
        let (sign, clock) = text.split_at_checked(1)?;
        let seconds = i64::from(parse_time(clock)?.num_seconds_from_midnight());
        match sign {
            "+" if seconds <= 14 * 3_600 => Some(seconds),
            "-" if seconds <= 12 * 3_600 => Some(-seconds),
            _ => None,
        }
    };
    read().unwrap_or_else(|| {
        reader.problem(
            "utc_offset",
            "wrong_value",
            format!("utc_offset must be from -12:00 to +14:00, not \"{text}\""),
        );
        0
    })
}

/// The filler of days and of moments after their midnight.
fn filler(
    reader: Reader<'_>,
    cx: &CompileContext<'_>,
    days: Vec<i32>,
    slots: Vec<i64>,
) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
    let count = (days.len() as u64).saturating_mul(slots.len() as u64);
    let permutation = cx.unique.then(|| Permutation::new(u128::from(count), cx.stream.key()));
    let data_type = cx.data_type.clone();
    reader.finish(Box::new(Office { days, slots, count, permutation, data_type, stream: cx.stream }))
}

struct Office {
    days: Vec<i32>,
    /// Microseconds after a day's midnight in UTC.
    slots: Vec<i64>,
    count: u64,
    permutation: Option<Permutation>,
    data_type: DataType,
    stream: Stream,
}

impl Filler for Office {
    fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(|_| u128::from(self.count))
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let moment = |row: u64| {
            let at = match &self.permutation {
                Some(permutation) => permutation.at(u128::from(row % self.count)) as u64,
                None => self.stream.cell(row).below(self.count),
            };
            let slots = self.slots.len() as u64;
            i64::from(self.days[(at / slots) as usize]) * DAY + self.slots[(at % slots) as usize]
        };
        Ok(dense(&self.data_type, cx.rows.iter().map(|&row| moment(row))))
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::{Date32Type, TimestampMicrosecondType};
    use serde_json::Value;

    use super::*;
    use crate::testing::Trial;

    fn days(params: Value, rows: u64) -> Vec<NaiveDate> {
        let made = Trial::new("datetime.business_day", params, FieldType::Date).fill(rows);
        let days = made.as_primitive::<Date32Type>().values().to_vec();
        days.into_iter().map(|day| calendar(i64::from(day) * DAY).date_naive()).collect()
    }

    #[test]
    fn weekends_and_holidays_are_left_out() {
        let params = json!({ "from": "2024-12-23", "to": "2025-01-03", "holidays": ["12-25", "2025-01-01"] });
        let mut made = days(params, 500);
        made.sort_unstable();
        made.dedup();
        let made: Vec<String> = made.iter().map(|d| d.format("%m-%d").to_string()).collect();
        assert_eq!(made, ["12-23", "12-24", "12-26", "12-27", "12-30", "12-31", "01-02", "01-03"]);
        let gulf = days(json!({ "from": "2024-01-01", "to": "2024-12-31", "weekend": "friday_saturday" }), 500);
        assert!(gulf.iter().all(|d| !matches!(d.weekday(), Weekday::Fri | Weekday::Sat)));
        assert!(gulf.iter().any(|d| d.weekday() == Weekday::Sun));
    }

    #[test]
    fn unique_days_use_up_the_range() {
        let params = json!({ "from": "2024-02-01", "to": "2024-02-29" });
        let trial = Trial::new("datetime.business_day", params, FieldType::Date).unique(21);
        assert_eq!(trial.compile().unwrap().capacity(), Some(21));
        let mut made = trial.fill(21).as_primitive::<Date32Type>().values().to_vec();
        made.sort_unstable();
        made.dedup();
        assert_eq!(made.len(), 21);
    }

    #[test]
    fn moments_keep_to_the_hours_of_their_offset() {
        let params = json!({
            "from": "2024-03-01", "to": "2024-03-31", "open": "08:30", "close": "17:00", "precision": "quarter",
            "break_from": "12:00", "break_to": "13:00", "utc_offset": "-05:00",
        });
        let made = Trial::new("datetime.business_hours", params, FieldType::Datetime).fill(2_000);
        let local: Vec<_> = made
            .as_primitive::<TimestampMicrosecondType>()
            .values()
            .iter()
            .map(|m| calendar(m - 5 * 3_600 * SECOND))
            .collect();
        let minute = |m: &chrono::DateTime<chrono::Utc>| m.hour() * 60 + m.minute();
        assert!(local.iter().all(|m| (510..1_020).contains(&minute(m)) && !(720..780).contains(&minute(m))));
        assert!(local.iter().all(|m| minute(m) % 15 == 0 && m.second() == 0));
        assert!(local.iter().all(|m| !matches!(m.weekday(), Weekday::Sat | Weekday::Sun)));
        assert!(local.iter().any(|m| minute(m) == 510) && local.iter().any(|m| minute(m) == 1_005));
    }

    #[test]
    fn moments_never_leave_the_range() {
        let made =
            Trial::new("datetime.business_hours", json!({ "from": "-5d", "to": "now" }), FieldType::Datetime).fill(500);
        let now = crate::testing::as_of().timestamp_micros();
        assert!(
            made.as_primitive::<TimestampMicrosecondType>().values().iter().all(|m| (now - 5 * DAY..=now).contains(m))
        );
    }

    #[test]
    fn what_is_wrong_is_told() {
        for params in [
            json!({ "open": "18:00", "close": "09:00" }),
            json!({ "open": "nine" }),
            json!({ "break_from": "12:00" }),
            json!({ "utc_offset": "+15:00" }),
            json!({ "utc_offset": "Madrid" }),
            json!({ "holidays": ["Christmas"] }),
            json!({ "from": "2024-03-02", "to": "2024-03-03" }),
        ] {
            let trial = Trial::new("datetime.business_hours", params.clone(), FieldType::Datetime);
            assert!(trial.compile().is_err(), "{params}");
        }
    }
}
