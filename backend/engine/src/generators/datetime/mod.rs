//! Dates, times of day and moments; ranges relative to the design's "now", and distances from other fields.

use crate::generator::Generator;

mod between;
mod date;
mod offset;
mod recent;
mod time;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] =
    &[&between::Between, &date::Date, &recent::Recent, &time::Time, &offset::Offset];
