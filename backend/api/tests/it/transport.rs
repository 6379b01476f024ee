//! Headers, origins, rates, cookies, health.

use dmb_testkit::{Answer, TestApp};
use serde_json::{Value, json};

#[tokio::test]
async fn every_answer_has_the_security_headers() {
    let app = TestApp::spawn().await;
    let client = app.anonymous();
    for path in ["/healthz", "/readyz", "/metrics", "/nothing", "/graphql", "/download/x"] {
        let answer = client.http().get(app.url(path)).send().await.unwrap();
        let header =
            |name: &str| answer.headers().get(name).map(|v| v.to_str().unwrap().to_owned()).unwrap_or_default();
        let policy = header("content-security-policy");
        assert!(policy.contains("script-src 'self';") && policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe-eval"), "{policy}");
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header("referrer-policy"), "no-referrer", "{path}");
        assert_eq!(header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(header("x-request-id").len(), 36, "{path}");
        assert_eq!(header("cache-control") == "no-store", path != "/nothing", "{path}");
    }
}

#[tokio::test]
async fn preflights_are_answered_for_allowed_origins_only() {
    let app = TestApp::builder().api(|config| config.allowed_origins.push("https://good.test".into())).spawn().await;
    let ask = async |origin: &str| {
        let request = app.anonymous().http().request(reqwest::Method::OPTIONS, app.url("/graphql"));
        let request = request.header("origin", origin).header("access-control-request-method", "POST");
        let answer = request.header("access-control-request-headers", "x-dmb-csrf").send().await.unwrap();
        answer.headers().get("access-control-allow-origin").map(|v| v.to_str().unwrap().to_owned())
    };
    assert_eq!(ask("https://good.test").await.as_deref(), Some("https://good.test"));
    for origin in ["https://evil.test", "https://good.test.evil.test", "http://good.test", "null", "*"] {
        assert_eq!(ask(origin).await, None, "{origin}");
    }
}

#[tokio::test]
async fn too_many_requests_of_one_account_do_not_stop_another() {
    let limits = |config: &mut dmb_api::ApiConfig| {
        config.limits.requests_per_second = 1;
        config.limits.request_burst = 20;
    };
    let app = TestApp::builder().api(limits).spawn().await;
    let (busy, calm) = (app.user().await, app.user().await);
    let mut refused = None;
    for _ in 0..40 {
        let answer = busy.send("{ version }", Value::Null).await;
        if answer.status == 429 {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("a refusal");
    assert_eq!(refused.code(), "RATE_LIMITED");
    assert!(refused.headers["retry-after"].to_str().unwrap().parse::<u64>().unwrap() >= 1);
    assert!(refused.body["errors"][0]["extensions"]["retryAfter"].as_u64().unwrap() >= 1);
    assert!(calm.send("{ version }", Value::Null).await.data("/version").is_string());
}

#[tokio::test]
async fn health_is_told_and_metrics_only_where_there_are_any() {
    let numbers =
        |config: &mut dmb_api::ApiConfig| config.metrics = Some(std::sync::Arc::new(|| "answers 42\n".to_owned()));
    let app = TestApp::builder().api(numbers).spawn().await;
    let get = async |app: &TestApp, path: &str| {
        let answer = app.anonymous().http().get(app.url(path)).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    assert_eq!(get(&app, "/healthz").await, (200, "ok\n".into()));
    assert_eq!(get(&app, "/readyz").await, (200, "ready\n".into()));
    assert_eq!(get(&app, "/metrics").await, (200, "answers 42\n".into()));
    let bare = TestApp::spawn().await;
    assert_eq!(get(&bare, "/metrics").await.0, 404);
}

#[tokio::test]
async fn what_no_route_answers_goes_to_the_page() {
    let page = axum::Router::new().fallback(|| async { "the page" });
    let app = TestApp::builder().api(|config| config.page = Some(page)).spawn().await;
    let answer = app.anonymous().http().get(app.url("/projects/1")).send().await.unwrap();
    assert!(answer.headers().contains_key("content-security-policy"));
    assert_eq!(answer.text().await.unwrap(), "the page");
    let bare = TestApp::spawn().await;
    let answer = Answer::of(bare.anonymous().http().get(bare.url("/projects/1")).send().await.unwrap()).await;
    assert_eq!((answer.status.as_u16(), answer.code().as_str()), (404, "NOT_FOUND"));
}

const REFRESH: &str = "mutation { refreshSession { session { accessToken } } }";

#[tokio::test]
async fn the_session_cookie_is_for_the_browser_alone() {
    for (secure, name) in [(false, "dmb_refresh="), (true, "__Host-dmb_refresh=")] {
        let app = TestApp::builder().api(move |config| config.secure_cookies = secure).spawn().await;
        let input = json!({ "email": "a@example.test", "name": "A", "password": "correct horse battery" });
        let query = "mutation($input: SignUpInput!) { signUp(input: $input) { session { accessToken } } }";
        let answer = app.anonymous().send(query, json!({ "input": input })).await;
        let cookie = answer.headers["set-cookie"].to_str().unwrap().to_owned();
        assert!(cookie.starts_with(name), "{cookie}");
        for part in ["; Path=/;", "; HttpOnly", "; SameSite=Strict"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        assert_eq!(cookie.contains("; Secure"), secure, "{cookie}");
        let token = cookie.split(['=', ';']).nth(1).unwrap();
        assert!(token.len() > 40 && !answer.text.contains(token), "the refresh token is in the cookie only");
    }
}

#[tokio::test]
async fn the_cookie_counts_only_with_the_header_other_sites_cannot_send() {
    let app = TestApp::spawn().await;
    let mut client = app.user().await;
    client.token = None;
    let bare = client.http().post(app.url("/graphql")).json(&json!({ "query": REFRESH }));
    assert_eq!(Answer::of(bare.send().await.unwrap()).await.code(), "FORBIDDEN");
    let renewed = client.send(REFRESH, Value::Null).await;
    let token = renewed.data("/refreshSession/session/accessToken");
    let me = client.with_token(token.as_str().unwrap()).send("{ me { id } }", Value::Null).await;
    assert!(me.data("/me/id").is_string());
    // Nobody's cookie, nobody's session; and no cookie opens anything else.
    assert_eq!(app.anonymous().send(REFRESH, Value::Null).await.code(), "UNAUTHENTICATED");
    assert_eq!(client.send("{ me { id } }", Value::Null).await.data("/me"), Value::Null);
}

#[tokio::test]
async fn signing_out_takes_the_cookie_away() {
    let app = TestApp::spawn().await;
    let mut client = app.user().await;
    let answer = client.send("mutation { signOut { signedOut } }", Value::Null).await;
    assert!(answer.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    assert_eq!(client.send("{ me { id } }", Value::Null).await.status, 401);
    client.token = None;
    assert_eq!(client.send(REFRESH, Value::Null).await.code(), "UNAUTHENTICATED");
}
