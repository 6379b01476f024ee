//! Industries and departments.

/// Industries.
#[rustfmt::skip]
pub(in crate::locales) const INDUSTRIES: &[&str] = &[
    "Landwirtschaft", "Automobilindustrie", "Banken", "Chemie", "Baugewerbe", "Bildung", "Elektronik", "Energie",
    "Unterhaltung", "Mode", "Lebensmittel und Getränke", "Öffentliche Verwaltung", "Gesundheitswesen", "Gastgewerbe",
    "Versicherungen", "Logistik", "Maschinenbau", "Medien", "Bergbau", "Pharma", "Immobilien", "Einzelhandel",
    "Software", "Telekommunikation", "Textilien", "Verkehr", "Tourismus", "Versorgung", "Elektrotechnik", "Handwerk",
];

/// Departments of a company.
#[rustfmt::skip]
pub(in crate::locales) const DEPARTMENTS: &[&str] = &[
    "Vertrieb", "Marketing", "Finanzen", "Personal", "Entwicklung", "Kundendienst", "Produktion", "Recht", "IT",
    "Einkauf", "Forschung", "Logistik", "Qualitätssicherung", "Verwaltung", "Buchhaltung", "Geschäftsführung",
];
