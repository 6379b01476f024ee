//! Sequences: of DNA and RNA with a share of G and C, of proteins with amino acids as frequent as in nature.

use crate::generator::{CompileContext, Family, Filler, ParamDescriptor, ParamKind};
use crate::generators::support::describe::{TEXT, defaulted, words};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::whole_texts;
use crate::generators::support::params::Reader;
use crate::generators::support::weights::Alias;

/// Amino acids with their share of the proteins in UniProtKB/Swiss-Prot in per cent (release statistics, 2024, rounded).
const AMINO_ACIDS: [(u8, f64); 20] = [
    (b'A', 8.3),
    (b'R', 5.5),
    (b'N', 4.1),
    (b'D', 5.5),
    (b'C', 1.4),
    (b'Q', 3.9),
    (b'E', 6.7),
    (b'G', 7.1),
    (b'H', 2.3),
    (b'I', 5.9),
    (b'L', 9.7),
    (b'K', 5.8),
    (b'M', 2.4),
    (b'F', 3.9),
    (b'P', 4.7),
    (b'S', 6.6),
    (b'T', 5.4),
    (b'W', 1.1),
    (b'Y', 2.9),
    (b'V', 6.9),
];

fn length() -> ParamDescriptor {
    defaulted(
        "length",
        ParamKind::Integer { min: Some(1), max: Some(10_000) },
        words("Length", "Longitud"),
        words("Letters in all.", "Letras en total."),
        60,
    )
}

fn nucleotides() -> Vec<ParamDescriptor> {
    let gc = defaulted(
        "gc",
        ParamKind::Number { min: Some(0.0), max: Some(1.0) },
        words("GC share", "Proporción GC"),
        words("How many of the bases are G or C.", "Qué proporción de las bases son G o C."),
        0.41,
    );
    vec![length(), gc]
}

/// Letters, each from 32 random bits.
fn letters(
    reader: &mut Reader<'_>,
    cx: &CompileContext<'_>,
    first: Option<u8>,
    table: impl Fn(u32) -> u8 + Send + Sync + 'static,
) -> Box<dyn Filler> {
    let length = reader.integer("length", (1, 10_000), 60) as u32;
    let stream = cx.stream;
    whole_texts(reader, cx, length, move |row, out| {
        let mut cell = stream.cell(row);
        let mut bits = 0;
        for n in 0..length {
            bits = if n % 2 == 0 { cell.bits() } else { bits >> 32 };
            out.push_byte(first.filter(|_| n == 0).unwrap_or_else(|| table(bits as u32)));
        }
    })
}

/// Bases: G and C together as often as told.
fn bases(reader: &mut Reader<'_>, cx: &CompileContext<'_>, uracil: bool) -> Box<dyn Filler> {
    let gc = reader.number("gc").unwrap_or(0.41);
    let alias = Alias::new([1.0 - gc, gc, gc, 1.0 - gc]);
    let bases = if uracil { *b"ACGU" } else { *b"ACGT" };
    letters(reader, cx, None, move |bits| bases[alias.pick32(bits)])
}

/// DNA.
pub(super) static DNA: Entry = Entry::text(
    "science.dna",
    Family::Science,
    words("DNA sequence", "Secuencia de ADN"),
    words("Letters A, C, G and T.", "Letras A, C, G y T."),
    |reader, cx| bases(reader, cx, false),
)
.producing(TEXT)
.with(nucleotides, r#"{"length":40,"gc":0.41}"#);

/// RNA.
pub(super) static RNA: Entry = Entry::text(
    "science.rna",
    Family::Science,
    words("RNA sequence", "Secuencia de ARN"),
    words("Letters A, C, G and U.", "Letras A, C, G y U."),
    |reader, cx| bases(reader, cx, true),
)
.producing(TEXT)
.with(nucleotides, r#"{"length":40,"gc":0.41}"#);

/// Proteins.
pub(super) static PROTEIN: Entry = Entry::text(
    "science.protein",
    Family::Science,
    words("Protein sequence", "Secuencia de proteína"),
    words(
        "Letters of the twenty amino acids as frequent as in nature, methionine first.",
        "Letras de los veinte aminoácidos según su frecuencia natural, con metionina al principio.",
    ),
    |reader, cx| {
        let alias = Alias::new(AMINO_ACIDS.iter().map(|(_, share)| *share));
        letters(reader, cx, Some(b'M'), move |bits| AMINO_ACIDS[alias.pick32(bits)].0)
    },
)
.producing(TEXT)
.with(|| vec![length()], r#"{"length":40}"#);

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

    use crate::testing::Trial;

    #[test]
    fn bases_have_the_share_and_length_told() {
        for (name, letters) in [("science.dna", "ACGT"), ("science.rna", "ACGU")] {
            let made = Trial::new(name, json!({ "length": 200, "gc": 0.6 }), FieldType::String).texts(200);
            assert!(made.iter().all(|s| s.len() == 200 && s.chars().all(|c| letters.contains(c))), "{name}");
            let gc = made.iter().flat_map(|s| s.bytes()).filter(|b| b"GC".contains(b)).count() as f64 / 40_000.0;
            assert!((gc - 0.6).abs() < 0.015, "{gc}");
        }
    }

    #[test]
    fn proteins_begin_with_methionine_and_have_leucine_most() {
        let made = Trial::new("science.protein", json!({ "length": 200 }), FieldType::String).texts(200);
        assert!(made.iter().all(|s| s.starts_with('M') && s.len() == 200));
        let share = |letter| made.iter().flat_map(|s| s.bytes()).filter(|b| *b == letter).count() as f64 / 400.0;
        assert!((share(b'L') - 9.7).abs() < 0.8 && (share(b'W') - 1.1).abs() < 0.4, "{} {}", share(b'L'), share(b'W'));
    }
}
