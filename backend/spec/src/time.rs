//! Moments and spans as people write them: `2026-01-01`, `now`, `-2y`, `90s`. Never reads a clock.

use chrono::{DateTime, Datelike, FixedOffset, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

const SECOND: i64 = 1_000_000;

/// A length of time: whole months, whose length depends on where they are counted from, and microseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    /// Calendar months; twelve a year. Negative: backwards.
    pub months: i32,
    /// Microseconds beside the months. Negative: backwards.
    pub micros: i64,
}

impl Span {
    /// The moment this span after `start`. Months keep the day of the month where it exists, else take the month's
    /// last (31 January and one month: 28 or 29 February). Stops at the years 1 and 9999.
    pub fn add_to(self, start: DateTime<Utc>) -> DateTime<Utc> {
        let months = Months::new(self.months.unsigned_abs());
        let moved = if self.months < 0 { start.checked_sub_months(months) } else { start.checked_add_months(months) };
        let end = moved.and_then(|m| m.checked_add_signed(TimeDelta::microseconds(self.micros)));
        let backwards = self.months < 0 || (self.months == 0 && self.micros < 0);
        match end {
            Some(end) if (1..=9999).contains(&end.year()) => end,
            Some(end) if end.year() < 1 => earliest(),
            Some(_) => latest(),
            None if backwards => earliest(),
            None => latest(),
        }
    }

    /// Its length in microseconds when counted from `start`.
    pub fn as_micros_from(self, start: DateTime<Utc>) -> i64 {
        self.add_to(start).timestamp_micros() - start.timestamp_micros()
    }

    fn negated(self) -> Option<Self> {
        Some(Self { months: self.months.checked_neg()?, micros: self.micros.checked_neg()? })
    }
}

/// The first moment of the year 1.
pub fn earliest() -> DateTime<Utc> {
    NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or_default().and_time(NaiveTime::MIN).and_utc()
}

/// The last second of the year 9999.
pub fn latest() -> DateTime<Utc> {
    let last_second = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
    NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default().and_time(last_second).and_utc()
}

/// A point in time, fixed or counted from "now".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// This very moment.
    At(DateTime<Utc>),
    /// So long after "now" (before it where negative).
    FromNow(Span),
}

impl Moment {
    /// The point in time when "now" is `as_of`.
    pub fn resolve(self, as_of: DateTime<Utc>) -> DateTime<Utc> {
        match self {
            Self::At(at) => at,
            Self::FromNow(span) => span.add_to(as_of),
        }
    }

    /// Whether it depends on what "now" means.
    pub fn is_relative(self) -> bool {
        matches!(self, Self::FromNow(_))
    }
}

/// Reads `now`, a span from now (`-2y`, `+7d`, `now-90d`), an ISO 8601 date (its first moment in UTC), or a date and
/// time with or without an offset (UTC where absent). Years 1 to 9999. `None`: it is none of these.
pub fn parse_moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix("now") {
        let rest = rest.trim_start();
        return match rest.chars().next() {
            None => Some(Moment::FromNow(Span::default())),
            Some('+' | '-') => parse_span(rest).map(Moment::FromNow),
            Some(_) => None,
        };
    }
    parse_span(text).map(Moment::FromNow).or_else(|| parse_datetime(text).map(Moment::At))
}

/// Reads a span: a sign if wanted, then one or more whole numbers each with its unit, such as `90s`, `-2y`, `1d12h`.
/// Units: `us` `ms` `s` `m` or `min` `h` `d` `w` `mo` `y`. `None`: it is none.
pub fn parse_span(text: &str) -> Option<Span> {
    let text = text.trim();
    let negative = text.starts_with('-');
    let mut rest = text.strip_prefix(['-', '+']).unwrap_or(text).trim_start();
    if rest.is_empty() {
        return None;
    }
    let mut span = Span::default();
    while !rest.is_empty() {
        let (number, after) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit())?);
        let after = after.trim_start();
        let (unit, after) = after.split_at(after.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(after.len()));
        span = plus(span, number.parse().ok()?, unit)?;
        rest = after.trim_start();
    }
    if negative { span.negated() } else { Some(span) }
}

fn plus(span: Span, number: i64, unit: &str) -> Option<Span> {
    let (months, micros) = match unit {
        "us" => (0, 1),
        "ms" => (0, 1_000),
        "s" => (0, SECOND),
        "m" | "min" => (0, 60 * SECOND),
        "h" => (0, 3_600 * SECOND),
        "d" => (0, 86_400 * SECOND),
        "w" => (0, 7 * 86_400 * SECOND),
        "mo" => (1, 0),
        "y" => (12, 0),
        _ => return None,
    };
    let months = i32::try_from(number.checked_mul(months)?).ok()?;
    Some(Span {
        months: span.months.checked_add(months)?,
        micros: span.micros.checked_add(number.checked_mul(micros)?)?,
    })
}

/// Reads an ISO 8601 calendar date, `YYYY-MM-DD`, years 1 to 9999.
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let year = digits(text.get(0..4)?)?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, digits(text.get(5..7)?)?, digits(text.get(8..10)?)?)
        .filter(|date| date.year() >= 1)
}

