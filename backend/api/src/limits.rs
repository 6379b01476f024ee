//! Every bound of the API in one place. Bounds that tests or an installation change are fields of [`Limits`]; the
//! others are constants.

use std::time::Duration;

/// Most bytes of a query's text.
pub(crate) const QUERY_BYTES: usize = 32 * 1024;
/// Deepest nesting of brackets of any kind in a query's text.
pub(crate) const BRACKET_DEPTH: usize = 48;
/// Most lexical tokens of a query's text.
pub(crate) const TOKENS: usize = 4_000;
/// Most selections of a document, with every fragment counted each time it is spread.
pub(crate) const FIELDS: u64 = 1_000;
/// Most aliases of a document, counted as [`FIELDS`] is.
pub(crate) const ALIASES: u64 = 30;
/// Most directives of a document, counted as [`FIELDS`] is.
pub(crate) const DIRECTIVES: u64 = 50;
/// Most directives in one place.
pub(crate) const DIRECTIVES_PER_NODE: usize = 4;
/// Deepest nesting of fields.
pub(crate) const DEPTH: u64 = 16;
/// Deepest nesting of selection sets of any kind, fragments included.
pub(crate) const NESTING: u64 = 30;
/// How often a list of types or fields may be nested in an introspection.
pub(crate) const INTROSPECTION_LISTS: u64 = 2;
/// Most fields an answer may come to when every page is full.
pub(crate) const WEIGHT: u64 = 250_000;
/// Most operations of a document.
pub(crate) const OPERATIONS: usize = 10;
/// Most variables of an operation.
pub(crate) const VARIABLES: usize = 100;
/// Deepest nesting of a variable's value.
pub(crate) const VALUE_DEPTH: usize = 24;
/// Most values inside all variables together.
pub(crate) const VALUES: usize = 100_000;

/// Most accounts and addresses the rate limiter remembers.
pub(crate) const RATE_KEYS: usize = 10_000;

/// Bounds an installation or a test may set.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Most bytes of a request's body.
    pub body_bytes: usize,
    /// How long an operation may take until it is answered.
    pub deadline: Duration,
    /// Requests a second that one account or address may send in the long run, at least 1.
    pub requests_per_second: u32,
    /// Requests that may come at once on top of that, at least 1.
    pub request_burst: u32,
    /// How long a socket may wait with `connection_init`.
    pub socket_init: Duration,
    /// How often a socket is pinged and its session checked.
    pub socket_ping: Duration,
    /// Most bytes of a message on a socket.
    pub socket_message_bytes: usize,
    /// Most operations at once on a socket.
    pub socket_operations: usize,
    /// Most sockets of an account at once.
    pub sockets_per_user: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_bytes: 2 * 1024 * 1024,
            deadline: Duration::from_secs(10),
            requests_per_second: 50,
            request_burst: 200,
            socket_init: Duration::from_secs(5),
            socket_ping: Duration::from_secs(4),
            socket_message_bytes: 64 * 1024,
            socket_operations: 50,
            sockets_per_user: 20,
        }
    }
}
