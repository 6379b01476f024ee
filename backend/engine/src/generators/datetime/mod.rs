//! Dates, times of day and moments; ranges relative to the design's "now", distances from other fields, series that go
//! from row to row, working days, and what calendars and clocks say of a date.

use crate::generator::Generator;

mod age;
mod between;
mod business;
mod cron;
mod date;
mod duration;
mod format;
mod names;
mod offset;
mod ordered;
mod parts;
mod period;
mod recent;
mod recurring;
mod time;
mod timeline;
mod told;
mod zone;
mod zones;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[
    &between::Between,
    &date::Date,
    &recent::Recent,
    &time::Time,
    &offset::Offset,
    &business::BusinessDay,
    &business::BusinessHours,
    &ordered::Ordered,
    &ordered::Events,
    &recurring::Recurring,
    &period::Period,
    &age::Age,
    &duration::Duration,
    &parts::Year,
    &parts::Quarter,
    &parts::Month,
    &parts::IsoWeek,
    &parts::Weekday,
    &parts::Unix,
    &format::Format,
    &zone::TimeZone,
    &zone::UtcOffset,
    &cron::Cron,
];
