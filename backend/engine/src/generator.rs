//! What a generator is: an entry of the catalogue that, given parameters and a field, becomes a [`Filler`].

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_schema::DataType;
use chrono::{DateTime, Utc};
use dmb_spec::{Design, Field, FieldId, FieldType, LocaleMix, Params, Table};
use serde_json::Value;

use crate::law::Law;
use crate::stream::Stream;

/// A text in the languages the page speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub en: &'static str,
    /// Spanish.
    pub es: &'static str,
}

/// What kind of value a parameter takes; the page draws its form from it.
#[derive(Clone, Debug, PartialEq)]
pub enum ParamKind {
    /// Any number, with bounds where given.
    Number {
        /// Smallest, included.
        min: Option<f64>,
        /// Largest, included.
        max: Option<f64>,
    },
    /// A whole number, with bounds where given.
    Integer {
        /// Smallest, included.
        min: Option<i64>,
        /// Largest, included.
        max: Option<i64>,
    },
    /// Text.
    Text,
    /// True or false.
    Boolean,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A moment: a date, a date and time, `now`, or a span from now such as `-2y`.
    Moment,
    /// A span of time, such as `90s`, `12h`, `7d`.
    Span,
    /// The name of another field of the same table.
    Field,
    /// One of the catalogue's locales.
    Locale,
    /// A list of values.
    List,
    /// Values with weights: an object from value to weight.
    Weights,
    /// Which of several things of a row a column tells of, by a word of one's own. Columns of a table with the same word
    /// that tell of the same kind of thing (one of these, such as `person`) agree in every row.
    Bundle(&'static [&'static str]),
    /// A list of objects with these values, such as ranges with weights.
    Rows(Vec<ParamDescriptor>),
    /// Anything, as JSON.
    Json,
    /// An SQL expression over the row's other columns, which may call these functions.
    Sql(&'static [&'static str]),
    /// A generator: a name, or an object from its name to its parameters.
    Generator,
    /// A generator with the words of a field: type, null_rate, constraints.
    Member,
    /// A list of the same, each with a name.
    Members,
    /// A list of conditions on a field, each with the generator where it holds.
    Cases,
}

/// One parameter of a generator.
#[derive(Clone, Debug, PartialEq)]
pub struct ParamDescriptor {
    /// Key in the parameters.
    pub name: &'static str,
    /// What people are shown.
    pub label: Words,
    /// One sentence of help.
    pub help: Words,
    /// What it takes.
    pub kind: ParamKind,
    /// Whether it must be given.
    pub required: bool,
    /// What holds when it is absent, where that can be said as a value.
    pub default: Option<Value>,
}

/// What the catalogue tells of a generator.
#[derive(Clone, Debug, PartialEq)]
pub struct Descriptor {
    /// Name used in designs: `family.word`, lower case; structural ones have no family.
    pub name: &'static str,
    /// Family it is listed under.
    pub family: Family,
    /// What people are shown.
    pub label: Words,
    /// One or two sentences.
    pub description: Words,
    /// Field types it can fill.
    pub produces: &'static [FieldType],
    /// Its parameters, in the order of the form.
    pub params: Vec<ParamDescriptor>,
    /// Parameters that make a good example.
    pub example: Value,
    /// Whether what it makes depends on the locale.
    pub localized: bool,
    /// Whether it can fill a unique field.
    pub unique: bool,
}

impl Descriptor {
    /// What its values tell of where several columns can agree, such as `person`; empty where they can't.
    pub fn subjects(&self) -> &'static [&'static str] {
        let of = |param: &ParamDescriptor| match param.kind {
            ParamKind::Bundle(of) => Some(of),
            _ => None,
        };
        self.params.iter().find_map(of).unwrap_or_default()
    }
}

