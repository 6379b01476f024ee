//! Occupations, and what company names, industries and departments are made of.

use crate::locales::types::{Industry, industry};

/// Occupations, as said of a man and of a woman.
#[rustfmt::skip]
pub(super) const JOBS: &[(&str, &str)] = &[
    ("Abogado", "Abogada"), ("Actuario", "Actuaria"), ("Administrativo", "Administrativa"),
    ("Agente de ventas", "Agente de ventas"), ("Analista contable", "Analista contable"),
    ("Analista de datos", "Analista de datos"), ("Analista financiero", "Analista financiera"),
    ("Arquitecto", "Arquitecta"), ("Asesor tributario", "Asesora tributaria"), ("Asistente social", "Asistente social"),
    ("Auxiliar de aseo", "Auxiliar de aseo"), ("Auxiliar de vuelo", "Auxiliar de vuelo"),
    ("Bibliotecólogo", "Bibliotecóloga"), ("Bodeguero", "Bodeguera"), ("Cajero", "Cajera"),
    ("Carabinero", "Carabinera"), ("Carpintero", "Carpintera"), ("Chofer de camión", "Chofer de camión"),
    ("Científico de datos", "Científica de datos"), ("Cocinero", "Cocinera"),
    ("Conductor de micro", "Conductora de micro"), ("Constructor civil", "Constructora civil"),
    ("Consultor", "Consultora"), ("Contador auditor", "Contadora auditora"),
    ("Coordinador de logística", "Coordinadora de logística"), ("Corredor de propiedades", "Corredora de propiedades"),
    ("Dentista", "Dentista"), ("Desarrollador web", "Desarrolladora web"),
    ("Director comercial", "Directora comercial"), ("Diseñador gráfico", "Diseñadora gráfica"),
    ("Economista", "Economista"), ("Educador de párvulos", "Educadora de párvulos"),
    ("Ejecutivo de cuentas", "Ejecutiva de cuentas"), ("Ejecutivo de ventas", "Ejecutiva de ventas"),
    ("Electricista", "Electricista"), ("Enfermero", "Enfermera"), ("Fonoaudiólogo", "Fonoaudióloga"),
    ("Fotógrafo", "Fotógrafa"), ("Garzón", "Garzona"), ("Gásfiter", "Gásfiter"), ("Geólogo", "Geóloga"),
    ("Guardia de seguridad", "Guardia de seguridad"), ("Guía turístico", "Guía turística"),
    ("Ingeniero agrónomo", "Ingeniera agrónoma"), ("Ingeniero civil", "Ingeniera civil"),
    ("Ingeniero civil industrial", "Ingeniera civil industrial"), ("Ingeniero comercial", "Ingeniera comercial"),
    ("Ingeniero de software", "Ingeniera de software"), ("Ingeniero en informática", "Ingeniera en informática"),
    ("Ingeniero en minas", "Ingeniera en minas"), ("Intérprete", "Intérprete"), ("Jardinero", "Jardinera"),
    ("Jefe de bodega", "Jefa de bodega"), ("Jefe de local", "Jefa de local"), ("Jefe de personas", "Jefa de personas"),
    ("Jefe de proyectos", "Jefa de proyectos"), ("Jefe de ventas", "Jefa de ventas"), ("Kinesiólogo", "Kinesióloga"),
    ("Maestro soldador", "Maestra soldadora"), ("Matrón", "Matrona"), ("Mecánico", "Mecánica"), ("Médico", "Médica"),
    ("Minero", "Minera"), ("Nochero", "Nochera"), ("Notario", "Notaria"), ("Nutricionista", "Nutricionista"),
    ("Operador de grúa", "Operadora de grúa"), ("Operador de maquinaria pesada", "Operadora de maquinaria pesada"),
    ("Panadero", "Panadera"), ("Peluquero", "Peluquera"), ("Periodista", "Periodista"),
    ("Pescador artesanal", "Pescadora artesanal"), ("Piloto", "Piloto"),
    ("Prevencionista de riesgos", "Prevencionista de riesgos"),
    ("Profesor de educación básica", "Profesora de educación básica"),
    ("Profesor de matemáticas", "Profesora de matemáticas"), ("Programador", "Programadora"),
    ("Psicólogo", "Psicóloga"), ("Psicopedagogo", "Psicopedagoga"), ("Químico farmacéutico", "Química farmacéutica"),
    ("Recepcionista", "Recepcionista"), ("Repartidor", "Repartidora"), ("Reponedor", "Reponedora"),
    ("Secretario", "Secretaria"), ("Técnico en enfermería", "Técnica en enfermería"),
    ("Técnico paramédico", "Técnica paramédica"), ("Tecnólogo médico", "Tecnóloga médica"), ("Temporero", "Temporera"),
    ("Topógrafo", "Topógrafa"), ("Traductor", "Traductora"), ("Vendedor", "Vendedora"), ("Veterinario", "Veterinaria"),
];

