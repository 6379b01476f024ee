//! `typo`, `whitespace`, `case`: slips of whoever typed a text.

use arrow_array::ArrayRef;

use super::values::texts;
use super::{Damage, Effect, FaultContext, FaultDescriptor, FaultKind, Struck, TEXTS, params};
use crate::generator::{EngineError, ParamProblem, Words};
use crate::generators::support::describe::words;
use crate::generators::support::text::limit;
use crate::stream::{Cell, Stream};

/// Rows of a keyboard, for the key beside the right one.
const KEYBOARD: [&str; 4] = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// The catalogue's entry `typo`.
pub(super) const TYPO: Slip = Slip {
    name: "typo",
    label: words("Typing error", "Error al teclear"),
    description: words(
        "One letter is left out, doubled, swapped with the next or taken for the key beside it.",
        "Una letra falta, se repite, cambia de lugar con la siguiente o se confunde con la tecla vecina.",
    ),
    make: typo,
};

/// The catalogue's entry `whitespace`.
pub(super) const WHITESPACE: Slip = Slip {
    name: "whitespace",
    label: words("Stray spaces", "Espacios sobrantes"),
    description: words(
        "A space before, behind or twice within the text, or one that does not break.",
        "Un espacio delante, detrás o doble dentro del texto, o uno que no separa.",
    ),
    make: whitespace,
};

/// The catalogue's entry `case`.
pub(super) const CASE: Slip = Slip {
    name: "case",
    label: words("Wrong case", "Mayúsculas erróneas"),
    description: words(
        "All capitals, all small letters, or each the other way round.",
        "Todo en mayúsculas, todo en minúsculas o cada letra al revés.",
    ),
    make: case,
};

/// A kind that changes a text by itself.
pub(super) struct Slip {
    name: &'static str,
    label: Words,
    description: Words,
    make: fn(&mut Cell, &str) -> String,
}

impl FaultKind for Slip {
    fn descriptor(&self) -> FaultDescriptor {
        let (label, description) = (self.label, self.description);
        FaultDescriptor { name: self.name, label, description, strikes: TEXTS, params: params([]) }
    }

    fn effect(&self) -> Effect {
        Effect::Rewrites
    }

    fn compile(&self, cx: &FaultContext<'_>) -> Result<Box<dyn Damage>, Vec<ParamProblem>> {
        Ok(Box::new(Slipped { make: self.make, limit: limit(cx.field()), stream: cx.stream }))
    }
}

/// A change of each text that is there, which keeps to the field's length.
pub(super) struct Slipped {
    pub(super) make: fn(&mut Cell, &str) -> String,
    pub(super) limit: Option<u32>,
    pub(super) stream: Stream,
}

impl Damage for Slipped {
    fn damage(&self, struck: &Struck<'_>) -> Result<Vec<ArrayRef>, EngineError> {
        texts(struck, self.stream, self.limit, |cell, old| old.map(|old| (self.make)(cell, old)))
    }
}

fn typo(cell: &mut Cell, text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    if chars.is_empty() {
        return String::new();
    }
    let at = cell.below(chars.len() as u64) as usize;
    match cell.below(4) {
        0 if at + 1 < chars.len() && chars[at] != chars[at + 1] => chars.swap(at, at + 1),
        1 if chars.len() > 1 => drop(chars.remove(at)),
        2 => match beside(cell, chars[at]) {
            Some(key) => chars[at] = key,
            None => chars.insert(at, chars[at]),
        },
        _ => chars.insert(at, chars[at]),
    }
    chars.into_iter().collect()
}

/// The key to the left or right of a letter or digit, in the same case.
fn beside(cell: &mut Cell, c: char) -> Option<char> {
    let lower = c.to_ascii_lowercase();
    let (row, at) = KEYBOARD.iter().find_map(|row| Some((row.as_bytes(), row.find(lower)?)))?;
    let right = at == 0 || (at + 1 < row.len() && cell.below(2) == 0);
    let key = char::from(row[if right { at + 1 } else { at - 1 }]);
    Some(if c.is_ascii_uppercase() { key.to_ascii_uppercase() } else { key })
}

fn whitespace(cell: &mut Cell, text: &str) -> String {
    match cell.below(4) {
        0 => format!(" {text}"),
        1 if text.contains(' ') => text.replacen(' ', "  ", 1),
        2 if text.contains(' ') => text.replacen(' ', "\u{a0}", 1),
        2 => format!("{text}\u{a0}"),
        _ => format!("{text} "),
    }
}

fn case(cell: &mut Cell, text: &str) -> String {
    let turned =
        |c: char| if c.is_uppercase() { c.to_lowercase().collect() } else { c.to_uppercase().collect::<String>() };
    let forms = [text.to_uppercase(), text.to_lowercase(), text.chars().map(turned).collect()];
    let first = cell.below(3) as usize;
    let mut tries = (0..3).map(|n| &forms[(first + n) % 3]);
    tries.find(|form| form.as_str() != text).cloned().unwrap_or_else(|| text.to_owned())
}
