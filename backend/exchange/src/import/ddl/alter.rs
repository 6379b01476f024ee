//! `ALTER TABLE`: what a dump adds to its tables after it made them.

use sqlparser::ast::{AlterColumnOperation as Change, AlterTable, AlterTableOperation as Operation};

use super::{Reader, types};
use crate::error::ImportError;

impl Reader<'_> {
    pub(super) fn alter_table(&mut self, alter: &AlterTable, place: &str) -> Result<(), ImportError> {
        let Some(at) = self.table_at(&alter.name) else {
            // Owners, partitions and views of a dump are altered as tables, too.
            *self.lost.entry("changes of tables that are not in the text").or_default() += 1;
            return Ok(());
        };
        for operation in &alter.operations {
            self.operation(at, operation, place)?;
        }
        Ok(())
    }

    fn operation(&mut self, at: usize, operation: &Operation, place: &str) -> Result<(), ImportError> {
        match operation {
            Operation::AddConstraint { constraint, .. } => self.constraint(at, constraint, place),
            Operation::AddColumn { column_def, .. } => {
                self.column(at, column_def);
                self.check_width(at)?;
            }
            Operation::AlterColumn { column_name, op } => self.alter_column(at, &column_name.value, op, place),
            Operation::ModifyColumn { col_name, data_type, options, .. } => {
                if let Some(column) = self.tables[at].column(&col_name.value) {
                    if let Some(kind) = types::kind(data_type, self.dialect) {
                        kind.put_on(&mut self.tables[at].columns[column]);
                    }
                    let text = options.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ").to_uppercase();
                    let raw = &mut self.tables[at].columns[column];
                    raw.counts |= text.contains("AUTO_INCREMENT");
                    raw.nullable &= !text.contains("NOT NULL");
                }
            }
            Operation::OwnerTo { .. }
            | Operation::EnableRowLevelSecurity
            | Operation::ReplicaIdentity { .. }
            | Operation::AutoIncrement { .. } => {}
            other => self.notes.left_out(place, format!("“{other}” of {} is not carried over.", self.tables[at].name)),
        }
        Ok(())
    }

    fn alter_column(&mut self, at: usize, name: &str, change: &Change, place: &str) {
        let Some(column) = self.tables[at].column(name) else { return };
        let raw = &mut self.tables[at].columns[column];
        match change {
            Change::SetNotNull => raw.nullable = false,
            Change::DropNotNull => raw.nullable = true,
            Change::SetDefault { value } => {
                self.defaults.retain(|(table, field, _)| (*table, *field) != (at, column));
                self.defaults.push((at, column, value.clone()));
            }
            Change::DropDefault => self.defaults.retain(|(table, field, _)| (*table, *field) != (at, column)),
            Change::AddGenerated { .. } => raw.counts = true,
            Change::SetDataType { data_type, .. } => match types::kind(data_type, self.dialect) {
                Some(kind) => kind.put_on(raw),
                None => self.notes.left_out(place, format!("The type {data_type} of {name} is not known.")),
            },
        }
    }
}
