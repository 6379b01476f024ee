//! `dmb generate`: rows from a design file, without a server.

use std::collections::HashMap;
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use chrono::{DateTime, Utc};
use clap::Args;
use dmb_engine::output::Output;
use dmb_engine::plan::{self, Plan, PlanRequest, TableRequest};
use dmb_engine::profile::Report;
use dmb_engine::run::{self, Observer, RunOptions};
use dmb_sinks::{ExportInfo, FileTarget};
use dmb_spec::{Design, Params, Violation};

/// What to generate, and where to.
#[derive(Args)]
pub struct GenerateArgs {
    /// Design file, YAML or JSON
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
    /// File to write, without regard to its ending [default: the design's name here]
    #[arg(long)]
    out: Option<PathBuf>,
    /// Write what the rows look like, and how they compare with what was asked, to this JSON file
    #[arg(long, value_name = "FILE.json")]
    report: Option<PathBuf>,
}

/// Generates, and says what was written.
pub fn generate(args: &GenerateArgs) -> Result<(), String> {
    let design = read_design(&args.design)?;
    let as_of = args.as_of.or(design.as_of).unwrap_or_else(Utc::now);
    let seed = args.seed.unwrap_or(design.seed);
    let plan = compile(&design, args, seed, as_of)?;
    let target = target(args, &design);
    let info = ExportInfo {
        project: design.name.clone(),
        created_by: String::from("dmb generate"),
        seed: Some(seed),
        as_of,
        revision: None,
        design: Arc::new(design),
    };
    let output =
        dmb_sinks::open(&args.format, &options(&args.options)?, target, &info).map_err(|found| lines(&found))?;
    let mut artifacts = vec![output.artifacts()];
    let mut outputs: Vec<Box<dyn Output>> = vec![Box::new(output)];
    if plan.tables().iter().any(|table| table.has_faults()) {
        let manifest = dmb_sinks::manifest(self::target(args, &info.design));
        artifacts.push(manifest.artifacts());
        outputs.push(Box::new(manifest));
    }
    let progress = Progress::new(&plan);
    let threads = args.threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(2, usize::from)).max(1);
    let options = RunOptions { threads, profile: args.report.is_some() };
    let report = run::run(&plan, &options, outputs, &progress).map_err(|error| error.to_string())?;
    progress.end();
    if let (Some(path), Some(profile)) = (&args.report, &report.profile) {
        write_report(path, profile)?;
    }
    let seconds = progress.begun.elapsed().as_secs_f64();
    let rate = report.rows as f64 / seconds.max(1e-9);
    eprintln!("{} rows in {seconds:.2} s ({rate:.0} rows/s)", report.rows);
    let faulty: u64 = report.tables.iter().flat_map(|table| table.faults.values()).sum();
    if faulty > 0 {
        eprintln!("{faulty} rows are wrong on purpose; the manifest says which");
    }
    for list in &artifacts {
        for artifact in list.lock().map_err(|_| "the list of files is lost")?.iter() {
            let (path, bytes, sha256) = (artifact.path.display(), artifact.bytes, &artifact.sha256);
            crate::print(&format!("{path}  {bytes} bytes  sha256 {sha256}\n"))?;
        }
    }
    Ok(())
}

fn read_design(path: &Path) -> Result<Design, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{} can't be read: {error}", path.display()))?;
    dmb_spec::file::from_str(&text).map_err(|found| lines(&found))
}

fn write_report(path: &Path, profile: &Report) -> Result<(), String> {
    let text = serde_json::to_string_pretty(profile).map_err(|error| error.to_string())?;
    fs::write(path, text + "\n").map_err(|error| format!("{} can't be written: {error}", path.display()))
}

