//! A server of its own for each test.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use dmb_api::ApiConfig;
use dmb_app::{App, AppConfig, PasswordCost, Secret};
use dmb_store::Store;
use dmb_tables::{Tables, TablesConfig};
use dmb_worker::{Worker, WorkerConfig};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::client::Client;
use crate::clock::TestClock;

/// A running server. Dropped, it stops; its folder goes with it.
pub struct TestApp {
    /// The use-cases, for what a test arranges past the API.
    pub app: App,
    /// Its clock.
    pub clock: Arc<TestClock>,
    /// Where it listens.
    pub address: SocketAddr,
    config: ApiConfig,
    folder: TempDir,
    server: JoinHandle<()>,
    worker: Option<JoinHandle<()>>,
    users: AtomicU32,
}

/// A change of the settings of the use-cases.
type Tune = Box<dyn FnOnce(&mut AppConfig) + Send>;

/// What to change before a server is started.
pub struct TestAppBuilder {
    api: ApiConfig,
    tune: Vec<Tune>,
    worker: bool,
}

impl TestApp {
    /// A server with the usual settings and a worker.
    pub async fn spawn() -> Self {
        Self::builder().spawn().await
    }

    /// A server to be told more about.
    pub fn builder() -> TestAppBuilder {
        TestAppBuilder { api: ApiConfig::default(), tune: Vec::new(), worker: true }
    }

    /// Address of a path on this server.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// A client that nobody is signed in with.
    pub fn anonymous(&self) -> Client {
        Client::new(self.address)
    }

    /// A new account, signed in. The first one of a server is its administrator.
    pub async fn user(&self) -> Client {
        let number = self.users.fetch_add(1, Ordering::Relaxed);
        let mut client = self.anonymous();
        client.sign_up(&format!("user{number}@example.test"), "correct horse battery").await;
        client
    }

    /// The folder with everything the server keeps.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The settings it was started with.
    pub fn config(&self) -> &ApiConfig {
        &self.config
    }

    /// Stops the server as a signal would, and fails on anything that doesn't end or is left behind.
    pub async fn close(mut self) {
        self.config.shutdown.cancel();
        self.config.tracker.close();
        let patience = Duration::from_secs(10);
        tokio::time::timeout(patience, self.config.tracker.wait()).await.expect("sockets and mutations end");
        if let Some(worker) = self.worker.take() {
            tokio::time::timeout(patience, worker).await.expect("the worker ends").unwrap();
        }
        tokio::time::timeout(patience, &mut self.server).await.expect("the server ends").unwrap();
        let left = unfinished(self.folder.path());
        assert!(left.is_empty(), "unfinished files are left: {left:?}");
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.config.shutdown.cancel();
        self.server.abort();
    }
}

impl TestAppBuilder {
    /// Changes the settings of the API.
    #[must_use]
    pub fn api(mut self, change: impl FnOnce(&mut ApiConfig)) -> Self {
        change(&mut self.api);
        self
    }

    /// Changes the settings of the use-cases.
    #[must_use]
    pub fn app(mut self, change: impl FnOnce(&mut AppConfig) + Send + 'static) -> Self {
        self.tune.push(Box::new(change));
        self
    }

    /// Leaves the worker out: jobs stay where they are.
    #[must_use]
    pub fn without_worker(mut self) -> Self {
        self.worker = false;
        self
    }

    /// Starts it.
    pub async fn spawn(self) -> TestApp {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(TestClock::default());
        let app = use_cases(folder.path(), self.tune, clock.clone()).await;
        let config = self.api;
        let worker = self.worker.then(|| work(&app, config.shutdown.clone()));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let service = dmb_api::router(app.clone(), config.clone()).into_make_service_with_connect_info::<SocketAddr>();
        let shutdown = config.shutdown.clone();
        let server = tokio::spawn(async move {
            axum::serve(listener, service).with_graceful_shutdown(shutdown.cancelled_owned()).await.unwrap();
        });
        TestApp { app, clock, address, config, folder, server, worker, users: AtomicU32::new(0) }
    }
}

async fn use_cases(folder: &Path, tune: Vec<Tune>, clock: Arc<TestClock>) -> App {
    let database = folder.join("platform.db");
    let store = Store::connect(&format!("sqlite://{}?mode=rwc", database.display())).await.unwrap();
    store.migrate().await.unwrap();
    let tables = Tables::open(TablesConfig::files(folder.join("tables"))).unwrap();
    let mut config = AppConfig::new(folder, Secret::random());
    // Real hashes would be most of a test's time.
    config.password_cost = PasswordCost { memory_kib: 64, passes: 1, lanes: 1 };
    for change in tune {
        change(&mut config);
    }
    App::new(config, store, tables, clock)
}

fn work(app: &App, shutdown: CancellationToken) -> JoinHandle<()> {
    let settings = WorkerConfig { concurrency: 1, threads: 1, ..WorkerConfig::default() };
    Worker::spawn(app.clone(), settings, shutdown)
}

fn unfinished(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(unfinished(&path));
        } else if path.extension().is_some_and(|extension| extension == "part") {
            found.push(path);
        }
    }
    found
}
