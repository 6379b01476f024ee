//! From two designs to a plan.

use std::collections::HashMap;

use dmb_spec::{Design, FieldId, Violation};
use sha2::{Digest, Sha256};

use super::column::row_of;
use super::diff::TableDiff;
use super::guard::{self, Guard};
use super::links::Links;
use super::trash::{self, Trash};
use super::{MigrationPlan, Step, rebuild, rename, words};
use crate::dialect::{Dialect, create_index, drop_index, index_name};
use crate::home::Home;
use crate::names::{TRASH_ROW, table_trash};
use crate::session::Session;
use crate::shape::{Column, ColumnType, Index, Shape, shapes};
use crate::{Namespace, TablesError, state};

/// Makes a plan; reads the database, changes nothing.
pub(crate) fn plan(
    home: &dyn Home,
    namespace: Namespace,
    before: Option<&Design>,
    after: &Design,
) -> Result<MigrationPlan, TablesError> {
    let d = home.dialect();
    let before = before.map_or(Ok(Vec::new()), |design| shapes(d, design))?;
    let after = shapes(d, after)?;
    let reader = home.any_reader(namespace)?;
    let session = &*reader;
    let base = state::migrations(session)?;
    let mut violations = drift(session, &before, &after)?;
    let mut planner = Planner {
        d,
        diffs: after
            .iter()
            .filter_map(|now| Some(TableDiff::new(before.iter().find(|b| b.id == now.id)?, now)))
            .collect(),
        rows: if violations.is_empty() { count_rows(session, &before)? } else { HashMap::new() },
        trash: Trash::find(session)?,
        links: Links::default(),
        steps: Vec::new(),
        before: &before,
        after: &after,
    };
    planner.run();
    let guards = planner.guards();
    if violations.is_empty() {
        for guard in &guards {
            violations.extend(guard.check(session)?);
        }
    }
    let fingerprint = fingerprint(&planner.steps);
    Ok(MigrationPlan { steps: planner.steps, violations, fingerprint, database: d.name(), base, guards })
}

/// Where the database is not as the last migration left it, and names that are taken by something else.
fn drift(session: &dyn Session, before: &[Shape], after: &[Shape]) -> Result<Vec<Violation>, TablesError> {
    let catalogue = session.dialect().catalogue();
    let mut found = Vec::new();
    for shape in before {
        let columns = catalogue.column_names(session, &shape.name)?;
        if columns.is_empty() {
            let message = format!("Table {} is gone from the database; it was removed by other hands.", shape.name);
            found.push(Violation::error(format!("tables.{}", shape.name), "drift", message));
        } else if columns != shape.columns.iter().map(|c| c.name.clone()).collect::<Vec<_>>() {
            let message =
                format!("The columns of {} are not what was migrated last; other hands changed them.", shape.name);
            found.push(Violation::error(format!("tables.{}", shape.name), "drift", message));
        }
    }
    for shape in after {
        let ours = before.iter().any(|b| b.name == shape.name);
        if !ours && catalogue.is_taken(session, &shape.name)? {
            let message =
                format!("There is something called {} in the database that this project did not make.", shape.name);
            found.push(Violation::error(format!("tables.{}", shape.name), "name_taken", message));
        }
    }
    Ok(found)
}

fn count_rows(session: &dyn Session, before: &[Shape]) -> Result<HashMap<String, u64>, TablesError> {
    before.iter().map(|shape| Ok((shape.name.clone(), state::count(session, &shape.name)?))).collect()
}

/// Every statement, each with what parts it from the next, as one digest.
fn fingerprint(steps: &[Step]) -> String {
    let mut digest = Sha256::new();
    for sql in steps.iter().flat_map(|step| &step.sql) {
        digest.update((sql.len() as u64).to_le_bytes());
        digest.update(sql.as_bytes());
    }
    digest.finalize().iter().map(|b| format!("{b:02x}")).collect()
}

struct Planner<'a> {
    d: &'static dyn Dialect,
    before: &'a [Shape],
    after: &'a [Shape],
    diffs: Vec<TableDiff<'a>>,
    trash: Trash,
    links: Links<'a>,
    rows: HashMap<String, u64>,
    steps: Vec<Step>,
}

