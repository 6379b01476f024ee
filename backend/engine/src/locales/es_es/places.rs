//! Cities, and the parts of street names. Cities after the INE's municipal register; postcodes after Correos; prefixes after the CNMC numbering plan.

use crate::locales::types::{City, city};

/// Cities with their population in thousands as weight.
#[rustfmt::skip]
pub(super) const CITIES: &[City] = &[
    city("Madrid", "Madrid", "M", "280##", 40.4168, -3.7038, "Europe/Madrid", "91", 3332),
    city("Barcelona", "Cataluña", "B", "080##", 41.3874, 2.1686, "Europe/Madrid", "93", 1660),
    city("Valencia", "Comunidad Valenciana", "V", "460##", 39.4699, -0.3763, "Europe/Madrid", "96", 807),
    city("Sevilla", "Andalucía", "SE", "410##", 37.3891, -5.9845, "Europe/Madrid", "95", 684),
    city("Zaragoza", "Aragón", "Z", "500##", 41.6488, -0.8891, "Europe/Madrid", "976", 682),
    city("Málaga", "Andalucía", "MA", "290##", 36.7213, -4.4214, "Europe/Madrid", "95", 586),
    city("Murcia", "Región de Murcia", "MU", "300##", 37.9922, -1.1307, "Europe/Madrid", "968", 469),
    city("Palma", "Islas Baleares", "PM", "070##", 39.5696, 2.6502, "Europe/Madrid", "971", 423),
    city("Las Palmas de Gran Canaria", "Canarias", "GC", "350##", 28.1235, -15.4363, "Atlantic/Canary", "928", 378),
    city("Alicante", "Comunidad Valenciana", "A", "030##", 38.3452, -0.481, "Europe/Madrid", "96", 349),
    city("Bilbao", "País Vasco", "BI", "480##", 43.263, -2.935, "Europe/Madrid", "94", 345),
    city("Córdoba", "Andalucía", "CO", "140##", 37.8882, -4.7794, "Europe/Madrid", "957", 323),
    city("Valladolid", "Castilla y León", "VA", "470##", 41.6523, -4.7245, "Europe/Madrid", "983", 297),
    city("Vigo", "Galicia", "PO", "362##", 42.2406, -8.7207, "Europe/Madrid", "986", 293),
    city("Gijón", "Asturias", "O", "332##", 43.5322, -5.6611, "Europe/Madrid", "98", 268),
    city("Vitoria", "País Vasco", "VI", "010##", 42.8467, -2.6716, "Europe/Madrid", "945", 255),
    city("La Coruña", "Galicia", "C", "150##", 43.3623, -8.4115, "Europe/Madrid", "981", 247),
    city("Elche", "Comunidad Valenciana", "A", "032##", 38.2699, -0.7126, "Europe/Madrid", "96", 238),
    city("Granada", "Andalucía", "GR", "180##", 37.1773, -3.5986, "Europe/Madrid", "958", 230),
    city("Oviedo", "Asturias", "O", "330##", 43.3619, -5.8494, "Europe/Madrid", "98", 217),
    city("Cartagena", "Región de Murcia", "MU", "302##", 37.6257, -0.9966, "Europe/Madrid", "968", 218),
    city("Jerez de la Frontera", "Andalucía", "CA", "114##", 36.685, -6.1261, "Europe/Madrid", "956", 213),
    city("Pamplona", "Navarra", "NA", "310##", 42.8125, -1.6458, "Europe/Madrid", "948", 205),
    city("Santa Cruz de Tenerife", "Canarias", "TF", "380##", 28.4636, -16.2518, "Atlantic/Canary", "922", 209),
    city("Almería", "Andalucía", "AL", "040##", 36.834, -2.4637, "Europe/Madrid", "950", 200),
    city("San Sebastián", "País Vasco", "SS", "200##", 43.3183, -1.9812, "Europe/Madrid", "943", 188),
    city("Burgos", "Castilla y León", "BU", "090##", 42.3439, -3.6969, "Europe/Madrid", "947", 174),
    city("Albacete", "Castilla-La Mancha", "AB", "020##", 38.9943, -1.8585, "Europe/Madrid", "967", 173),
    city("Santander", "Cantabria", "S", "390##", 43.4623, -3.81, "Europe/Madrid", "942", 172),
    city("Castellón de la Plana", "Comunidad Valenciana", "CS", "120##", 39.9864, -0.0513, "Europe/Madrid", "964", 173),
    city("Logroño", "La Rioja", "LO", "260##", 42.4627, -2.445, "Europe/Madrid", "941", 151),
    city("Badajoz", "Extremadura", "BA", "060##", 38.8794, -6.9707, "Europe/Madrid", "924", 150),
    city("Salamanca", "Castilla y León", "SA", "370##", 40.9701, -5.6635, "Europe/Madrid", "923", 143),
    city("Huelva", "Andalucía", "H", "210##", 37.2614, -6.9447, "Europe/Madrid", "959", 142),
    city("Lérida", "Cataluña", "L", "250##", 41.6176, 0.62, "Europe/Madrid", "973", 141),
    city("Tarragona", "Cataluña", "T", "430##", 41.1189, 1.2445, "Europe/Madrid", "977", 135),
    city("León", "Castilla y León", "LE", "240##", 42.5987, -5.5671, "Europe/Madrid", "987", 121),
    city("Cádiz", "Andalucía", "CA", "110##", 36.5271, -6.2886, "Europe/Madrid", "956", 111),
    city("Jaén", "Andalucía", "J", "230##", 37.7796, -3.7849, "Europe/Madrid", "953", 111),
    city("Orense", "Galicia", "OU", "320##", 42.3358, -7.8639, "Europe/Madrid", "988", 103),
    city("Gerona", "Cataluña", "GI", "170##", 41.9794, 2.8214, "Europe/Madrid", "972", 103),
    city("Lugo", "Galicia", "LU", "270##", 43.0097, -7.5568, "Europe/Madrid", "982", 97),
    city("Cáceres", "Extremadura", "CC", "100##", 39.4753, -6.3724, "Europe/Madrid", "927", 95),
    city("Toledo", "Castilla-La Mancha", "TO", "450##", 39.8628, -4.0273, "Europe/Madrid", "925", 85),
    city("Guadalajara", "Castilla-La Mancha", "GU", "190##", 40.6329, -3.1669, "Europe/Madrid", "949", 88),
    city("Segovia", "Castilla y León", "SG", "400##", 40.9429, -4.1088, "Europe/Madrid", "921", 51),
];

