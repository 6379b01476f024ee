//! Schemas that people really have, each from its DDL: it imports, and a thousand rows of every table keep all of its
//! constraints.

use dmb_exchange::import::{Source, SqlDialect};
use dmb_exchange::{ImportRequest, Imported, NoteKind, import};
use dmb_spec::{FieldType, OnDelete};

use crate::database;
use crate::support::{field, noted, plan_of, sound};

const ROWS: u64 = 1_000;

/// Imports without being told anything, and fills every table.
fn check(sql: &str, dialect: SqlDialect, tables: usize) -> Imported {
    check_rows(sql, dialect, tables, ROWS)
}

fn check_rows(sql: &str, dialect: SqlDialect, tables: usize, rows: u64) -> Imported {
    let found =
        sound(import(sql.as_bytes(), &ImportRequest { file_name: Some("real.sql"), ..ImportRequest::default() }));
    assert_eq!((found.source, found.dialect), (Source::Ddl, Some(dialect)));
    assert_eq!(found.design.tables.len(), tables, "{:#?}", found.notes);
    assert!(!noted(&found.notes, NoteKind::LeftOut, "could not be read"), "{:#?}", found.notes);
    let plan = plan_of(&found.design, rows);
    for table in plan.tables() {
        assert_eq!(table.rows(), rows, "{}", table.table().name);
    }
    let database = database::load(&found.design, &plan).unwrap_or_else(|error| panic!("{error}"));
    drop(database);
    found
}

/// Names of the fields of a table's primary key.
fn key<'d>(found: &'d Imported, table: &str) -> Vec<&'d str> {
    found.design.table(table).unwrap().key_fields().iter().map(|field| field.name.as_str()).collect()
}

/// What a foreign key leads to, as `table.field`.
fn target(found: &Imported, table: &str, name: &str) -> String {
    let reference = field(found, table, name).reference.unwrap_or_else(|| panic!("{table}.{name} refers to nothing"));
    let parent = found.design.table_by_id(reference.table).unwrap();
    format!("{}.{}", parent.name, parent.field_by_id(reference.field).unwrap().name)
}

fn relations(found: &Imported) -> usize {
    found.design.tables.iter().flat_map(|table| &table.fields).filter(|field| field.reference.is_some()).count()
}

#[test]
fn chinook() {
    let found = check(include_str!("../real/chinook.sql"), SqlDialect::Sqlite, 11);
    assert_eq!(relations(&found), 11);
    assert_eq!(target(&found, "employee", "reports_to"), "employee.employee_id");
    assert_eq!(key(&found, "playlist_track"), ["playlist_id", "track_id"]);
    assert_eq!(field(&found, "customer", "email").generator.as_ref().unwrap().name, "internet.email");
    assert_eq!(field(&found, "invoice", "total").constraints.decimal(), (10, 2));
    assert!(noted(&found.notes, NoteKind::Changed, "“InvoiceLine” is called invoice_line"));
    assert!(noted(&found.notes, NoteKind::LeftOut, "INSERT"));
}

#[test]
fn northwind() {
    let found = check(include_str!("../real/northwind.sql"), SqlDialect::Postgres, 14);
    assert_eq!(relations(&found), 13);
    assert_eq!(target(&found, "orders", "ship_via"), "shippers.shipper_id");
    assert_eq!(key(&found, "order_details"), ["order_id", "product_id"]);
    assert_eq!(field(&found, "customers", "customer_id").constraints.max_length, Some(5));
    assert!(field(&found, "customers", "company_name").generator.as_ref().is_some_and(|g| g.name == "company.name"));
}

