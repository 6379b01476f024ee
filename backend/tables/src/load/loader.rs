//! The output that a run writes rows of tables to.

use std::sync::Arc;

use dmb_engine::output::{AsBatch, Encoded, Encoder, Output, OutputError, TableHeader};

use super::{LoadMode, LoadRequest, Stage, publish};
use crate::home::Home;
use crate::{TablesError, state};

/// Chunks that are committed together with their checkpoint: what a crash makes a load do again.
const CHUNKS_A_COMMIT: u32 = 8;

/// Loads rows into staging and publishes them all at once. What an interrupted attempt of the same job staged is
/// kept and gone on from; what is aborted, or dropped without being finished, is removed.
pub struct Loader {
    home: Arc<dyn Home>,
    request: LoadRequest,
    stage: Option<Box<dyn Stage>>,
    current: Option<Current>,
    /// The job's rows are there already: everything else is done, nothing is written.
    published: bool,
}

struct Current {
    position: usize,
    rows: u64,
    chunks: u32,
}

impl Loader {
    /// Opens the staging place; what was staged for other rows is thrown away.
    pub(crate) fn open(home: Arc<dyn Home>, request: LoadRequest) -> Result<Self, TablesError> {
        let published = state::is_published(&*home, request.namespace, request.job)?;
        let stage = if published {
            home.remove_stage(request.namespace, request.job)?;
            None
        } else {
            Some(home.stage(&request, &identity(&request))?)
        };
        Ok(Self { home, request, stage, current: None, published })
    }

    fn stage(&mut self) -> Result<&mut Box<dyn Stage>, OutputError> {
        self.stage.as_mut().ok_or_else(|| OutputError::Internal("the load is over".into()))
    }

    fn checkpoint(&mut self, last: bool) -> Result<(), OutputError> {
        let Some(current) = &mut self.current else { return Ok(()) };
        current.chunks = 0;
        let (position, rows) = (current.position, current.rows);
        self.stage()?.checkpoint(position, rows, last)?;
        Ok(())
    }

    fn discard(&mut self) {
        self.stage = None;
        if let Err(error) = self.home.remove_stage(self.request.namespace, self.request.job) {
            tracing::warn!(%error, job = %self.request.job, "staged rows could not be removed");
        }
    }
}

impl Output for Loader {
    fn begin_table(&mut self, header: &TableHeader) -> Result<(Arc<dyn Encoder>, u64), OutputError> {
        if self.published {
            return Ok((Arc::new(AsBatch), header.rows.unwrap_or(0)));
        }
        let found = self.request.tables.iter().position(|t| t.table == header.table.id);
        let position = found
            .ok_or_else(|| OutputError::Internal(format!("table {} is not part of the load", header.table.name)))?;
        let stage = self.stage()?;
        let rows = stage.begin(position, header.schema.fields().len())?;
        let encoder = stage.encoder(position);
        self.current = Some(Current { position, rows, chunks: 0 });
        Ok((encoder, rows))
    }

    fn write(&mut self, chunk: Encoded) -> Result<(), OutputError> {
        if self.published {
            return Ok(());
        }
        let Some(current) = &mut self.current else {
            return Err(OutputError::Internal("rows came before their table".into()));
        };
        current.rows += chunk.rows();
        current.chunks += 1;
        let (position, full) = (current.position, current.chunks >= CHUNKS_A_COMMIT);
        self.stage()?.insert(position, chunk)?;
        if full { self.checkpoint(false) } else { Ok(()) }
    }

    fn end_table(&mut self) -> Result<(), OutputError> {
        self.checkpoint(true)?;
        self.current = None;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<(), OutputError> {
        if self.published {
            return Ok(());
        }
        if self.current.is_some() {
            return Err(OutputError::Internal("the last table was not ended".into()));
        }
        self.stage = None;
        match publish::publish(&*self.home, &self.request) {
            Ok(()) => {
                self.published = true;
                self.discard();
                Ok(())
            }
            Err(error) => {
                // What is staged is good; only the publishing has to be tried again.
                self.published = error.is_transient();
                Err(error.into())
            }
        }
    }

    fn abort(self: Box<Self>) {}
}

impl Drop for Loader {
    fn drop(&mut self) {
        if !self.published {
            self.discard();
        }
    }
}

/// What the rows of a load depend on.
fn identity(request: &LoadRequest) -> String {
    let mode = match request.mode {
        LoadMode::Append => "append",
        LoadMode::Replace => "replace",
    };
    let tables: Vec<String> = request.tables.iter().map(|t| format!("{}+{}", t.table, t.first_row)).collect();
    format!("{mode} {} {} {}", request.key_seed, request.fingerprint, tables.join(","))
}
