//! WHAT people may do: the use-cases, a folder a noun and a file a verb, all methods of [`App`].
//!
//! Who may do what is asked in [`policy`] and nowhere else. Expected ends of a change (done, refused, conflict) are an
//! [`Outcome`]; everything else is an [`AppError`], which is also the only place errors of the rooms below come in.
//! This room never sees HTTP, GraphQL or SQL, and reads no environment; the clock is handed in.

mod actor;
mod app;
mod audit;
pub mod auth;
pub mod catalog;
mod clock;
mod config;
mod error;
mod events;
pub mod exports;
pub mod jobs;
pub mod migrations;
mod outcome;
mod page;
pub mod policy;
pub mod preview;
mod progress_hub;
pub mod projects;
mod revocations;
pub mod rows;
mod secret;
pub mod tables;

pub use actor::{Actor, Credential, Role, Scope};
pub use app::App;
pub use clock::{Clock, FixedClock, SystemClock};
pub use config::{AppConfig, Lifetimes, Limits, PasswordCost, Rate, Throttling};
pub use error::{AppError, BoxError};
pub use events::{ProjectEvent, ProjectEventKind};
pub use outcome::Outcome;
pub use page::{DEFAULT_PAGE, MAX_PAGE, Page, PageArgs};
pub use progress_hub::ProgressHub;
pub use secret::{Secret, WeakSecret};