fn compile(design: &Design, args: &GenerateArgs, seed: u64, as_of: DateTime<Utc>) -> Result<Plan, String> {
    let (all, named) = row_counts(&args.rows, design)?;
    let tables = design
        .tables
        .iter()
        .map(|table| {
            let fixed = matches!(table.rows, dmb_spec::RowCount::Total(_));
            let rows = named.get(table.name.as_str()).copied().or(all.filter(|_| fixed));
            TableRequest { table: table.id, rows, first_row: 0, existing_keys: HashMap::new() }
        })
        .collect();
    let plan = plan::compile(PlanRequest { design, tables, seed, key_seed: seed, as_of, faults: !args.no_faults })
        .map_err(|found| lines(&found))?;
    for warning in plan.warnings() {
        eprintln!("warning: {}: {}", warning.path, warning.message);
    }
    Ok(plan)
}

/// Rows for every table, and rows by table name.
type RowCounts<'a> = (Option<u64>, HashMap<&'a str, u64>);

fn row_counts<'a>(given: &'a [String], design: &Design) -> Result<RowCounts<'a>, String> {
    let (mut all, mut named) = (None, HashMap::new());
    for text in given {
        let (table, number) =
            text.split_once('=').map_or((None, text.as_str()), |(table, number)| (Some(table), number));
        let rows =
            number.replace('_', "").parse().map_err(|_| format!("--rows {text}: {number:?} is not a whole number"))?;
        match table {
            None => all = Some(rows),
            Some(table) if design.table(table).is_some() => {
                named.insert(table, rows);
            }
            Some(table) => return Err(format!("--rows {text}: the design has no table {table:?}")),
        }
    }
    Ok((all, named))
}

fn options(given: &[String]) -> Result<Params, String> {
    given
        .iter()
        .map(|text| {
            let (key, value) = text.split_once('=').ok_or_else(|| format!("--option {text}: write KEY=VALUE"))?;
            let value = serde_json::from_str(value).unwrap_or_else(|_| value.into());
            Ok((key.to_string(), value))
        })
        .collect()
}

fn target(args: &GenerateArgs, design: &Design) -> FileTarget {
    let path = args.out.clone().unwrap_or_else(|| PathBuf::from(&design.name));
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_path_buf();
    let base_name = path.file_stem().map_or_else(|| "rows".into(), |stem| stem.to_string_lossy().into_owned());
    FileTarget { folder, base_name }
}

/// Violations as lines for a person.
pub fn lines(violations: &[Violation]) -> String {
    let line = |violation: &Violation| {
        let suggestion = violation.suggestion.as_deref().map(|text| format!(" ({text})")).unwrap_or_default();
        format!("{}: {}{suggestion}", violation.path, violation.message)
    };
    violations.iter().map(line).collect::<Vec<_>>().join("\n     ")
}

/// A line on standard error that tells how far it is, where a person is looking.
struct Progress {
    total: u64,
    done: AtomicU64,
    begun: Instant,
    shown: bool,
}

impl Progress {
    fn new(plan: &Plan) -> Self {
        Self {
            total: plan.total_rows(),
            done: AtomicU64::new(0),
            begun: Instant::now(),
            shown: std::io::stderr().is_terminal(),
        }
    }

    fn end(&self) {
        if self.shown {
            eprintln!();
        }
    }
}

impl Observer for Progress {
    fn rows(&self, _table: usize, rows: u64) {
        let done = self.done.fetch_add(rows, Ordering::Relaxed) + rows;
        if self.shown {
            let rate = done as f64 / self.begun.elapsed().as_secs_f64().max(1e-9);
            let left = (self.total.saturating_sub(done)) as f64 / rate.max(1.0);
            eprint!("\r{:>3}%  {done} rows  {rate:.0} rows/s  {left:.0} s left   ", done * 100 / self.total.max(1));
        }
    }

    fn cancelled(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn row_counts_are_for_all_tables_or_one() {
        let design =
            dmb_spec::file::from_str("dmb: 1\nname: d\ntables: { a: { fields: { id: { type: auto_increment } } } }")
                .unwrap();
        let given = ["1_000".to_string(), "a=5".to_string()];
        let (all, named) = row_counts(&given, &design).unwrap();
        assert_eq!((all, named["a"]), (Some(1000), 5));
        assert!(row_counts(&["b=5".to_string()], &design).unwrap_err().contains("no table"));
        assert!(row_counts(&["a=many".to_string()], &design).is_err());
    }
}
