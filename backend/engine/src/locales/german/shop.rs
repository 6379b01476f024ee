//! Products of a shop by category, with the range of their price in US dollars.

use crate::locales::types::{Item, item, neuter};

/// Categories with the three letters of their article numbers.
#[rustfmt::skip]
pub(super) const CATEGORIES: &[(&str, &str)] = &[
    ("Elektronik", "ELE"), ("Haus und Küche", "HOG"), ("Bekleidung", "ROP"), ("Sport", "DEP"), ("Spielwaren", "TOY"),
    ("Schönheit", "BEL"), ("Bücher und Büro", "OFI"), ("Garten und Werkzeug", "JAR"), ("Lebensmittel", "ALI"),
    ("Haustiere", "PET"),
];

/// Products: category, name, whether it is feminine, least and greatest price; neuter ones by a function of their own.
#[rustfmt::skip]
pub(super) const ITEMS: &[Item] = &[
    item(0, "Kopfhörer", false, 15, 180), item(0, "Tastatur", true, 12, 120), item(0, "Maus", true, 8, 70),
    item(0, "Monitor", false, 90, 450), item(0, "Lautsprecher", false, 20, 250), item(0, "Webcam", true, 20, 110),
    neuter(0, "Tablet", 90, 600), neuter(0, "Ladegerät", 8, 45), neuter(0, "Smartphone", 120, 900),
    item(0, "Drucker", false, 50, 300), item(1, "Lampe", true, 12, 140), item(1, "Stuhl", false, 30, 220),
    item(1, "Tisch", false, 50, 480), item(1, "Becher", false, 4, 18), item(1, "Bratpfanne", true, 12, 75),
    item(1, "Messerblock", false, 18, 150), item(1, "Wolldecke", true, 12, 80), neuter(1, "Kissen", 8, 50),
    neuter(1, "Regal", 25, 240), item(1, "Wasserkocher", false, 18, 90), neuter(2, "Hemd", 12, 70),
    neuter(2, "T-Shirt", 6, 35), item(2, "Jacke", true, 30, 200), neuter(2, "Kleid", 20, 140),
    item(2, "Pullover", false, 18, 95), item(2, "Hose", true, 18, 90), item(2, "Gürtel", false, 8, 45),
    item(2, "Rucksack", false, 20, 130), item(2, "Schal", false, 8, 60), item(3, "Fußball", false, 8, 50),
    item(3, "Yogamatte", true, 10, 55), item(3, "Hantel", true, 8, 70), item(3, "Fahrradhelm", false, 18, 130),
    item(3, "Tennisschläger", false, 20, 190), item(3, "Trinkflasche", true, 6, 35), neuter(3, "Zelt", 40, 320),
    neuter(4, "Puzzle", 6, 35), item(4, "Puppe", true, 8, 50), neuter(4, "Brettspiel", 12, 65),
    neuter(4, "Spielzeugauto", 4, 30), item(4, "Baukasten", false, 10, 90), neuter(4, "Kuscheltier", 8, 45),
    neuter(5, "Shampoo", 3, 22), item(5, "Seife", true, 2, 12), item(5, "Gesichtscreme", true, 6, 60),
    neuter(5, "Parfüm", 18, 140), item(5, "Zahnbürste", true, 2, 80), item(5, "Haartrockner", false, 18, 120),
    neuter(6, "Notizbuch", 2, 20), item(6, "Kugelschreiber", false, 1, 15), item(6, "Locher", false, 4, 25),
    item(6, "Ablagekorb", false, 8, 40), item(6, "Taschenrechner", false, 6, 60),
    item(6, "Terminkalender", false, 6, 35), neuter(6, "Kochbuch", 9, 45), item(7, "Hammer", false, 8, 40),
    item(7, "Bohrmaschine", true, 35, 190), item(7, "Gießkanne", true, 6, 32),
    item(7, "Gartenschlauch", false, 12, 60), item(7, "Spaten", false, 10, 45), item(7, "Leiter", true, 30, 160),
    item(8, "Kaffee", false, 4, 22), neuter(8, "Olivenöl", 6, 28), item(8, "Schokolade", true, 2, 14),
    item(8, "Käse", false, 3, 25), item(8, "Honig", false, 4, 18), item(8, "Reis", false, 1, 8),
    item(8, "Tee", false, 2, 18), neuter(9, "Hundebett", 15, 80), neuter(9, "Katzenfutter", 4, 45),
    item(9, "Hundeleine", true, 6, 30), item(9, "Kratzbaum", false, 15, 90),
];

/// Adjectives before masculine and feminine nouns.
#[rustfmt::skip]
pub(super) const ADJECTIVES: &[(&str, &str)] = &[
    ("Klassischer", "Klassische"), ("Edler", "Edle"), ("Hochwertiger", "Hochwertige"), ("Beliebter", "Beliebte"),
    ("Nachhaltiger", "Nachhaltige"), ("Exklusiver", "Exklusive"), ("Preiswerter", "Preiswerte"),
    ("Bewährter", "Bewährte"), ("Ausgewählter", "Ausgewählte"), ("Neuer", "Neue"), ("Schlichter", "Schlichte"),
    ("Originaler", "Originale"), ("Einfacher", "Einfache"), ("Günstiger", "Günstige"), ("Besonderer", "Besondere"),
    ("Erstklassiger", "Erstklassige"),
];

/// The neuter of each adjective.
#[rustfmt::skip]
pub(super) const NEUTER: &[&str] = &[
    "Klassisches", "Edles", "Hochwertiges", "Beliebtes", "Nachhaltiges", "Exklusives", "Preiswertes", "Bewährtes",
    "Ausgewähltes", "Neues", "Schlichtes", "Originales", "Einfaches", "Günstiges", "Besonderes", "Erstklassiges",
];
