//! Names as codes of documents read them: capitals without accents, in words.

/// A name in capitals without accents; words are parted by a space, and `~` stands for Ñ.
pub(super) struct Name {
    bytes: [u8; 96],
    len: usize,
}

impl Name {
    /// Reads names one after the other; what does not fit is left out.
    pub(super) fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut name = Self { bytes: [0; 96], len: 0 };
        for part in names {
            name.word_break();
            for letter in part.chars() {
                match letter {
                    'ñ' | 'Ñ' => name.push(b'~'),
                    ' ' | '-' => name.word_break(),
                    ascii if ascii.is_ascii_alphabetic() => name.push(ascii.to_ascii_uppercase() as u8),
                    ascii if ascii.is_ascii() => {}
                    other => any_ascii::any_ascii_char(other)
                        .bytes()
                        .filter(u8::is_ascii_alphabetic)
                        .for_each(|b| name.push(b.to_ascii_uppercase())),
                }
            }
        }
        name
    }

    fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.len) {
            *place = byte;
            self.len += 1;
        }
    }

    fn word_break(&mut self) {
        if self.len > 0 && self.bytes[self.len - 1] != b' ' {
            self.push(b' ');
        }
    }

    /// All of it.
    pub(super) fn all(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    /// Its words.
    pub(super) fn words(&self) -> impl Iterator<Item = &[u8]> {
        self.all().split(|b| *b == b' ').filter(|word| !word.is_empty())
    }

    /// Its letters without breaks; Ñ as N.
    pub(super) fn letters(&self) -> impl Iterator<Item = u8> {
        self.all().iter().filter(|b| **b != b' ').map(|b| plain(*b))
    }
}

/// A letter, Ñ as N.
fn plain(byte: u8) -> u8 {
    if byte == b'~' { b'N' } else { byte }
}

/// Whether a letter is a vowel.
pub(super) fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'A' | b'E' | b'I' | b'O' | b'U')
}

/// The digit of a consonant in Soundex (Russell and Odell, US patent 1,261,167); 0 for what has none.
fn sound(letter: u8) -> u8 {
    match letter {
        b'B' | b'F' | b'P' | b'V' => b'1',
        b'C' | b'G' | b'J' | b'K' | b'Q' | b'S' | b'X' | b'Z' => b'2',
        b'D' | b'T' => b'3',
        b'L' => b'4',
        b'M' | b'N' => b'5',
        b'R' => b'6',
        _ => b'0',
    }
}

/// The Soundex code of a name: its first letter and three digits.
pub(super) fn soundex(name: &Name) -> [u8; 4] {
    let mut code = [b'0'; 4];
    let mut letters = name.letters();
    let Some(first) = letters.next() else { return code };
    code[0] = first;
    let (mut at, mut last) = (1, sound(first));
    for letter in letters {
        let digit = sound(letter);
        if digit != b'0' && digit != last && at < 4 {
            code[at] = digit;
            at += 1;
        }
        // H and W do not part equal sounds; vowels do.
        if !matches!(letter, b'H' | b'W') {
            last = digit;
        }
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_capitals_in_words() {
        let name = Name::of(["María José", "Muñoz-O'Neil"]);
        assert_eq!(name.all(), b"MARIA JOSE MU~OZ ONEIL");
        assert_eq!(name.words().count(), 4);
        assert_eq!(name.letters().collect::<Vec<_>>(), b"MARIAJOSEMUNOZONEIL");
    }

    #[test]
    fn names_have_their_published_codes() {
        for (name, code) in [("Robert", b"R163"), ("Ashcraft", b"A261"), ("Tymczak", b"T522"), ("Pfister", b"P236")] {
            assert_eq!(&soundex(&Name::of([name])), code, "{name}");
        }
    }
}
