//! Users, sessions, tokens, rate limits, settings and the record of deeds.

use std::time::Duration;

use chrono::TimeDelta;
use dmb_store::{
    NewAccessToken, NewAuditEntry, NewSession, NewUser, PageRequest, Role, Rotation, Session, Store, StoreError,
    Throttle,
};
use serde_json::json;
use uuid::Uuid;

use crate::support::{at, everywhere, new_user, user};

everywhere!(
    the_first_user_is_the_administrator,
    a_failed_sign_up_leaves_the_place_of_the_first,
    an_address_is_taken_whatever_its_case,
    a_new_password_ends_the_other_sessions,
    a_token_is_exchanged_once_and_its_copy_ends_the_family,
    a_dead_family_takes_no_token,
    sessions_are_listed_revoked_and_purged,
    access_tokens_are_known_by_their_hash_until_they_end,
    a_limit_lets_so_many_through_and_refills,
    settings_keep_the_last_or_the_first_value,
    deeds_are_read_newest_first,
);

const GRACE: TimeDelta = TimeDelta::seconds(10);

async fn the_first_user_is_the_administrator(store: Store) {
    let first = user(&store, "ada@example.org").await;
    let second = user(&store, "bob@example.org").await;
    assert_eq!((first.role, second.role), (Role::Admin, Role::User));
    assert_eq!(store.users().get(first.id).await.unwrap(), first);
    let made = store.users().create(NewUser { role: Some(Role::Admin), ..new_user("c@example.org") }).await.unwrap();
    assert_eq!(made.role, Role::Admin);
    let all = store.users().by_ids(&[first.id, made.id, Uuid::nil()]).await.unwrap();
    assert_eq!(all.len(), 2);
    let page = store.users().list(&PageRequest::first(2)).await.unwrap();
    assert_eq!((page.edges.len(), page.has_next, page.total), (2, true, 3));
}

async fn a_failed_sign_up_leaves_the_place_of_the_first(store: Store) {
    let plain = NewUser { role: Some(Role::User), ..new_user("ada@example.org") };
    assert_eq!(store.users().create(plain).await.unwrap().role, Role::User);
    store.users().create(new_user("ADA@example.org")).await.unwrap_err();
    assert_eq!(user(&store, "bob@example.org").await.role, Role::Admin);
}

async fn an_address_is_taken_whatever_its_case(store: Store) {
    let ada = user(&store, "Ada.Ñandú@Example.org").await;
    let again = store.users().create(new_user("ada.ñandú@EXAMPLE.ORG")).await;
    assert!(matches!(again, Err(StoreError::Unique { what: "email" })), "{again:?}");
    let found = store.users().find_by_email("ADA.ÑANDÚ@example.org").await.unwrap();
    assert_eq!(found, Some(ada));
    assert_eq!(store.users().find_by_email("nobody@example.org").await.unwrap(), None);
    assert!(matches!(store.users().get(Uuid::nil()).await, Err(StoreError::NotFound)));
}

async fn begin(store: &Store, user: Uuid, token: &str) -> Session {
    let new = NewSession {
        user_id: user,
        client: "x".repeat(300),
        token_hash: token.into(),
        now: at(0),
        expires_at: at(1_000),
    };
    store.sessions().create(new).await.unwrap()
}

async fn a_new_password_ends_the_other_sessions(store: Store) {
    let ada = user(&store, "ada@example.org").await;
    let (kept, ended) = (begin(&store, ada.id, "a").await, begin(&store, ada.id, "b").await);
    store.users().change_password(ada.id, "$new", Some(kept.id), at(1)).await.unwrap();
    assert_eq!(store.sessions().list(ada.id, at(2)).await.unwrap(), [kept]);
    assert_eq!(store.sessions().live(ended.id, at(2)).await.unwrap(), None);
    store.users().rehash_password(ada.id, "$old", "$wrong").await.unwrap();
    assert_eq!(store.users().get(ada.id).await.unwrap().password_phc, "$new");
    store.users().rehash_password(ada.id, "$new", "$better").await.unwrap();
    assert_eq!(store.users().get(ada.id).await.unwrap().password_phc, "$better");
    let nobody = store.users().change_password(Uuid::nil(), "$x", None, at(1)).await;
    assert!(matches!(nobody, Err(StoreError::NotFound)));
}

