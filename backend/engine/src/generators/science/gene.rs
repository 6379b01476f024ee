//! Genes of man with their chromosomes: symbols of the HUGO Gene Nomenclature Committee.

use crate::generator::Family;
use crate::generators::support::describe::words;
use crate::generators::support::entry::Entry;
use crate::generators::support::facts::Facts;

/// A gene: symbol and chromosome.
type Gene = (&'static str, &'static str);

#[rustfmt::skip]
static GENES: Facts<Gene> = Facts::new("gene", &[
    ("TP53", "17"), ("BRCA1", "17"), ("BRCA2", "13"), ("EGFR", "7"), ("KRAS", "12"), ("BRAF", "7"), ("PTEN", "10"),
    ("APC", "5"), ("MYC", "8"), ("RB1", "13"), ("VHL", "3"), ("MLH1", "3"), ("MSH2", "2"), ("PIK3CA", "3"), ("ERBB2", "17"),
    ("ALK", "2"), ("RET", "10"), ("KIT", "4"), ("JAK2", "9"), ("NPM1", "5"), ("FLT3", "13"), ("IDH1", "2"), ("NOTCH1", "9"),
    ("CDKN2A", "9"), ("ATM", "11"), ("CHEK2", "22"), ("PALB2", "16"), ("CFTR", "7"), ("HBB", "11"), ("HBA1", "16"),
    ("F8", "X"), ("F9", "X"), ("F5", "1"), ("F2", "11"), ("DMD", "X"), ("FMR1", "X"), ("HTT", "4"), ("SMN1", "5"), ("PAH", "12"),
    ("GBA1", "1"), ("HEXA", "15"), ("G6PD", "X"), ("LDLR", "19"), ("APOE", "19"), ("APOB", "2"), ("PCSK9", "1"), ("MTHFR", "1"),
    ("ACE", "17"), ("INS", "11"), ("LEP", "7"), ("FTO", "16"), ("TCF7L2", "10"), ("HFE", "6"), ("HLA-B", "6"), ("TNF", "6"),
    ("IL6", "7"), ("CYP2D6", "22"), ("CYP2C19", "10"), ("CYP3A4", "7"), ("VKORC1", "16"), ("SLCO1B1", "12"), ("TPMT", "6"),
    ("DPYD", "1"), ("UGT1A1", "2"), ("SCN5A", "3"), ("KCNQ1", "11"), ("MYH7", "14"), ("FBN1", "15"), ("COL1A1", "17"),
    ("PKD1", "16"), ("APP", "21"), ("SOD1", "21"), ("SRY", "Y"), ("AR", "X"), ("ESR1", "6"), ("VEGFA", "6"),
], |_| 1.0);

/// Genes.
pub(super) static GENE: Entry = Entry::text(
    "science.gene",
    Family::Science,
    words("Gene symbol", "Símbolo de gen"),
    words("Well-known genes of man by their approved symbols.", "Genes humanos conocidos por su símbolo aprobado."),
    |reader, cx| GENES.codes(reader, cx, |(symbol, _)| symbol),
)
.with(|| GENES.params(), "{}")
.unique();

/// Chromosomes.
pub(super) static CHROMOSOME: Entry = Entry::text(
    "science.chromosome",
    Family::Science,
    words("Chromosome", "Cromosoma"),
    words("Where the row's gene lies: 1 to 22, X or Y.", "Donde está el gen de la fila: 1 a 22, X o Y."),
    |reader, cx| GENES.codes(reader, cx, |(_, chromosome)| chromosome),
)
.with(|| GENES.params(), "{}");

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

    use crate::testing::Trial;

    #[test]
    fn a_gene_lies_on_its_chromosome_and_each_can_come_once() {
        let texts = |name| Trial::new(name, json!({}), FieldType::String).texts(500);
        for (gene, chromosome) in texts("science.gene").iter().zip(texts("science.chromosome")) {
            assert!(gene != "SRY" || chromosome == "Y");
            assert!(chromosome.parse::<u8>().map_or(chromosome == "X" || chromosome == "Y", |n| (1..=22).contains(&n)));
        }
        let all = Trial::new("science.gene", json!({}), FieldType::String).unique(76);
        assert_eq!(all.compile().unwrap().capacity(), Some(76));
    }
}
