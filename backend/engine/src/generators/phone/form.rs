//! The forms of a country's numbers, made ready to write.

use crate::generators::address::bundle::mark;
use crate::locales::Locale;
use crate::stream::Stream;

/// A piece of a number.
#[derive(Clone, Copy)]
enum Piece {
    /// One of `ways` digits, the lowest being `from`.
    Digit { from: u8, ways: u64 },
    /// One of the country's mobile prefixes.
    Prefix,
    /// A digit or mark as it is.
    Literal(u8),
}

/// The form of a subscriber's number.
pub(super) struct Form {
    /// Digits beyond those of the country's usual form, which come first and tell nobody apart.
    extra: Vec<Piece>,
    pieces: Vec<Piece>,
    /// How many subscribers the rest tells apart.
    pub(super) ways: u64,
}

/// How the numbers of a locale are written.
pub(super) struct Dial {
    pub(super) locale: &'static Locale,
    pub(super) usual: Form,
    /// By area code, in ascending order.
    by_area: Vec<(&'static str, Form)>,
}

impl Piece {
    fn new(mark: &str) -> Vec<Self> {
        let digit = |from: u8, to: u8| vec![Self::Digit { from, ways: u64::from(to - from) + 1 }];
        match mark.as_bytes() {
            [b'*'] => vec![Self::Prefix],
            [b'#'] => digit(b'0', b'9'),
            [b'N'] => digit(b'2', b'9'),
            [b'M'] => digit(b'6', b'9'),
            [b'[', from, b'-', to, b']'] => digit(*from, *to),
            literal => literal.iter().copied().map(Self::Literal).collect(),
        }
    }

    fn ways(self, prefixes: &[&str]) -> u64 {
        match self {
            Self::Digit { ways, .. } => ways,
            Self::Prefix => prefixes.len().max(1) as u64,
            Self::Literal(_) => 1,
        }
    }

    fn is_digit(self) -> bool {
        matches!(self, Self::Digit { .. }) || matches!(self, Self::Literal(byte) if byte.is_ascii_digit())
    }
}

impl Form {
    fn new(mut form: &'static str, usual_digits: usize, prefixes: &[&str]) -> Self {
        let mut pieces = Vec::new();
        while let Some((mark, rest)) = mark(form) {
            pieces.extend(Piece::new(mark));
            form = rest;
        }
        let beyond = digits(&pieces).saturating_sub(usual_digits);
        let rest = pieces.split_off(beyond);
        let ways = rest.iter().map(|piece| piece.ways(prefixes)).product();
        Self { extra: pieces, pieces: rest, ways }
    }

    /// Writes the number of a subscriber below `ways`; `mark` takes each digit and mark, `stream` gives extra digits.
    pub(super) fn write(
        &self,
        mut subscriber: u64,
        prefixes: &[&str],
        stream: Stream,
        row: u64,
        mut mark: impl FnMut(u8),
    ) {
        if !self.extra.is_empty() {
            let mut cell = stream.slot(1).cell(row);
            for piece in &self.extra {
                piece.write(cell.below(piece.ways(prefixes)), prefixes, &mut mark);
            }
        }
        for piece in &self.pieces {
            let ways = piece.ways(prefixes);
            piece.write(subscriber % ways, prefixes, &mut mark);
            subscriber /= ways;
        }
    }
}

impl Piece {
    fn write(self, way: u64, prefixes: &[&str], mark: &mut impl FnMut(u8)) {
        match self {
            Self::Digit { from, .. } => mark(from + way as u8),
            Self::Prefix => prefixes.get(way as usize).copied().unwrap_or_default().bytes().for_each(mark),
            Self::Literal(byte) => mark(byte),
        }
    }
}

/// Digits of a form, prefixes not counted: they are in all forms of a country or in none.
fn digits(pieces: &[Piece]) -> usize {
    pieces.iter().filter(|piece| piece.is_digit()).count()
}

impl Dial {
    pub(super) fn new(locale: &'static Locale) -> Self {
        let phone = &locale.phone;
        let usual = Form::new(phone.form, usize::MAX, phone.prefixes);
        let length = digits(&usual.pieces);
        let by_area = phone.by_area.iter().map(|(area, form)| (*area, Form::new(form, length, phone.prefixes)));
        let by_area = by_area.collect();
        Self { locale, usual, by_area }
    }

    /// The form after an area code.
    pub(super) fn form(&self, area: &str) -> &Form {
        self.by_area.binary_search_by_key(&area, |(area, _)| area).map_or(&self.usual, |at| &self.by_area[at].1)
    }

    /// The area code that has enough numbers for all: that of the country's biggest city.
    pub(super) fn metropolis(&self) -> &'static str {
        self.locale.places.cities.first().map_or("", |city| city.area)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locales;

    #[test]
    fn forms_by_area_fill_the_national_number_and_the_metropolis_has_room_for_all() {
        for locale in locales::all() {
            let dial = Dial::new(locale);
            assert!(dial.by_area.is_sorted_by(|(a, _), (b, _)| a < b), "{}", locale.id);
            assert!(dial.form(dial.metropolis()).ways >= dial.usual.ways, "{}", locale.id);
            if dial.by_area.is_empty() {
                continue;
            }
            let lengths = locale.places.cities.iter().map(|city| {
                let form = dial.form(city.area);
                city.area.len() + digits(&form.extra) + digits(&form.pieces)
            });
            let lengths: Vec<_> = lengths.collect();
            assert!(lengths.iter().all(|length| *length == lengths[0]), "{}: {lengths:?}", locale.id);
        }
    }

    #[test]
    fn a_number_without_room_in_its_city_is_one_of_the_metropolis() {
        let argentina = locales::find("es_AR").unwrap();
        let dial = Dial::new(argentina);
        assert_eq!(dial.metropolis(), "11");
        let told = |area: &str, subscriber: u64| {
            let mut text = String::new();
            dial.form(area).write(subscriber, &[], Stream::root(1), 7, |byte| text.push(char::from(byte)));
            text
        };
        assert_eq!(told("351", 0), "200-0000");
        assert_eq!(told("230", 1), "410-0000");
        assert_eq!(told("2901", 5), "41-0000");
        assert!(told("11", 4_999_999).ends_with("999-9994"));
        assert!(dial.form("2901").ways < dial.usual.ways && dial.usual.ways <= dial.form("11").ways);
    }
}
