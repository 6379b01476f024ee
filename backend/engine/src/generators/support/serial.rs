//! Numbers with a structure, such as those of documents, accounts and articles: each is written from its place among all
//! of its kind, or from random numbers in the place of that.

use crate::generators::person::birth::Holder;
use crate::permutation::Permutation;
use crate::stream::{Cell, Stream, mix};

use super::check_digits::weighted;
use super::text::TextColumn;

/// A kind of number.
pub(crate) struct Series {
    /// A fixed word: columns of a bundle with the same one draw the same parts.
    pub(crate) purpose: &'static str,
    /// How many there are: the product of what `write` takes. 0 where they can't be told apart by that alone, because
    /// most of such a number follows from the person it belongs to.
    pub(crate) count: u128,
    /// Most characters without marks.
    pub(crate) length: u32,
    /// Forms with marks, `#` for a character; that with as many of them as the number has is used. Empty: none.
    pub(crate) masks: &'static [&'static str],
    /// Whether it is usually written with marks.
    pub(crate) marked: bool,
    pub(crate) write: Write,
}

/// How the characters of a number come to be.
#[derive(Clone, Copy)]
pub(crate) enum Write {
    /// From itself.
    Alone(fn(&mut Parts, &mut Chars)),
    /// From the person it belongs to.
    Of(fn(&Holder<'_>, &mut Parts, &mut Chars)),
}

impl Series {
    /// One that is never written with marks.
    pub(crate) const fn plain(
        purpose: &'static str,
        count: u128,
        length: u32,
        write: fn(&mut Parts, &mut Chars),
    ) -> Self {
        Self { purpose, count, length, masks: &[], marked: false, write: Write::Alone(write) }
    }

    /// The same with a form with marks, which is not the usual one.
    pub(crate) const fn or(self, masks: &'static [&'static str]) -> Self {
        Self { masks, ..self }
    }

    /// The same with a form with marks, which is the usual one.
    pub(crate) const fn marked(self, masks: &'static [&'static str]) -> Self {
        Self { masks, marked: true, ..self }
    }

    /// One that follows from a person; `count` is of what does not.
    pub(crate) const fn personal(
        purpose: &'static str,
        count: u128,
        length: u32,
        write: fn(&Holder<'_>, &mut Parts, &mut Chars),
    ) -> Self {
        Self { purpose, count, length, masks: &[], marked: false, write: Write::Of(write) }
    }

    /// Whether it follows from a person.
    pub(crate) fn is_personal(&self) -> bool {
        matches!(self.write, Write::Of(_))
    }

    /// Most characters of a value.
    pub(crate) fn width(&self, marked: bool) -> u32 {
        let masks = self.masks.iter().map(|mask| mask.len() as u32).max();
        if marked { masks.unwrap_or(self.length) } else { self.length }
    }
}

/// What a number is put together from: digits of its place among all, or random numbers.
pub(crate) enum Parts {
    Counted(u128),
    Drawn(Cell),
}

impl Parts {
    /// The next part, below `n` (above 0).
    #[inline]
    pub(crate) fn take(&mut self, n: u64) -> u64 {
        match self {
            Self::Drawn(cell) => cell.below(n),
            Self::Counted(rest) => {
                let n = u128::from(n);
                let part = *rest % n;
                *rest /= n;
                part as u64
            }
        }
    }

    /// One of a table, as the next part.
    #[inline]
    pub(crate) fn one<T: Copy>(&mut self, table: &[T]) -> T {
        table[self.take(table.len() as u64) as usize]
    }
}

/// The characters of one number in the making; at most 64, all ASCII.
pub(crate) struct Chars {
    bytes: [u8; 64],
    len: usize,
}

impl Chars {
    pub(crate) fn new() -> Self {
        Self { bytes: [0; 64], len: 0 }
    }

    /// Appends a character.
    #[inline]
    pub(crate) fn byte(&mut self, byte: u8) {
        self.bytes[self.len] = byte;
        self.len += 1;
    }

    /// Appends characters.
    #[inline]
    pub(crate) fn text(&mut self, text: &str) {
        self.bytes[self.len..self.len + text.len()].copy_from_slice(text.as_bytes());
        self.len += text.len();
    }

    /// Appends a digit below 10.
    #[inline]
    pub(crate) fn digit(&mut self, digit: u8) {
        self.byte(b'0' + digit);
    }

    /// Appends a number with leading zeros, `width` digits in all.
    #[inline]
    pub(crate) fn number(&mut self, mut number: u64, width: usize) {
        for digit in self.bytes[self.len..self.len + width].iter_mut().rev() {
            *digit = b'0' + (number % 10) as u8;
            number /= 10;
        }
        self.len += width;
    }

    /// Appends one of an alphabet's characters.
    #[inline]
    pub(crate) fn of(&mut self, alphabet: &[u8], at: u64) {
        self.byte(alphabet[at as usize]);
    }

    /// The characters from a place on.
    pub(crate) fn from(&self, start: usize) -> &[u8] {
        &self.bytes[start..self.len]
    }

