//! Table definitions, their state, previews.

use dmb_app::preview::{DistributionRequest, PreviewRequest, Shape};
use dmb_app::tables::{FieldDraft, ReferenceDraft, RowsDraft, TableDraft, TableState};
use dmb_app::{AppError, Outcome};
use dmb_spec::{FieldType, GeneratorRef, OnDelete};

use crate::common::{World, codes, done, refused};

fn draft(name: &str) -> TableDraft {
    let fields = vec![FieldDraft::new("id", FieldType::AutoIncrement), FieldDraft::new("name", FieldType::String)];
    TableDraft { name: name.to_owned(), fields, ..TableDraft::default() }
}

#[tokio::test]
async fn tables_are_made_changed_and_kept_in_versions() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "shop").await;
    let made = done(world.app.create_table(&ana, project.id, draft("suppliers")).await.unwrap());
    assert_eq!((made.revision, made.state), (1, TableState::Draft));
    let changed = done(world.edit(&ana, made.key, |t| t.fields[1].name = "full_name".into()).await);
    assert_eq!(changed.revision, 2);
    // The same field under another name: its rows and its random stream go with it.
    assert_eq!(changed.definition.fields[1].id, made.definition.fields[1].id);
    let versions = world.app.table_versions(&ana, made.key).await.unwrap();
    let names: Vec<_> = versions.iter().map(|v| (v.revision, v.definition.fields[1].name.as_str())).collect();
    assert_eq!(names, [(2, "full_name"), (1, "name")]);
    assert!(world.app.project(&ana, project.id).await.unwrap().revision > project.revision);
}

#[tokio::test]
async fn a_draft_saved_unchanged_is_the_same_definition() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    for template in ["shop", "payments", "people"] {
        let project = world.template(&ana, template).await;
        for table in world.app.tables_of(&ana, project.id).await.unwrap() {
            let saved = done(world.edit(&ana, table.key, |_| {}).await);
            assert_eq!(saved.definition, table.definition);
        }
    }
}

#[tokio::test]
async fn wrong_drafts_are_refused_with_every_reason() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "shop").await;
    let mut bad = draft("Suppliers!");
    bad.fields[1].generator = Some(GeneratorRef::named("person.full_nam"));
    bad.fields.push(FieldDraft { null_rate: 2.0, ..FieldDraft::new("name", FieldType::Text) });
    let found = refused(world.app.create_table(&ana, project.id, bad).await.unwrap());
    assert!(codes(&found).contains(&"unknown_generator"), "{found:#?}");
    assert!(found.len() >= 4, "{found:#?}");
    let twin = refused(world.app.create_table(&ana, project.id, draft("orders")).await.unwrap());
    assert!(twin.iter().any(|v| v.path.contains("name")), "{twin:#?}");
    assert_eq!(world.app.tables_of(&ana, project.id).await.unwrap().len(), 4);
}

#[tokio::test]
async fn an_older_revision_is_a_conflict() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "people").await;
    let table = world.app.tables_of(&ana, project.id).await.unwrap().remove(0);
    let design = world.app.design(&ana, project.id).await.unwrap();
    let newer = done(world.edit(&ana, table.key, |t| t.description = "newer".into()).await);
    let stale = TableDraft::of(&table.definition, &design);
    match world.app.update_table(&ana, table.key, table.revision, stale).await.unwrap() {
        Outcome::Conflict(there) => assert_eq!(there, newer),
        other => panic!("{other:?}"),
    }
    assert!(matches!(world.app.delete_table(&ana, table.key, table.revision).await.unwrap(), Outcome::Conflict(_)));
}

#[tokio::test]
async fn a_table_that_others_refer_to_is_not_deleted() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "shop").await;
    let customers = world.table(&ana, &project, "customers").await;
    let found = refused(world.app.delete_table(&ana, customers.key, customers.revision).await.unwrap());
    assert_eq!(codes(&found), ["still_referenced"]);
    let lines = world.table(&ana, &project, "order_lines").await;
    done(world.app.delete_table(&ana, lines.key, lines.revision).await.unwrap());
    assert!(matches!(world.app.table(&ana, lines.key).await, Err(AppError::NotFound)));
}

#[tokio::test]
async fn the_state_says_how_the_definition_stands_to_the_database() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "people").await;
    let key = world.app.tables_of(&ana, project.id).await.unwrap()[0].key;
    let state = async || world.app.table(&ana, key).await.unwrap().state;
    assert_eq!(state().await, TableState::Draft);
    assert_eq!(world.app.row_count(&ana, key).await.unwrap(), None);
    world.migrate(&ana, &project).await;
    assert_eq!(state().await, TableState::Migrated);
    assert_eq!(world.app.row_count(&ana, key).await.unwrap(), Some(0));
    done(world.edit(&ana, key, |t| t.description = "only words".into()).await);
    assert_eq!(state().await, TableState::Migrated);
    done(world.edit(&ana, key, |t| t.fields.push(FieldDraft::new("extra", FieldType::Boolean))).await);
    assert_eq!(state().await, TableState::Changed);
}

