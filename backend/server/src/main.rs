//! The binary `dmb`: wiring, configuration, telemetry, shutdown, commands. The only reader of the environment; it holds
//! no rule of the business.

mod admin;
mod config;
mod design;
mod export;
mod failure;
mod figures;
mod generate;
mod generators;
mod grid;
mod health;
mod import;
mod interrupt;
mod page;
mod preview;
mod schema;
mod secret;
mod serve;
mod telemetry;
mod wiring;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use config::ConfigArgs;
use failure::{EXIT_CODES, Failure};

#[derive(Parser)]
#[command(name = "dmb", version, about = "Dynamic Model Builder: synthetic data for related tables", after_help = EXIT_CODES)]
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
    /// Show the first rows of a design file's tables
    Preview(preview::PreviewArgs),
    /// Make a design file from SQL, a JSON Schema, or a sample of rows
    Import(import::ImportArgs),
    /// Write a design file in the words of other tools
    #[command(subcommand)]
    Design(export::DesignCommand),
    /// List the generators with their parameters and examples, and the locales
    Generators(generators::GeneratorsArgs),
    /// Print the schema of the API, or of design files
    Schema(schema::SchemaArgs),
    /// Look after accounts
    #[command(subcommand)]
    Admin(admin::AdminCommand),
    /// Ask a running server whether it is well
    Health(health::HealthArgs),
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(),
    }
}

fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Serve(args) => Ok(serve::serve(load(args)?)?),
        Command::Worker(args) => Ok(serve::work(load(args)?)?),
        Command::Migrate(args) => Ok(serve::migrate(load(args)?)?),
        Command::Generate(args) => generate::generate(&args),
        Command::Preview(args) => preview::preview(&args),
        Command::Import(args) => import::import(&args),
        Command::Design(command) => export::run(&command),
        Command::Generators(args) => generators::generators(&args),
        Command::Schema(args) => Ok(print(&schema::schema(&args))?),
        Command::Admin(command) => Ok(admin::run(command)?),
        Command::Health(args) => Ok(health::health(&args)?),
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
