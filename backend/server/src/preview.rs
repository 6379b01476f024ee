//! `dmb preview`: the first rows of a design's tables.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use clap::{Args, ValueEnum};
use dmb_engine::output::TableHeader;
use dmb_engine::plan::{Plan, PlanRequest, TablePlan};
use dmb_engine::{generator::EngineError, json};
use dmb_spec::{Field, Params};
use serde_json::{Map, Value};

use crate::failure::{self, Failure};
use crate::grid::{self, Side};
use crate::{design, figures};

/// What to look at.
#[derive(Args)]
pub struct PreviewArgs {
    /// Design file, YAML or JSON; - for standard input
    design: PathBuf,
    /// Only this table
    #[arg(long)]
    table: Option<String>,
    /// Rows of each table
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=1_000))]
    rows: u64,
    /// How they are shown
    #[arg(long, value_enum, default_value = "table")]
    format: Shown,
    /// Seed instead of the design's
    #[arg(long)]
    seed: Option<u64>,
    /// What "now" means, instead of the design's `as_of` or this moment
    #[arg(long, value_name = "RFC 3339")]
    as_of: Option<DateTime<Utc>>,
}

/// How rows are shown.
#[derive(Clone, Copy, ValueEnum)]
enum Shown {
    /// For people
    Table,
    /// An object from table to its rows
    Json,
    /// One table as lines
    Csv,
}

/// Prints the first rows, the same that a generation makes.
pub fn preview(args: &PreviewArgs) -> Result<(), Failure> {
    let design = design::read(&args.design)?;
    let now = design::now(&design, args.as_of);
    let seed = args.seed.unwrap_or(design.seed);
    let plan = design::compile(PlanRequest { seed, key_seed: seed, ..PlanRequest::whole(&design, now) })?;
    let tables = chosen(args, &plan)?;
    let text = match args.format {
        Shown::Table => tables.iter().map(|table| as_grid(table, args.rows)).collect::<Result<Vec<_>, _>>()?.join("\n"),
        Shown::Json => as_json(&tables, args.rows)?,
        Shown::Csv => return as_csv(&tables, args.rows),
    };
    Ok(crate::print(&text)?)
}

fn chosen<'p>(args: &PreviewArgs, plan: &'p Plan) -> Result<Vec<&'p TablePlan>, Failure> {
    let all = || plan.tables().iter().map(Arc::as_ref);
    let Some(name) = &args.table else { return Ok(all().collect()) };
    let found: Vec<_> = all().filter(|table| table.table().name == *name).collect();
    if found.is_empty() {
        let names: Vec<_> = all().map(|table| table.table().name.as_str()).collect();
        return Err(Failure::Usage(format!("the design has no table {name:?}; it has {}", names.join(", "))));
    }
    Ok(found)
}

fn cells(table: &TablePlan, rows: u64) -> Result<Vec<Vec<Value>>, Failure> {
    let batch = table.rows_at(&numbers(table, rows)).map_err(failed)?;
    Ok(json::rows(&batch, table.table()))
}

fn numbers(table: &TablePlan, rows: u64) -> Vec<u64> {
    (0..table.rows().min(rows)).collect()
}

fn failed(error: EngineError) -> Failure {
    Failure::Failed(error.to_string())
}

fn as_grid(table: &TablePlan, rows: u64) -> Result<String, Failure> {
    let made = cells(table, rows)?;
    let fields = table.table().fields.iter().enumerate();
    let head: Vec<_> = fields.map(|(at, field)| (field.name.as_str(), side(&made, at, field))).collect();
    let shown: Vec<Vec<String>> = made.iter().map(|row| row.iter().map(shown).collect()).collect();
    let title = format!("{}: {} of {} rows", table.table().name, made.len(), figures::count(table.rows()));
    Ok(format!("{title}\n\n{}", grid::lines(&head, &shown)))
}

/// Numbers stand at the right: decimals, whose cells are texts, and keys of other tables too.
fn side(rows: &[Vec<Value>], at: usize, field: &Field) -> Side {
    let numeric = field.field_type.is_numeric() || rows.iter().any(|row| row[at].is_number());
    if numeric { Side::Right } else { Side::Left }
}

fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn as_json(tables: &[&TablePlan], rows: u64) -> Result<String, Failure> {
    let mut document = Map::new();
    for table in tables {
        let fields = &table.table().fields;
        let object = |row: Vec<Value>| fields.iter().map(|field| field.name.clone()).zip(row).collect::<Map<_, _>>();
        let made = cells(table, rows)?.into_iter().map(object).map(Value::Object).collect();
        document.insert(table.table().name.clone(), Value::Array(made));
    }
    Ok(format!("{:#}\n", Value::Object(document)))
}

fn as_csv(tables: &[&TablePlan], rows: u64) -> Result<(), Failure> {
    let [table] = tables else {
        let names: Vec<_> = tables.iter().map(|table| table.table().name.as_str()).collect();
        return Err(Failure::Usage(format!("CSV shows one table; choose it with --table: {}", names.join(", "))));
    };
    let batch = table.rows_at(&numbers(table, rows)).map_err(failed)?;
    let mut output =
        dmb_sinks::stream("csv", &Params::new(), Box::new(std::io::stdout())).map_err(Failure::Violations)?;
    let header = TableHeader {
        table: Arc::clone(table.table()),
        schema: Arc::clone(table.schema()),
        rows: Some(batch.num_rows() as u64),
    };
    let deliver = || {
        let (encoder, _) = output.begin_table(&header)?;
        output.write(encoder.encode(&batch)?)?;
        output.end_table()?;
        output.finish()
    };
    failure::unless_closed(deliver())
}
