//! A regular expression turned round: from a description of texts to the texts it describes.

use std::cmp::Ordering;

use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind};

use crate::generators::support::text::TextColumn;
use crate::stream::Cell;

/// Longest text that a pattern may make, in characters.
pub(super) const LONGEST: u64 = 1_000;
/// Longest pattern that is read, in bytes.
const LONGEST_PATTERN: usize = 4_000;
/// How many more than the fewest an unbounded repetition makes at most.
const UNBOUNDED: u32 = 8;
/// How deep groups may be nested.
const DEEPEST: u32 = 50;

/// What texts look like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// This very text.
    Literal(Box<str>),
    /// One of these characters, in order, without repetition.
    Class(Box<[char]>),
    /// One after another.
    Concat(Vec<Shape>),
    /// One of them.
    Either(Vec<Shape>),
    /// So many times over.
    Repeat { item: Box<Shape>, min: u32, max: u32 },
}

impl Shape {
    /// Reads a pattern, or says in one sentence why it can't be used.
    pub(crate) fn parse(pattern: &str) -> Result<Self, String> {
        if pattern.len() > LONGEST_PATTERN {
            return Err(format!("a pattern may have {LONGEST_PATTERN} bytes, this one has {}", pattern.len()));
        }
        let parsed = ParserBuilder::new().nest_limit(DEEPEST).build().parse(pattern);
        let hir = parsed.map_err(|error| format!("the pattern can't be read: {}", reason(&error)))?;
        let shape = Self::of(&hir)?;
        match shape.longest() {
            longest if longest > LONGEST => {
                Err(format!("the pattern makes texts of up to {longest} characters; at most {LONGEST} are made"))
            }
            _ => Ok(shape),
        }
    }

    fn of(hir: &Hir) -> Result<Self, String> {
        match hir.kind() {
            // Anchors and word boundaries ask nothing of a text that is made from start to end.
            HirKind::Empty | HirKind::Look(_) => Ok(Self::Literal("".into())),
            HirKind::Literal(literal) => match std::str::from_utf8(&literal.0) {
                Ok(text) => Ok(Self::Literal(text.into())),
                Err(_) => Err("the pattern describes bytes that are no text".to_owned()),
            },
            HirKind::Class(class) => characters(class).map(Self::Class),
            HirKind::Capture(capture) => Self::of(&capture.sub),
            HirKind::Concat(parts) => Ok(Self::Concat(parts.iter().map(Self::of).collect::<Result<_, _>>()?)),
            HirKind::Alternation(parts) => Ok(Self::Either(parts.iter().map(Self::of).collect::<Result<_, _>>()?)),
            HirKind::Repetition(repetition) => {
                let min = repetition.min;
                let max = repetition.max.unwrap_or(min.saturating_add(UNBOUNDED));
                Ok(Self::Repeat { item: Box::new(Self::of(&repetition.sub)?), min, max })
            }
        }
    }

    /// Characters of the longest text.
    pub(crate) fn longest(&self) -> u64 {
        match self {
            Self::Literal(text) => text.chars().count() as u64,
            Self::Class(_) => 1,
            Self::Concat(parts) => parts.iter().fold(0, |sum, p| sum.saturating_add(p.longest())),
            Self::Either(parts) => parts.iter().map(Self::longest).max().unwrap_or(0),
            Self::Repeat { item, max, .. } => item.longest().saturating_mul(u64::from(*max)),
        }
    }

    /// Characters of the shortest text.
    pub(super) fn shortest(&self) -> u64 {
        match self {
            Self::Literal(text) => text.chars().count() as u64,
            Self::Class(_) => 1,
            Self::Concat(parts) => parts.iter().fold(0, |sum, p| sum.saturating_add(p.shortest())),
            Self::Either(parts) => parts.iter().map(Self::shortest).min().unwrap_or(0),
            Self::Repeat { item, min, .. } => item.shortest().saturating_mul(u64::from(*min)),
        }
    }

