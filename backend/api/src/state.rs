//! What every handler has at hand.

use std::ops::Deref;
use std::sync::Arc;

use dmb_app::App;

use crate::config::ApiConfig;
use crate::http::rate::RateLimit;
use crate::schema::ApiSchema;
use crate::ws::Sockets;

/// Shared by all handlers; cheap to clone.
#[derive(Clone)]
pub(crate) struct Api(Arc<Inner>);

pub(crate) struct Inner {
    /// The use-cases.
    pub app: App,
    /// The schema, behind its guard.
    pub schema: ApiSchema,
    /// Settings.
    pub config: ApiConfig,
    /// Requests of each account and address.
    pub rate: RateLimit,
    /// Open sockets of each account.
    pub sockets: Sockets,
}

impl Api {
    /// Puts the parts together.
    pub fn new(app: App, config: ApiConfig) -> Self {
        Self(Arc::new(Inner {
            schema: ApiSchema::new(app.clone(), config.introspection),
            rate: RateLimit::new(&config.limits),
            sockets: Sockets::new(config.limits.sockets_per_user),
            app,
            config,
        }))
    }
}

impl Deref for Api {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}
