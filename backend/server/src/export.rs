//! `dmb design`: a design file in the words of other tools.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use dmb_exchange::ExportError;

use crate::failure::Failure;
use crate::{design, import};

/// What to do with a design file.
#[derive(Subcommand)]
pub enum DesignCommand {
    /// Write it as SQL, JSON Schema, models of ORMs, types or a diagram
    Export(ExportArgs),
}

/// What to write.
#[derive(Args)]
pub struct ExportArgs {
    /// Design file, YAML or JSON; - for standard input
    design: PathBuf,
    /// yaml, json, postgres, mysql, sqlite, json-schema, sea-orm, django, prisma, typescript, mermaid
    #[arg(long, value_name = "FORMAT")]
    to: String,
    /// Where it goes; standard output where absent
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Runs one of the commands.
pub fn run(command: &DesignCommand) -> Result<(), Failure> {
    let DesignCommand::Export(args) = command;
    let read = design::read(&args.design)?;
    let text = dmb_exchange::export::export(&read, &args.to).map_err(|error| match error {
        ExportError::Violations(found) => Failure::Violations(found),
        unknown @ ExportError::UnknownFormat { .. } => Failure::Usage(unknown.to_string()),
    })?;
    import::write(args.output.as_deref(), &text)
}
