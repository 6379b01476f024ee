//! Industries and departments.

/// Industries.
#[rustfmt::skip]
pub(in crate::locales) const INDUSTRIES: &[&str] = &[
    "Agricultura", "Automoción", "Banca", "Química", "Construcción", "Educación", "Electrónica", "Energía",
    "Entretenimiento", "Moda", "Alimentación y bebidas", "Administración pública", "Sanidad", "Hostelería",
    "Seguros", "Logística", "Manufactura", "Medios de comunicación", "Minería", "Farmacéutica", "Inmobiliaria",
    "Comercio minorista", "Software", "Telecomunicaciones", "Textil", "Transporte", "Turismo",
    "Servicios públicos",
];

/// Departments of a company.
#[rustfmt::skip]
pub(in crate::locales) const DEPARTMENTS: &[&str] = &[
    "Ventas", "Marketing", "Finanzas", "Recursos Humanos", "Ingeniería", "Atención al Cliente", "Operaciones",
    "Jurídico", "Sistemas", "Compras", "Investigación y Desarrollo", "Logística", "Calidad", "Administración",
];
