//! Migrations: planned, applied, taken back.

use dmb_app::migrations::MigrationStatus;
use dmb_app::tables::{FieldDraft, TableState};
use dmb_app::{Outcome, PageArgs};
use dmb_spec::FieldType;

use crate::common::{World, codes, done, refused};

#[tokio::test]
async fn the_plan_that_was_shown_is_the_one_that_is_applied() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "shop").await;
    let plan = world.app.migration_plan(&ana, project.id).await.unwrap();
    assert_eq!((plan.base, plan.database.as_str()), (0, "SQLite"));
    assert!(plan.steps.iter().any(|s| s.sql.iter().any(|sql| sql.contains("CREATE TABLE"))));
    // Meanwhile somebody edits a table: the plan is another one.
    let customers = world.table(&ana, &project, "customers").await;
    done(world.edit(&ana, customers.key, |t| t.fields.push(FieldDraft::new("vip", FieldType::Boolean))).await);
    let newer = match world.app.apply_migration(&ana, project.id, &plan.fingerprint).await.unwrap() {
        Outcome::Conflict(newer) => newer,
        other => panic!("{other:?}"),
    };
    assert_ne!(newer.fingerprint, plan.fingerprint);
    assert_eq!(world.app.migrations(&ana, project.id, PageArgs::default()).await.unwrap().total, 0);
    let applied = done(world.app.apply_migration(&ana, project.id, &newer.fingerprint).await.unwrap());
    assert_eq!((applied.number, applied.status, applied.can_roll_back), (1, MigrationStatus::Applied, true));
    assert_eq!(applied.steps, newer.steps);
    assert!(world.app.tables_of(&ana, project.id).await.unwrap().iter().all(|t| t.state == TableState::Migrated));

    let nothing = world.app.migration_plan(&ana, project.id).await.unwrap();
    assert!(nothing.steps.is_empty());
    let again = world.app.apply_migration(&ana, project.id, &nothing.fingerprint).await.unwrap();
    assert_eq!(codes(&refused(again)), ["nothing_to_migrate"]);
}

#[tokio::test]
async fn the_newest_migration_can_be_taken_back() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.migrated(&ana, "people").await;
    let key = world.app.tables_of(&ana, project.id).await.unwrap()[0].key;
    done(
        world
            .edit(&ana, key, |t| {
                t.fields.push(FieldDraft { nullable: true, ..FieldDraft::new("vip", FieldType::Boolean) })
            })
            .await,
    );
    let second = world.migrate(&ana, &project).await;
    let history = world.app.migrations(&ana, project.id, PageArgs::default()).await.unwrap();
    let shown: Vec<_> = history.items.iter().map(|(_, m)| (m.number, m.can_roll_back)).collect();
    assert_eq!(shown, [(2, true), (1, false)]);
    let first = history.items[1].1.id;
    assert_eq!(codes(&refused(world.app.roll_back_migration(&ana, first).await.unwrap())), ["not_newest"]);

    let back = done(world.app.roll_back_migration(&ana, second.id).await.unwrap());
    assert_eq!((back.status, back.can_roll_back), (MigrationStatus::RolledBack, false));
    assert_eq!(world.app.table(&ana, key).await.unwrap().state, TableState::Changed);
    done(world.app.roll_back_migration(&ana, first).await.unwrap());
    assert_eq!(world.app.table(&ana, key).await.unwrap().state, TableState::Draft);
    assert_eq!(world.app.row_count(&ana, key).await.unwrap(), None);
    // And forward again.
    world.migrate(&ana, &project).await;
    assert_eq!(world.app.table(&ana, key).await.unwrap().state, TableState::Migrated);
}

#[tokio::test]
async fn a_table_that_is_not_there_yet_has_no_rows_rather_than_none_in_it() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.template(&ana, "people").await;
    let key = world.app.tables_of(&ana, project.id).await.unwrap()[0].key;
    assert!(world.app.rows(&ana, key, Default::default()).await.unwrap().is_none());
    world.migrate(&ana, &project).await;
    let rows = world.app.rows(&ana, key, Default::default()).await.unwrap().unwrap();
    assert_eq!((rows.total, rows.rows.len()), (0, 0));
    assert!(!rows.columns.is_empty());
}