/// First words of company names.
#[rustfmt::skip]
pub(super) const HEADS: &[&str] = &[
    "Austral", "Araucanía", "Patagonia", "Pehuén", "Copihue", "Aconcagua", "Biobío", "Maipo", "Elqui", "Atacama",
    "Altiplano", "Los Lagos", "Chiloé", "Cordillera", "Lircay", "Rapel", "Reloncaví", "Lonquimay", "Nahuelbuta",
    "Ñielol", "Puelche", "El Canelo", "Alerce", "Huemul", "Costanera", "Norte Grande", "Pacífico Sur", "Los Maitenes",
    "Cachapoal", "Colchagua", "Itata", "Calbuco", "Nueva Imperial", "El Boldo", "Cerro Alegre", "Torres del Sur",
];

/// What companies deal in.
#[rustfmt::skip]
pub(super) const TRADES: &[&str] = &[
    "Alimentos", "Logística", "Software", "Consultores", "Suministros", "Construcción", "Energía", "Comunicaciones",
    "Salud", "Textiles", "Automotriz", "Agrícola", "Turismo", "Seguros", "Inversiones", "Muebles", "Electrónica",
    "Farmacéutica", "Ingeniería", "Transportes", "Forestal", "Pesquera", "Minería", "Viñedos",
];

/// Legal forms with weights.
#[rustfmt::skip]
pub(super) const FORMS: &[(&str, u32)] = &[
    ("SpA", 58), ("Ltda.", 26), ("S.A.", 9), ("E.I.R.L.", 7),
];

/// Industries.
#[rustfmt::skip]
pub(super) const INDUSTRIES: &[Industry] = &[
    industry("Agricultura", "1111", "01.11"), industry("Acuicultura y pesca", "1125", "03.21"),
    industry("Automotriz", "3361", "29.10"), industry("Banca", "5221", "64.19"),
    industry("Celulosa y papel", "3221", "17.11"), industry("Construcción", "2362", "41.20"),
    industry("Educación", "6111", "85.31"), industry("Electrónica", "3344", "26.11"),
    industry("Energía", "2211", "35.11"), industry("Entretenimiento", "7111", "90.01"),
    industry("Forestal", "1133", "02.20"), industry("Vestuario y calzado", "3152", "14.13"),
    industry("Alimentos y bebidas", "3119", "10.89"), industry("Vitivinicultura", "3121", "11.02"),
    industry("Administración pública", "9211", "84.11"), industry("Salud", "6221", "86.10"),
    industry("Hotelería y gastronomía", "7211", "55.10"), industry("Seguros", "5241", "65.12"),
    industry("Logística", "4931", "52.29"), industry("Manufactura", "3399", "32.99"),
    industry("Medios de comunicación", "5131", "58.13"), industry("Minería", "2122", "07.29"),
    industry("Farmacéutica", "3254", "21.20"), industry("Inmobiliaria", "5311", "68.20"),
    industry("Comercio minorista", "4551", "47.19"), industry("Software", "5132", "62.01"),
    industry("Telecomunicaciones", "5171", "61.10"), industry("Transporte", "4841", "49.41"),
    industry("Turismo", "5615", "79.11"), industry("Servicios básicos", "2213", "36.00"),
];

/// Departments of a company.
#[rustfmt::skip]
pub(super) const DEPARTMENTS: &[&str] = &[
    "Ventas", "Marketing", "Finanzas", "Personas", "Ingeniería", "Atención al Cliente", "Operaciones", "Legal",
    "Informática", "Adquisiciones", "Innovación y Desarrollo", "Logística", "Calidad", "Administración", "Cobranza",
    "Prevención de Riesgos",
];
