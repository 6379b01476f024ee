//! Words, sentences, paragraphs and documents in the language of a row's locale; titles, questions, opinions; and texts
//! of random signs.

use crate::generator::Generator;

mod compose;
mod emoji;
mod lists;
mod markov;
mod markup;
mod mask;
mod opinions;
mod paragraph;
mod phrases;
mod review;
mod slug;
mod titles;
mod words;

/// The family's generators.
pub(crate) const ALL: &[&dyn Generator] = &[
    &words::Word,
    &words::Words,
    &titles::Title,
    &paragraph::Sentence,
    &titles::Question,
    &paragraph::Paragraph,
    &lists::Bullets,
    &titles::Quote,
    &review::Review,
    &markov::Markov,
    &markup::Markdown,
    &markup::Html,
    &slug::Slug,
    &lists::Hashtags,
    &emoji::Emoji,
    &mask::Letters,
    &mask::Mask,
];
