//! Rows in SQLite, into tables that our own export makes: its keys, checks and foreign keys are the judge.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use dmb_engine::json;
use dmb_engine::plan::Plan;
use dmb_spec::{Design, FieldType};
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, params_from_iter};
use serde_json::Value;

/// The rows of the plan in a database of their own, or what it refused.
pub fn load(design: &Design, plan: &Plan) -> Result<Connection, String> {
    let mut database = Connection::open_in_memory().map_err(text)?;
    let sql = dmb_exchange::export::export(design, "sqlite").map_err(text)?;
    // Rows of tables that need one another come in any order; their keys are looked at when all are there.
    database.execute_batch("PRAGMA foreign_keys = OFF").map_err(text)?;
    database.execute_batch(&sql).map_err(|error| format!("{error} in {sql}"))?;
    let transaction = database.transaction().map_err(text)?;
    for planned in plan.tables() {
        let table = planned.table();
        let places = vec!["?"; table.fields.len()].join(", ");
        let sql = format!("INSERT INTO \"{}\" VALUES ({places})", table.name);
        let mut insert = transaction.prepare(&sql).map_err(text)?;
        for chunk in 0..planned.chunk_count() {
            let batch = planned.chunk(chunk).map_err(text)?;
            for row in json::rows(&batch, table) {
                let cells: Vec<Cell> =
                    row.iter().zip(&table.fields).map(|(value, field)| cell(value, field.field_type)).collect();
                insert.execute(params_from_iter(cells)).map_err(|error| format!("{error}: {} {row:?}", table.name))?;
            }
        }
    }
    transaction.commit().map_err(text)?;
    let strangers: i64 =
        database.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0)).map_err(text)?;
    if strangers > 0 { Err(format!("{strangers} foreign keys lead nowhere")) } else { Ok(database) }
}

fn cell(value: &Value, field_type: FieldType) -> Cell {
    match value {
        Value::Null => Cell::Null,
        Value::Bool(truth) => Cell::Integer(i64::from(*truth)),
        Value::Number(number) => {
            number.as_i64().map_or_else(|| Cell::Real(number.as_f64().unwrap_or(f64::NAN)), Cell::Integer)
        }
        Value::String(text) if field_type == FieldType::Binary => Cell::Blob(STANDARD.decode(text).unwrap()),
        Value::String(text) if field_type != FieldType::Json => Cell::Text(text.clone()),
        other => Cell::Text(other.to_string()),
    }
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}
