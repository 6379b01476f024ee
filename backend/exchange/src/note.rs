//! What could not be carried over, and what was assumed.

use crate::limits::MAX_NOTES;

/// What a note tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NoteKind {
    /// Something of the source that the design does not hold.
    LeftOut,
    /// Something the source does not say, and what is taken instead.
    Assumed,
    /// Something that is called or written otherwise in the design.
    Changed,
}

impl NoteKind {
    /// The word for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeftOut => "left_out",
            Self::Assumed => "assumed",
            Self::Changed => "changed",
        }
    }
}

/// One thing that a person should know of an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it tells of.
    pub kind: NoteKind,
    /// Where in the source, such as `line 12, orders.total` or `#/properties/total`.
    pub place: String,
    /// One sentence for a person.
    pub message: String,
}

/// The notes of one import, at most [`MAX_NOTES`].
#[derive(Debug, Default)]
pub(crate) struct Notes {
    kept: Vec<Note>,
    more: usize,
}

impl Notes {
    /// That something is left out.
    pub(crate) fn left_out(&mut self, place: impl Into<String>, message: impl Into<String>) {
        self.add(NoteKind::LeftOut, place.into(), message.into());
    }

    /// That something is assumed.
    pub(crate) fn assumed(&mut self, place: impl Into<String>, message: impl Into<String>) {
        self.add(NoteKind::Assumed, place.into(), message.into());
    }

    /// That something is written otherwise.
    pub(crate) fn changed(&mut self, place: impl Into<String>, message: impl Into<String>) {
        self.add(NoteKind::Changed, place.into(), message.into());
    }

    fn add(&mut self, kind: NoteKind, place: String, message: String) {
        let note = Note { kind, place, message: shortened(&message) };
        if self.kept.contains(&note) {
            return;
        }
        if self.kept.len() < MAX_NOTES {
            self.kept.push(note);
        } else {
            self.more += 1;
        }
    }

    /// All of them, in the order in which they were found.
    pub(crate) fn finish(mut self) -> Vec<Note> {
        if self.more > 0 {
            let message = format!("{} more notes are not shown.", self.more);
            self.kept.push(Note { kind: NoteKind::LeftOut, place: "the whole".to_owned(), message });
        }
        self.kept
    }
}

/// A sentence that quotes the source stays readable.
fn shortened(message: &str) -> String {
    const MOST: usize = 400;
    match message.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &message[..at]),
        None => message.to_owned(),
    }
}
