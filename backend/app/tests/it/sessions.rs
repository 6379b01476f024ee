//! Access tokens, refresh, sign-out, personal tokens.

use std::time::Duration;

use dmb_app::auth::NewAccessToken;
use dmb_app::projects::NewProject;
use dmb_app::{Actor, AppError, Credential, Scope};

use crate::common::{World, codes, done, origin, refused};

fn unauthenticated<T>(result: Result<T, AppError>) -> bool {
    matches!(result, Err(AppError::Unauthenticated))
}

#[tokio::test]
async fn an_access_token_lives_ten_minutes_and_a_refresh_token_is_none() {
    let world = World::new().await;
    let session = world.sign_up("ana").await;
    assert_eq!(session.expires_at, world.app.now() + Duration::from_secs(600));
    assert_eq!(world.app.access_expiry(&session.access_token), Some(session.expires_at));
    let refresh = session.refresh.unwrap().token;
    assert!(refresh.len() >= 43);
    assert!(unauthenticated(world.app.authenticate(&refresh).await));
    assert!(unauthenticated(world.app.authenticate("").await));
    assert!(unauthenticated(world.app.refresh_session(&origin(), &session.access_token).await));
    world.later(599);
    assert!(world.app.authenticate(&session.access_token).await.is_ok());
    world.later(6);
    assert!(unauthenticated(world.app.authenticate(&session.access_token).await));
}

#[tokio::test]
async fn a_token_of_another_installation_is_refused() {
    let (here, there) = (World::new().await, World::new().await);
    let session = there.sign_up("ana").await;
    assert!(there.app.authenticate(&session.access_token).await.is_ok());
    assert!(unauthenticated(here.app.authenticate(&session.access_token).await));
}

#[tokio::test]
async fn a_refresh_token_is_exchanged_once_and_its_reuse_ends_the_session() {
    let world = World::new().await;
    let first = world.sign_up("ana").await;
    let old = first.refresh.unwrap().token;
    let second = world.app.refresh_session(&origin(), &old).await.unwrap();
    assert_eq!(second.family, first.family);
    let new = second.refresh.unwrap().token;
    assert_ne!(new, old);
    world.later(60);
    assert!(unauthenticated(world.app.refresh_session(&origin(), &old).await));
    // Whoever has the copy: both are out now, at once.
    assert!(unauthenticated(world.app.refresh_session(&origin(), &new).await));
    assert!(unauthenticated(world.app.authenticate(&second.access_token).await));
}

#[tokio::test]
async fn of_parallel_refreshes_one_wins_and_the_others_are_kept_signed_in() {
    let world = World::new().await;
    let token = world.sign_up("ana").await.refresh.unwrap().token;
    let tries = (0..8).map(|_| {
        let (app, token) = (world.app.clone(), token.clone());
        tokio::spawn(async move { app.refresh_session(&origin(), &token).await })
    });
    let mut winners = Vec::new();
    for one in tries.collect::<Vec<_>>() {
        let session = one.await.unwrap().unwrap();
        assert!(world.app.authenticate(&session.access_token).await.is_ok());
        winners.extend(session.refresh);
    }
    assert_eq!(winners.len(), 1);
    assert!(world.app.refresh_session(&origin(), &winners[0].token).await.is_ok());
}

#[tokio::test]
async fn a_refresh_token_ends_by_itself() {
    let world = World::new().await;
    let token = world.sign_up("ana").await.refresh.unwrap().token;
    world.later(30 * 24 * 3600);
    assert!(unauthenticated(world.app.refresh_session(&origin(), &token).await));
}

#[tokio::test]
async fn refresh_tokens_are_kept_as_hashes() {
    let world = World::new().await;
    let token = world.sign_up("ana").await.refresh.unwrap().token;
    world.app.store().close().await.unwrap();
    let mut kept = Vec::new();
    for file in std::fs::read_dir(world.folder.path()).unwrap() {
        let path = file.unwrap().path();
        if path.is_file() {
            kept.extend(std::fs::read(path).unwrap());
        }
    }
    let holds = |needle: &[u8]| kept.windows(needle.len()).any(|w| w == needle);
    assert!(holds(b"ana@example.org"), "this is the database");
    assert!(!holds(token.as_bytes()) && !holds(&token.as_bytes()["dmb_rt_".len()..]));
}

#[tokio::test]
async fn sign_out_ends_this_session_or_all_of_them() {
    let world = World::new().await;
    let sign_in = async || {
        done(world.app.sign_in(&origin(), "ana@example.org", crate::common::PASSWORD).await.unwrap()).access_token
    };
    let first = world.sign_up("ana").await;
    let (second, third) = (sign_in().await, sign_in().await);
    let actor = world.app.authenticate(&first.access_token).await.unwrap();
    world.app.sign_out(&actor, false).await.unwrap();
    assert!(unauthenticated(world.app.authenticate(&first.access_token).await));
    assert!(unauthenticated(world.app.refresh_session(&origin(), &first.refresh.unwrap().token).await));
    let actor = world.app.authenticate(&second).await.unwrap();
    world.app.sign_out(&actor, true).await.unwrap();
    assert!(unauthenticated(world.app.authenticate(&third).await));
}

