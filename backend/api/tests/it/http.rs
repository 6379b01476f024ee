//! GraphQL over HTTP: methods, media types, statuses.

use dmb_testkit::{Answer, TestApp};
use reqwest::Method;
use serde_json::{Value, json};

const JSON: &str = "application/json";
const RESPONSE: &str = "application/graphql-response+json";

async fn post(app: &TestApp, content_type: &str, accept: &str, body: &str) -> Answer {
    let client = app.anonymous();
    let request = client.http().post(app.url("/graphql")).header("content-type", content_type);
    Answer::of(request.header("accept", accept).body(body.to_owned()).send().await.unwrap()).await
}

fn query(text: &str) -> String {
    json!({ "query": text }).to_string()
}

#[tokio::test]
async fn the_answer_has_the_media_type_that_was_asked_for() {
    let app = TestApp::spawn().await;
    for (accept, expect) in [
        ("*/*", JSON),
        (JSON, JSON),
        (RESPONSE, RESPONSE),
        ("application/graphql-response+json, application/json;q=0.9", RESPONSE),
        ("text/event-stream, multipart/mixed, application/json", JSON),
    ] {
        let answer = post(&app, JSON, accept, &query("{ version }")).await;
        assert_eq!(answer.status, 200, "{accept}");
        let media = answer.headers["content-type"].to_str().unwrap().to_owned();
        assert_eq!(media, format!("{expect}; charset=utf-8"), "{accept}");
        assert!(answer.data("/version").is_string());
    }
    assert_eq!(post(&app, JSON, "text/html", &query("{ version }")).await.status, 406);
}

#[tokio::test]
async fn only_json_in_utf8_is_read() {
    let app = TestApp::spawn().await;
    for refused in
        ["text/plain", "application/x-www-form-urlencoded", "application/graphql", "application/json; charset=utf-16"]
    {
        let answer = post(&app, refused, JSON, &query("{ version }")).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (415, "BAD_REQUEST"), "{refused}");
    }
    assert_eq!(post(&app, "Application/JSON; Charset=\"UTF-8\"", JSON, &query("{ version }")).await.status, 200);
    let bare = app.anonymous().http().post(app.url("/graphql")).body(query("{ version }")).send().await.unwrap();
    assert_eq!(bare.status(), 415);
}

#[tokio::test]
async fn what_is_no_request_is_a_bad_request() {
    let app = TestApp::spawn().await;
    let bodies = [
        "",
        "{",
        "null",
        "[]",
        "{}",
        r#"{"query":1}"#,
        r#"{"query":null}"#,
        r#"{"query":"{version}","variables":[]}"#,
        r#"{"query":"{version}","variables":"x"}"#,
        r#"{"query":"{version}","operationName":{}}"#,
        r#"{"query":"{version}","extensions":[]}"#,
        r#"[{"query":"{version}"},{"query":"{version}"}]"#,
    ];
    for body in bodies {
        let answer = post(&app, JSON, JSON, body).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (400, "BAD_REQUEST"), "{body}: {}", answer.text);
        assert!(answer.body.get("data").is_none(), "{body}");
    }
    let nulls = r#"{"query":"{version}","variables":null,"operationName":null,"extensions":null}"#;
    assert_eq!(post(&app, JSON, JSON, nulls).await.status, 200);
}

#[tokio::test]
async fn an_operation_that_does_not_run_has_a_status_and_no_data() {
    let app = TestApp::spawn().await;
    for (text, code) in [
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("{ nothing }", "GRAPHQL_VALIDATION_FAILED"),
        ("query($id: ID!) { node(id: $id) { id } }", "BAD_USER_INPUT"),
        ("query A { version } query B { version }", "GRAPHQL_VALIDATION_FAILED"),
    ] {
        for (accept, status) in [(RESPONSE, 400), (JSON, 200)] {
            let answer = post(&app, JSON, accept, &query(text)).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{text} {accept}");
            assert!(answer.body.get("data").is_none(), "{}", answer.text);
        }
    }
    let subscription = query("subscription { jobProgress(jobId: \"x\") { percent } }");
    assert_eq!(post(&app, JSON, RESPONSE, &subscription).await.status, 400);
}

#[tokio::test]
async fn an_operation_that_runs_has_data_even_where_a_field_fails() {
    let app = TestApp::spawn().await;
    let answer = post(&app, JSON, RESPONSE, &query("{ version project(id: \"x\") { id } }")).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (200, "UNAUTHENTICATED"));
    assert!(answer.body["data"]["version"].is_string());
    assert_eq!(answer.body["data"]["project"], Value::Null);
    assert_eq!(answer.body["errors"][0]["path"], json!(["project"]));
}

#[tokio::test]
async fn queries_come_by_get_where_that_is_allowed_and_mutations_never() {
    let app = TestApp::spawn().await;
    let strict = TestApp::builder().api(|config| config.get_queries = false).spawn().await;
    let get = async |app: &TestApp, query: &str| {
        let url = app.url(&format!("/graphql?query={query}"));
        Answer::of(app.anonymous().http().get(url).send().await.unwrap()).await
    };
    assert!(get(&app, "%7Bversion%7D").await.data("/version").is_string());
    let mutation = get(&app, "mutation%7BsignOut%7BsignedOut%7D%7D").await;
    assert_eq!((mutation.status.as_u16(), mutation.headers["allow"].to_str().unwrap()), (405, "POST"));
    let bare = app.anonymous().http().get(app.url("/graphql")).send().await.unwrap();
    assert_eq!(bare.status(), 400);
    assert_eq!(get(&strict, "%7Bversion%7D").await.status, 405);
    for method in [Method::PUT, Method::DELETE, Method::PATCH] {
        let answer = app.anonymous().http().request(method, app.url("/graphql")).send().await.unwrap();
        assert_eq!(answer.status(), 405);
    }
}

#[tokio::test]
async fn a_body_is_as_long_as_allowed() {
    let app = TestApp::builder().api(|config| config.limits.body_bytes = 10_000).spawn().await;
    let long = query(&format!("{{ version }} # {}", "x".repeat(20_000)));
    assert_eq!(post(&app, JSON, JSON, &long).await.status, 413);
    // Without a length announced.
    let pieces = tokio_stream::iter(
        long.into_bytes().chunks(1_000).map(|c| Ok::<_, std::io::Error>(c.to_vec())).collect::<Vec<_>>(),
    );
    let client = app.anonymous();
    let request = client.http().post(app.url("/graphql")).header("content-type", JSON);
    let answer = request.body(reqwest::Body::wrap_stream(pieces)).send().await.unwrap();
    assert_eq!(answer.status(), 413);
}

#[tokio::test]
async fn introspection_and_suggestions_can_be_switched_off() {
    let open = TestApp::spawn().await;
    let closed = TestApp::builder().api(|config| config.introspection = false).spawn().await;
    let standard = include_str!("../../src/guard/introspection.graphql");
    let answer = post(&open, JSON, JSON, &query(standard)).await;
    assert!(answer.data("/__schema/types").as_array().unwrap().len() > 50);
    let answer = post(&closed, JSON, JSON, &query("{ __schema { types { name } } }")).await;
    assert!(!answer.text.contains("GenerationJob"), "{}", answer.text);
    let typo = post(&closed, JSON, JSON, &query("{ versio }")).await;
    assert!(!typo.text.contains("version"), "{}", typo.text);
}