impl<'a> Planner<'a> {
    /// Drops first, so that names are free; then renames, changes, and new tables.
    fn run(&mut self) {
        let (before, after) = (self.before, self.after);
        let diffs = std::mem::take(&mut self.diffs);
        self.links = Links::new(self.d, before, after, &diffs, &self.trash);
        self.steps.extend(self.links.let_go());
        for shape in children_first(before).into_iter().filter(|b| after.iter().all(|a| a.id != b.id)) {
            self.drop_table(shape);
        }
        for diff in &diffs {
            self.take_apart(diff);
        }
        self.rename_tables(&diffs);
        for diff in &diffs {
            self.rename_columns(diff);
        }
        for diff in &diffs {
            self.change(diff);
        }
        self.diffs = diffs;
        for shape in children_first(after).into_iter().rev().filter(|a| before.iter().all(|b| b.id != a.id)) {
            self.create_table(shape);
        }
        self.steps.extend(self.links.tie());
    }

    fn guards(&self) -> Vec<Guard> {
        let with_rows = self.diffs.iter().filter(|d| !d.is_empty() && self.rows_of(d.before) > 0);
        with_rows.flat_map(|d| guard::of_table(self.d, d, &self.trash, self.before, self.after)).collect()
    }

    fn rows_of(&self, shape: &Shape) -> u64 {
        self.rows.get(&shape.name).copied().unwrap_or(0)
    }

    fn step(&mut self, table: &str, description: String, sql: Vec<String>) -> &mut Step {
        let at = self.steps.len();
        self.steps.push(Step::plain(table, description, sql));
        &mut self.steps[at]
    }

    fn drop_table(&mut self, shape: &Shape) {
        let rows = self.rows_of(shape);
        let mut sql = trash::keep_table(self.d, shape);
        sql.push(format!("DROP TABLE {}", self.d.quote(&shape.name)));
        let step = self.step(&shape.name, format!("Drop table {}", shape.name), sql);
        step.destructive = true;
        step.rows_touched = Some(rows);
        step.warning = kept_aside(rows, "Its");
    }

    /// Takes away what would stand in the way of renames: indexes that go or get another name, columns that go.
    fn take_apart(&mut self, diff: &TableDiff<'a>) {
        let (was, rows) = (diff.before, self.rows_of(diff.before));
        let off: Vec<_> = was.indexes.iter().filter(|i| !diff.keeps_index(i)).collect();
        let gone: Vec<_> = words::gone_indexes(diff).collect();
        let rebuilt = rebuild::is_needed(self.d, diff, &self.trash);
        let silent = off.iter().filter(|i| !gone.contains(i));
        let silent: Vec<String> = silent.map(|i| self.set_index_aside(diff, i, rebuilt)).collect();
        for index in gone.iter().filter(|_| !rebuilt) {
            let words = words::capital(&words::gone_index(was, index), &diff.after.name);
            self.step(&diff.after.name, words, vec![drop_index(self.d, was, index)]);
        }
        let drops: Vec<&Column> = if rebuilt { Vec::new() } else { diff.dropped.clone() };
        if !silent.is_empty() {
            let what = if drops.is_empty() { "" } else { " that hold columns to be dropped" };
            let words = format!("Take indexes{what} off {}", was.name);
            self.step(&diff.after.name, words, silent);
        }
        for column in drops {
            let row = row_of(self.d, diff, &|c| c.name.clone());
            let place = trash::Place { id: was.id, table: &was.name, name: &column.name, row: &row };
            let mut sql = trash::keep_dropped(self.d, column, &place);
            sql.push(format!("ALTER TABLE {} DROP COLUMN {}", self.d.quote(&was.name), self.d.quote(&column.name)));
            let step = self.step(&diff.after.name, format!("Drop column {} of {}", column.name, was.name), sql);
            step.destructive = true;
            step.rows_touched = Some(rows);
            step.warning = kept_aside(rows, "The values of its");
        }
    }

