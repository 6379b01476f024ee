//! Samples of rows: types, nulls, choices, ranges, keys, relations, encodings.

use dmb_exchange::import::Source;
use dmb_exchange::{ImportRequest, Imported, NoteKind, import};
use dmb_spec::FieldType;
use rust_xlsxwriter::Workbook;
use serde_json::json;

use crate::support::{field, imported, noted, sound};

fn people() -> String {
    let mut text = "ID;Nombre;Alta;Saldo;Tipo;Código postal;Activo;Correo\n".to_owned();
    for n in 1..=60 {
        let (kind, null) = (["A", "B", "C"][n % 3], if n % 4 == 0 { "" } else { "x" });
        let email = if null.is_empty() { String::new() } else { format!("p{n}@example.com") };
        text.push_str(&format!(
            "{n};Peña {n};2024-01-{:02};1.{:03},50;{kind};0{n:04};{};{email}\n",
            n % 28 + 1,
            n,
            n % 2 == 0
        ));
    }
    text
}

fn read(bytes: &[u8], file_name: &str) -> Imported {
    sound(import(bytes, &ImportRequest { file_name: Some(file_name), ..ImportRequest::default() }))
}

#[test]
fn csv_of_another_land() {
    // Windows-1252, semicolons, decimal commas.
    let bytes: Vec<u8> = people().chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let found = read(&bytes, "clientes.csv");
    let of = |name: &str| field(&found, "clientes", name);
    assert_eq!(found.source, Source::Csv);
    assert_eq!(of("id").field_type, FieldType::AutoIncrement);
    assert_eq!(of("alta").field_type, FieldType::Date);
    assert_eq!((of("saldo").field_type, of("saldo").constraints.scale), (FieldType::Decimal, Some(2)));
    assert_eq!(of("tipo").constraints.choices.as_ref().unwrap().len(), 3);
    // Leading noughts are no numbers.
    assert_eq!(of("codigo_postal").field_type, FieldType::String);
    assert_eq!(of("activo").field_type, FieldType::Boolean);
    assert_eq!(
        (of("correo").field_type, of("correo").nullable, of("correo").null_rate),
        (FieldType::Email, true, 0.25)
    );
    assert_eq!(of("nombre").label(), "Nombre");
    assert!(noted(&found.notes, NoteKind::Assumed, "windows-1252"));
    assert!(noted(&found.notes, NoteKind::Assumed, "primary key"));
}

#[test]
fn a_range_in_a_sample_is_a_generator_and_no_rule() {
    let rows: String = (0..50).map(|n| format!("{},{}.{}\n", n * 7, n, n % 9 + 1)).collect();
    let found = imported(&format!("visits,score\n{rows}"), Source::Csv);
    let visits = field(&found, "records", "visits");
    assert_eq!((&visits.constraints.min, &visits.generator.as_ref().unwrap().params["max"]), (&None, &json!(343)));
    assert_eq!(field(&found, "records", "score").field_type, FieldType::Decimal);
}

#[test]
fn json_with_objects_and_lists() {
    let rows: Vec<_> = (0..40)
        .map(|n| {
            json!({
                "code": format!("AB-{:04}", n * 37), "at": "2025-02-03T04:05:06Z", "amount": n as f64 + 0.25,
                "place": if n % 2 == 0 { json!({ "city": "Lima", "lat": -12.04637, "tags": ["x", "y"] }) } else { json!(null) },
                "sizes": vec!["S"; n % 3],
            })
        })
        .collect();
    let found = read(serde_json::to_vec(&rows).unwrap().as_slice(), "visits.json");
    let of = |name: &str| field(&found, "visits", name);
    assert_eq!(found.source, Source::Json);
    assert_eq!(found.design.tables[0].key_fields()[0].name, "code");
    assert_eq!(of("code").generator.as_ref().unwrap().params["pattern"], json!("[A-Z]{2}-[0-9]{4}"));
    assert_eq!((of("at").field_type, of("amount").field_type), (FieldType::Datetime, FieldType::Decimal));
    let place = of("place").generator.clone().unwrap();
    assert_eq!((place.name.as_str(), of("place").null_rate), ("object", 0.5));
    assert_eq!(place.params["members"][2]["generator"]["array"]["item"]["choices"], json!(["x", "y"]));
    assert_eq!(of("sizes").generator.as_ref().unwrap().name, "array");
}

#[test]
fn json_lines_are_seen_and_objects_of_lists_are_tables() {
    let lines = "{\"a\": 1, \"b\": \"x\"}\n{\"a\": 2}\n{\"a\": 3, \"c\": true}\n";
    let found = read(lines.as_bytes(), "rows.json");
    assert_eq!((found.source, found.design.tables[0].fields.len()), (Source::JsonLines, 3));
    assert!(field(&found, "rows", "c").nullable);
    let found = imported(r#"{"as": [{"x": 1}], "bs": [{"y": "z"}], "version": 3}"#, Source::Json);
    assert_eq!(found.design.tables.iter().map(|t| t.name.as_str()).collect::<Vec<_>>(), ["as", "bs"]);
}

#[test]
fn sheets_of_a_workbook_are_tables_with_relations() {
    let mut book = Workbook::new();
    let customers = book.add_worksheet();
    customers.set_name("Customers").unwrap();
    for (at, name) in ["id", "full_name"].iter().enumerate() {
        customers.write_string(0, at as u16, *name).unwrap();
    }
    for row in 1..=30_u32 {
        customers.write_number(row, 0, f64::from(row)).unwrap();
        customers.write_string(row, 1, format!("Ana {row}")).unwrap();
    }
    let orders = book.add_worksheet();
    orders.set_name("Orders").unwrap();
    for (at, name) in ["order_no", "customer_id", "total"].iter().enumerate() {
        orders.write_string(0, at as u16, *name).unwrap();
    }
    for row in 1..=50_u32 {
        orders.write_string(row, 0, format!("O-{row:03}")).unwrap();
        orders.write_number(row, 1, f64::from(row % 30 + 1)).unwrap();
        orders.write_number(row, 2, f64::from(row) + 0.5).unwrap();
    }
    book.add_worksheet().set_name("Empty").unwrap();
    let found = read(&book.save_to_buffer().unwrap(), "shop.xlsx");
    assert_eq!((found.source, found.design.name.as_str(), found.design.tables.len()), (Source::Xlsx, "shop", 2));
    assert_eq!(field(&found, "customers", "id").field_type, FieldType::AutoIncrement);
    assert!(field(&found, "orders", "customer_id").reference.is_some(), "{:#?}", found.notes);
    assert_eq!(found.design.table("orders").unwrap().key_fields()[0].name, "order_no");
    assert!(noted(&found.notes, NoteKind::LeftOut, "the sheet Empty"));
}

#[test]
fn rows_without_a_heading_have_numbered_columns() {
    let found = imported("1,2\n3,4\n", Source::Csv);
    assert_eq!(found.design.tables[0].fields[1].name, "column_2");
    assert!(noted(&found.notes, NoteKind::Assumed, "no heading"));
}
