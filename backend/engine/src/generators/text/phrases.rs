//! Forms of titles and questions in the languages of the locales. `{S}` is a subject with a capital, `{s}` without,
//! `{p}` a predicate in the past, `{c}` where, when or how.

use crate::generators::support::language::Language;

/// Forms of titles.
#[rustfmt::skip]
pub(super) fn titles(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &[
            "{S} and {s}", "When {s} {p}", "Why {s} {p}", "The day {s} {p}", "What {s} never said", "Lessons from {s}",
            "{S}: a short guide", "How {s} {p} {c}",
        ],
        Language::Spanish => &[
            "{S} y {s}", "Cuando {s} {p}", "Por qué {s} {p}", "El día que {s} {p}", "Lo que {s} nunca dijo",
            "{S}: guía breve", "Así {p} {s} {c}",
        ],
        Language::Portuguese => &[
            "{S} e {s}", "Quando {s} {p}", "Por que {s} {p}", "O dia em que {s} {p}", "O que {s} nunca disse",
            "{S}: um guia rápido", "Como {s} {p} {c}",
        ],
        Language::French => &[
            "{S} et {s}", "Quand {s} {p}", "Pourquoi {s} {p}", "Le jour où {s} {p}", "Ce que {s} n'a jamais dit",
            "{S}\u{a0}: petit guide", "Comment {s} {p} {c}",
        ],
        Language::German => &[
            "{S} und {s}", "{S} {p}", "{S} {p} {c}", "Was {s} nie sagte", "{S}: ein kurzer Leitfaden",
            "Und plötzlich: {s} {p}",
        ],
        Language::Italian => &[
            "{S} e {s}", "Quando {s} {p}", "Perché {s} {p}", "Il giorno in cui {s} {p}", "Quello che {s} non ha mai detto",
            "{S}: una breve guida", "Come {s} {p} {c}",
        ],
        Language::Dutch => &[
            "{S} en {s}", "{S} {p}", "{S} {p} {c}", "Wat {s} nooit zei", "{S}: een korte gids", "En opeens: {s} {p}",
        ],
    }
}

/// Forms of questions.
#[rustfmt::skip]
pub(super) fn questions(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &[
            "Do you know why {s} {p}?", "Is it true that {s} {p} {c}?", "Who said that {s} {p} {c}?",
            "Where were you when {s} {p}?", "What happened after {s} {p}?", "Did you hear that {s} {p} {c}?",
        ],
        Language::Spanish => &[
            "¿Sabes por qué {s} {p}?", "¿Es verdad que {s} {p} {c}?", "¿Quién dijo que {s} {p} {c}?",
            "¿Dónde estabas cuando {s} {p}?", "¿Qué pasó después de que {s} {p}?", "¿Has oído que {s} {p} {c}?",
        ],
        Language::Portuguese => &[
            "Você sabe por que {s} {p}?", "É verdade que {s} {p} {c}?", "Quem disse que {s} {p} {c}?",
            "Onde você estava quando {s} {p}?", "O que aconteceu depois que {s} {p}?", "Você soube que {s} {p} {c}?",
        ],
        Language::French => &[
            "Savez-vous pourquoi {s} {p}\u{a0}?", "Savez-vous si {s} {p} {c}\u{a0}?",
            "Où étiez-vous quand {s} {p}\u{a0}?", "Est-ce vrai\u{a0}: {s} {p} {c}\u{a0}?",
            "{S} {p} {c}, n'est-ce pas\u{a0}?",
        ],
        Language::German => &[
            "{S} {p}, oder?", "{S} {p} {c}, stimmt das?", "Ist das wahr: {s} {p} {c}?", "{S} {p} {c}, nicht wahr?",
        ],
        Language::Italian => &[
            "Sai perché {s} {p}?", "È vero che {s} {p} {c}?", "Chi ha detto che {s} {p} {c}?", "Dov'eri quando {s} {p}?",
            "Cosa è successo dopo che {s} {p}?", "Hai sentito che {s} {p} {c}?",
        ],
        Language::Dutch => &[
            "{S} {p}, toch?", "{S} {p} {c}, klopt dat?", "Is dat waar: {s} {p} {c}?", "{S} {p} {c}, nietwaar?",
        ],
    }
}

/// What a quotation is put between.
pub(super) fn marks(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::English | Language::Portuguese => ("“", "”"),
        Language::Spanish | Language::Italian => ("«", "»"),
        Language::French => ("«\u{a0}", "\u{a0}»"),
        Language::German => ("„", "“"),
        Language::Dutch => ("‘", "’"),
    }
}
