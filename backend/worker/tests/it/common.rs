//! An installation in a folder, with workers that can be stopped, killed and started again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use dmb_app::auth::{Origin, SignUp};
use dmb_app::jobs::{FileRequest, InsertMode, Job, JobStatus, StartExport, StartGeneration, TableRows};
use dmb_app::projects::{NewProject, Project};
use dmb_app::rows::RowsRequest;
use dmb_app::{Actor, App, AppConfig, Outcome, PageArgs, PasswordCost, Secret, SystemClock};
use dmb_store::Store;
use dmb_tables::{Tables, TablesConfig};
use dmb_worker::{Worker, WorkerConfig};
use tempfile::TempDir;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

/// Longest that a test waits for a job.
const PATIENCE: Duration = Duration::from_secs(120);

pub struct World {
    pub app: App,
    pub ana: Actor,
    pub folder: TempDir,
}

pub struct Running {
    pub shutdown: CancellationToken,
    pub handle: JoinHandle<()>,
}

impl World {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = open(folder.path()).await;
        let wish =
            SignUp { email: "ana@example.org".into(), name: "Ana".into(), password: "plum tractor violet".into() };
        let origin = Origin { address: [192, 0, 2, 1].into(), user_agent: "test".into() };
        let session = done(app.sign_up(&origin, wish).await.unwrap());
        let ana = app.authenticate(&session.access_token).await.unwrap();
        Self { app, ana, folder }
    }

    /// Another process on the same folder.
    pub async fn another(&self) -> App {
        open(self.folder.path()).await
    }

    pub fn work(&self, threads: usize) -> Running {
        work(self.app.clone(), threads)
    }

    pub async fn template(&self, template: &str) -> Project {
        done(self.app.create_project_from_template(&self.ana, template, NewProject::default()).await.unwrap())
    }

    pub async fn design(&self, file: &str) -> Project {
        let wish = NewProject { design_file: Some(file.to_owned()), ..NewProject::default() };
        done(self.app.create_project(&self.ana, wish).await.unwrap())
    }

    pub async fn migrate(&self, project: &Project) {
        let plan = self.app.migration_plan(&self.ana, project.id).await.unwrap();
        done(self.app.apply_migration(&self.ana, project.id, &plan.fingerprint).await.unwrap());
    }

    pub async fn start(&self, wish: StartGeneration) -> Job {
        done(self.app.start_generation(&self.ana, wish).await.unwrap())
    }

    pub async fn job(&self, id: Uuid) -> Job {
        self.app.job(&self.ana, id).await.unwrap()
    }

    /// Waits until the job is over.
    pub async fn ended(&self, id: Uuid) -> Job {
        self.until(id, |job| job.status.is_over()).await
    }

    pub async fn until(&self, id: Uuid, reached: impl Fn(&Job) -> bool) -> Job {
        let waiting = async {
            loop {
                let job = self.job(id).await;
                if reached(&job) {
                    return job;
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        match tokio::time::timeout(PATIENCE, waiting).await {
            Ok(job) => job,
            Err(_) => panic!("the job got no further than {:#?}", self.job(id).await),
        }
    }

    pub async fn completed(&self, id: Uuid) -> Job {
        let job = self.ended(id).await;
        assert_eq!(job.status, JobStatus::Completed, "{:?}", job.error);
        job
    }

    /// Every row of every table in the database, in order, as text.
    pub async fn contents(&self, project: &Project) -> BTreeMap<String, Vec<String>> {
        let mut all = BTreeMap::new();
        for table in self.app.tables_of(&self.ana, project.id).await.unwrap() {
            let mut rows = Vec::new();
            let mut after = None;
            loop {
                let page = PageArgs { first: Some(200), after };
                let request = RowsRequest { page, ..RowsRequest::default() };
                let found = self.app.rows(&self.ana, table.key, request).await.unwrap().unwrap();
                after = found.rows.last().map(|(cursor, _)| cursor.clone());
                rows.extend(found.rows.into_iter().map(|(_, row)| serde_json::to_string(&row).unwrap()));
                if !found.has_next {
                    break;
                }
            }
            all.insert(table.definition.name.clone(), rows);
        }
        all
    }

    pub async fn counts(&self, project: &Project) -> BTreeMap<String, u64> {
        let mut counts = BTreeMap::new();
        for table in self.app.tables_of(&self.ana, project.id).await.unwrap() {
            let rows = self.app.row_count(&self.ana, table.key).await.unwrap().unwrap();
            counts.insert(table.definition.name.clone(), rows);
        }
        counts
    }

    /// A hash of all rows of a project, written by an export.
    pub async fn digest(&self, project: &Project) -> String {
        let wish = StartExport { project_id: project.id, format: "csv".into(), ..StartExport::default() };
        let job = done(self.app.start_export(&self.ana, wish).await.unwrap());
        let worker = self.work(1);
        let job = self.completed(job.id).await;
        worker.stop().await;
        let export = self.app.exports_of_job(&self.ana, job.id).await.unwrap().remove(0);
        self.app.delete_export(&self.ana, export.id).await.unwrap();
        export.sha256
    }

    /// The files under the artifacts' folder and the staged loads.
    pub fn leftovers(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        collect(&self.folder.path().join("artifacts"), &mut found);
        let mut tables = Vec::new();
        collect(&self.folder.path().join("tables"), &mut tables);
        found.extend(tables.into_iter().filter(|p| p.to_string_lossy().contains("stage")));
        found
    }

    pub async fn sha256(&self, job: &Job) -> Vec<String> {
        let exports = self.app.exports_of_job(&self.ana, job.id).await.unwrap();
        exports.into_iter().map(|e| e.sha256).collect()
    }
}

impl Running {
    /// Ends the worker in good order.
    pub async fn stop(self) {
        self.shutdown.cancel();
        tokio::time::timeout(Duration::from_secs(10), self.handle).await.expect("the worker ends within 10 s").unwrap();
    }
}

pub fn work(app: App, threads: usize) -> Running {
    let shutdown = CancellationToken::new();
    let handle = Worker::spawn(app, quick(threads), shutdown.clone());
    Running { shutdown, handle }
}

/// A worker that notices everything soon.
pub fn quick(threads: usize) -> WorkerConfig {
    WorkerConfig {
        threads,
        lease: Duration::from_secs(2),
        heartbeat: Duration::from_millis(400),
        sweep: Duration::from_millis(300),
        poll: Duration::from_millis(100),
        retry_after: Duration::from_millis(50),
        ..WorkerConfig::default()
    }
}

pub async fn open(folder: &Path) -> App {
    let store = Store::connect(&format!("sqlite://{}", folder.join("platform.db").display())).await.unwrap();
    store.migrate().await.unwrap();
    let tables = Tables::open(TablesConfig::files(folder.join("tables"))).unwrap();
    let mut config = AppConfig::new(folder, Secret::random());
    config.password_cost = PasswordCost { memory_kib: 64, passes: 1, lanes: 1 };
    App::new(config, store, tables, Arc::new(SystemClock))
}

pub fn file(format: &str) -> FileRequest {
    FileRequest { format: format.to_owned(), options: Default::default() }
}

pub fn to_file(project: &Project, format: &str) -> StartGeneration {
    StartGeneration { project_id: project.id, files: vec![file(format)], ..StartGeneration::default() }
}

pub fn into_tables(project: &Project, mode: InsertMode) -> StartGeneration {
    StartGeneration { project_id: project.id, into_tables: Some(mode), ..StartGeneration::default() }
}

pub fn rows(table: &str, rows: u64) -> Option<Vec<TableRows>> {
    Some(vec![TableRows { table: table.to_owned(), rows: Some(rows) }])
}

#[track_caller]
pub fn done<T, C>(outcome: Outcome<T, C>) -> T {
    match outcome {
        Outcome::Done(value, _) => value,
        Outcome::Refused(violations) => panic!("refused: {violations:#?}"),
        Outcome::Conflict(_) => panic!("conflict"),
    }
}

#[track_caller]
pub fn refused<T, C>(outcome: Outcome<T, C>) -> Vec<dmb_spec::Violation> {
    match outcome {
        Outcome::Refused(violations) => violations,
        Outcome::Done(..) | Outcome::Conflict(_) => panic!("it was not refused"),
    }
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else {
            found.push(path);
        }
    }
}