    /// All characters.
    pub(crate) fn all(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    /// Puts another character in a place.
    pub(crate) fn set(&mut self, at: usize, byte: u8) {
        self.bytes[at] = byte;
    }

    /// The sum of the digits from a place on, times weights.
    pub(crate) fn weighted(&self, start: usize, weights: &[u32]) -> u32 {
        weighted(self.from(start), weights)
    }
}

/// A series made ready for a column.
pub(crate) struct Made {
    pub(crate) series: &'static Series,
    marked: bool,
    stream: Stream,
    permutation: Option<Permutation>,
}

impl Made {
    /// `key` is that of the permutation of a unique column.
    pub(crate) fn new(series: &'static Series, marked: bool, stream: Stream, key: Option<u64>) -> Self {
        let permutation = key.filter(|_| series.count > 0).map(|key| Permutation::new(series.count, key));
        Self { series, marked, stream, permutation }
    }

    /// How many different numbers a unique column gets.
    pub(crate) fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(Permutation::size)
    }

    /// Writes the number of a row; `holder` is asked for only where the series needs it.
    #[inline]
    pub(crate) fn write<'a>(&self, row: u64, holder: impl FnOnce() -> Option<Holder<'a>>, out: &mut TextColumn) {
        let mut parts = match &self.permutation {
            Some(permutation) => Parts::Counted(permutation.at(u128::from(row) % permutation.size())),
            None => Parts::Drawn(self.stream.cell(row)),
        };
        let mut chars = Chars::new();
        match self.series.write {
            Write::Alone(write) => write(&mut parts, &mut chars),
            Write::Of(write) => {
                if let Some(holder) = holder() {
                    write(&holder, &mut parts, &mut chars);
                }
            }
        }
        self.put(&chars, out);
    }

    fn put(&self, chars: &Chars, out: &mut TextColumn) {
        let signs = |mask: &&&str| mask.bytes().filter(|b| *b == b'#').count() == chars.len;
        let mask = self.series.masks.iter().find(signs).filter(|_| self.marked);
        let Some(mask) = mask else { return out.push_bytes(chars.all()) };
        let mut rest = chars.all().iter();
        for byte in mask.bytes() {
            let next = if byte == b'#' { rest.next().copied() } else { None };
            out.push_byte(next.unwrap_or(byte));
        }
    }

    /// What may stand in each place of its numbers (see [`LETTERS`]), told from a sample.
    pub(crate) fn shape(&self) -> Option<Vec<u32>> {
        let (Write::Alone(write), true) = (self.series.write, self.series.count > 0) else { return None };
        let mut shape: Vec<u32> = Vec::new();
        let mut shortest = usize::MAX;
        for n in 0..SAMPLE {
            let index = (u128::from(mix(n)) << 64 | u128::from(mix(!n))) % self.series.count;
            let mut chars = Chars::new();
            write(&mut Parts::Counted(index), &mut chars);
            let mut text = TextColumn::new(1, 64, None);
            self.put(&chars, &mut text);
            shape.resize(shape.len().max(text.len()), 0);
            shortest = shortest.min(text.len());
            for (place, byte) in shape.iter_mut().zip(text.current().iter()) {
                *place |= match byte {
                    b'0'..=b'9' => DIGIT,
                    b'A'..=b'Z' => 1 << (byte - b'A'),
                    _ => MARK,
                };
            }
        }
        for (at, place) in shape.iter_mut().enumerate() {
            // One letter in all of the sample is fixed; of several there may be more.
            if (*place & LETTERS).count_ones() > 1 {
                *place |= LETTERS;
            }
            *place |= if at >= shortest { ENDED } else { 0 };
        }
        Some(shape)
    }
}

/// Numbers looked at to tell a series' shape.
const SAMPLE: u64 = 256;
/// What may stand in a place, a bit each: the letters from A on, any digit, a mark, nothing as the number has ended.
const LETTERS: u32 = (1 << 26) - 1;
const DIGIT: u32 = 1 << 26;
const MARK: u32 = 1 << 27;
const ENDED: u32 = 1 << 28;

/// Whether no number of the one can be a number of the other, by their shapes.
pub(crate) fn apart(a: Option<&[u32]>, b: Option<&[u32]>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    let place = |shape: &[u32], at: usize| shape.get(at).copied().unwrap_or(ENDED);
    (0..a.len().max(b.len())).any(|at| place(a, at) & place(b, at) == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    static DIGITS: Series = Series::plain("digits", 1_000, 4, |parts, chars| {
        chars.number(parts.take(1_000), 3);
        chars.digit(7);
    })
    .or(&["##-##"]);
    static LETTERS: Series = Series::plain("letters", 26, 4, |parts, chars| {
        chars.text("000");
        chars.of(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", parts.take(26));
    });

    fn made(series: &'static Series, marked: bool) -> Made {
        Made::new(series, marked, Stream::root(1), Some(5))
    }

    #[test]
    fn marks_are_put_in_on_request() {
        let mut out = TextColumn::new(1, 5, None);
        made(&DIGITS, true).write(3, || None, &mut out);
        assert_eq!((out.len(), out.current()[2], out.current()[4]), (5, b'-', b'7'));
    }

    #[test]
    fn series_are_told_apart_by_what_stands_in_their_places() {
        let shapes = [made(&DIGITS, false), made(&DIGITS, true), made(&LETTERS, false)].map(|m| m.shape());
        let apart = |a: usize, b: usize| apart(shapes[a].as_deref(), shapes[b].as_deref());
        assert!(apart(0, 2) && apart(0, 1) && apart(1, 2));
        assert!(!apart(0, 0));
    }
}
