//! Identifiers that sort by time: `code.ulid`, `code.uuid7`, `code.ksuid`. The time comes from a range, or goes on by equal
//! steps from row to row; the rest is random, different in every row.

use std::sync::Arc;

use arrow_array::{ArrayRef, FixedSizeBinaryArray};
use arrow_buffer::Buffer;
use dmb_spec::FieldType;
use dmb_spec::time::Span;

use crate::generator::{CompileContext, EngineError, Family, FillContext, Filler, ParamDescriptor, ParamKind};
use crate::generators::support::describe::{defaulted, optional, words};
use crate::generators::support::digits::{BASE62, CROCKFORD, push_digits};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{fits, whole_texts};
use crate::generators::support::params::Reader;
use crate::generators::support::text::TextColumn;
use crate::generators::support::window::Window;
use crate::stream::{Cell, Stream};

/// Characters of a UUID as text.
const UUID_LENGTH: u32 = 36;
/// The second KSUIDs count from, 2014-05-13T16:53:20Z.
const KSUID_EPOCH: u64 = 1_400_000_000;

/// Moments of rows.
struct Times {
    window: Window,
    /// Microseconds from one row to the next, where moments ascend.
    step: Option<i64>,
    stream: Stream,
}

impl Times {
    fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let start = Span { months: -24, micros: 0 }.add_to(cx.as_of);
        let window = Window::compile(reader, cx, (start, cx.as_of), 1_000);
        let step = reader.span("every").map(|every| (every.add_to(start) - start).num_microseconds().unwrap_or(0));
        if step.is_some_and(|step| step <= 0) {
            reader.problem("every", "out_of_range", "every must be a span above 0, such as 15s");
        }
        if window.low < 0 {
            reader.problem("from", "out_of_range", "these identifiers can't tell of moments before 1970");
        }
        Self { window, step, stream: cx.stream }
    }

    /// Milliseconds since 1970, 64 bits that no other row has, and more random numbers.
    #[inline]
    fn at(&self, row: u64) -> (u64, u64, Cell) {
        let mut cell = self.stream.cell(row);
        // The first draw is a one-to-one map of the row number.
        let own = cell.bits();
        let micros = match self.step {
            Some(step) => (self.window.low as u64).saturating_add(row.saturating_mul(step as u64)),
            None => self.window.nth(cell.below(self.window.count)) as u64,
        };
        (micros / 1_000, own, cell)
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![
        defaulted(
            "from",
            ParamKind::Moment,
            words("From", "Desde"),
            words("Earliest moment.", "El momento más temprano."),
            "-2y",
        ),
        defaulted(
            "to",
            ParamKind::Moment,
            words("To", "Hasta"),
            words("Latest moment.", "El momento más tardío."),
            "now",
        ),
        optional(
            "every",
            ParamKind::Span,
            words("Step", "Paso"),
            words(
                "Gives each row a moment this much after the row before, such as 15s, starting with the earliest.",
                "Da a cada fila un momento posterior al de la anterior en este lapso, como 15s, desde el más temprano.",
            ),
        ),
    ]
}

/// ULIDs.
pub(super) static ULID: Entry = Entry::text(
    "code.ulid",
    Family::Code,
    words("ULID", "ULID"),
    words(
        "Identifiers of 26 characters that sort by time: 48 bits of milliseconds and 80 random ones.",
        "Identificadores de 26 caracteres que se ordenan por tiempo: 48 bits de milisegundos y 80 aleatorios.",
    ),
    |reader, cx| {
        let times = Times::compile(reader, cx);
        let write = move |row, out: &mut TextColumn| {
            let (millis, own, mut cell) = times.at(row);
            let random = u128::from(own) << 16 | u128::from(cell.bits() >> 48);
            push_digits(u128::from(millis & 0xFFFF_FFFF_FFFF) << 80 | random, CROCKFORD, 26, out);
        };
        differing(whole_texts(reader, cx, 26, write))
    },
)
.with(params, "{}")
.unique();

/// KSUIDs.
pub(super) static KSUID: Entry = Entry::text(
    "code.ksuid",
    Family::Code,
    words("KSUID", "KSUID"),
    words(
        "Identifiers of 27 letters and digits that sort by time: 32 bits of seconds since May 2014 and 128 random ones.",
        "Identificadores de 27 letras y dígitos que se ordenan por tiempo: 32 bits de segundos desde mayo de 2014 y 128 \
         aleatorios.",
    ),
    |reader, cx| {
        let times = Times::compile(reader, cx);
        if times.window.low < (KSUID_EPOCH * 1_000_000) as i64 {
            reader.problem("from", "out_of_range", "KSUIDs can't tell of moments before May 2014");
        }
        let write = move |row, out: &mut TextColumn| {
            let (millis, own, mut cell) = times.at(row);
            let seconds = (millis / 1_000).saturating_sub(KSUID_EPOCH) & 0xFFFF_FFFF;
            base62([seconds << 32 | own >> 32, own << 32 | cell.bits() >> 32, cell.bits() >> 32], out);
        };
        differing(whole_texts(reader, cx, 27, write))
    },
)
.with(params, "{}")
.unique();

