//! Industries and departments.

/// Industries.
#[rustfmt::skip]
pub(in crate::locales) const INDUSTRIES: &[&str] = &[
    "Agriculture", "Automotive", "Banking", "Chemicals", "Construction", "Education", "Electronics", "Energy",
    "Entertainment", "Fashion", "Food and beverages", "Government", "Health care", "Hospitality", "Insurance",
    "Logistics", "Manufacturing", "Media", "Mining", "Pharmaceuticals", "Real estate", "Retail", "Software",
    "Telecommunications", "Textiles", "Transport", "Travel", "Utilities",
];

/// Departments of a company.
#[rustfmt::skip]
pub(in crate::locales) const DEPARTMENTS: &[&str] = &[
    "Sales", "Marketing", "Finance", "Human Resources", "Engineering", "Customer Service", "Operations", "Legal",
    "Information Technology", "Purchasing", "Research and Development", "Logistics", "Quality", "Administration",
];
