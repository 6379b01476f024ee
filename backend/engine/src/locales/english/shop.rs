//! Products of a shop by category, with the range of their price in US dollars.

use crate::locales::types::{Item, item};

/// Categories with the three letters of their article numbers.
#[rustfmt::skip]
pub(super) const CATEGORIES: &[(&str, &str)] = &[
    ("Electronics", "ELE"), ("Home and kitchen", "HOG"), ("Clothing", "ROP"), ("Sports", "DEP"), ("Toys", "TOY"),
    ("Beauty", "BEL"), ("Books and office", "OFI"), ("Garden and tools", "JAR"), ("Food", "ALI"), ("Pets", "PET"),
];

/// Products: category, name, whether it is feminine, least and greatest price.
#[rustfmt::skip]
pub(super) const ITEMS: &[Item] = &[
    item(0, "Headphones", false, 15, 180), item(0, "Keyboard", false, 12, 120), item(0, "Mouse", false, 8, 70),
    item(0, "Monitor", false, 90, 450), item(0, "Speaker", false, 20, 250), item(0, "Webcam", false, 20, 110),
    item(0, "Tablet", false, 90, 600), item(0, "Charger", false, 8, 45), item(1, "Lamp", false, 12, 140),
    item(1, "Chair", false, 30, 220), item(1, "Table", false, 50, 480), item(1, "Mug", false, 4, 18),
    item(1, "Frying Pan", false, 12, 75), item(1, "Knife Set", false, 18, 150), item(1, "Blanket", false, 12, 80),
    item(1, "Pillow", false, 8, 50), item(2, "Shirt", false, 12, 70), item(2, "T-shirt", false, 6, 35),
    item(2, "Jacket", false, 30, 200), item(2, "Dress", false, 20, 140), item(2, "Sweater", false, 18, 95),
    item(2, "Trousers", false, 18, 90), item(2, "Belt", false, 8, 45), item(2, "Backpack", false, 20, 130),
    item(3, "Football", false, 8, 50), item(3, "Yoga Mat", false, 10, 55), item(3, "Dumbbell", false, 8, 70),
    item(3, "Helmet", false, 18, 130), item(3, "Racket", false, 20, 190), item(3, "Water Bottle", false, 6, 35),
    item(3, "Tent", false, 40, 320), item(4, "Puzzle", false, 6, 35), item(4, "Doll", false, 8, 50),
    item(4, "Board Game", false, 12, 65), item(4, "Toy Car", false, 4, 30),
    item(4, "Building Blocks", false, 10, 90), item(5, "Shampoo", false, 3, 22), item(5, "Soap", false, 2, 12),
    item(5, "Face Cream", false, 6, 60), item(5, "Perfume", false, 18, 140), item(5, "Toothbrush", false, 2, 80),
    item(5, "Hair Dryer", false, 18, 120), item(6, "Notebook", false, 2, 20), item(6, "Pen", false, 1, 15),
    item(6, "Stapler", false, 4, 25), item(6, "Desk Organizer", false, 8, 40), item(6, "Calculator", false, 6, 60),
    item(6, "Planner", false, 6, 35), item(7, "Hammer", false, 8, 40), item(7, "Drill", false, 35, 190),
    item(7, "Watering Can", false, 6, 32), item(7, "Garden Hose", false, 12, 60), item(7, "Shovel", false, 10, 45),
    item(7, "Ladder", false, 30, 160), item(8, "Coffee", false, 4, 22), item(8, "Olive Oil", false, 6, 28),
    item(8, "Chocolate", false, 2, 14), item(8, "Cheese", false, 3, 25), item(8, "Honey", false, 4, 18),
    item(8, "Rice", false, 1, 8), item(9, "Dog Bed", false, 15, 80), item(9, "Cat Food", false, 4, 45),
    item(9, "Leash", false, 6, 30), item(9, "Scratching Post", false, 15, 90),
];

/// Adjectives, masculine and feminine.
#[rustfmt::skip]
pub(super) const ADJECTIVES: &[(&str, &str)] = &[
    ("Classic", "Classic"), ("Compact", "Compact"), ("Modern", "Modern"), ("Premium", "Premium"),
    ("Light", "Light"), ("Sturdy", "Sturdy"), ("Elegant", "Elegant"), ("Portable", "Portable"), ("Eco", "Eco"),
    ("Handmade", "Handmade"), ("Essential", "Essential"), ("Deluxe", "Deluxe"), ("Smart", "Smart"),
    ("Vintage", "Vintage"), ("Natural", "Natural"), ("Professional", "Professional"),
];
