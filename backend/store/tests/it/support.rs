//! A database for each test, and the records that tests begin with.

use std::{future::Future, time::Duration};

use chrono::{DateTime, Utc};
use dmb_spec::{Design, Field, FieldId, FieldType, Table, TableId};
use dmb_store::{Lease, NewJob, NewProject, NewUser, Priority, Project, Store, User};
use sea_orm::{ConnectionTrait, Database};
use serde_json::json;
use uuid::Uuid;

/// Makes each of these tests, functions that take a [`Store`], one test a database.
macro_rules! everywhere {
    ($($test:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn $test() { crate::support::on_sqlite(super::$test).await; })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn $test() { crate::support::on_postgres(super::$test).await; })+
        }
        mod mysql {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn $test() { crate::support::on_mysql(super::$test).await; })+
        }
    };
}
pub(crate) use everywhere;

pub(crate) async fn on_sqlite<F: Future<Output = ()> + Send + 'static>(test: impl FnOnce(Store) -> F) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("store.db").display());
    run(&url, test).await.unwrap();
}

pub(crate) async fn on_postgres<F: Future<Output = ()> + Send + 'static>(test: impl FnOnce(Store) -> F) {
    let Some(server) = server("DMB_TEST_POSTGRES_URL") else { return };
    let name = fresh_name();
    execute(&server, &format!("CREATE SCHEMA {name}")).await;
    let joint = if server.contains('?') { '&' } else { '?' };
    let outcome = run(&format!("{server}{joint}options=-c%20search_path%3D{name}"), test).await;
    execute(&server, &format!("DROP SCHEMA {name} CASCADE")).await;
    outcome.unwrap();
}

pub(crate) async fn on_mysql<F: Future<Output = ()> + Send + 'static>(test: impl FnOnce(Store) -> F) {
    let Some(server) = server("DMB_TEST_MYSQL_URL") else { return };
    let name = fresh_name();
    execute(&server, &format!("CREATE DATABASE {name}")).await;
    let (base, _) = server.rsplit_once('/').unwrap();
    let outcome = run(&format!("{base}/{name}"), test).await;
    execute(&server, &format!("DROP DATABASE {name}")).await;
    outcome.unwrap();
}

/// Runs a test in a task of its own, so that its database is dropped when it panics, too.
async fn run<F: Future<Output = ()> + Send + 'static>(
    url: &str,
    test: impl FnOnce(Store) -> F,
) -> Result<(), tokio::task::JoinError> {
    // Two processes start at once.
    let (store, other) = (Store::connect(url).await.unwrap(), Store::connect(url).await.unwrap());
    let (one, two) = tokio::join!(store.migrate(), other.migrate());
    one.and(two).unwrap();
    other.close().await.unwrap();
    let outcome = tokio::spawn(test(store.clone())).await;
    store.close().await.unwrap();
    outcome
}

fn server(variable: &str) -> Option<String> {
    let url = std::env::var(variable).ok();
    if url.is_none() {
        eprintln!("skipped: {variable} is not set");
    }
    url
}

fn fresh_name() -> String {
    format!("dmb_test_{}", Uuid::new_v4().simple())
}

async fn execute(server: &str, sql: &str) {
    let db = Database::connect(server).await.unwrap();
    db.execute_unprepared(sql).await.unwrap();
    db.close().await.unwrap();
}

/// A fixed moment with microseconds, so many seconds into the tests' day.
pub(crate) fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(1_790_000_000_123_457 + seconds * 1_000_000).unwrap()
}

pub(crate) fn new_user(email: &str) -> NewUser {
    NewUser { email: email.into(), name: "Ada".into(), password_phc: "$argon2id$x".into(), role: None, now: at(0) }
}

pub(crate) async fn user(store: &Store, email: &str) -> User {
    store.users().create(new_user(email)).await.unwrap()
}

pub(crate) fn table(name: &str) -> Table {
    let id = TableId::from_name(name, |_| false);
    let mut table = Table::new(id, name);
    table.fields.push(Field::new(FieldId::from_name(id, "id", |_| false), "id", FieldType::AutoIncrement));
    table
}

pub(crate) fn design(name: &str, tables: &[&str]) -> Design {
    let mut design = Design::new(name);
    design.tables = tables.iter().map(|name| table(name)).collect();
    design
}

pub(crate) async fn project(store: &Store, owner: Uuid, name: &str) -> Project {
    let new = NewProject { owner_id: owner, design: design(name, &["orders"]), now: at(0) };
    store.projects().create(new).await.unwrap()
}

/// A user with a project.
pub(crate) async fn home(store: &Store, email: &str) -> (User, Project) {
    let user = user(store, email).await;
    let project = project(store, user.id, "Shop").await;
    (user, project)
}

pub(crate) fn new_job(project: &Project) -> NewJob {
    NewJob {
        owner_id: project.owner_id,
        project_id: project.id,
        kind: "generate".into(),
        priority: Priority::Normal,
        payload: json!({ "rows": 10 }),
        seed: u64::MAX - 1,
        as_of: at(5),
        plan_fingerprint: "abc".into(),
        max_attempts: 3,
        run_at: None,
        idempotency: None,
        message: "10 rows".into(),
    }
}

pub(crate) async fn enqueue(store: &Store, project: &Project) -> Uuid {
    store.jobs().enqueue(new_job(project)).await.unwrap().job.id
}

/// Half a minute, as workers use.
pub(crate) const LEASE: Duration = Duration::from_secs(30);

/// A lease that is over as soon as it is taken.
pub(crate) const NO_TIME: Duration = Duration::ZERO;

/// Takes the next job, which must be there.
pub(crate) async fn claim(store: &Store, lease: Duration) -> (Uuid, Lease) {
    let claim = store.jobs().claim("worker", &["generate"], lease).await.unwrap().expect("a job waits");
    (claim.job.id, claim.lease)
}

/// Waits until the database's clock has moved on, so that a lease of no time is over.
pub(crate) async fn tick(store: &Store) {
    let begin = store.jobs().now().await.unwrap();
    while store.jobs().now().await.unwrap() <= begin {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}
