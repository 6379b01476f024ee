//! Cities, and the numbers that streets have for names. Cities after GeoNames (position, time zone) and the DANE's
//! population projections for 2024 (municipality); postcodes, of six digits, after the Código Postal Nacional (department,
//! routing zone, district); area codes after the CRC's numbering plan of 2021; departments by ISO 3166-2.

use crate::locales::types::{City, city};

/// Cities with their population in thousands as weight.
#[rustfmt::skip]
pub(super) const CITIES: &[City] = &[
    city("Bogotá", "Bogotá, D.C.", "DC", "110[1-9]11|111#11", 4.6097, -74.0817, "America/Bogota", "601", 7929),
    city("Medellín", "Antioquia", "ANT", "0500[1-3][0-6]", 6.245, -75.5715, "America/Bogota", "604", 2616),
    city("Cali", "Valle del Cauca", "VAC", "7600[0-4][1-6]", 3.4305, -76.5199, "America/Bogota", "602", 2283),
    city("Barranquilla", "Atlántico", "ATL", "08000[1-6]|08001[0-6]", 10.9685, -74.7813, "America/Bogota", "605", 1342),
    city("Cartagena de Indias", "Bolívar", "BOL", "13000[1-6]|13001[0-5]", 10.3982, -75.4933, "America/Bogota", "605", 1066),
    city("Soacha", "Cundinamarca", "CUN", "25005[1-5]", 4.5794, -74.2168, "America/Bogota", "601", 828),
    city("Cúcuta", "Norte de Santander", "NSA", "54000[1-6]|54001[0-1]", 7.9074, -72.5049, "America/Bogota", "607", 815),
    city("Soledad", "Atlántico", "ATL", "08300[1-6]", 10.9184, -74.7646, "America/Bogota", "605", 697),
    city("Bucaramanga", "Santander", "SAN", "68000[1-6]", 7.125, -73.1189, "America/Bogota", "607", 623),
    city("Bello", "Antioquia", "ANT", "05105[0-6]", 6.3373, -75.558, "America/Bogota", "604", 571),
    city("Villavicencio", "Meta", "MET", "50000[1-6]", 4.1324, -73.6256, "America/Bogota", "608", 570),
    city("Valledupar", "Cesar", "CES", "20000[1-5]", 10.4654, -73.2531, "America/Bogota", "605", 566),
    city("Santa Marta", "Magdalena", "MAG", "47000[1-6]", 11.2386, -74.1943, "America/Bogota", "605", 566),
    city("Ibagué", "Tolima", "TOL", "73000[1-6]", 4.4357, -75.2029, "America/Bogota", "608", 545),
    city("Montería", "Córdoba", "COR", "23000[1-4]", 8.7508, -75.8782, "America/Bogota", "604", 531),
    city("Pereira", "Risaralda", "RIS", "66000[1-6]", 4.8143, -75.6949, "America/Bogota", "606", 482),
    city("Manizales", "Caldas", "CAL", "17000[1-6]", 5.0668, -75.5068, "America/Bogota", "606", 459),
    city("Pasto", "Nariño", "NAR", "52000[1-6]", 1.2146, -77.2785, "America/Bogota", "602", 415),
    city("Neiva", "Huila", "HUI", "41000[1-6]", 2.93, -75.2797, "America/Bogota", "608", 388),
    city("Palmira", "Valle del Cauca", "VAC", "76353[1-3]", 3.5394, -76.3036, "America/Bogota", "602", 360),
    city("Floridablanca", "Santander", "SAN", "68100[1-4]", 7.0622, -73.0864, "America/Bogota", "607", 345),
    city("Popayán", "Cauca", "CAU", "19000[1-4]", 2.4382, -76.6132, "America/Bogota", "602", 340),
    city("Buenaventura", "Valle del Cauca", "VAC", "76450[1-3]", 3.5833, -77.0, "America/Bogota", "602", 326),
    city("Armenia", "Quindío", "QUI", "63000[1-4]", 4.5366, -75.6726, "America/Bogota", "606", 312),
    city("Sincelejo", "Sucre", "SUC", "70000[1-3]", 9.3045, -75.3905, "America/Bogota", "605", 308),
    city("Itagüí", "Antioquia", "ANT", "05541[0-3]", 6.1846, -75.5991, "America/Bogota", "604", 300),
    city("Tumaco", "Nariño", "NAR", "52850[1-2]", 1.7911, -78.7927, "America/Bogota", "602", 265),
    city("Envigado", "Antioquia", "ANT", "05542[0-2]", 6.1759, -75.5917, "America/Bogota", "604", 252),
    city("Riohacha", "La Guajira", "LAG", "44000[1-3]", 11.5444, -72.9072, "America/Bogota", "605", 233),
    city("Dosquebradas", "Risaralda", "RIS", "66100[1-3]", 4.8392, -75.6673, "America/Bogota", "606", 230),
    city("Tuluá", "Valle del Cauca", "VAC", "76302[1-3]", 4.0847, -76.1954, "America/Bogota", "602", 224),
    city("Barrancabermeja", "Santander", "SAN", "68703[1-3]", 7.0653, -73.8547, "America/Bogota", "607", 221),
    city("Yopal", "Casanare", "CAS", "85000[1-2]", 5.3357, -72.3939, "America/Bogota", "608", 194),
    city("Maicao", "La Guajira", "LAG", "44200[1-2]", 11.3784, -72.2395, "America/Bogota", "605", 193),
    city("Piedecuesta", "Santander", "SAN", "68101[1-3]", 6.9879, -73.0495, "America/Bogota", "607", 192),
    city("Tunja", "Boyacá", "BOY", "15000[1-3]", 5.5448, -73.3576, "America/Bogota", "608", 186),
    city("Girón", "Santander", "SAN", "68754[1-2]", 7.0682, -73.1698, "America/Bogota", "607", 183),
    city("Jamundí", "Valle del Cauca", "VAC", "76400[1-2]", 3.2607, -76.535, "America/Bogota", "602", 183),
    city("Florencia", "Caquetá", "CAQ", "18000[1-2]", 1.6155, -75.6041, "America/Bogota", "608", 182),
    city("Facatativá", "Cundinamarca", "CUN", "25305[1-2]", 4.8137, -74.3545, "America/Bogota", "601", 175),
    city("Fusagasugá", "Cundinamarca", "CUN", "25221[1-2]", 4.3365, -74.3638, "America/Bogota", "601", 172),
    city("Mosquera", "Cundinamarca", "CUN", "250040", 4.7059, -74.2302, "America/Bogota", "601", 168),
    city("Chía", "Cundinamarca", "CUN", "25000[1-3]", 4.8588, -74.0587, "America/Bogota", "601", 164),
    city("Zipaquirá", "Cundinamarca", "CUN", "25025[1-2]", 5.0221, -74.0048, "America/Bogota", "601", 160),
    city("Rionegro", "Antioquia", "ANT", "054040", 6.1551, -75.3737, "America/Bogota", "604", 152),
    city("Malambo", "Atlántico", "ATL", "083020", 10.8595, -74.7739, "America/Bogota", "605", 149),
    city("Magangué", "Bolívar", "BOL", "13251[1-2]", 9.242, -74.7547, "America/Bogota", "605", 149),
    city("Madrid", "Cundinamarca", "CUN", "250030", 4.7325, -74.2642, "America/Bogota", "601", 145),
    city("Quibdó", "Chocó", "CHO", "27000[1-2]", 5.6919, -76.6583, "America/Bogota", "604", 138),
    city("Turbo", "Antioquia", "ANT", "057860", 8.0926, -76.7282, "America/Bogota", "604", 138),
    city("Cartago", "Valle del Cauca", "VAC", "76202[1-2]", 4.7464, -75.9117, "America/Bogota", "602", 137),
    city("Pitalito", "Huila", "HUI", "417030", 1.8537, -76.0507, "America/Bogota", "608", 136),
    city("Ocaña", "Norte de Santander", "NSA", "54655[1-2]", 8.2377, -73.356, "America/Bogota", "607", 135),
    city("Apartadó", "Antioquia", "ANT", "057840", 7.883, -76.6259, "America/Bogota", "604", 133),
    city("Sogamoso", "Boyacá", "BOY", "15221[0-1]", 5.7143, -72.9339, "America/Bogota", "608", 133),
    city("Duitama", "Boyacá", "BOY", "15046[1-2]", 5.8245, -73.0341, "America/Bogota", "608", 131),
    city("Guadalajara de Buga", "Valle del Cauca", "VAC", "76304[1-2]", 3.9009, -76.2978, "America/Bogota", "602", 130),
    city("Aguachica", "Cesar", "CES", "20501[0-1]", 8.3084, -73.6166, "America/Bogota", "605", 123),
    city("Funza", "Cundinamarca", "CUN", "250020", 4.7164, -74.212, "America/Bogota", "601", 121),
    city("Santander de Quilichao", "Cauca", "CAU", "191030", 3.0095, -76.4849, "America/Bogota", "602", 121),
    city("Ipiales", "Nariño", "NAR", "524060", 0.825, -77.6397, "America/Bogota", "602", 120),
    city("Cereté", "Córdoba", "COR", "230550", 8.8848, -75.7905, "America/Bogota", "604", 116),
    city("Villa del Rosario", "Norte de Santander", "NSA", "541030", 7.8339, -72.4742, "America/Bogota", "607", 115),
    city("Girardot", "Cundinamarca", "CUN", "25243[1-2]", 4.3008, -74.8075, "America/Bogota", "601", 114),
    city("Yumbo", "Valle del Cauca", "VAC", "76050[1-2]", 3.5823, -76.4915, "America/Bogota", "602", 110),
    city("Arauca", "Arauca", "ARA", "81000[1-2]", 7.0847, -70.7591, "America/Bogota", "607", 106),
    city("Cajicá", "Cundinamarca", "CUN", "250240", 4.9186, -74.028, "America/Bogota", "601", 101),
    city("Acacías", "Meta", "MET", "507001", 3.987, -73.758, "America/Bogota", "608", 99),
    city("Los Patios", "Norte de Santander", "NSA", "541010", 7.8379, -72.5037, "America/Bogota", "607", 99),
    city("Sabaneta", "Antioquia", "ANT", "055450", 6.1515, -75.6166, "America/Bogota", "604", 91),
    city("Caldas", "Antioquia", "ANT", "055440", 6.0911, -75.6357, "America/Bogota", "604", 85),
    city("Santa Rosa de Cabal", "Risaralda", "RIS", "661020", 4.8681, -75.6214, "America/Bogota", "606", 80),
    city("Calarcá", "Quindío", "QUI", "632001", 4.5295, -75.6409, "America/Bogota", "606", 79),
    city("La Dorada", "Caldas", "CAL", "17503[0-1]", 5.4478, -74.6631, "America/Bogota", "606", 77),
    city("El Espinal", "Tolima", "TOL", "73352[0-1]", 4.1492, -74.8843, "America/Bogota", "608", 77),
    city("San Gil", "Santander", "SAN", "684031", 6.5595, -73.1364, "America/Bogota", "607", 62),
    city("Mocoa", "Putumayo", "PUT", "860001", 1.1528, -76.6521, "America/Bogota", "608", 62),
    city("San José del Guaviare", "Guaviare", "GUV", "95000[1-2]", 2.568, -72.6397, "America/Bogota", "608", 61),
    city("Chiquinquirá", "Boyacá", "BOY", "154640", 5.6164, -73.8175, "America/Bogota", "608", 58),
    city("San Andrés", "San Andrés y Providencia", "SAP", "88000[1-2]", 12.5786, -81.6997, "America/Bogota", "608", 57),
    city("Leticia", "Amazonas", "AMA", "910001", -4.2108, -69.9394, "America/Bogota", "608", 53),
    city("Inírida", "Guainía", "GUA", "940001", 3.8653, -67.9239, "America/Bogota", "608", 34),
    city("Mitú", "Vaupés", "VAU", "970001", 1.2503, -70.2336, "America/Bogota", "608", 32),
    city("Puerto Carreño", "Vichada", "VID", "990001", 6.189, -67.4859, "America/Bogota", "608", 22),
];

