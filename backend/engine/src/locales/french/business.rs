//! Industries and departments.

/// Industries.
#[rustfmt::skip]
pub(in crate::locales) const INDUSTRIES: &[&str] = &[
    "Agriculture", "Agroalimentaire", "Aéronautique", "Assurance", "Automobile", "Banque",
    "Bâtiment et travaux publics", "Chimie", "Commerce de détail", "Commerce de gros", "Conseil", "Cosmétiques",
    "Édition", "Éducation", "Électronique", "Énergie", "Hôtellerie et restauration", "Immobilier",
    "Industrie manufacturière", "Informatique", "Logistique", "Luxe", "Médias", "Métallurgie", "Mode", "Pharmacie",
    "Santé", "Secteur public", "Services aux entreprises", "Services à la personne", "Sports et loisirs",
    "Télécommunications", "Textile", "Tourisme", "Transports", "Viticulture",
];

/// Departments of a company.
#[rustfmt::skip]
pub(in crate::locales) const DEPARTMENTS: &[&str] = &[
    "Achats", "Administration", "Commercial", "Communication", "Comptabilité", "Direction générale", "Finances",
    "Informatique", "Juridique", "Logistique", "Marketing", "Production", "Qualité", "Recherche et développement",
    "Ressources humaines", "Service client", "Systèmes d'information", "Ventes à l'export", "Maintenance", "Sécurité",
];
