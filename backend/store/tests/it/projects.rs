//! Projects, definitions of tables, migrations, and lists by the page.

use dmb_spec::{Design, LocaleMix};
use dmb_store::{
    Cursor, MigrationStatus, NewMigration, NewProject, PageRequest, ProjectChange, ProjectFilter, Store, StoreError,
    TableWrite,
};
use serde_json::json;
use uuid::Uuid;

use crate::support::{at, design, everywhere, home, project, table, user};

everywhere!(
    a_project_comes_back_as_it_was_made,
    a_change_needs_the_latest_revision,
    pages_neither_skip_nor_repeat,
    the_search_takes_every_character_as_it_is,
    tables_count_their_revisions_and_keep_their_versions,
    a_design_checked_at_an_old_revision_is_refused,
    two_projects_may_have_the_same_tables,
    the_last_applied_migration_says_what_the_database_is,
    a_deleted_project_takes_all_with_it,
);

async fn a_project_comes_back_as_it_was_made(store: Store) {
    let ada = user(&store, "ada@example.org").await;
    let mut design = design("Tienda «ñ» 😀", &["orders", "lines"]);
    design.seed = u64::MAX;
    design.as_of = Some(at(7));
    design.locale = LocaleMix(vec![("es_ES".into(), 0.25), ("en_US".into(), 3.0)]);
    design.description = "d".repeat(100_000);
    let new = NewProject { owner_id: ada.id, design: design.clone(), now: at(0) };
    let made = store.projects().create(new).await.unwrap();
    assert_eq!((made.revision, made.created_at), (1, at(0)));
    assert_eq!(store.projects().get(made.id).await.unwrap(), made);
    assert_eq!(store.projects().design(made.id).await.unwrap(), (made.clone(), design));
    assert_eq!(store.projects().by_ids(&[made.id, Uuid::nil()]).await.unwrap(), [made]);
    let nobody = NewProject { owner_id: Uuid::nil(), design: Design::new("x"), now: at(0) };
    assert!(matches!(store.projects().create(nobody).await, Err(StoreError::NotFound)));
}

async fn a_change_needs_the_latest_revision(store: Store) {
    let (_, shop) = home(&store, "ada@example.org").await;
    let change = ProjectChange {
        name: Some("Store".into()),
        seed: Some(u64::MAX),
        as_of: Some(Some(at(9))),
        ..ProjectChange::default()
    };
    let changed = store.projects().update(shop.id, 1, &change, at(3)).await.unwrap();
    assert_eq!((changed.name.as_str(), changed.seed, changed.as_of), ("Store", u64::MAX, Some(at(9))));
    assert_eq!((changed.revision, changed.updated_at, changed.created_at), (2, at(3), at(0)));
    let late = store.projects().update(shop.id, 1, &change, at(4)).await;
    assert!(matches!(late, Err(StoreError::Conflict)), "{late:?}");
    assert_eq!(store.projects().get(shop.id).await.unwrap(), changed);
    let none = store.projects().update(Uuid::nil(), 1, &change, at(4)).await;
    assert!(matches!(none, Err(StoreError::NotFound)));
    let cleared = ProjectChange { as_of: Some(None), ..ProjectChange::default() };
    assert_eq!(store.projects().update(shop.id, 2, &cleared, at(4)).await.unwrap().as_of, None);
}

async fn pages_neither_skip_nor_repeat(store: Store) {
    let ada = user(&store, "ada@example.org").await;
    let bob = user(&store, "bob@example.org").await;
    // All of one moment: the id decides.
    let mut made = Vec::new();
    for n in 0..7 {
        made.push(project(&store, ada.id, &format!("P{n}")).await.id);
    }
    project(&store, bob.id, "other").await;
    let filter = ProjectFilter { owner: Some(ada.id), search: None };
    let (mut seen, mut after) = (Vec::new(), None::<Cursor>);
    loop {
        let page = store.projects().list(&filter, &PageRequest { first: 3, after }).await.unwrap();
        assert_eq!(page.total, 7);
        seen.extend(page.edges.iter().map(|edge| edge.node.id));
        after = page.edges.last().map(|edge| edge.cursor.to_string().parse().unwrap());
        if !page.has_next {
            break;
        }
    }
    made.reverse();
    assert_eq!(seen, made, "newest first");
    assert!("x:y".parse::<Cursor>().is_err());
}

