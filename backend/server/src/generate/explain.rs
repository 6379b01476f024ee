//! The plan in words, before anything runs.

use chrono::{DateTime, SecondsFormat, Utc};
use dmb_engine::plan::{CHUNK_ROWS, ColumnNotes, Plan, StreamNotes, TablePlan, UniqueNotes, Way};
use dmb_engine::run::{self, RunOptions};
use dmb_spec::Design;

use crate::figures::{bytes, count};
use crate::grid::{self, Side};

const STREAMS: &str = "\
Every value comes from the seed, the identity of its table and field, and its row number, by a stream:
  own      the field's own
  key      the field's own from the seed of keys, so that rows of later runs stay different from these
  bundle   one of the table that all fields of the same bundle share, so that they agree";

/// The plan as text.
pub(super) fn text(plan: &Plan, design: &Design, seed: u64, now: DateTime<Utc>, threads: usize) -> String {
    let now = now.to_rfc3339_opts(SecondsFormat::AutoSi, true);
    let locales: Vec<&str> = design.locale.0.iter().map(|(id, _)| id.as_str()).collect();
    let head = format!("{}: seed {seed}, as of {now}, locale {}", design.name, locales.join(", "));
    let memory = run::estimated_memory(plan, &RunOptions { threads, ..RunOptions::default() });
    let foot = format!(
        "{} rows, about {} before they are written; about {} of memory with {threads} {}.\nPlan {}",
        count(plan.total_rows()),
        bytes(plan.estimated_bytes()),
        bytes(memory),
        if threads == 1 { "thread" } else { "threads" },
        plan.fingerprint(),
    );
    let tables = plan.tables().iter().enumerate().map(|(at, planned)| table(at, planned, plan.row_bytes(at)));
    let parts: Vec<String> = [head].into_iter().chain(tables).chain([STREAMS.to_owned(), foot]).collect();
    parts.join("\n\n") + "\n"
}

fn table(at: usize, planned: &TablePlan, row_bytes: u64) -> String {
    let notes = planned.notes();
    let (rows, chunks) = (planned.rows(), planned.chunk_count());
    let counted = notes.counted_by.map(|field| format!(", counted per parent by {field}")).unwrap_or_default();
    let size = format!("about {} ({} a row)", bytes(row_bytes.saturating_mul(rows)), bytes(row_bytes));
    let pieces = format!(
        "{} of up to {} rows",
        if chunks == 1 { "1 chunk".into() } else { format!("{} chunks", count(chunks)) },
        count(CHUNK_ROWS)
    );
    let title = format!("{}. {}: {} rows{counted}, {pieces}, {size}", at + 1, planned.table().name, count(rows));
    let head = ["field", "generator", "made from", "stream", "nulls"].map(|name| (name, Side::Left));
    let lines: Vec<Vec<String>> = notes.columns.iter().map(column).collect();
    let uniques: String = notes.uniques.iter().map(unique).collect();
    format!("{title}\n\n{}{uniques}", grid::lines(&head, &lines)).trim_end().to_owned()
}

fn column(notes: &ColumnNotes) -> Vec<String> {
    let chosen = if notes.declared { "" } else { " (chosen)" };
    let from = notes.way.map(way).into_iter().map(str::to_owned).chain([notes.inputs.join(", ")]);
    let from: Vec<String> = from.filter(|part| !part.is_empty()).collect();
    let stream = match &notes.stream {
        StreamNotes::Own => "own".to_owned(),
        StreamNotes::Key => "key".to_owned(),
        StreamNotes::Bundle(word) => format!("bundle {word}").trim_end().to_owned(),
    };
    // Four digits behind the point are more than anybody asks for, and hide what binary fractions leave over.
    let percent = (notes.null_rate * 1e6).round() / 1e4;
    let nulls = if notes.null_rate > 0.0 { format!("{percent} %") } else { String::new() };
    vec![notes.name.clone(), format!("{}{chosen}", notes.generator.name), from.join("; "), stream, nulls]
}

fn way(way: Way) -> &'static str {
    match way {
        Way::Nobody => "no parents: null",
        Way::Spread => "any parent",
        Way::OneEach => "a parent of its own",
        Way::PerParent => "so many a parent",
        Way::Earlier => "an earlier row",
        Way::Previous => "the row before",
        Way::ByKey => "a parent by its key",
        Way::Copied => "copied",
    }
}

fn unique(notes: &UniqueNotes) -> String {
    let fields = notes.fields.join(", ");
    let scope = if notes.within_parent { "within a parent, at most" } else { "" };
    let asked = [scope, &count(notes.rows), "asked for"]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    match notes.capacity {
        Some(capacity) => format!("\nunique ({fields}): {} values, {asked}", count(capacity)),
        None => format!("\nunique ({fields}): by what its fields are, {asked}"),
    }
}
