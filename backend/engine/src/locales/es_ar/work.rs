//! Occupations, and what company names, industries and departments are made of.

use crate::locales::types::{Industry, industry};

/// Occupations, as said of a man and of a woman.
#[rustfmt::skip]
pub(super) const JOBS: &[(&str, &str)] = &[
    ("Abogado", "Abogada"), ("Actuario", "Actuaria"), ("Administrativo", "Administrativa"),
    ("Agente de viajes", "Agente de viajes"), ("Agrimensor", "Agrimensora"), ("Albañil", "Albañil"),
    ("Analista de datos", "Analista de datos"), ("Analista de sistemas", "Analista de sistemas"),
    ("Analista financiero", "Analista financiera"), ("Arquitecto", "Arquitecta"),
    ("Asesor de seguros", "Asesora de seguros"), ("Auxiliar contable", "Auxiliar contable"), ("Azafato", "Azafata"),
    ("Bibliotecario", "Bibliotecaria"), ("Bioquímico", "Bioquímica"), ("Bombero", "Bombera"), ("Cadete", "Cadeta"),
    ("Cajero", "Cajera"), ("Camionero", "Camionera"), ("Carnicero", "Carnicera"), ("Carpintero", "Carpintera"),
    ("Científico de datos", "Científica de datos"), ("Cocinero", "Cocinera"), ("Colectivero", "Colectivera"),
    ("Consultor", "Consultora"), ("Contador público", "Contadora pública"),
    ("Coordinador de logística", "Coordinadora de logística"), ("Corredor inmobiliario", "Corredora inmobiliaria"),
    ("Desarrollador web", "Desarrolladora web"), ("Despachante de aduana", "Despachante de aduana"),
    ("Director comercial", "Directora comercial"), ("Diseñador gráfico", "Diseñadora gráfica"),
    ("Economista", "Economista"), ("Electricista", "Electricista"), ("Empleado bancario", "Empleada bancaria"),
    ("Empleado de comercio", "Empleada de comercio"), ("Encargado de depósito", "Encargada de depósito"),
    ("Encargado de edificio", "Encargada de edificio"), ("Enfermero", "Enfermera"), ("Escribano", "Escribana"),
    ("Farmacéutico", "Farmacéutica"), ("Fonoaudiólogo", "Fonoaudióloga"), ("Fotógrafo", "Fotógrafa"),
    ("Gasista", "Gasista"), ("Gerente de marketing", "Gerente de marketing"),
    ("Gerente de producto", "Gerente de producto"), ("Gerente de sucursal", "Gerente de sucursal"),
    ("Guía de turismo", "Guía de turismo"), ("Ingeniero agrónomo", "Ingeniera agrónoma"),
    ("Ingeniero civil", "Ingeniera civil"), ("Ingeniero en sistemas", "Ingeniera en sistemas"),
    ("Ingeniero industrial", "Ingeniera industrial"), ("Inspector de calidad", "Inspectora de calidad"),
    ("Jardinero", "Jardinera"), ("Jefe de compras", "Jefa de compras"), ("Jefe de ventas", "Jefa de ventas"),
    ("Kinesiólogo", "Kinesióloga"), ("Kiosquero", "Kiosquera"),
    ("Licenciado en administración", "Licenciada en administración"),
    ("Licenciado en recursos humanos", "Licenciada en recursos humanos"), ("Maestro de grado", "Maestra de grado"),
    ("Maestro mayor de obras", "Maestra mayor de obras"), ("Martillero público", "Martillera pública"),
    ("Mecánico", "Mecánica"), ("Médico", "Médica"), ("Mozo", "Moza"), ("Nutricionista", "Nutricionista"),
    ("Odontólogo", "Odontóloga"), ("Operario de planta", "Operaria de planta"), ("Panadero", "Panadera"),
    ("Peluquero", "Peluquera"), ("Peón rural", "Peona rural"), ("Periodista", "Periodista"), ("Piloto", "Piloto"),
    ("Plomero", "Plomera"), ("Policía", "Policía"), ("Preceptor", "Preceptora"),
    ("Profesor de secundaria", "Profesora de secundaria"), ("Programador", "Programadora"), ("Psicólogo", "Psicóloga"),
    ("Psicopedagogo", "Psicopedagoga"), ("Recepcionista", "Recepcionista"), ("Remisero", "Remisera"),
    ("Repartidor", "Repartidora"), ("Repositor", "Repositora"), ("Secretario", "Secretaria"), ("Soldador", "Soldadora"),
    ("Soporte técnico", "Soporte técnico"), ("Técnico de laboratorio", "Técnica de laboratorio"),
    ("Técnico en electrónica", "Técnica en electrónica"), ("Trabajador social", "Trabajadora social"),
    ("Traductor público", "Traductora pública"), ("Vendedor", "Vendedora"), ("Veterinario", "Veterinaria"),
    ("Viajante de comercio", "Viajante de comercio"), ("Vigilador", "Vigiladora"),
];

