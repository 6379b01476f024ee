//! What the fuzz targets share: a design with one field, and its first rows. Nothing of the product is here.

use chrono::{DateTime, Utc};
use dmb_engine::plan::{PlanRequest, compile};
use dmb_spec::{Design, Field, FieldId, FieldType, GeneratorRef, Params, RowCount, Table, TableId};
use serde_json::Value;

/// Rows that are made where there is a plan.
const ROWS: u64 = 50;

/// The first rows of a design that holds, all its tables cut to a few rows.
pub fn first_rows(mut design: Design) {
    for table in &mut design.tables {
        if let RowCount::Total(rows) = &mut table.rows {
            *rows = (*rows).min(ROWS);
        }
    }
    let Ok(plan) = compile(PlanRequest::whole(&design, DateTime::<Utc>::UNIX_EPOCH)) else { return };
    for table in plan.tables() {
        let rows: Vec<u64> = (0..table.rows().min(ROWS)).collect();
        // An error in words is an answer; only a panic, a long wait or much memory is a find.
        let _ = table.rows_at(&rows);
    }
}

/// The first rows of a table with one text that this generator fills, with one parameter: any texts, then texts that
/// must differ.
pub fn first_texts(generator: &str, parameter: &str, value: &str) {
    for unique in [false, true] {
        let id = TableId::from_name("t", |_| false);
        let mut field = Field::new(FieldId::from_name(id, "f", |_| false), "f", FieldType::Text);
        let params: Params = [(parameter.to_owned(), Value::from(value))].into_iter().collect();
        field.generator = Some(GeneratorRef { name: generator.to_owned(), params });
        field.unique = unique;
        let mut table = Table::new(id, "t");
        table.rows = RowCount::Total(ROWS);
        table.fields = vec![field];
        let mut design = Design::new("fuzz");
        design.tables = vec![table];
        first_rows(design);
    }
}
