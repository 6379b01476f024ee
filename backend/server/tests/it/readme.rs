//! What README says of the catalogue is true.

use std::path::Path;

use dmb_engine::generator::Family;
use dmb_engine::{catalog, locales};

fn readme() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md")).unwrap()
}

#[test]
fn the_families_and_their_counts_are_those_of_the_code() {
    let mut table = String::from("| family | generators | for example |\n|---|---|---|\n");
    for family in Family::ALL {
        let known: Vec<_> = catalog::descriptors().filter(|known| known.family == family).collect();
        let examples: Vec<_> = known.iter().take(3).map(|known| format!("`{}`", known.name)).collect();
        table += &format!("| {} | {} | {} |\n", family.label().en, known.len(), examples.join(", "));
    }
    assert!(readme().contains(&table), "README should hold this table:\n\n{table}");
}

#[test]
fn the_locales_are_those_of_the_code() {
    let ids: Vec<_> = locales::all().iter().map(|locale| format!("`{}`", locale.id)).collect();
    let flat = readme().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains(&ids.join(", ")), "README should name the locales: {}", ids.join(", "));
}

#[test]
fn the_exit_codes_are_in_the_readme() {
    let readme = readme();
    for line in ["| 0 |", "| 1 |", "| 2 |", "| 3 |", "| 130 |"] {
        assert!(readme.contains(line), "README should tell the exit code {line}");
    }
}
