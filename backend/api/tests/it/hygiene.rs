//! No answer holds SQL, a path, a crate's name or the text of a panic.

use dmb_testkit::{Answer, Client, TestApp, designs};
use serde_json::{Value, json};

/// Words that only the inside knows.
const INSIDE: [&str; 22] = [
    "SELECT",
    "INSERT",
    "sqlite",
    "sqlx",
    "sea_orm",
    "sea-orm",
    "SeaORM",
    "rusqlite",
    "serde",
    "async_graphql",
    "async-graphql",
    "tokio",
    "axum",
    "hyper",
    "pest",
    "panicked",
    "src/",
    ".rs:",
    "/tmp/",
    "dmb_",
    "RUST_",
    "platform.db",
];

fn clean(answer: &Answer, what: &str) {
    for word in INSIDE {
        assert!(!answer.text.contains(word), "{what}: `{word}` in {}", answer.text);
    }
    assert!(answer.body["errors"].is_array(), "{what}: {}", answer.text);
    assert!(!answer.code().is_empty(), "{what}: {}", answer.text);
}

async fn raw(client: &Client, body: &str) -> Answer {
    let request = client.post().header("content-type", "application/json").body(body.to_owned());
    Answer::of(request.send().await.unwrap()).await
}

#[tokio::test]
async fn bad_requests_learn_nothing_of_the_inside() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    for body in [
        "{",
        "nul",
        "\"",
        "[1]",
        r#"{"query":{}}"#,
        r#"{"query":"{","variables":{"\u0000":1}}"#,
        r#"{"query":"{ a(b: \"\u0000) }"}"#,
    ] {
        clean(&raw(&client, body).await, body);
    }
    let wrong = [
        ("query($n: Int) { projects(first: $n) { totalCount } }", json!({ "n": "x" })),
        ("query($n: Int) { projects(first: $n) { totalCount } }", json!({ "n": 99_999_999_999_i64 })),
        (
            "query($i: PreviewInput!) { previewRows(input: $i) { seed } }",
            json!({ "i": { "projectId": 1, "seed": "1.5" } }),
        ),
        (
            "query($i: StartGenerationInput!) { estimateGeneration(input: $i) { rows } }",
            json!({ "i": { "projectId": "x", "asOf": "yesterday" } }),
        ),
        ("{ projects(after: \"'; DROP TABLE users; --\") { totalCount } }", Value::Null),
        ("{ node(id: \"%00\") { id } }", Value::Null),
    ];
    for (query, variables) in wrong {
        clean(&client.send(query, variables).await, query);
    }
}

#[tokio::test]
async fn a_failing_database_is_an_id_and_a_sentence() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let id = client.project_of(designs::SMALL).await;
    // The database goes away under the running server.
    app.app.store().close().await.unwrap();
    let queries = [
        ("{ projects { totalCount } }", Value::Null),
        ("query($id: ID!) { project(id: $id) { tables { name } } }", json!({ "id": id })),
        ("mutation($id: ID!) { deleteProject(id: $id) { deletedId } }", json!({ "id": id })),
    ];
    for (query, variables) in queries {
        let answer = client.send(query, variables).await;
        clean(&answer, query);
        assert!(["INTERNAL", "UNAVAILABLE"].contains(&answer.code().as_str()), "{}", answer.text);
        let error_id = &answer.body["errors"][0]["extensions"]["errorId"];
        assert_eq!(error_id.as_str().map(str::len), Some(36), "{}", answer.text);
    }
    let ready = client.http().get(app.url("/readyz")).send().await.unwrap();
    assert_eq!(ready.status(), 503);
}

#[tokio::test]
async fn a_panic_in_the_page_is_an_id_and_a_sentence() {
    async fn panics() -> &'static str {
        panic!("secret words of src/lib.rs")
    }
    let page = axum::Router::new().fallback(panics);
    let app = TestApp::builder().api(|config| config.page = Some(page)).spawn().await;
    let answer = Answer::of(app.anonymous().http().get(app.url("/x")).send().await.unwrap()).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (500, "INTERNAL"));
    clean(&answer, "panic");
    assert!(!answer.text.contains("secret"));
}

#[tokio::test]
async fn an_operation_that_takes_too_long_is_answered() {
    let app = TestApp::builder().api(|config| config.limits.deadline = std::time::Duration::ZERO).spawn().await;
    let answer = app.anonymous().send("{ templates { id tables { name } } }", Value::Null).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (504, "TIMEOUT"));
    clean(&answer, "deadline");
}
