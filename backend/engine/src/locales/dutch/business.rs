//! Industries and departments.

/// Industries.
#[rustfmt::skip]
pub(in crate::locales) const INDUSTRIES: &[&str] = &[
    "Landbouw", "Auto-industrie", "Banken", "Chemie", "Bouw", "Onderwijs", "Elektronica", "Energie", "Amusement",
    "Mode", "Voeding en dranken", "Overheid", "Gezondheidszorg", "Horeca", "Verzekeringen", "Logistiek",
    "Machinebouw", "Media", "Delfstoffenwinning", "Farmacie", "Vastgoed", "Detailhandel", "Software",
    "Telecommunicatie", "Textiel", "Vervoer", "Toerisme", "Nutsbedrijven", "Tuinbouw", "Scheepvaart",
];

/// Departments of a company.
#[rustfmt::skip]
pub(in crate::locales) const DEPARTMENTS: &[&str] = &[
    "Verkoop", "Marketing", "Financiën", "Personeelszaken", "Ontwikkeling", "Klantenservice", "Productie",
    "Juridische Zaken", "Automatisering", "Inkoop", "Onderzoek", "Logistiek", "Kwaliteit", "Administratie",
    "Communicatie", "Directie",
];