    fn rename_tables(&mut self, diffs: &[TableDiff<'_>]) {
        let renames = diffs.iter().filter(|d| d.is_renamed());
        let wanted = renames.map(|d| (d.before.name.clone(), d.after.name.clone())).collect();
        let others: Vec<String> = diffs.iter().filter(|d| !d.is_renamed()).map(|d| d.after.name.clone()).collect();
        for (from, to) in rename::ordered(wanted, &others) {
            let sql = format!("ALTER TABLE {} RENAME TO {}", self.d.quote(&from), self.d.quote(&to));
            self.step(&to, format!("Rename table {from} to {to}"), vec![sql]);
        }
    }

    fn rename_columns(&mut self, diff: &TableDiff<'_>) {
        let table = &diff.after.name;
        let aside = set_aside(self.d, diff, &self.trash);
        let mut wanted: Vec<(String, String)> =
            diff.renamed_columns().map(|(was, now)| (was.name.clone(), now.name.clone())).collect();
        wanted.extend(aside.iter().map(|(column, to)| (column.name.clone(), to.clone())));
        let moving: Vec<&String> = wanted.iter().map(|(from, _)| from).collect();
        let others: Vec<String> =
            diff.before.columns.iter().map(|c| c.name.clone()).filter(|n| !moving.contains(&n)).collect();
        for (from, to) in rename::ordered(wanted.clone(), &others) {
            let (quoted, target) = (self.d.quote(&from), self.d.quote(&to));
            let sql = format!("ALTER TABLE {} RENAME COLUMN {quoted} TO {target}", self.d.quote(table));
            self.step(table, format!("Rename column {from} of {table} to {to}"), vec![sql]);
        }
    }

    fn change(&mut self, diff: &TableDiff<'_>) {
        if diff.is_empty() {
            return;
        }
        if rebuild::is_needed(self.d, diff, &self.trash) {
            self.rebuild(diff);
        } else {
            self.add_columns(diff);
            self.alter_columns(diff);
            self.put_indexes(diff);
        }
    }

    fn rebuild(&mut self, diff: &TableDiff<'_>) {
        let rows = self.rows_of(diff.before);
        let aside: HashMap<FieldId, String> =
            set_aside(self.d, diff, &self.trash).into_iter().map(|(c, name)| (c.id, name)).collect();
        let name_of = |column: &Column| match diff.after.column(column.id) {
            Some(now) => now.name.clone(),
            None => aside.get(&column.id).unwrap_or(&column.name).clone(),
        };
        let sql = rebuild::statements(self.d, diff, &self.trash, self.after, &name_of);
        let warning = rebuild_warning(diff, &self.trash, rows);
        let description = words::sentence(&words::rebuild(diff, self.after), &diff.after.name);
        let destructive = !diff.dropped.is_empty();
        let step = self.step(&diff.after.name, description, sql);
        (step.destructive, step.rows_touched, step.warning) = (destructive, Some(rows), warning);
    }

    fn add_columns(&mut self, diff: &TableDiff<'_>) {
        for column in &diff.added {
            let table = &diff.after.name;
            let sql = format!("ALTER TABLE {} ADD COLUMN {}", self.d.quote(table), self.d.column(diff.after, column));
            self.step(table, format!("Add column {} to {table}", column.name), vec![sql]);
        }
    }

    fn alter_columns(&mut self, diff: &TableDiff<'_>) {
        let (Some(alter), rows) = (self.d.alter(), self.rows_of(diff.before)) else { return };
        for change in &diff.changed {
            let words = words::capital(&words::change(change).join("; "), &diff.after.name);
            let sql = alter.column(diff.after, change.before, change.after);
            self.step(&diff.after.name, words, sql).rows_touched = Some(rows);
        }
    }

    /// Takes away an index that goes or gets another name later; where an index can be renamed, it only steps aside.
    fn set_index_aside(&self, diff: &TableDiff<'_>, index: &Index, rebuilt: bool) -> String {
        match self.d.alter() {
            Some(alter) if !rebuilt && diff.after.indexes.contains(index) => {
                alter.rename_index(&index_name(self.d, diff.before, index), &aside_name(diff.after, index))
            }
            _ => drop_index(self.d, diff.before, index),
        }
    }

    fn put_index_back(&self, table: &Shape, index: &Index) -> String {
        match self.d.alter() {
            Some(alter) => alter.rename_index(&aside_name(table, index), &index_name(self.d, table, index)),
            None => create_index(self.d, table, index),
        }
    }

    fn put_indexes(&mut self, diff: &TableDiff<'_>) {
        let rows = self.rows_of(diff.before);
        for index in diff.new_indexes() {
            let words = words::capital(&words::index(diff.after, index), &diff.after.name);
            let sql = vec![create_index(self.d, diff.after, index)];
            self.step(&diff.after.name, words, sql).rows_touched = Some(rows);
        }
        let again = diff.after.indexes.iter().filter(|i| diff.before.indexes.contains(i) && !diff.keeps_index(i));
        let sql: Vec<String> = again.map(|i| self.put_index_back(diff.after, i)).collect();
        if !sql.is_empty() {
            let words = format!("Put the indexes of {} back under their new names", diff.after.name);
            self.step(&diff.after.name, words, sql).rows_touched = Some(rows);
        }
    }

    fn create_table(&mut self, shape: &Shape) {
        let mut sql = vec![self.d.create_table(shape, &shape.name, self.after)];
        let mut description = format!("Create table {}", shape.name);
        if let Some(kept) = self.trash.table(shape.id) {
            sql.extend(bring_back(self.d, shape, kept));
            description.push_str(" and bring its rows back");
        }
        sql.extend(shape.indexes.iter().map(|index| create_index(self.d, shape, index)));
        sql.extend(self.links.made(shape));
        self.step(&shape.name, description, sql);
    }
}

/// Dropped columns whose name another column takes while the table is still to be rebuilt.
fn set_aside<'a>(d: &dyn Dialect, diff: &TableDiff<'a>, trash: &Trash) -> Vec<(&'a Column, String)> {
    if !rebuild::is_needed(d, diff, trash) {
        return Vec::new();
    }
    let taken = |name: &str| diff.renamed_columns().any(|(_, now)| now.name == name);
    let aside = diff.dropped.iter().filter(|c| taken(&c.name));
    aside.map(|c| (*c, format!("_dmb_gone_{}", c.id.0.simple()))).collect()
}

