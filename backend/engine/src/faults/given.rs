//! `wrong_type`, `unknown_code`, `broken_pattern`: texts in the place of others, stated as a value or a pattern or made
//! up.

use arrow_array::ArrayRef;
use regex::Regex;

use super::values::texts;
use super::{Damage, Effect, FaultContext, FaultDescriptor, FaultKind, Struck, TEXTS, params};
use crate::generator::{EngineError, ParamDescriptor, ParamKind, ParamProblem, Words};
use crate::generators::code::Shape;
use crate::generators::support::describe::{optional, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::stream::{Cell, Stream};

/// Texts drawn to see whether a pattern makes what the field allows.
const SAMPLES: u64 = 32;
/// What stands where a value of another type was taken for text.
const STRANGERS: [&str; 10] = ["N/A", "null", "true", "0", "-1", "3.14", "1e5", "2026-02-30", "{}", "#REF!"];

/// The catalogue's entry `wrong_type`.
pub(super) const WRONG_TYPE: Given = Given {
    name: "wrong_type",
    label: words("Wrong type", "Tipo equivocado"),
    description: words(
        "A value of another kind, written as text: a number, a date, a word such as N/A. Only texts can hold it: a column of numbers or dates holds nothing else.",
        "Un valor de otra clase, escrito como texto: un número, una fecha, una palabra como N/A. Solo cabe en textos: una columna de números o fechas no admite otra cosa.",
    ),
    made_up: MadeUp::Stranger,
};

/// The catalogue's entry `unknown_code`.
pub(super) const UNKNOWN_CODE: Given = Given {
    name: "unknown_code",
    label: words("Unknown code", "Código desconocido"),
    description: words(
        "A word that is not among the choices: UNKNOWN unless told.",
        "Una palabra que no está entre las opciones: UNKNOWN si no se indica.",
    ),
    made_up: MadeUp::Word("UNKNOWN"),
};

/// The catalogue's entry `broken_pattern`.
pub(super) const BROKEN_PATTERN: Given = Given {
    name: "broken_pattern",
    label: words("Broken pattern", "Patrón roto"),
    description: words(
        "A text of another form than it should have: one by a pattern of its own, or the right one with a character spoilt.",
        "Un texto con una forma distinta de la debida: según un patrón propio, o el correcto con un carácter estropeado.",
    ),
    made_up: MadeUp::Spoilt,
};

/// A kind whose text can be stated.
pub(super) struct Given {
    name: &'static str,
    label: Words,
    description: Words,
    made_up: MadeUp,
}

/// What is written where nothing is stated.
#[derive(Clone, Copy)]
enum MadeUp {
    Stranger,
    Word(&'static str),
    Spoilt,
}

impl FaultKind for Given {
    fn descriptor(&self) -> FaultDescriptor {
        FaultDescriptor {
            name: self.name,
            label: self.label,
            description: self.description,
            strikes: TEXTS,
            params: params(stated_params()),
        }
    }

    fn effect(&self) -> Effect {
        Effect::Rewrites
    }

    fn compile(&self, cx: &FaultContext<'_>) -> Result<Box<dyn Damage>, Vec<ParamProblem>> {
        let mut reader = Reader::new(cx.params);
        let (value, pattern) = (reader.text("value", ""), reader.text("pattern", ""));
        let text = match (value, pattern, self.made_up) {
            ("", "", MadeUp::Stranger) => Text::Stranger,
            ("", "", MadeUp::Word(word)) => Text::Word(word.to_owned()),
            ("", "", MadeUp::Spoilt) => Text::Spoilt,
            (word, "", _) => Text::Word(word.to_owned()),
            ("", pattern, _) => match Shape::parse(pattern) {
                Ok(shape) => Text::Shape(shape),
                Err(message) => return Err(vec![ParamProblem::new("pattern", "bad_pattern", message)]),
            },
            _ => {
                return Err(vec![ParamProblem::new(
                    "pattern",
                    "value_and_pattern",
                    "give a value or a pattern, not both",
                )]);
            }
        };
        let rewritten = Rewritten { text, allowed: own_pattern(cx), limit: limit(cx.field()), stream: cx.stream };
        rewritten.check(cx, &mut reader);
        reader.finish(Box::new(rewritten))
    }
}

fn stated_params() -> [ParamDescriptor; 2] {
    [
        optional(
            "value",
            ParamKind::Text,
            words("Wrong value", "Valor incorrecto"),
            words("The text that is written.", "El texto que se escribe."),
        ),
        optional(
            "pattern",
            ParamKind::Text,
            words("Pattern of wrong values", "Patrón de valores incorrectos"),
            words(
                "A regular expression that the wrong texts follow, such as INVALID-[0-9]{4}.",
                "Una expresión regular que siguen los textos incorrectos, por ejemplo INVALID-[0-9]{4}.",
            ),
        ),
    ]
}

/// The pattern the field's values follow; validation has refused those that are none.
fn own_pattern(cx: &FaultContext<'_>) -> Option<Regex> {
    Regex::new(&format!("^(?:{})$", cx.field().constraints.pattern.as_ref()?)).ok()
}

enum Text {
    Stranger,
    Word(String),
    Shape(Shape),
    /// The text that was there with a character spoilt.
    Spoilt,
}

struct Rewritten {
    text: Text,
    allowed: Option<Regex>,
    limit: Option<u32>,
    stream: Stream,
}

impl Rewritten {
    /// Texts that would not be wrong, or that the field has no room for.
    fn check(&self, cx: &FaultContext<'_>, reader: &mut Reader<'_>) {
        let field = cx.field();
        let (param, longest) = match &self.text {
            Text::Word(word) => ("value", word.chars().count() as u64),
            Text::Shape(shape) => ("pattern", shape.longest()),
            Text::Stranger | Text::Spoilt => return,
        };
        if let Some(most) = limit(field).filter(|most| longest > u64::from(*most)) {
            let message = format!("the wrong text has up to {longest} characters; {} holds {most}", field.name);
            reader.problem(param, "beyond_field", message);
        }
        let choices = field.constraints.choices.as_deref().unwrap_or_default();
        let samples = (0..SAMPLES).filter_map(|row| self.write(&mut self.stream.cell(row), None));
        for text in samples {
            if choices.contains(&text) {
                let message = format!("{text:?} is one of the choices of {}, so it would not be wrong", field.name);
                return reader.problem(param, "not_wrong", message);
            }
            if self.allowed.as_ref().is_some_and(|pattern| pattern.is_match(&text)) {
                let message = format!("{text:?} matches the pattern of {}, so it would not be wrong", field.name);
                return reader.problem(param, "not_wrong", message);
            }
        }
    }

    fn write(&self, cell: &mut Cell, old: Option<&str>) -> Option<String> {
        match &self.text {
            Text::Stranger => Some(STRANGERS[cell.below(STRANGERS.len() as u64) as usize].to_owned()),
            Text::Word(word) => Some(word.clone()),
            Text::Shape(shape) => drawn(shape, cell),
            Text::Spoilt => old.map(|old| self.spoil(cell, old)),
        }
    }

    /// The text with a character of another class, so that it breaks the field's pattern where there is one; as it was
    /// where no try does.
    fn spoil(&self, cell: &mut Cell, old: &str) -> String {
        let chars: Vec<char> = old.chars().collect();
        if chars.is_empty() {
            return "?".to_owned();
        }
        for _ in 0..8 {
            let at = cell.below(chars.len() as u64) as usize;
            let mut made = chars.clone();
            made[at] = spoilt(made[at]);
            let made: String = made.into_iter().collect();
            if !self.allowed.as_ref().is_some_and(|pattern| pattern.is_match(&made)) {
                return made;
            }
        }
        old.to_owned()
    }
}

fn spoilt(c: char) -> char {
    match c {
        '#' => '?',
        c if c.is_ascii_digit() => 'X',
        _ => '#',
    }
}

fn drawn(shape: &Shape, cell: &mut Cell) -> Option<String> {
    let mut out = TextColumn::new(1, 16, None);
    shape.draw(cell, &mut out);
    std::str::from_utf8(out.current()).ok().map(str::to_owned)
}

impl Damage for Rewritten {
    fn damage(&self, struck: &Struck<'_>) -> Result<Vec<ArrayRef>, EngineError> {
        texts(struck, self.stream, self.limit, |cell, old| self.write(cell, old))
    }
}
