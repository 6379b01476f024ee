//! What every use-case is a method of.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use dmb_store::Store;
use dmb_tables::Tables;
use tokio::sync::Notify;
use uuid::Uuid;

use crate::auth::{AccessKeys, Passwords, SessionCache};
use crate::clock::Clock;
use crate::events::{Events, ProjectEvent, ProjectEventKind};
use crate::jobs::CancelSignals;
use crate::revocations::Revocations;
use crate::{AppConfig, ProgressHub};

/// The use-cases over the platform's store and the users' tables. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    config: AppConfig,
    store: Store,
    tables: Tables,
    clock: Arc<dyn Clock>,
    hub: ProgressHub,
    events: Events,
    cancel_signals: CancelSignals,
    queued: Notify,
    revocations: Revocations,
    passwords: Passwords,
    access_keys: AccessKeys,
    download_key: [u8; 32],
    sessions: SessionCache,
}

impl App {
    /// Puts the parts together. The store is migrated already.
    pub fn new(config: AppConfig, store: Store, tables: Tables, clock: Arc<dyn Clock>) -> Self {
        Self(Arc::new(Inner {
            passwords: Passwords::new(config.password_cost, config.limits.parallel_hashes),
            access_keys: AccessKeys::new(&config.secret),
            download_key: config.secret.key("dmb download link 1"),
            hub: ProgressHub::default(),
            events: Events::new(),
            cancel_signals: CancelSignals::new(),
            queued: Notify::new(),
            revocations: Revocations::new(),
            sessions: SessionCache::default(),
            config,
            store,
            tables,
            clock,
        }))
    }

    /// The settings.
    pub fn config(&self) -> &AppConfig {
        &self.0.config
    }

    /// The platform's own database.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The users' tables.
    pub fn tables(&self) -> &Tables {
        &self.0.tables
    }

    /// Live progress of jobs in this process.
    pub fn hub(&self) -> &ProgressHub {
        &self.0.hub
    }

    /// Now.
    pub fn now(&self) -> DateTime<Utc> {
        self.0.clock.now()
    }

    /// Tells those who watch a project of this process what happened.
    pub fn announce(&self, project_id: Uuid, kind: ProjectEventKind, node_id: Option<Uuid>) {
        self.0.events.send(ProjectEvent { project_id, kind, node_id, at: self.now() });
    }

    pub(crate) fn queued(&self) -> &Notify {
        &self.0.queued
    }

    pub(crate) fn events(&self) -> &Events {
        &self.0.events
    }

    pub(crate) fn cancel_signals(&self) -> &CancelSignals {
        &self.0.cancel_signals
    }

    pub(crate) fn revocations(&self) -> &Revocations {
        &self.0.revocations
    }

    pub(crate) fn passwords(&self) -> &Passwords {
        &self.0.passwords
    }

    pub(crate) fn access_keys(&self) -> &AccessKeys {
        &self.0.access_keys
    }

    pub(crate) fn download_key(&self) -> &[u8; 32] {
        &self.0.download_key
    }

    pub(crate) fn sessions(&self) -> &SessionCache {
        &self.0.sessions
    }
}
