//! The templates with sample rows of each of their tables.

use std::sync::LazyLock;

use dmb_engine::generator::Words;
use dmb_spec::{Design, Table};
use serde_json::Value;

use crate::preview::sample;

/// Rows shown of a template's table.
pub(super) const SAMPLE_ROWS: usize = 10;

/// A design to start from.
#[derive(Clone, Debug, PartialEq)]
pub struct TemplateInfo {
    /// Its id.
    pub id: &'static str,
    /// What people are shown.
    pub label: Words,
    /// What it is for.
    pub description: Words,
    /// Its tables.
    pub tables: Vec<TemplateTable>,
}

/// A table of a template.
#[derive(Clone, Debug, PartialEq)]
pub struct TemplateTable {
    /// Name.
    pub name: String,
    /// Field names, in order.
    pub fields: Vec<String>,
    /// Names of the tables it refers to, each once.
    pub references: Vec<String>,
    /// Rows of a run.
    pub rows: u64,
    /// Sample rows, a value a field.
    pub sample: Vec<Vec<Value>>,
}

static ALL: LazyLock<Vec<TemplateInfo>> = LazyLock::new(|| {
    let words = |(en, es)| Words { en, es };
    let info = |t: &dmb_spec::templates::Template| TemplateInfo {
        id: t.id,
        label: words(t.label),
        description: words(t.description),
        tables: tables(&t.design(None)),
    };
    dmb_spec::templates::all().iter().map(info).collect()
});

/// Every template; the samples are made at the first call.
pub fn templates() -> &'static [TemplateInfo] {
    &ALL
}

fn tables(design: &Design) -> Vec<TemplateTable> {
    design.tables.iter().enumerate().map(|(at, table)| template_table(design, at, table)).collect()
}

fn template_table(design: &Design, at: usize, table: &Table) -> TemplateTable {
    let mut references: Vec<String> = Vec::new();
    for parent in table.fields.iter().filter_map(|f| design.table_by_id(f.reference?.table)) {
        if !references.contains(&parent.name) {
            references.push(parent.name.clone());
        }
    }
    let sample = sample(design, at, SAMPLE_ROWS as u64, design.seed).ok();
    TemplateTable {
        name: table.name.clone(),
        fields: table.fields.iter().map(|f| f.name.clone()).collect(),
        references,
        rows: sample.as_ref().map_or(0, |s| s.planned_rows),
        sample: sample.map(|s| s.rows).unwrap_or_default(),
    }
}
