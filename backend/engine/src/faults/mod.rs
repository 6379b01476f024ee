//! Faults: wrong values on purpose. A kind a file, and a line in [`KINDS`]; the page draws its forms from the descriptors.
//!
//! A row is faulty with its table's rate, and a faulty row has one fault, chosen by weight: both a pure function of (seed,
//! table, row), from streams of their own. Faults are put into rows that are whole already, so no other cell changes with
//! them, and children compute their parents' keys as they were before.

use std::sync::LazyLock;

use arrow_array::ArrayRef;
use arrow_schema::DataType;
use chrono::{DateTime, Utc};
use dmb_spec::{Field, FieldType, Params, Table};

use crate::generator::{EngineError, ParamDescriptor, ParamKind, ParamProblem, Words};
use crate::generators::support::describe::{defaulted, required, words};
use crate::plan::Keyspace;
use crate::stream::Stream;

mod amounts;
mod duplicate;
mod encoding;
mod future;
mod given;
mod missing;
mod orphan;
mod range;
mod slips;
mod swap;
mod target;
mod values;

pub use target::broken_rules;

/// Every kind, in the order people are shown them.
const KINDS: [&dyn FaultKind; 16] = [
    &missing::Null,
    &range::OutOfRange,
    &given::WRONG_TYPE,
    &given::UNKNOWN_CODE,
    &given::BROKEN_PATTERN,
    &duplicate::Duplicate,
    &orphan::Orphan,
    &swap::Swap,
    &slips::TYPO,
    &slips::WHITESPACE,
    &slips::CASE,
    &encoding::Encoding,
    &amounts::Unit,
    &amounts::Negative,
    &future::Future,
    &amounts::Outlier,
];

/// What the catalogue tells of a kind of fault.
#[derive(Clone, Debug, PartialEq)]
pub struct FaultDescriptor {
    /// Name used in designs.
    pub name: &'static str,
    /// What people are shown.
    pub label: Words,
    /// One or two sentences.
    pub description: Words,
    /// Types of the fields it can strike.
    pub strikes: &'static [FieldType],
    /// Its parameters, in the order of the form: `field` first, `weight` last.
    pub params: Vec<ParamDescriptor>,
}

/// A cell that was made wrong on purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultyCell {
    /// Number of its row in this run, from 1.
    pub row: u64,
    /// The primary key of the row as it is without faults: its text, or where it has several fields a JSON list of
    /// texts. `None` for a table without key.
    pub key: Option<String>,
    /// Place of its field in the table.
    pub field: usize,
    /// Name of the kind.
    pub kind: &'static str,
    /// What it was, as text; `None` for null.
    pub original: Option<String>,
    /// What it is now.
    pub value: Option<String>,
}

/// What a kind does to a column, as far as rules of a table can be broken by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Makes it null.
    Empties,
    /// Changes a number or a moment.
    Moves,
    /// Changes a text.
    Rewrites,
    /// Takes another row's value.
    Repeats,
    /// Takes a value that no parent has.
    Orphans,
    /// Takes the value of another field of the row.
    Swaps,
}

/// An entry of the catalogue of kinds.
pub(crate) trait FaultKind: Send + Sync {
    /// What the catalogue tells of it.
    fn descriptor(&self) -> FaultDescriptor;

    /// What it does to the columns it strikes.
    fn effect(&self) -> Effect;

    /// Makes it ready for its columns, or says all that is wrong with the parameters. What the descriptor rules out has
    /// been refused before.
    fn compile(&self, cx: &FaultContext<'_>) -> Result<Box<dyn Damage>, Vec<ParamProblem>>;
}

/// All a kind may know when it is made ready.
pub(crate) struct FaultContext<'a> {
    pub params: &'a Params,
    pub table: &'a Table,
    /// The fields it strikes with the Arrow types of their columns, in the order of its parameters; at least one.
    pub struck: Vec<(&'a Field, DataType)>,
    /// What "now" means.
    pub as_of: DateTime<Utc>,
    /// Its own stream.
    pub stream: Stream,
    /// First row of the run, and how many there are.
    pub rows: (u64, u64),
    /// What keys the parents have, where the first field is a foreign key.
    pub keys: Option<Keyspace<'a>>,
}

impl FaultContext<'_> {
    /// The first field it strikes.
    pub(crate) fn field(&self) -> &Field {
        self.struck[0].0
    }

    /// The Arrow type of its column.
    pub(crate) fn data_type(&self) -> &DataType {
        &self.struck[0].1
    }
}

/// The faulty rows of one kind, with their cells as they were.
pub(crate) struct Struck<'a> {
    /// Row numbers.
    pub rows: &'a [u64],
    /// The columns it strikes at these rows, in the order of its parameters.
    pub values: &'a [ArrayRef],
    /// The first of the columns as it is without faults, at any other rows of the run.
    pub elsewhere: &'a dyn Fn(Vec<u64>) -> Result<ArrayRef, EngineError>,
}

/// A kind made ready: a pure function of row numbers and cells.
pub(crate) trait Damage: Send + Sync {
    /// The columns as they are with the fault. A cell that can't be made wrong stays as it was, and counts as sound.
    fn damage(&self, struck: &Struck<'_>) -> Result<Vec<ArrayRef>, EngineError>;
}

static DESCRIPTORS: LazyLock<Vec<FaultDescriptor>> =
    LazyLock::new(|| KINDS.iter().map(|kind| kind.descriptor()).collect());

/// Every kind's descriptor, in the order people are shown them.
pub fn descriptors() -> &'static [FaultDescriptor] {
    &DESCRIPTORS
}

/// The kind with this name, and what the catalogue tells of it.
pub(crate) fn find(name: &str) -> Option<(&'static dyn FaultKind, &'static FaultDescriptor)> {
    KINDS.into_iter().zip(descriptors()).find(|(_, descriptor)| descriptor.name == name)
}

/// Field types whose values are texts that can be miswritten.
const TEXTS: &[FieldType] = &[
    FieldType::String,
    FieldType::Text,
    FieldType::Email,
    FieldType::Url,
    FieldType::Enum,
    FieldType::Phone,
    FieldType::IpAddress,
    FieldType::Json,
];

/// A kind's parameters: the field it strikes, its own, and its weight.
fn params(own: impl IntoIterator<Item = ParamDescriptor>) -> Vec<ParamDescriptor> {
    let field = required(
        "field",
        ParamKind::Field,
        words("Field", "Campo"),
        words("The field whose value becomes wrong.", "El campo cuyo valor se vuelve incorrecto."),
    );
    let weight = defaulted(
        "weight",
        ParamKind::Number { min: Some(0.0), max: None },
        words("Weight", "Peso"),
        words(
            "How often this fault is taken, against the others of the table.",
            "Con qué frecuencia se elige este fallo frente a los demás de la tabla.",
        ),
        1,
    );
    [field].into_iter().chain(own).chain([weight]).collect()
}

#[cfg(test)]
mod tests;
