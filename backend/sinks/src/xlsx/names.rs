//! Names of sheets: legal in Excel, and unique in the workbook.

use std::collections::HashSet;

/// Most characters of a sheet's name, as Excel counts them (UTF-16).
const MAX_UNITS: usize = 31;

/// Gives out names.
#[derive(Default)]
pub(super) struct SheetNames {
    taken: HashSet<String>,
}

impl SheetNames {
    /// A set in which these names are taken already.
    pub(super) fn with(reserved: &[&str]) -> Self {
        Self { taken: reserved.iter().map(|n| n.to_lowercase()).collect() }
    }

    /// The name nearest to the one wanted that is legal and free. `part` numbers the sheets of one table from 1.
    pub(super) fn give(&mut self, wanted: &str, part: u32) -> String {
        let base = legal(wanted);
        let mut suffix = if part > 1 { format!(" ({part})") } else { String::new() };
        let mut again = 1;
        loop {
            let name = format!("{}{suffix}", cut(&base, MAX_UNITS - suffix.len()));
            // Excel keeps "History" for itself.
            if name.to_lowercase() != "history" && self.taken.insert(name.to_lowercase()) {
                return name;
            }
            again += 1;
            suffix = if part > 1 { format!(" ({part}.{again})") } else { format!(" _{again}") };
        }
    }
}

fn legal(wanted: &str) -> String {
    let replace = |c: char| if c.is_control() || "[]:*?/\\".contains(c) { '_' } else { c };
    let name: String = wanted.chars().map(replace).collect();
    let name = name.trim().trim_matches('\'');
    if name.is_empty() { "Table".to_owned() } else { name.to_owned() }
}

fn cut(text: &str, units: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, c)| {
        used += c.len_utf16();
        used > units
    });
    end.map_or(text, |(at, _)| text[..at].trim_end_matches(['\'', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_legal_unique_and_short() {
        let mut names = SheetNames::with(&["Summary"]);
        let mut give = |wanted: &str, part| names.give(wanted, part);
        assert_eq!(give("Orders", 1), "Orders");
        assert_eq!(give("orders", 1), "orders _2");
        assert_eq!(give("Orders", 2), "Orders (2)");
        assert_eq!(give("summary", 1), "summary _2");
        assert_eq!(give("a/b:c[d]", 1), "a_b_c_d_");
        assert_eq!(give("'quoted'", 1), "quoted");
        assert_eq!(give("History", 1), "History _2");
        assert_eq!(give("", 1), "Table");
        let long = "😀".repeat(40);
        assert_eq!(give(&long, 1).encode_utf16().count(), 30);
        assert_eq!(give(&long, 12).encode_utf16().count(), 31);
    }
}
