//! Configuration: defaults, then the file, then the environment, then flags; each key is said once, here.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use clap::Args;
use serde::Deserialize;

/// What can be configured. Every key is a flag, a variable `DMB_<KEY>`, and a key of the TOML file.
#[derive(Args, Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Address to listen on [default: 127.0.0.1]
    #[arg(long, env = "DMB_HOST")]
    pub host: Option<IpAddr>,
    /// Port to listen on; 0 takes a free one [default: 8080]
    #[arg(long, env = "DMB_PORT")]
    pub port: Option<u16>,
    /// Folder of the embedded database, the users' table databases, artifacts and the secret [default: data]
    #[arg(long, env = "DMB_DATA_DIR")]
    pub data_dir: Option<PathBuf>,
    /// The platform's own database: sqlite://, postgres:// or mysql:// [default: dmb.db in the data folder]
    #[arg(long, env = "DMB_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// The users' tables: postgres://, a schema a project; empty: SQLite files in the data folder [default: empty]
    #[arg(long, env = "DMB_TABLES_URL", hide_env_values = true)]
    pub tables_url: Option<String>,
    /// Secret that signs sessions and links, at least 32 bytes [default: a random one, made and kept in the data folder]
    #[arg(long, env = "DMB_SECRET", hide_env_values = true)]
    pub secret: Option<String>,
    /// Origins that may call the API from a browser, separated by commas, beside the server's own
    #[arg(long, env = "DMB_ALLOWED_ORIGINS", value_delimiter = ',')]
    pub allowed_origins: Option<Vec<String>>,
    /// Whether browsers reach the server by HTTPS, so that cookies are marked for it [default: false]
    #[arg(long, env = "DMB_SECURE_COOKIES")]
    pub secure_cookies: Option<bool>,
    /// Whether a proxy in front writes X-Forwarded-For, so that its last entry is the client's address [default: false]
    #[arg(long, env = "DMB_BEHIND_PROXY")]
    pub behind_proxy: Option<bool>,
    /// Whether the API tells its schema to tools such as GraphiQL [default: true]
    #[arg(long, env = "DMB_INTROSPECTION")]
    pub introspection: Option<bool>,
    /// Whether anybody may make an account; the first one can always be made [default: true]
    #[arg(long, env = "DMB_OPEN_SIGN_UP")]
    pub open_sign_up: Option<bool>,
    /// Jobs this process runs at once; 0 leaves them to `dmb worker` [default: 1]
    #[arg(long, env = "DMB_WORKERS")]
    pub workers: Option<usize>,
    /// Threads one job generates with [default: the number of cores]
    #[arg(long, env = "DMB_THREADS")]
    pub threads: Option<usize>,
    /// Days after which an exported file is deleted [default: 30]
    #[arg(long, env = "DMB_EXPORT_DAYS")]
    pub export_days: Option<u32>,
    /// What is logged, as tracing's filter [default: info]
    #[arg(long, env = "DMB_LOG")]
    pub log: Option<String>,
    /// How it is logged: text or json [default: text]
    #[arg(long, env = "DMB_LOG_FORMAT")]
    pub log_format: Option<LogFormat>,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// What goes wrong with the configuration.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file can't be read.
    #[error("the configuration file {path} can't be read: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file can't be understood.
    #[error("the configuration file {path} is not right: {source}")]
    Parse {
        /// The file.
        path: PathBuf,
        /// Where and what.
        source: Box<toml::de::Error>,
    },
}

/// The flags every serving command takes.
#[derive(Args, Clone, Debug, Default)]
pub struct ConfigArgs {
    /// A TOML file with any of the keys below
    #[arg(long, env = "DMB_CONFIG")]
    pub config: Option<PathBuf>,
    /// The keys themselves.
    #[command(flatten)]
    pub settings: Settings,
}

