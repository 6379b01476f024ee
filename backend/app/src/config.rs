//! What an [`crate::App`] is told when it is made.

use std::path::PathBuf;
use std::time::Duration;

use crate::Secret;

/// Settings of the use-cases. Read from the environment by the server, never here.
#[derive(Clone, Debug)]
pub struct AppConfig {
    /// Folder of this installation; artifacts are kept in `artifacts` below it.
    pub data_dir: PathBuf,
    /// What tokens and links are signed with.
    pub secret: Secret,
    /// How long the file of an export is kept; for ever when absent.
    pub artifact_ttl: Option<Duration>,
    /// What one account may take.
    pub limits: Limits,
    /// What a password hash costs.
    pub password_cost: PasswordCost,
    /// How long credentials live.
    pub lifetimes: Lifetimes,
    /// How often accounts may be knocked at.
    pub throttling: Throttling,
    /// Whether anybody may make an account. The first account can always be made.
    pub open_sign_up: bool,
}

impl AppConfig {
    /// The usual settings around a folder and a secret.
    pub fn new(data_dir: impl Into<PathBuf>, secret: Secret) -> Self {
        Self {
            data_dir: data_dir.into(),
            secret,
            artifact_ttl: Some(Duration::from_secs(30 * 24 * 3600)),
            limits: Limits::default(),
            password_cost: PasswordCost::default(),
            lifetimes: Lifetimes::default(),
            throttling: Throttling::default(),
            open_sign_up: true,
        }
    }

    /// Where artifacts are kept: a folder a job.
    pub fn artifacts_dir(&self) -> PathBuf {
        self.data_dir.join("artifacts")
    }
}

/// What one account may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Projects of an account.
    pub projects: u64,
    /// Tables of a project.
    pub tables: usize,
    /// Fields of a table.
    pub fields: usize,
    /// Rows of one job, all tables together.
    pub rows: u64,
    /// Bytes of one job, as estimated.
    pub bytes: u64,
    /// Jobs of an account that are not over yet.
    pub active_jobs: u64,
    /// Personal access tokens of an account.
    pub access_tokens: u64,
    /// Password hashes made at the same moment; the rest wait.
    pub parallel_hashes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            projects: 200,
            tables: 200,
            fields: 500,
            rows: 1_000_000_000,
            bytes: 200 << 30,
            active_jobs: 100,
            access_tokens: 50,
            parallel_hashes: 2,
        }
    }
}

/// Cost of Argon2id. Hashes made at another cost are made anew at the next sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Default for PasswordCost {
    fn default() -> Self {
        Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 }
    }
}

/// How long credentials live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetimes {
    /// An access token.
    pub access: Duration,
    /// A refresh token, anew at each rotation.
    pub refresh: Duration,
    /// How long after a rotation the token before it is still answered kindly: two tabs that refresh at once.
    pub refresh_grace: Duration,
    /// A download link.
    pub download: Duration,
    /// Difference between clocks that is forgiven.
    pub leeway: Duration,
}

impl Default for Lifetimes {
    fn default() -> Self {
        Self {
            access: Duration::from_secs(10 * 60),
            refresh: Duration::from_secs(30 * 24 * 3600),
            refresh_grace: Duration::from_secs(10),
            download: Duration::from_secs(5 * 60),
            leeway: Duration::from_secs(5),
        }
    }
}

/// So many attempts in so long a time, all at once or spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// Attempts.
    pub attempts: u32,
    /// Time.
    pub window: Duration,
}

/// How often accounts may be knocked at. Counted in the store, so that a restart forgets nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Throttling {
    /// Sign-ins to one account from one address. An owner at another address is not held up by it.
    pub sign_in_account: Rate,
    /// Sign-ins from one address to whatever account.
    pub sign_in_address: Rate,
    /// New accounts from one address.
    pub sign_up_address: Rate,
    /// Refreshes from one address.
    pub refresh_address: Rate,
}

impl Default for Throttling {
    fn default() -> Self {
        let rate = |attempts, minutes: u64| Rate { attempts, window: Duration::from_secs(60 * minutes) };
        Self {
            sign_in_account: rate(10, 5),
            sign_in_address: rate(100, 10),
            sign_up_address: rate(30, 60),
            refresh_address: rate(600, 10),
        }
    }
}
