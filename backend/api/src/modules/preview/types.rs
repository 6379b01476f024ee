//! Previews as the schema shows them.

use async_graphql::SimpleObject;
use dmb_app::preview;
use serde_json::Value;

use crate::modules::catalogue::FieldType;
use crate::modules::common::{self, GeneratorUse, Violation};
use crate::scalars::BigInt;

/// Sample rows, or why there are none.
#[derive(SimpleObject)]
pub(crate) struct Preview {
    /// The columns, in field order.
    columns: Vec<PreviewColumn>,
    /// The rows: lists of values in column order. Empty when a violation is an error.
    rows: Vec<Value>,
    /// Everything wrong with the table; warnings too.
    violations: Vec<Violation>,
    /// The seed they were drawn with.
    seed: BigInt,
}

/// A column of a preview.
#[derive(SimpleObject)]
pub(crate) struct PreviewColumn {
    /// Field name.
    name: String,
    /// Field type.
    #[graphql(name = "type")]
    field_type: FieldType,
    /// The generator that is used, chosen where none is declared.
    generator: GeneratorUse,
}

impl From<preview::Preview> for Preview {
    fn from(preview: preview::Preview) -> Self {
        let column = |column: preview::PreviewColumn| PreviewColumn {
            name: column.name,
            field_type: column.field_type.into(),
            generator: column.generator.into(),
        };
        Self {
            columns: preview.columns.into_iter().map(column).collect(),
            rows: preview.rows.into_iter().map(Value::Array).collect(),
            violations: common::violations(preview.violations),
            seed: preview.seed.into(),
        }
    }
}

impl Preview {
    /// No rows, for these reasons.
    pub fn refused(violations: Vec<dmb_spec::Violation>) -> Self {
        let violations = common::violations(violations);
        Self { columns: Vec::new(), rows: Vec::new(), violations, seed: 0_u64.into() }
    }
}