/// Street names.
#[rustfmt::skip]
pub(super) const STREETS: &[&str] = &[
    "Mayor", "Real", "del Sol", "de la Iglesia", "de la Constitución", "de Cervantes", "de la Paz", "de San José",
    "de San Juan", "Nueva", "de la Fuente", "del Carmen", "de Goya", "de Velázquez", "de Colón", "de la Libertad",
    "de Santa María", "de la Cruz", "del Prado", "de Andalucía", "de Aragón", "de Castilla", "de Galicia",
    "de la Estación", "de los Olivos", "de las Flores", "del Rosario", "de San Antonio", "de San Miguel",
    "de la Rosa", "de Murillo", "de Lope de Vega", "de Calderón de la Barca", "del Molino", "de la Alameda",
    "del Castillo", "de Picasso", "de Gaudí", "de la Victoria", "de la Ermita", "de los Pinos", "del Puente",
    "de Ramón y Cajal", "de García Lorca", "de Miguel Hernández", "de Rosalía de Castro", "de Emilia Pardo Bazán",
    "de la Concordia", "de Alfonso X el Sabio", "de Jaime I",
];

/// Kinds of street with weights.
#[rustfmt::skip]
pub(super) const KINDS: &[(&str, u32)] = &[
    ("Calle", 70), ("Avenida", 15), ("Plaza", 6), ("Paseo", 5), ("Camino", 3), ("Travesía", 2),
];
