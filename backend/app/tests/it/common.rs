//! An app in a folder of its own, with a clock that stands still.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Duration;

use chrono::DateTime;
use dmb_app::auth::{Origin, Session, SignUp};
use dmb_app::migrations::Migration;
use dmb_app::projects::{NewProject, Project};
use dmb_app::tables::{TableDraft, TableKey, TableRecord};
use dmb_app::{Actor, App, AppConfig, FixedClock, Outcome, PasswordCost, Secret};
use dmb_spec::Violation;
use dmb_store::Store;
use dmb_tables::{Tables, TablesConfig};
use tempfile::TempDir;

pub const PASSWORD: &str = "plum tractor violet";

pub struct World {
    pub app: App,
    pub clock: Arc<FixedClock>,
    pub secret: Secret,
    pub folder: TempDir,
}

impl World {
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    pub async fn with(tune: impl FnOnce(&mut AppConfig)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(FixedClock::at(DateTime::from_timestamp(1_800_000_000, 0).unwrap()));
        let secret = Secret::random();
        let app = open(&folder, &clock, &secret, tune).await;
        Self { app, clock, secret, folder }
    }

    /// The same installation after a restart.
    pub async fn restarted(&self) -> App {
        open(&self.folder, &self.clock, &self.secret, |_| {}).await
    }

    pub fn later(&self, seconds: u64) {
        self.clock.advance(Duration::from_secs(seconds));
    }

    pub async fn sign_up(&self, name: &str) -> Session {
        let wish =
            SignUp { email: format!("{name}@example.org"), name: name.to_owned(), password: PASSWORD.to_owned() };
        done(self.app.sign_up(&origin(), wish).await.unwrap())
    }

    pub async fn actor(&self, name: &str) -> Actor {
        let session = self.sign_up(name).await;
        self.app.authenticate(&session.access_token).await.unwrap()
    }

    pub async fn template(&self, actor: &Actor, template: &str) -> Project {
        done(self.app.create_project_from_template(actor, template, NewProject::default()).await.unwrap())
    }

    pub async fn migrated(&self, actor: &Actor, template: &str) -> Project {
        let project = self.template(actor, template).await;
        self.migrate(actor, &project).await;
        project
    }

    pub async fn migrate(&self, actor: &Actor, project: &Project) -> Migration {
        let plan = self.app.migration_plan(actor, project.id).await.unwrap();
        done(self.app.apply_migration(actor, project.id, &plan.fingerprint).await.unwrap())
    }

    pub async fn table(&self, actor: &Actor, project: &Project, name: &str) -> TableRecord {
        let tables = self.app.tables_of(actor, project.id).await.unwrap();
        tables.into_iter().find(|t| t.definition.name == name).unwrap()
    }

    /// Saves a table with a change.
    pub async fn edit(
        &self,
        actor: &Actor,
        key: TableKey,
        change: impl FnOnce(&mut TableDraft),
    ) -> Outcome<TableRecord> {
        let record = self.app.table(actor, key).await.unwrap();
        let design = self.app.design(actor, key.project).await.unwrap();
        let mut draft = TableDraft::of(&record.definition, &design);
        change(&mut draft);
        self.app.update_table(actor, key, record.revision, draft).await.unwrap()
    }
}

async fn open(folder: &TempDir, clock: &Arc<FixedClock>, secret: &Secret, tune: impl FnOnce(&mut AppConfig)) -> App {
    let path = folder.path().join("platform.db");
    let store = Store::connect(&format!("sqlite://{}", path.display())).await.unwrap();
    store.migrate().await.unwrap();
    let tables = Tables::open(TablesConfig::files(folder.path().join("tables"))).unwrap();
    let mut config = AppConfig::new(folder.path(), secret.clone());
    config.password_cost = PasswordCost { memory_kib: 64, passes: 1, lanes: 1 };
    tune(&mut config);
    App::new(config, store, tables, clock.clone())
}

pub fn origin() -> Origin {
    from(1)
}

pub fn from(last: u8) -> Origin {
    Origin { address: IpAddr::V4(Ipv4Addr::new(192, 0, 2, last)), user_agent: "test".to_owned() }
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
pub fn refused<T, C>(outcome: Outcome<T, C>) -> Vec<Violation> {
    match outcome {
        Outcome::Refused(violations) => violations,
        Outcome::Done(..) => panic!("it was done"),
        Outcome::Conflict(_) => panic!("conflict"),
    }
}

pub fn codes(violations: &[Violation]) -> Vec<&str> {
    violations.iter().map(|v| v.code.as_ref()).collect()
}
