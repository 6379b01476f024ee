//! Industries and departments.

use crate::locales::types::{Industry, industry};

/// Industries.
#[rustfmt::skip]
pub(in crate::locales) const INDUSTRIES: &[Industry] = &[
    industry("Agriculture", "1111", "01.11"), industry("Agroalimentaire", "3119", "10.89"),
    industry("Aéronautique", "3364", "30.30"), industry("Assurance", "5241", "65.12"),
    industry("Automobile", "3361", "29.10"), industry("Banque", "5221", "64.19"),
    industry("Bâtiment et travaux publics", "2362", "41.20"), industry("Chimie", "3251", "20.14"),
    industry("Commerce de détail", "4551", "47.19"), industry("Commerce de gros", "4249", "46.90"),
    industry("Conseil", "5416", "70.22"), industry("Cosmétiques", "3256", "20.42"),
    industry("Édition", "5131", "58.11"), industry("Éducation", "6111", "85.31"),
    industry("Électronique", "3344", "26.11"), industry("Énergie", "2211", "35.11"),
    industry("Hôtellerie et restauration", "7211", "55.10"), industry("Immobilier", "5311", "68.20"),
    industry("Industrie manufacturière", "3399", "32.99"), industry("Informatique", "5132", "62.01"),
    industry("Logistique", "4931", "52.29"), industry("Luxe", "3399", "32.12"), industry("Médias", "5131", "58.13"),
    industry("Métallurgie", "3311", "24.10"), industry("Mode", "3152", "14.13"),
    industry("Pharmacie", "3254", "21.20"), industry("Santé", "6221", "86.10"),
    industry("Secteur public", "9211", "84.11"), industry("Services aux entreprises", "5613", "78.20"),
    industry("Services à la personne", "8121", "96.02"), industry("Sports et loisirs", "7139", "93.29"),
    industry("Télécommunications", "5171", "61.10"), industry("Textile", "3132", "13.20"),
    industry("Tourisme", "5615", "79.11"), industry("Transports", "4841", "49.41"),
    industry("Viticulture", "3121", "11.02"),
];

/// Departments of a company.
#[rustfmt::skip]
pub(in crate::locales) const DEPARTMENTS: &[&str] = &[
    "Achats", "Administration", "Commercial", "Communication", "Comptabilité", "Direction générale", "Finances",
    "Informatique", "Juridique", "Logistique", "Marketing", "Production", "Qualité", "Recherche et développement",
    "Ressources humaines", "Service client", "Systèmes d'information", "Ventes à l'export", "Maintenance", "Sécurité",
];
