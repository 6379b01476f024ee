//! What happens in projects.

mod subscription;
mod types;

pub(crate) use subscription::EventSubscription;
