//! From what the store keeps to what people see.

use std::sync::Arc;

use dmb_spec::{Constraints, Design, Field, Table, time};
use dmb_store::StoredTable;
use serde_json::Value;

use super::{TableKey, TableRecord, TableState};

impl TableRecord {
    /// `migrated`: the design the database has, where it has one.
    pub(crate) fn of(stored: StoredTable, migrated: Option<&Design>) -> Self {
        let StoredTable { project_id, table, position, revision, created_at, updated_at } = stored;
        Self {
            key: TableKey { project: project_id, table: table.id },
            state: state(&table, migrated),
            definition: Arc::new(table),
            revision,
            position,
            created_at,
            updated_at,
        }
    }
}

/// How a definition stands to the table in the database.
pub(crate) fn state(table: &Table, migrated: Option<&Design>) -> TableState {
    match migrated.and_then(|design| design.table_by_id(table.id)) {
        None => TableState::Draft,
        Some(there) if in_database(there) == in_database(table) => TableState::Migrated,
        Some(_) => TableState::Changed,
    }
}

/// What of a definition the database knows: names, types, keys, constraints; not where values come from.
fn in_database(table: &Table) -> Table {
    let mut fields: Vec<Field> = table.fields.iter().map(field_in_database).collect();
    fields.sort_by_key(|f| f.id);
    Table {
        fields,
        primary_key: table.key_fields().iter().map(|f| f.id).collect(),
        unique_keys: table.unique_keys.clone(),
        indexes: table.indexes.clone(),
        ..Table::new(table.id, table.name.clone())
    }
}

fn field_in_database(field: &Field) -> Field {
    let kept = |bound: &Option<Value>| bound.clone().filter(|v| !is_relative(v));
    Field {
        nullable: field.nullable,
        unique: field.unique,
        default: field.default.clone(),
        constraints: Constraints {
            min: kept(&field.constraints.min),
            max: kept(&field.constraints.max),
            pattern: None,
            ..field.constraints.clone()
        },
        reference: field.reference,
        ..Field::new(field.id, field.name.clone(), field.field_type)
    }
}

/// Bounds that move with "now" hold for what is generated, not for the table.
fn is_relative(bound: &Value) -> bool {
    bound.as_str().and_then(time::parse_moment).is_some_and(time::Moment::is_relative)
}

#[cfg(test)]
mod tests {
    use dmb_spec::{Fault, Faults, FieldId, FieldType, GeneratorRef, TableId};

    use super::*;

    fn table() -> Table {
        let id = TableId::from_name("people", |_| false);
        let mut table = Table::new(id, "people");
        for name in ["name", "born"] {
            table.fields.push(Field::new(FieldId::from_name(id, name, |_| false), name, FieldType::String));
        }
        table
    }

    fn state_after(change: impl FnOnce(&mut Table)) -> TableState {
        let mut migrated = Design::new("d");
        migrated.tables.push(table());
        let mut changed = table();
        change(&mut changed);
        state(&changed, Some(&migrated))
    }

    #[test]
    fn only_what_the_database_knows_makes_a_table_changed() {
        assert_eq!(state(&table(), None), TableState::Draft);
        assert_eq!(state_after(|_| {}), TableState::Migrated);
        assert_eq!(state_after(|t| t.fields.reverse()), TableState::Migrated);
        assert_eq!(state_after(|t| t.fields[0].generator = Some(GeneratorRef::named("x"))), TableState::Migrated);
        assert_eq!(state_after(|t| t.fields[1].constraints.max = Some("now".into())), TableState::Migrated);
        let faults = || Faults { rate: 0.1, kinds: vec![Fault::on("typo", "name")] };
        assert_eq!(state_after(|t| t.faults = Some(faults())), TableState::Migrated);
        assert_eq!(state_after(|t| t.fields[0].nullable = true), TableState::Changed);
        assert_eq!(state_after(|t| t.fields[0].name = "other".into()), TableState::Changed);
        assert_eq!(state_after(|t| t.name = "other".into()), TableState::Changed);
    }
}