    /// In how many ways a text can be put together; at most `u128::MAX`.
    pub(super) fn ways(&self) -> u128 {
        match self {
            Self::Literal(_) => 1,
            Self::Class(chars) => chars.len() as u128,
            Self::Concat(parts) => parts.iter().fold(1, |product: u128, p| product.saturating_mul(p.ways())),
            Self::Either(parts) => parts.iter().fold(0, |sum: u128, p| sum.saturating_add(p.ways())),
            Self::Repeat { item, min, max } => {
                let ways = item.ways();
                (*min..=*max).fold(0, |sum: u128, n| sum.saturating_add(ways.saturating_pow(n)))
            }
        }
    }

    /// Whether two ways can't make the same text, as far as simple rules show it.
    pub(super) fn is_unambiguous(&self) -> bool {
        match self {
            Self::Literal(_) | Self::Class(_) => true,
            Self::Concat(parts) => parts.iter().all(Self::is_unambiguous) && splits_in_one_way(parts),
            Self::Either(parts) => parts.iter().all(Self::is_unambiguous) && all_differ(parts, differ),
            Self::Repeat { item, min, max } => {
                let once = *max <= 1 && (min == max || item.shortest() > 0);
                item.is_unambiguous() && (once || (item.is_fixed() && item.longest() > 0))
            }
        }
    }

    /// Whether no text is the beginning of another, so that reading from the left tells where a text ends.
    fn is_prefix_free(&self) -> bool {
        self.is_fixed()
            || match self {
                Self::Literal(_) | Self::Class(_) => true,
                Self::Concat(parts) => parts.iter().all(Self::is_prefix_free),
                Self::Either(parts) => parts.iter().all(Self::is_prefix_free) && all_differ(parts, begin_apart),
                Self::Repeat { item, min, max } => min == max && item.is_prefix_free(),
            }
    }

    fn is_fixed(&self) -> bool {
        self.shortest() == self.longest()
    }

    /// Appends a random text; every choice is as likely as its siblings.
    pub(crate) fn draw(&self, cell: &mut Cell, out: &mut TextColumn) {
        match self {
            Self::Literal(text) => out.push(text),
            Self::Class(chars) => push(out, chars[cell.below(chars.len() as u64) as usize]),
            Self::Concat(parts) => parts.iter().for_each(|p| p.draw(cell, out)),
            Self::Either(parts) => parts[cell.below(parts.len() as u64) as usize].draw(cell, out),
            Self::Repeat { item, min, max } => {
                let times = u64::from(*min) + cell.below(u64::from(max - min) + 1);
                (0..times).for_each(|_| item.draw(cell, out));
            }
        }
    }

    /// Appends the text made in way number `index`, below [`Self::ways`].
    pub(super) fn nth(&self, mut index: u128, out: &mut TextColumn) {
        match self {
            Self::Literal(text) => out.push(text),
            Self::Class(chars) => push(out, chars[index as usize % chars.len()]),
            Self::Concat(parts) => {
                for part in parts {
                    let ways = part.ways();
                    part.nth(index % ways, out);
                    index /= ways;
                }
            }
            Self::Either(parts) => {
                for part in parts {
                    match index.checked_sub(part.ways()) {
                        Some(rest) => index = rest,
                        None => return part.nth(index, out),
                    }
                }
            }
            Self::Repeat { item, min, max } => {
                let ways = item.ways();
                for times in *min..=*max {
                    match index.checked_sub(ways.saturating_pow(times)) {
                        Some(rest) => index = rest,
                        None => return repeat(item, ways, times, index, out),
                    }
                }
            }
        }
    }
}

fn repeat(item: &Shape, ways: u128, times: u32, mut index: u128, out: &mut TextColumn) {
    for _ in 0..times {
        item.nth(index % ways, out);
        index /= ways;
    }
}

