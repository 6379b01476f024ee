//! Public holidays: the rules by which a country has them, and the days they fall on.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::types::National;

/// A public holiday.
#[derive(Clone, Copy, Debug)]
pub struct Holiday {
    /// In the country's language.
    pub name: &'static str,
    /// The day it stands for.
    pub day: Day,
    /// What the day of the week does to it.
    pub moves: Moves,
    /// The years that have it.
    pub years: Years,
}

/// A day of the year.
#[derive(Clone, Copy, Debug)]
pub enum Day {
    /// Month and day.
    Fixed(u32, u32),
    /// Days after Easter Sunday, negative before it.
    Easter(i64),
    /// Month, and which of its days of this name: from 1, or from -1 at the end.
    Nth(u32, Weekday, i8),
    /// The June solstice at so many hours ahead of universal time.
    JuneSolstice(i64),
}

/// What the day of the week does to a holiday. Days are counted from Monday.
#[derive(Clone, Copy, Debug)]
pub enum Moves {
    /// Nothing.
    Stays,
    /// It is held so many days later (earlier where negative).
    To([i64; 7]),
    /// It is held on its day, and so many days later or earlier too.
    Also([i64; 7]),
    /// It is held on these days of the week only.
    Only(&'static [Weekday]),
}

/// Years, of the day a holiday stands for. Tables know what has changed since 2020; earlier years are told by the rules
/// of then.
#[derive(Clone, Copy, Debug)]
pub struct Years {
    /// The first.
    pub first: i32,
    /// The last.
    pub last: i32,
    /// Every how many, from the first.
    pub every: i32,
}

impl Years {
    fn have(self, year: i32) -> bool {
        let in_turn = || (i64::from(year) - i64::from(self.first)) % i64::from(self.every) == 0;
        (self.first..=self.last).contains(&year) && in_turn()
    }
}

/// A holiday of a month and day.
pub(super) const fn fixed(month: u32, day: u32, name: &'static str) -> Holiday {
    holiday(Day::Fixed(month, day), name)
}

/// A holiday so many days after Easter Sunday.
pub(super) const fn easter(days: i64, name: &'static str) -> Holiday {
    holiday(Day::Easter(days), name)
}

/// A holiday on the nth such day of a month, from its end if negative.
pub(super) const fn nth(month: u32, weekday: Weekday, n: i8, name: &'static str) -> Holiday {
    holiday(Day::Nth(month, weekday, n), name)
}

/// A holiday on the June solstice, at so many hours ahead of universal time.
pub(super) const fn june_solstice(hours: i64, name: &'static str) -> Holiday {
    holiday(Day::JuneSolstice(hours), name)
}

const fn holiday(day: Day, name: &'static str) -> Holiday {
    Holiday { name, day, moves: Moves::Stays, years: Years { first: i32::MIN, last: i32::MAX, every: 1 } }
}

impl Holiday {
    pub(super) const fn moving(mut self, moves: Moves) -> Self {
        self.moves = moves;
        self
    }

    pub(super) const fn since(mut self, year: i32) -> Self {
        self.years.first = year;
        self
    }

    pub(super) const fn until(mut self, year: i32) -> Self {
        self.years.last = year;
        self
    }

    pub(super) const fn every(mut self, years: i32) -> Self {
        self.years.every = years;
        self
    }

    pub(super) const fn once(self, year: i32) -> Self {
        self.since(year).until(year)
    }

