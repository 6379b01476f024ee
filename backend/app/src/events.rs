//! What happens in projects, told to whoever watches them in this process.

use chrono::{DateTime, Utc};
use tokio::sync::broadcast;
use uuid::Uuid;

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProjectEventKind {
    /// The project itself: name, description, seed, locale; or anything, after a gap in the stream.
    ProjectChanged,
    /// A table was made or changed.
    TableChanged,
    /// A table was deleted.
    TableDeleted,
    /// A migration was applied or rolled back.
    Migrated,
    /// A job was made or changed its state.
    JobChanged,
    /// An export was made or deleted.
    ExportChanged,
    /// The project is gone; nothing follows.
    ProjectDeleted,
}

/// Something that happened in a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectEvent {
    /// The project.
    pub project_id: Uuid,
    /// What changed.
    pub kind: ProjectEventKind,
    /// The record that changed: its table, migration, job or export id; absent for the project itself.
    pub node_id: Option<Uuid>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Spreads events to those who listen; nobody listening is fine.
#[derive(Clone, Debug)]
pub(crate) struct Events(broadcast::Sender<ProjectEvent>);

impl Events {
    pub(crate) fn new() -> Self {
        Self(broadcast::channel(1024).0)
    }

    pub(crate) fn send(&self, event: ProjectEvent) {
        // An error only says that nobody listens.
        let _ = self.0.send(event);
    }

    pub(crate) fn listen(&self) -> broadcast::Receiver<ProjectEvent> {
        self.0.subscribe()
    }
}
