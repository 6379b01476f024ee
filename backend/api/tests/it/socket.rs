//! The WebSocket side: the protocol's codes, limits, ends.

use std::time::Duration;

use dmb_testkit::{Client, Event, Socket, TestApp, designs};
use serde_json::{Value, json};

const PROTOCOL: (&str, &str) = ("sec-websocket-protocol", "graphql-transport-ws");
const EVENTS: &str = "subscription($id: ID!) { projectEvents(projectId: $id) { kind nodeId } }";
const PROGRESS: &str = "subscription($id: ID!) { jobProgress(jobId: $id) { sequence status percent rowsDone } }";

async fn project(client: &Client) -> String {
    client.project_of(designs::SMALL).await
}

#[tokio::test]
async fn a_socket_opens_only_to_pages_of_allowed_origins() {
    let app = TestApp::builder().api(|config| config.allowed_origins.push("https://good.test".into())).spawn().await;
    let own = format!("http://{}", app.address);
    for (origin, expect) in
        [("https://good.test", true), (own.as_str(), true), ("https://evil.test", false), ("null", false)]
    {
        let opened = Socket::open(app.address, &[PROTOCOL, ("origin", origin)]).await;
        assert_eq!(opened.err(), (!expect).then_some(403), "{origin}");
    }
}

#[tokio::test]
async fn another_protocol_is_closed_with_4406() {
    let app = TestApp::spawn().await;
    let mut socket = Socket::open(app.address, &[]).await.unwrap();
    assert_eq!(socket.closed().await, 4406);
}

#[tokio::test]
async fn a_socket_without_a_beginning_is_closed_with_4408() {
    let app = TestApp::builder().api(|config| config.limits.socket_init = Duration::from_millis(100)).spawn().await;
    let mut socket = Socket::connect(app.address).await;
    assert_eq!(socket.closed().await, 4408);
}

#[tokio::test]
async fn what_is_no_message_is_closed_with_4400() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    for odd in [
        "",
        "x",
        "{}",
        "[]",
        r#"{"type":"start"}"#,
        r#"{"type":"subscribe","id":"1"}"#,
        r#"{"type":"subscribe","payload":{"query":"{version}"}}"#,
    ] {
        let mut socket = Socket::signed_in(&client).await;
        socket.say_text(odd).await;
        assert_eq!(socket.closed().await, 4400, "{odd}");
    }
    let mut socket = Socket::signed_in(&client).await;
    socket.say_bytes(br#"{"type":"ping"}"#.to_vec()).await;
    assert_eq!(socket.closed().await, 4400);
}

#[tokio::test]
async fn a_message_that_is_too_large_is_closed_with_1009() {
    let app = TestApp::spawn().await;
    let mut socket = Socket::signed_in(&app.user().await).await;
    socket.say(json!({ "type": "ping", "payload": { "x": "x".repeat(70_000) } })).await;
    assert_eq!(socket.closed().await, 1009);
}

#[tokio::test]
async fn who_is_nobody_gets_no_further_than_the_beginning() {
    let app = TestApp::spawn().await;
    let mut early = Socket::connect(app.address).await;
    early.subscribe("1", "{ version }", Value::Null).await;
    assert_eq!(early.closed().await, 4401);
    for token in ["", "x", "dmb_pat_nothing", "eyJhbGciOiJub25lIn0.e30."] {
        let mut socket = Socket::connect(app.address).await;
        socket.init(token).await;
        assert_eq!(socket.closed().await, 4403, "{token}");
    }
    let mut bare = Socket::connect(app.address).await;
    bare.say(json!({ "type": "connection_init" })).await;
    assert_eq!(bare.closed().await, 4403);
}

#[tokio::test]
async fn pings_are_answered_before_and_after_the_beginning() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let mut socket = Socket::connect(app.address).await;
    socket.say(json!({ "type": "ping" })).await;
    assert_eq!(socket.message().await, json!({ "type": "pong" }));
    socket.init(client.token.as_deref().unwrap()).await;
    assert_eq!(socket.message().await, json!({ "type": "connection_ack" }));
    socket.say(json!({ "type": "ping", "payload": { "a": 1 } })).await;
    assert_eq!(socket.message().await, json!({ "type": "pong" }));
    socket.init(client.token.as_deref().unwrap()).await;
    assert_eq!(socket.closed().await, 4429);
}

