//! Catalogues as the schema shows them.

use async_graphql::{Enum, SimpleObject};
use dmb_app::App;
use dmb_app::catalog::{self, ParamKind as Kind};
use serde_json::Value;

use crate::modules::common::{GeneratorUse, Words};
use crate::scalars::BigInt;

/// The type of a field. What a type can be told beyond its name is in the field's constraints.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
#[graphql(remote = "dmb_spec::FieldType")]
pub(crate) enum FieldType {
    /// Text of up to `maxLength` characters (255 unless told).
    String,
    /// Text without a stated limit.
    Text,
    /// Whole number of 32 bits.
    Integer,
    /// Whole number of 64 bits.
    BigInteger,
    /// Floating point number of 64 bits.
    Float,
    /// Exact number with `precision` digits, `scale` of them behind the point.
    Decimal,
    /// True or false.
    Boolean,
    /// Calendar date.
    Date,
    /// Time of day, to the second.
    Time,
    /// Moment in UTC, to the microsecond.
    Datetime,
    /// E-mail address.
    Email,
    /// Web address.
    Url,
    /// UUID.
    Uuid,
    /// Any JSON value.
    Json,
    /// One of `choices`.
    Enum,
    /// Telephone number.
    Phone,
    /// IPv4 or IPv6 address.
    IpAddress,
    /// Bytes.
    Binary,
    /// Whole number of 64 bits that counts up from 1 by itself.
    AutoIncrement,
    /// Value of a key of a table of the same project.
    ForeignKey,
}

/// A field type as the catalogue shows it.
#[derive(SimpleObject)]
pub(crate) struct FieldTypeDescriptor {
    /// The type.
    #[graphql(name = "type")]
    field_type: FieldType,
    /// What people are shown.
    label: Words,
    /// What it is for.
    description: Words,
    /// Names of the constraints it knows.
    constraints: Vec<&'static str>,
    /// What its column is called in each database, as an object from database to type: `{"sqlite": "TEXT"}`.
    database_types: Value,
}

impl FieldTypeDescriptor {
    /// A type, with what its column is called in the database at hand.
    pub fn of(info: &catalog::FieldTypeInfo, app: &App) -> Self {
        let tables = app.tables();
        let column = Value::from(tables.database_type(info.field_type));
        Self {
            field_type: info.field_type.into(),
            label: info.label.into(),
            description: info.description.into(),
            constraints: info.constraints.to_vec(),
            database_types: Value::Object([(tables.database().to_lowercase(), column)].into_iter().collect()),
        }
    }
}

/// What kind of value a parameter takes; the page draws its form from it.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
pub(crate) enum ParamKind {
    /// Any number, with bounds where given.
    Number,
    /// A whole number, with bounds where given.
    Integer,
    /// Text.
    Text,
    /// True or false.
    Boolean,
    /// One of `choices`.
    Choice,
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
    /// Which of several things of a row it tells of, by a word of one's own. Fields of a table with the same word whose
    /// generators have one of `subjects` in common agree in every row.
    Bundle,
    /// A list of objects with the values that `columns` describe.
    Rows,
    /// Anything, as JSON.
    Json,
    /// An SQL expression over the row's other columns; `choices` are the functions it may call.
    Sql,
    /// A generator: a name, or an object from its name to its parameters.
    Generator,
    /// A generator with the words of a field: type, null_rate, constraints.
    Member,
    /// A list of the same, each with a name.
    Members,
    /// A list of conditions on a field, each with the generator where it holds.
    Cases,
}

/// One parameter of a generator or a format.
#[derive(SimpleObject)]
pub(crate) struct ParamDescriptor {
    /// Key in the parameters.
    name: &'static str,
    /// What people are shown.
    label: Words,
    /// One sentence of help.
    help: Words,
    /// What it takes.
    kind: ParamKind,
    /// Whether it must be given.
    required: bool,
    /// What holds when it is absent, where that can be said as a value.
    default: Option<Value>,
    /// Smallest number.
    min: Option<f64>,
    /// Largest number.
    max: Option<f64>,
    /// The words to choose from; of an SQL expression the functions it may call.
    choices: Option<Vec<&'static str>>,
    /// What each object of a list of rows holds.
    columns: Option<Vec<ParamDescriptor>>,
}