fn push(out: &mut TextColumn, c: char) {
    out.push(c.encode_utf8(&mut [0; 4]));
}

/// Whether a text made of these parts can be split in one way only: from the left as far as parts tell where they end,
/// from the right as far as they have one length, with one part at most left between.
fn splits_in_one_way(parts: &[Shape]) -> bool {
    let from_left = parts.iter().take_while(|p| p.is_prefix_free()).count();
    parts[from_left..].iter().skip(1).all(Shape::is_fixed)
}

fn all_differ(parts: &[Shape], differ: fn(&Shape, &Shape) -> bool) -> bool {
    parts.iter().enumerate().all(|(n, a)| parts[n + 1..].iter().all(|b| differ(a, b)))
}

/// Whether no text of one is a text of the other: they differ in length, or where they begin.
fn differ(a: &Shape, b: &Shape) -> bool {
    let literals = matches!((a, b), (Shape::Literal(a), Shape::Literal(b)) if a != b);
    literals || a.longest() < b.shortest() || b.longest() < a.shortest() || begin_apart(a, b)
}

/// Whether no text of one is the beginning of a text of the other.
fn begin_apart(a: &Shape, b: &Shape) -> bool {
    match (a, b) {
        (Shape::Literal(a), Shape::Literal(b)) => !a.starts_with(&**b) && !b.starts_with(&**a),
        _ => matches!((first(a), first(b)), (Some(a), Some(b)) if apart(&a, &b)),
    }
}

/// Whether two ascending lists have nothing in common; one step for each item, for classes may be wide and many.
fn apart(a: &[char], b: &[char]) -> bool {
    let (mut a, mut b) = (a, b);
    while let (Some(x), Some(y)) = (a.first(), b.first()) {
        match x.cmp(y) {
            Ordering::Less => a = &a[1..],
            Ordering::Greater => b = &b[1..],
            Ordering::Equal => return false,
        }
    }
    true
}

/// The characters a text can begin with, in ascending order; `None` where it may be empty or that is hard to say.
fn first(shape: &Shape) -> Option<Vec<char>> {
    match shape {
        Shape::Literal(text) => text.chars().next().map(|c| vec![c]),
        Shape::Class(chars) => Some(chars.to_vec()),
        Shape::Concat(parts) => first(parts.first()?),
        Shape::Either(parts) => {
            let mut all = parts.iter().map(first).collect::<Option<Vec<_>>>()?.concat();
            all.sort_unstable();
            Some(all)
        }
        Shape::Repeat { item, min, .. } => {
            if *min > 0 {
                first(item)
            } else {
                None
            }
        }
    }
}

/// The characters of a class. Classes that reach beyond European letters, as `\d`, `\w` and `.` do, mean their printable
/// ASCII characters here, where they have any.
fn characters(class: &Class) -> Result<Box<[char]>, String> {
    let ranges: Vec<(char, char)> = match class {
        Class::Unicode(class) => class.iter().map(|r| (r.start(), r.end())).collect(),
        Class::Bytes(class) if class.is_ascii() => {
            class.iter().map(|r| (char::from(r.start()), char::from(r.end()))).collect()
        }
        Class::Bytes(_) => return Err("the pattern describes bytes that are no text".to_owned()),
    };
    let printable = |c: &char| matches!(c, ' '..='~');
    let beyond = ranges.iter().any(|(_, end)| *end > '\u{24F}');
    let ascii: Vec<char> = ranges.iter().flat_map(|&(a, b)| a..=b.min('~')).filter(printable).collect();
    if beyond && !ascii.is_empty() {
        return Ok(ascii.into());
    }
    let most = 10_000;
    let chars: Vec<char> = ranges.iter().flat_map(|&(a, b)| a..=b).filter(|c| !c.is_control()).take(most).collect();
    if chars.is_empty() {
        return Err("the pattern has a class without printable characters".to_owned());
    }
    Ok(chars.into())
}

