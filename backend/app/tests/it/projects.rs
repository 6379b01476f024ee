//! Projects: made, changed, listed, deleted, and nobody else's.

use dmb_app::projects::{DesignFormat, NewProject, ProjectChange};
use dmb_app::{AppError, Outcome, PageArgs};

use crate::common::{World, codes, done, refused};

fn named(name: &str) -> NewProject {
    NewProject { name: Some(name.to_owned()), ..NewProject::default() }
}

#[tokio::test]
async fn every_template_becomes_a_project_without_errors() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    for template in dmb_app::catalog::templates() {
        let wish =
            NewProject { name: Some(template.id.to_owned()), locale: Some("es_ES".into()), ..Default::default() };
        let project = done(world.app.create_project_from_template(&ana, template.id, wish).await.unwrap());
        let violations = world.app.design_violations(&ana, project.id).await.unwrap();
        assert!(!violations.iter().any(|v| v.is_error()), "{}: {violations:#?}", template.id);
        let names: Vec<_> = template.tables.iter().map(|t| t.name.clone()).collect();
        let tables = world.app.tables_of(&ana, project.id).await.unwrap();
        assert_eq!(tables.iter().map(|t| t.definition.name.clone()).collect::<Vec<_>>(), names);
    }
    let missing = world.app.create_project_from_template(&ana, "nothing", NewProject::default()).await;
    assert!(matches!(missing, Err(AppError::NotFound)));
}

#[tokio::test]
async fn a_design_file_makes_the_same_project_again() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let shop = world.template(&ana, "shop").await;
    for format in [DesignFormat::Yaml, DesignFormat::Json] {
        let text = world.app.design_file(&ana, shop.id, format).await.unwrap();
        let wish = NewProject { design_file: Some(text), ..NewProject::default() };
        let copy = done(world.app.create_project(&ana, wish).await.unwrap());
        assert_eq!(world.app.design(&ana, copy.id).await.unwrap(), world.app.design(&ana, shop.id).await.unwrap());
    }
}

#[tokio::test]
async fn everything_wrong_with_a_wish_is_said_and_nothing_is_made() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let wish = NewProject { name: Some(" ".into()), locale: Some("xx_XX".into()), ..NewProject::default() };
    let found = refused(world.app.create_project(&ana, wish).await.unwrap());
    assert_eq!(codes(&found), ["unknown_locale", "required"]);
    let broken = NewProject { design_file: Some("dmb: 1\ntables: 7".into()), ..named("x") };
    assert!(!refused(world.app.create_project(&ana, broken).await.unwrap()).is_empty());
    assert_eq!(world.app.projects(&ana, PageArgs::default(), None).await.unwrap().total, 0);
}

#[tokio::test]
async fn an_unknown_generator_in_a_design_file_is_refused_with_its_path() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let file =
        "dmb: 1\nname: x\ntables:\n  people:\n    fields:\n      name: { type: string, generator: persn.full_name }\n";
    let wish = NewProject { design_file: Some(file.into()), ..NewProject::default() };
    let found = refused(world.app.create_project(&ana, wish).await.unwrap());
    assert_eq!(codes(&found), ["unknown_generator"]);
    assert!(found[0].path.starts_with("tables.people.fields.name"), "{}", found[0].path);
}

#[tokio::test]
async fn a_project_has_quotas() {
    let world = World::with(|config| {
        config.limits.projects = 1;
        config.limits.tables = 2;
    })
    .await;
    let ana = world.actor("ana").await;
    let shop = world.app.create_project_from_template(&ana, "shop", NewProject::default()).await.unwrap();
    assert_eq!(codes(&refused(shop)), ["quota"]);
    done(world.app.create_project(&ana, named("one")).await.unwrap());
    assert_eq!(codes(&refused(world.app.create_project(&ana, named("two")).await.unwrap())), ["quota"]);
}

