//! Of programs and their making: versions, commits, branches, feature flags.

use crate::generator::{Family, ParamDescriptor, ParamKind};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::digits::{HEX, push_digits};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{codes, one};

use super::host::length;

const LENGTHS: &[&str] = &["short", "full"];
const STYLES: &[&str] = &["kebab", "snake", "dot"];
const KINDS: [&str; 6] = ["feature", "fix", "chore", "hotfix", "refactor", "docs"];
const VERBS: [&str; 12] = [
    "add", "enable", "improve", "remove", "update", "split", "cache", "validate", "speed-up", "rename", "retry", "log",
];
const THINGS: [&str; 24] = [
    "login-form",
    "checkout",
    "cart-totals",
    "invoice-pdf",
    "search-filters",
    "user-profile",
    "dark-mode",
    "email-templates",
    "payment-retries",
    "rate-limits",
    "audit-log",
    "order-export",
    "image-upload",
    "two-factor",
    "price-rules",
    "stock-alerts",
    "address-lookup",
    "webhooks",
    "session-timeout",
    "report-builder",
    "api-keys",
    "tax-rates",
    "gift-cards",
    "loyalty-points",
];
const SUFFIXES: [&str; 6] = ["", "-v2", "-beta", "-rollout", "-experiment", "-killswitch"];

/// Versions.
pub(super) static VERSION: Entry = Entry::text(
    "system.version",
    Family::System,
    words("Semantic version", "Versión semántica"),
    words(
        "Versions by Semantic Versioning 2.0: major, minor and patch, low numbers the more frequent; a share of pre-releases.",
        "Versiones según Semantic Versioning 2.0: mayor, menor y parche, más frecuentes los números bajos; una parte previas.",
    ),
    |reader, cx| {
        let share = reader.number("prerelease").unwrap_or(0.08);
        let v = if reader.boolean("v", false) { "v" } else { "" };
        let unique = cx.unique;
        codes(reader, cx, 10 * 60 * 40, 16, move |number, cell, out| {
            // Of a number where versions must differ; else low ones are the more frequent.
            let mut low = |most: u128| {
                let share = cell.unit();
                (share * share * most as f64) as u128
            };
            let [major, minor, patch] = if unique {
                [number / 2_400, number / 40 % 60, number % 40]
            } else {
                [low(10), low(60), low(40)]
            };
            out.push(v);
            for (n, part) in [major, minor, patch].into_iter().enumerate() {
                if n > 0 {
                    out.push(".");
                }
                out.push_number(part as u64);
            }
            if cell.unit() < share {
                out.push(one(cell, &["-rc.", "-beta.", "-alpha."]));
                out.push_number(1 + cell.below(4));
            }
        })
    },
)
.with(
    || {
        vec![
            defaulted(
                "prerelease",
                ParamKind::Number { min: Some(0.0), max: Some(1.0) },
                words("Pre-releases", "Versiones previas"),
                words("Share of versions such as 2.0.0-rc.1.", "Proporción de versiones como 2.0.0-rc.1."),
                0.08,
            ),
            defaulted(
                "v",
                ParamKind::Boolean,
                words("With v", "Con v"),
                words("Whether a v stands before.", "Si lleva una v delante."),
                false,
            ),
        ]
    },
    r#"{"prerelease":0.08}"#,
)
.unique();