async fn the_search_takes_every_character_as_it_is(store: Store) {
    let ada = user(&store, "ada@example.org").await;
    for name in ["50% off", "50 off", "a_b", "axb", "wow! 'x'", "ÑANDÚ"] {
        project(&store, ada.id, name).await;
    }
    let search = async |text: &str| {
        let filter = ProjectFilter { owner: None, search: Some(text.into()) };
        let found = store.projects().list(&filter, &PageRequest::first(10)).await.unwrap().into_nodes();
        found.into_iter().map(|project| project.name).collect::<Vec<_>>()
    };
    assert_eq!(search("50% O").await, ["50% off"]);
    assert_eq!(search("A_B").await, ["a_b"]);
    assert_eq!(search("! 'x'").await, ["wow! 'x'"]);
    assert_eq!(search("ñandú").await, ["ÑANDÚ"]);
    assert_eq!(search("nothing").await, Vec::<String>::new());
    assert_eq!(search("  ").await.len(), 6);
}

async fn tables_count_their_revisions_and_keep_their_versions(store: Store) {
    let (ada, shop) = home(&store, "ada@example.org").await;
    let write = TableWrite { project: shop.id, project_revision: None, by: ada.id, now: at(1) };
    let mut lines = table("lines");
    let made = store.tables().create(write, &lines).await.unwrap();
    assert_eq!((made.revision, made.position, made.created_at), (1, 1, at(1)));
    let twin = store.tables().create(write, &dmb_spec::Table { id: table("x").id, ..table("lines") }).await;
    assert!(matches!(twin, Err(StoreError::Unique { what: "table name" })), "{twin:?}");

    lines.name = "order_lines".into();
    let later = TableWrite { now: at(2), ..write };
    let changed = store.tables().update(later, &lines, 1).await.unwrap();
    assert_eq!((changed.revision, changed.updated_at, changed.created_at), (2, at(2), at(1)));
    assert_eq!(store.tables().get(shop.id, lines.id).await.unwrap(), changed);
    assert!(matches!(store.tables().update(later, &lines, 1).await, Err(StoreError::Conflict)));
    assert!(matches!(store.tables().update(later, &table("none"), 1).await, Err(StoreError::NotFound)));
    lines.name = "orders".into();
    let taken = store.tables().update(later, &lines, 2).await;
    assert!(matches!(taken, Err(StoreError::Unique { what: "table name" })));
    let names: Vec<_> = store.tables().list(shop.id).await.unwrap().into_iter().map(|t| t.table.name).collect();
    assert_eq!(names, ["orders", "order_lines"]);
    assert_eq!(store.projects().get(shop.id).await.unwrap().revision, 3, "only what came about counts");

    assert!(matches!(store.tables().delete(later, lines.id, 1).await, Err(StoreError::Conflict)));
    store.tables().delete(later, lines.id, 2).await.unwrap();
    assert!(matches!(store.tables().delete(later, lines.id, 2).await, Err(StoreError::NotFound)));
    assert_eq!(store.tables().create(later, &table("lines")).await.unwrap().revision, 3, "numbers go on");
    let versions = store.tables().versions(shop.id, lines.id).await.unwrap();
    let told: Vec<_> = versions.iter().map(|v| (v.revision, v.table.name.as_str(), v.changed_by)).collect();
    assert_eq!(told, [(3, "lines", ada.id), (2, "order_lines", ada.id), (1, "lines", ada.id)]);
}

async fn a_design_checked_at_an_old_revision_is_refused(store: Store) {
    let (ada, shop) = home(&store, "ada@example.org").await;
    let write = TableWrite { project: shop.id, project_revision: Some(1), by: ada.id, now: at(1) };
    store.tables().create(write, &table("a")).await.unwrap();
    assert!(matches!(store.tables().create(write, &table("b")).await, Err(StoreError::Conflict)));
    assert!(matches!(store.tables().update(write, &table("a"), 1).await, Err(StoreError::Conflict)));
    assert!(matches!(store.tables().delete(write, table("a").id, 1).await, Err(StoreError::Conflict)));
    let nowhere = TableWrite { project: Uuid::nil(), ..write };
    assert!(matches!(store.tables().create(nowhere, &table("b")).await, Err(StoreError::NotFound)));
}

