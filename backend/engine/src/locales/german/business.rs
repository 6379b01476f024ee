//! Industries and departments.

use crate::locales::types::{Industry, industry};

/// Industries.
#[rustfmt::skip]
pub(in crate::locales) const INDUSTRIES: &[Industry] = &[
    industry("Landwirtschaft", "1111", "01.11"), industry("Automobilindustrie", "3361", "29.10"),
    industry("Banken", "5221", "64.19"), industry("Chemie", "3251", "20.14"),
    industry("Baugewerbe", "2362", "41.20"), industry("Bildung", "6111", "85.31"),
    industry("Elektronik", "3344", "26.11"), industry("Energie", "2211", "35.11"),
    industry("Unterhaltung", "7111", "90.01"), industry("Mode", "3152", "14.13"),
    industry("Lebensmittel und Getränke", "3119", "10.89"), industry("Öffentliche Verwaltung", "9211", "84.11"),
    industry("Gesundheitswesen", "6221", "86.10"), industry("Gastgewerbe", "7211", "55.10"),
    industry("Versicherungen", "5241", "65.12"), industry("Logistik", "4931", "52.29"),
    industry("Maschinenbau", "3339", "28.29"), industry("Medien", "5131", "58.13"),
    industry("Bergbau", "2122", "07.29"), industry("Pharma", "3254", "21.20"),
    industry("Immobilien", "5311", "68.20"), industry("Einzelhandel", "4551", "47.19"),
    industry("Software", "5132", "62.01"), industry("Telekommunikation", "5171", "61.10"),
    industry("Textilien", "3132", "13.20"), industry("Verkehr", "4841", "49.41"),
    industry("Tourismus", "5615", "79.11"), industry("Versorgung", "2213", "36.00"),
    industry("Elektrotechnik", "3353", "27.11"), industry("Handwerk", "2382", "43.21"),
];

/// Departments of a company.
#[rustfmt::skip]
pub(in crate::locales) const DEPARTMENTS: &[&str] = &[
    "Vertrieb", "Marketing", "Finanzen", "Personal", "Entwicklung", "Kundendienst", "Produktion", "Recht", "IT",
    "Einkauf", "Forschung", "Logistik", "Qualitätssicherung", "Verwaltung", "Buchhaltung", "Geschäftsführung",
];
