//! Rows of cells as columns of equal width, for terminals.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Widest cell; what is longer ends in `…`.
const WIDEST: usize = 40;

/// Which side of its column a cell stands at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Texts.
    Left,
    /// Numbers.
    Right,
}

/// Lines of a table with a head. Every row has as many cells as the head; signs that would break a line become spaces.
pub fn lines(head: &[(&str, Side)], rows: &[Vec<String>]) -> String {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| one_line(cell)).collect()).collect();
    let width = |at: usize| {
        let cells = rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.width());
        cells.chain([head[at].0.width()]).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let line = |cells: &[&str]| {
        let padded = cells.iter().zip(head).zip(&widths).map(|((cell, (_, side)), width)| pad(cell, *side, *width));
        padded.collect::<Vec<_>>().join(" │ ").trim_end().to_owned()
    };
    let names: Vec<&str> = head.iter().map(|(name, _)| *name).collect();
    let rule = widths.iter().map(|width| "─".repeat(*width)).collect::<Vec<_>>().join("─┼─");
    let body = rows.iter().map(|row| line(&row.iter().map(String::as_str).collect::<Vec<_>>()));
    [line(&names), rule].into_iter().chain(body).map(|line| line + "\n").collect()
}

fn pad(cell: &str, side: Side, width: usize) -> String {
    let gap = " ".repeat(width.saturating_sub(cell.width()));
    match side {
        Side::Left => format!("{cell}{gap}"),
        Side::Right => format!("{gap}{cell}"),
    }
}

/// The text on one line, cut where it is too long.
fn one_line(cell: &str) -> String {
    let cell: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if cell.width() <= WIDEST {
        return cell;
    }
    let mut room = WIDEST - 1;
    let fits = |c: &char| {
        let width = c.width().unwrap_or_default();
        let fits = width <= room;
        room = room.saturating_sub(width);
        fits
    };
    cell.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell_whatever_the_script() {
        let rows = [vec!["Ana".into(), "7".into()], vec!["東京".into(), "1000".into()], vec!["a\nb".into(), "".into()]];
        let expect = "name │    n\n─────┼─────\nAna  │    7\n東京 │ 1000\na b  │\n";
        assert_eq!(lines(&[("name", Side::Left), ("n", Side::Right)], &rows), expect);
    }

    #[test]
    fn long_cells_are_cut() {
        let cut = one_line(&"x".repeat(41));
        assert_eq!((cut.width(), cut.ends_with('…')), (40, true));
        assert_eq!(one_line(&"x".repeat(40)), "x".repeat(40));
    }
}
