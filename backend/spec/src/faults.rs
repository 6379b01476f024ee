//! Faults: wrong values put into a table's rows on purpose.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Params;

/// The faults of a table. A row is faulty with the chance [`Self::rate`]; a faulty row has exactly one fault, each of
/// [`Self::kinds`] as often as its weight says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Faults {
    /// Share of rows that are faulty, 0 to 1.
    pub rate: f64,
    /// What can be wrong with a row.
    pub kinds: Vec<Fault>,
}

impl Faults {
    /// Whether some row can come out faulty.
    pub fn is_active(&self) -> bool {
        self.rate > 0.0 && self.kinds.iter().any(|fault| fault.weight() > 0.0)
    }
}

/// One thing that can be wrong with a row: a kind of the catalogue with its parameters, among them the `field` it
/// strikes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fault {
    /// Name of the kind in the catalogue, such as `orphan`.
    pub kind: String,
    /// Its parameters, fields by their names; what is absent takes its default.
    #[serde(default, skip_serializing_if = "Params::is_empty")]
    pub params: Params,
}

impl Fault {
    /// A fault of this kind that strikes this field, everything else at its default.
    pub fn on(kind: impl Into<String>, field: impl Into<String>) -> Self {
        let mut params = Params::new();
        params.insert("field".to_owned(), Value::String(field.into()));
        Self { kind: kind.into(), params }
    }

    /// How often it is taken, against the other faults of its table: 1 unless told.
    pub fn weight(&self) -> f64 {
        self.params.get("weight").and_then(Value::as_f64).unwrap_or(1.0)
    }
}
