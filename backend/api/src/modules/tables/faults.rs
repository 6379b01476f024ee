//! Faults of a table, as the schema shows and takes them.

use async_graphql::{InputObject, SimpleObject};
use dmb_spec::{Fault, Faults};
use serde_json::Value;

use crate::modules::common::Problems;

/// What is wrong with some rows of a table, on purpose.
#[derive(SimpleObject)]
pub(crate) struct TableFaults {
    /// Share of rows that are faulty, 0 to 1.
    rate: f64,
    /// What can be wrong with a row; a faulty row has exactly one of these.
    kinds: Vec<TableFault>,
}

/// One thing that can be wrong with a row.
#[derive(SimpleObject)]
pub(crate) struct TableFault {
    /// Name of the kind, see `faultKinds`.
    kind: String,
    /// Its parameters, as an object; fields by their names.
    params: Value,
}

impl From<&Faults> for TableFaults {
    fn from(faults: &Faults) -> Self {
        let kind = |fault: &Fault| TableFault { kind: fault.kind.clone(), params: Value::Object(fault.params.clone()) };
        Self { rate: faults.rate, kinds: faults.kinds.iter().map(kind).collect() }
    }
}

/// What should be wrong with some rows of a table.
#[derive(InputObject)]
pub(crate) struct TableFaultsInput {
    /// Share of rows that are faulty, 0 to 1.
    rate: f64,
    /// What can be wrong with a row.
    kinds: Vec<TableFaultInput>,
}

/// One thing that can be wrong with a row.
#[derive(InputObject)]
pub(crate) struct TableFaultInput {
    /// Name of the kind, see `faultKinds`.
    kind: String,
    /// Its parameters, as an object: `{"field": "total", "weight": 2}`.
    params: Option<Value>,
}

impl TableFaultsInput {
    /// The faults; `path` is the table's.
    pub fn faults(self, path: &str, problems: &mut Problems) -> Faults {
        let kinds = self.kinds.into_iter().enumerate().map(|(at, fault)| Fault {
            kind: fault.kind,
            params: problems.object(format!("{path}.faults.kinds[{at}]"), fault.params),
        });
        Faults { rate: self.rate, kinds: kinds.collect() }
    }
}
