//! What differs between two shapes of the same table.

use dmb_spec::FieldId;

use crate::shape::{Check, Column, ForeignKey, Index, Shape};

/// A column that is in both shapes and not the same.
pub(super) struct Change<'a> {
    pub before: &'a Column,
    pub after: &'a Column,
}

/// A table that is in both designs, and what differs.
pub(super) struct TableDiff<'a> {
    pub before: &'a Shape,
    pub after: &'a Shape,
    pub dropped: Vec<&'a Column>,
    pub added: Vec<&'a Column>,
    pub changed: Vec<Change<'a>>,
}

impl<'a> TableDiff<'a> {
    pub fn new(before: &'a Shape, after: &'a Shape) -> Self {
        let changed = after.columns.iter().filter_map(|now| {
            let was = before.column(now.id)?;
            (!same_content(was, now)).then_some(Change { before: was, after: now })
        });
        Self {
            before,
            after,
            dropped: before.columns.iter().filter(|c| after.column(c.id).is_none()).collect(),
            added: after.columns.iter().filter(|c| before.column(c.id).is_none()).collect(),
            changed: changed.collect(),
        }
    }

    pub fn is_renamed(&self) -> bool {
        self.before.name != self.after.name
    }

    /// Columns with another name than before, as (before, after).
    pub fn renamed_columns(&self) -> impl Iterator<Item = (&'a Column, &'a Column)> {
        let pairs = self.after.columns.iter().filter_map(|now| Some((self.before.column(now.id)?, now)));
        pairs.filter(|(was, now)| was.name != now.name)
    }

    pub fn key_changed(&self) -> bool {
        self.before.primary_key != self.after.primary_key
    }

    /// Foreign keys that are new or not as before.
    pub fn new_foreign_keys(&self) -> impl Iterator<Item = &'a ForeignKey> {
        let was = &self.before.foreign_keys;
        self.after.foreign_keys.iter().filter(move |key| !was.contains(key))
    }

    /// Foreign keys of columns that stay, which are gone or not as before.
    pub fn gone_foreign_keys(&self) -> impl Iterator<Item = &'a ForeignKey> {
        let now = &self.after.foreign_keys;
        self.before.foreign_keys.iter().filter(move |key| !now.contains(key))
    }

    /// Whether the columns that stay come in another order, or new ones come before them.
    pub fn order_changed(&self) -> bool {
        let stay = self.before.columns.iter().filter(|c| self.after.column(c.id).is_some());
        let expected: Vec<FieldId> = stay.chain(self.added.iter().copied()).map(|c| c.id).collect();
        expected != self.after.columns.iter().map(|c| c.id).collect::<Vec<_>>()
    }

    /// Whether the columns that stay come in another order.
    pub fn stays_reordered(&self) -> bool {
        let was = self.before.columns.iter().map(|c| c.id).filter(|id| self.after.column(*id).is_some());
        let now = self.after.columns.iter().map(|c| c.id).filter(|id| self.before.column(*id).is_some());
        !was.eq(now)
    }

    pub fn new_indexes(&self) -> impl Iterator<Item = &'a Index> {
        let was = &self.before.indexes;
        self.after.indexes.iter().filter(move |index| !was.contains(index))
    }

    pub fn gone_indexes(&self) -> impl Iterator<Item = &'a Index> {
        let now = &self.after.indexes;
        self.before.indexes.iter().filter(move |index| !now.contains(index))
    }

    /// Whether an index stays as it is, name included.
    pub fn keeps_index(&self, index: &Index) -> bool {
        self.before.indexes.contains(index)
            && self.after.indexes.contains(index)
            && self.before.name == self.after.name
            && self.before.names_of(&index.fields) == self.after.names_of(&index.fields)
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        !self.is_renamed()
            && self.dropped.is_empty()
            && self.added.is_empty()
            && self.changed.is_empty()
            && self.renamed_columns().next().is_none()
            && !self.key_changed()
            && self.new_foreign_keys().next().is_none()
            && self.gone_foreign_keys().next().is_none()
            && !self.stays_reordered()
            && self.new_indexes().next().is_none()
            && self.gone_indexes().next().is_none()
    }
}

/// Conditions of `after` that were not there before.
pub(super) fn new_checks<'a>(before: &Column, after: &'a Column) -> Vec<&'a Check> {
    after.checks.iter().filter(|check| !before.checks.contains(check)).collect()
}

fn same_content(was: &Column, now: &Column) -> bool {
    was.column_type == now.column_type
        && was.required == now.required
        && was.default == now.default
        && was.checks == now.checks
}
