//! Products of a shop by category, with the range of their price in US dollars.

use crate::locales::types::{Item, item, neuter};

/// Categories with the three letters of their article numbers.
#[rustfmt::skip]
pub(super) const CATEGORIES: &[(&str, &str)] = &[
    ("Elektronica", "ELE"), ("Wonen en keuken", "HOG"), ("Kleding", "ROP"), ("Sport", "DEP"), ("Speelgoed", "TOY"),
    ("Verzorging", "BEL"), ("Boeken en kantoor", "OFI"), ("Tuin en gereedschap", "JAR"), ("Levensmiddelen", "ALI"),
    ("Huisdieren", "PET"),
];

/// Products: category, name, whether it is feminine (which makes no difference), least and greatest price; neuter ones by a
/// function of their own.
#[rustfmt::skip]
pub(super) const ITEMS: &[Item] = &[
    item(0, "koptelefoon", false, 15, 180), neuter(0, "toetsenbord", 12, 120), item(0, "muis", false, 8, 70),
    neuter(0, "beeldscherm", 90, 450), item(0, "luidspreker", false, 20, 250), item(0, "webcam", false, 20, 110),
    item(0, "tablet", false, 90, 600), item(0, "oplader", false, 8, 45), item(0, "smartphone", false, 120, 900),
    item(0, "printer", false, 50, 300), item(1, "lamp", false, 12, 140), item(1, "stoel", false, 30, 220),
    item(1, "tafel", false, 50, 480), item(1, "mok", false, 4, 18), item(1, "koekenpan", false, 12, 75),
    neuter(1, "messenblok", 18, 150), item(1, "plaid", false, 12, 80), neuter(1, "kussen", 8, 50),
    item(1, "boekenkast", false, 45, 280), item(1, "waterkoker", false, 18, 90), neuter(2, "overhemd", 12, 70),
    neuter(2, "T-shirt", 6, 35), item(2, "jas", false, 30, 200), item(2, "jurk", false, 20, 140),
    item(2, "trui", false, 18, 95), item(2, "broek", false, 18, 90), item(2, "riem", false, 8, 45),
    item(2, "rugzak", false, 20, 130), item(2, "sjaal", false, 8, 60), item(3, "voetbal", false, 8, 50),
    item(3, "yogamat", false, 10, 55), item(3, "halter", false, 8, 70), item(3, "fietshelm", false, 18, 130),
    neuter(3, "tennisracket", 20, 190), item(3, "drinkfles", false, 6, 35), item(3, "tent", false, 40, 320),
    item(4, "puzzel", false, 6, 35), item(4, "pop", false, 8, 50), neuter(4, "bordspel", 12, 65),
    item(4, "speelgoedauto", false, 4, 30), item(4, "bouwdoos", false, 10, 90), neuter(4, "knuffeldier", 8, 45),
    item(5, "shampoo", false, 3, 22), item(5, "zeep", false, 2, 12), item(5, "gezichtscrème", false, 6, 60),
    neuter(5, "parfum", 18, 140), item(5, "tandenborstel", false, 2, 80), item(5, "haardroger", false, 18, 120),
    neuter(6, "notitieboek", 2, 20), item(6, "balpen", false, 1, 15), item(6, "perforator", false, 4, 25),
    neuter(6, "brievenbakje", 8, 40), item(6, "rekenmachine", false, 6, 60), item(6, "agenda", false, 6, 35),
    neuter(6, "kookboek", 9, 45), item(7, "hamer", false, 8, 40), item(7, "boormachine", false, 35, 190),
    item(7, "gieter", false, 6, 32), item(7, "tuinslang", false, 12, 60), item(7, "schop", false, 10, 45),
    item(7, "ladder", false, 30, 160), item(8, "koffie", false, 4, 22), item(8, "olijfolie", false, 6, 28),
    item(8, "chocolade", false, 2, 14), item(8, "kaas", false, 3, 25), item(8, "honing", false, 4, 18),
    item(8, "rijst", false, 1, 8), item(8, "thee", false, 2, 18), item(9, "hondenmand", false, 15, 80),
    neuter(9, "kattenvoer", 4, 45), item(9, "hondenriem", false, 6, 30), item(9, "krabpaal", false, 15, 90),
];

/// Adjectives before nouns of the common gender.
#[rustfmt::skip]
pub(super) const ADJECTIVES: &[(&str, &str)] = &[
    ("Klassieke", "Klassieke"), ("Luxe", "Luxe"), ("Hoogwaardige", "Hoogwaardige"), ("Populaire", "Populaire"),
    ("Duurzame", "Duurzame"), ("Exclusieve", "Exclusieve"), ("Voordelige", "Voordelige"),
    ("Betrouwbare", "Betrouwbare"), ("Geselecteerde", "Geselecteerde"), ("Nieuwe", "Nieuwe"),
    ("Eenvoudige", "Eenvoudige"), ("Originele", "Originele"), ("Fijne", "Fijne"), ("Bijzondere", "Bijzondere"),
    ("Traditionele", "Traditionele"), ("Uitstekende", "Uitstekende"),
];

/// The neuter of each adjective.
#[rustfmt::skip]
pub(super) const NEUTER: &[&str] = &[
    "Klassiek", "Luxe", "Hoogwaardig", "Populair", "Duurzaam", "Exclusief", "Voordelig", "Betrouwbaar",
    "Geselecteerd", "Nieuw", "Eenvoudig", "Origineel", "Fijn", "Bijzonder", "Traditioneel", "Uitstekend",
];
