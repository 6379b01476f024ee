//! Designs from text, plans of them, and rows as JSON.

use chrono::{DateTime, TimeZone, Utc};
use dmb_engine::json;
use dmb_engine::plan::{Plan, PlanRequest, TableRequest, compile};
use dmb_spec::{Design, Violation, file};
use serde_json::Value;

/// The moment everything here is made as of.
pub fn as_of() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).unwrap()
}

/// A design from the tables' text, two spaces before each table's name.
pub fn design(tables: &str) -> Design {
    file::from_str(&format!("dmb: 1\nname: test\nseed: 7\ntables:\n{tables}"))
        .unwrap_or_else(|found| panic!("{found:#?}"))
}

/// The plan of a whole design.
pub fn plan(design: &Design) -> Plan {
    compile(PlanRequest::whole(design, as_of())).unwrap_or_else(|found| panic!("{found:#?}"))
}

/// The plan with other requests for the tables.
pub fn plan_of(design: &Design, tables: Vec<TableRequest>) -> Plan {
    try_plan_of(design, tables).unwrap_or_else(|found| panic!("{found:#?}"))
}

/// The plan with other requests for the tables, or why there is none.
pub fn try_plan_of(design: &Design, tables: Vec<TableRequest>) -> Result<Plan, Vec<Violation>> {
    compile(PlanRequest { tables, ..PlanRequest::whole(design, as_of()) })
}

/// The request for a table by its name.
pub fn request(design: &Design, table: &str) -> TableRequest {
    TableRequest::new(design.table(table).unwrap().id)
}

/// Why a design of these tables has no plan: codes with paths.
pub fn refusals(tables: &str) -> Vec<(String, String)> {
    let design = design(tables);
    match compile(PlanRequest::whole(&design, as_of())) {
        Ok(_) => Vec::new(),
        Err(found) => found.into_iter().map(|v| (v.code.into_owned(), v.path)).collect(),
    }
}

/// All rows of a table.
pub fn rows(plan: &Plan, table: &str) -> Vec<Vec<Value>> {
    let table = plan.tables().iter().find(|t| t.table().name == table).unwrap_or_else(|| panic!("no table {table}"));
    (0..table.chunk_count()).flat_map(|chunk| json::rows(&table.chunk(chunk).unwrap(), table.table())).collect()
}

/// A value of JSON as files show it: a fraction of a second has six digits there, in JSON as few as it needs.
pub fn as_in_files(text: &str) -> String {
    match text.parse::<DateTime<Utc>>() {
        Ok(moment) if moment.timestamp_subsec_micros() > 0 => moment.format("%Y-%m-%dT%H:%M:%S%.6fZ").to_string(),
        _ => text.to_owned(),
    }
}

/// One column of a table.
pub fn column(plan: &Plan, table: &str, field: &str) -> Vec<Value> {
    let found = plan.tables().iter().find(|t| t.table().name == table).unwrap();
    let at = found.table().fields.iter().position(|f| f.name == field).unwrap_or_else(|| panic!("no field {field}"));
    rows(plan, table).into_iter().map(|mut row| row.swap_remove(at)).collect()
}

/// Whether no two values are equal, nulls aside.
pub fn distinct<T: std::fmt::Debug>(values: &[T]) -> bool {
    let mut texts: Vec<String> = values.iter().map(|v| format!("{v:?}")).filter(|v| v != "Null").collect();
    let all = texts.len();
    texts.sort();
    texts.dedup();
    texts.len() == all
}

/// A shop with everything that matters: counted children, copies, offsets, keys of two fields.
pub const SHOP: &str = r#"
  customers:
    rows: 500
    fields:
      id: { type: auto_increment }
      name: { type: string, generator: person.full_name }
      email: { type: email, unique: true }
      city: { type: string, nullable: true, null_rate: 0.3, generator: { choice: { values: [Lima, Quito, Madrid] } } }
      since: { type: datetime, generator: { datetime.between: { from: -3y, to: -1y } } }
  orders:
    rows: { per: customers, distribution: { poisson: { mean: 3 } }, max: 40 }
    fields:
      id: { type: uuid, unique: true }
      customer_id: { type: foreign_key, to: customers.id }
      city: { type: string, nullable: true, generator: { copy: { from: customer_id.city } } }
      placed_at: { type: datetime, generator: { datetime.offset: { parent: customer_id.since, min: 0s, max: 300d } } }
    primary_key: [id]
  lines:
    rows: { per: orders, distribution: { choice: { weights: { 1: 50, 2: 30, 8: 20 } } } }
    primary_key: [order_id, line_no]
    fields:
      order_id: { type: foreign_key, to: orders.id }
      line_no: { type: integer, generator: row_in_parent }
      city: { type: string, nullable: true, generator: { copy: { from: order_id.city } } }
      quantity: { type: integer, min: 1, max: 20, generator: { number.uniform: { min: 1, max: 20 } } }
      price: { type: decimal, precision: 10, scale: 2, generator: { number.uniform: { min: 1, max: 90 } } }
      total: { type: decimal, precision: 12, scale: 2, generator: { number.product: { fields: [quantity, price] } } }
"#;