impl From<&catalog::ParamDescriptor> for ParamDescriptor {
    fn from(param: &catalog::ParamDescriptor) -> Self {
        let float = |bound: Option<i64>| bound.map(|bound| bound as f64);
        let (kind, min, max, choices) = match &param.kind {
            Kind::Number { min, max } => (ParamKind::Number, *min, *max, None),
            Kind::Integer { min, max } => (ParamKind::Integer, float(*min), float(*max), None),
            Kind::Text => (ParamKind::Text, None, None, None),
            Kind::Boolean => (ParamKind::Boolean, None, None, None),
            Kind::Choice(words) => (ParamKind::Choice, None, None, Some(words.to_vec())),
            Kind::Moment => (ParamKind::Moment, None, None, None),
            Kind::Span => (ParamKind::Span, None, None, None),
            Kind::Field => (ParamKind::Field, None, None, None),
            Kind::Locale => (ParamKind::Locale, None, None, None),
            Kind::List => (ParamKind::List, None, None, None),
            Kind::Weights => (ParamKind::Weights, None, None, None),
            Kind::Bundle(_) => (ParamKind::Bundle, None, None, None),
            Kind::Rows(_) => (ParamKind::Rows, None, None, None),
            Kind::Json => (ParamKind::Json, None, None, None),
            Kind::Sql(functions) => (ParamKind::Sql, None, None, Some(functions.to_vec())),
            Kind::Generator => (ParamKind::Generator, None, None, None),
            Kind::Member => (ParamKind::Member, None, None, None),
            Kind::Members => (ParamKind::Members, None, None, None),
            Kind::Cases => (ParamKind::Cases, None, None, None),
        };
        let columns = match &param.kind {
            Kind::Rows(columns) => Some(columns.iter().map(Into::into).collect()),
            _ => None,
        };
        Self {
            name: param.name,
            label: param.label.into(),
            help: param.help.into(),
            kind,
            required: param.required,
            default: param.default.clone(),
            min,
            max,
            choices,
            columns,
        }
    }
}

/// A generator of the catalogue.
#[derive(SimpleObject)]
pub(crate) struct GeneratorDescriptor {
    /// Name used in designs, such as `person.full_name`.
    name: &'static str,
    /// Family it is listed under: a stable word.
    family: &'static str,
    /// The family, as people are shown it.
    family_label: Words,
    /// What people are shown.
    label: Words,
    /// One or two sentences.
    description: Words,
    /// Field types it can fill.
    produces: Vec<FieldType>,
    /// Its parameters, in the order of the form.
    params: Vec<ParamDescriptor>,
    /// Parameters that make a good example, as an object.
    example: Value,
    /// A few of its values, as text; none where it needs other fields.
    example_values: Vec<String>,
    /// Whether what it makes depends on the locale.
    localized: bool,
    /// Whether it can fill a unique field.
    unique: bool,
    /// What its values tell of where several fields of a table can agree, such as `person`; empty where they can't.
    subjects: Vec<&'static str>,
}

impl From<&'static catalog::GeneratorInfo> for GeneratorDescriptor {
    fn from(info: &'static catalog::GeneratorInfo) -> Self {
        let descriptor = &info.descriptor;
        Self {
            name: descriptor.name,
            family: descriptor.family.as_str(),
            family_label: descriptor.family.label().into(),
            label: descriptor.label.into(),
            description: descriptor.description.into(),
            produces: descriptor.produces.iter().map(|t| (*t).into()).collect(),
            params: descriptor.params.iter().map(Into::into).collect(),
            example: descriptor.example.clone(),
            example_values: info.example_values.clone(),
            localized: descriptor.localized,
            unique: descriptor.unique,
            subjects: descriptor.subjects().to_vec(),
        }
    }
}