/// Commits.
pub(super) static COMMIT: Entry = Entry::text(
    "system.git_commit",
    Family::System,
    words("Git commit", "Commit de Git"),
    words(
        "Hexadecimal digits: all 40, or the 7 that people write.",
        "Dígitos hexadecimales: los 40, o los 7 que se suelen escribir.",
    ),
    |reader, cx| {
        let full = reader.text("length", "full") != LENGTHS[0];
        let (space, longest) = if full { (1 << 96, 40) } else { (1 << 28, 7) };
        codes(reader, cx, space, longest, move |number, cell, out| {
            push_digits(number, HEX, if full { 24 } else { 7 }, out);
            if full {
                push_digits(u128::from(cell.bits()), HEX, 16, out);
            }
        })
    },
)
.with(|| vec![ParamDescriptor { default: Some("full".into()), ..length() }], r#"{"length":"full"}"#)
.unique();

/// Branches.
pub(super) static BRANCH: Entry = Entry::text(
    "system.git_branch",
    Family::System,
    words("Git branch", "Rama de Git"),
    words(
        "Branches: a kind, a ticket and some words; one in ten is main, develop or a release where they may repeat.",
        "Ramas: un tipo, una incidencia y unas palabras; una de cada diez es main, develop o una versión si pueden repetirse.",
    ),
    |reader, cx| {
        let unique = cx.unique;
        let space = (KINDS.len() * VERBS.len() * THINGS.len()) as u128 * 9_999;
        codes(reader, cx, space, 48, move |number, cell, out| {
            if !unique && cell.below(10) == 0 {
                match cell.below(4) {
                    0 | 1 => out.push("main"),
                    2 => out.push("develop"),
                    _ => {
                        out.push("release/");
                        out.push_number(1 + cell.below(9));
                        out.push(".");
                        out.push_number(cell.below(20));
                    }
                }
                return;
            }
            let (ticket, number) = (number % 9_999 + 1, (number / 9_999) as usize);
            out.push(KINDS[number % KINDS.len()]);
            out.push("/SHOP-");
            out.push_number(ticket as u64);
            out.push("-");
            out.push(VERBS[number / KINDS.len() % VERBS.len()]);
            out.push("-");
            out.push(THINGS[number / KINDS.len() / VERBS.len() % THINGS.len()]);
        })
    },
)
.unique();

/// Flags.
pub(super) static FLAG: Entry = Entry::text(
    "system.feature_flag",
    Family::System,
    words("Feature flag", "Conmutador de función"),
    words("Names of switches for functions of a program.", "Nombres de conmutadores de funciones de un programa."),
    |reader, cx| {
        let mark = match reader.choice("style", STYLES) {
            "snake" => b'_',
            "dot" => b'.',
            _ => b'-',
        };
        let space = (VERBS.len() * THINGS.len() * SUFFIXES.len()) as u128;
        codes(reader, cx, space, 40, move |number, _, out| {
            let number = number as usize;
            out.push(VERBS[number % VERBS.len()]);
            out.push("-");
            out.push(THINGS[number / VERBS.len() % THINGS.len()]);
            out.push(SUFFIXES[number / VERBS.len() / THINGS.len() % SUFFIXES.len()]);
            out.current().iter_mut().filter(|b| **b == b'-').for_each(|b| *b = mark);
        })
    },
)
.with(
    || {
        vec![defaulted(
            "style",
            ParamKind::Choice(STYLES),
            words("Style", "Estilo"),
            words(
                "What stands between words: hyphens, underscores or points.",
                "Lo que separa las palabras: guiones (kebab), guiones bajos (snake) o puntos (dot).",
            ),
            STYLES[0],
        )]
    },
    r#"{"style":"kebab"}"#,
)
.unique();

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;
    use regex::Regex;
    use serde_json::json;

    use crate::testing::Trial;

    fn all(name: &'static str, rows: u64) -> HashSet<String> {
        let trial = Trial::new(name, json!({}), FieldType::String).unique(rows);
        assert!(trial.compile().unwrap().capacity() >= Some(u128::from(rows)), "{name}");
        trial.texts(rows).into_iter().collect()
    }

    #[test]
    fn every_version_flag_and_many_branches_come_once() {
        assert_eq!(all("system.version", 24_000).len(), 24_000);
        assert_eq!(all("system.feature_flag", 1_728).len(), 1_728);
        assert!(all("system.git_branch", 5_000).iter().all(|b| b.len() <= 48 && b.contains("/SHOP-")));
        assert!(all("system.git_commit", 2_000).iter().all(|c| c.len() == 40));
    }

    #[test]
    fn versions_have_the_form_of_the_standard() {
        let form = Regex::new(r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-(rc|beta|alpha)\.[1-9])?$").unwrap();
        let made = Trial::new("system.version", json!({ "prerelease": 0.5 }), FieldType::String).texts(1_000);
        assert!(made.iter().all(|v| form.is_match(v) && v.len() <= 16));
        assert!((400..600).contains(&made.iter().filter(|v| v.contains('-')).count()));
    }
}
