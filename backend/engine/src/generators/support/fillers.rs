//! Columns from one function a row: texts, codes out of a space of numbers, numbers.

use arrow_array::ArrayRef;

use crate::generator::{CompileContext, EngineError, FillContext, Filler};
use crate::permutation::Permutation;
use crate::stream::{Cell, Stream};

use super::numbers::Range;
use super::params::Reader;
use super::text::{TextColumn, limit};

/// Texts written a row at a time, of about `width` bytes; what is longer than the field allows is cut.
pub(crate) fn texts<F>(cx: &CompileContext<'_>, width: usize, write: F) -> Box<dyn Filler>
where
    F: Fn(u64, &mut TextColumn) + Send + Sync + 'static,
{
    Box::new(Texts { write, width, limit: limit(cx.field) })
}

/// The same for texts of at most `longest` characters that would mean nothing when cut: a field too short is refused.
pub(crate) fn whole_texts<F>(
    reader: &mut Reader<'_>,
    cx: &CompileContext<'_>,
    longest: u32,
    write: F,
) -> Box<dyn Filler>
where
    F: Fn(u64, &mut TextColumn) + Send + Sync + 'static,
{
    fits(reader, cx, longest);
    Box::new(Texts { write, width: longest as usize, limit: None })
}

/// Tells that the field is too short for values of `longest` characters, where it is.
pub(crate) fn fits(reader: &mut Reader<'_>, cx: &CompileContext<'_>, longest: u32) {
    if let Some(most) = limit(cx.field).filter(|most| *most < longest) {
        reader.problem("", "too_short", format!("these values need a length of {longest}; the field allows {most}"));
    }
}

/// Codes, each told by a number below `space`, of at most `longest` characters. `write` gets the number, and the row's
/// random numbers for what may repeat. Two numbers must give two codes whatever else is drawn, so that a unique column
/// can have `space` rows.
pub(crate) fn codes<F>(
    reader: &mut Reader<'_>,
    cx: &CompileContext<'_>,
    space: u128,
    longest: u32,
    write: F,
) -> Box<dyn Filler>
where
    F: Fn(u128, &mut Cell, &mut TextColumn) + Send + Sync + 'static,
{
    fits(reader, cx, longest);
    Box::new(Codes { write, numbers: Numbers::new(cx, space), width: longest as usize })
}

/// Numbers below a space: a permutation of the rows where the column is unique, else any.
pub(crate) struct Numbers {
    space: u128,
    permutation: Option<Permutation>,
    stream: Stream,
}

impl Numbers {
    pub(crate) fn new(cx: &CompileContext<'_>, space: u128) -> Self {
        let permutation = cx.unique.then(|| Permutation::new(space, cx.stream.key()));
        Self { space, permutation, stream: cx.stream }
    }

    /// The number of a row, and random numbers for the rest of it.
    #[inline]
    pub(crate) fn at(&self, row: u64) -> (u128, Cell) {
        let mut cell = self.stream.cell(row);
        let number = match &self.permutation {
            Some(permutation) => permutation.at(u128::from(row)),
            None => below(&mut cell, self.space),
        };
        (number, cell)
    }

    /// How many there are, where they differ.
    pub(crate) fn capacity(&self) -> Option<u128> {
        self.permutation.as_ref().map(Permutation::size)
    }
}

/// A number below `n`, of any size (`n` > 0).
#[inline]
pub(crate) fn below(cell: &mut Cell, n: u128) -> u128 {
    match u64::try_from(n) {
        Ok(n) => u128::from(cell.below(n)),
        // A bias below n / 2^128.
        Err(_) => (u128::from(cell.bits()) << 64 | u128::from(cell.bits())) % n,
    }
}

/// One of the items, each as likely.
#[inline]
pub(crate) fn one<'a, T: ?Sized>(cell: &mut Cell, items: &[&'a T]) -> &'a T {
    items[cell.below(items.len() as u64) as usize]
}

/// A draw of the standard normal distribution, cut at four deviations.
#[inline]
pub(crate) fn normal(cell: &mut Cell) -> f64 {
    use rand_distr::Distribution;
    let drawn: f64 = rand_distr::StandardNormal.sample(cell);
    drawn.clamp(-4.0, 4.0)
}

/// Numbers made a row at a time, rounded to what the field holds and kept to its bounds.
pub(crate) fn numbers<F>(reader: &mut Reader<'_>, cx: &CompileContext<'_>, draw: F) -> Box<dyn Filler>
where
    F: Fn(u64) -> f64 + Send + Sync + 'static,
{
    numbers_in(Range::compile(reader, cx, (f64::MIN, f64::MAX)), draw)
}

/// The same for a range that is known.
pub(crate) fn numbers_in<F>(range: Range, draw: F) -> Box<dyn Filler>
where
    F: Fn(u64) -> f64 + Send + Sync + 'static,
{
    Box::new(Drawn { draw, range })
}

struct Texts<F> {
    write: F,
    width: usize,
    limit: Option<u32>,
}

impl<F: Fn(u64, &mut TextColumn) + Send + Sync> Filler for Texts<F> {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), self.width, self.limit);
        for &row in cx.rows {
            (self.write)(row, &mut out);
            out.end();
        }
        out.finish()
    }
}

struct Codes<F> {
    write: F,
    numbers: Numbers,
    width: usize,
}

impl<F: Fn(u128, &mut Cell, &mut TextColumn) + Send + Sync> Filler for Codes<F> {
    fn capacity(&self) -> Option<u128> {
        self.numbers.capacity()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), self.width, None);
        for &row in cx.rows {
            let (number, mut cell) = self.numbers.at(row);
            (self.write)(number, &mut cell, &mut out);
            out.end();
        }
        out.finish()
    }
}

struct Drawn<F> {
    draw: F,
    range: Range,
}

impl<F: Fn(u64) -> f64 + Send + Sync> Filler for Drawn<F> {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        self.range.column(cx.rows, &self.draw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_below_a_large_space_reach_its_upper_half() {
        let space = 3_u128 << 70;
        let drawn: Vec<u128> = (0..200).map(|row| below(&mut Stream::root(1).cell(row), space)).collect();
        assert!(drawn.iter().all(|n| *n < space));
        assert!((60..140).contains(&drawn.iter().filter(|n| **n > space / 2).count()));
    }
}