async fn two_projects_may_have_the_same_tables(store: Store) {
    let (ada, one) = home(&store, "ada@example.org").await;
    let two = project(&store, ada.id, "Shop").await;
    let id = table("orders").id;
    let write = TableWrite { project: one.id, project_revision: None, by: ada.id, now: at(1) };
    store.tables().delete(write, id, 1).await.unwrap();
    assert!(matches!(store.tables().get(one.id, id).await, Err(StoreError::NotFound)));
    assert_eq!(store.tables().get(two.id, id).await.unwrap().project_id, two.id);
}

async fn the_last_applied_migration_says_what_the_database_is(store: Store) {
    let (ada, shop) = home(&store, "ada@example.org").await;
    let new = |before: Option<&Design>, after: &Design, status| NewMigration {
        project_id: shop.id,
        design_before: before.cloned(),
        design_after: after.clone(),
        steps: json!([{ "sql": ["CREATE TABLE \"ü\" …"] }]),
        checksum: "c0ffee".into(),
        status,
        error: (status == MigrationStatus::Failed).then(|| "disk full".into()),
        duration_ms: 12,
        applied_by: ada.id,
        now: at(1),
    };
    let (one, two) = (design("d", &["a"]), design("d", &["a", "b"]));
    let migrations = store.migrations();
    assert_eq!(migrations.current_design(shop.id).await.unwrap(), None);
    let first = migrations.record(new(None, &one, MigrationStatus::Applied)).await.unwrap();
    let failed = migrations.record(new(Some(&one), &two, MigrationStatus::Failed)).await.unwrap();
    assert_eq!((first.number, failed.number), (1, 2));
    assert_eq!(migrations.get(failed.id).await.unwrap(), failed);
    assert_eq!(migrations.current_design(shop.id).await.unwrap(), Some(one.clone()));
    let second = migrations.record(new(Some(&one), &two, MigrationStatus::Applied)).await.unwrap();
    assert_eq!(migrations.last_applied(shop.id).await.unwrap().map(|m| m.id), Some(second.id));
    assert_eq!(migrations.current_design(shop.id).await.unwrap(), Some(two));

    assert!(matches!(migrations.mark_rolled_back(first.id, at(2)).await, Err(StoreError::Conflict)));
    let back = migrations.mark_rolled_back(second.id, at(2)).await.unwrap();
    assert_eq!((back.status, back.rolled_back_at), (MigrationStatus::RolledBack, Some(at(2))));
    assert!(matches!(migrations.mark_rolled_back(second.id, at(2)).await, Err(StoreError::Conflict)));
    assert_eq!(migrations.current_design(shop.id).await.unwrap(), Some(one));
    migrations.mark_rolled_back(first.id, at(3)).await.unwrap();
    assert_eq!(migrations.current_design(shop.id).await.unwrap(), None);
    let listed = migrations.list(shop.id, &PageRequest::first(10)).await.unwrap().into_nodes();
    assert_eq!(listed.iter().map(|m| m.number).collect::<Vec<_>>(), [3, 2, 1]);
    let lost = NewMigration { project_id: Uuid::nil(), ..new(None, &design("d", &[]), MigrationStatus::Applied) };
    assert!(matches!(migrations.record(lost).await, Err(StoreError::NotFound)));
}

async fn a_deleted_project_takes_all_with_it(store: Store) {
    let (ada, shop) = home(&store, "ada@example.org").await;
    let kept = project(&store, ada.id, "kept").await;
    let job = crate::support::enqueue(&store, &shop).await;
    let gone = store.projects().delete(shop.id).await.unwrap();
    assert!(gone.storage_paths.is_empty());
    assert!(matches!(store.projects().delete(shop.id).await, Err(StoreError::NotFound)));
    assert!(matches!(store.projects().design(shop.id).await, Err(StoreError::NotFound)));
    assert!(matches!(store.jobs().get(job).await, Err(StoreError::NotFound)));
    assert!(store.tables().list(shop.id).await.unwrap().is_empty());
    assert!(store.tables().versions(shop.id, table("orders").id).await.unwrap().is_empty());
    assert_eq!(store.tables().list(kept.id).await.unwrap().len(), 1);
}