/// Reads a time of day, `HH:MM`, `HH:MM:SS` or `HH:MM:SS.ffffff`.
pub fn parse_time(text: &str) -> Option<NaiveTime> {
    let (clock, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut parts = clock.split(':');
    let hour = two_digits(parts.next()?)?;
    let minute = two_digits(parts.next()?)?;
    let second = parts.next().map_or(Some(0), two_digits)?;
    if parts.next().is_some() || (clock.len() < text.len() && (clock.len() != 8 || fraction.is_empty())) {
        return None;
    }
    NaiveTime::from_hms_micro_opt(hour, minute, second, micros_of(fraction)?)
}

fn parse_datetime(text: &str) -> Option<DateTime<Utc>> {
    let date = parse_date(text.get(..10)?)?;
    let Some(rest) = text.get(10..).filter(|rest| !rest.is_empty()) else {
        return Some(date.and_time(NaiveTime::MIN).and_utc());
    };
    let clock = rest.strip_prefix(['T', 't', ' '])?;
    let (clock, offset) = match clock.find(['Z', 'z', '+', '-']) {
        Some(at) => (clock[..at].trim_end(), parse_offset(&clock[at..])?),
        None => (clock, FixedOffset::east_opt(0)?),
    };
    let local = NaiveDateTime::new(date, parse_time(clock)?);
    let moment = local.and_local_timezone(offset).single()?.to_utc();
    (1..=9999).contains(&moment.year()).then_some(moment)
}

fn parse_offset(text: &str) -> Option<FixedOffset> {
    if text.eq_ignore_ascii_case("z") {
        return FixedOffset::east_opt(0);
    }
    let (sign, clock) = text.split_at_checked(1)?;
    let (hours, minutes) = clock.split_once(':').or_else(|| clock.split_at_checked(2))?;
    let minutes = if minutes.is_empty() { 0 } else { two_digits(minutes)? };
    let seconds = i32::try_from(two_digits(hours)? * 3_600 + minutes * 60).ok()?;
    FixedOffset::east_opt(if sign == "-" { -seconds } else { seconds })
}

fn micros_of(fraction: &str) -> Option<u32> {
    if fraction.len() > 9 {
        return None;
    }
    let nanos = digits(&format!("{fraction:0<9}"))?;
    Some(nanos / 1_000)
}

fn two_digits(text: &str) -> Option<u32> {
    if text.len() == 2 { digits(text) } else { None }
}

fn digits(text: &str) -> Option<u32> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn check(moment: &str, now: &str, expect: &str) {
        let found = parse_moment(moment).unwrap_or_else(|| panic!("{moment} not read"));
        assert_eq!(found.resolve(at(now)), at(expect), "{moment} when now is {now}");
    }

    #[test]
    fn moments_fixed_and_relative() {
        check("now", "2026-05-06T07:08:09Z", "2026-05-06T07:08:09Z");
        check("-2y", "2024-02-29T00:00:00Z", "2022-02-28T00:00:00Z");
        check("1mo", "2026-01-31T12:00:00Z", "2026-02-28T12:00:00Z");
        check("+90s", "2026-01-31T12:00:00Z", "2026-01-31T12:01:30Z");
        check("now-1d12h", "2026-03-01T12:00:00Z", "2026-02-28T00:00:00Z");
        check("2026-01-01", "2000-01-01T00:00:00Z", "2026-01-01T00:00:00Z");
        check("2026-01-01T10:20", "2000-01-01T00:00:00Z", "2026-01-01T10:20:00Z");
        check("2026-01-01 10:20:30.5", "2000-01-01T00:00:00Z", "2026-01-01T10:20:30.500Z");
        check("2026-01-01T10:20:30-05:00", "2000-01-01T00:00:00Z", "2026-01-01T15:20:30Z");
        check("0001-01-01", "2000-01-01T00:00:00Z", "0001-01-01T00:00:00Z");
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "",
            "soon",
            "2026-13-01",
            "2026-02-30",
            "2026-1-1",
            "5",
            "-",
            "3 fortnights",
            "nowish",
            "0000-01-01",
            "2026-01-01T25:00",
            "2026-01-01T10:20:30.",
            "9223372036854775807y",
            "2026-01-01T10:20+99:99",
            "é026-01-01",
        ] {
            assert_eq!(parse_moment(text), None, "{text}");
        }
    }

    #[test]
    fn spans_add_up_and_stop_at_the_calendars_ends() {
        assert_eq!(parse_span("1y2mo"), Some(Span { months: 14, micros: 0 }));
        assert_eq!(parse_span("-12h"), Some(Span { months: 0, micros: -43_200 * SECOND }));
        assert_eq!(parse_span("-90000y").unwrap().add_to(at("2026-01-01T00:00:00Z")), earliest());
        assert_eq!(parse_span("90000y").unwrap().add_to(at("2026-01-01T00:00:00Z")), latest());
        assert_eq!(parse_span("1mo").unwrap().as_micros_from(at("2026-02-01T00:00:00Z")), 28 * 86_400 * SECOND);
    }

    #[test]
    fn times_of_day() {
        assert_eq!(parse_time("09:30"), NaiveTime::from_hms_opt(9, 30, 0));
        assert_eq!(parse_time("23:59:59"), NaiveTime::from_hms_opt(23, 59, 59));
        assert_eq!(parse_time("24:00"), None);
        assert_eq!(parse_time("9:30"), None);
    }
}
