//! Occupations and the parts of company names.

/// Occupations, as said of a man and of a woman.
#[rustfmt::skip]
pub(super) const JOBS: &[(&str, &str)] = &[
    ("Abogado", "Abogada"), ("Actuario", "Actuaria"), ("Administrativo", "Administrativa"),
    ("Agente inmobiliario", "Agente inmobiliaria"), ("Albañil", "Albañil"),
    ("Analista de datos", "Analista de datos"), ("Analista financiero", "Analista financiera"),
    ("Arquitecto", "Arquitecta"), ("Asesor fiscal", "Asesora fiscal"),
    ("Auxiliar de enfermería", "Auxiliar de enfermería"), ("Azafato", "Azafata"),
    ("Bibliotecario", "Bibliotecaria"), ("Bombero", "Bombera"), ("Cajero", "Cajera"), ("Camarero", "Camarera"),
    ("Camionero", "Camionera"), ("Carpintero", "Carpintera"), ("Científico de datos", "Científica de datos"),
    ("Cocinero", "Cocinera"), ("Conductor de autobús", "Conductora de autobús"), ("Consultor", "Consultora"),
    ("Contable", "Contable"), ("Coordinador de logística", "Coordinadora de logística"), ("Dentista", "Dentista"),
    ("Dependiente", "Dependienta"), ("Desarrollador web", "Desarrolladora web"),
    ("Director comercial", "Directora comercial"), ("Director de proyecto", "Directora de proyecto"),
    ("Diseñador gráfico", "Diseñadora gráfica"), ("Economista", "Economista"),
    ("Editor de contenidos", "Editora de contenidos"), ("Electricista", "Electricista"),
    ("Enfermero", "Enfermera"), ("Farmacéutico", "Farmacéutica"), ("Fisioterapeuta", "Fisioterapeuta"),
    ("Fontanero", "Fontanera"), ("Fotógrafo", "Fotógrafa"), ("Gerente de tienda", "Gerente de tienda"),
    ("Guía turístico", "Guía turística"), ("Ingeniero civil", "Ingeniera civil"),
    ("Ingeniero de software", "Ingeniera de software"), ("Ingeniero industrial", "Ingeniera industrial"),
    ("Ingeniero mecánico", "Ingeniera mecánica"), ("Inspector de calidad", "Inspectora de calidad"),
    ("Intérprete", "Intérprete"), ("Jardinero", "Jardinera"), ("Jefe de almacén", "Jefa de almacén"),
    ("Jefe de compras", "Jefa de compras"), ("Jefe de producto", "Jefa de producto"),
    ("Jefe de ventas", "Jefa de ventas"), ("Logopeda", "Logopeda"), ("Maestro de primaria", "Maestra de primaria"),
    ("Mecánico", "Mecánica"), ("Médico", "Médica"), ("Mozo de almacén", "Moza de almacén"), ("Notario", "Notaria"),
    ("Operario de máquinas", "Operaria de máquinas"), ("Panadero", "Panadera"), ("Peluquero", "Peluquera"),
    ("Periodista", "Periodista"), ("Piloto", "Piloto"), ("Policía", "Policía"),
    ("Profesor de secundaria", "Profesora de secundaria"), ("Programador", "Programadora"),
    ("Psicólogo", "Psicóloga"), ("Recepcionista", "Recepcionista"), ("Repartidor", "Repartidora"),
    ("Responsable de marketing", "Responsable de marketing"),
    ("Responsable de recursos humanos", "Responsable de recursos humanos"), ("Secretario", "Secretaria"),
    ("Soldador", "Soldadora"), ("Técnico de laboratorio", "Técnica de laboratorio"),
    ("Técnico de sistemas", "Técnica de sistemas"), ("Topógrafo", "Topógrafa"),
    ("Trabajador social", "Trabajadora social"), ("Traductor", "Traductora"), ("Vendedor", "Vendedora"),
    ("Veterinario", "Veterinaria"), ("Vigilante de seguridad", "Vigilante de seguridad"),
];

/// First words of company names.
#[rustfmt::skip]
pub(super) const HEADS: &[&str] = &[
    "Levante", "Mediterránea", "Ibérica", "Atlántica", "Castellana", "Andaluza", "Cantábrica", "Sierra Norte",
    "Costa Azul", "Puerta del Sol", "Alcázar", "Giralda", "Duero", "Tajo", "Guadalquivir", "Almudena", "Montesol",
    "Vallehermoso", "Miramar", "Torreblanca", "Peñalara", "Nova", "Delta", "Horizonte", "Alborada", "Arco Iris",
    "Solaria", "Campoverde", "Riosur", "Meridiana",
];

/// What companies deal in.
#[rustfmt::skip]
pub(super) const TRADES: &[&str] = &[
    "Alimentos", "Logística", "Software", "Consultores", "Suministros", "Construcciones", "Energía",
    "Comunicación", "Salud", "Textiles", "Motor", "Agrícola", "Viajes", "Seguros", "Inversiones", "Muebles",
    "Electrónica", "Farmacéutica", "Ingeniería", "Transportes",
];

/// Legal forms with weights.
#[rustfmt::skip]
pub(super) const FORMS: &[(&str, u32)] = &[
    ("S.L.", 70), ("S.A.", 20), ("S.L.U.", 7), ("S. Coop.", 3),
];
