//! Words, sentences and paragraphs in the language of the locale, or in filler Latin.

use crate::generator::Generator;

mod compose;
mod paragraph;
mod words;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[&words::Word, &words::Words, &paragraph::Sentence, &paragraph::Paragraph];
