//! The identity number that people of each country are usually known by, and that of companies.

use crate::generators::support::describe::words;
use crate::generators::support::numbered::{Choice, LOCALE, Numbered};

use super::{
    brazil, document, france, germany, italy, mexico, netherlands, portugal, south_america, spain, united_kingdom,
    united_states,
};

const COUNTRIES: &[&str] = &[LOCALE, "US", "GB", "ES", "MX", "CO", "CL", "AR", "BR", "FR", "DE", "IT", "NL", "PT"];

/// Numbers of people.
pub(super) static PERSON: Numbered = document(
    "identity.national_id",
    words("National identity number", "Número de identidad nacional"),
    words(
        "The number people of the country are known by: SSN, NINO, DNI, CURP, cédula, RUT, CPF, NIR, tax ID, codice \
         fiscale, BSN or NIF.",
        "El número por el que se identifica a las personas del país: SSN, NINO, DNI, CURP, cédula, RUT, CPF, NIR, \
         Steuer-ID, codice fiscale, BSN o NIF.",
    ),
    &[
        &united_states::SSN_SERIES,
        &united_kingdom::NINO_SERIES,
        &spain::DNI_SERIES,
        &mexico::CURP_SERIES,
        &south_america::CEDULA_SERIES,
        &south_america::RUT_SERIES,
        &south_america::AR_DNI_SERIES,
        &brazil::CPF_SERIES,
        &france::NIR_SERIES,
        &germany::TAX_ID_SERIES,
        &italy::CODE_SERIES,
        &netherlands::BSN_SERIES,
        &portugal::NIF_SERIES,
    ],
)
.choose(Choice::country(COUNTRIES), LOCALE);

/// Numbers of companies.
pub(super) static COMPANY: Numbered = document(
    "identity.company_tax_id",
    words("Company tax number", "Número fiscal de empresa"),
    words(
        "The number companies of the country are known by: EIN, VAT number, NIF, RFC, NIT, RUT, CUIT, CNPJ, SIREN or \
         partita IVA.",
        "El número por el que se identifica a las empresas del país: EIN, número de IVA, NIF, RFC, NIT, RUT, CUIT, CNPJ, \
         SIREN o partita IVA.",
    ),
    &[
        &united_states::EIN_SERIES,
        &united_kingdom::VAT_SERIES,
        &spain::CIF_SERIES,
        &mexico::COMPANY_RFC_SERIES,
        &south_america::COMPANY_NIT_SERIES,
        &south_america::COMPANY_RUT_SERIES,
        &south_america::COMPANY_CUIT_SERIES,
        &brazil::CNPJ_SERIES,
        &france::SIREN_SERIES,
        &germany::VAT_SERIES,
        &italy::VAT_SERIES,
        &netherlands::BTW_SERIES,
        &portugal::COMPANY_SERIES,
    ],
)
.choose(Choice::country(COUNTRIES), LOCALE);
