//! Sign-up, sign-in, throttles, passwords.

use dmb_app::auth::SignUp;
use dmb_app::{AppConfig, AppError, PasswordCost, Role};

use crate::common::{PASSWORD, World, codes, done, from, origin, refused};

#[tokio::test]
async fn the_first_account_is_the_administrator_and_an_address_is_taken_in_any_case() {
    let world = World::new().await;
    assert_eq!(world.sign_up("ana").await.user.role, Role::Admin);
    assert_eq!(world.sign_up("ben").await.user.role, Role::User);
    let twin = SignUp { email: "ANA@example.org".into(), name: "Ana".into(), password: PASSWORD.into() };
    assert_eq!(codes(&refused(world.app.sign_up(&origin(), twin).await.unwrap())), ["email_taken"]);
}

#[tokio::test]
async fn where_sign_up_is_closed_only_the_first_account_can_be_made() {
    let world = World::with(|config: &mut AppConfig| config.open_sign_up = false).await;
    world.sign_up("ana").await;
    let wish = SignUp { email: "ben@example.org".into(), name: "Ben".into(), password: PASSWORD.into() };
    assert!(matches!(world.app.sign_up(&origin(), wish.clone()).await, Err(AppError::Forbidden(_))));
    assert_eq!(done(world.app.create_user(wish, Role::User).await.unwrap()).role, Role::User);
}

#[tokio::test]
async fn an_unknown_address_and_a_wrong_password_get_the_same_answer() {
    let world = World::new().await;
    world.sign_up("ana").await;
    let wrong = refused(world.app.sign_in(&origin(), "ana@example.org", "not it, sorry").await.unwrap());
    let unknown = refused(world.app.sign_in(&origin(), "nobody@example.org", "not it, sorry").await.unwrap());
    assert_eq!(wrong, unknown);
    assert_eq!(codes(&wrong), ["invalid_credentials"]);
    let right = done(world.app.sign_in(&origin(), " ANA@example.org ", PASSWORD).await.unwrap());
    assert_eq!(right.user.email, "ana@example.org");
}

#[tokio::test]
async fn an_unknown_address_costs_as_much_work_as_a_known_one() {
    // Dear enough that comparing a hash stands out from everything else a sign-in does.
    let cost = PasswordCost { memory_kib: 64 * 1024, passes: 2, lanes: 1 };
    let world = World::with(|config| config.password_cost = cost).await;
    world.sign_up("ana").await;
    let mut took = Vec::new();
    for address in ["ana@example.org", "nobody@example.org", "ana@example.org", "nobody@example.org"] {
        let begun = std::time::Instant::now();
        refused(world.app.sign_in(&origin(), address, "not it, sorry").await.unwrap());
        took.push(begun.elapsed().as_secs_f64());
    }
    // Without the comparison the ratio would be in the hundreds; the machine may be busy with other tests.
    let ratio = took[2].max(took[0]) / took[3];
    assert!(ratio < 20.0, "{took:?}");
}

#[tokio::test]
async fn too_many_tries_are_slowed_down_for_account_and_address_even_after_a_restart() {
    let world = World::new().await;
    world.sign_up("ana").await;
    let attempts = world.app.config().throttling.sign_in_account.attempts;
    for _ in 0..attempts {
        refused(world.app.sign_in(&from(66), "ana@example.org", "not it, sorry").await.unwrap());
    }
    let restarted = world.restarted().await;
    let Err(AppError::Throttled { retry_after }) = restarted.sign_in(&from(66), "Ana@Example.org", PASSWORD).await
    else {
        panic!("the right password got in though it came too often");
    };
    assert!(!retry_after.is_zero());
    // The owner, at another address, is not held up.
    done(restarted.sign_in(&origin(), "ana@example.org", PASSWORD).await.unwrap());
    world.later(retry_after.as_secs() + 1);
    done(restarted.sign_in(&from(66), "ana@example.org", PASSWORD).await.unwrap());
}