/// First words of company names.
#[rustfmt::skip]
pub(super) const HEADS: &[&str] = &[
    "Del Plata", "Pampeana", "Patagónica", "Austral", "Cuyana", "Del Litoral", "Aconcagua", "Nahuel", "Iberá",
    "Las Lomas", "El Ombú", "Ceibo", "Quebracho", "Calafate", "Río Grande", "Rioplatense", "Mesopotámica", "Del Centro",
    "Tierra Adentro", "Cerro Bayo", "Los Aromos", "El Hornero", "La Querencia", "Sierras Chicas", "Valle Medio",
    "Champaquí", "Tandilia", "Lihué", "Ñandú", "Talampaya", "Tehuelche", "La Ribera", "Puerto Madero Sur", "Los Teros",
    "Arrayán", "Cruz del Sur",
];

/// What companies deal in.
#[rustfmt::skip]
pub(super) const TRADES: &[&str] = &[
    "Alimentos", "Logística", "Software", "Consultores", "Insumos", "Construcciones", "Energía", "Comunicaciones",
    "Salud", "Textil", "Autopartes", "Agropecuaria", "Viajes", "Seguros", "Inversiones", "Muebles", "Electrónica",
    "Laboratorios", "Ingeniería", "Transportes", "Metalúrgica", "Frigoríficos", "Semillas", "Bodegas",
];

/// Legal forms with weights.
#[rustfmt::skip]
pub(super) const FORMS: &[(&str, u32)] = &[
    ("S.R.L.", 48), ("S.A.", 36), ("S.A.S.", 13), ("S.C.S.", 1), ("Coop. Ltda.", 2),
];

/// Industries.
#[rustfmt::skip]
pub(super) const INDUSTRIES: &[Industry] = &[
    industry("Agro", "1111", "01.11"), industry("Ganadería", "1121", "01.42"),
    industry("Autopartes", "3363", "29.32"), industry("Banca", "5221", "64.19"),
    industry("Petroquímica", "3251", "20.14"), industry("Construcción", "2362", "41.20"),
    industry("Educación", "6111", "85.31"), industry("Electrónica", "3344", "26.11"),
    industry("Energía", "2211", "35.11"), industry("Entretenimiento", "7111", "90.01"),
    industry("Indumentaria y calzado", "3152", "14.13"), industry("Alimentos y bebidas", "3119", "10.89"),
    industry("Vitivinicultura", "3121", "11.02"), industry("Administración pública", "9211", "84.11"),
    industry("Salud", "6221", "86.10"), industry("Hotelería y gastronomía", "7211", "55.10"),
    industry("Seguros", "5241", "65.12"), industry("Logística", "4931", "52.29"),
    industry("Metalurgia", "3311", "24.10"), industry("Medios de comunicación", "5131", "58.13"),
    industry("Minería", "2122", "07.29"), industry("Laboratorios", "3254", "21.20"),
    industry("Inmobiliario", "5311", "68.20"), industry("Comercio minorista", "4551", "47.19"),
    industry("Software", "5132", "62.01"), industry("Telecomunicaciones", "5171", "61.10"),
    industry("Textil", "3132", "13.20"), industry("Transporte", "4841", "49.41"),
    industry("Turismo", "5615", "79.11"), industry("Servicios públicos", "2213", "36.00"),
];

/// Departments of a company.
#[rustfmt::skip]
pub(super) const DEPARTMENTS: &[&str] = &[
    "Ventas", "Marketing", "Finanzas", "Recursos Humanos", "Ingeniería", "Atención al Cliente", "Operaciones",
    "Legales", "Sistemas", "Compras", "Investigación y Desarrollo", "Logística", "Calidad", "Administración",
    "Cobranzas", "Comercio Exterior",
];
