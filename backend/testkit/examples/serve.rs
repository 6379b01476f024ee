//! Serves a test application at a port of its own until it is interrupted, for scripts that look at it from outside.

use std::io::Write;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let app = dmb_testkit::TestApp::spawn().await;
    writeln!(std::io::stdout(), "{}", app.url("/graphql"))?;
    tokio::signal::ctrl_c().await
}
