//! Texts of one length made of literals and ASCII classes: the fast way, one random draw for many characters.

use crate::generators::support::text::TextColumn;
use crate::stream::Cell;

use super::shape::Shape;

/// Texts that a unit of adjacent characters may have at most; two characters of [A-Z0-9] have 1,296.
const LARGEST_UNIT: u64 = 4_096;
/// Ways that one 64-bit draw decides between at most: the bias stays below 2^-16 of a way's share.
const WAYS_OF_A_DRAW: u64 = 1 << 48;

/// A text of fixed length with places that change.
#[derive(Clone, Debug)]
pub(super) struct Fixed {
    /// The text with its places filled with anything.
    form: Vec<u8>,
    /// The places, grouped by random draw.
    draws: Vec<Vec<Unit>>,
    ways: u128,
}

/// Up to four adjacent characters, chosen together from a table of all their texts.
#[derive(Clone, Debug)]
struct Unit {
    at: usize,
    width: usize,
    table: Vec<[u8; 4]>,
}

impl Fixed {
    /// The fast form of a shape; `None` where it has none.
    pub(super) fn of(shape: &Shape) -> Option<Self> {
        let mut places = Vec::new();
        flatten(shape, &mut places)?;
        let form = places.iter().map(|p| p[0]).collect();
        let mut units: Vec<Unit> = Vec::new();
        for (at, chars) in places.iter().enumerate().filter(|(_, chars)| chars.len() > 1) {
            match units.last_mut() {
                Some(unit) if unit.takes(at, chars) => unit.widen(chars),
                _ => units.push(Unit::new(at, chars)),
            }
        }
        let ways = units.iter().try_fold(1_u128, |product, u| product.checked_mul(u.table.len() as u128))?;
        Some(Self { form, draws: grouped(units), ways })
    }

    /// How many different texts there are.
    pub(super) fn ways(&self) -> u128 {
        self.ways
    }

    /// Bytes of every text.
    pub(super) fn width(&self) -> usize {
        self.form.len()
    }

    /// Appends a random text.
    #[inline]
    pub(super) fn draw(&self, cell: &mut Cell, out: &mut TextColumn) {
        let text = out.extend(&self.form);
        for units in &self.draws {
            let mut bits = cell.bits();
            for unit in units {
                let product = u128::from(bits) * unit.table.len() as u128;
                unit.write((product >> 64) as usize, text);
                bits = product as u64;
            }
        }
    }

    /// Appends text number `index`, below [`Self::ways`].
    pub(super) fn nth(&self, mut index: u128, out: &mut TextColumn) {
        let text = out.extend(&self.form);
        let mut units = self.draws.iter().flatten();
        // Division of 64 bits is many times faster: the wide one goes on only while it must.
        while index > u128::from(u64::MAX) {
            let Some(unit) = units.next() else { return };
            unit.write((index % unit.table.len() as u128) as usize, text);
            index /= unit.table.len() as u128;
        }
        let mut index = index as u64;
        for unit in units {
            let count = unit.table.len() as u64;
            unit.write((index % count) as usize, text);
            index /= count;
        }
    }
}

impl Unit {
    fn new(at: usize, chars: &[u8]) -> Self {
        Self { at, width: 1, table: chars.iter().map(|&c| [c, 0, 0, 0]).collect() }
    }

    /// Whether these characters at this place can join.
    fn takes(&self, at: usize, chars: &[u8]) -> bool {
        self.width < 4 && self.at + self.width == at && (self.table.len() * chars.len()) as u64 <= LARGEST_UNIT
    }

    fn widen(&mut self, chars: &[u8]) {
        let width = self.width;
        let wider = self.table.iter().flat_map(|text| {
            chars.iter().map(move |&c| {
                let mut text = *text;
                text[width] = c;
                text
            })
        });
        self.table = wider.collect();
        self.width += 1;
    }

    #[inline]
    fn write(&self, index: usize, text: &mut [u8]) {
        let chars = self.table[index];
        let place = &mut text[self.at..self.at + self.width];
        for (to, from) in place.iter_mut().zip(chars) {
            *to = from;
        }
    }
}

/// The units in runs that one draw serves.
fn grouped(units: Vec<Unit>) -> Vec<Vec<Unit>> {
    let mut draws: Vec<Vec<Unit>> = Vec::new();
    let mut ways = u64::MAX;
    for unit in units {
        let count = unit.table.len() as u64;
        ways = ways.saturating_mul(count);
        match draws.last_mut() {
            Some(draw) if ways <= WAYS_OF_A_DRAW => draw.push(unit),
            _ => {
                draws.push(vec![unit]);
                ways = count;
            }
        }
    }
    draws
}

/// The characters possible at each place; `None` where the shape is not of fixed length and ASCII.
fn flatten(shape: &Shape, places: &mut Vec<Vec<u8>>) -> Option<()> {
    match shape {
        Shape::Literal(text) if text.is_ascii() => places.extend(text.bytes().map(|b| vec![b])),
        Shape::Class(chars) if chars.iter().all(char::is_ascii) => {
            places.push(chars.iter().map(|&c| c as u8).collect())
        }
        Shape::Concat(parts) => parts.iter().try_for_each(|p| flatten(p, places))?,
        Shape::Repeat { item, min, max } if min == max => (0..*max).try_for_each(|_| flatten(item, places))?,
        _ => return None,
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use arrow_array::cast::AsArray;

    use super::*;
    use crate::stream::Stream;

    fn fixed(pattern: &str) -> Fixed {
        Fixed::of(&Shape::parse(pattern).unwrap()).unwrap()
    }

    fn texts(rows: u64, write: impl Fn(u64, &mut TextColumn)) -> Vec<String> {
        let mut out = TextColumn::new(8, 8, None);
        for row in 0..rows {
            write(row, &mut out);
            out.end();
        }
        out.finish().unwrap().as_string::<i32>().iter().flatten().map(str::to_owned).collect()
    }

    #[test]
    fn every_text_has_its_number() {
        let code = fixed("P-[A-C]{2}-[0-9]x[01]{3}");
        assert_eq!((code.ways(), code.width()), (9 * 10 * 8, 10));
        let made: HashSet<_> = texts(720, |row, out| code.nth(u128::from(row), out)).into_iter().collect();
        assert_eq!(made.len(), 720);
        assert!(made.iter().all(|t| t.starts_with("P-") && t.as_bytes()[4] == b'-' && t.as_bytes()[6] == b'x'));
    }

    #[test]
    fn numbers_beyond_64_bits_are_split_too() {
        let code = fixed("[0-9]{30}");
        let mut out = TextColumn::new(1, 30, None);
        code.nth(10_u128.pow(29) * 7 + 123, &mut out);
        code.nth(10_u128.pow(29) * 8 + 123, &mut out);
        out.end();
        let made = out.finish().unwrap();
        let made = made.as_string::<i32>().value(0);
        assert_ne!(made[..30], made[30..]);
    }

    #[test]
    fn draws_spread_evenly_over_every_place() {
        let code = fixed("PAY-[A-Z0-9]{8}-[A-Z0-9]{4}");
        let made = texts(36_000, |row, out| code.draw(&mut Stream::root(9).cell(row), out));
        for place in (4..12).chain(13..17) {
            let mut counts = [0_u32; 128];
            made.iter().for_each(|t| counts[usize::from(t.as_bytes()[place])] += 1);
            let seen: Vec<u32> = counts.into_iter().filter(|n| *n > 0).collect();
            assert!(seen.len() == 36 && seen.iter().all(|n| (850..1_150).contains(n)), "{place}: {seen:?}");
        }
    }
}
