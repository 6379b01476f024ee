//! `dmb import` and `dmb design export`: what people have becomes a design file, and goes back.

use crate::support::{dmb, dmb_reading, files, said, shop, text};

const SQL: &str = "CREATE TABLE customers (id serial PRIMARY KEY, email varchar(80) NOT NULL UNIQUE);
CREATE TABLE orders (id serial PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, total numeric(8,2) CHECK (total > 0));
GRANT ALL ON customers TO bob;";

#[test]
fn sql_becomes_a_design_that_generates() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("shop.sql"), SQL).unwrap();
    let ran = dmb(folder.path(), &["import", "shop.sql", "-o", "shop.yaml"]);
    assert_eq!((ran.status.code(), text(&ran.stdout).as_str()), (Some(0), ""), "{}", text(&ran.stderr));
    assert!(text(&ran.stderr).contains("left out: line 3: GRANT"), "{}", text(&ran.stderr));
    let design = std::fs::read_to_string(folder.path().join("shop.yaml")).unwrap();
    assert!(design.contains("name: shop") && design.contains("to: customers.id"), "{design}");
    said(folder.path(), &["generate", "shop.yaml", "--out", "shop.zip"]);
    assert_eq!(files(folder.path()), ["shop.sql", "shop.yaml", "shop.zip"]);
}

#[test]
fn samples_come_by_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    let ran = dmb_reading(folder.path(), &["import", "-", "--from", "csv"], "a,b\n1,x\n2,y\n");
    assert_eq!(ran.status.code(), Some(0), "{}", text(&ran.stderr));
    assert!(text(&ran.stdout).contains("type: integer"), "{}", text(&ran.stdout));
}

#[test]
fn wrong_use_of_imports_has_its_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.txt"), "nothing to see").unwrap();
    std::fs::write(folder.path().join("a.yaml"), "dmb: 1\nname: x\ntables: { t: { fields: { a: strng } } }\n").unwrap();
    let code = |args: &[&str]| {
        let ran = dmb(folder.path(), args);
        (ran.status.code(), text(&ran.stderr))
    };
    let (unseen, said) = code(&["import", "a.txt"]);
    assert!(unseen == Some(2) && said.contains("--from: ddl, json-schema"), "{said}");
    assert_eq!(code(&["import", "a.txt", "--from", "cobol"]).0, Some(2));
    assert_eq!(code(&["import", "a.txt", "--from", "ddl"]).0, Some(1));
    assert_eq!(code(&["import", "nowhere.sql"]).0, Some(1));
    let (wrong, said) = code(&["import", "a.yaml"]);
    assert!(wrong == Some(3) && said.contains("strng"), "{said}");
}

#[test]
fn a_design_goes_into_every_format() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("shop.yaml"), shop()).unwrap();
    for format in dmb_exchange::export::FORMATS {
        let printed = said(folder.path(), &["design", "export", "shop.yaml", "--to", format.name]);
        assert!(printed.contains("order_lines"), "{}", format.name);
    }
    said(folder.path(), &["design", "export", "shop.yaml", "--to", "postgres", "-o", "shop.sql"]);
    let back = said(folder.path(), &["import", "shop.sql"]);
    assert!(back.contains("order_lines:") && back.contains("to: orders.id"), "{back}");
    let ran = dmb(folder.path(), &["design", "export", "shop.yaml", "--to", "cobol"]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(text(&ran.stderr).contains("mermaid"), "{}", text(&ran.stderr));
}