/// What an index is called between two names; no two of a migration are called the same.
fn aside_name(table: &Shape, index: &Index) -> String {
    let fields: Vec<String> = index.fields.iter().map(|id| id.0.simple().to_string()).collect();
    let kind = if index.unique { "u" } else { "i" };
    let digest = Sha256::digest(format!("{kind} {} {}", table.id, fields.join(" ")));
    format!("_dmb_index_{}", digest.iter().take(16).map(|b| format!("{b:02x}")).collect::<String>())
}

fn kept_aside(rows: u64, whose: &str) -> Option<String> {
    (rows > 0).then(|| {
        format!("{whose} {} are kept aside and come back when this migration is rolled back.", words::rows(rows))
    })
}

fn rebuild_warning(diff: &TableDiff<'_>, trash: &Trash, rows: u64) -> Option<String> {
    let mut found = Vec::new();
    if !diff.dropped.is_empty() {
        found.extend(kept_aside(rows, "Dropped values of"));
    }
    if !rebuild::copies_lost(diff, trash).is_empty() {
        found.push(
            "Columns dropped earlier can't be brought back after this, because the primary key changes.".to_owned(),
        );
    }
    if rows > 100_000 {
        found.push(format!("{} are written anew.", words::rows(rows)));
    }
    (!found.is_empty()).then(|| found.join(" "))
}

/// Puts the kept rows of a table that was dropped into the new one.
fn bring_back(d: &dyn Dialect, shape: &Shape, kept: &[(FieldId, ColumnType)]) -> Vec<String> {
    let trash = table_trash(shape.id);
    let mut names = Vec::new();
    let mut values = Vec::new();
    if shape.row_key().is_none() {
        names.push(d.row(None));
        values.push(format!("o.{}", d.quote(TRASH_ROW)));
    }
    for (field, column_type) in kept {
        if let Some(column) = shape.column(*field) {
            let old = format!("o.{}", d.quote(&d.short(&trash::label(*field, *column_type))));
            names.push(d.quote(&column.name));
            values.push(d.convert(*column_type, column.column_type, &old).value);
        }
    }
    let (target, source) = (d.quote(&shape.name), d.quote(&d.short(&trash)));
    let order = d.quote(TRASH_ROW);
    let mut sql = vec![
        format!(
            "INSERT INTO {target} ({}) SELECT {} FROM {source} AS o ORDER BY o.{order}",
            names.join(", "),
            values.join(", ")
        ),
        trash::drop(d, &trash),
    ];
    sql.extend(d.set_counter(shape));
    sql
}

/// Tables in an order in which children come before their parents, as far as there are no circles.
fn children_first(shapes: &[Shape]) -> Vec<&Shape> {
    let mut waiting: Vec<&Shape> = shapes.iter().collect();
    let mut done = Vec::with_capacity(shapes.len());
    while !waiting.is_empty() {
        let is_parent =
            |s: &Shape| waiting.iter().any(|c| c.id != s.id && c.foreign_keys.iter().any(|key| key.table == s.id));
        let at = (0..waiting.len()).rev().find(|at| !is_parent(waiting[*at])).unwrap_or(waiting.len() - 1);
        done.push(waiting.remove(at));
    }
    done
}
