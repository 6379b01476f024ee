//! Words, and the parts of simple sentences.

/// Common nouns.
#[rustfmt::skip]
pub(super) const WORDS: &[&str] = &[
    "time", "year", "people", "way", "day", "man", "thing", "woman", "life", "child", "world", "school", "state",
    "family", "student", "group", "country", "problem", "hand", "part", "place", "case", "week", "company",
    "system", "program", "question", "work", "government", "number", "night", "point", "home", "water", "room",
    "mother", "area", "money", "story", "fact", "month", "lot", "right", "study", "book", "eye", "job", "word",
    "business", "issue", "side", "kind", "head", "house", "service", "friend", "father", "power", "hour", "game",
    "line", "end", "member", "law", "car", "city", "community", "name", "president", "team", "minute", "idea",
    "kid", "body", "information", "back", "parent", "face", "others", "level", "office", "door", "health",
    "person", "art", "war", "history", "party", "result", "change", "morning", "reason", "research", "girl", "guy",
    "moment", "air", "teacher", "force", "education", "foot", "boy", "age", "policy", "process", "music", "market",
    "sense", "nation", "plan", "college", "interest", "death", "experience", "effect", "use", "class", "control",
    "field", "development", "role", "effort", "rate", "heart", "drug", "show", "leader", "light", "voice", "wife",
    "police", "mind", "price", "report", "decision", "son", "view", "relationship", "town", "road", "arm",
    "difference", "value", "building", "action", "season", "society", "tax", "director", "position", "player",
    "record", "paper", "space", "ground", "form", "event", "official", "matter", "center", "couple", "site",
    "project", "activity", "star", "table", "need", "court", "oil", "situation", "cost", "industry", "figure",
    "street", "image", "phone", "data", "picture", "practice", "piece", "land", "product", "doctor", "wall",
    "patient", "worker", "news", "test", "movie", "north", "love", "support", "technology",
];

/// Subjects, capitalised.
#[rustfmt::skip]
pub(super) const SUBJECTS: &[&str] = &[
    "The customer", "Our team", "The supplier", "The new manager", "A neighbour", "The driver", "The old library",
    "The morning train", "The committee", "Her sister", "The engineer", "The teacher", "A young artist",
    "The local market", "The school", "The report", "The second order", "The small shop", "The doctor",
    "The company", "The mayor", "The garden", "The visitor", "The warehouse", "Their office", "The delivery",
    "The school band", "The baker", "A good friend", "The project",
];

/// Predicates in the past.
#[rustfmt::skip]
pub(super) const PREDICATES: &[&str] = &[
    "arrived", "called", "waited", "worked late", "changed the plan", "asked for help", "found a better way",
    "kept the promise", "sent a letter", "opened the door", "finished the work", "started again", "paid the bill",
    "checked the list", "missed the bus", "took a short break", "wrote a long note", "came back", "made a mistake",
    "solved the problem", "told the whole story", "left a message", "lost the key", "brought fresh bread",
];

/// Where, when and how.
#[rustfmt::skip]
pub(super) const COMPLEMENTS: &[&str] = &[
    "on Monday morning", "before lunch", "after the meeting", "near the station", "without any trouble",
    "for the first time", "in the rain", "last summer", "at the end of the month", "with great care",
    "in the main square", "because of the weather", "as agreed", "for no clear reason", "during the holidays",
    "next to the river", "in record time", "to everyone's surprise", "late in the evening", "with a smile",
    "at the old harbour", "just in time", "for a fair price", "without delay",
];
