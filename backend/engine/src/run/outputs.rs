//! All outputs of a run as one: the same table, chunk and end for each, and no panic of theirs gets out.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use arrow_array::RecordBatch;

use crate::faults::FaultyCell;
use crate::output::{Encoded, Encoder, Output, OutputError, RunError, TableHeader};

/// The outputs of a run.
pub(super) struct Outputs(Vec<Box<dyn Output>>);

/// What the outputs said at the beginning of a table.
pub(super) struct Lanes(Vec<Lane>);

struct Lane {
    encoder: Arc<dyn Encoder>,
    /// First rows of the table that this output has already.
    skip: u64,
}

/// One chunk made ready for every output; `None` for those that have it already.
pub(super) type Parcel = Vec<Option<Encoded>>;

impl Outputs {
    pub(super) fn new(outputs: Vec<Box<dyn Output>>) -> Self {
        Self(outputs)
    }

    pub(super) fn begin_table(&mut self, header: &TableHeader) -> Result<Lanes, RunError> {
        let begin = |output: &mut Box<dyn Output>| {
            let (encoder, skip) = guarded(|| output.begin_table(header))?;
            Ok::<_, RunError>(Lane { encoder, skip })
        };
        self.0.iter_mut().map(begin).collect::<Result<_, _>>().map(Lanes)
    }

    pub(super) fn write(&mut self, parcel: Parcel) -> Result<(), RunError> {
        let due = self.0.iter_mut().zip(parcel).filter_map(|(output, chunk)| Some((output, chunk?)));
        due.into_iter().try_for_each(|(output, chunk)| guarded(|| output.write(chunk)))
    }

    pub(super) fn faults(&mut self, cells: &[FaultyCell]) -> Result<(), RunError> {
        if cells.is_empty() {
            return Ok(());
        }
        self.0.iter_mut().try_for_each(|output| guarded(|| output.faults(cells)))
    }

    pub(super) fn end_table(&mut self) -> Result<(), RunError> {
        self.0.iter_mut().try_for_each(|output| guarded(|| output.end_table()))
    }

    /// Finishes all in order; after the first that fails the rest is aborted.
    pub(super) fn finish(self) -> Result<(), RunError> {
        let mut rest = self.0.into_iter();
        while let Some(output) = rest.next() {
            if let Err(error) = guarded(|| output.finish()) {
                Self(rest.collect()).abort();
                return Err(error);
            }
        }
        Ok(())
    }

    /// Aborts all; a panic of one does not keep the others from it.
    pub(super) fn abort(self) {
        for output in self.0 {
            // An output that panics is dropped by it, which counts as aborting.
            drop(catch_unwind(AssertUnwindSafe(|| output.abort())));
        }
    }
}

impl Lanes {
    /// First rows of the table that every output has already.
    pub(super) fn skip(&self) -> Option<u64> {
        self.0.iter().map(|lane| lane.skip).min()
    }

    /// The chunk that begins at this row (counted from the first of the run), made ready for every output.
    pub(super) fn encode(&self, batch: &RecordBatch, start: u64) -> Result<Parcel, RunError> {
        let end = start + batch.num_rows() as u64;
        let encode = |lane: &Lane| {
            if end <= lane.skip {
                return Ok(None);
            }
            Ok(Some(lane.encoder.encode(batch)?))
        };
        self.0.iter().map(encode).collect()
    }
}

fn guarded<T>(call: impl FnOnce() -> Result<T, OutputError>) -> Result<T, RunError> {
    match catch_unwind(AssertUnwindSafe(call)) {
        Ok(result) => Ok(result?),
        Err(_) => Err(RunError::Panicked),
    }
}
