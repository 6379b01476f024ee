//! How long it takes to refuse each request that is known to bring servers down; 50 ms are promised.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench tells, and fails aloud")]

use std::time::Instant;

use dmb_testkit::{TestApp, attacks};
use serde_json::Value;

#[tokio::main]
async fn main() {
    // Without this argument somebody tests that the benches run.
    let runs = if std::env::args().any(|argument| argument == "--bench") { 20 } else { 1 };
    let app = TestApp::builder().api(|api| api.limits.requests_per_second = 100_000).spawn().await;
    let client = app.anonymous();
    println!("\nguard: refused over HTTP, of {runs} runs\n{:<26} {:>10} {:>10}", "", "median ms", "worst ms");
    for (name, query, _) in attacks::all() {
        let mut took = Vec::with_capacity(runs);
        for _ in 0..runs {
            let begun = Instant::now();
            assert_eq!(client.send(&query, Value::Null).await.status, 400, "{name}");
            took.push(begun.elapsed().as_secs_f64() * 1e3);
        }
        took.sort_by(f64::total_cmp);
        println!("{name:<26} {:>10.2} {:>10.2}", took[runs / 2], took[runs - 1]);
    }
    assert!(client.send("{ version }", Value::Null).await.data("/version").is_string());
}
