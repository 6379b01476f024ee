//! Industries and departments.

use crate::locales::types::{Industry, industry};

/// Industries.
#[rustfmt::skip]
pub(in crate::locales) const INDUSTRIES: &[Industry] = &[
    industry("Landbouw", "1111", "01.11"), industry("Auto-industrie", "3361", "29.10"),
    industry("Banken", "5221", "64.19"), industry("Chemie", "3251", "20.14"), industry("Bouw", "2362", "41.20"),
    industry("Onderwijs", "6111", "85.31"), industry("Elektronica", "3344", "26.11"),
    industry("Energie", "2211", "35.11"), industry("Amusement", "7111", "90.01"), industry("Mode", "3152", "14.13"),
    industry("Voeding en dranken", "3119", "10.89"), industry("Overheid", "9211", "84.11"),
    industry("Gezondheidszorg", "6221", "86.10"), industry("Horeca", "7211", "55.10"),
    industry("Verzekeringen", "5241", "65.12"), industry("Logistiek", "4931", "52.29"),
    industry("Machinebouw", "3339", "28.29"), industry("Media", "5131", "58.13"),
    industry("Delfstoffenwinning", "2122", "07.29"), industry("Farmacie", "3254", "21.20"),
    industry("Vastgoed", "5311", "68.20"), industry("Detailhandel", "4551", "47.19"),
    industry("Software", "5132", "62.01"), industry("Telecommunicatie", "5171", "61.10"),
    industry("Textiel", "3132", "13.20"), industry("Vervoer", "4841", "49.41"),
    industry("Toerisme", "5615", "79.11"), industry("Nutsbedrijven", "2213", "36.00"),
    industry("Tuinbouw", "1114", "01.19"), industry("Scheepvaart", "4831", "50.20"),
];

/// Departments of a company.
#[rustfmt::skip]
pub(in crate::locales) const DEPARTMENTS: &[&str] = &[
    "Verkoop", "Marketing", "Financiën", "Personeelszaken", "Ontwikkeling", "Klantenservice", "Productie",
    "Juridische Zaken", "Automatisering", "Inkoop", "Onderzoek", "Logistiek", "Kwaliteit", "Administratie",
    "Communicatie", "Directie",
];