/// A kind of fault: a way in which rows can be wrong on purpose.
#[derive(SimpleObject)]
pub(crate) struct FaultKindDescriptor {
    /// Name used in designs, such as `orphan`.
    name: &'static str,
    /// What people are shown.
    label: Words,
    /// One or two sentences.
    description: Words,
    /// Types of the fields it can strike.
    strikes: Vec<FieldType>,
    /// Its parameters, in the order of the form: `field` first, `weight` last.
    params: Vec<ParamDescriptor>,
}

impl From<&'static catalog::FaultDescriptor> for FaultKindDescriptor {
    fn from(descriptor: &'static catalog::FaultDescriptor) -> Self {
        Self {
            name: descriptor.name,
            label: descriptor.label.into(),
            description: descriptor.description.into(),
            strikes: descriptor.strikes.iter().map(|t| (*t).into()).collect(),
            params: descriptor.params.iter().map(Into::into).collect(),
        }
    }
}

/// A generator that suits a field.
#[derive(SimpleObject)]
pub(crate) struct GeneratorSuggestion {
    /// The generator, with parameters.
    generator: GeneratorUse,
    /// The field type it goes with.
    field_type: FieldType,
    /// How well it suits, 0 to 1.
    score: f64,
    /// Why, in a sentence.
    reason: String,
}

impl From<catalog::Suggestion> for GeneratorSuggestion {
    fn from(suggestion: catalog::Suggestion) -> Self {
        Self {
            generator: suggestion.generator.into(),
            field_type: suggestion.field_type.into(),
            score: suggestion.score,
            reason: suggestion.reason,
        }
    }
}

/// A format of files.
#[derive(SimpleObject)]
pub(crate) struct FormatDescriptor {
    /// Its id, such as `xlsx`.
    id: &'static str,
    /// What people are shown.
    label: Words,
    /// What it is good for.
    description: Words,
    /// File name extension, without the dot.
    extension: &'static str,
    /// Media type.
    media_type: &'static str,
    /// Its options, in the order of the form.
    params: Vec<ParamDescriptor>,
    /// Most rows of a table it holds; null: no limit.
    max_rows: Option<BigInt>,
}

impl From<&'static catalog::FormatDescriptor> for FormatDescriptor {
    fn from(format: &'static catalog::FormatDescriptor) -> Self {
        Self {
            id: format.id,
            label: format.label.into(),
            description: format.description.into(),
            extension: format.extension,
            media_type: format.media_type,
            params: format.params.iter().map(Into::into).collect(),
            max_rows: format.max_rows.map(Into::into),
        }
    }
}

/// A locale that generators know.
#[derive(SimpleObject)]
pub(crate) struct Locale {
    /// Its id, such as `es_ES`.
    pub id: &'static str,
    /// What people are shown.
    pub label: Words,
}

/// A design to start from.
#[derive(SimpleObject)]
pub(crate) struct Template {
    /// Its id.
    id: &'static str,
    /// What people are shown.
    label: Words,
    /// What it is for.
    description: Words,
    /// Its tables.
    tables: Vec<TemplateTable>,
}

/// A table of a template.
#[derive(SimpleObject)]
pub(crate) struct TemplateTable {
    /// Name.
    name: String,
    /// Field names, in order.
    fields: Vec<String>,
    /// Names of the tables it refers to.
    references: Vec<String>,
    /// Rows of a run.
    rows: BigInt,
    /// Sample rows: lists of values in field order.
    sample: Vec<Value>,
}

impl From<&'static catalog::TemplateInfo> for Template {
    fn from(template: &'static catalog::TemplateInfo) -> Self {
        let table = |t: &'static catalog::TemplateTable| TemplateTable {
            name: t.name.clone(),
            fields: t.fields.clone(),
            references: t.references.clone(),
            rows: t.rows.into(),
            sample: t.sample.iter().cloned().map(Value::Array).collect(),
        };
        Self {
            id: template.id,
            label: template.label.into(),
            description: template.description.into(),
            tables: template.tables.iter().map(table).collect(),
        }
    }
}