async fn a_token_is_exchanged_once_and_its_copy_ends_the_family(store: Store) {
    let ada = user(&store, "ada@example.org").await;
    let session = begin(&store, ada.id, "one").await;
    assert_eq!(session.client.len(), 255);
    let rotate = async |from: &str, to: &str, now| {
        store.sessions().rotate(from, to, at(now), GRACE, at(now + 1_000)).await.unwrap()
    };
    let Rotation::Rotated(after) = rotate("one", "two", 10).await else { panic!("the token in use") };
    assert_eq!((after.id, after.last_used_at, after.expires_at), (session.id, at(10), at(1_010)));
    assert!(matches!(rotate("one", "three", 20).await, Rotation::Grace(s) if s.id == session.id));
    assert_eq!(rotate("three", "four", 20).await, Rotation::Unknown, "the token of the grace was not taken up");
    assert!(matches!(rotate("two", "five", 21).await, Rotation::Rotated(_)));
    // Two exchanges ago and past the grace: a copy.
    assert!(matches!(rotate("one", "six", 31).await, Rotation::Reused(s) if s.revoked_at == Some(at(31))));
    assert_eq!(rotate("five", "seven", 32).await, Rotation::Unknown, "the family is over");
    assert_eq!(store.sessions().live(session.id, at(32)).await.unwrap(), None);
}

async fn a_dead_family_takes_no_token(store: Store) {
    let ada = user(&store, "ada@example.org").await;
    let session = begin(&store, ada.id, "one").await;
    assert_eq!(store.sessions().by_token("one", at(1)).await.unwrap(), Some(session));
    let late = store.sessions().rotate("one", "two", at(1_000), GRACE, at(3_000)).await.unwrap();
    assert_eq!(late, Rotation::Unknown);
    let never = store.sessions().rotate("other", "two", at(1), GRACE, at(3_000)).await.unwrap();
    assert_eq!(never, Rotation::Unknown);
    // An exchange that did not come about left the token as it was.
    let now = store.sessions().rotate("one", "two", at(999), GRACE, at(3_000)).await.unwrap();
    assert!(matches!(now, Rotation::Rotated(_)));
}

async fn sessions_are_listed_revoked_and_purged(store: Store) {
    let ada = user(&store, "ada@example.org").await;
    let bob = user(&store, "bob@example.org").await;
    let one = begin(&store, ada.id, "one").await;
    begin(&store, ada.id, "two").await;
    let other = begin(&store, bob.id, "three").await;
    assert_eq!(store.sessions().list(ada.id, at(1)).await.unwrap().len(), 2);
    store.sessions().revoke(one.id, at(1)).await.unwrap();
    assert_eq!(store.sessions().list(ada.id, at(1)).await.unwrap().len(), 1);
    assert_eq!(store.sessions().revoke_all(ada.id, at(2)).await.unwrap(), 1);
    assert_eq!(store.sessions().live(other.id, at(2)).await.unwrap(), Some(other.clone()));
    assert_eq!(store.sessions().live(other.id, at(1_000)).await.unwrap(), None);
    assert_eq!(store.sessions().purge(at(1_000)).await.unwrap(), 0);
    assert_eq!(store.sessions().purge(at(1_001)).await.unwrap(), 3);
    let gone = NewSession {
        user_id: Uuid::nil(),
        client: String::new(),
        token_hash: "z".into(),
        now: at(0),
        expires_at: at(1),
    };
    assert!(matches!(store.sessions().create(gone).await, Err(StoreError::NotFound)));
}

