//! Columns made ready: foreign keys get their way of finding parents, keys their permutations, fields their fillers.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use dmb_spec::{Design, Field, FieldId, FieldType, Violation};

use super::composite::Composite;
use super::guard::Guard;
use super::model::Column;
use super::nulls::NullRate;
use super::relation::Relation;
use super::resolve::{Resolved, of_param};
use super::tables::Outline;
use super::{draws, keys};
use crate::generator::{CompileContext, Filler, Positions, RelationLookup};
use crate::generators::structure::FOREIGN_KEY;
use crate::stream::Stream;
use crate::types;

/// What compiling a table's columns needs to know.
pub(crate) struct Setting<'a> {
    pub design: &'a Design,
    pub outlines: &'a [Outline<'a>],
    /// Place of the table among the outlines.
    pub at: usize,
    pub resolved: &'a [Option<Resolved>],
    pub seed: u64,
    pub key_seed: u64,
    pub as_of: DateTime<Utc>,
}

/// What is decided of a column before its filler is made.
#[derive(Default)]
pub(crate) struct Decisions {
    /// Ways of foreign keys, by field place.
    pub relations: HashMap<usize, Relation>,
    /// Digits of keys of several columns, by field place.
    pub digits: HashMap<usize, (Arc<Composite>, usize)>,
    /// Fillers made already, to know their capacity.
    pub fillers: HashMap<usize, Box<dyn Filler>>,
}

impl<'a> Setting<'a> {
    pub(crate) fn outline(&self) -> &'a Outline<'a> {
        &self.outlines[self.at]
    }

    pub(crate) fn fields(&self) -> &'a [Field] {
        &self.outline().table.fields
    }

    /// Whether the field draws its parents, rather than copying a key from elsewhere.
    pub(crate) fn draws_parents(&self, at: usize) -> bool {
        self.resolved[at].as_ref().is_some_and(|resolved| resolved.reference.name == FOREIGN_KEY)
    }

    /// The stream of a field from one of the two seeds.
    pub(crate) fn stream(&self, seed: u64, field: FieldId) -> Stream {
        Stream::root(seed).of(self.outline().table.id.0).of(field.0)
    }

    /// Compiles the filler of a field; `unique` for one whose values tell rows apart, of which `rows` are needed.
    pub(crate) fn filler(
        &self,
        at: usize,
        unique: bool,
        rows: u64,
        out: &mut Vec<Violation>,
    ) -> Option<Box<dyn Filler>> {
        let (field, resolved) = (&self.fields()[at], self.resolved[at].as_ref()?);
        let outline = self.outline();
        let context = CompileContext {
            field,
            table: outline.table,
            design: self.design,
            data_type: &types::data_type(self.design, field),
            as_of: self.as_of,
            locales: &self.design.locale,
            stream: self.stream(if unique { self.key_seed } else { self.seed }, field.id),
            table_stream: Stream::root(self.seed).of(outline.table.id.0),
            unique,
            rows,
            relations: &Counted(outline),
        };
        match resolved.generator.compile(&resolved.reference.params, &context) {
            Ok(filler) => Some(filler),
            Err(problems) => {
                let path = outline.path(field);
                out.extend(problems.into_iter().map(|problem| of_param(&path, problem)));
                None
            }
        }
    }
}

/// The columns of a table, in field order, their inputs still to be linked; `None` where something is wrong.
pub(crate) fn compile(setting: &Setting<'_>, out: &mut Vec<Violation>) -> Vec<Option<Column>> {
    let mut decisions = Decisions::default();
    keys::decide(setting, &mut decisions, out);
    draws::decide(setting, &mut decisions, out);
    (0..setting.fields().len()).map(|at| column(setting, at, &mut decisions, out)).collect()
}

fn column(setting: &Setting<'_>, at: usize, decisions: &mut Decisions, out: &mut Vec<Violation>) -> Option<Column> {
    let (field, outline) = (&setting.fields()[at], setting.outline());
    let relation = decisions.relations.remove(&at);
    let digit = decisions.digits.remove(&at);
    if setting.draws_parents(at) && relation.is_none() {
        return None;
    }
    let alone = outline.table.is_unique(field);
    // The plan itself keeps foreign keys unique.
    let unique = alone && relation.is_none();
    let filler = match decisions.fillers.remove(&at) {
        Some(made) => made,
        None => setting.filler(at, unique, outline.rows_in_all(), out)?,
    };
    if unique {
        check_capacity(outline, field, &*filler, out);
    }
    let data_type = types::data_type(setting.design, field);
    Some(Column {
        generator: setting.resolved[at].as_ref()?.reference.clone(),
        guard: Guard::new(field, alone || digit.is_some(), &data_type, setting.as_of),
        filler,
        data_type,
        inputs: Vec::new(),
        digit: digit.filter(|_| relation.is_none()),
        nulls: NullRate::new(
            if field.nullable { field.null_rate } else { 0.0 },
            setting.stream(setting.seed, field.id),
        ),
        relation,
    })
}

fn check_capacity(outline: &Outline<'_>, field: &Field, filler: &dyn Filler, out: &mut Vec<Violation>) {
    let rows = outline.rows_in_all();
    match filler.capacity() {
        None if rows > 1 => {
            let message =
                format!("{} is unique, which its generator can't promise; choose another generator", field.name);
            out.push(Violation::error(format!("{}.generator", outline.path(field)), "unique_not_promised", message));
        }
        Some(capacity) if capacity < u128::from(rows) => {
            let message = format!(
                "{} is unique and can have {capacity} different values, but {rows} rows are asked for",
                field.name
            );
            out.push(Violation::error(outline.path(field), "unique_capacity", message));
        }
        _ => {}
    }
}

/// Places of rows among their parent's children, for one table.
struct Counted<'a>(&'a Outline<'a>);

impl RelationLookup for Counted<'_> {
    fn positions(&self, field: FieldId) -> Option<Arc<dyn Positions>> {
        let (by, children) = self.0.counted.as_ref()?;
        (*by == field).then(|| Arc::clone(children) as Arc<dyn Positions>)
    }
}

/// Whether a field is a foreign key.
pub(crate) fn is_foreign(field: &Field) -> bool {
    field.field_type == FieldType::ForeignKey
}
