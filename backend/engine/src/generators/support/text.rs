//! Building text columns without an allocation per cell.

use std::sync::Arc;

use arrow_array::{ArrayRef, StringArray};
use arrow_buffer::{Buffer, OffsetBuffer, ScalarBuffer};

use dmb_spec::{Field, FieldType};

use crate::digits::push_bytes;
use crate::generator::EngineError;

/// Most characters a value of a text field may have: as told, else what its type stands for.
pub(crate) fn limit(field: &Field) -> Option<u32> {
    field.constraints.max_length.or((field.field_type == FieldType::String).then_some(255))
}

/// Fewest characters a value of a text field may have; of more than 10,000 no account is taken.
pub(crate) fn least(field: &Field) -> usize {
    field.constraints.min_length.map_or(0, |least| least.min(10_000) as usize)
}

/// A text column in the making: bytes of all values in a row, and where each ends.
pub(crate) struct TextColumn {
    bytes: Vec<u8>,
    offsets: Vec<i32>,
    /// Most characters of a value.
    limit: usize,
    overflow: bool,
}

impl TextColumn {
    /// Room for `rows` values of about `width` bytes, each cut to `limit` characters where there is one.
    pub(crate) fn new(rows: usize, width: usize, limit: Option<u32>) -> Self {
        let mut offsets = Vec::with_capacity(rows + 1);
        offsets.push(0);
        let limit = limit.map_or(usize::MAX, |l| l as usize);
        Self { bytes: Vec::with_capacity(rows * width), offsets, limit, overflow: false }
    }

    /// Appends to the value in the making.
    #[inline]
    pub(crate) fn push(&mut self, text: &str) {
        push_bytes(&mut self.bytes, text.as_bytes());
    }

    /// Appends an ASCII character to the value in the making.
    #[inline]
    pub(crate) fn push_byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    /// Appends bytes; together a value's bytes must be UTF-8.
    #[inline]
    pub(crate) fn push_bytes(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Appends bytes, to be changed in place; together a value's bytes must be UTF-8.
    #[inline]
    pub(crate) fn extend(&mut self, bytes: &[u8]) -> &mut [u8] {
        let start = self.bytes.len();
        push_bytes(&mut self.bytes, bytes);
        &mut self.bytes[start..]
    }

    /// Appends a whole number.
    pub(crate) fn push_number(&mut self, mut number: u64) {
        let mut digits = [0_u8; 20];
        let mut at = digits.len();
        loop {
            at -= 1;
            digits[at] = b'0' + (number % 10) as u8;
            number /= 10;
            if number == 0 {
                break;
            }
        }
        self.bytes.extend_from_slice(&digits[at..]);
    }

    /// Appends a number with leading zeros, `width` digits in all (its last ones, where it has more).
    pub(crate) fn push_padded(&mut self, mut number: u64, width: usize) {
        let start = self.bytes.len();
        self.bytes.resize(start + width, b'0');
        for digit in self.bytes[start..].iter_mut().rev() {
            *digit = b'0' + (number % 10) as u8;
            number /= 10;
        }
    }

    /// Where to append to the value in the making; together a value's bytes must be UTF-8.
    #[inline]
    pub(crate) fn bytes(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    /// An error where the texts are too large for one column already, so that no more of them are made.
    pub(crate) fn check_size(&self) -> Result<(), EngineError> {
        if self.overflow {
            return Err(EngineError::fill("the texts of one chunk exceed 2 GiB; make them shorter"));
        }
        Ok(())
    }

    /// Bytes of the value in the making so far.
    pub(crate) fn len(&self) -> usize {
        self.bytes.len() - self.start()
    }

    /// Characters of the value in the making so far.
    pub(crate) fn chars(&self) -> usize {
        // A byte that is no continuation byte begins a character.
        self.bytes[self.start()..].iter().filter(|b| **b & 0xC0 != 0x80).count()
    }

    /// The value in the making, to be changed in place.
    pub(crate) fn current(&mut self) -> &mut [u8] {
        let start = self.start();
        &mut self.bytes[start..]
    }

    /// Takes back all but the first `len` bytes of the value in the making.
    pub(crate) fn truncate(&mut self, len: usize) {
        let start = self.start();
        self.bytes.truncate(start + len);
    }

    /// Ends the value, cut to the limit.
    #[inline]
    pub(crate) fn end(&mut self) {
        if self.len() > self.limit {
            self.cut();
        }
        match i32::try_from(self.bytes.len()) {
            Ok(end) => self.offsets.push(end),
            Err(_) => self.overflow = true,
        }
    }

    /// The column.
    pub(crate) fn finish(self) -> Result<ArrayRef, EngineError> {
        self.check_size()?;
        let offsets = OffsetBuffer::new(ScalarBuffer::from(self.offsets));
        Ok(Arc::new(StringArray::try_new(offsets, Buffer::from_vec(self.bytes), None)?))
    }

    fn start(&self) -> usize {
        self.offsets.last().map_or(0, |&o| o as usize)
    }

    /// Cuts the value to the limit in characters and takes off a trailing space or comma left by the cut.
    fn cut(&mut self) {
        let start = self.start();
        // A byte that is no continuation byte begins a character.
        let mut begins = (start..self.bytes.len()).filter(|&i| self.bytes[i] & 0xC0 != 0x80).skip(self.limit);
        let Some(end) = begins.next() else { return };
        self.bytes.truncate(end);
        while self.bytes.len() > start && matches!(self.bytes.last(), Some(b' ' | b',')) {
            self.bytes.pop();
        }
    }
}

impl std::fmt::Write for TextColumn {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.push(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;

    use super::*;

    #[test]
    fn values_are_kept_apart_padded_and_cut_by_characters() {
        let mut column = TextColumn::new(4, 4, Some(4));
        column.push("ñandú!");
        column.end();
        column.end();
        column.push_padded(7, 3);
        column.end();
        column.push_number(1230);
        column.end();
        column.push("abc, d");
        column.end();
        let made = column.finish().unwrap();
        let made: Vec<_> = made.as_string::<i32>().iter().flatten().collect();
        assert_eq!(made, ["ñand", "", "007", "1230", "abc"]);
    }
}
