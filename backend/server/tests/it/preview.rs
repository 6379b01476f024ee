//! `dmb preview`: the first rows, as the generation makes them.

use crate::support::{DESIGN, dmb, folder_with_design, json, said, shop, text};

#[test]
fn the_rows_are_those_of_a_generation() {
    let folder = folder_with_design(DESIGN);
    said(folder.path(), &["generate", "people.yaml", "--out", "all.csv"]);
    let all = std::fs::read_to_string(folder.path().join("all.csv")).unwrap();
    let first: Vec<&str> = all.lines().take(6).collect();
    let shown = said(folder.path(), &["preview", "people.yaml", "--rows", "5", "--format", "csv"]);
    assert_eq!(shown.lines().collect::<Vec<_>>(), first);
    let rows = json(folder.path(), &["preview", "people.yaml", "--rows", "5", "--format", "json"]);
    let rows = rows["people"].as_array().unwrap();
    let email = |line: &str| line.rsplit(',').next().unwrap().to_owned();
    assert_eq!(rows.len(), 5);
    assert_eq!((rows[4]["id"].as_u64(), rows[4]["email"].as_str()), (Some(5), Some(email(first[5]).as_str())));
}

#[test]
fn the_table_for_people_has_straight_columns() {
    let folder = folder_with_design(&shop());
    let shown = said(folder.path(), &["preview", "people.yaml", "--table", "orders", "--rows", "3"]);
    let lines: Vec<&str> = shown.lines().collect();
    assert!(lines[0].starts_with("orders: 3 of "), "{shown}");
    assert!(lines[2].trim_start().starts_with("id │ customer_id │"), "{shown}");
    let bars =
        |line: &str| line.chars().enumerate().filter(|(_, c)| "│┼".contains(*c)).map(|(at, _)| at).collect::<Vec<_>>();
    assert_eq!(lines.len(), 7);
    assert!(lines[3..].iter().all(|line| bars(line) == bars(lines[2])), "{shown}");
}

#[test]
fn every_table_is_shown_where_none_is_named() {
    let folder = folder_with_design(&shop());
    let rows = json(folder.path(), &["preview", "people.yaml", "--rows", "2", "--format", "json"]);
    let tables: Vec<_> =
        rows.as_object().unwrap().iter().map(|(name, rows)| (name.as_str(), rows.as_array().unwrap().len())).collect();
    assert_eq!(tables, [("customers", 2), ("products", 2), ("orders", 2), ("order_lines", 2)]);
    let shown = said(folder.path(), &["preview", "people.yaml", "--rows", "1"]);
    assert!(
        ["customers: 1 of ", "products: 1 of ", "orders: 1 of ", "order_lines: 1 of "]
            .iter()
            .all(|t| shown.contains(t))
    );
}

#[test]
fn wrong_use_and_wrong_designs_have_their_exit_codes() {
    let folder = folder_with_design(&shop());
    let code = |args: &[&str]| dmb(folder.path(), &[&["preview", "people.yaml"], args].concat());
    let ran = code(&["--table", "nobody"]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(text(&ran.stderr).contains("customers, products"), "{}", text(&ran.stderr));
    assert_eq!(code(&["--format", "csv"]).status.code(), Some(2));
    assert_eq!(code(&["--rows", "0"]).status.code(), Some(2));
    let folder = folder_with_design(&DESIGN.replace("person.full_name", "person.fullname"));
    let ran = dmb(folder.path(), &["preview", "people.yaml"]);
    assert_eq!(ran.status.code(), Some(3));
    assert!(text(&ran.stderr).contains("did you mean person.full_name?"), "{}", text(&ran.stderr));
}
