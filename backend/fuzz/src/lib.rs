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
        let params: Params = [(parameter.to_owned(), Value::from(value))].into_iter().collect();
        let mut field = field("f", FieldType::Text, Some(GeneratorRef { name: generator.to_owned(), params }));
        field.unique = unique;
        first_rows(table(vec![field]));
    }
}

/// The first rows of tables whose one expression has a field of every type to make a value of; it fills a text, a
/// decimal, a truth value and a moment in turn.
pub fn first_values(sql: &str) {
    for made in [FieldType::Text, FieldType::Decimal, FieldType::Boolean, FieldType::Datetime] {
        let params: Params = [("sql".to_owned(), Value::from(sql))].into_iter().collect();
        let mut fields = vec![field("f", made, Some(GeneratorRef { name: "expression".to_owned(), params }))];
        let names = [
            ("a", FieldType::Integer),
            ("b", FieldType::Decimal),
            ("c", FieldType::String),
            ("d", FieldType::Date),
            ("e", FieldType::Datetime),
            ("g", FieldType::Boolean),
            ("h", FieldType::Float),
            ("i", FieldType::BigInteger),
            ("j", FieldType::Time),
            ("k", FieldType::Uuid),
        ];
        fields.extend(names.map(|(name, field_type)| field(name, field_type, None)));
        fields.iter_mut().for_each(|field| (field.nullable, field.null_rate) = (true, 0.2));
        first_rows(table(fields));
    }
}

fn field(name: &str, field_type: FieldType, generator: Option<GeneratorRef>) -> Field {
    let table = TableId::from_name("t", |_| false);
    let mut field = Field::new(FieldId::from_name(table, name, |_| false), name, field_type);
    field.generator = generator;
    field
}

fn table(fields: Vec<Field>) -> Design {
    let mut table = Table::new(TableId::from_name("t", |_| false), "t");
    table.rows = RowCount::Total(ROWS);
    table.fields = fields;
    let mut design = Design::new("fuzz");
    design.tables = vec![table];
    design
}
