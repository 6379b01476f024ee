//! Bringing staged rows into the users' tables, all in one transaction.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use dmb_spec::TableId;

use super::{LoadMode, LoadRequest, LoadTable};
use crate::dialect::{Dialect, create_index, drop_index};
use crate::home::Home;
use crate::migrate::{Trash, drop_kept};
use crate::session::Session;
use crate::shape::{ForeignKey, Index, Shape, shapes};
use crate::state::TableState;
use crate::{TablesError, state};

/// From so many rows on, filling an empty table is quicker without its indexes.
const MANY: u64 = 5_000;

/// Publishes; doing it again for the same job changes nothing.
pub(super) fn publish(home: &dyn Home, request: &LoadRequest) -> Result<(), TablesError> {
    let writer = home.publisher(request.namespace, request.job)?;
    let session = &*writer;
    session.cancel_on(Arc::clone(&request.cancel))?;
    session.begin_write()?;
    state::ensure(session)?;
    if !state::published(session, request.job)? {
        let d = session.dialect();
        let all = shapes(d, &request.design)?;
        Publisher { d, session, request, all: &all }.run()?;
        state::set_published(session, request.job)?;
    }
    if request.cancel.load(Ordering::Relaxed) {
        return Err(TablesError::Cancelled);
    }
    session.commit()?;
    session.tidy();
    Ok(())
}

struct Publisher<'a> {
    d: &'static dyn Dialect,
    session: &'a dyn Session,
    request: &'a LoadRequest,
    all: &'a [Shape],
}

/// A table of the load.
struct Target<'a> {
    position: usize,
    load: &'a LoadTable,
    shape: &'a Shape,
    staged: u64,
}

impl<'a> Publisher<'a> {
    fn run(&self) -> Result<(), TablesError> {
        let targets: Vec<Target<'a>> = self
            .request
            .tables
            .iter()
            .enumerate()
            .map(|(position, load)| self.target(position, load))
            .collect::<Result<_, TablesError>>()?;
        for target in &targets {
            self.check(target.load, target.shape)?;
        }
        let replaces = self.request.mode == LoadMode::Replace;
        let links = self.let_go(&targets)?;
        if replaces {
            for target in targets.iter().rev() {
                self.empty(target.shape)?;
            }
        }
        for target in &targets {
            self.fill(target)?;
        }
        for target in &targets {
            self.check_parents(target)?;
        }
        if replaces {
            self.check_children()?;
        }
        self.tie(&links)
    }

    fn target(&self, position: usize, load: &'a LoadTable) -> Result<Target<'a>, TablesError> {
        let (sql, values) = self.d.staged_rows(self.request.job, position);
        let staged = state::unsigned(self.session.number(&sql, &values)?);
        Ok(Target { position, load, shape: self.shape(load.table)?, staged })
    }

    fn shape(&self, table: TableId) -> Result<&'a Shape, TablesError> {
        let found = self.all.iter().find(|s| s.id == table);
        found.ok_or_else(|| TablesError::Internal(format!("table {table} is not part of the design")))
    }

    /// The table is as the design has it, and its row numbers are free.
    fn check(&self, load: &LoadTable, shape: &Shape) -> Result<(), TablesError> {
        let columns = self.d.catalogue().column_names(self.session, &shape.name)?;
        if columns.is_empty() {
            return Err(TablesError::NotMigrated(shape.name.clone()));
        }
        if columns != shape.columns.iter().map(|c| c.name.clone()).collect::<Vec<_>>() {
            let message = format!("table {} was changed while its rows were being made; start again", shape.name);
            return Err(TablesError::Conflict(message));
        }
        let used = state::read(self.session, shape.id)?.map_or(0, |s| s.rows_used);
        if self.request.mode == LoadMode::Append && used > load.first_row {
            let message = format!("another run added rows to {} meanwhile; start again", shape.name);
            return Err(TablesError::Conflict(message));
        }
        Ok(())
    }

