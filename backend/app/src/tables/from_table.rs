//! From a table by identities to a table by names: what an editor starts from.

use dmb_spec::{Design, FieldId, RowCount, Table};

use super::{FieldDraft, ReferenceDraft, RowsDraft, TableDraft};

impl TableDraft {
    /// The draft that stands for `table` as it is; saved again, it changes nothing.
    pub fn of(table: &Table, design: &Design) -> Self {
        let name = |id: &FieldId| table.field_by_id(*id).map(|f| f.name.clone());
        let names = |ids: &Vec<FieldId>| ids.iter().filter_map(name).collect::<Vec<_>>();
        Self {
            name: table.name.clone(),
            display_name: table.display_name.clone(),
            description: table.description.clone(),
            rows: Some(match &table.rows {
                RowCount::Total(total) => RowsDraft::Total(*total),
                RowCount::PerParent { field, count } => {
                    RowsDraft::PerParent { field: name(field).unwrap_or_default(), count: count.clone() }
                }
            }),
            primary_key: names(&table.primary_key),
            unique_keys: table.unique_keys.iter().map(names).collect(),
            indexes: table.indexes.iter().map(names).collect(),
            faults: table.faults.clone(),
            fields: table.fields.iter().map(|f| FieldDraft::of(f, design)).collect(),
        }
    }
}

impl FieldDraft {
    fn of(field: &dmb_spec::Field, design: &Design) -> Self {
        let reference = field.reference.and_then(|r| {
            let parent = design.table_by_id(r.table)?;
            let key = parent.field_by_id(r.field)?;
            Some(ReferenceDraft { table: parent.name.clone(), field: key.name.clone(), on_delete: r.on_delete })
        });
        Self {
            id: Some(field.id),
            name: field.name.clone(),
            display_name: field.display_name.clone(),
            description: field.description.clone(),
            field_type: field.field_type,
            nullable: field.nullable,
            null_rate: field.null_rate,
            unique: field.unique,
            default: field.default.clone(),
            constraints: field.constraints.clone(),
            reference,
            generator: field.generator.clone(),
        }
    }
}
