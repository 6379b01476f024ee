//! Numbers, dates and bytes as text, appended to a buffer without allocating. What all formats of text share.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

const DAY_SECONDS: i64 = 86_400;
const SECOND_MICROS: i64 = 1_000_000;

/// First of the days whose texts are kept: 1900-01-01.
const FIRST_KEPT: i32 = -25_567;
/// Days until 2099-12-31.
const KEPT: i32 = 73_049;

/// The texts of the days that most data is about, so that a date costs a look and no arithmetic; 730 kB.
static KEPT_DAYS: LazyLock<Vec<[u8; 10]>> = LazyLock::new(|| (FIRST_KEPT..FIRST_KEPT + KEPT).map(made_day).collect());

/// Year, month and day of a day counted from 1970-01-01, in the Gregorian calendar carried back before its beginning.
///
/// Counts in eras of 400 years that begin on 1 March, so that the leap day is an era's or year's last.
pub fn civil(days: i32) -> (i32, u8, u8) {
    const ERA_DAYS: i64 = 146_097;
    const MARCH_FIRST_YEAR_0: i64 = 719_468;
    let days = i64::from(days) + MARCH_FIRST_YEAR_0;
    let (era, day_of_era) = (days.div_euclid(ERA_DAYS), days.rem_euclid(ERA_DAYS));
    let leap_days = day_of_era / 1_460 - day_of_era / 36_524 + day_of_era / 146_096;
    let year_of_era = (day_of_era - leap_days) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // Months from March have 31, 30, 31, 30, 31 days over and over: 153 in five.
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year as i32, month as u8, day as u8)
}

/// A day as `YYYY-MM-DD`.
#[inline]
pub fn push_date(out: &mut Vec<u8>, days: i32) {
    match kept_day(days) {
        Some(text) => out.extend_from_slice(text),
        None => push_other_date(out, days),
    }
}

#[inline]
fn kept_day(days: i32) -> Option<&'static [u8; 10]> {
    KEPT_DAYS.get(usize::try_from(days.wrapping_sub(FIRST_KEPT)).ok()?)
}

/// A day that is not kept, whose year may have more than four digits or be negative.
#[cold]
fn push_other_date(out: &mut Vec<u8>, days: i32) {
    let year = civil(days).0;
    if (0..=9_999).contains(&year) {
        out.extend_from_slice(&made_day(days));
    } else {
        push_int(out, year);
        out.extend_from_slice(&made_day(days)[4..]);
    }
}

/// Seconds of a day as `HH:MM:SS`.
#[inline]
pub fn push_time(out: &mut Vec<u8>, seconds: i32) {
    out.extend_from_slice(&time_text(seconds));
}

/// A moment as its date, `separator`, its time and the fraction of its second where it has one.
#[inline]
pub fn push_datetime(out: &mut Vec<u8>, micros: i64, separator: u8) {
    let (seconds, fraction) = (micros.div_euclid(SECOND_MICROS), micros.rem_euclid(SECOND_MICROS));
    // The range of 64-bit microseconds is 292,000 years each way: its days fit 32 bits.
    let days = seconds.div_euclid(DAY_SECONDS) as i32;
    let time = time_text(seconds.rem_euclid(DAY_SECONDS) as i32);
    // Texts of known length are put together first and appended at once, which is faster than part by part.
    let mut text = [separator; 19];
    text[11..].copy_from_slice(&time);
    if let Some(day) = kept_day(days) {
        text[..10].copy_from_slice(day);
        out.extend_from_slice(&text);
    } else {
        push_other_date(out, days);
        out.extend_from_slice(&text[10..]);
    }
    if fraction != 0 {
        let [a, b] = two((fraction / 10_000) as u8);
        let [c, d] = two((fraction / 100 % 100) as u8);
        let [e, f] = two((fraction % 100) as u8);
        out.extend_from_slice(&[b'.', a, b, c, d, e, f]);
    }
}

/// The text of a day, with the last four digits of its year where it has more.
fn made_day(days: i32) -> [u8; 10] {
    let (year, month, day) = civil(days);
    let year = year.unsigned_abs();
    let [y1, y2] = two((year / 100 % 100) as u8);
    let [y3, y4] = two((year % 100) as u8);
    let ([m1, m2], [d1, d2]) = (two(month), two(day));
    [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2]
}

#[inline]
fn time_text(seconds: i32) -> [u8; 8] {
    let [h1, h2] = two((seconds / 3_600) as u8);
    let [m1, m2] = two((seconds / 60 % 60) as u8);
    let [s1, s2] = two((seconds % 60) as u8);
    [h1, h2, b':', m1, m2, b':', s1, s2]
}

/// The digits of a number below 100.
#[inline]
fn two(number: u8) -> [u8; 2] {
    [b'0' + number / 10, b'0' + number % 10]
}

/// Bytes of any number. Most texts of a cell are short, and those are copied without calling for it.
#[inline]
pub fn push_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    match bytes.len() {
        0..4 => bytes.iter().for_each(|byte| out.push(*byte)),
        4..8 => push_ends::<4, 8>(out, bytes),
        8..16 => push_ends::<8, 16>(out, bytes),
        16..32 => push_ends::<16, 32>(out, bytes),
        _ => out.extend_from_slice(bytes),
    }
}

