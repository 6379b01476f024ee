//! Download links: whose, how long, until when.

use dmb_app::auth::NewAccessToken;
use dmb_app::jobs::{FileRequest, StartGeneration};
use dmb_app::{Actor, App, AppError, Scope};
use dmb_store::{NewExport, Settled};
use uuid::Uuid;

use crate::common::{World, done};

/// An export as a worker would leave it.
async fn export(world: &World, actor: &Actor, expires_in: i64) -> Uuid {
    let project = world.template(actor, "people").await;
    let file = FileRequest { format: "csv".into(), options: Default::default() };
    let wish = StartGeneration { project_id: project.id, files: vec![file], ..StartGeneration::default() };
    let job = done(world.app.start_generation(actor, wish).await.unwrap());
    let lease = std::time::Duration::from_secs(30);
    let claim = world.app.store().jobs().claim("test", &["generate"], lease).await.unwrap().unwrap();
    let folder = world.app.job_folder(job.id).join("1");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("people.csv"), "id\n1\n").unwrap();
    let id = Uuid::now_v7();
    let new = NewExport {
        id,
        format: "csv".into(),
        options: serde_json::json!({}),
        file_name: "people.csv".into(),
        media_type: "text/csv".into(),
        storage_path: format!("{}/1/people.csv", job.id),
        rows: 1,
        bytes: 5,
        sha256: "0".repeat(64),
        seed: Some(1),
        expires_at: Some(world.app.now() + chrono::TimeDelta::seconds(expires_in)),
    };
    let settled = Settled { exports: vec![new], ..Settled::default() };
    world.app.store().jobs().complete(claim.lease, &settled).await.unwrap();
    id
}

async fn is_dead(app: &App, ticket: &str) -> bool {
    matches!(app.open_download(ticket).await, Err(AppError::NotFound))
}

#[tokio::test]
async fn a_link_opens_one_file_for_five_minutes() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let id = export(&world, &ana, 3600).await;
    let ticket = world.app.download_ticket(&ana, id);
    let download = world.app.open_download(&ticket).await.unwrap();
    assert_eq!(std::fs::read_to_string(download.path).unwrap(), "id\n1\n");
    assert_eq!((download.file_name.as_str(), download.bytes), ("people.csv", 5));
    assert!(is_dead(&world.app, "nonsense").await);
    world.later(299);
    assert!(!is_dead(&world.app, &ticket).await);
    world.later(1);
    assert!(is_dead(&world.app, &ticket).await);
}

#[tokio::test]
async fn a_link_to_another_persons_file_opens_nothing() {
    let world = World::new().await;
    let (ana, ben) = (world.actor("ana").await, world.actor("ben").await);
    let id = export(&world, &ana, 3600).await;
    assert!(is_dead(&world.app, &world.app.download_ticket(&ben, id)).await);
    assert!(matches!(world.app.export(&ben, id).await, Err(AppError::NotFound)));
    assert!(matches!(world.app.delete_export(&ben, id).await, Err(AppError::NotFound)));
}

#[tokio::test]
async fn a_link_is_dead_after_sign_out() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let id = export(&world, &ana, 3600).await;
    let ticket = world.app.download_ticket(&ana, id);
    world.app.sign_out(&ana, false).await.unwrap();
    assert!(is_dead(&world.app, &ticket).await);
}

#[tokio::test]
async fn a_link_made_with_a_personal_token_ends_with_it() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let id = export(&world, &ana, 3600).await;
    let wish = NewAccessToken { name: "ci".into(), scopes: vec![Scope::Read], expires_in_days: None };
    let (record, token) = done(world.app.create_access_token(&ana, wish).await.unwrap());
    let script = world.app.authenticate(&token).await.unwrap();
    let ticket = world.app.download_ticket(&script, id);
    assert!(!is_dead(&world.app, &ticket).await);
    world.app.revoke_access_token(&ana, record.id).await.unwrap();
    assert!(is_dead(&world.app, &ticket).await);
}

#[tokio::test]
async fn a_deleted_export_leaves_no_file_and_no_link() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let id = export(&world, &ana, 3600).await;
    let job = world.app.export(&ana, id).await.unwrap().job_id.unwrap();
    let ticket = world.app.download_ticket(&ana, id);
    world.app.delete_export(&ana, id).await.unwrap();
    assert!(is_dead(&world.app, &ticket).await);
    assert!(!world.app.job_folder(job).exists());
    assert!(matches!(world.app.delete_export(&ana, id).await, Err(AppError::NotFound)));
}

#[tokio::test]
async fn an_export_goes_when_its_time_is_over() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let id = export(&world, &ana, 60).await;
    let job = world.app.export(&ana, id).await.unwrap().job_id.unwrap();
    let ticket = world.app.download_ticket(&ana, id);
    assert_eq!(world.app.expire_exports().await.unwrap(), 0);
    world.later(60);
    // Dead before anybody has swept.
    assert!(is_dead(&world.app, &ticket).await);
    assert_eq!(world.app.expire_exports().await.unwrap(), 1);
    assert!(!world.app.job_folder(job).exists());
    assert!(matches!(world.app.export(&ana, id).await, Err(AppError::NotFound)));
}
