//! Moments as logs write them, in UTC.

use chrono::{DateTime, Datelike, Timelike, Utc};

use super::text::TextColumn;

/// How a moment is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stamp {
    /// `2026-01-05T10:11:12.345Z` (RFC 3339).
    Iso,
    /// `2026-01-05 10:11:12,345`.
    Plain,
    /// `05/Jan/2026:10:11:12 +0000` (Common Log Format).
    Common,
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Writes a moment given in microseconds since 1970.
pub(crate) fn write_stamp(micros: i64, stamp: Stamp, out: &mut TextColumn) {
    let moment: DateTime<Utc> = DateTime::from_timestamp_micros(micros).unwrap_or_default();
    let (year, month, day) = (u64::from(moment.year().unsigned_abs()), moment.month(), moment.day());
    let time = [moment.hour(), moment.minute(), moment.second()];
    let parts = |out: &mut TextColumn, parts: &[u32], between: &str| {
        for (n, part) in parts.iter().enumerate() {
            if n > 0 {
                out.push(between);
            }
            out.push_padded(u64::from(*part), 2);
        }
    };
    let millis = u64::from(moment.timestamp_subsec_millis());
    match stamp {
        Stamp::Common => {
            out.push_padded(u64::from(day), 2);
            out.push("/");
            out.push(MONTHS[month as usize - 1]);
            out.push("/");
            out.push_padded(year, 4);
            out.push(":");
            parts(out, &time, ":");
            out.push(" +0000");
        }
        Stamp::Iso | Stamp::Plain => {
            let (between, point, zone) = if stamp == Stamp::Iso { ("T", ".", "Z") } else { (" ", ",", "") };
            out.push_padded(year, 4);
            out.push("-");
            parts(out, &[month, day], "-");
            out.push(between);
            parts(out, &time, ":");
            out.push(point);
            out.push_padded(millis, 3);
            out.push(zone);
        }
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;

    use super::*;

    #[test]
    fn moments_are_written_in_the_form_of_each_log() {
        let mut out = TextColumn::new(3, 24, None);
        for stamp in [Stamp::Iso, Stamp::Plain, Stamp::Common] {
            write_stamp(1_767_607_872_345_678, stamp, &mut out);
            out.end();
        }
        let made = out.finish().unwrap();
        let made: Vec<_> = made.as_string::<i32>().iter().flatten().collect();
        let expect = ["2026-01-05T10:11:12.345Z", "2026-01-05 10:11:12,345", "05/Jan/2026:10:11:12 +0000"];
        assert_eq!(made, expect);
    }
}