/// `HALF` to `WHOLE` bytes, as their beginning and their end, which may overlap; `WHOLE` is twice `HALF`.
#[inline]
fn push_ends<const HALF: usize, const WHOLE: usize>(out: &mut Vec<u8>, bytes: &[u8]) {
    let (Some(first), Some(last)) = (bytes.first_chunk::<HALF>(), bytes.last_chunk::<HALF>()) else { return };
    let (start, second) = (out.len(), bytes.len() - HALF);
    let mut text = [0; WHOLE];
    text[..HALF].copy_from_slice(first);
    if let Some(place) = text.get_mut(second..second + HALF) {
        place.copy_from_slice(last);
    }
    out.extend_from_slice(&text);
    out.truncate(start + bytes.len());
}

/// A whole number.
#[inline]
pub fn push_int(out: &mut Vec<u8>, number: impl itoa::Integer) {
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// A floating point number in the shortest form that reads back the same.
#[inline]
pub fn push_float(out: &mut Vec<u8>, number: f64) {
    out.extend_from_slice(ryu::Buffer::new().format(number).as_bytes());
}

/// A decimal with exactly `scale` digits behind the point.
#[inline]
pub fn push_decimal(out: &mut Vec<u8>, unscaled: i128, scale: u8) {
    if unscaled < 0 {
        out.push(b'-');
    }
    let mut buffer = itoa::Buffer::new();
    // Numbers of 64 bits are many times faster to write than wider ones.
    let digits = match u64::try_from(unscaled.unsigned_abs()) {
        Ok(narrow) => buffer.format(narrow),
        Err(_) => buffer.format(unscaled.unsigned_abs()),
    };
    let (digits, scale) = (digits.as_bytes(), usize::from(scale));
    if scale == 0 {
        out.extend_from_slice(digits);
        return;
    }
    let (whole, fraction) = digits.split_at(digits.len().saturating_sub(scale));
    out.extend_from_slice(if whole.is_empty() { b"0" } else { whole });
    out.push(b'.');
    out.resize(out.len() + scale - fraction.len(), b'0');
    out.extend_from_slice(fraction);
}

/// A UUID of 16 bytes in its usual form, lower case.
#[inline]
pub fn push_uuid(out: &mut Vec<u8>, bytes: &[u8]) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    for (n, byte) in bytes.iter().enumerate() {
        if matches!(n, 4 | 6 | 8 | 10) {
            out.push(b'-');
        }
        out.extend_from_slice(&[HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]]);
    }
}

/// Bytes as base64 (RFC 4648, padded).
#[inline]
pub fn push_base64(out: &mut Vec<u8>, bytes: &[u8]) {
    let start = out.len();
    out.resize(start + bytes.len().div_ceil(3) * 4, 0);
    let written = STANDARD.encode_slice(bytes, &mut out[start..]).unwrap_or_default();
    out.truncate(start + written);
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, NaiveDate};

    fn text(push: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        push(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn every_day_of_the_calendar_agrees_with_chrono() {
        let mut date = NaiveDate::from_ymd_opt(1, 1, 1).unwrap();
        let epoch = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
        let last = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap();
        while date < last {
            let days = i32::try_from((date - epoch).num_days()).unwrap();
            assert_eq!(civil(days), (date.year(), date.month() as u8, date.day() as u8));
            date = date.succ_opt().unwrap();
        }
    }

    #[test]
    fn days_that_are_kept_read_as_those_made_anew() {
        assert_eq!((civil(FIRST_KEPT), civil(FIRST_KEPT + KEPT - 1)), ((1900, 1, 1), (2099, 12, 31)));
        for days in (FIRST_KEPT - 400..FIRST_KEPT + KEPT + 400).chain([-719_528, -719_529, 2_932_896, 2_932_897]) {
            let (year, month, day) = civil(days);
            let expect =
                if year < 0 { format!("{year}-{month:02}-{day:02}") } else { format!("{year:04}-{month:02}-{day:02}") };
            assert_eq!(text(|out| push_date(out, days)), expect);
        }
    }

    #[test]
    fn bytes_of_any_number_are_copied_whole() {
        let all: Vec<u8> = (0..40).collect();
        for length in 0..40 {
            let mut out = b"before".to_vec();
            push_bytes(&mut out, &all[..length]);
            assert_eq!((&out[..6], &out[6..]), (&b"before"[..], &all[..length]));
        }
    }

    #[test]
    fn moments_before_and_after_1970() {
        let check = |micros, expect: &str| assert_eq!(text(|out| push_datetime(out, micros, b'T')), expect);
        check(0, "1970-01-01T00:00:00");
        check(-1, "1969-12-31T23:59:59.999999");
        check(1_500_000, "1970-01-01T00:00:01.500000");
        check(-62_135_596_800_000_000, "0001-01-01T00:00:00");
        check(253_402_300_800_000_000, "10000-01-01T00:00:00");
    }

    #[test]
    fn decimals_keep_their_scale() {
        let check = |unscaled, scale, expect: &str| assert_eq!(text(|out| push_decimal(out, unscaled, scale)), expect);
        check(0, 2, "0.00");
        check(-5, 2, "-0.05");
        check(12_345, 2, "123.45");
        check(7, 0, "7");
        check(i128::MIN, 38, "-1.70141183460469231731687303715884105728");
    }

    #[test]
    fn bytes_and_uuids() {
        assert_eq!(text(|out| push_base64(out, b"ab")), "YWI=");
        assert_eq!(text(|out| push_base64(out, b"")), "");
        let bytes: Vec<u8> = (0..16).collect();
        assert_eq!(text(|out| push_uuid(out, &bytes)), "00010203-0405-0607-0809-0a0b0c0d0e0f");
    }
}
