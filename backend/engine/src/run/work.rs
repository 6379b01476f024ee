//! One table of a run.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use super::Observer;
use super::outputs::{Lanes, Outputs, Parcel};
use super::window::Window;
use crate::faults::FaultyCell;
use crate::output::{RunError, TableHeader};
use crate::plan::{CHUNK_ROWS, TablePlan};
use crate::profile::{Profiler, Scratch, TableSketch};

/// Chunks under way for each thread: one being made, one waiting to be written.
pub(super) const CHUNKS_A_THREAD: u64 = 2;

/// What is to be done of a table, and how.
pub(super) struct Work<'a> {
    /// Its place in the plan.
    pub(super) at: usize,
    pub(super) table: &'a TablePlan,
    pub(super) threads: usize,
    /// Looks at the rows, where somebody wants to know what they look like.
    pub(super) profiler: Option<&'a Profiler>,
    pub(super) observer: &'a dyn Observer,
}

/// A chunk ready to be written.
struct Piece {
    parcel: Parcel,
    /// Rows that were in no output before.
    rows: u64,
    faults: Vec<FaultyCell>,
    sketch: Option<TableSketch>,
}

/// Rows made wrong on purpose, by kind of fault.
type Counts = BTreeMap<&'static str, u64>;

/// What was seen of a table's rows.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) faults: Counts,
    /// Their profile, where that was asked for.
    pub(super) sketch: Option<TableSketch>,
}

impl Work<'_> {
    /// Makes the rows of the table and delivers them to the outputs.
    pub(super) fn run(&self, outputs: &mut Outputs) -> Result<Seen, RunError> {
        let table = self.table;
        let (rows, schema) = (Some(table.rows()), Arc::clone(table.schema()));
        let lanes = outputs.begin_table(&TableHeader { table: Arc::clone(table.table()), schema, rows })?;
        let there = lanes.skip().unwrap_or(0).min(table.rows());
        if there > 0 {
            self.observer.rows(self.at, there);
        }
        // `there` is the end of a chunk, and the last chunk may be short. A profile is of every row.
        let start = if self.profiler.is_some() { 0 } else { there.div_ceil(CHUNK_ROWS) };
        let window = Window::new(start, table.chunk_count(), CHUNKS_A_THREAD * self.threads as u64);
        let sketch = self.profiler.map(|profiler| profiler.blank(self.at));
        let mut seen = Seen { sketch, ..Seen::default() };
        thread::scope(|scope| {
            let chunks = usize::try_from(table.chunk_count() - start).unwrap_or(usize::MAX);
            for _ in 0..self.threads.min(chunks) {
                scope.spawn(|| stopping(&window, || self.make(&lanes, there, &window)));
            }
            stopping(&window, || self.write(outputs, &window, &mut seen));
        });
        match window.into_failure() {
            Some(error) => Err(error),
            None => outputs.end_table().map(|()| seen),
        }
    }

    /// Makes and encodes chunks until none is left.
    fn make(&self, lanes: &Lanes, there: u64, window: &Window<Piece>) {
        let mut scratch = Scratch::default();
        while let Some(chunk) = window.claim() {
            if self.observer.cancelled() {
                return window.fail(RunError::Cancelled);
            }
            match self.make_one(lanes, there, chunk, &mut scratch) {
                Ok(piece) => window.put(chunk, piece),
                Err(error) => return window.fail(error),
            }
        }
    }

    fn make_one(&self, lanes: &Lanes, there: u64, chunk: u64, scratch: &mut Scratch) -> Result<Piece, RunError> {
        let (batch, faults) = self.table.chunk_with_faults(chunk)?;
        let start = chunk * CHUNK_ROWS;
        let parcel = lanes.encode(&batch, start)?;
        let sketch = self.profiler.map(|profiler| profiler.look(self.at, chunk, &batch, scratch));
        Ok(Piece { parcel, rows: if start < there { 0 } else { batch.num_rows() as u64 }, faults, sketch })
    }

    /// Writes chunks in order until all are written.
    fn write(&self, outputs: &mut Outputs, window: &Window<Piece>, seen: &mut Seen) {
        while let Some(piece) = window.take() {
            if self.observer.cancelled() {
                return window.fail(RunError::Cancelled);
            }
            if let Err(error) = outputs.write(piece.parcel).and_then(|()| outputs.faults(&piece.faults)) {
                return window.fail(error);
            }
            count(&piece.faults, &mut seen.faults);
            if let (Some(profiler), Some(all), Some(next)) = (self.profiler, seen.sketch.as_mut(), piece.sketch) {
                profiler.merge(self.at, all, next);
            }
            if piece.rows > 0 {
                self.observer.rows(self.at, piece.rows);
            }
        }
    }
}

/// Stops all where a thread panics: the others would wait for it for ever.
fn stopping(window: &Window<Piece>, work: impl FnOnce()) {
    if catch_unwind(AssertUnwindSafe(work)).is_err() {
        window.fail(RunError::Panicked);
    }
}

/// Adds faulty rows, each once: a row has one fault, which may show in two cells.
fn count(cells: &[FaultyCell], counts: &mut Counts) {
    for same_row in cells.chunk_by(|a, b| a.row == b.row) {
        *counts.entry(same_row[0].kind).or_default() += 1;
    }
}
