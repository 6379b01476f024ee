//! From a table by names to a table by identities.

use std::collections::HashSet;

use dmb_spec::{Design, Field, FieldId, Reference, RowCount, Table, TableId, Violation};

use super::{FieldDraft, ReferenceDraft, RowsDraft, TableDraft};

/// The table a draft stands for, within `design`; `old` is the one it replaces. Fields keep their identity by id;
/// those without one get a new one. Names that lead nowhere are violations, and so is a field id of another table.
pub(crate) fn resolve(draft: TableDraft, design: &Design, old: Option<&Table>) -> Result<Table, Vec<Violation>> {
    let id = old.map_or_else(|| new_table_id(design, &draft.name), |t| t.id);
    let mut resolver = Resolver { design, old, id, path: format!("tables.{}", draft.name), violations: Vec::new() };
    let ids = resolver.field_ids(&draft.fields);
    let table = resolver.table(draft, &ids);
    if resolver.violations.is_empty() { Ok(table) } else { Err(resolver.violations) }
}

fn new_table_id(design: &Design, name: &str) -> TableId {
    TableId::from_name(name, |id| design.table_by_id(id).is_some())
}

struct Resolver<'a> {
    design: &'a Design,
    old: Option<&'a Table>,
    id: TableId,
    path: String,
    violations: Vec<Violation>,
}

impl Resolver<'_> {
    fn error(&mut self, path: &str, code: &'static str, message: String) {
        self.violations.push(Violation::error(format!("{}.{path}", self.path), code, message));
    }

    /// The identities of the fields, in order.
    fn field_ids(&mut self, fields: &[FieldDraft]) -> Vec<FieldId> {
        let known: HashSet<FieldId> = self.old.iter().flat_map(|t| t.fields.iter().map(|f| f.id)).collect();
        let mut used: HashSet<FieldId> = fields.iter().filter_map(|f| f.id).collect();
        let mut seen = HashSet::new();
        let mut ids = Vec::with_capacity(fields.len());
        for (place, field) in fields.iter().enumerate() {
            let id = match field.id {
                Some(id) if !known.contains(&id) => {
                    self.error(
                        &format!("fields[{place}].id"),
                        "unknown_field",
                        "This table has no field with this id.".to_owned(),
                    );
                    id
                }
                Some(id) if !seen.insert(id) => {
                    self.error(
                        &format!("fields[{place}].id"),
                        "duplicate_id",
                        "Two fields have the same id.".to_owned(),
                    );
                    id
                }
                Some(id) => id,
                None => FieldId::from_name(self.id, &field.name, |id| known.contains(&id) || used.contains(&id)),
            };
            used.insert(id);
            ids.push(id);
        }
        ids
    }

    fn table(&mut self, draft: TableDraft, ids: &[FieldId]) -> Table {
        let names: Vec<(String, FieldId)> =
            draft.fields.iter().map(|f| f.name.clone()).zip(ids.iter().copied()).collect();
        let rows = self.rows(draft.rows, &names);
        let primary_key = self.key("primary_key", &draft.primary_key, &names);
        let unique_keys = self.keys("unique_keys", &draft.unique_keys, &names);
        let indexes = self.keys("indexes", &draft.indexes, &names);
        let fields = draft.fields.into_iter().zip(ids).map(|(f, id)| self.field(f, *id, &draft.name, &names)).collect();
        Table {
            id: self.id,
            name: draft.name,
            display_name: draft.display_name.filter(|n| !n.trim().is_empty()),
            description: draft.description,
            rows,
            primary_key,
            unique_keys,
            indexes,
            faults: draft.faults,
            fields,
        }
    }

    fn rows(&mut self, rows: Option<RowsDraft>, names: &[(String, FieldId)]) -> RowCount {
        match rows {
            None => RowCount::default(),
            Some(RowsDraft::Total(total)) => RowCount::Total(total),
            Some(RowsDraft::PerParent { field, count }) => match find(names, &field) {
                Some(field) => RowCount::PerParent { field, count },
                None => {
                    self.error("rows.field", "unknown_field", format!("There is no field {field:?} in this table."));
                    RowCount::default()
                }
            },
        }
    }

    fn key(&mut self, path: &str, wanted: &[String], names: &[(String, FieldId)]) -> Vec<FieldId> {
        let mut ids = Vec::with_capacity(wanted.len());
        for name in wanted {
            match find(names, name) {
                Some(id) => ids.push(id),
                None => self.error(path, "unknown_field", format!("There is no field {name:?} in this table.")),
            }
        }
        ids
    }

    fn keys(&mut self, path: &str, wanted: &[Vec<String>], names: &[(String, FieldId)]) -> Vec<Vec<FieldId>> {
        wanted.iter().enumerate().map(|(n, key)| self.key(&format!("{path}[{n}]"), key, names)).collect()
    }

    fn field(&mut self, draft: FieldDraft, id: FieldId, table: &str, names: &[(String, FieldId)]) -> Field {
        let reference = draft.reference.as_ref().and_then(|r| self.reference(r, &draft.name, table, names));
        Field {
            id,
            name: draft.name,
            display_name: draft.display_name.filter(|n| !n.trim().is_empty()),
            description: draft.description,
            field_type: draft.field_type,
            nullable: draft.nullable,
            null_rate: draft.null_rate,
            unique: draft.unique,
            default: draft.default,
            constraints: draft.constraints,
            reference,
            generator: draft.generator,
        }
    }

    fn reference(
        &mut self,
        wanted: &ReferenceDraft,
        field: &str,
        own_name: &str,
        own_fields: &[(String, FieldId)],
    ) -> Option<Reference> {
        let path = format!("fields.{field}.reference");
        let (table, key) = if wanted.table == own_name {
            (self.id, find(own_fields, &wanted.field))
        } else {
            let Some(parent) = self.design.table(&wanted.table).filter(|t| t.id != self.id) else {
                self.error(&path, "unknown_table", format!("There is no table {:?} in this project.", wanted.table));
                return None;
            };
            (parent.id, parent.field(&wanted.field).map(|f| f.id))
        };
        let Some(key) = key else {
            self.error(&path, "unknown_field", format!("{} has no field {:?}.", wanted.table, wanted.field));
            return None;
        };
        Some(Reference { table, field: key, on_delete: wanted.on_delete })
    }
}

