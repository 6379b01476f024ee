//! The binary `dmb`: wiring, configuration, telemetry, shutdown, commands. The only reader of the environment; it holds
//! no rule of the business.

mod admin;
mod config;
mod generate;
mod health;
mod page;
mod secret;
mod serve;
mod telemetry;
mod wiring;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use config::ConfigArgs;

#[derive(Parser)]
#[command(name = "dmb", version, about = "Dynamic Model Builder: synthetic data for related tables")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the page and the API, and run jobs
    Serve(ConfigArgs),
    /// Run jobs only, beside a server that shares the database and the data folder
    Worker(ConfigArgs),
    /// Bring the platform's own database up to date
    Migrate(ConfigArgs),
    /// Generate rows from a design file, without a server
    Generate(generate::GenerateArgs),
    /// Print the GraphQL schema
    Schema,
    /// Look after accounts
    #[command(subcommand)]
    Admin(admin::AdminCommand),
    /// Ask a running server whether it is well
    Health(health::HealthArgs),
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("dmb: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), String> {
    match command {
        Command::Serve(args) => serve::serve(load(args)?),
        Command::Worker(args) => serve::work(load(args)?),
        Command::Migrate(args) => serve::migrate(load(args)?),
        Command::Generate(args) => generate::generate(&args),
        Command::Schema => print(&dmb_api::schema_sdl()),
        Command::Admin(command) => admin::run(command),
        Command::Health(args) => health::health(&args),
    }
}

fn load(args: ConfigArgs) -> Result<config::Config, String> {
    args.load().map_err(|error| error.to_string())
}

/// Prints what a command answers; a reader that went away is no failure.
fn print(text: &str) -> Result<(), String> {
    use std::io::Write;
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}
