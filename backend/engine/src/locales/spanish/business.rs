//! Industries and departments.

use crate::locales::types::{Industry, industry};

/// Industries.
#[rustfmt::skip]
pub(in crate::locales) const INDUSTRIES: &[Industry] = &[
    industry("Agricultura", "1111", "01.11"), industry("Automoción", "3361", "29.10"),
    industry("Banca", "5221", "64.19"), industry("Química", "3251", "20.14"),
    industry("Construcción", "2362", "41.20"), industry("Educación", "6111", "85.31"),
    industry("Electrónica", "3344", "26.11"), industry("Energía", "2211", "35.11"),
    industry("Entretenimiento", "7111", "90.01"), industry("Moda", "3152", "14.13"),
    industry("Alimentación y bebidas", "3119", "10.89"), industry("Administración pública", "9211", "84.11"),
    industry("Sanidad", "6221", "86.10"), industry("Hostelería", "7211", "55.10"),
    industry("Seguros", "5241", "65.12"), industry("Logística", "4931", "52.29"),
    industry("Manufactura", "3399", "32.99"), industry("Medios de comunicación", "5131", "58.13"),
    industry("Minería", "2122", "07.29"), industry("Farmacéutica", "3254", "21.20"),
    industry("Inmobiliaria", "5311", "68.20"), industry("Comercio minorista", "4551", "47.19"),
    industry("Software", "5132", "62.01"), industry("Telecomunicaciones", "5171", "61.10"),
    industry("Textil", "3132", "13.20"), industry("Transporte", "4841", "49.41"),
    industry("Turismo", "5615", "79.11"), industry("Servicios públicos", "2213", "36.00"),
];

/// Departments of a company.
#[rustfmt::skip]
pub(in crate::locales) const DEPARTMENTS: &[&str] = &[
    "Ventas", "Marketing", "Finanzas", "Recursos Humanos", "Ingeniería", "Atención al Cliente", "Operaciones",
    "Jurídico", "Sistemas", "Compras", "Investigación y Desarrollo", "Logística", "Calidad", "Administración",
];