/// Writes a number of 160 bits (64, 64 and 32, the most significant first) as 27 digits in base 62.
fn base62(parts: [u64; 3], out: &mut TextColumn) {
    let mut words = [parts[0] >> 32, parts[0] & 0xFFFF_FFFF, parts[1] >> 32, parts[1] & 0xFFFF_FFFF, parts[2]];
    let place = out.extend(&[b'0'; 27]);
    for digit in place.iter_mut().rev() {
        let mut rest = 0;
        for word in &mut words {
            let value = rest << 32 | *word;
            (*word, rest) = (value / 62, value % 62);
        }
        *digit = BASE62[rest as usize];
    }
}

/// UUIDs of version 7.
pub(super) static UUID7: Entry = Entry::text(
    "code.uuid7",
    Family::Code,
    words("UUID by time (version 7)", "UUID por tiempo (versión 7)"),
    words(
        "UUIDs that sort by time (RFC 9562): 48 bits of milliseconds and 74 random ones.",
        "UUID que se ordenan por tiempo (RFC 9562): 48 bits de milisegundos y 74 aleatorios.",
    ),
    |reader, cx| {
        let times = Times::compile(reader, cx);
        let text = *cx.data_type == arrow_schema::DataType::Utf8;
        if text {
            fits(reader, cx, UUID_LENGTH);
        }
        Box::new(Ids { times, text })
    },
)
.producing(&[FieldType::Uuid, FieldType::String, FieldType::Text])
.with(params, "{}")
.unique();

struct Ids {
    times: Times,
    text: bool,
}

impl Ids {
    #[inline]
    fn id(&self, row: u64) -> u128 {
        let (millis, own, mut cell) = self.times.at(row);
        // 12 and 62 bits are free; the 64 that differ fill them but for ten.
        let high = millis << 16 | 0x7000 | own >> 52;
        let low = 0b10 << 62 | (own << 12 >> 2) & 0x3FFF_FFFF_FFFF_FC00 | cell.bits() >> 54;
        u128::from(high) << 64 | u128::from(low)
    }
}

impl Filler for Ids {
    fn capacity(&self) -> Option<u128> {
        Some(1 << 64)
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        if self.text {
            let mut out = TextColumn::new(cx.rows.len(), UUID_LENGTH as usize, None);
            let mut buffer = [0; UUID_LENGTH as usize];
            for &row in cx.rows {
                out.push(::uuid::Uuid::from_u128(self.id(row)).hyphenated().encode_lower(&mut buffer));
                out.end();
            }
            return out.finish();
        }
        let bytes: Vec<u8> = cx.rows.iter().flat_map(|&row| self.id(row).to_be_bytes()).collect();
        Ok(Arc::new(FixedSizeBinaryArray::try_new(16, Buffer::from_vec(bytes), None)?))
    }
}

/// A filler whose rows hold 64 bits that no other has.
fn differing(filler: Box<dyn Filler>) -> Box<dyn Filler> {
    Box::new(Differing(filler))
}

struct Differing(Box<dyn Filler>);

impl Filler for Differing {
    fn capacity(&self) -> Option<u128> {
        Some(1 << 64)
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        self.0.fill(cx)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use arrow_array::cast::AsArray;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn they_sort_by_time_where_time_goes_on_and_differ() {
        for (name, length) in [("code.ulid", 26), ("code.ksuid", 27), ("code.uuid7", 36)] {
            let params = json!({ "from": "2025-01-01", "every": "2s" });
            let made = Trial::new(name, params, FieldType::String).unique(5_000).texts(5_000);
            assert!(made.is_sorted() && made.iter().all(|id| id.len() == length), "{name}");
            assert_eq!(made.iter().collect::<HashSet<_>>().len(), 5_000);
        }
    }

    #[test]
    fn the_time_is_within_the_range_and_version_and_variant_are_right() {
        let params = json!({ "from": "2025-03-01T00:00:00Z", "to": "2025-03-02T00:00:00Z" });
        let made = Trial::new("code.uuid7", params, FieldType::Uuid).fill(2_000);
        for bytes in made.as_fixed_size_binary().iter().flatten() {
            let id = ::uuid::Uuid::from_slice(bytes).unwrap();
            assert_eq!((id.get_version_num(), id.get_variant()), (7, ::uuid::Variant::RFC4122));
            let millis = id.as_u128() >> 80;
            assert!((1_740_787_200_000..=1_740_873_600_000).contains(&millis), "{millis}");
        }
    }

    #[test]
    fn numbers_of_160_bits_are_written_in_base_62() {
        let mut out = TextColumn::new(2, 27, None);
        base62([u64::MAX, u64::MAX, 0xFFFF_FFFF], &mut out);
        out.end();
        base62([0, 0, 62 * 62], &mut out);
        out.end();
        let made = out.finish().unwrap();
        let made: Vec<_> = made.as_string::<i32>().iter().flatten().collect();
        // The greatest KSUID, as its specification gives it.
        assert_eq!(made, ["aWgEPTl1tmebfsQzFP4bxwgy80V", "000000000000000000000000100"]);
    }

    #[test]
    fn moments_that_can_not_be_told_are_refused() {
        let code = |params| Trial::new("code.ksuid", params, FieldType::String).compile().err().unwrap()[0].code;
        assert_eq!(code(json!({ "from": "2010-01-01" })), "out_of_range");
        assert_eq!(code(json!({ "every": "0s" })), "out_of_range");
    }
}
