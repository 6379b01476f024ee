//! SQL of three dialects: what a design holds of it, and what is told of the rest.

use dmb_exchange::NoteKind;
use dmb_exchange::import::SqlDialect::{Mysql, Postgres, Sqlite};
use dmb_spec::{FieldType, OnDelete};
use serde_json::json;

use crate::support::{ddl, field, noted};

#[test]
fn types_defaults_and_checks() {
    let found = ddl(
        "CREATE TABLE t (
            id serial PRIMARY KEY,
            small smallint NOT NULL DEFAULT 3 CHECK (small BETWEEN 1 AND 9),
            price numeric(8,2) NOT NULL DEFAULT 0.99 CHECK (price > 0),
            kind text CHECK (kind IN ('a', 'b''c')),
            code varchar(10) NOT NULL CHECK (code ~ '^[A-Z]{3}$'),
            name varchar(40) NOT NULL CHECK (length(name) >= 2),
            born date CHECK (born > '1900-01-01'),
            seen timestamptz NOT NULL DEFAULT now(),
            tags text[],
            meta jsonb NOT NULL DEFAULT '{}',
            odd int CHECK (odd % 2 = 1),
            at interval
        );",
        Postgres,
    );
    let of = |name: &str| field(&found, "t", name);
    assert_eq!(of("id").field_type, FieldType::AutoIncrement);
    assert_eq!((&of("small").constraints.min, &of("small").constraints.max), (&Some(json!(1)), &Some(json!(9))));
    assert_eq!(of("small").default, Some(json!(3)));
    assert_eq!((of("price").constraints.decimal(), &of("price").constraints.min), ((8, 2), &Some(json!(0.01))));
    assert_eq!(of("kind").constraints.choices, Some(vec!["a".to_owned(), "b'c".to_owned()]));
    assert_eq!(of("code").constraints.pattern.as_deref(), Some("[A-Z]{3}"));
    assert_eq!(of("name").constraints.min_length, Some(2));
    assert_eq!(of("seen").default, Some(json!("now")));
    assert_eq!(of("meta").default, Some(json!({})));
    assert!(of("tags").nullable && !of("code").nullable);
    assert!(noted(&found.notes, NoteKind::LeftOut, "odd % 2 = 1"));
    assert!(noted(&found.notes, NoteKind::Changed, "arrays are JSON"));
}

#[test]
fn keys_of_several_fields_and_keys_to_itself() {
    let found = ddl(
        "CREATE TABLE parts (
            id INTEGER PRIMARY KEY,
            parent INTEGER NOT NULL REFERENCES parts(id) ON DELETE CASCADE,
            shelf TEXT NOT NULL, place INTEGER NOT NULL,
            UNIQUE (shelf, place)
        );
        CREATE INDEX by_place ON parts (place, shelf);
        CREATE UNIQUE INDEX one ON parts (place, id);",
        Sqlite,
    );
    let table = found.design.table("parts").unwrap();
    assert_eq!((table.unique_keys.len(), table.indexes.len()), (2, 1));
    let parent = field(&found, "parts", "parent");
    assert_eq!(parent.reference.unwrap().on_delete, OnDelete::Cascade);
    assert!(parent.nullable, "the first part has no parent");
    assert!(noted(&found.notes, NoteKind::Changed, "in a circle"));
    assert_eq!(field(&found, "parts", "shelf").constraints.max_length, Some(255));
}

#[test]
fn a_foreign_key_of_two_fields_is_one_with_the_other_copied() {
    let sql = |key: &str| {
        format!(
            "CREATE TABLE orders (tenant int NOT NULL, id bigint NOT NULL {key}, PRIMARY KEY (tenant, id));
             CREATE TABLE line (n serial PRIMARY KEY, tenant int NOT NULL, order_id bigint NOT NULL,
                FOREIGN KEY (tenant, order_id) REFERENCES orders (tenant, id));"
        )
    };
    let found = ddl(&sql("UNIQUE"), Postgres);
    assert!(field(&found, "line", "order_id").reference.is_some());
    let tenant = field(&found, "line", "tenant").generator.clone().unwrap();
    assert_eq!((tenant.name.as_str(), &tenant.params["from"]), ("copy", &json!("order_id.tenant")));
    let found = ddl(&sql(""), Postgres);
    assert!(field(&found, "line", "order_id").reference.is_none());
    assert!(noted(&found.notes, NoteKind::LeftOut, "none of these tells rows apart by itself"));
}

#[test]
fn what_can_not_be_read_is_told_with_its_line() {
    let found = ddl(
        "CREATE TABLE a (b int);\n\nCREATE TABLE ?? (;\nGRANT ALL ON a TO b;\nCREATE TABLE c AS SELECT 1;",
        Postgres,
    );
    assert_eq!(found.design.tables.len(), 1);
    assert!(noted(&found.notes, NoteKind::LeftOut, "line 3"), "{:#?}", found.notes);
    assert!(noted(&found.notes, NoteKind::LeftOut, "GRANT"));
    assert!(noted(&found.notes, NoteKind::LeftOut, "from another table or from a query"));
}

#[test]
fn words_of_mysql() {
    let found = ddl(
        "CREATE TABLE `Order` (
            `ID` int unsigned NOT NULL AUTO_INCREMENT COMMENT 'The number',
            `on` tinyint(1) NOT NULL DEFAULT '1',
            `size` enum('S','M') CHARACTER SET utf8mb4 NOT NULL DEFAULT 'M',
            `big` bigint unsigned DEFAULT NULL,
            `data` longtext CHECK (json_valid(`data`)),
            `sum` decimal(10,2) unsigned GENERATED ALWAYS AS (`big` * 2) STORED,
            PRIMARY KEY (`ID`), KEY `x` (`size`) USING BTREE
        ) ENGINE=InnoDB COMMENT='Orders; all of them';",
        Mysql,
    );
    let of = |name: &str| field(&found, "order", name);
    assert_eq!((of("id").field_type, of("id").description.as_str()), (FieldType::AutoIncrement, "The number"));
    assert_eq!((of("on").field_type, &of("on").default), (FieldType::Boolean, &Some(json!(true))));
    assert_eq!(of("size").default, Some(json!("M")));
    assert_eq!((of("data").field_type, &of("big").constraints.min), (FieldType::Json, &Some(json!(0))));
    assert_eq!(found.design.table("order").unwrap().description, "Orders; all of them");
    assert!(noted(&found.notes, NoteKind::LeftOut, "It is computed as"));
}
