//! Products of a shop by category, with the range of their price in US dollars.

use crate::locales::types::{Item, item};

/// Categories with the three letters of their article numbers.
#[rustfmt::skip]
pub(super) const CATEGORIES: &[(&str, &str)] = &[
    ("Elettronica", "ELE"), ("Casa e cucina", "CAS"), ("Abbigliamento", "ABB"), ("Sport", "SPO"),
    ("Giocattoli", "GIO"), ("Bellezza", "BEL"), ("Cancelleria e ufficio", "UFF"), ("Giardino e fai da te", "GIA"),
    ("Alimentari", "ALI"), ("Animali", "ANI"),
];

/// Products: category, name, whether it is feminine, least and greatest price.
#[rustfmt::skip]
pub(super) const ITEMS: &[Item] = &[
    item(0, "Cuffia", true, 15, 180), item(0, "Tastiera", true, 12, 120), item(0, "Mouse", false, 8, 70),
    item(0, "Monitor", false, 90, 450), item(0, "Altoparlante", false, 20, 250), item(0, "Webcam", true, 20, 110),
    item(0, "Tablet", false, 90, 600), item(0, "Caricabatterie", false, 8, 45),
    item(0, "Batteria esterna", true, 12, 70), item(0, "Stampante", true, 60, 320), item(1, "Lampada", true, 12, 140),
    item(1, "Sedia", true, 30, 220), item(1, "Tavolo", false, 50, 480), item(1, "Tazza", true, 4, 18),
    item(1, "Padella", true, 12, 75), item(1, "Set di coltelli", false, 18, 150), item(1, "Coperta", true, 12, 80),
    item(1, "Cuscino", false, 8, 50), item(1, "Caffettiera", true, 12, 90), item(1, "Pentola", true, 15, 90),
    item(1, "Bollitore", false, 18, 90), item(2, "Camicia", true, 12, 70), item(2, "Maglietta", true, 6, 35),
    item(2, "Giacca", true, 30, 200), item(2, "Vestito", false, 20, 140), item(2, "Maglione", false, 18, 95),
    item(2, "Gonna", true, 18, 90), item(2, "Cintura", true, 8, 45), item(2, "Zaino", false, 20, 130),
    item(2, "Sciarpa", true, 8, 60), item(2, "Cappotto", false, 50, 280), item(3, "Pallone", false, 8, 50),
    item(3, "Tappetino da yoga", false, 10, 55), item(3, "Manubrio", false, 8, 70),
    item(3, "Casco da bici", false, 18, 130), item(3, "Racchetta", true, 20, 190), item(3, "Borraccia", true, 6, 35),
    item(3, "Tenda", true, 40, 320), item(3, "Corda per saltare", true, 4, 25), item(4, "Puzzle", false, 6, 35),
    item(4, "Bambola", true, 8, 50), item(4, "Gioco da tavolo", false, 12, 65), item(4, "Macchinina", true, 4, 30),
    item(4, "Set di costruzioni", false, 10, 90), item(4, "Peluche", false, 6, 40), item(4, "Trottola", true, 2, 15),
    item(5, "Shampoo", false, 3, 22), item(5, "Sapone", false, 2, 12), item(5, "Crema per il viso", true, 6, 60),
    item(5, "Profumo", false, 18, 140), item(5, "Spazzolino da denti", false, 2, 80),
    item(5, "Asciugacapelli", false, 18, 120), item(5, "Olio per il corpo", false, 5, 35),
    item(6, "Quaderno", false, 2, 20), item(6, "Penna", true, 1, 15), item(6, "Spillatrice", true, 4, 25),
    item(6, "Raccoglitore", false, 3, 20), item(6, "Calcolatrice", true, 6, 60), item(6, "Agenda", true, 6, 35),
    item(6, "Astuccio", false, 4, 25), item(7, "Martello", false, 8, 40), item(7, "Trapano", false, 35, 190),
    item(7, "Annaffiatoio", false, 6, 32), item(7, "Tubo da giardino", false, 12, 60), item(7, "Pala", true, 10, 45),
    item(7, "Scala", true, 30, 160), item(7, "Tagliaerba", false, 90, 480), item(7, "Cesoia", true, 8, 45),
    item(8, "Caffè", false, 4, 22), item(8, "Olio d'oliva", false, 6, 28), item(8, "Cioccolato", false, 2, 14),
    item(8, "Formaggio", false, 3, 25), item(8, "Miele", false, 4, 18), item(8, "Marmellata", true, 2, 9),
    item(8, "Pasta", true, 1, 7), item(8, "Riso", false, 1, 8), item(9, "Cuccia per cani", true, 15, 80),
    item(9, "Cibo per gatti", false, 2, 25), item(9, "Guinzaglio", false, 6, 30),
    item(9, "Tiragraffi", false, 15, 90), item(9, "Ciotola", true, 4, 25),
];

/// Adjectives, masculine and feminine.
#[rustfmt::skip]
pub(super) const ADJECTIVES: &[(&str, &str)] = &[
    ("classico", "classica"), ("premium", "premium"), ("essenziale", "essenziale"), ("originale", "originale"),
    ("tradizionale", "tradizionale"), ("superiore", "superiore"), ("economico", "economica"),
    ("autentico", "autentica"), ("ecosostenibile", "ecosostenibile"), ("artigianale", "artigianale"),
    ("esclusivo", "esclusiva"), ("certificato", "certificata"), ("premiato", "premiata"), ("di lusso", "di lusso"),
    ("di alta gamma", "di alta gamma"), ("d'eccellenza", "d'eccellenza"), ("di qualità", "di qualità"),
];