/// Names of streets: numbers, with letters for those between two of them; low ones have more, as every town has them.
#[rustfmt::skip]
pub(super) const STREETS: &[&str] = &[
    "1", "1A", "1B", "2", "2A", "2B", "3", "3A", "3B", "4", "4A", "4B", "5", "5A", "5B", "6", "6A", "6B", "7", "7A",
    "7B", "7C", "8", "8A", "8B", "9", "9A", "9B", "10", "10A", "10B", "11", "11A", "11B", "12", "12A", "12B", "12C",
    "13", "13A", "13B", "14", "14A", "14B", "15", "15A", "16", "16A", "16C", "17", "17A", "18", "18A", "19", "19A",
    "20", "20A", "21", "21A", "22", "22A", "23", "23A", "24", "24A", "25", "25A", "26", "26A", "27", "27A", "28", "28A",
    "29", "29A", "30", "30A", "31", "32", "33", "34", "35", "36", "37", "38", "39", "40", "41", "42", "43", "44", "45",
    "46", "47", "48", "49", "50", "51", "52", "53", "54", "55", "56", "57", "58", "59", "60", "6 Bis", "13 Bis",
    "21 Bis", "63", "65", "68", "70", "72", "76", "80", "82", "85", "90", "93", "100", "106", "116", "127", "134",
];

