//! The developer's commands: `cargo xtask run`, `test`, `lint`, `dev`, `schema`, `bench`, `fuzz`, `tidy`.
//!
//! Each is a file; [`sh`] runs programs, [`page`] knows npm, [`browser`] finds or installs Chromium. Nothing here is
//! part of the product.

#![expect(clippy::print_stdout, reason = "what a developer's command prints is its answer")]

mod bench;
mod browser;
mod coverage;
mod dev;
mod fuzz;
mod judges;
mod lint;
mod page;
mod run;
mod schema;
mod sh;
mod test;
mod tidy;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, runs and checks Dynamic Model Builder")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the page and the server, then serve the product
    Run {
        /// Build without optimisation: quicker to build, slower to run
        #[arg(long)]
        debug: bool,
        /// Passed on to `dmb serve`
        #[arg(last = true)]
        args: Vec<String>,
    },
    /// Serve with reload: the page by Vite on port 5173, the server on port 8080
    Dev,
    /// Run every test: Rust, page, protocol and browser
    Test {
        /// Measure line coverage of the Rust code and fail below 80%
        #[arg(long)]
        coverage: bool,
        /// Only these parts
        #[arg(long, value_enum)]
        only: Vec<test::Part>,
    },
    /// Formatting, clippy, licences, types, style, and the rules of the house
    Lint,
    /// Write schema.graphql from the code
    Schema,
    /// Measure speed in a release build
    Bench {
        /// engine, sinks, tables, guard or all
        #[arg(default_value = "all")]
        what: String,
    },
    /// Throw strangers' text at what reads it (needs the nightly compiler)
    Fuzz {
        /// guard, design, pattern, template or all
        #[arg(default_value = "all")]
        what: String,
        /// Minutes for each
        #[arg(long, default_value_t = 10)]
        minutes: u32,
    },
    /// The rules of the house alone: room order, file sizes, openings
    Tidy,
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Run { debug, args } => run::run(debug, &args),
        Command::Dev => dev::dev(),
        Command::Test { coverage, only } => test::test(coverage, &only),
        Command::Lint => lint::lint(),
        Command::Schema => schema::schema(),
        Command::Bench { what } => bench::bench(&what),
        Command::Fuzz { what, minutes } => fuzz::fuzz(&what, minutes),
        Command::Tidy => tidy::tidy(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nxtask: {message}");
            ExitCode::FAILURE
        }
    }
}