    /// Where the database looks at foreign keys row by row, takes them off tables that are emptied or filled from
    /// nothing: looking at all rows at once is quicker, and emptying a table must not empty its children.
    fn let_go(&self, targets: &[Target<'_>]) -> Result<Vec<(&'a Shape, &'a ForeignKey)>, TablesError> {
        let Some(alter) = self.d.alter() else { return Ok(Vec::new()) };
        let mut bare = Vec::new();
        for target in targets.iter().filter(|t| self.request.mode == LoadMode::Append && t.staged >= MANY) {
            if state::count(self.session, &target.shape.name)? == 0 {
                bare.push(target.shape.id);
            }
        }
        let replaced =
            |id: TableId| self.request.mode == LoadMode::Replace && targets.iter().any(|target| target.shape.id == id);
        let links = self.all.iter().flat_map(|shape| shape.foreign_keys.iter().map(move |key| (shape, key)));
        let links: Vec<(&Shape, &ForeignKey)> = links
            .filter(|(shape, key)| bare.contains(&shape.id) || replaced(shape.id) || replaced(key.table))
            .collect();
        for (shape, key) in &links {
            self.session.batch(&alter.drop_foreign_key(&shape.name, key))?;
        }
        Ok(links)
    }

    fn tie(&self, links: &[(&Shape, &ForeignKey)]) -> Result<(), TablesError> {
        let Some(alter) = self.d.alter() else { return Ok(()) };
        for sql in links.iter().filter_map(|(shape, key)| alter.add_foreign_key(shape, key, self.all)) {
            self.session.batch(&sql)?;
        }
        Ok(())
    }

    /// Removes all rows. Row numbers begin anew, so values kept of dropped columns would meet other rows: they go.
    fn empty(&self, shape: &Shape) -> Result<(), TablesError> {
        self.session.execute(&format!("DELETE FROM {}", self.d.quote(&shape.name)), &[])?;
        self.d.catalogue().forget_counter(self.session, &shape.name)?;
        for kept in Trash::find(self.session)?.names_of(shape.id) {
            self.session.batch(&drop_kept(self.d, &kept))?;
        }
        Ok(())
    }

    fn fill(&self, target: &Target<'_>) -> Result<(), TablesError> {
        let Target { load, shape, staged, .. } = target;
        let before = state::count(self.session, &shape.name)?;
        let indexes = if before == 0 && *staged >= MANY { self.take_indexes(shape)? } else { Vec::new() };
        let words = |error: TablesError| self.in_words(shape, error);
        if *staged > 0 {
            self.session.execute(&self.insert(target), &[]).map_err(words)?;
        }
        for index in indexes {
            self.session.batch(&create_index(self.d, shape, index)).map_err(words)?;
        }
        for sql in self.d.set_counter(shape) {
            self.session.batch(&sql)?;
        }
        let was = state::read(self.session, shape.id)?.filter(|_| before > 0);
        let now = TableState {
            rows_used: load.first_row + staged,
            row_count: Some(before + staged),
            key_seed: was.and_then(|s| s.key_seed).or(Some(self.request.key_seed)),
        };
        state::write(self.session, shape.id, now)
    }

    /// Drops the indexes of an empty table and returns them; those that foreign keys lean on stay.
    fn take_indexes<'s>(&self, shape: &'s Shape) -> Result<Vec<&'s Index>, TablesError> {
        let needed = |index: &&Index| {
            let mut keys = self.all.iter().flat_map(|s| &s.foreign_keys);
            self.d.alter().is_some() && keys.any(|key| key.table == shape.id && index.fields == [key.target])
        };
        let found: Vec<&Index> = shape.indexes.iter().filter(|index| !needed(index)).collect();
        for index in &found {
            self.session.batch(&drop_index(self.d, shape, index))?;
        }
        Ok(found)
    }

    /// Every new row's parent is there.
    fn check_parents(&self, target: &Target<'_>) -> Result<(), TablesError> {
        if target.staged == 0 {
            return Ok(());
        }
        let (staged, _) = self.d.staged(self.request.job, target.position);
        for key in &target.shape.foreign_keys {
            let at = target.shape.columns.iter().position(|c| c.id == key.field).unwrap_or_default();
            self.check_link(&staged, &format!("c{at}"), target.shape, key)?;
        }
        Ok(())
    }

    /// Rows of tables that were not part of the load still have the parents they refer to.
    fn check_children(&self) -> Result<(), TablesError> {
        let loaded = |id: TableId| self.request.tables.iter().any(|t| t.table == id);
        for child in self.all.iter().filter(|s| !loaded(s.id)) {
            for key in child.foreign_keys.iter().filter(|key| loaded(key.table)) {
                let column = self.d.quote(child.name_of(key.field));
                self.check_link(&self.d.quote(&child.name), &column, child, key)?;
            }
        }
        Ok(())
    }

    /// Every value of a column of `rows` is there among the parents of a foreign key of `shape`.
    fn check_link(&self, rows: &str, column: &str, shape: &Shape, key: &ForeignKey) -> Result<(), TablesError> {
        let parent = self.shape(key.table)?;
        let sql = format!(
            "SELECT count(*) FROM {rows} AS s WHERE s.{column} IS NOT NULL \
             AND NOT EXISTS (SELECT 1 FROM {} AS p WHERE p.{} = s.{column})",
            self.d.quote(&parent.name),
            self.d.quote(parent.name_of(key.target)),
        );
        match state::unsigned(self.session.number(&sql, &[])?) {
            0 => Ok(()),
            missing => Err(orphans(&shape.name, shape.name_of(key.field), &parent.name, missing)),
        }
    }

    fn insert(&self, target: &Target<'_>) -> String {
        let shape = target.shape;
        let names: Vec<String> = shape.columns.iter().map(|c| self.d.quote(&c.name)).collect();
        let columns: Vec<String> = (0..shape.columns.len()).map(|n| format!("c{n}")).collect();
        let (staged, order) = self.d.staged(self.request.job, target.position);
        let (name, names, columns) = (self.d.quote(&shape.name), names.join(", "), columns.join(", "));
        format!("INSERT INTO {name} ({names}) SELECT {columns} FROM {staged}{order}")
    }

    /// A broken constraint in words.
    fn in_words(&self, shape: &Shape, error: TablesError) -> TablesError {
        match self.d.refusal(shape, &error) {
            Some(said) => TablesError::Data(format!("{said}; nothing was changed")),
            None => error,
        }
    }
}

fn orphans(table: &str, column: &str, parent: &str, rows: u64) -> TablesError {
    let plural = if rows == 1 { "row has" } else { "rows have" };
    TablesError::Data(format!(
        "{rows} {plural} a {table}.{column} that refers to no row of {parent}; nothing was changed"
    ))
}