/// The configuration in force.
#[derive(Clone, Debug)]
pub struct Config {
    /// Address to listen on.
    pub host: IpAddr,
    /// Port to listen on.
    pub port: u16,
    /// Folder of everything that is kept.
    pub data_dir: PathBuf,
    /// Where the platform's own database is.
    pub database_url: String,
    /// Where the users' tables are; empty: in files of the data folder.
    pub tables_url: String,
    /// The secret, where one was given.
    pub secret: Option<String>,
    /// Origins allowed beside the server's own.
    pub allowed_origins: Vec<String>,
    /// Whether cookies are for HTTPS only.
    pub secure_cookies: bool,
    /// Whether a proxy in front tells the client's address.
    pub behind_proxy: bool,
    /// Whether introspection is answered.
    pub introspection: bool,
    /// Whether anybody may make an account.
    pub open_sign_up: bool,
    /// Jobs run at once by this process.
    pub workers: usize,
    /// Threads of one job.
    pub threads: usize,
    /// Days an exported file is kept.
    pub export_days: u32,
    /// Log filter.
    pub log: String,
    /// Log form.
    pub log_format: LogFormat,
}

impl ConfigArgs {
    /// Puts file, environment and flags together.
    pub fn load(self) -> Result<Config, ConfigError> {
        let file = match &self.config {
            Some(path) => read(path)?,
            None => Settings::default(),
        };
        Ok(resolve(self.settings, file))
    }
}

fn read(path: &PathBuf) -> Result<Settings, ConfigError> {
    let text = std::fs::read_to_string(path).map_err(|source| ConfigError::Read { path: path.clone(), source })?;
    toml::from_str(&text).map_err(|source| ConfigError::Parse { path: path.clone(), source: Box::new(source) })
}

fn resolve(given: Settings, file: Settings) -> Config {
    let data_dir = given.data_dir.or(file.data_dir).unwrap_or_else(|| "data".into());
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let embedded = || format!("sqlite://{}?mode=rwc", data_dir.join("dmb.db").display());
    Config {
        host: given.host.or(file.host).unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
        port: given.port.or(file.port).unwrap_or(8080),
        database_url: given.database_url.or(file.database_url).unwrap_or_else(embedded),
        tables_url: given.tables_url.or(file.tables_url).unwrap_or_default(),
        secret: given.secret.or(file.secret).filter(|secret| !secret.is_empty()),
        allowed_origins: origins(given.allowed_origins.or(file.allowed_origins)),
        secure_cookies: given.secure_cookies.or(file.secure_cookies).unwrap_or(false),
        behind_proxy: given.behind_proxy.or(file.behind_proxy).unwrap_or(false),
        introspection: given.introspection.or(file.introspection).unwrap_or(true),
        open_sign_up: given.open_sign_up.or(file.open_sign_up).unwrap_or(true),
        workers: given.workers.or(file.workers).unwrap_or(1),
        threads: given.threads.or(file.threads).unwrap_or(cores).max(1),
        export_days: given.export_days.or(file.export_days).unwrap_or(30),
        log: given.log.or(file.log).unwrap_or_else(|| "info,sqlx=warn".into()),
        log_format: given.log_format.or(file.log_format).unwrap_or_default(),
        data_dir,
    }
}

/// An empty variable, as container set-ups pass it on, names no origin.
fn origins(given: Option<Vec<String>>) -> Vec<String> {
    given.unwrap_or_default().into_iter().filter(|origin| !origin.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_goes_before_the_file_and_the_file_before_the_default() {
        let file = Settings { port: Some(9000), threads: Some(3), ..Settings::default() };
        let given = Settings { port: Some(9001), ..Settings::default() };
        let config = resolve(given, file);
        assert_eq!((config.port, config.threads, config.workers), (9001, 3, 1));
        assert!(config.database_url.ends_with("dmb.db?mode=rwc"));
        assert_eq!(config.tables_url, "");
    }

    #[test]
    fn an_unknown_key_of_the_file_is_refused() {
        let error = toml::from_str::<Settings>("prot = 1").unwrap_err();
        assert!(error.to_string().contains("prot"), "{error}");
    }
}