#[tokio::test]
async fn a_query_is_answered_and_completed_and_its_id_is_free_again() {
    let app = TestApp::spawn().await;
    let mut socket = Socket::signed_in(&app.user().await).await;
    for _ in 0..2 {
        socket.subscribe("q", "{ version }", Value::Null).await;
        let next = socket.message().await;
        assert_eq!((next["type"].as_str(), next["id"].as_str()), (Some("next"), Some("q")));
        assert_eq!(socket.message().await, json!({ "type": "complete", "id": "q" }));
    }
    socket.subscribe("m", "mutation { signOut { signedOut } }", Value::Null).await;
    assert_eq!(socket.message().await["type"], "error");
}

#[tokio::test]
async fn an_id_in_use_is_closed_with_4409() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let id = project(&client).await;
    let mut socket = Socket::signed_in(&client).await;
    socket.subscribe("1", EVENTS, json!({ "id": id })).await;
    socket.subscribe("1", EVENTS, json!({ "id": id })).await;
    assert_eq!(socket.closed().await, 4409);
}

#[tokio::test]
async fn operations_and_sockets_are_counted() {
    let limits = |config: &mut dmb_api::ApiConfig| {
        config.limits.socket_operations = 3;
        config.limits.sockets_per_user = 2;
    };
    let app = TestApp::builder().api(limits).spawn().await;
    let (client, other) = (app.user().await, app.user().await);
    let id = project(&client).await;
    let mut socket = Socket::signed_in(&client).await;
    for n in 0..4 {
        socket.subscribe(&n.to_string(), EVENTS, json!({ "id": id })).await;
    }
    let refused = socket.message().await;
    assert_eq!((refused["id"].as_str(), refused["type"].as_str()), (Some("3"), Some("error")), "{refused}");
    assert_eq!(refused["payload"][0]["extensions"]["code"], "RATE_LIMITED");
    let _second = Socket::signed_in(&client).await;
    let mut third = Socket::connect(app.address).await;
    third.init(client.token.as_deref().unwrap()).await;
    assert_eq!(third.closed().await, 4429);
    let _others = Socket::signed_in(&other).await;
}

#[tokio::test]
async fn signing_out_ends_the_socket() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let mut socket = Socket::signed_in(&client).await;
    client.send("mutation { signOut { signedOut } }", Value::Null).await.data("/signOut");
    assert_eq!(socket.closed().await, 4403);
}

#[tokio::test]
async fn a_revoked_token_and_an_expired_one_end_the_socket() {
    const MAKE: &str =
        "mutation { createAccessToken(input: { name: \"t\", scopes: [READ] }) { token accessToken { id } } }";
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let made = client.get(MAKE, Value::Null, "/createAccessToken").await;
    let script = client.with_token(made["token"].as_str().unwrap());
    let mut socket = Socket::signed_in(&script).await;
    let revoke = "mutation($id: ID!) { revokeAccessToken(id: $id) { revokedId } }";
    client.get(revoke, json!({ "id": made["accessToken"]["id"] }), "/revokeAccessToken").await;
    assert_eq!(socket.closed().await, 4403);

    let brief = TestApp::builder().app(|config| config.lifetimes.access = Duration::from_secs(1)).spawn().await;
    let mut socket = Socket::signed_in(&brief.user().await).await;
    assert_eq!(socket.closed().await, 4403);
}

#[tokio::test]
async fn the_end_of_the_server_is_told() {
    let app = TestApp::spawn().await;
    let mut socket = Socket::signed_in(&app.user().await).await;
    let told = tokio::spawn(async move { socket.closed().await });
    app.close().await;
    assert_eq!(told.await.unwrap(), 1001);
}

