//! Which number a row has in a series: its number in the table, or its place among the rows of its parent.

use std::sync::Arc;

use dmb_spec::RowCount;

use crate::generator::{CompileContext, EngineError, ParamDescriptor, ParamKind, Positions};

use super::describe::{defaulted, words};
use super::params::Reader;

/// How rows are numbered.
pub(crate) enum Ordinal {
    /// One series through the whole table.
    Table,
    /// A series for every parent.
    Parent(Arc<dyn Positions>),
}

/// A row's place in its series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Row number of the series' first row, which tells series apart.
    pub(crate) series: u64,
    /// Place in the series, from 0.
    pub(crate) at: u64,
}

impl Ordinal {
    /// The parameter `per_parent`.
    pub(crate) fn param() -> ParamDescriptor {
        defaulted(
            "per_parent",
            ParamKind::Boolean,
            words("Anew for every parent", "De nuevo por cada padre"),
            words(
                "Begins again with the first row of every parent; for tables counted per parent.",
                "Empieza de nuevo con la primera fila de cada padre; para tablas contadas por padre.",
            ),
            false,
        )
    }

    /// Reads `per_parent`.
    pub(crate) fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        if !reader.boolean("per_parent", false) {
            return Self::Table;
        }
        let positions = match &cx.table.rows {
            RowCount::PerParent { field, .. } => cx.relations.positions(*field),
            _ => None,
        };
        positions.map_or_else(
            || {
                let message = format!("{} is not counted per parent, so it has one series only", cx.table.name);
                reader.problem("per_parent", "not_counted_per_parent", message);
                Self::Table
            },
            Self::Parent,
        )
    }

    /// Whether there is a series for every parent.
    pub(crate) fn is_per_parent(&self) -> bool {
        matches!(self, Self::Parent(_))
    }

    /// The place of every row.
    pub(crate) fn places(&self, rows: &[u64]) -> Result<Vec<Place>, EngineError> {
        match self {
            Self::Table => Ok(rows.iter().map(|&row| Place { series: 0, at: row }).collect()),
            // The rows of a parent are neighbours, so a place counted back from the row leads to the first of them.
            Self::Parent(positions) => {
                let places = positions.positions(rows)?.into_iter().zip(rows);
                Ok(places.map(|(at, row)| Place { series: row.saturating_sub(at), at }).collect())
            }
        }
    }
}
