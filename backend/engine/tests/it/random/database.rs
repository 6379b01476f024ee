//! Rows in SQLite, with every constraint of the design as a constraint of the database.

use dmb_engine::json;
use dmb_engine::plan::Plan;
use dmb_spec::{ChildCount, Constraints, Design, Field, FieldType, RowCount, Table};
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, params_from_iter};
use serde_json::Value;

/// The rows of the plan in a database of their own, or what it refused.
pub fn load(design: &Design, plan: &Plan) -> Result<Connection, String> {
    let mut database = Connection::open_in_memory().map_err(text)?;
    database.execute_batch("PRAGMA foreign_keys = ON").map_err(text)?;
    let transaction = database.transaction().map_err(text)?;
    for table in &design.tables {
        let sql = create(design, table);
        transaction.execute_batch(&sql).map_err(|error| format!("{error} in {sql}"))?;
    }
    for planned in plan.tables() {
        let table = planned.table();
        let places = vec!["?"; table.fields.len()].join(", ");
        let sql = format!("INSERT INTO {} VALUES ({places})", table.name);
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
    Ok(database)
}

/// What no constraint of a database says: how many rows there are, of every parent too, and that copies are the parents'.
pub fn check(design: &Design, plan: &Plan, database: &Connection) -> Result<(), String> {
    for (table, planned) in design.tables.iter().zip(plan.tables()) {
        let planned = plan.tables().iter().find(|other| other.table().id == table.id).unwrap_or(planned);
        let name = &table.name;
        let rows = number(database, &format!("SELECT count(*) FROM {name}"))?;
        expect(rows == planned.rows() as i64, format!("{name} has {rows} rows, not {}", planned.rows()))?;
        if let RowCount::Total(total) = table.rows {
            expect(rows == total as i64, format!("{name} has {rows} rows, not {total}"))?;
        }
        let Some(key) = table.field("customer_id") else { continue };
        let (parent, to) = target(design, key);
        let strangers = format!(
            "SELECT count(*) FROM {name} AS c JOIN {parent} AS p ON p.{to} = c.customer_id WHERE c.copied IS NOT p.city"
        );
        expect(number(database, &strangers)? == 0, format!("{name} has copies that are not the parent's"))?;
        if let RowCount::PerParent { count, .. } = &table.rows {
            let of = format!(
                "SELECT count(c.customer_id) AS n FROM {parent} AS p LEFT JOIN {name} AS c ON p.{to} = c.customer_id GROUP BY p.{to}"
            );
            let wrong = number(database, &format!("SELECT count(*) FROM ({of}) WHERE NOT ({})", allowed(count)))?;
            expect(wrong == 0, format!("{wrong} rows of {parent} have another number of {name} than {count:?}"))?;
        }
    }
    Ok(())
}

/// What the number `n` of children may be, in SQL.
fn allowed(count: &ChildCount) -> String {
    match count {
        ChildCount::Constant { value } => format!("n = {value}"),
        ChildCount::Uniform { min, max } => format!("n BETWEEN {min} AND {max}"),
        ChildCount::Poisson { max, .. } => max.map_or("n >= 0".into(), |max| format!("n <= {max}")),
        ChildCount::Choice { weights } => {
            let numbers: Vec<String> = weights.iter().map(|(number, _)| number.to_string()).collect();
            format!("n IN ({})", numbers.join(", "))
        }
    }
}

fn create(design: &Design, table: &Table) -> String {
    let names = |ids: &[dmb_spec::FieldId]| -> String {
        ids.iter()
            .filter_map(|id| table.field_by_id(*id))
            .map(|field| field.name.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    let mut parts: Vec<String> = table.fields.iter().map(|field| column(design, field)).collect();
    let key: Vec<dmb_spec::FieldId> = table.key_fields().iter().map(|field| field.id).collect();
    if !key.is_empty() {
        parts.push(format!("PRIMARY KEY ({})", names(&key)));
    }
    parts.extend(table.unique_keys.iter().map(|key| format!("UNIQUE ({})", names(key))));
    format!("CREATE TABLE {} ({})", table.name, parts.join(", "))
}

fn column(design: &Design, field: &Field) -> String {
    let name = &field.name;
    let mut sql = name.clone();
    if !field.nullable {
        sql += " NOT NULL";
    }
    if field.unique {
        sql += " UNIQUE";
    }
    if field.reference.is_some() {
        let (parent, to) = target(design, field);
        sql += &format!(" REFERENCES {parent}({to}) DEFERRABLE INITIALLY DEFERRED");
    }
    for rule in rules(name, field.field_type, &field.constraints) {
        sql += &format!(" CHECK ({name} IS NULL OR {rule})");
    }
    sql
}

/// Names of the table and field a foreign key leads to.
fn target<'d>(design: &'d Design, key: &Field) -> (&'d str, &'d str) {
    let found = key.reference.and_then(|reference| {
        let table = design.table_by_id(reference.table)?;
        Some((table.name.as_str(), table.field_by_id(reference.field)?.name.as_str()))
    });
    found.unwrap_or(("nothing", "nothing"))
}

/// What type and constraints ask of a value, in SQL.
fn rules(c: &str, field_type: FieldType, constraints: &Constraints) -> Vec<String> {
    let mut rules = of_type(c, field_type, constraints);
    let bound = |value: &Value, sign: &str| match value {
        Value::String(moment) => format!("datetime({c}) {sign} datetime('{moment}')"),
        number => format!("CAST({c} AS REAL) {sign} {number}"),
    };
    rules.extend(constraints.min.iter().map(|min| bound(min, ">=")));
    rules.extend(constraints.max.iter().map(|max| bound(max, "<=")));
    rules.extend(constraints.max_length.iter().map(|most| format!("length({c}) <= {most}")));
    rules
}

fn of_type(c: &str, field_type: FieldType, constraints: &Constraints) -> Vec<String> {
    match field_type {
        FieldType::Integer => vec![format!("typeof({c}) = 'integer' AND {c} BETWEEN -2147483648 AND 2147483647")],
        FieldType::BigInteger | FieldType::AutoIncrement => vec![format!("typeof({c}) = 'integer'")],
        FieldType::Float => vec![format!("typeof({c}) = 'real'")],
        FieldType::Decimal => {
            let (precision, scale) = constraints.decimal();
            let behind = if scale == 0 {
                format!("instr({c}, '.') = 0")
            } else {
                format!("length({c}) - instr({c}, '.') = {scale}")
            };
            vec![behind, format!("length(ltrim(replace({c}, '.', ''), '-0')) <= {precision}")]
        }
        FieldType::Boolean => vec![format!("{c} IN (0, 1)")],
        FieldType::Date => vec![format!("date({c}) = {c}")],
        FieldType::Time => vec![format!("time({c}) = {c}")],
        FieldType::Datetime => vec![format!("datetime({c}) IS NOT NULL")],
        FieldType::Uuid => vec![format!("length({c}) = 36")],
        FieldType::Json => vec![format!("json_valid({c})")],
        FieldType::IpAddress => vec![format!("{c} LIKE '%_._%._%._%' OR {c} LIKE '%_:%'")],
        FieldType::String => vec![format!("length({c}) <= 255")],
        FieldType::Enum => {
            let choices: Vec<String> =
                constraints.choices.iter().flatten().map(|choice| format!("'{choice}'")).collect();
            vec![format!("{c} IN ({})", choices.join(", "))]
        }
        FieldType::Text | FieldType::Phone | FieldType::Email | FieldType::Url | FieldType::Binary => {
            vec![format!("typeof({c}) = 'text'")]
        }
        // Its type is that of the field it leads to, which has rules of its own.
        FieldType::ForeignKey => Vec::new(),
    }
}

fn cell(value: &Value, field_type: FieldType) -> Cell {
    let whole = matches!(field_type, FieldType::BigInteger | FieldType::AutoIncrement | FieldType::ForeignKey);
    match value {
        Value::Null => Cell::Null,
        Value::Bool(truth) => Cell::Integer(i64::from(*truth)),
        Value::Number(number) => match number.as_i64() {
            Some(number) if field_type != FieldType::Float => Cell::Integer(number),
            _ => Cell::Real(number.as_f64().unwrap_or(f64::NAN)),
        },
        // Whole numbers that JSON can't hold exactly are text.
        Value::String(text) if whole => text.parse().map_or_else(|_| Cell::Text(text.clone()), Cell::Integer),
        Value::String(text) if field_type != FieldType::Json => Cell::Text(text.clone()),
        other => Cell::Text(other.to_string()),
    }
}

fn number(database: &Connection, sql: &str) -> Result<i64, String> {
    database.query_row(sql, [], |row| row.get(0)).map_err(|error| format!("{error} in {sql}"))
}

fn expect(holds: bool, otherwise: String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise) }
}

fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}