fn preview(project: uuid::Uuid, rows: u32) -> PreviewRequest {
    PreviewRequest { project_id: project, table: None, table_id: None, rows, seed: None }
}

#[tokio::test]
async fn a_preview_draws_rows_of_saved_and_unsaved_tables_without_a_database() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "shop").await;
    let orders = world.table(&ana, &project, "orders").await;
    let request = PreviewRequest { table_id: Some(orders.key.table), ..preview(project.id, 10) };
    let saved = world.app.preview(&ana, request.clone()).await.unwrap();
    assert_eq!(saved.rows.len(), 10, "{:#?}", saved.violations);
    assert_eq!(saved.columns.len(), orders.definition.fields.len());
    assert_eq!(saved, world.app.preview(&ana, request.clone()).await.unwrap());
    let other = world.app.preview(&ana, PreviewRequest { seed: Some(77), ..request }).await.unwrap();
    assert_ne!(other.rows, saved.rows);

    let mut unsaved = draft("reviews");
    unsaved.fields.push(FieldDraft {
        reference: Some(ReferenceDraft { table: "orders".into(), field: "id".into(), on_delete: OnDelete::Cascade }),
        ..FieldDraft::new("order_id", FieldType::ForeignKey)
    });
    let drawn =
        world.app.preview(&ana, PreviewRequest { table: Some(unsaved), ..preview(project.id, 5) }).await.unwrap();
    assert_eq!(drawn.rows.len(), 5, "{:#?}", drawn.violations);
    assert!(drawn.rows.iter().all(|row| row[2].as_u64().is_some_and(|id| id >= 1)), "{:?}", drawn.rows);
    assert_eq!(world.app.tables_of(&ana, project.id).await.unwrap().len(), 4);
}

#[tokio::test]
async fn a_preview_of_a_wrong_table_says_what_is_wrong() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "shop").await;
    let mut bad = draft("reviews");
    bad.fields[1].generator = Some(GeneratorRef::named("nonsense"));
    let drawn = world.app.preview(&ana, PreviewRequest { table: Some(bad), ..preview(project.id, 5) }).await.unwrap();
    assert!(drawn.rows.is_empty());
    assert_eq!(codes(&drawn.violations), ["unknown_generator"]);
    for rows in [0, 51] {
        assert!(matches!(world.app.preview(&ana, preview(project.id, rows)).await, Err(AppError::Invalid(_))));
    }
    assert!(matches!(world.app.preview(&ana, preview(project.id, 5)).await, Err(AppError::Invalid(_))));
}

#[tokio::test]
async fn a_distribution_is_seen_from_rows_spread_over_a_saved_or_unsaved_table() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "shop").await;
    let customers = world.table(&ana, &project, "customers").await;
    let request = |field: &str| DistributionRequest {
        project_id: project.id,
        table: None,
        table_id: Some(customers.key.table),
        field: field.to_owned(),
        seed: None,
    };
    let look = async |request| world.app.field_distribution(&ana, request).await.unwrap().distribution.unwrap();
    let phone = look(request("phone")).await;
    assert_eq!(phone.rows, 1_000);
    assert!((150..250).contains(&phone.nulls), "{} of 20%", phone.nulls);
    let Shape::Top(segments) = look(request("segment")).await.shape else { panic!("segments are choices") };
    let words: Vec<_> = segments.iter().map(|each| each.value.as_str().unwrap_or_default()).collect();
    assert_eq!(words, ["retail", "business", "vip"]);
    assert_eq!(look(request("segment")).await, look(request("segment")).await);

    // The whole of a long table, not its beginning: the ids of an unsaved one go up to its last row.
    let mut unsaved = draft("events");
    unsaved.rows = Some(RowsDraft::Total(1_000_000));
    let of_draft = DistributionRequest { table: Some(unsaved), table_id: None, ..request("id") };
    let Shape::Values { bins, .. } = look(of_draft).await.shape else { panic!("ids are numbers") };
    assert!(bins.last().unwrap().to.as_i64().unwrap() >= 999_000, "{bins:?}");

    let mut bad = draft("events");
    bad.fields[1].generator = Some(GeneratorRef::named("nonsense"));
    let bad = DistributionRequest { table: Some(bad), table_id: None, ..request("id") };
    let refused = world.app.field_distribution(&ana, bad).await.unwrap();
    assert_eq!((refused.distribution, codes(&refused.violations)), (None, vec!["unknown_generator"]));
    let unknown = world.app.field_distribution(&ana, request("nothing")).await;
    assert!(matches!(unknown, Err(AppError::Invalid(_))), "{unknown:?}");
    let bob = world.actor("bob").await;
    assert!(matches!(world.app.field_distribution(&bob, request("id")).await, Err(AppError::NotFound)));
}
