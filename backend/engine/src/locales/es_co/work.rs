//! Occupations, and what company names, industries and departments are made of.

use crate::locales::types::{Industry, industry};

/// Occupations, as said of a man and of a woman.
#[rustfmt::skip]
pub(super) const JOBS: &[(&str, &str)] = &[
    ("Abogado", "Abogada"), ("Actuario", "Actuaria"), ("Administrador de empresas", "Administradora de empresas"),
    ("Agente inmobiliario", "Agente inmobiliaria"), ("Albañil", "Albañil"), ("Almacenista", "Almacenista"),
    ("Analista de crédito", "Analista de crédito"), ("Analista de datos", "Analista de datos"),
    ("Analista financiero", "Analista financiera"), ("Arquitecto", "Arquitecta"),
    ("Asesor comercial", "Asesora comercial"), ("Asesor tributario", "Asesora tributaria"),
    ("Asistente administrativo", "Asistente administrativa"), ("Auxiliar contable", "Auxiliar contable"),
    ("Auxiliar de bodega", "Auxiliar de bodega"), ("Auxiliar de enfermería", "Auxiliar de enfermería"),
    ("Auxiliar de vuelo", "Auxiliar de vuelo"), ("Bacteriólogo", "Bacterióloga"), ("Bibliotecario", "Bibliotecaria"),
    ("Bombero", "Bombera"), ("Cajero", "Cajera"), ("Carpintero", "Carpintera"),
    ("Científico de datos", "Científica de datos"), ("Cocinero", "Cocinera"),
    ("Comunicador social", "Comunicadora social"), ("Conductor de bus", "Conductora de bus"),
    ("Conductor de tractomula", "Conductora de tractomula"), ("Consultor", "Consultora"),
    ("Contador público", "Contadora pública"), ("Coordinador de logística", "Coordinadora de logística"),
    ("Desarrollador web", "Desarrolladora web"), ("Director comercial", "Directora comercial"),
    ("Diseñador gráfico", "Diseñadora gráfica"), ("Docente de primaria", "Docente de primaria"),
    ("Docente universitario", "Docente universitaria"), ("Domiciliario", "Domiciliaria"), ("Economista", "Economista"),
    ("Electricista", "Electricista"), ("Enfermero", "Enfermera"), ("Estilista", "Estilista"),
    ("Fisioterapeuta", "Fisioterapeuta"), ("Fonoaudiólogo", "Fonoaudióloga"), ("Fotógrafo", "Fotógrafa"),
    ("Gerente de mercadeo", "Gerente de mercadeo"), ("Gerente de proyectos", "Gerente de proyectos"),
    ("Gerente de tienda", "Gerente de tienda"), ("Guarda de seguridad", "Guarda de seguridad"),
    ("Guía turístico", "Guía turística"), ("Ingeniero agrónomo", "Ingeniera agrónoma"),
    ("Ingeniero ambiental", "Ingeniera ambiental"), ("Ingeniero civil", "Ingeniera civil"),
    ("Ingeniero de sistemas", "Ingeniera de sistemas"), ("Ingeniero de software", "Ingeniera de software"),
    ("Ingeniero industrial", "Ingeniera industrial"), ("Ingeniero mecánico", "Ingeniera mecánica"),
    ("Inspector de calidad", "Inspectora de calidad"), ("Intérprete", "Intérprete"), ("Jardinero", "Jardinera"),
    ("Jefe de bodega", "Jefa de bodega"), ("Jefe de compras", "Jefa de compras"), ("Jefe de ventas", "Jefa de ventas"),
    ("Líder de talento humano", "Líder de talento humano"), ("Maestro de obra", "Maestra de obra"),
    ("Mecánico", "Mecánica"), ("Médico", "Médica"), ("Mensajero", "Mensajera"), ("Mercaderista", "Mercaderista"),
    ("Mesero", "Mesera"), ("Notario", "Notaria"), ("Nutricionista", "Nutricionista"), ("Odontólogo", "Odontóloga"),
    ("Operario de producción", "Operaria de producción"), ("Panadero", "Panadera"), ("Periodista", "Periodista"),
    ("Piloto", "Piloto"), ("Plomero", "Plomera"), ("Policía", "Policía"),
    ("Profesor de bachillerato", "Profesora de bachillerato"), ("Programador", "Programadora"),
    ("Psicólogo", "Psicóloga"), ("Químico farmacéutico", "Química farmacéutica"), ("Recepcionista", "Recepcionista"),
    ("Regente de farmacia", "Regente de farmacia"), ("Representante de ventas", "Representante de ventas"),
    ("Secretario", "Secretaria"), ("Soldador", "Soldadora"), ("Técnico de laboratorio", "Técnica de laboratorio"),
    ("Técnico en sistemas", "Técnica en sistemas"), ("Topógrafo", "Topógrafa"),
    ("Trabajador social", "Trabajadora social"), ("Traductor", "Traductora"), ("Vendedor", "Vendedora"),
    ("Veterinario", "Veterinaria"),
];

