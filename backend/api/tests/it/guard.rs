//! What is known to bring servers of this kind down, over HTTP and over WebSocket.

use dmb_testkit::{Answer, Socket, TestApp, attacks};
use serde_json::{Value, json};

#[tokio::test]
async fn over_http_each_is_refused_and_a_neighbour_is_served() {
    let app = TestApp::spawn().await;
    let client = app.anonymous();
    for (name, query, code) in attacks::all() {
        let (refused, neighbour) =
            tokio::join!(client.send(&query, Value::Null), client.send("{ version }", Value::Null));
        assert_eq!((refused.status.as_u16(), refused.code().as_str()), (400, code), "{name}: {}", refused.text);
        assert!(neighbour.data("/version").is_string());
    }
}

#[tokio::test]
async fn over_a_socket_each_is_refused_and_the_socket_lives_on() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let mut socket = Socket::signed_in(&client).await;
    for (name, query, code) in attacks::all() {
        socket.subscribe(name, &query, Value::Null).await;
        let answer = socket.message_of(name).await;
        assert_eq!(answer["type"], "error", "{name}: {answer}");
        assert_eq!(answer["payload"][0]["extensions"]["code"], code, "{name}: {answer}");
    }
    socket.subscribe("last", "{ version }", Value::Null).await;
    assert!(socket.message_of("last").await["payload"]["data"]["version"].is_string());
}

#[tokio::test]
async fn deep_variables_are_refused() {
    let app = TestApp::spawn().await;
    let client = app.anonymous();
    let mut value = json!(1);
    for _ in 0..100 {
        value = json!([value]);
    }
    let answer = client.send("query($v: JSON) { version }", json!({ "v": value })).await;
    assert_eq!(answer.code(), "QUERY_TOO_COMPLEX");
    // So deep that the JSON reader stops first.
    let body =
        format!(r#"{{"query":"{{version}}","variables":{{"v":{}{}}}}}"#, "[".repeat(100_000), "]".repeat(100_000));
    let request = client.post().header("content-type", "application/json").body(body);
    assert_eq!(Answer::of(request.send().await.unwrap()).await.status, 400);
    assert!(client.send("{ version }", Value::Null).await.data("/version").is_string());
}

#[tokio::test]
async fn pages_are_bounded_whatever_the_guard_lets_through() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    for (first, code) in [("0", "BAD_USER_INPUT"), ("-1", "BAD_USER_INPUT"), ("201", "BAD_USER_INPUT"), ("200", "")] {
        let answer = client.send(&format!("{{ projects(first: {first}) {{ totalCount }} }}"), Value::Null).await;
        assert_eq!(answer.code(), code, "{first}: {}", answer.text);
    }
    let answer = client.send("{ projects(first: 1, last: 1) { totalCount } }", Value::Null).await;
    assert_eq!(answer.code(), "GRAPHQL_VALIDATION_FAILED");
}
