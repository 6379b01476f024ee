//! Occupations and the parts of company names.

/// Occupations, as said of a man and of a woman.
#[rustfmt::skip]
pub(super) const JOBS: &[(&str, &str)] = &[
    ("Abogado", "Abogada"), ("Actuario", "Actuaria"), ("Administrativo", "Administrativa"),
    ("Agente inmobiliario", "Agente inmobiliaria"), ("Albañil", "Albañil"),
    ("Analista de datos", "Analista de datos"), ("Analista financiero", "Analista financiera"),
    ("Arquitecto", "Arquitecta"), ("Asesor fiscal", "Asesora fiscal"),
    ("Auxiliar de enfermería", "Auxiliar de enfermería"), ("Bibliotecario", "Bibliotecaria"),
    ("Bombero", "Bombera"), ("Cajero", "Cajera"), ("Carpintero", "Carpintera"),
    ("Científico de datos", "Científica de datos"), ("Cocinero", "Cocinera"), ("Consultor", "Consultora"),
    ("Coordinador de logística", "Coordinadora de logística"), ("Dentista", "Dentista"),
    ("Desarrollador web", "Desarrolladora web"), ("Director comercial", "Directora comercial"),
    ("Director de proyecto", "Directora de proyecto"), ("Diseñador gráfico", "Diseñadora gráfica"),
    ("Economista", "Economista"), ("Editor de contenidos", "Editora de contenidos"),
    ("Electricista", "Electricista"), ("Enfermero", "Enfermera"), ("Farmacéutico", "Farmacéutica"),
    ("Fisioterapeuta", "Fisioterapeuta"), ("Fotógrafo", "Fotógrafa"), ("Gerente de tienda", "Gerente de tienda"),
    ("Guía turístico", "Guía turística"), ("Ingeniero civil", "Ingeniera civil"),
    ("Ingeniero de software", "Ingeniera de software"), ("Ingeniero industrial", "Ingeniera industrial"),
    ("Ingeniero mecánico", "Ingeniera mecánica"), ("Inspector de calidad", "Inspectora de calidad"),
    ("Intérprete", "Intérprete"), ("Jardinero", "Jardinera"), ("Jefe de almacén", "Jefa de almacén"),
    ("Jefe de compras", "Jefa de compras"), ("Jefe de producto", "Jefa de producto"),
    ("Jefe de ventas", "Jefa de ventas"), ("Maestro de primaria", "Maestra de primaria"), ("Mecánico", "Mecánica"),
    ("Médico", "Médica"), ("Notario", "Notaria"), ("Operario de máquinas", "Operaria de máquinas"),
    ("Panadero", "Panadera"), ("Peluquero", "Peluquera"), ("Periodista", "Periodista"), ("Piloto", "Piloto"),
    ("Policía", "Policía"), ("Profesor de secundaria", "Profesora de secundaria"), ("Programador", "Programadora"),
    ("Psicólogo", "Psicóloga"), ("Recepcionista", "Recepcionista"), ("Repartidor", "Repartidora"),
    ("Responsable de recursos humanos", "Responsable de recursos humanos"), ("Secretario", "Secretaria"),
    ("Soldador", "Soldadora"), ("Técnico de laboratorio", "Técnica de laboratorio"),
    ("Técnico de sistemas", "Técnica de sistemas"), ("Topógrafo", "Topógrafa"),
    ("Trabajador social", "Trabajadora social"), ("Traductor", "Traductora"), ("Vendedor", "Vendedora"),
    ("Veterinario", "Veterinaria"), ("Vigilante de seguridad", "Vigilante de seguridad"), ("Plomero", "Plomera"),
    ("Mesero", "Mesera"), ("Sobrecargo", "Sobrecargo"), ("Contador público", "Contadora pública"),
    ("Almacenista", "Almacenista"), ("Auxiliar contable", "Auxiliar contable"),
    ("Gerente de mercadotecnia", "Gerente de mercadotecnia"), ("Chofer", "Chofer"),
    ("Operador de tráiler", "Operadora de tráiler"),
    ("Licenciado en administración", "Licenciada en administración"),
];

/// First words of company names.
#[rustfmt::skip]
pub(super) const HEADS: &[&str] = &[
    "Azteca", "Maya", "Anáhuac", "Del Norte", "Del Bajío", "Pacífico", "Sierra Madre", "Tenochtitlán", "Quetzal",
    "Nopal", "Jacaranda", "Valle de México", "Occidente", "Regiomontana", "Tapatía", "Potosina", "Yucateca",
    "Ixtlán", "Cuauhtli", "Nueva España", "El Águila", "La Loma Azul", "San Ángel", "Santa Fe", "Chapultepec",
    "Tlaloc", "Horizonte", "Alborada", "Mirador", "Cumbres",
];

/// What companies deal in.
#[rustfmt::skip]
pub(super) const TRADES: &[&str] = &[
    "Alimentos", "Logística", "Software", "Consultores", "Suministros", "Construcciones", "Energía",
    "Comunicación", "Salud", "Textiles", "Automotriz", "Agrícola", "Viajes", "Seguros", "Inversiones", "Muebles",
    "Electrónica", "Farmacéutica", "Ingeniería", "Transportes",
];

/// Legal forms with weights.
#[rustfmt::skip]
pub(super) const FORMS: &[(&str, u32)] = &[
    ("S.A. de C.V.", 70), ("S. de R.L. de C.V.", 20), ("S.A.P.I. de C.V.", 8), ("S.C.", 2),
];