#[tokio::test]
async fn events_of_a_project_reach_its_owner_until_they_are_not_wanted_any_more() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let id = project(&client).await;
    let mut socket = Socket::signed_in(&client).await;
    socket.subscribe("e", EVENTS, json!({ "id": id })).await;
    // Answered in order, so the subscription has begun when this is answered.
    settle(&mut socket).await;
    rename(&client, &id, 0).await;
    let event = socket.message_of("e").await;
    assert_eq!(event["payload"]["data"]["projectEvents"]["kind"], "PROJECT_CHANGED", "{event}");
    socket.say(json!({ "type": "complete", "id": "e" })).await;
    settle(&mut socket).await;
    rename(&client, &id, 1).await;
    socket.say(json!({ "type": "ping" })).await;
    assert_eq!(socket.message().await, json!({ "type": "pong" }), "nothing comes after complete");
}

/// Waits until what was sent before has surely begun.
async fn settle(socket: &mut Socket) {
    for n in 0..3 {
        let id = format!("settle{n}");
        socket.subscribe(&id, "{ me { id } }", Value::Null).await;
        while socket.message_of(&id).await["type"] != "complete" {}
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
}

async fn rename(client: &Client, id: &str, round: u32) {
    let revision =
        client.get("query($id: ID!) { project(id: $id) { revision } }", json!({ "id": id }), "/project/revision").await;
    let input = json!({ "id": id, "revision": revision, "name": format!("Renamed {round}") });
    let query = "mutation($input: UpdateProjectInput!) { updateProject(input: $input) { project { id } violations { message } } }";
    assert!(client.get(query, json!({ "input": input }), "/updateProject/project/id").await.is_string());
}

#[tokio::test]
async fn progress_begins_with_what_holds_now_and_ends_with_how_it_ended() {
    let app = TestApp::spawn().await;
    let client = app.user().await;
    let id = project(&client).await;
    client.migrate(&id).await;
    let job = client.generate(&id, json!({ "intoTables": "APPEND" })).await;
    let mut socket = Socket::signed_in(&client).await;
    let mut ends = Vec::new();
    // Once while it may be running, and once when it is surely over.
    for name in ["live", "late"] {
        socket.subscribe(name, PROGRESS, json!({ "id": job })).await;
        let mut last = Value::Null;
        loop {
            let message = socket.message_of(name).await;
            if message["type"] == "complete" {
                break;
            }
            let progress = message["payload"]["data"]["jobProgress"].clone();
            assert!(last.is_null() || progress["sequence"].as_u64() > last["sequence"].as_u64(), "{last} {progress}");
            last = progress;
        }
        ends.push(last);
    }
    for end in ends {
        assert_eq!((end["status"].as_str(), end["rowsDone"].as_u64()), (Some("COMPLETED"), Some(70)), "{end}");
    }
}

#[tokio::test]
async fn anothers_job_and_project_cannot_be_followed() {
    let app = TestApp::builder().without_worker().spawn().await;
    let (owner, stranger) = (app.user().await, app.user().await);
    let id = project(&owner).await;
    let job = owner.generate(&id, json!({ "files": [{ "format": "csv" }] })).await;
    let mut socket = Socket::signed_in(&stranger).await;
    for (query, id) in [(EVENTS, &id), (PROGRESS, &job)] {
        socket.subscribe("x", query, json!({ "id": id })).await;
        let answer = socket.message_of("x").await;
        assert_eq!(answer["type"], "error", "{answer}");
        assert_eq!(answer["payload"][0]["extensions"]["code"], "NOT_FOUND", "{answer}");
    }
}

#[tokio::test]
async fn a_job_that_is_cancelled_ends_its_subscription() {
    let app = TestApp::builder().without_worker().spawn().await;
    let client = app.user().await;
    let id = project(&client).await;
    let job = client.generate(&id, json!({ "files": [{ "format": "csv" }] })).await;
    let mut socket = Socket::signed_in(&client).await;
    socket.subscribe("p", PROGRESS, json!({ "id": job })).await;
    assert_eq!(socket.message_of("p").await["payload"]["data"]["jobProgress"]["status"], "AVAILABLE");
    let query = "mutation($id: ID!) { cancelJob(id: $id) { job { status } violations { message } } }";
    client.get(query, json!({ "id": job }), "/cancelJob").await;
    loop {
        match socket.next().await {
            Event::Message(message) if message["type"] == "complete" => break,
            Event::Message(message) => assert_eq!(message["type"], "next", "{message}"),
            Event::Closed(code) => panic!("closed with {code}"),
        }
    }
}