/// The families of the catalogue, in the order people are shown them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    /// People: names, sex, birth.
    Person,
    /// E-mail, addresses of the net, agents.
    Internet,
    /// Places.
    Address,
    /// Telephone numbers.
    Phone,
    /// Companies and jobs.
    Company,
    /// Products, prices, orders.
    Commerce,
    /// Money, cards, accounts.
    Finance,
    /// Identity documents and tax numbers.
    Identity,
    /// Dates and times.
    DateTime,
    /// Words and sentences.
    Text,
    /// Numbers and distributions.
    Number,
    /// Codes, patterns, identifiers.
    Code,
    /// Machines, programs and their logs.
    System,
    /// Colours, files, films.
    Media,
    /// Science and medicine.
    Science,
    /// Vehicles, journeys, freight.
    Travel,
    /// Choices, sequences, copies of other fields, keys.
    Structure,
}

impl Family {
    /// Every family in order.
    pub const ALL: [Self; 17] = [
        Self::Person,
        Self::Internet,
        Self::Address,
        Self::Phone,
        Self::Company,
        Self::Commerce,
        Self::Finance,
        Self::Identity,
        Self::DateTime,
        Self::Text,
        Self::Number,
        Self::Code,
        Self::System,
        Self::Media,
        Self::Science,
        Self::Travel,
        Self::Structure,
    ];

    /// The word used in the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Internet => "internet",
            Self::Address => "address",
            Self::Phone => "phone",
            Self::Company => "company",
            Self::Commerce => "commerce",
            Self::Finance => "finance",
            Self::Identity => "identity",
            Self::DateTime => "datetime",
            Self::Text => "text",
            Self::Number => "number",
            Self::Code => "code",
            Self::System => "system",
            Self::Media => "media",
            Self::Science => "science",
            Self::Travel => "travel",
            Self::Structure => "structure",
        }
    }

    /// What people are shown.
    pub fn label(self) -> Words {
        match self {
            Self::Person => Words { en: "Person", es: "Persona" },
            Self::Internet => Words { en: "Internet", es: "Internet" },
            Self::Address => Words { en: "Address", es: "Dirección" },
            Self::Phone => Words { en: "Phone", es: "Teléfono" },
            Self::Company => Words { en: "Company", es: "Empresa" },
            Self::Commerce => Words { en: "Commerce", es: "Comercio" },
            Self::Finance => Words { en: "Finance", es: "Finanzas" },
            Self::Identity => Words { en: "Identity documents", es: "Documentos de identidad" },
            Self::DateTime => Words { en: "Date and time", es: "Fecha y hora" },
            Self::Text => Words { en: "Text", es: "Texto" },
            Self::Number => Words { en: "Number", es: "Número" },
            Self::Code => Words { en: "Code", es: "Código" },
            Self::System => Words { en: "Systems and logs", es: "Sistemas y registros" },
            Self::Media => Words { en: "Colours and files", es: "Colores y archivos" },
            Self::Science => Words { en: "Science and medicine", es: "Ciencia y medicina" },
            Self::Travel => Words { en: "Vehicles and travel", es: "Vehículos y viajes" },
            Self::Structure => Words { en: "Structure", es: "Estructura" },
        }
    }
}

/// What is wrong with a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParamProblem {
    /// The parameter, or the empty text for the generator as a whole.
    pub param: String,
    /// A stable word for programs.
    pub code: &'static str,
    /// One sentence for a person.
    pub message: String,
    /// What to write instead.
    pub suggestion: Option<String>,
}

impl ParamProblem {
    /// A problem with one parameter, or with the generator as a whole where `param` is empty.
    pub fn new(param: impl Into<String>, code: &'static str, message: impl Into<String>) -> Self {
        Self { param: param.into(), code, message: message.into(), suggestion: None }
    }
}

