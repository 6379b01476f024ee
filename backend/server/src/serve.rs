//! `dmb serve`, `dmb worker`, `dmb migrate`.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use dmb_api::ApiConfig;
use dmb_app::App;
use dmb_worker::{Worker, WorkerConfig};
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::config::Config;
use crate::{page, telemetry, wiring};

/// How long requests and jobs may take to come to an end after a signal.
const FAREWELL: Duration = Duration::from_secs(10);

/// Serves until a signal, then ends in good order.
pub fn serve(config: Config) -> Result<(), String> {
    let metrics = telemetry::init(&config)?;
    block_on(async move {
        let app = wiring::app(&config).await?;
        let shutdown = CancellationToken::new();
        let listener = listen(&config).await?;
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        let tracker = TaskTracker::new();
        let worker = (config.workers > 0).then(|| spawn_worker(&app, &config, &shutdown));
        let router = dmb_api::router(app, api_config(&config, &shutdown, &tracker, metrics));
        crate::print(&format!("Dynamic Model Builder is at http://{}\n", shown(address)))?;
        stop_on_signal(shutdown.clone());
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        let served = axum::serve(listener, service).with_graceful_shutdown(shutdown.clone().cancelled_owned());
        finish(served, &shutdown).await?;
        tracker.close();
        let ended = async {
            tracker.wait().await;
            if let Some(worker) = worker {
                // A worker that panicked has nothing left to wait for.
                let _ = worker.await;
            }
        };
        let _ = tokio::time::timeout(FAREWELL, ended).await;
        Ok(())
    })
}

/// Runs jobs until a signal.
pub fn work(config: Config) -> Result<(), String> {
    telemetry::init(&config)?;
    block_on(async move {
        let app = wiring::app(&config).await?;
        let shutdown = CancellationToken::new();
        stop_on_signal(shutdown.clone());
        let worker = spawn_worker(&app, &config, &shutdown);
        shutdown.cancelled().await;
        let _ = tokio::time::timeout(FAREWELL, worker).await;
        Ok(())
    })
}

/// Brings the platform's database up to date and ends.
pub fn migrate(config: Config) -> Result<(), String> {
    block_on(async move {
        std::fs::create_dir_all(&config.data_dir).map_err(|error| error.to_string())?;
        wiring::store(&config).await?;
        crate::print("the platform's database is up to date\n")
    })
}

/// A runtime for one command.
pub fn block_on<T>(work: impl Future<Output = Result<T, String>>) -> Result<T, String> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("the runtime could not be started: {error}"))?
        .block_on(work)
}

async fn listen(config: &Config) -> Result<TcpListener, String> {
    TcpListener::bind((config.host, config.port))
        .await
        .map_err(|error| format!("can't listen on {}:{}: {error}", config.host, config.port))
}

fn api_config(
    config: &Config,
    shutdown: &CancellationToken,
    tracker: &TaskTracker,
    metrics: PrometheusHandle,
) -> ApiConfig {
    ApiConfig {
        allowed_origins: config.allowed_origins.clone(),
        introspection: config.introspection,
        secure_cookies: config.secure_cookies,
        behind_proxy: config.behind_proxy,
        metrics: Some(Arc::new(move || metrics.render())),
        page: Some(page::router()),
        shutdown: shutdown.clone(),
        tracker: tracker.clone(),
        ..ApiConfig::default()
    }
}

fn spawn_worker(app: &App, config: &Config, shutdown: &CancellationToken) -> tokio::task::JoinHandle<()> {
    let settings =
        WorkerConfig { concurrency: config.workers.max(1), threads: config.threads, ..WorkerConfig::default() };
    Worker::spawn(app.clone(), settings, shutdown.clone())
}

fn stop_on_signal(shutdown: CancellationToken) {
    tokio::spawn(async move {
        signal().await;
        tracing::info!("shutting down");
        shutdown.cancel();
    });
}

/// Ends when the service has ended by itself, or a while after the signal where a connection won't.
async fn finish(
    served: impl std::future::IntoFuture<Output = std::io::Result<()>>,
    shutdown: &CancellationToken,
) -> Result<(), String> {
    let overdue = async {
        shutdown.cancelled().await;
        tokio::time::sleep(FAREWELL).await;
    };
    tokio::select! {
        result = served.into_future() => result.map_err(|error| error.to_string()),
        () = overdue => Ok(()),
    }
}

/// Waits until somebody wants the program to stop.
#[cfg(unix)]
pub(crate) async fn signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return std::future::pending().await };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

#[cfg(not(unix))]
pub(crate) async fn signal() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// The address as a person would type it.
fn shown(address: SocketAddr) -> String {
    if address.ip().is_loopback() { format!("localhost:{}", address.port()) } else { address.to_string() }
}
