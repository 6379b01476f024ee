//! Cities, and the parts of street names. Cities after the INEGI census; postcodes after SEPOMEX; area codes after the IFT numbering plan.

use crate::locales::types::{City, city};

/// Cities with their population in thousands as weight.
#[rustfmt::skip]
pub(super) const CITIES: &[City] = &[
    city("Ciudad de México", "Ciudad de México", "CDMX", "06###", 19.4326, -99.1332, "America/Mexico_City", "55", 9209),
    city("Tijuana", "Baja California", "BC", "22###", 32.5149, -117.0382, "America/Tijuana", "664", 1810),
    city("Ecatepec", "Estado de México", "MEX", "55###", 19.6018, -99.0507, "America/Mexico_City", "55", 1643),
    city("León", "Guanajuato", "GTO", "37###", 21.122, -101.6824, "America/Mexico_City", "477", 1579),
    city("Puebla", "Puebla", "PUE", "72###", 19.0414, -98.2063, "America/Mexico_City", "222", 1542),
    city("Ciudad Juárez", "Chihuahua", "CHIH", "32###", 31.6904, -106.4245, "America/Ciudad_Juarez", "656", 1501),
    city("Guadalajara", "Jalisco", "JAL", "44###", 20.6597, -103.3496, "America/Mexico_City", "33", 1385),
    city("Zapopan", "Jalisco", "JAL", "45###", 20.7236, -103.3848, "America/Mexico_City", "33", 1257),
    city("Monterrey", "Nuevo León", "NL", "64###", 25.6866, -100.3161, "America/Monterrey", "81", 1142),
    city("Nezahualcóyotl", "Estado de México", "MEX", "57###", 19.4006, -99.0148, "America/Mexico_City", "55", 1072),
    city("Querétaro", "Querétaro", "QRO", "76###", 20.5888, -100.3899, "America/Mexico_City", "442", 1049),
    city("Mérida", "Yucatán", "YUC", "97###", 20.9674, -89.5926, "America/Merida", "999", 922),
    city("San Luis Potosí", "San Luis Potosí", "SLP", "78###", 22.1565, -100.9855, "America/Mexico_City", "444", 845),
    city("Aguascalientes", "Aguascalientes", "AGS", "20###", 21.8853, -102.2916, "America/Mexico_City", "449", 863),
    city("Hermosillo", "Sonora", "SON", "83###", 29.073, -110.9559, "America/Hermosillo", "662", 855),
    city("Saltillo", "Coahuila", "COAH", "25###", 25.4232, -101.0053, "America/Monterrey", "844", 864),
    city("Mexicali", "Baja California", "BC", "21###", 32.6245, -115.4523, "America/Tijuana", "686", 854),
    city("Culiacán", "Sinaloa", "SIN", "80###", 24.8091, -107.394, "America/Mazatlan", "667", 808),
    city("Guadalupe", "Nuevo León", "NL", "67###", 25.6768, -100.2565, "America/Monterrey", "81", 635),
    city("Acapulco", "Guerrero", "GRO", "39###", 16.8531, -99.8237, "America/Mexico_City", "744", 658),
    city("Tlalnepantla", "Estado de México", "MEX", "54###", 19.5407, -99.1953, "America/Mexico_City", "55", 658),
    city("Cancún", "Quintana Roo", "QROO", "77###", 21.1619, -86.8515, "America/Cancun", "998", 888),
    city("Chihuahua", "Chihuahua", "CHIH", "31###", 28.6353, -106.0889, "America/Chihuahua", "614", 925),
    city("Torreón", "Coahuila", "COAH", "27###", 25.5428, -103.4068, "America/Monterrey", "871", 690),
    city("Morelia", "Michoacán", "MICH", "58###", 19.706, -101.195, "America/Mexico_City", "443", 743),
    city("Reynosa", "Tamaulipas", "TAMS", "88###", 26.0922, -98.2779, "America/Matamoros", "899", 691),
    city("Toluca", "Estado de México", "MEX", "50###", 19.2826, -99.6557, "America/Mexico_City", "722", 910),
    city("Tuxtla Gutiérrez", "Chiapas", "CHIS", "29###", 16.7516, -93.1161, "America/Mexico_City", "961", 578),
    city("Durango", "Durango", "DGO", "34###", 24.0277, -104.6532, "America/Monterrey", "618", 616),
    city("Veracruz", "Veracruz", "VER", "91###", 19.1738, -96.1342, "America/Mexico_City", "229", 537),
    city("Xalapa", "Veracruz", "VER", "91###", 19.5438, -96.9102, "America/Mexico_City", "228", 443),
    city("Villahermosa", "Tabasco", "TAB", "86###", 17.9895, -92.9475, "America/Mexico_City", "993", 340),
    city("Mazatlán", "Sinaloa", "SIN", "82###", 23.2494, -106.4111, "America/Mazatlan", "669", 441),
    city("Irapuato", "Guanajuato", "GTO", "36###", 20.6767, -101.3563, "America/Mexico_City", "462", 452),
    city("Celaya", "Guanajuato", "GTO", "38###", 20.528, -100.815, "America/Mexico_City", "461", 378),
    city("Cuernavaca", "Morelos", "MOR", "62###", 18.9242, -99.2216, "America/Mexico_City", "777", 341),
    city("Pachuca", "Hidalgo", "HGO", "42###", 20.1011, -98.7591, "America/Mexico_City", "771", 297),
    city("Oaxaca de Juárez", "Oaxaca", "OAX", "68###", 17.0732, -96.7266, "America/Mexico_City", "951", 258),
    city("Tampico", "Tamaulipas", "TAMS", "89###", 22.2331, -97.8611, "America/Monterrey", "833", 297),
    city("Ciudad Victoria", "Tamaulipas", "TAMS", "87###", 23.7369, -99.1411, "America/Monterrey", "834", 332),
    city("Tepic", "Nayarit", "NAY", "63###", 21.5042, -104.8946, "America/Mazatlan", "311", 371),
    city("La Paz", "Baja California Sur", "BCS", "23###", 24.1426, -110.3128, "America/Mazatlan", "612", 250),
    city("Campeche", "Campeche", "CAMP", "24###", 19.8301, -90.5349, "America/Merida", "981", 249),
    city("Colima", "Colima", "COL", "28###", 19.2452, -103.7241, "America/Mexico_City", "312", 147),
    city("Zacatecas", "Zacatecas", "ZAC", "98###", 22.7709, -102.5832, "America/Mexico_City", "492", 138),
    city("Tlaxcala", "Tlaxcala", "TLAX", "90###", 19.3139, -98.2404, "America/Mexico_City", "246", 95),
    city("Puerto Vallarta", "Jalisco", "JAL", "48###", 20.6534, -105.2253, "America/Mexico_City", "322", 224),
    city("Ensenada", "Baja California", "BC", "22###", 31.8667, -116.5964, "America/Tijuana", "646", 330),
];

