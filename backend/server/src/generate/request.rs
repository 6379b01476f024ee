//! What is asked for on the command line, as the engine and the sinks want it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use dmb_engine::plan::{Plan, PlanRequest, TableRequest};
use dmb_spec::{Design, Params, RowCount};

use crate::failure::Failure;
use crate::figures;

/// The plan that is asked for: every table, with as many rows as `--rows` says or the design.
pub(super) fn plan<'d>(
    design: &'d Design,
    rows: &[String],
    seed: u64,
    now: DateTime<Utc>,
    faults: bool,
) -> Result<PlanRequest<'d>, Failure> {
    let (all, named) = row_counts(rows, design).map_err(Failure::Usage)?;
    let request = |table: &dmb_spec::Table| {
        let fixed = matches!(table.rows, RowCount::Total(_));
        let rows = named.get(table.name.as_str()).copied().or(all.filter(|_| fixed));
        TableRequest { rows, ..TableRequest::new(table.id) }
    };
    let tables = design.tables.iter().map(request).collect();
    Ok(PlanRequest { design, tables, seed, key_seed: seed, as_of: now, faults })
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

/// Options of a format; a value that is no JSON is a text.
pub(super) fn options(given: &[String]) -> Result<Params, Failure> {
    let option = |text: &String| {
        let (key, value) =
            text.split_once('=').ok_or_else(|| Failure::Usage(format!("--option {text}: write KEY=VALUE")))?;
        Ok((key.to_owned(), serde_json::from_str(value).unwrap_or_else(|_| value.into())))
    };
    given.iter().map(option).collect()
}

/// One line on a design that can be generated.
pub(super) fn summary(plan: &Plan) -> String {
    let tables = plan.tables().len();
    let rows = figures::count(plan.total_rows());
    format!("the design is right: {tables} {}, {rows} rows\n", if tables == 1 { "table" } else { "tables" })
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
