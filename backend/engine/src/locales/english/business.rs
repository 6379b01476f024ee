//! Industries and departments.

use crate::locales::types::{Industry, industry};

/// Industries.
#[rustfmt::skip]
pub(in crate::locales) const INDUSTRIES: &[Industry] = &[
    industry("Agriculture", "1111", "01.11"), industry("Automotive", "3361", "29.10"),
    industry("Banking", "5221", "64.19"), industry("Chemicals", "3251", "20.14"),
    industry("Construction", "2362", "41.20"), industry("Education", "6111", "85.31"),
    industry("Electronics", "3344", "26.11"), industry("Energy", "2211", "35.11"),
    industry("Entertainment", "7111", "90.01"), industry("Fashion", "3152", "14.13"),
    industry("Food and beverages", "3119", "10.89"), industry("Government", "9211", "84.11"),
    industry("Health care", "6221", "86.10"), industry("Hospitality", "7211", "55.10"),
    industry("Insurance", "5241", "65.12"), industry("Logistics", "4931", "52.29"),
    industry("Manufacturing", "3399", "32.99"), industry("Media", "5131", "58.13"),
    industry("Mining", "2122", "07.29"), industry("Pharmaceuticals", "3254", "21.20"),
    industry("Real estate", "5311", "68.20"), industry("Retail", "4551", "47.19"),
    industry("Software", "5132", "62.01"), industry("Telecommunications", "5171", "61.10"),
    industry("Textiles", "3132", "13.20"), industry("Transport", "4841", "49.41"),
    industry("Travel", "5615", "79.11"), industry("Utilities", "2213", "36.00"),
];

/// Departments of a company.
#[rustfmt::skip]
pub(in crate::locales) const DEPARTMENTS: &[&str] = &[
    "Sales", "Marketing", "Finance", "Human Resources", "Engineering", "Customer Service", "Operations", "Legal",
    "Information Technology", "Purchasing", "Research and Development", "Logistics", "Quality", "Administration",
];
