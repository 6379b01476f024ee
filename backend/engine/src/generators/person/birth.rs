//! `person.birth_date` and `person.age`: of the same person, so that the age is the birth date's.

use std::sync::Arc;

use arrow_array::types::{Float64Type, Int32Type, Int64Type};
use arrow_array::{ArrayRef, PrimitiveArray};
use arrow_schema::DataType;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use dmb_spec::time::Span;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamDescriptor, ParamKind,
    ParamProblem, Words,
};
use crate::generators::support::describe::{bundle, defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::window::{DAY, column};

use super::bundle::{People, Person, Slot};

/// Dates of birth.
pub(crate) struct BirthDate;
/// Ages in whole years.
pub(crate) struct Age;

impl Generator for BirthDate {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "person.birth_date",
            words("Date of birth", "Fecha de nacimiento"),
            words(
                "Dates of birth of people of an age range as of the design's now.",
                "Fechas de nacimiento de personas de un intervalo de edades, según el ahora del diseño.",
            ),
            &[FieldType::Date, FieldType::Datetime],
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let births = Births::compile(params, cx)?;
        Ok(Box::new(Dates { births, data_type: cx.data_type.clone() }))
    }
}

impl Generator for Age {
    fn descriptor(&self) -> Descriptor {
        descriptor(
            "person.age",
            words("Age", "Edad"),
            words(
                "Whole years of age as of the design's now, in agreement with the date of birth of the same ages.",
                "Años cumplidos según el ahora del diseño, en concordancia con la fecha de nacimiento de las mismas edades.",
            ),
            &[FieldType::Integer, FieldType::BigInteger, FieldType::Float],
        )
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let births = Births::compile(params, cx)?;
        Ok(Box::new(Ages { births, data_type: cx.data_type.clone() }))
    }
}

fn descriptor(name: &'static str, label: Words, description: Words, produces: &'static [FieldType]) -> Descriptor {
    Descriptor {
        name,
        family: Family::Person,
        label,
        description,
        produces,
        params: params(),
        example: json!({ "min_age": 18, "max_age": 90 }),
        localized: false,
        unique: false,
    }
}

fn params() -> Vec<ParamDescriptor> {
    let mut params = ages();
    params.push(bundle(&["person"]));
    params
}

/// `min_age` and `max_age`.
pub(crate) fn ages() -> Vec<ParamDescriptor> {
    let age = |name, label, help, default: i64| {
        defaulted(name, ParamKind::Integer { min: Some(0), max: Some(120) }, label, help, default)
    };
    let help = words(
        "Whole years; give the same to date of birth and age.",
        "Años cumplidos; indique lo mismo en la fecha de nacimiento y la edad.",
    );
    vec![
        age("min_age", words("Youngest", "Edad mínima"), help, 18),
        age("max_age", words("Oldest", "Edad máxima"), help, 90),
    ]
}

/// A row's person with the date of birth, to whom a document belongs.
pub(crate) struct Holder<'a> {
    pub(crate) person: Person<'a>,
    pub(crate) born: NaiveDate,
}

/// The dates of birth of a bundle's people.
pub(crate) struct Births {
    people: People,
    /// Earliest day of birth, counted from 1970, and how many days there are.
    first: i64,
    days: u64,
    as_of: DateTime<Utc>,
}

impl Births {
    fn compile(params: &Params, cx: &CompileContext<'_>) -> Result<Self, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let births = Self::read(&mut reader, cx);
        reader.finish(births)
    }

    /// The births that `min_age`, `max_age`, `locale` and `bundle` of the parameters speak of.
    pub(crate) fn read(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let people = People::compile(reader, cx);
        let youngest = reader.integer("min_age", (0, 120), 18);
        let oldest = reader.integer("max_age", (0, 120), youngest.max(90));
        if youngest > oldest {
            reader.problem("min_age", "empty_range", format!("min_age {youngest} is above max_age {oldest}"));
        }
        let ago = |years: i64| {
            let span = Span { months: -12 * years as i32, micros: 0 };
            span.add_to(cx.as_of).timestamp_micros().div_euclid(DAY)
        };
        // One who turns max_age + 1 today is too old by a day.
        let (first, last) = (ago(oldest + 1) + 1, ago(youngest));
        let days = (last - first + 1).max(1) as u64;
        Self { people, first, days, as_of: cx.as_of }
    }

    /// The row's person with the date of birth.
    pub(crate) fn holder(&self, row: u64) -> Holder<'_> {
        let born = DateTime::from_timestamp_micros(self.day(row) * DAY).unwrap_or(self.as_of).date_naive();
        Holder { person: self.people.at(row), born }
    }

    /// Day of birth of the row's person, counted from 1970.
    fn day(&self, row: u64) -> i64 {
        let share = self.people.bits(Slot::Birth, row);
        self.first + ((u128::from(share) * u128::from(self.days)) >> 64) as i64
    }

    /// Whole years since a day.
    fn age(&self, day: i64) -> i64 {
        let today = self.as_of.date_naive();
        let Some(born) = DateTime::from_timestamp_micros(day * DAY).map(|d| d.date_naive()) else { return 0 };
        let before_birthday = (today.month(), today.day()) < (born.month(), born.day());
        i64::from(today.year() - born.year()) - i64::from(before_birthday)
    }
}

struct Dates {
    births: Births,
    data_type: DataType,
}

impl Filler for Dates {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        column(&self.data_type, cx.rows.iter().map(|&row| Some(self.births.day(row) * DAY)))
    }
}

struct Ages {
    births: Births,
    data_type: DataType,
}

impl Filler for Ages {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let ages = cx.rows.iter().map(|&row| self.births.age(self.births.day(row)));
        Ok(match self.data_type {
            DataType::Int32 => Arc::new(PrimitiveArray::<Int32Type>::from_iter_values(ages.map(|a| a as i32))),
            DataType::Float64 => Arc::new(PrimitiveArray::<Float64Type>::from_iter_values(ages.map(|a| a as f64))),
            _ => Arc::new(PrimitiveArray::<Int64Type>::from_iter_values(ages)),
        })
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Date32Type;

    use super::*;
    use crate::testing::{Trial, as_of, fill};

    #[test]
    fn the_age_is_that_of_the_birth_date_and_within_bounds() {
        let params = json!({ "min_age": 30, "max_age": 31 });
        let born = fill("person.birth_date", params.clone(), FieldType::Date, 2_000);
        let ages = fill("person.age", params, FieldType::Integer, 2_000);
        let mut seen = [0; 2];
        for (day, age) in
            born.as_primitive::<Date32Type>().values().iter().zip(ages.as_primitive::<Int32Type>().values())
        {
            let born = DateTime::from_timestamp(i64::from(*day) * 86_400, 0).unwrap().date_naive();
            assert_eq!(as_of().date_naive().years_since(born), Some(*age as u32));
            seen[*age as usize - 30] += 1;
        }
        assert!(seen.iter().all(|n| *n > 900), "{seen:?}");
    }

    #[test]
    fn ages_the_wrong_way_round_are_refused() {
        assert!(
            Trial::new("person.age", json!({ "min_age": 40, "max_age": 20 }), FieldType::Integer).compile().is_err()
        );
    }
}