/// First words of company names.
#[rustfmt::skip]
pub(super) const HEADS: &[&str] = &[
    "Andina", "Del Valle", "Caribe", "Sabana", "Cordillera", "Magdalena", "Quimbaya", "Muisca", "Tayrona", "El Nevado",
    "Cafetera", "Los Llanos", "Antioqueña", "Del Pacífico", "Chicamocha", "Monserrate", "Guatavita", "El Dorado",
    "Guacamaya", "La Orquídea", "El Cóndor", "Altiplano", "Oriente", "La Macarena", "Tequendama", "Cocora", "Frailejón",
    "La Guadua", "El Páramo", "Yarumo", "Sumapaz", "La Ceiba", "Nuevo Horizonte", "San Agustín", "Arrayanes",
    "Combeima",
];

/// What companies deal in.
#[rustfmt::skip]
pub(super) const TRADES: &[&str] = &[
    "Alimentos", "Logística", "Software", "Consultores", "Suministros", "Construcciones", "Energía", "Comunicaciones",
    "Salud", "Textiles", "Automotriz", "Agroindustria", "Turismo", "Seguros", "Inversiones", "Muebles", "Electrónica",
    "Farmacéutica", "Ingeniería", "Transportes", "Flores", "Confecciones",
];

/// Legal forms with weights.
#[rustfmt::skip]
pub(super) const FORMS: &[(&str, u32)] = &[
    ("S.A.S.", 78), ("Ltda.", 9), ("S.A.", 8), ("S. en C.", 3), ("E.U.", 2),
];

/// Industries.
#[rustfmt::skip]
pub(super) const INDUSTRIES: &[Industry] = &[
    industry("Agroindustria", "1111", "01.11"), industry("Floricultura", "1114", "01.19"),
    industry("Café", "3119", "10.83"), industry("Automotriz", "3361", "29.10"), industry("Banca", "5221", "64.19"),
    industry("Química y plásticos", "3251", "20.14"), industry("Construcción", "2362", "41.20"),
    industry("Educación", "6111", "85.31"), industry("Electrónica", "3344", "26.11"),
    industry("Energía", "2211", "35.11"), industry("Petróleo y gas", "2111", "06.10"),
    industry("Entretenimiento", "7111", "90.01"), industry("Confecciones y moda", "3152", "14.13"),
    industry("Alimentos y bebidas", "3119", "10.89"), industry("Sector público", "9211", "84.11"),
    industry("Salud", "6221", "86.10"), industry("Hoteles y restaurantes", "7211", "55.10"),
    industry("Seguros", "5241", "65.12"), industry("Logística", "4931", "52.29"),
    industry("Manufactura", "3399", "32.99"), industry("Medios de comunicación", "5131", "58.13"),
    industry("Minería", "2122", "07.29"), industry("Farmacéutica", "3254", "21.20"),
    industry("Finca raíz", "5311", "68.20"), industry("Comercio minorista", "4551", "47.19"),
    industry("Software", "5132", "62.01"), industry("Telecomunicaciones", "5171", "61.10"),
    industry("Textil", "3132", "13.20"), industry("Transporte", "4841", "49.41"),
    industry("Turismo", "5615", "79.11"), industry("Servicios públicos", "2213", "36.00"),
];

/// Departments of a company.
#[rustfmt::skip]
pub(super) const DEPARTMENTS: &[&str] = &[
    "Ventas", "Mercadeo", "Finanzas", "Talento Humano", "Ingeniería", "Servicio al Cliente", "Operaciones", "Jurídica",
    "Tecnología", "Compras", "Investigación y Desarrollo", "Logística", "Calidad", "Administración", "Cartera",
    "Seguridad y Salud en el Trabajo",
];