#[tokio::test]
async fn one_address_that_tries_many_accounts_is_slowed_down() {
    let world = World::with(|config| config.throttling.sign_in_address.attempts = 5).await;
    for n in 0..5 {
        refused(world.app.sign_in(&from(66), &format!("user{n}@example.org"), "not it, sorry").await.unwrap());
    }
    let answer = world.app.sign_in(&from(66), "user99@example.org", "not it, sorry").await;
    assert!(matches!(answer, Err(AppError::Throttled { .. })));
    refused(world.app.sign_in(&from(67), "user99@example.org", "not it, sorry").await.unwrap());
}

#[tokio::test]
async fn sign_ups_and_refreshes_of_one_address_are_limited() {
    let world = World::with(|config| {
        config.throttling.sign_up_address.attempts = 1;
        config.throttling.refresh_address.attempts = 1;
    })
    .await;
    world.sign_up("ana").await;
    let wish = SignUp { email: "ben@example.org".into(), name: "Ben".into(), password: PASSWORD.into() };
    assert!(matches!(world.app.sign_up(&origin(), wish).await, Err(AppError::Throttled { .. })));
    assert!(matches!(world.app.refresh_session(&origin(), "dmb_rt_x").await, Err(AppError::Unauthenticated)));
    assert!(matches!(world.app.refresh_session(&origin(), "dmb_rt_x").await, Err(AppError::Throttled { .. })));
}

#[tokio::test]
async fn passwords_are_kept_as_argon2id_and_made_anew_when_costs_change() {
    let world = World::new().await;
    let user = world.sign_up("ana").await.user;
    let kept = async || world.app.store().users().get(user.id).await.unwrap().password_phc;
    let first = kept().await;
    assert!(first.starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{first}");
    done(world.app.sign_in(&origin(), "ana@example.org", PASSWORD).await.unwrap());
    assert_eq!(kept().await, first);

    let mut config = world.app.config().clone();
    config.password_cost.passes = 2;
    let dearer = dmb_app::App::new(config, world.app.store().clone(), world.app.tables().clone(), world.clock.clone());
    done(dearer.sign_in(&origin(), "ana@example.org", PASSWORD).await.unwrap());
    assert!(kept().await.starts_with("$argon2id$v=19$m=64,t=2,p=1$"));
    done(dearer.sign_in(&origin(), "ana@example.org", PASSWORD).await.unwrap());
}

#[tokio::test]
async fn another_password_ends_every_other_session() {
    let world = World::new().await;
    let here = world.sign_up("ana").await;
    let there = done(world.app.sign_in(&from(2), "ana@example.org", PASSWORD).await.unwrap());
    let actor = world.app.authenticate(&here.access_token).await.unwrap();
    let change =
        async |current: &str, new: &str| world.app.change_password(&actor, &origin(), current, new).await.unwrap();
    assert_eq!(codes(&refused(change("not it, sorry", "12345678").await)), ["wrong_password", "common_password"]);
    assert_eq!(codes(&refused(change(PASSWORD, PASSWORD).await)), ["same_password"]);
    let fresh = done(change(PASSWORD, "green ladder nine").await);

    assert!(world.app.authenticate(&fresh.access_token).await.is_ok());
    for ended in [here, there] {
        assert!(matches!(world.app.authenticate(&ended.access_token).await, Err(AppError::Unauthenticated)));
        let refresh = world.app.refresh_session(&origin(), &ended.refresh.unwrap().token).await;
        assert!(matches!(refresh, Err(AppError::Unauthenticated)));
    }
    refused(world.app.sign_in(&origin(), "ana@example.org", PASSWORD).await.unwrap());
    done(world.app.sign_in(&origin(), "ana@example.org", "green ladder nine").await.unwrap());
}

#[tokio::test]
async fn accounts_see_themselves_and_administrators_see_all() {
    let world = World::new().await;
    let (admin, user) = (world.actor("ana").await, world.actor("ben").await);
    assert_eq!(world.app.me(&user).await.unwrap().name, "ben");
    assert_eq!(world.app.user(&admin, user.user_id).await.unwrap().name, "ben");
    assert!(matches!(world.app.user(&user, admin.user_id).await, Err(AppError::NotFound)));
}
