//! One table of a run.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use super::Observer;
use super::outputs::{Lanes, Outputs, Parcel};
use super::window::Window;
use crate::output::{RunError, TableHeader};
use crate::plan::{CHUNK_ROWS, TablePlan};

/// Chunks under way for each thread: one being made, one waiting to be written.
pub(super) const CHUNKS_A_THREAD: u64 = 2;

/// A chunk ready to be written.
struct Piece {
    parcel: Parcel,
    rows: u64,
}

/// Makes the rows of a table and delivers them to the outputs.
pub(super) fn table(
    at: usize,
    table: &TablePlan,
    threads: usize,
    outputs: &mut Outputs,
    observer: &dyn Observer,
) -> Result<(), RunError> {
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
    thread::scope(|scope| {
        for _ in 0..threads.min(usize::try_from(table.chunk_count() - start).unwrap_or(usize::MAX)) {
            scope.spawn(|| stopping(&window, || make(table, &lanes, &window, observer)));
        }
        stopping(&window, || write(at, outputs, &window, observer));
    });
    match window.into_failure() {
        Some(error) => Err(error),
        None => outputs.end_table(),
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
    let batch = table.chunk(chunk)?;
    let parcel = lanes.encode(&batch, chunk * CHUNK_ROWS)?;
    Ok(Piece { parcel, rows: batch.num_rows() as u64 })
}

/// Writes chunks in order until all are written.
fn write(at: usize, outputs: &mut Outputs, window: &Window<Piece>, observer: &dyn Observer) {
    while let Some(piece) = window.take() {
        if observer.cancelled() {
            return window.fail(RunError::Cancelled);
        }
        if let Err(error) = outputs.write(piece.parcel) {
            return window.fail(error);
        }
        observer.rows(at, piece.rows);
    }
}
