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

/// Chunks under way for each thread: one being made, one waiting to be written.
const CHUNKS_A_THREAD: u64 = 2;

/// A chunk ready to be written.
struct Piece {
    parcel: Parcel,
    rows: u64,
    faults: Vec<FaultyCell>,
}

/// Rows made wrong on purpose, by kind of fault.
type Counts = BTreeMap<&'static str, u64>;

/// Makes the rows of a table and delivers them to the outputs.
pub(super) fn table(
    at: usize,
    table: &TablePlan,
    threads: usize,
    outputs: &mut Outputs,
    observer: &dyn Observer,
) -> Result<Counts, RunError> {
    let header =
        TableHeader { table: Arc::clone(table.table()), schema: Arc::clone(table.schema()), rows: Some(table.rows()) };
    let lanes = outputs.begin_table(&header)?;
    let there = lanes.skip().unwrap_or(0).min(table.rows());
    if there > 0 {
        observer.rows(at, there);
    }
    // `there` is the end of a chunk, and the last chunk may be short.
    let start = there.div_ceil(CHUNK_ROWS);
    let window = Window::new(start, table.chunk_count(), CHUNKS_A_THREAD * threads as u64);
    let mut faults = Counts::new();
    thread::scope(|scope| {
        for _ in 0..threads.min(usize::try_from(table.chunk_count() - start).unwrap_or(usize::MAX)) {
            scope.spawn(|| stopping(&window, || make(table, &lanes, &window, observer)));
        }
        stopping(&window, || write(at, outputs, &window, observer, &mut faults));
    });
    match window.into_failure() {
        Some(error) => Err(error),
        None => outputs.end_table().map(|()| faults),
    }
}

/// Stops all where a thread panics: the others would wait for it for ever.
fn stopping(window: &Window<Piece>, work: impl FnOnce()) {
    if catch_unwind(AssertUnwindSafe(work)).is_err() {
        window.fail(RunError::Panicked);
    }
}

/// Makes and encodes chunks until none is left.
fn make(table: &TablePlan, lanes: &Lanes, window: &Window<Piece>, observer: &dyn Observer) {
    while let Some(chunk) = window.claim() {
        if observer.cancelled() {
            return window.fail(RunError::Cancelled);
        }
        match make_one(table, lanes, chunk) {
            Ok(piece) => window.put(chunk, piece),
            Err(error) => return window.fail(error),
        }
    }
}

fn make_one(table: &TablePlan, lanes: &Lanes, chunk: u64) -> Result<Piece, RunError> {
    let (batch, faults) = table.chunk_with_faults(chunk)?;
    let parcel = lanes.encode(&batch, chunk * CHUNK_ROWS)?;
    Ok(Piece { parcel, rows: batch.num_rows() as u64, faults })
}

/// Writes chunks in order until all are written.
fn write(at: usize, outputs: &mut Outputs, window: &Window<Piece>, observer: &dyn Observer, counts: &mut Counts) {
    while let Some(piece) = window.take() {
        if observer.cancelled() {
            return window.fail(RunError::Cancelled);
        }
        if let Err(error) = outputs.write(piece.parcel).and_then(|()| outputs.faults(&piece.faults)) {
            return window.fail(error);
        }
        count(&piece.faults, counts);
        observer.rows(at, piece.rows);
    }
}

/// Adds faulty rows, each once: a row has one fault, which may show in two cells.
fn count(cells: &[FaultyCell], counts: &mut Counts) {
    for same_row in cells.chunk_by(|a, b| a.row == b.row) {
        *counts.entry(same_row[0].kind).or_default() += 1;
    }
}
