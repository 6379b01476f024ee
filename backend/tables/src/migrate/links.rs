//! Foreign keys as statements of their own, where a database has them so: taken off before anything they lean on is
//! changed, put on when everything is there. Where they stand in a table's definition, nothing happens here.

use dmb_spec::TableId;

use super::diff::TableDiff;
use super::trash::Trash;
use super::{Step, rebuild, words};
use crate::dialect::{Alter, Dialect};
use crate::shape::{ForeignKey, Shape};

/// The foreign keys that a migration touches.
#[derive(Default)]
pub(super) struct Links<'a> {
    all: &'a [Shape],
    alter: Option<&'static dyn Alter>,
    /// Those to take off, with their table as it was.
    off: Vec<(&'a Shape, &'a ForeignKey)>,
    /// Those to put on, with their table as it will be.
    on: Vec<(&'a Shape, &'a ForeignKey)>,
    /// Tables that are there and need no more changing.
    ready: Vec<TableId>,
}

impl<'a> Links<'a> {
    pub fn new(
        d: &'static dyn Dialect,
        before: &'a [Shape],
        after: &'a [Shape],
        diffs: &[TableDiff<'a>],
        trash: &Trash,
    ) -> Self {
        let Some(alter) = d.alter() else { return Self::default() };
        let rebuilt = |id: TableId| diffs.iter().any(|x| x.after.id == id && rebuild::is_needed(d, x, trash));
        let disturbed = |key: &ForeignKey| {
            let Some(parent) = diffs.iter().find(|x| x.after.id == key.table) else { return true };
            let lost = |unique: &[dmb_spec::FieldId]| {
                unique == [key.target] && !parent.after.indexes.iter().any(|i| i.unique && i.fields == [key.target])
            };
            rebuilt(key.table) || parent.before.indexes.iter().any(|i| i.unique && lost(&i.fields))
        };
        let stays = |shape: &Shape, key: &ForeignKey| {
            let after = after.iter().find(|a| a.id == shape.id);
            after.is_some_and(|a| a.foreign_keys.contains(key)) && !disturbed(key)
        };
        let keys = |shapes: &'a [Shape]| shapes.iter().flat_map(|s| s.foreign_keys.iter().map(move |key| (s, key)));
        // With a table that goes, its keys go; but two that lean on each other have to let go first.
        let goes = |id: TableId| after.iter().all(|a| a.id != id);
        let needed = |shape: &Shape, key: &ForeignKey| !goes(shape.id) || (goes(key.table) && key.table != shape.id);
        let off = keys(before).filter(|(shape, key)| !stays(shape, key) && needed(shape, key)).collect();
        let on = keys(after).filter(|(shape, key)| match before.iter().find(|b| b.id == shape.id) {
            Some(was) => rebuilt(shape.id) || !was.foreign_keys.contains(key) || disturbed(key),
            None => true,
        });
        let ready = diffs.iter().map(|x| x.after.id).collect();
        Self { all: after, alter: Some(alter), off, on: on.collect(), ready }
    }

    /// Takes foreign keys off, a step a table.
    pub fn let_go(&self) -> Vec<Step> {
        let Some(alter) = self.alter else { return Vec::new() };
        let describe = |shape: &Shape| format!("Take foreign keys off {}", shape.name);
        grouped(&self.off, describe, |shape, key| Some(alter.drop_foreign_key(&shape.name, key)))
    }

    /// The foreign keys that a table just made can have at once, because their parents are there.
    pub fn made(&mut self, shape: &Shape) -> Vec<String> {
        let Some(alter) = self.alter else { return Vec::new() };
        self.ready.push(shape.id);
        let (now, later) = std::mem::take(&mut self.on)
            .into_iter()
            .partition(|(child, key)| child.id == shape.id && self.ready.contains(&key.table));
        self.on = later;
        let now: Vec<(&Shape, &ForeignKey)> = now;
        now.iter().filter_map(|(child, key)| alter.add_foreign_key(child, key, self.all)).collect()
    }

    /// Puts on what remains, a step a table.
    pub fn tie(&self) -> Vec<Step> {
        let Some(alter) = self.alter else { return Vec::new() };
        let describe = |shape: &Shape| {
            let own = self.on.iter().filter(|(child, _)| child.id == shape.id);
            let clauses: Vec<String> = own.map(|(child, key)| words::foreign_key(child, key, self.all)).collect();
            words::capital(&clauses.join("; "), &shape.name)
        };
        grouped(&self.on, describe, |shape, key| alter.add_foreign_key(shape, key, self.all))
    }
}

fn grouped(
    keys: &[(&Shape, &ForeignKey)],
    describe: impl Fn(&Shape) -> String,
    sql: impl Fn(&Shape, &ForeignKey) -> Option<String>,
) -> Vec<Step> {
    let mut steps: Vec<(TableId, Step)> = Vec::new();
    for (shape, key) in keys {
        let statement = sql(shape, key);
        match steps.last_mut().filter(|(id, _)| *id == shape.id) {
            Some((_, step)) => step.sql.extend(statement),
            None => {
                let step = Step::plain(&shape.name, describe(shape), statement.into_iter().collect());
                steps.push((shape.id, step));
            }
        }
    }
    steps.into_iter().map(|(_, step)| step).collect()
}
