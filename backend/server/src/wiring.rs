//! Puts the rooms together.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use dmb_app::{App, AppConfig, SystemClock};
use dmb_store::Store;
use dmb_tables::{Tables, TablesConfig};

use crate::config::Config;
use crate::secret;

const DAY: u64 = 24 * 3600;

/// Opens the data folder and the platform's database, brings it up to date, and makes the application.
pub async fn app(config: &Config) -> Result<App, String> {
    fs::create_dir_all(&config.data_dir)
        .map_err(|error| format!("the data folder {} can't be made: {error}", config.data_dir.display()))?;
    let secret = secret::load(config.secret.as_deref(), &config.data_dir)?;
    let store = store(config).await?;
    let tables = tables(config).await?;
    let mut settings = AppConfig::new(&config.data_dir, secret);
    settings.artifact_ttl = Some(Duration::from_secs(u64::from(config.export_days) * DAY));
    settings.open_sign_up = config.open_sign_up;
    Ok(App::new(settings, store, tables, Arc::new(SystemClock)))
}

/// Opens the place of the users' tables and makes sure that it answers.
async fn tables(config: &Config) -> Result<Tables, String> {
    let place = TablesConfig { folder: config.data_dir.join("tables"), url: config.tables_url.clone() };
    let tables = Tables::open(place).map_err(|error| error.to_string())?;
    tables.ping().await.map_err(|error| format!("the database of the users' tables can't be reached: {error}"))?;
    Ok(tables)
}

/// Connects to the platform's database and brings it up to date.
pub async fn store(config: &Config) -> Result<Store, String> {
    let store = Store::connect(&config.database_url)
        .await
        .map_err(|error| format!("the platform's database can't be reached: {error}"))?;
    store.migrate().await.map_err(|error| format!("the platform's database can't be brought up to date: {error}"))?;
    Ok(store)
}
