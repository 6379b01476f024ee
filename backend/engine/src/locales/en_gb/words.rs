//! Words as the British spell and use them, and subjects of simple sentences.

/// Common nouns.
#[rustfmt::skip]
pub(super) const WORDS: &[&str] = &[
    "time", "year", "people", "way", "day", "man", "thing", "woman", "life", "child", "world", "school", "state",
    "family", "pupil", "group", "country", "problem", "hand", "part", "place", "case", "week", "company", "system",
    "programme", "question", "work", "government", "number", "night", "point", "home", "water", "room", "mother",
    "area", "money", "story", "fact", "month", "lot", "right", "study", "book", "eye", "job", "word", "business",
    "issue", "side", "kind", "head", "house", "service", "friend", "father", "power", "hour", "game", "line", "end",
    "member", "law", "car", "city", "community", "name", "minister", "team", "minute", "idea", "body", "information",
    "back", "parent", "face", "level", "office", "door", "health", "person", "art", "history", "party", "result",
    "change", "morning", "reason", "research", "girl", "boy", "moment", "air", "teacher", "force", "education",
    "foot", "age", "policy", "process", "music", "market", "sense", "nation", "plan", "college", "interest",
    "experience", "effect", "use", "class", "control", "field", "development", "role", "effort", "rate", "heart",
    "leader", "light", "voice", "wife", "police", "mind", "price", "report", "decision", "son", "view",
    "relationship", "town", "road", "arm", "difference", "value", "building", "action", "season", "society", "tax",
    "director", "position", "player", "record", "paper", "space", "ground", "form", "event", "official", "matter",
    "centre", "couple", "site", "project", "activity", "star", "table", "need", "court", "oil", "situation", "cost",
    "industry", "figure", "street", "image", "telephone", "data", "picture", "practice", "piece", "land", "product",
    "doctor", "wall", "patient", "worker", "news", "test", "film", "north", "love", "support", "technology", "garden",
    "river", "hill", "beach", "boat", "train", "bridge", "chair", "window", "flower", "tree", "bread", "sun", "moon",
    "colour", "neighbour", "harbour", "theatre", "parliament", "council", "cottage", "kettle", "biscuit", "umbrella",
    "queue", "holiday", "village", "countryside", "railway", "motorway", "lorry", "pavement", "cupboard", "jumper",
    "cheque", "postcode", "timetable", "letterbox", "tea", "pub", "shop", "flat", "lift", "meadow", "hedge", "lane",
    "cricket", "rugby", "autumn", "borough", "shire", "castle", "church",
];

/// Subjects, capitalised.
#[rustfmt::skip]
pub(super) const SUBJECTS: &[&str] = &[
    "The customer", "Our team", "The supplier", "The new manager", "A neighbour", "The lorry driver", "The vicar",
    "The committee", "Her sister", "The engineer", "The teacher", "A young artist", "The family next door",
    "The whole class", "The head teacher", "The shop assistant", "The doctor", "The small company", "The mayor",
    "The gardener", "A visitor", "The warehouse manager", "Their solicitor", "The postman", "The village band",
    "The baker", "A good friend", "The project manager", "His grandson", "The vet", "My uncle", "The old captain",
];
