//! Numbers of identity documents, taxpayers and companies, a file a country, with right check digits; they belong to nobody
//! known. Those that code a name, sex or birth tell of the row's person. Columns of one bundle agree: a NIF is the DNI of the
//! same person, a SIRET begins with the SIREN of the same company (unique columns aside, which count their own).

use crate::generator::{Family, Generator, Words};

use super::support::numbered::Numbered;
use super::support::serial::Series;

mod brazil;
mod europe;
mod france;
mod germany;
mod italy;
mod letters;
mod licence;
mod mexico;
mod national;
mod netherlands;
mod passport;
mod portugal;
mod south_america;
mod spain;
#[cfg(test)]
mod tests;
mod united_kingdom;
mod united_states;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[
    &national::PERSON,
    &national::COMPANY,
    &passport::PASSPORT,
    &licence::LICENCE,
    &licence::STATE_LICENCE,
    &spain::DNI,
    &spain::NIE,
    &spain::NIF,
    &mexico::CURP,
    &mexico::RFC,
    &mexico::NSS,
    &south_america::CO_CEDULA,
    &south_america::CO_NIT,
    &south_america::CL_RUT,
    &south_america::AR_DNI,
    &south_america::AR_CUIT,
    &united_states::SSN,
    &united_states::ITIN,
    &united_states::EIN,
    &united_kingdom::NINO,
    &united_kingdom::NHS,
    &united_kingdom::UTR,
    &united_kingdom::VAT,
    &brazil::CPF,
    &brazil::CNPJ,
    &france::NIR,
    &france::SIREN,
    &france::SIRET,
    &france::VAT,
    &germany::TAX_ID,
    &germany::VAT,
    &italy::CODE,
    &italy::VAT,
    &netherlands::BSN,
    &netherlands::BTW,
    &portugal::NIF,
    &europe::VAT,
];

/// An entry of this family.
const fn document(
    name: &'static str,
    label: Words,
    description: Words,
    series: &'static [&'static Series],
) -> Numbered {
    Numbered::new(name, Family::Identity, label, description, series).shared()
}
