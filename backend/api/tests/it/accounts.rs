//! Accounts through the API: what transports and resolvers add to the use-cases.

use std::time::Duration;

use dmb_app::{AppConfig, Clock};
use dmb_testkit::TestApp;
use serde_json::{Value, json};

const SIGN_IN: &str =
    "mutation($input: SignInInput!) { signIn(input: $input) { session { accessToken } violations { code message } } }";

#[tokio::test]
async fn the_first_account_is_the_administrator_and_the_others_are_not() {
    let app = TestApp::spawn().await;
    for expect in ["ADMIN", "USER", "USER"] {
        let role = app.user().await.get("{ me { role } }", Value::Null, "/me/role").await;
        assert_eq!(role, expect);
    }
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_are_answered_alike() {
    let app = TestApp::spawn().await;
    app.user().await;
    let mut answers = Vec::new();
    for email in ["user0@example.test", "nobody@example.test"] {
        let input = json!({ "email": email, "password": "not the password" });
        answers.push(app.anonymous().send(SIGN_IN, json!({ "input": input })).await.body);
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0]["data"]["signIn"]["session"], Value::Null);
}

#[tokio::test]
async fn attempts_are_counted_for_each_field_so_aliases_do_not_help() {
    let few = |config: &mut AppConfig| config.throttling.sign_in_account.attempts = 5;
    let app = TestApp::builder().app(few).spawn().await;
    app.user().await;
    let field = |n: u32| {
        format!(
            "a{n}: signIn(input: {{ email: \"user0@example.test\", password: \"guess {n}\" }}) {{ violations {{ code }} }} "
        )
    };
    let query = format!("mutation {{ {} }}", (0..10).map(field).collect::<String>());
    let answer = app.anonymous().send(&query, Value::Null).await;
    let refused = answer.body["errors"].as_array().expect("errors").iter();
    assert!(refused.clone().all(|error| error["extensions"]["code"] == "RATE_LIMITED"), "{}", answer.text);
    // A field of a payload type that is not null takes the whole answer with it, so ask once more: the door is shut
    // for the right password too.
    let input = json!({ "email": "user0@example.test", "password": "correct horse battery" });
    let answer = app.anonymous().send(SIGN_IN, json!({ "input": input })).await;
    assert_eq!(answer.code(), "RATE_LIMITED");
    assert!(answer.body["errors"][0]["extensions"]["retryAfter"].as_u64().unwrap() > 0);
    app.clock.advance(Duration::from_secs(3600));
    let answer = app.anonymous().send(SIGN_IN, json!({ "input": input })).await;
    assert!(answer.data("/signIn/session/accessToken").is_string());
}

#[tokio::test]
async fn an_access_token_ends_and_is_refused_with_401() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    assert!(client.send("{ me { id } }", Value::Null).await.data("/me/id").is_string());
    let before = app.clock.now();
    app.clock.advance(Duration::from_secs(20 * 60));
    assert!(app.clock.now() > before);
    let answer = client.send("{ me { id } }", Value::Null).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "UNAUTHENTICATED"));
    for odd in ["Basic abc", "Bearer", "Bearer x", "bearer  "] {
        let request = app.anonymous().http().post(app.url("/graphql")).header("authorization", odd);
        let answer = request.json(&json!({ "query": "{ version }" })).send().await.unwrap();
        assert_eq!(answer.status(), 401, "{odd}");
    }
}

#[tokio::test]
async fn personal_tokens_reach_as_far_as_their_scopes() {
    const MAKE: &str = "mutation($scopes: [TokenScope!]!) { createAccessToken(input: { name: \"t\", scopes: $scopes }) { token accessToken { lastFour } } }";
    const CREATE: &str = "mutation { createProject(input: { name: \"P\" }) { project { id } } }";
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let made = client.get(MAKE, json!({ "scopes": ["READ"] }), "/createAccessToken").await;
    let token = made["token"].as_str().unwrap();
    assert!(token.ends_with(made["accessToken"]["lastFour"].as_str().unwrap()));
    let reader = client.with_token(token);
    assert!(reader.send("{ projects { totalCount } }", Value::Null).await.data("/projects/totalCount").is_u64());
    assert_eq!(reader.send(CREATE, Value::Null).await.code(), "FORBIDDEN");
    assert_eq!(reader.send(MAKE, json!({ "scopes": ["READ", "WRITE"] })).await.code(), "FORBIDDEN");
    let made = client.get(MAKE, json!({ "scopes": ["READ", "WRITE"] }), "/createAccessToken").await;
    let writer = client.with_token(made["token"].as_str().unwrap());
    assert!(writer.send(CREATE, Value::Null).await.data("/createProject/project/id").is_string());
    let shown = client.get("{ me { accessTokens { name lastFour } } }", Value::Null, "/me/accessTokens").await;
    assert_eq!(shown.as_array().unwrap().len(), 2);
    assert!(!shown.to_string().contains("dmb_pat_"));
}