async fn access_tokens_are_known_by_their_hash_until_they_end(store: Store) {
    let ada = user(&store, "ada@example.org").await;
    let bob = user(&store, "bob@example.org").await;
    let new = NewAccessToken {
        user_id: ada.id,
        name: "script".into(),
        hash: "h1".into(),
        scopes: vec!["read".into(), "write".into()],
        last_four: "abcd".into(),
        now: at(0),
        expires_at: Some(at(100)),
    };
    let made = store.access_tokens().create(new.clone()).await.unwrap();
    assert!(matches!(store.access_tokens().create(new).await, Err(StoreError::Unique { what: "token" })));
    let used = store.access_tokens().authenticate("h1", at(5)).await.unwrap().unwrap();
    assert_eq!((used.id, used.scopes.len(), used.last_used_at), (made.id, 2, Some(at(5))));
    assert_eq!(store.access_tokens().get(made.id).await.unwrap().last_used_at, Some(at(5)));
    store.access_tokens().authenticate("h1", at(64)).await.unwrap().unwrap();
    assert_eq!(store.access_tokens().get(made.id).await.unwrap().last_used_at, Some(at(5)), "kept to the minute");
    assert_eq!(store.access_tokens().authenticate("h1", at(100)).await.unwrap(), None, "over");
    assert_eq!(store.access_tokens().authenticate("H1", at(5)).await.unwrap(), None, "another text");
    assert_eq!(store.access_tokens().list(ada.id).await.unwrap().len(), 1);
    assert!(matches!(store.access_tokens().revoke(bob.id, made.id, at(6)).await, Err(StoreError::NotFound)));
    store.access_tokens().revoke(ada.id, made.id, at(6)).await.unwrap();
    assert_eq!(store.access_tokens().authenticate("h1", at(7)).await.unwrap(), None);
    assert!(store.access_tokens().list(ada.id).await.unwrap().is_empty());
    assert!(matches!(store.access_tokens().get(made.id).await, Err(StoreError::NotFound)));
}

async fn a_limit_lets_so_many_through_and_refills(store: Store) {
    let minute = Duration::from_secs(60);
    let hit = async |key: &str, now| store.throttles().hit(key, 3, minute, at(now)).await.unwrap();
    for _ in 0..3 {
        assert_eq!(hit("a", 0).await, Throttle::Allowed);
    }
    assert_eq!(hit("a", 0).await, Throttle::RetryAfter(Duration::from_secs(20)));
    assert_eq!(hit("b", 0).await, Throttle::Allowed, "another key");
    assert_eq!(hit("a", 19).await, Throttle::RetryAfter(Duration::from_secs(1)));
    assert_eq!(hit("a", 20).await, Throttle::Allowed);
    assert_eq!(hit("a", 20).await, Throttle::RetryAfter(Duration::from_secs(20)));
    store.throttles().clear("a").await.unwrap();
    assert_eq!(hit("a", 20).await, Throttle::Allowed);
    assert_eq!(store.throttles().purge(at(39)).await.unwrap(), 1, "the hit on b counts no longer");
    assert_eq!(store.throttles().purge(at(1_000)).await.unwrap(), 1);
}

async fn settings_keep_the_last_or_the_first_value(store: Store) {
    assert_eq!(store.settings().get("x").await.unwrap(), None);
    assert_eq!(store.settings().get_or_set("x", "1").await.unwrap(), "1");
    assert_eq!(store.settings().get_or_set("x", "2").await.unwrap(), "1");
    store.settings().set("x", "3").await.unwrap();
    store.settings().set("y", "4").await.unwrap();
    assert_eq!(store.settings().get("x").await.unwrap().as_deref(), Some("3"));
    assert_eq!(store.settings().get("y").await.unwrap().as_deref(), Some("4"));
}

async fn deeds_are_read_newest_first(store: Store) {
    let ada = user(&store, "ada@example.org").await;
    for n in 0..3 {
        let actor_id = (n != 1).then_some(ada.id);
        let action = format!("deed.{n}");
        let new = NewAuditEntry {
            actor_id,
            action,
            target: "t".repeat(400),
            now: at(n),
            details: json!({ "n": n, "😀": 1 }),
        };
        store.audit().append(new).await.unwrap();
    }
    let all = store.audit().list(None, &PageRequest::first(10)).await.unwrap().into_nodes();
    assert_eq!(all.iter().map(|e| e.action.as_str()).collect::<Vec<_>>(), ["deed.2", "deed.1", "deed.0"]);
    assert_eq!(all[0].details, json!({ "n": 2, "😀": 1 }));
    assert_eq!((all[0].at, all[0].target.len()), (at(2), 255));
    assert_eq!(store.audit().list(Some(ada.id), &PageRequest::first(1)).await.unwrap().total, 2);
}