#[tokio::test]
async fn a_refresh_token_alone_can_sign_out() {
    let world = World::new().await;
    let session = world.sign_up("ana").await;
    world.app.sign_out_by_refresh("dmb_rt_nonsense").await.unwrap();
    assert!(world.app.authenticate(&session.access_token).await.is_ok());
    world.app.sign_out_by_refresh(&session.refresh.unwrap().token).await.unwrap();
    assert!(unauthenticated(world.app.authenticate(&session.access_token).await));
}

/// Whether an open connection of this actor ends within five seconds of what `act` does.
async fn ends(world: &World, actor: &Actor, act: impl Future<Output = ()>) -> bool {
    let (app, actor) = (world.app.clone(), actor.clone());
    let open = tokio::spawn(async move { app.until_revoked(&actor).await });
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(!open.is_finished());
    act.await;
    tokio::time::timeout(Duration::from_secs(5), open).await.is_ok()
}

#[tokio::test]
async fn open_connections_end_at_sign_out_here_and_in_another_process() {
    let world = World::new().await;
    let (ana, ben) = (world.actor("ana").await, world.actor("ben").await);
    assert!(ends(&world, &ana, async { world.app.sign_out(&ana, false).await.unwrap() }).await);
    let elsewhere = world.restarted().await;
    assert!(ends(&world, &ben, async { elsewhere.sign_out(&ben, true).await.unwrap() }).await);
    // And an access token that was believed here is not believed for long.
    assert!(unauthenticated(elsewhere.authenticate("x").await));
}

#[tokio::test]
async fn personal_tokens_are_shown_once_scoped_expiring_and_revocable() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let wish =
        |scopes: &[Scope]| NewAccessToken { name: "ci".into(), scopes: scopes.to_vec(), expires_in_days: Some(7) };
    let (record, token) = done(world.app.create_access_token(&ana, wish(&[Scope::Read])).await.unwrap());
    assert!(token.starts_with("dmb_pat_") && token.len() == 8 + 43);
    assert!(token.ends_with(&record.last_four));
    assert_eq!(world.app.access_tokens(&ana).await.unwrap().len(), 1);

    let script = world.app.authenticate(&token).await.unwrap();
    assert!(matches!(&script.credential, Credential::Token { scopes, .. } if scopes == &[Scope::Read]));
    assert!(world.app.me(&script).await.is_ok());
    let forbidden =
        world.app.create_project(&script, NewProject { name: Some("x".into()), ..Default::default() }).await;
    assert!(matches!(forbidden, Err(AppError::Forbidden(_))));
    // A token never makes another token, whatever its scopes.
    let (_, writer) = done(world.app.create_access_token(&ana, wish(&[Scope::Read, Scope::Write])).await.unwrap());
    let writer = world.app.authenticate(&writer).await.unwrap();
    assert!(matches!(world.app.create_access_token(&writer, wish(&[Scope::Read])).await, Err(AppError::Forbidden(_))));
    assert!(world.app.access_token(&ana, record.id).await.unwrap().last_used_at.is_some());

    let ben = world.actor("ben").await;
    assert!(matches!(world.app.revoke_access_token(&ben, record.id).await, Err(AppError::NotFound)));
    assert!(matches!(world.app.access_token(&ben, record.id).await, Err(AppError::NotFound)));
    assert!(ends(&world, &script, async { world.app.revoke_access_token(&ana, record.id).await.unwrap() }).await);
    assert!(unauthenticated(world.app.authenticate(&token).await));
}

#[tokio::test]
async fn a_personal_token_ends_by_itself_and_nonsense_is_refused() {
    let world = World::new().await;
    let ana = world.actor("ana").await;
    let bad = NewAccessToken { name: " ".into(), scopes: Vec::new(), expires_in_days: Some(1000) };
    let found = refused(world.app.create_access_token(&ana, bad).await.unwrap());
    assert_eq!(codes(&found), ["required", "required", "out_of_range"]);
    let wish = NewAccessToken { name: "ci".into(), scopes: vec![Scope::Read], expires_in_days: Some(1) };
    let (_, token) = done(world.app.create_access_token(&ana, wish).await.unwrap());
    world.later(24 * 3600 - 1);
    assert!(world.app.authenticate(&token).await.is_ok());
    world.later(1);
    assert!(unauthenticated(world.app.authenticate(&token).await));
    assert!(unauthenticated(world.app.authenticate("dmb_pat_nonsense").await));
}
