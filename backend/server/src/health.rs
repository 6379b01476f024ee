//! `dmb health`: for container health checks, so that the image needs no other client.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use clap::Args;

const PATIENCE: Duration = Duration::from_secs(3);

/// Whom to ask.
#[derive(Args)]
pub struct HealthArgs {
    /// Port of the server on this machine
    #[arg(long, env = "DMB_PORT", default_value_t = 8080)]
    port: u16,
}

/// Succeeds where `/readyz` answers 200.
pub fn health(args: &HealthArgs) -> Result<(), String> {
    let status = ask(args.port).map_err(|error| format!("no answer on port {}: {error}", args.port))?;
    if status.contains(" 200 ") { Ok(()) } else { Err(format!("the server answers: {status}")) }
}

fn ask(port: u16) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.take(4096).read_to_string(&mut answer)?;
    Ok(answer.lines().next().unwrap_or_default().to_string())
}