    /// The days on which it is held for the day of a year; near a year's ends they may be of the year beside it.
    fn held(&self, year: i32) -> [Option<NaiveDate>; 2] {
        let Some(day) = self.day.of(year).filter(|_| self.years.have(year)) else { return [None; 2] };
        let weekday = day.weekday();
        let later = |days: [i64; 7]| {
            let days = days[weekday.num_days_from_monday() as usize];
            day.checked_add_signed(TimeDelta::days(days))
        };
        match self.moves {
            Moves::Stays => [Some(day), None],
            Moves::To(days) => [later(days), None],
            Moves::Also(days) => [Some(day), later(days).filter(|other| *other != day)],
            Moves::Only(weekdays) => [weekdays.contains(&weekday).then_some(day), None],
        }
    }
}

impl Day {
    /// The day in a year; nothing for the 29th of February and the like where the year has none.
    fn of(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Easter(days) => easter_sunday(year)?.checked_add_signed(TimeDelta::days(days)),
            Self::Nth(month, weekday, n @ 1..) => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, n.unsigned_abs())
            }
            Self::Nth(month, weekday, n) => {
                // The last such day is the fifth or the fourth.
                let nth = |n| NaiveDate::from_weekday_of_month_opt(year, month, weekday, n);
                let last = nth(5).or_else(|| nth(4))?;
                last.checked_sub_signed(TimeDelta::weeks(i64::from(n.unsigned_abs()) - 1))
            }
            Self::JuneSolstice(hours) => june_solstice_day(year, hours),
        }
    }
}

/// Easter Sunday of the Gregorian calendar (J.-M. Oudin's algorithm of 1940), which began in 1583.
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    if year < 1_583 {
        return None;
    }
    let century = year / 100;
    let golden = year % 19;
    let k = (century - 17) / 25;
    let epact = (century - century / 4 - (century - k) / 3 + 19 * golden + 15) % 30;
    let moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    let sunday = moon - weekday;
    NaiveDate::from_ymd_opt(year, 3, 28)?.checked_add_signed(TimeDelta::days(i64::from(sunday)))
}

/// The day of the June solstice, from the mean terms of J. Meeus, *Astronomical Algorithms*, chapter 27: right to a
/// quarter of an hour.
fn june_solstice_day(year: i32, hours: i64) -> Option<NaiveDate> {
    const DAYS_BEFORE_1970: f64 = 2_440_587.5;
    let y = (f64::from(year) - 2_000.0) / 1_000.0;
    let mean = 2_451_716.567_67 + y * (365_241.626_03 + y * (0.003_25 + y * (0.008_88 - y * 0.000_30)));
    let day = (mean - DAYS_BEFORE_1970 + hours as f64 / 24.0).floor();
    NaiveDate::from_ymd_opt(1970, 1, 1)?.checked_add_signed(TimeDelta::try_days(day as i64)?)
}

impl National {
    /// The days of a year that are public holidays, in order, with what is held on them; a day may have two. There are
    /// none in years that the calendar can't tell (beyond some 262,000).
    pub fn holidays_in(&self, year: i32) -> Vec<(NaiveDate, &'static str)> {
        if NaiveDate::from_yo_opt(year, 1).is_none() {
            return Vec::new();
        }
        let mut days = Vec::with_capacity(self.holidays.len() + 4);
        for near in year - 1..=year + 1 {
            for holiday in self.holidays {
                days.extend(holiday.held(near).into_iter().flatten().map(|day| (day, holiday.name)));
            }
        }
        days.retain(|(day, _)| day.year() == year);
        days.sort_by_key(|(day, _)| *day);
        days
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locales;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn easter_is_on_the_days_that_the_church_published() {
        for (year, month, of_month) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (1961, 4, 2),
            (2000, 4, 23),
            (2008, 3, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2038, 4, 25),
            (2285, 3, 22),
        ] {
            assert_eq!(easter_sunday(year), Some(day(year, month, of_month)));
        }
    }

    #[test]
    fn the_solstice_of_santiago_is_on_the_days_that_chile_published() {
        for (year, of_month) in [(2022, 21), (2023, 21), (2024, 20), (2025, 20), (2026, 21), (2027, 21), (2028, 20)] {
            assert_eq!(june_solstice_day(year, -4), Some(day(year, 6, of_month)));
        }
    }

    #[test]
    fn days_are_counted_from_either_end_of_the_month() {
        let nth = |n| Day::Nth(5, Weekday::Mon, n).of(2027);
        assert_eq!((nth(1), nth(-1), nth(-5)), (Some(day(2027, 5, 3)), Some(day(2027, 5, 31)), Some(day(2027, 5, 3))));
        assert_eq!(nth(6), None);
        assert_eq!(Day::Fixed(2, 29).of(2027), None);
    }