fn find(names: &[(String, FieldId)], name: &str) -> Option<FieldId> {
    names.iter().find(|(known, _)| known == name).map(|(_, id)| *id)
}

#[cfg(test)]
mod tests {
    use dmb_spec::{FieldType, OnDelete};

    use super::*;

    fn field(name: &str, field_type: FieldType) -> FieldDraft {
        FieldDraft::new(name, field_type)
    }

    fn draft(name: &str, fields: Vec<FieldDraft>) -> TableDraft {
        TableDraft { name: name.to_owned(), fields, ..TableDraft::default() }
    }

    #[test]
    fn fields_keep_their_identity_through_a_rename_and_new_ones_never_take_a_used_one() {
        let design = Design::new("d");
        let old = resolve(draft("people", vec![field("name", FieldType::String)]), &design, None).unwrap();
        let renamed = FieldDraft { id: Some(old.fields[0].id), ..field("full_name", FieldType::String) };
        let new = resolve(draft("people", vec![renamed, field("name", FieldType::Text)]), &design, Some(&old)).unwrap();
        assert_eq!(new.id, old.id);
        assert_eq!(new.fields[0].id, old.fields[0].id);
        assert_ne!(new.fields[1].id, old.fields[0].id);
    }

    #[test]
    fn references_lead_to_other_tables_and_to_the_table_itself() {
        let mut design = Design::new("d");
        design.tables.push(resolve(draft("a", vec![field("id", FieldType::AutoIncrement)]), &design, None).unwrap());
        let to = |table: &str| FieldDraft {
            reference: Some(ReferenceDraft { table: table.into(), field: "id".into(), on_delete: OnDelete::Cascade }),
            ..field(&format!("{table}_id"), FieldType::ForeignKey)
        };
        let fields = vec![field("id", FieldType::AutoIncrement), to("a"), to("b")];
        let b = resolve(draft("b", fields), &design, None).unwrap();
        let parents: Vec<TableId> = b.fields.iter().filter_map(|f| f.reference).map(|r| r.table).collect();
        assert_eq!(parents, [design.tables[0].id, b.id]);
    }

    #[test]
    fn every_name_that_leads_nowhere_is_reported() {
        let mut bad = draft("b", vec![field("id", FieldType::AutoIncrement), field("x", FieldType::ForeignKey)]);
        bad.fields[0].id = Some(FieldId(uuid::Uuid::nil()));
        bad.fields[1].reference =
            Some(ReferenceDraft { table: "nowhere".into(), field: "id".into(), on_delete: OnDelete::Restrict });
        bad.primary_key = vec!["nope".into()];
        bad.unique_keys = vec![vec!["x".into(), "nope".into()]];
        let found = resolve(bad, &Design::new("d"), None).unwrap_err();
        let paths: Vec<&str> = found.iter().map(|v| v.path.as_str()).collect();
        assert_eq!(
            paths,
            ["tables.b.fields[0].id", "tables.b.primary_key", "tables.b.unique_keys[0]", "tables.b.fields.x.reference"]
        );
    }
}