/// The crossing streets that house numbers begin with.
#[rustfmt::skip]
pub(super) const CROSSINGS: &[&str] = &[
    "1", "1A", "1B", "2", "2A", "2B", "3", "3A", "3B", "4", "4A", "4B", "5", "5A", "5B", "6", "6A", "6B", "7", "7A",
    "7B", "7C", "8", "8A", "8B", "9", "9A", "9B", "9C", "10", "10A", "10B", "11", "11A", "11B", "12", "12A", "12B",
    "13", "13A", "14", "14A", "15", "15A", "16", "16A", "16C", "17", "17A", "18", "18A", "19", "19A", "20", "20A", "21",
    "21A", "22", "22A", "23", "23A", "24", "24A", "25", "25A", "26", "26A", "27", "28", "29", "30", "31", "32", "33",
    "34", "35", "36", "37", "38", "39", "40", "41", "42", "43", "44", "45", "46", "47", "48", "49", "50", "52", "54",
    "57", "60", "64", "68", "72", "78", "80", "86", "96", "103",
];

/// Kinds of street with weights.
#[rustfmt::skip]
pub(super) const KINDS: &[(&str, u32)] = &[
    ("Calle", 46), ("Carrera", 42), ("Transversal", 5), ("Diagonal", 5), ("Avenida Calle", 1), ("Avenida Carrera", 1),
];