    #[test]
    fn years_are_kept_to() {
        let held = |holiday: Holiday, year| holiday.held(year)[0].is_some();
        let sixth = fixed(10, 1, "six").since(2024).every(6);
        assert_eq!([2018, 2024, 2025, 2030].map(|year| held(sixth, year)), [false, true, false, true]);
        assert_eq!([2021, 2022, 2023].map(|year| held(fixed(6, 3, "one").once(2022), year)), [false, true, false]);
        let france = &locales::find("fr_FR").unwrap().national;
        assert!([i32::MIN, i32::MAX].iter().all(|year| france.holidays_in(*year).is_empty()));
        assert_eq!(france.holidays_in(1500).len(), 8);
    }

    /// The days of a year as the package `holidays` (0.109) has them, month and day in four digits.
    fn check(locale: &str, year: i32, expect: &str) {
        let made = locales::find(locale).unwrap().national.holidays_in(year);
        let mut days: Vec<_> = made.iter().map(|(day, _)| format!("{:02}{:02}", day.month(), day.day())).collect();
        days.dedup();
        assert_eq!(days.join(" "), expect, "{locale} {year}");
    }

    #[test]
    fn countries_have_their_holidays_on_the_days_of_their_calendars() {
        check("en_US", 2021, "0101 0118 0215 0531 0618 0619 0704 0705 0906 1011 1111 1125 1224 1225 1231");
        check("en_US", 2022, "0101 0117 0221 0530 0619 0620 0704 0905 1010 1111 1124 1225 1226");
        check("en_GB", 2020, "0101 0410 0413 0508 0525 0831 1225 1226 1228");
        check("en_GB", 2022, "0101 0103 0415 0418 0502 0602 0603 0829 0919 1225 1226 1227");
        check("en_GB", 2027, "0101 0326 0329 0503 0531 0830 1225 1226 1227 1228");
        check("es_ES", 2022, "0101 0106 0415 0815 1012 1101 1206 1208");
        check("es_MX", 2024, "0101 0205 0318 0501 0916 1001 1118 1225");
        check("es_CO", 2025, "0101 0106 0324 0417 0418 0501 0602 0623 0630 0720 0807 0818 1013 1103 1117 1208 1225");
        check(
            "es_CO",
            2026,
            "0101 0112 0323 0402 0403 0501 0518 0608 0615 0629 0713 0720 0807 0817 1012 1102 1116 1208 1225",
        );
        check("es_CL", 2023, "0101 0102 0407 0408 0501 0521 0621 0626 0716 0815 0918 0919 1009 1027 1101 1208 1225");
        check("es_CL", 2029, "0101 0330 0331 0501 0521 0620 0702 0716 0815 0917 0918 0919 1015 1101 1102 1208 1225");
        check(
            "es_AR",
            2022,
            "0101 0228 0301 0324 0402 0414 0415 0501 0518 0525 0617 0620 0709 0815 1007 1010 1120 1121 1208 1209 1220 1225",
        );
        check(
            "es_AR",
            2025,
            "0101 0303 0304 0324 0402 0417 0418 0501 0502 0525 0616 0620 0709 0815 0817 1012 1121 1124 1208 1225",
        );
        check("pt_BR", 2023, "0101 0407 0421 0501 0907 1012 1102 1115 1225");
        check("pt_BR", 2024, "0101 0329 0421 0501 0907 1012 1102 1115 1120 1225");
        check("fr_FR", 2026, "0101 0406 0501 0508 0514 0525 0714 0815 1101 1111 1225");
        check("de_DE", 2026, "0101 0403 0406 0501 0514 0525 1003 1225 1226");
        check("it_IT", 2026, "0101 0106 0405 0406 0425 0501 0602 0815 1004 1101 1208 1225 1226");
        check("nl_NL", 2025, "0101 0418 0420 0421 0426 0505 0529 0608 0609 1225 1226");
        check("nl_NL", 2026, "0101 0403 0405 0406 0427 0514 0524 0525 1225 1226");
    }
}
