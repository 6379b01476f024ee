//! Widths of columns, from their headings and what was seen of their cells.

const NARROWEST: usize = 8;
const WIDEST: usize = 60;
/// Room for the autofilter's button.
const BUTTON: usize = 3;

/// The width, in characters, that fits a heading and cells of which the widest has so many.
pub(super) fn fitted(heading: &str, widest: usize) -> f64 {
    (widest + 1).max(of_text(heading) + BUTTON).clamp(NARROWEST, WIDEST) as f64
}

/// The width of a text's longest line; letters of East Asian scripts and pictures count twice.
pub(super) fn of_text(text: &str) -> usize {
    let width = |line: &str| {
        line.chars().map(|c| if c >= '\u{1100}' && !('\u{2000}'..'\u{2e80}').contains(&c) { 2 } else { 1 }).sum()
    };
    text.lines().map(width).max().unwrap_or_default()
}
