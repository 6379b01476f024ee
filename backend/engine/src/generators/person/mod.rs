//! People: names, sex, birth, occupation. The columns of a row agree with one another (see [`bundle`]).

use crate::generator::Generator;

pub(crate) mod birth;
pub(crate) mod bundle;
mod names;
mod sex;
mod work;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[
    &names::FullName,
    &names::FirstName,
    &names::LastName,
    &work::Title,
    &sex::Sex,
    &birth::BirthDate,
    &birth::Age,
    &work::JobTitle,
];