/// What the parser says, in one line.
fn reason(error: &regex_syntax::Error) -> String {
    match error {
        regex_syntax::Error::Parse(error) => format!("{} at character {}", error.kind(), error.span().start.column),
        regex_syntax::Error::Translate(error) => error.kind().to_string(),
        other => other.to_string().lines().next_back().unwrap_or_default().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use arrow_array::cast::AsArray;

    use super::*;

    fn texts(shape: &Shape) -> Vec<String> {
        let mut out = TextColumn::new(10, 10, None);
        for index in 0..shape.ways() {
            shape.nth(index, &mut out);
            out.end();
        }
        out.finish().unwrap().as_string::<i32>().iter().flatten().map(str::to_owned).collect()
    }

    fn check(pattern: &str, ways: u128, unambiguous: bool) {
        let shape = Shape::parse(pattern).unwrap();
        assert_eq!((shape.ways(), shape.is_unambiguous()), (ways, unambiguous), "{pattern}");
        if ways < 10_000 && unambiguous {
            assert_eq!(texts(&shape).into_iter().collect::<HashSet<_>>().len() as u128, ways, "{pattern}");
        }
    }

    #[test]
    fn ways_are_counted_and_each_makes_another_text() {
        check("^AB-[0-9]{3}$", 1_000, true);
        check(r"\d{2}(x|yz)?", 300, true);
        check("(cat|dog|bird)[ab]", 6, true);
        check("[a-c]{0,3}", 40, true);
        check("a{0,2}a{0,2}", 9, false);
        check("(a|ab)(c|bc)", 4, false);
        check("(red|green)-[a-z]{1,2}", 2 * (26 + 676), true);
        check("[a-z]{1,2}-(red|green)", 2 * (26 + 676), false);
        check("[A-Z0-9]{12}", 36_u128.pow(12), true);
    }

    #[test]
    fn literal_alternatives_that_begin_alike_still_differ() {
        check("red|rose|ruby", 3, true);
    }

    #[test]
    fn unbounded_repetitions_end() {
        assert_eq!(Shape::parse("a+").unwrap().longest(), 9);
        assert_eq!(Shape::parse("(a*)*").unwrap().longest(), 64);
    }

    #[test]
    fn what_would_run_away_is_refused_with_the_reason() {
        for pattern in ["(a{1,1000}){1,1000}", "a{1001}", "((((a{100}){100}){100}){100}){100}"] {
            assert!(Shape::parse(pattern).unwrap_err().contains("at most 1000"), "{pattern}");
        }
        assert!(Shape::parse(&"(".repeat(60)).is_err() && Shape::parse("[").is_err());
        assert!(Shape::parse(&"a?".repeat(3_000)).unwrap_err().contains("4000 bytes"));
    }

    #[test]
    fn whether_many_wide_alternatives_begin_apart_is_found_out_at_once() {
        let class = |at: u32| {
            format!(
                "[{}-{}]",
                char::from_u32(0x3_0000 + 9_000 * at).unwrap(),
                char::from_u32(0x3_0000 + 9_000 * at + 8_999).unwrap()
            )
        };
        let alternatives = |count: u32| (0..count).map(|at| class(at) + "a?").collect::<Vec<_>>().join("|");
        let begun = std::time::Instant::now();
        assert!(Shape::parse(&alternatives(80)).unwrap().is_unambiguous());
        assert!(!Shape::parse(&format!("{}|{}b?", alternatives(80), class(79))).unwrap().is_unambiguous());
        assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
    }

    #[test]
    fn wide_classes_mean_ascii_and_narrow_ones_what_they_say() {
        assert_eq!(Shape::parse(r"\d").unwrap().ways(), 10);
        assert_eq!(Shape::parse("[a-zñ]").unwrap().ways(), 27);
        assert_eq!(Shape::parse("[一-三]").unwrap().ways(), '三' as u128 - '一' as u128 + 1);
    }
}