/// Street names.
#[rustfmt::skip]
pub(super) const STREETS: &[&str] = &[
    "Benito Juárez", "Miguel Hidalgo", "Emiliano Zapata", "Francisco I. Madero", "5 de Mayo", "16 de Septiembre",
    "20 de Noviembre", "Insurgentes", "Reforma", "Revolución", "Independencia", "Vicente Guerrero",
    "José María Morelos", "Lázaro Cárdenas", "Venustiano Carranza", "Niños Héroes", "Álvaro Obregón", "Cuauhtémoc",
    "Constitución", "Universidad", "Las Flores", "Los Pinos", "Las Rosas", "Los Cedros", "Las Palmas",
    "del Bosque", "de la Paz", "Libertad", "Allende", "Aldama", "Abasolo", "Matamoros", "Galeana", "Zaragoza",
    "Ignacio López Rayón", "Melchor Ocampo", "Nicolás Bravo", "Guadalupe Victoria", "Gómez Farías",
    "Sor Juana Inés de la Cruz", "Josefa Ortiz de Domínguez", "Leona Vicario", "Río Bravo", "Río Lerma",
    "Popocatépetl", "Iztaccíhuatl", "Tlaxcala", "Veracruz", "Jalisco", "Durango",
];

/// Kinds of street with weights.
#[rustfmt::skip]
pub(super) const KINDS: &[(&str, u32)] = &[
    ("Calle", 55), ("Avenida", 25), ("Privada", 8), ("Calzada", 5), ("Boulevard", 6), ("Cerrada", 4),
    ("Andador", 2),
];