/// All a generator may know when it is made ready for a field. There is no more to know while it fills.
pub struct CompileContext<'a> {
    /// The field to fill.
    pub field: &'a Field,
    /// Its table.
    pub table: &'a Table,
    /// The whole design.
    pub design: &'a Design,
    /// The Arrow type that `fill` must return (see [`crate::types::data_type`]).
    pub data_type: &'a DataType,
    /// What "now" means.
    pub as_of: DateTime<Utc>,
    /// The locales in force for this field, with weights.
    pub locales: &'a LocaleMix,
    /// Stream of this column in this run: from (seed, table id, field id).
    pub stream: Stream,
    /// Stream of this table in this run, for bundles: `table_stream.named("person")` is the same in every column of
    /// the table, so columns that draw from it agree with one another.
    pub table_stream: Stream,
    /// Whether no two rows may share a value; then [`Filler::capacity`] must say how many there are.
    pub unique: bool,
    /// Rows this run makes of the table, counted from row 0 (rows of earlier runs included); what a unique column
    /// must have room for.
    pub rows: u64,
    /// Places among a parent's children, for structural generators and for series that begin anew with every parent.
    pub relations: &'a dyn RelationLookup,
}

/// How generators learn where a row stands among its parent's children. Implemented by the plan. (Values of
/// a parent are had by [`Input::Parent`].)
pub trait RelationLookup {
    /// Places of child rows among the children of one parent. `None` where the field is not the foreign key by which
    /// the rows of its table are counted.
    fn positions(&self, field: FieldId) -> Option<Arc<dyn Positions>>;
}

/// Places of child rows among the children of one parent.
pub trait Positions: Send + Sync {
    /// For each child row number, its place among the children of its parent, from 0.
    fn positions(&self, rows: &[u64]) -> Result<Vec<u64>, EngineError>;
}

/// What goes wrong while rows are made; a defect of the design that no check foresaw, or of a generator.
#[derive(Clone, Debug, thiserror::Error)]
pub enum EngineError {
    /// A column could not be filled.
    #[error("{table}.{field}: {message}")]
    Column {
        /// Table name.
        table: String,
        /// Field name.
        field: String,
        /// What happened.
        message: String,
    },
    /// Arrow refused the data.
    #[error("rows could not be put together: {0}")]
    Arrow(String),
}

impl EngineError {
    /// An error whose place the plan fills in.
    pub fn fill(message: impl Into<String>) -> Self {
        Self::Column { table: String::new(), field: String::new(), message: message.into() }
    }
}

impl From<arrow_schema::ArrowError> for EngineError {
    fn from(error: arrow_schema::ArrowError) -> Self {
        Self::Arrow(error.to_string())
    }
}

/// A column another column is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A field of the same table and row.
    Field(FieldId),
    /// A field of the parent row that a foreign key of this table leads to.
    Parent {
        /// The foreign key.
        via: FieldId,
        /// The parent's field.
        field: FieldId,
    },
}

/// What a filler is given for one chunk.
pub struct FillContext<'a> {
    /// Row numbers to fill, in any order, any number; a chunk's are consecutive.
    pub rows: &'a [u64],
    /// The columns named by [`Filler::inputs`], in that order, each as long as `rows`.
    pub inputs: &'a [ArrayRef],
}

/// A generator made ready for one field: a pure function of row numbers and inputs.
pub trait Filler: Send + Sync {
    /// Columns this one is made from. The plan orders columns by it and refuses circles.
    fn inputs(&self) -> Vec<Input> {
        Vec::new()
    }

    /// How many different values there are, where the filler was made with `unique`: then rows 0 … capacity-1 give
    /// different values. `None` where it can't promise any, and the plan refuses a unique field.
    fn capacity(&self) -> Option<u128> {
        None
    }

    /// How often which values come, where that can be said and rows are drawn independently; a profile of the rows tests
    /// it. `None`, and nothing is tested.
    fn law(&self) -> Option<Law> {
        None
    }

    /// Whether every text it makes is one JSON value, so that nobody has to look at it again.
    fn makes_json(&self) -> bool {
        false
    }

    /// The column for these rows: as long as `cx.rows`, of the type asked for. Nulls for the field's null rate are
    /// put in by the plan, not here.
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError>;
}

/// An entry of the catalogue. One value per generator, listed in [`crate::catalog`].
pub trait Generator: Send + Sync {
    /// What the catalogue tells of it.
    fn descriptor(&self) -> Descriptor;

    /// Makes it ready for a field, or says all that is wrong with the parameters. Parameters that the descriptor
    /// rules out (unknown name, wrong kind, out of bounds, missing) have been refused before.
    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>>;
}