#[tokio::test]
async fn an_older_revision_is_a_conflict_that_shows_the_newer_state() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let first = done(world.app.create_project(&ana, named("one")).await.unwrap());
    let change = |name: &str| ProjectChange { name: Some(name.to_owned()), seed: Some(9), ..ProjectChange::default() };
    let second = done(world.app.update_project(&ana, first.id, first.revision, change("two")).await.unwrap());
    assert_eq!((second.name.as_str(), second.seed, second.revision), ("two", 9, first.revision + 1));
    match world.app.update_project(&ana, first.id, first.revision, change("three")).await.unwrap() {
        Outcome::Conflict(there) => assert_eq!(there, second),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn projects_are_listed_searched_and_paged() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    for n in 0..5 {
        world.later(1);
        done(world.app.create_project(&ana, named(&format!("Project {n}"))).await.unwrap());
    }
    let first = world.app.projects(&ana, PageArgs { first: Some(3), after: None }, None).await.unwrap();
    let names = |page: &dmb_app::Page<dmb_app::projects::Project>| {
        page.items.iter().map(|(_, p)| p.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&first), ["Project 4", "Project 3", "Project 2"]);
    assert!(first.has_next && first.total == 5);
    let after = Some(first.items[2].0.clone());
    let second = world.app.projects(&ana, PageArgs { first: Some(3), after }, None).await.unwrap();
    assert_eq!(names(&second), ["Project 1", "Project 0"]);
    assert!(!second.has_next);
    let found = world.app.projects(&ana, PageArgs::default(), Some(" project 3 ")).await.unwrap();
    assert_eq!(names(&found), ["Project 3"]);
    for bad in [
        PageArgs { first: Some(0), after: None },
        PageArgs { first: Some(201), after: None },
        PageArgs { first: None, after: Some("x".into()) },
    ] {
        assert!(matches!(world.app.projects(&ana, bad, None).await, Err(AppError::Invalid(_))));
    }
}

#[tokio::test]
async fn another_persons_project_is_as_if_it_were_not_there() {
    let world = World::new().await;
    let (admin, ana, ben) = (world.actor("admin").await, world.actor("ana").await, world.actor("ben").await);
    let project = world.migrated(&ana, "people").await;
    let key = world.app.tables_of(&ana, project.id).await.unwrap()[0].key;
    for stranger in [&ben, &admin] {
        let app = &world.app;
        let hidden = [
            app.project(stranger, project.id).await.map(|_| ()),
            app.design(stranger, project.id).await.map(|_| ()),
            app.design_file(stranger, project.id, DesignFormat::Yaml).await.map(|_| ()),
            app.tables_of(stranger, project.id).await.map(|_| ()),
            app.table(stranger, key).await.map(|_| ()),
            app.table_versions(stranger, key).await.map(|_| ()),
            app.row_count(stranger, key).await.map(|_| ()),
            app.rows(stranger, key, Default::default()).await.map(|_| ()),
            app.migration_plan(stranger, project.id).await.map(|_| ()),
            app.migrations(stranger, project.id, PageArgs::default()).await.map(|_| ()),
            app.jobs(stranger, Some(project.id), PageArgs::default(), &[]).await.map(|_| ()),
            app.exports(stranger, Some(project.id), PageArgs::default()).await.map(|_| ()),
            app.update_project(stranger, project.id, 1, ProjectChange::default()).await.map(|_| ()),
            app.delete_table(stranger, key, 1).await.map(|_| ()),
            app.watch_project(stranger, project.id).await.map(|_| ()),
            app.delete_project(stranger, project.id).await,
        ];
        for (n, answer) in hidden.into_iter().enumerate() {
            assert!(matches!(answer, Err(AppError::NotFound)), "{n}: {answer:?}");
        }
        assert_eq!(world.app.projects(stranger, PageArgs::default(), None).await.unwrap().total, 0);
    }
}

#[tokio::test]
async fn a_deleted_project_leaves_nothing() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let project = world.migrated(&ana, "people").await;
    let files = || std::fs::read_dir(world.folder.path().join("tables")).unwrap().count();
    assert!(files() > 0);
    world.app.delete_project(&ana, project.id).await.unwrap();
    assert_eq!(files(), 0);
    assert!(matches!(world.app.project(&ana, project.id).await, Err(AppError::NotFound)));
    assert!(matches!(world.app.delete_project(&ana, project.id).await, Err(AppError::NotFound)));
}
