//! Products of a shop by category, with the range of their price in US dollars.

use crate::locales::types::{Item, item};

/// Categories with the three letters of their article numbers.
#[rustfmt::skip]
pub(super) const CATEGORIES: &[(&str, &str)] = &[
    ("Électronique", "ELE"), ("Maison et cuisine", "MAI"), ("Vêtements", "VET"), ("Sport", "SPO"), ("Jouets", "JOU"),
    ("Beauté", "BEA"), ("Papeterie et bureau", "BUR"), ("Jardin et bricolage", "JAR"), ("Alimentation", "ALI"),
    ("Animaux", "ANI"),
];

/// Products: category, name, whether it is feminine, least and greatest price.
#[rustfmt::skip]
pub(super) const ITEMS: &[Item] = &[
    item(0, "Casque audio", false, 15, 180), item(0, "Clavier", false, 12, 120), item(0, "Souris", true, 8, 70),
    item(0, "Écran", false, 90, 450), item(0, "Enceinte", true, 20, 250), item(0, "Webcam", true, 20, 110),
    item(0, "Tablette", true, 90, 600), item(0, "Chargeur", false, 8, 45), item(0, "Batterie externe", true, 12, 70),
    item(0, "Imprimante", true, 60, 320), item(1, "Lampe", true, 12, 140), item(1, "Chaise", true, 30, 220),
    item(1, "Table", true, 50, 480), item(1, "Tasse", true, 4, 18), item(1, "Poêle", true, 12, 75),
    item(1, "Coffret de couteaux", false, 18, 150), item(1, "Couverture", true, 12, 80),
    item(1, "Oreiller", false, 8, 50), item(1, "Cafetière", true, 25, 180), item(1, "Casserole", true, 15, 90),
    item(1, "Bouilloire", true, 18, 90), item(2, "Chemise", true, 12, 70), item(2, "T-shirt", false, 6, 35),
    item(2, "Veste", true, 30, 200), item(2, "Robe", true, 20, 140), item(2, "Pull", false, 18, 95),
    item(2, "Pantalon", false, 18, 90), item(2, "Ceinture", true, 8, 45), item(2, "Sac à dos", false, 20, 130),
    item(2, "Écharpe", true, 8, 60), item(2, "Manteau", false, 50, 280), item(3, "Ballon", false, 8, 50),
    item(3, "Tapis de yoga", false, 10, 55), item(3, "Haltère", false, 8, 70),
    item(3, "Casque de vélo", false, 18, 130), item(3, "Raquette", true, 20, 190), item(3, "Gourde", true, 6, 35),
    item(3, "Tente", true, 40, 320), item(3, "Corde à sauter", true, 4, 25), item(4, "Puzzle", false, 6, 35),
    item(4, "Poupée", true, 8, 50), item(4, "Jeu de société", false, 12, 65), item(4, "Petite voiture", true, 4, 30),
    item(4, "Jeu de construction", false, 10, 90), item(4, "Peluche", true, 6, 40), item(4, "Toupie", true, 2, 15),
    item(5, "Shampooing", false, 3, 22), item(5, "Savon", false, 2, 12), item(5, "Crème pour le visage", true, 6, 60),
    item(5, "Parfum", false, 18, 140), item(5, "Brosse à dents", true, 2, 80),
    item(5, "Sèche-cheveux", false, 18, 120), item(5, "Huile corporelle", true, 5, 35),
    item(6, "Cahier", false, 2, 20), item(6, "Stylo", false, 1, 15), item(6, "Agrafeuse", true, 4, 25),
    item(6, "Classeur", false, 3, 20), item(6, "Calculatrice", true, 6, 60), item(6, "Agenda", false, 6, 35),
    item(6, "Trousse", true, 4, 25), item(7, "Marteau", false, 8, 40), item(7, "Perceuse", true, 35, 190),
    item(7, "Arrosoir", false, 6, 32), item(7, "Tuyau d'arrosage", false, 12, 60), item(7, "Pelle", true, 10, 45),
    item(7, "Échelle", true, 30, 160), item(7, "Tondeuse", true, 90, 480), item(7, "Sécateur", false, 8, 45),
    item(8, "Café", false, 4, 22), item(8, "Huile d'olive", true, 6, 28), item(8, "Chocolat", false, 2, 14),
    item(8, "Fromage", false, 3, 25), item(8, "Miel", false, 4, 18), item(8, "Confiture", true, 2, 9),
    item(8, "Moutarde", true, 1, 7), item(8, "Thé", false, 3, 20), item(9, "Panier pour chien", false, 15, 80),
    item(9, "Pâtée pour chat", true, 2, 25), item(9, "Laisse", true, 6, 30), item(9, "Griffoir", false, 15, 90),
    item(9, "Gamelle", true, 4, 25),
];

/// Adjectives, masculine and feminine.
#[rustfmt::skip]
pub(super) const ADJECTIVES: &[(&str, &str)] = &[
    ("classique", "classique"), ("premium", "premium"), ("essentiel", "essentielle"), ("original", "originale"),
    ("traditionnel", "traditionnelle"), ("supérieur", "supérieure"), ("économique", "économique"),
    ("authentique", "authentique"), ("écoresponsable", "écoresponsable"), ("artisanal", "artisanale"),
    ("exclusif", "exclusive"), ("certifié", "certifiée"), ("primé", "primée"), ("de luxe", "de luxe"),
    ("haut de gamme", "haut de gamme"), ("d'exception", "d'exception"), ("de qualité", "de qualité"),
];