#[test]
fn sakila() {
    let found = check(include_str!("../real/sakila.sql"), SqlDialect::Mysql, 16);
    assert_eq!(field(&found, "film", "rating").constraints.choices.as_ref().unwrap().len(), 5);
    assert_eq!(field(&found, "film", "rating").default, Some("G".into()));
    assert_eq!(field(&found, "film", "release_year").constraints.min, Some(1901.into()));
    assert_eq!(field(&found, "payment", "rental_id").reference.unwrap().on_delete, OnDelete::SetNull);
    assert_eq!(field(&found, "customer", "active").field_type, FieldType::Boolean);
    assert!(found.design.table("customer").unwrap().description.starts_with("Table storing all customers"));
    assert_eq!(found.design.table("rental").unwrap().unique_keys.len(), 1);
    // A store needs its manager, who needs a store.
    assert!(noted(&found.notes, NoteKind::Changed, "in a circle"));
    assert!(noted(&found.notes, NoteKind::LeftOut, "CREATE TRIGGER"));
    assert!(noted(&found.notes, NoteKind::LeftOut, "CREATE VIEW"));
}

#[test]
fn pagila() {
    // The key of payments begins with a day, and the plan counts 524 of them.
    let found = check_rows(include_str!("../real/pagila.sql"), SqlDialect::Postgres, 13, ROWS / 2);
    assert_eq!(field(&found, "customer", "customer_id").field_type, FieldType::AutoIncrement);
    assert_eq!(field(&found, "film", "film_id").field_type, FieldType::AutoIncrement);
    let year = field(&found, "film", "release_year");
    assert_eq!((year.field_type, &year.constraints.max), (FieldType::Integer, &Some(2155.into())));
    assert_eq!(field(&found, "film", "rating").field_type, FieldType::Enum);
    assert_eq!(field(&found, "film", "special_features").generator.as_ref().unwrap().name, "array");
    assert_eq!(field(&found, "film", "length").description, "Minutes");
    assert_eq!(found.design.table("film").unwrap().description, "What is rented, and how it's rated");
    assert_eq!(key(&found, "payment"), ["payment_date", "payment_id"]);
    assert!(found.design.table("never").is_none());
    assert!(noted(&found.notes, NoteKind::LeftOut, "partitions"));
}

#[test]
fn wordpress() {
    let found = check(include_str!("../real/wordpress.sql"), SqlDialect::Mysql, 9);
    assert_eq!(relations(&found), 0, "WordPress declares no foreign keys");
    assert_eq!(key(&found, "wp_term_relationships"), ["object_id", "term_taxonomy_id"]);
    assert_eq!(field(&found, "wp_users", "id").field_type, FieldType::AutoIncrement);
    assert_eq!(field(&found, "wp_users", "user_email").generator.as_ref().unwrap().name, "internet.email");
    assert!(field(&found, "wp_options", "option_name").unique);
    assert!(noted(&found.notes, NoteKind::LeftOut, "0000-00-00"));
}

#[test]
fn django() {
    let found = check(include_str!("../real/django.sql"), SqlDialect::Sqlite, 12);
    assert_eq!(target(&found, "auth_permission", "content_type_id"), "django_content_type.id");
    assert_eq!(field(&found, "auth_user", "is_staff").field_type, FieldType::Boolean);
    assert_eq!(field(&found, "polls_question", "settings").field_type, FieldType::Json);
    assert_eq!(field(&found, "polls_choice", "votes").constraints.min, Some(0.into()));
    assert_eq!(found.design.table("auth_user_groups").unwrap().unique_keys.len(), 1);
}

#[test]
fn rails() {
    let found = check(include_str!("../real/rails.sql"), SqlDialect::Postgres, 10);
    assert_eq!(target(&found, "users", "manager_id"), "users.id");
    assert_eq!(field(&found, "users", "id").field_type, FieldType::Uuid);
    assert_eq!(field(&found, "users", "email").constraints.max_length, Some(120));
    assert_eq!(field(&found, "users", "role").constraints.max, Some(2.into()));
    assert_eq!(field(&found, "payments", "kind").constraints.choices.as_ref().unwrap().len(), 2);
    assert_eq!(field(&found, "payments", "amount").constraints.min, Some(serde_json::json!(0.01)));
    assert_eq!(field(&found, "products", "sku").constraints.pattern.as_deref(), Some("[A-Z]{3}-[0-9]{4}"));
    // An order knows its last payment, a payment its order.
    assert_eq!(target(&found, "orders", "last_payment_id"), "payments.id");
    assert_eq!(target(&found, "payments", "order_id"), "orders.id");
    assert!(noted(&found.notes, NoteKind::LeftOut, "on some rows only"));
}
