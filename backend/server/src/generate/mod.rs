//! `dmb generate`: rows from a design file, without a server.

mod explain;
mod progress;
mod request;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use clap::Args;
use dmb_engine::output::{Output, RunError};
use dmb_engine::plan::Plan;
use dmb_engine::run::{self, RunOptions, RunReport};
use dmb_sinks::{Artifacts, ExportInfo, FileTarget};
use dmb_spec::Design;

use crate::failure::{self, EXIT_CODES, Failure};
use crate::{design, interrupt};
use progress::Progress;

/// What to generate, and where to.
#[derive(Args)]
#[command(after_help = EXIT_CODES)]
pub struct GenerateArgs {
    /// Design file, YAML or JSON; - for standard input
    design: PathBuf,
    /// Rows of a table (orders=1000), or of every table with a fixed number (1000); may be given several times
    #[arg(long, value_name = "[TABLE=]ROWS")]
    rows: Vec<String>,
    /// Seed instead of the design's
    #[arg(long)]
    seed: Option<u64>,
    /// What "now" means, instead of the design's `as_of` or this moment
    #[arg(long, value_name = "RFC 3339")]
    as_of: Option<DateTime<Utc>>,
    /// Threads [default: the number of cores]
    #[arg(long)]
    threads: Option<usize>,
    /// Format of the file
    #[arg(long, default_value = "csv")]
    format: String,
    /// Options of the format, such as delimiter=semicolon; may be given several times
    #[arg(long = "option", value_name = "KEY=VALUE")]
    options: Vec<String>,
    /// Without the faults that the design declares
    #[arg(long)]
    no_faults: bool,
    /// File to write, without regard to its ending; - for standard output [default: the design's name here]
    #[arg(long)]
    out: Option<PathBuf>,
    /// Write what the rows look like, and how they compare with what was asked, to this JSON file
    #[arg(long, value_name = "FILE.json")]
    report: Option<PathBuf>,
    /// Only say whether the design can be generated
    #[arg(long, conflicts_with = "explain")]
    check: bool,
    /// Print the plan (tables in order, generators, keys, streams, memory) and stop
    #[arg(long)]
    explain: bool,
    /// Say nothing but what goes wrong
    #[arg(long, short)]
    quiet: bool,
}

/// Generates, and says what was written; or only plans.
pub fn generate(args: &GenerateArgs) -> Result<(), Failure> {
    let design = design::read(&args.design)?;
    let now = design::now(&design, args.as_of);
    let seed = args.seed.unwrap_or(design.seed);
    let plan = design::compile(request::plan(&design, &args.rows, seed, now, !args.no_faults)?)?;
    if !args.quiet {
        for warning in plan.warnings() {
            eprintln!("warning: {}: {}", warning.path, warning.message);
        }
    }
    if args.explain {
        return Ok(crate::print(&explain::text(&plan, &design, seed, now, threads(args)))?);
    }
    if args.check {
        return if args.quiet { Ok(()) } else { Ok(crate::print(&request::summary(&plan))?) };
    }
    if args.out.as_deref() == Some(Path::new("-")) { stream(args, &plan) } else { file(args, &plan, design, seed, now) }
}

fn threads(args: &GenerateArgs) -> usize {
    args.threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(2, usize::from)).max(1)
}

/// Rows to a file, which is there in the end or not at all.
fn file(args: &GenerateArgs, plan: &Plan, design: Design, seed: u64, now: DateTime<Utc>) -> Result<(), Failure> {
    let target = target(args, &design);
    let info = ExportInfo {
        project: design.name.clone(),
        created_by: String::from("dmb generate"),
        seed: Some(seed),
        as_of: now,
        revision: None,
        design: Arc::new(design),
    };
    let output = dmb_sinks::open(&args.format, &request::options(&args.options)?, target, &info);
    let output = output.map_err(|found| Failure::Usage(failure::lines(&found)))?;
    let mut artifacts = vec![output.artifacts()];
    let mut outputs: Vec<Box<dyn Output>> = vec![Box::new(output)];
    if plan.tables().iter().any(|table| table.has_faults()) {
        let manifest = dmb_sinks::manifest(self::target(args, &info.design));
        artifacts.push(manifest.artifacts());
        outputs.push(Box::new(manifest));
    }
    let report = deliver(args, plan, outputs).map_err(|error| match error {
        RunError::Cancelled => Failure::Interrupted,
        other => Failure::Failed(other.to_string()),
    })?;
    write_report(args, &report)?;
    if args.quiet { Ok(()) } else { artifacts.iter().try_for_each(tell) }
}

/// Rows to standard output.
fn stream(args: &GenerateArgs, plan: &Plan) -> Result<(), Failure> {
    if plan.tables().len() != 1 {
        let names: Vec<_> = plan.tables().iter().map(|table| table.table().name.as_str()).collect();
        let message = format!(
            "standard output takes one table, and the design has {}: {}; give a file with --out",
            names.len(),
            names.join(", ")
        );
        return Err(Failure::Usage(message));
    }
    let output = dmb_sinks::stream(&args.format, &request::options(&args.options)?, Box::new(std::io::stdout()));
    let output = output.map_err(|found| Failure::Usage(failure::lines(&found)))?;
    match deliver(args, plan, vec![output]) {
        Ok(report) => write_report(args, &report),
        Err(RunError::Cancelled) => Err(Failure::Interrupted),
        Err(RunError::Output(error)) => failure::unless_closed(Err(error)),
        Err(other) => Err(Failure::Failed(other.to_string())),
    }
}

fn deliver(args: &GenerateArgs, plan: &Plan, outputs: Vec<Box<dyn Output>>) -> Result<RunReport, RunError> {
    let stop =
        interrupt::flag().map_err(|message| RunError::Output(dmb_engine::output::OutputError::Internal(message)))?;
    let progress = Progress::new(plan, args.quiet, stop);
    let options = RunOptions { threads: threads(args), profile: args.report.is_some() };
    let outcome = run::run(plan, &options, outputs, &progress);
    progress.end(outcome.as_ref().ok());
    outcome
}

/// Writes what the rows look like, where that was asked for.
fn write_report(args: &GenerateArgs, report: &RunReport) -> Result<(), Failure> {
    let (Some(path), Some(profile)) = (&args.report, &report.profile) else { return Ok(()) };
    let text = serde_json::to_string_pretty(profile).map_err(|error| Failure::Failed(error.to_string()))?;
    std::fs::write(path, text + "\n")
        .map_err(|error| Failure::Failed(format!("{} can't be written: {error}", path.display())))
}

/// Says which files there are now.
fn tell(artifacts: &Artifacts) -> Result<(), Failure> {
    let artifacts = artifacts.lock().map_err(|_| String::from("the list of files is lost"))?;
    let line = |a: &dmb_sinks::Artifact| format!("{}  {} bytes  sha256 {}\n", a.path.display(), a.bytes, a.sha256);
    Ok(crate::print(&artifacts.iter().map(line).collect::<String>())?)
}

fn target(args: &GenerateArgs, design: &Design) -> FileTarget {
    let path = args.out.clone().unwrap_or_else(|| PathBuf::from(&design.name));
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_path_buf();
    let base_name = path.file_stem().map_or_else(|| "rows".into(), |stem| stem.to_string_lossy().into_owned());
    FileTarget { folder, base_name }
}
