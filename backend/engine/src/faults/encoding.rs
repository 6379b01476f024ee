//! `encoding`: texts that were read in another encoding than they were written in.

use super::slips::Slipped;
use super::{Damage, Effect, FaultContext, FaultDescriptor, FaultKind, TEXTS, params};
use crate::generator::ParamProblem;
use crate::generators::support::describe::words;
use crate::generators::support::text::limit;
use crate::stream::Cell;

/// What Windows-1252 has at 0x80 to 0x9F; the five places it leaves open are the control characters of Latin-1.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The catalogue's entry.
pub(super) struct Encoding;

impl FaultKind for Encoding {
    fn descriptor(&self) -> FaultDescriptor {
        FaultDescriptor {
            name: "encoding",
            label: words("Wrong encoding", "Codificación errónea"),
            description: words(
                "The text was read as Windows-1252 (JosÃ© for José); one without accents has a character that could not be read (�).",
                "El texto se leyó como Windows-1252 (JosÃ© en lugar de José); si no lleva acentos, tiene un carácter ilegible (�).",
            ),
            strikes: TEXTS,
            params: params([]),
        }
    }

    fn effect(&self) -> Effect {
        Effect::Rewrites
    }

    fn compile(&self, cx: &FaultContext<'_>) -> Result<Box<dyn Damage>, Vec<ParamProblem>> {
        Ok(Box::new(Slipped { make: misread, limit: limit(cx.field()), stream: cx.stream }))
    }
}

fn misread(cell: &mut Cell, text: &str) -> String {
    if !text.is_ascii() {
        return text.bytes().map(windows).collect();
    }
    let lost = cell.below(text.len().max(1) as u64) as usize;
    text.chars().enumerate().map(|(at, c)| if at == lost { '\u{fffd}' } else { c }).collect()
}

fn windows(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::Stream;

    #[test]
    fn accents_come_out_as_two_letters_and_plain_texts_lose_one() {
        let read = |text| misread(&mut Stream::root(1).cell(0), text);
        assert_eq!(read("José Ñandú"), "JosÃ© Ã‘andÃº");
        assert_eq!(read("“€”"), "â€œâ‚¬â€\u{9d}");
        assert_eq!(read("Lima").chars().filter(|c| *c == '\u{fffd}').count(), 1);
        assert_eq!(read(""), "");
    }
}
