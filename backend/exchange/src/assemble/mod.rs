//! Raw tables made into a design: legal names, keys and relations as a design holds them, generators proposed, and
//! whatever then still stands in the way taken out. What changes is told.

mod generators;
mod keys;
mod mend;
mod names;
mod relations;

use dmb_spec::{Design, Field, FieldId, FieldType, LocaleMix, RowCount, Table, TableId};

use crate::error::ImportError;
use crate::limits::{MAX_FIELDS, MAX_TABLES};
use crate::note::Notes;
use crate::raw::{RawColumn, RawDesign, RawTable};

/// Share of nulls where a field may be null and the source does not say how often.
const NULL_RATE: f64 = 0.1;
/// Rows of each table unless a run says otherwise.
const ROWS: u64 = 1_000;
/// Most characters of a description.
const MAX_DESCRIPTION: usize = 4_000;

/// The design of these tables: sound, and with a plan.
pub(crate) fn assemble(raw: RawDesign, notes: &mut Notes) -> Result<Design, ImportError> {
    if raw.tables.len() > MAX_TABLES {
        return Err(ImportError::too_large("The design", MAX_TABLES, "tables"));
    }
    let mut design = Design::new(shortened(raw.name.as_deref().unwrap_or("Imported"), 100));
    design.description = shortened(&raw.description, MAX_DESCRIPTION);
    design.locale = LocaleMix::default();
    let names = names::tables(&raw.tables, notes);
    for (table, name) in raw.tables.iter().zip(names) {
        if table.columns.len() > MAX_FIELDS {
            return Err(ImportError::too_large(format!("The table {}", table.name), MAX_FIELDS, "fields"));
        }
        design.tables.push(make_table(table, name, &design, notes));
    }
    for (at, table) in raw.tables.iter().enumerate() {
        keys::put(table, &mut design.tables[at], notes);
    }
    relations::put(&raw.tables, &mut design, notes);
    null_rates(&raw.tables, &mut design, notes);
    generators::propose(&mut design);
    mend::mend(&mut design, &raw.tables, notes)?;
    Ok(design)
}

fn make_table(raw: &RawTable, name: String, design: &Design, notes: &mut Notes) -> Table {
    let id = TableId::from_name(&name, |id| design.table_by_id(id).is_some());
    let mut table = Table::new(id, name);
    table.rows = RowCount::Total(ROWS);
    table.display_name = names::label(&raw.name, &table.name);
    table.description = shortened(&raw.description, MAX_DESCRIPTION);
    for (column, name) in raw.columns.iter().zip(names::fields(raw, notes)) {
        let id = FieldId::from_name(table.id, &name, |id| table.field_by_id(id).is_some());
        table.fields.push(make_field(column, id, name));
    }
    table
}

fn make_field(raw: &RawColumn, id: FieldId, name: String) -> Field {
    let mut field = Field::new(id, name, raw.field_type);
    field.display_name = names::label(&raw.name, &field.name);
    field.description = shortened(&raw.description, MAX_DESCRIPTION);
    field.nullable = raw.nullable;
    field.unique = raw.unique;
    field.default.clone_from(&raw.default);
    field.constraints = raw.constraints.clone();
    field.generator.clone_from(&raw.generator);
    // A text that a database can't keep unique is one of 255 characters.
    if field.field_type == FieldType::String && field.constraints.max_length.is_none() {
        field.constraints.max_length = Some(255);
    }
    field
}

/// How often what may be null is null.
fn null_rates(raw: &[RawTable], design: &mut Design, notes: &mut Notes) {
    let mut assumed = 0;
    for (table, raw) in design.tables.iter_mut().zip(raw) {
        for (field, column) in table.fields.iter_mut().zip(&raw.columns).filter(|(field, _)| field.nullable) {
            field.null_rate = column.null_rate.unwrap_or(NULL_RATE);
            assumed += usize::from(column.null_rate.is_none());
        }
    }
    if assumed > 0 {
        let share = NULL_RATE * 100.0;
        notes.assumed("the whole", format!("{assumed} fields may be null; {share:.0} % of their values are."));
    }
}

fn shortened(text: &str, most: usize) -> String {
    let text = text.replace('\0', "");
    match text.char_indices().nth(most) {
        Some((at, _)) => text[..at].to_owned(),
        None => text,
    }
}
