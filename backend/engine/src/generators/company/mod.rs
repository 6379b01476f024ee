//! Companies, their parts and their people at work. Name, legal form, industry with its code and domain of a row agree (see
//! [`bundle`]).

use crate::generator::Generator;

pub(crate) mod bundle;
mod industry_code;
mod name;
mod staff;
mod terms;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[
    &name::Name,
    &name::LegalForm,
    &name::Industry,
    &industry_code::IndustryCode,
    &name::Department,
    &terms::CATCH_PHRASE,
    &terms::SLOGAN,
    &staff::EmployeeCount,
    &staff::EmployeeId,
    &terms::SENIORITY,
    &terms::CONTRACT_TYPE,
    &terms::STOCK_MARKET,
];
