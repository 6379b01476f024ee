//! `text.emoji`: pictographs of one code point each that are shown in colour without a selector (Emoji_Presentation in
//! the Unicode Character Database, emoji-data.txt, all of Emoji 5.0 or earlier, so that every system has them).

use arrow_array::ArrayRef;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::stream::Stream;

use super::compose::{counts, pick, read_counts};

/// The catalogue's entry.
pub(crate) struct Emoji;

const GROUPS: &[&str] =
    &["any", "faces", "hands", "hearts", "animals", "plants", "food", "travel", "activities", "objects"];

/// The groups' emoji, in the order of [`GROUPS`] without `any`.
#[rustfmt::skip]
const TABLES: [&[&str]; 9] = [
    &["😀", "😁", "😂", "🤣", "😃", "😄", "😅", "😆", "😉", "😊", "😋", "😎", "😍", "😘", "🙂", "🤗", "🤩", "🤔", "😐", "😑",
      "🙄", "😏", "😮", "😯", "😪", "😴", "😌", "😜", "😝", "🤤", "😒", "😔", "😕", "🙃", "😲", "🙁", "😖", "😞", "😟", "😢",
      "😭", "😨", "😩", "😬", "😱", "😳", "😡", "😠", "😇", "🤠", "🤓", "😷", "🤒", "🤕", "🤧"],
    &["👍", "👎", "👌", "👏", "🙌", "🙏", "💪", "👋", "🤝", "👊", "✊", "✋", "🤞", "🤘", "👉", "👈", "👆", "👇", "🤙", "🤟"],
    &["💛", "💚", "💙", "💜", "🖤", "🧡", "💔", "💕", "💖", "💗", "💘", "💝", "💞", "💓", "💟", "💯"],
    &["🐶", "🐱", "🐭", "🐹", "🐰", "🦊", "🐻", "🐼", "🐨", "🐯", "🦁", "🐮", "🐷", "🐸", "🐵", "🐔", "🐧", "🐦", "🦆", "🦅",
      "🦉", "🐺", "🐴", "🦄", "🐝", "🐛", "🦋", "🐌", "🐞", "🐢", "🐍", "🐙", "🦀", "🐠", "🐬", "🐳", "🦈", "🐘", "🦒", "🐑"],
    &["🌵", "🌲", "🌳", "🌴", "🌱", "🌿", "🍀", "🍁", "🍂", "🍃", "🌾", "🌷", "🌹", "🥀", "🌺", "🌸", "🌼", "🌻", "🍄", "🌰"],
    &["🍏", "🍎", "🍐", "🍊", "🍋", "🍌", "🍉", "🍇", "🍓", "🍒", "🍑", "🍍", "🥝", "🥑", "🍅", "🍆", "🥕", "🌽", "🥔", "🍞",
      "🥐", "🧀", "🥚", "🥓", "🍔", "🍟", "🍕", "🌮", "🌯", "🥗", "🍝", "🍜", "🍣", "🍦", "🍰", "🎂", "🍫", "🍿", "☕", "🍺"],
    &["🚗", "🚕", "🚌", "🚲", "🚂", "🚆", "🚀", "🚁", "⛵", "🚢", "🚓", "🚑", "🚒", "🚜", "🛵", "🚦", "🗼", "🗽", "⛲", "⛺",
      "🏠", "🏢", "🏥", "🏦", "🏨", "🏫", "🏭", "🏰", "🌍", "🌋", "🗻", "🌅", "🌃", "🌉", "🎡", "🎢"],
    &["⚽", "🏀", "🏈", "⚾", "🎾", "🏐", "🏉", "🎱", "🏓", "🏸", "🏒", "🏏", "⛳", "🎣", "🎿", "🏂", "🏄", "🏊", "🚴", "🏆",
      "🥇", "🥈", "🥉", "🎯", "🎮", "🎲", "🎭", "🎨", "🎬", "🎤", "🎧", "🎹", "🎸", "🎺", "🎻", "🎉", "🎁", "🎈"],
    &["📱", "💻", "⌚", "📷", "📺", "📻", "💡", "🔦", "🔋", "🔌", "💰", "💳", "💎", "🔧", "🔨", "🔑", "🚪", "📦", "📫", "📝",
      "📁", "📅", "📈", "📉", "📊", "📌", "📎", "📏", "🔒", "🔔", "🔍", "📚", "📖", "💊", "🎒", "👓", "👕", "👗", "👟", "👑"],
];

impl Generator for Emoji {
    fn descriptor(&self) -> Descriptor {
        let mut params = vec![defaulted(
            "group",
            ParamKind::Choice(GROUPS),
            words("Group", "Grupo"),
            words("What they show.", "Lo que muestran."),
            GROUPS[0],
        )];
        params.extend(counts(1, 1, 20));
        Descriptor {
            name: "text.emoji",
            family: Family::Text,
            label: words("Emoji", "Emoji"),
            description: words(
                "One or several emoji that every system can show: reactions, moods, tags.",
                "Uno o varios emojis que todo sistema puede mostrar: reacciones, ánimos, etiquetas.",
            ),
            produces: &[FieldType::String, FieldType::Text],
            params,
            example: json!({ "group": "any" }),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let group = reader.choice("group", GROUPS);
        let counts = read_counts(&mut reader, (1, 1), 20);
        let tables = match GROUPS.iter().position(|known| *known == group) {
            Some(at) if at > 0 => &TABLES[at - 1..at],
            _ => &TABLES[..],
        };
        let emoji = tables.concat();
        reader.finish(Box::new(Drawn { emoji, counts, stream: cx.stream, limit: limit(cx.field) }))
    }
}

struct Drawn {
    emoji: Vec<&'static str>,
    counts: (u64, u64),
    stream: Stream,
    limit: Option<u32>,
}

impl Filler for Drawn {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 4 * self.counts.1 as usize, self.limit);
        for &row in cx.rows {
            let mut cell = self.stream.cell(row);
            for _ in 0..pick(self.counts, &mut cell) {
                out.push(self.emoji[cell.below(self.emoji.len() as u64) as usize]);
            }
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn every_emoji_is_one_code_point_and_listed_once() {
        let all: Vec<&str> = TABLES.concat();
        assert_eq!(GROUPS.len(), TABLES.len() + 1);
        assert!(all.iter().all(|emoji| emoji.chars().count() == 1 && !emoji.is_ascii()));
        assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len());
    }

    #[test]
    fn groups_keep_to_themselves() {
        let params = json!({ "group": "hearts", "min": 2, "max": 3 });
        for text in Trial::new("text.emoji", params, FieldType::String).texts(200) {
            assert!((2..=3).contains(&text.chars().count()), "{text}");
            assert!(text.chars().all(|c| TABLES[2].contains(&c.to_string().as_str())), "{text}");
        }
        let any = Trial::new("text.emoji", json!({}), FieldType::String).texts(3_000);
        assert!(any.iter().collect::<HashSet<_>>().len() > 250);
    }
}
