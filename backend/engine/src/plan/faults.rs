//! The faults of a table made ready, and put into its rows.

use arrow_array::{Array, ArrayRef};
use chrono::{DateTime, Utc};
use dmb_spec::{Design, Fault, Field, Params, Table, Violation};
use serde_json::Value;

use super::frame::Frame;
use super::model::{Model, TableModel};
use super::request::PlanRequest;
use super::tables::Outline;
use crate::arrays;
use crate::catalog::{self, nearest};
use crate::columns::{Column, Values};
use crate::digits::{push_base64, push_date, push_datetime, push_decimal, push_float, push_int, push_time, push_uuid};
use crate::faults::{Damage, Effect, FaultContext, FaultDescriptor, FaultKind, FaultyCell, Struck, descriptors, find};
use crate::generator::{EngineError, ParamKind, ParamProblem};
use crate::generators::support::weights::Alias;
use crate::stream::Stream;
use crate::types;

/// The faults of one table.
pub(crate) struct FaultPlan {
    stream: Stream,
    /// Chance of a row to be faulty, in 2^64ths; `None` for all.
    below: Option<u64>,
    alias: Alias,
    faults: Vec<Ready>,
}

/// One fault made ready.
struct Ready {
    kind: &'static str,
    /// Places of the columns it strikes.
    columns: Vec<usize>,
    damage: Box<dyn Damage>,
    may_empty: bool,
}

/// Which keys the parents of a foreign key have.
pub(crate) struct Keyspace<'a> {
    /// The key in the end, where foreign keys lead to foreign keys.
    pub field: &'a Field,
    /// Rows of its table, those of earlier runs included, where it is part of the plan.
    pub rows: Option<u64>,
}

impl FaultPlan {
    /// The faults of the table at this place made ready, `None` where it has none; what is wrong with them into `out`.
    pub(crate) fn compile(
        request: &PlanRequest<'_>,
        outlines: &[Outline<'_>],
        at: usize,
        out: &mut Vec<Violation>,
    ) -> Option<Self> {
        let outline = &outlines[at];
        let faults = outline.table.faults.as_ref().filter(|_| request.faults)?;
        let stream = Stream::root(request.seed).of(outline.table.id.0).named("faults");
        let maker = Maker { design: request.design, outlines, outline, as_of: request.as_of, stream };
        let ready: Vec<Option<Ready>> =
            faults.kinds.iter().enumerate().map(|(n, fault)| maker.ready(n, fault, out)).collect();
        let ready: Vec<Ready> = ready.into_iter().collect::<Option<_>>()?;
        let below = (faults.rate < 1.0).then_some((faults.rate * 18_446_744_073_709_551_616.0) as u64);
        let alias = Alias::new(faults.kinds.iter().map(Fault::weight));
        faults.is_active().then_some(Self { stream, below, alias, faults: ready })
    }

    /// Whether a fault may change the column at this place.
    pub(crate) fn strikes(&self, at: usize) -> bool {
        self.faults.iter().any(|fault| fault.columns.contains(&at))
    }

    /// The columns that may hold nulls because of a fault.
    pub(crate) fn emptied(&self) -> impl Iterator<Item = usize> {
        self.faults.iter().filter(|fault| fault.may_empty).flat_map(|fault| fault.columns.iter().copied())
    }

    /// The places of the faulty rows, fault by fault.
    fn struck(&self, rows: &[u64]) -> Vec<Vec<u64>> {
        let mut places = vec![Vec::new(); self.faults.len()];
        for (place, row) in rows.iter().enumerate() {
            let mut cell = self.stream.cell(*row);
            let bits = cell.bits();
            if self.below.is_none_or(|below| bits < below) {
                places[self.alias.pick(cell.bits())].push(place as u64);
            }
        }
        places
    }

    /// Puts the faults into the columns of these rows; returns the cells that changed, row by row in the order given.
    pub(crate) fn strike(
        &self,
        model: &Model,
        table: usize,
        rows: &[u64],
        columns: &mut [ArrayRef],
    ) -> Result<Vec<FaultyCell>, EngineError> {
        let sound = columns.to_vec();
        let victim = Victim { model, table, rows, sound: &sound };
        let mut cells: Vec<(u64, FaultyCell)> = Vec::new();
        for (fault, places) in self.faults.iter().zip(self.struck(rows)).filter(|(_, places)| !places.is_empty()) {
            let damaged = victim.damage(fault, &places)?;
            for (at, made) in fault.columns.iter().zip(&damaged) {
                victim.note(fault, *at, &places, made, &mut cells);
                columns[*at] = arrays::put(&columns[*at], &places, made)?;
            }
        }
        cells.sort_by_key(|(place, cell)| (*place, cell.field));
        Ok(cells.into_iter().map(|(_, cell)| cell).collect())
    }
}

/// Rows as they are without faults.
struct Victim<'a> {
    model: &'a Model,
    table: usize,
    rows: &'a [u64],
    sound: &'a [ArrayRef],
}

impl Victim<'_> {
    fn damage(&self, fault: &Ready, places: &[u64]) -> Result<Vec<ArrayRef>, EngineError> {
        let rows: Vec<u64> = places.iter().map(|place| self.rows[*place as usize]).collect();
        let values: Vec<ArrayRef> =
            fault.columns.iter().map(|at| arrays::take(&self.sound[*at], places)).collect::<Result<_, _>>()?;
        let elsewhere = |rows: Vec<u64>| Frame::new(self.model, self.table, rows).value(fault.columns[0]);
        let damaged = fault.damage.damage(&Struck { rows: &rows, values: &values, elsewhere: &elsewhere })?;
        for (made, old) in damaged.iter().zip(&values) {
            if made.len() != old.len() || made.data_type() != old.data_type() {
                return Err(EngineError::fill(format!("{} made another column than it was given", fault.kind)));
            }
        }
        Ok(damaged)
    }

    /// Lists the cells that are not as they were.
    fn note(&self, fault: &Ready, at: usize, places: &[u64], made: &ArrayRef, cells: &mut Vec<(u64, FaultyCell)>) {
        let table = &self.model.tables[self.table];
        for (n, place) in places.iter().enumerate() {
            let original = text(&self.sound[at], *place as usize);
            let value = text(made, n);
            if original != value {
                let row = self.rows[*place as usize] - table.first_row + 1;
                let key = self.key(table, *place as usize);
                cells.push((*place, FaultyCell { row, key, field: at, kind: fault.kind, original, value }));
            }
        }
    }

    fn key(&self, table: &TableModel, place: usize) -> Option<String> {
        let part = |field: &&Field| {
            let at = table.table.fields.iter().position(|f| f.id == field.id)?;
            text(&self.sound[at], place)
        };
        let parts: Vec<Option<String>> = table.table.key_fields().iter().map(part).collect();
        match parts.as_slice() {
            [] => None,
            [only] => only.clone(),
            _ => Some(Value::from_iter(parts).to_string()),
        }
    }
}

/// A cell as text, to the digit as CSV files show it: the manifest and the file of the rows agree. The text of a JSON
/// field is told as it stands: a damaged one is no JSON.
fn text(array: &dyn Array, at: usize) -> Option<String> {
    // No column has a type that `Column` does not know (see `types::data_type`).
    let values = Column::of(array).ok()?.at(at)?;
    let mut out = Vec::new();
    match values {
        Values::Text(texts) => return Some(texts.value(at).to_owned()),
        Values::Int32(numbers) => push_int(&mut out, numbers[at]),
        Values::Int64(numbers) => push_int(&mut out, numbers[at]),
        Values::Float(numbers) => push_float(&mut out, numbers[at]),
        Values::Decimal(numbers, scale) => push_decimal(&mut out, numbers[at], scale),
        Values::Boolean(values) => return Some(values.value(at).to_string()),
        Values::Date(days) => push_date(&mut out, days[at]),
        Values::Time(seconds) => push_time(&mut out, seconds[at]),
        Values::Datetime(micros) => {
            push_datetime(&mut out, micros[at], b'T');
            out.push(b'Z');
        }
        Values::Uuid(values) => push_uuid(&mut out, values.value(at)),
        Values::Binary(values) => push_base64(&mut out, values.value(at)),
    }
    // Digits, signs and letters of Base64 are ASCII.
    String::from_utf8(out).ok()
}

/// What makes the faults of one table ready.
struct Maker<'a> {
    design: &'a Design,
    outlines: &'a [Outline<'a>],
    outline: &'a Outline<'a>,
    as_of: DateTime<Utc>,
    stream: Stream,
}

impl Maker<'_> {
    fn ready(&self, n: usize, fault: &Fault, out: &mut Vec<Violation>) -> Option<Ready> {
        let path = format!("tables.{}.faults.kinds[{n}]", self.outline.table.name);
        let made = match find(&fault.kind) {
            Some((kind, descriptor)) => self.make(kind, descriptor, &fault.params),
            None => {
                out.push(unknown(path, &fault.kind));
                return None;
            }
        };
        made.map_err(|problems| out.extend(problems.into_iter().map(|problem| of_param(&path, problem)))).ok()
    }

    fn make(
        &self,
        kind: &'static dyn FaultKind,
        descriptor: &FaultDescriptor,
        params: &Params,
    ) -> Result<Ready, Vec<ParamProblem>> {
        let table = self.outline.table;
        let problems = catalog::check_object(descriptor.name, &descriptor.params, params, table);
        if !problems.is_empty() {
            return Err(problems);
        }
        let columns = struck_fields(descriptor, params, table)?;
        let fields = || columns.iter().map(|at| &table.fields[*at]);
        let struck: Vec<_> = fields().map(|field| (field, types::data_type(self.design, field))).collect();
        let stream = fields().fold(self.stream.named(descriptor.name), |stream, field| stream.of(field.id.0));
        let damage = kind.compile(&FaultContext {
            params,
            table,
            keys: self.keys(struck[0].0),
            struck,
            as_of: self.as_of,
            stream,
            rows: (self.outline.first_row(), self.outline.rows),
        })?;
        let may_empty = matches!(kind.effect(), Effect::Empties | Effect::Swaps);
        Ok(Ready { kind: descriptor.name, columns, damage, may_empty })
    }

    /// The keys that a foreign key leads to. The hops are bounded by the number of tables, so a circle ends too.
    fn keys(&self, field: &Field) -> Option<Keyspace<'_>> {
        let mut next = field.reference?;
        for _ in 0..=self.design.tables.len() {
            let key = self.design.table_by_id(next.table)?.field_by_id(next.field)?;
            match key.reference {
                Some(further) => next = further,
                None => {
                    let outline = self.outlines.iter().find(|outline| outline.table.id == next.table);
                    return Some(Keyspace { field: key, rows: outline.map(Outline::rows_in_all) });
                }
            }
        }
        None
    }
}

/// Places of the fields a fault names, each of a type that its kind can strike.
fn struck_fields(
    descriptor: &FaultDescriptor,
    params: &Params,
    table: &Table,
) -> Result<Vec<usize>, Vec<ParamProblem>> {
    let mut problems = Vec::new();
    let mut places = Vec::new();
    for param in descriptor.params.iter().filter(|param| param.kind == ParamKind::Field) {
        let name = params.get(param.name).and_then(Value::as_str).unwrap_or_default();
        match table.fields.iter().position(|field| field.name == name) {
            None => problems.push(unknown_field(param.name, name, table)),
            Some(at) if !descriptor.strikes.contains(&table.fields[at].field_type) => {
                problems.push(wrong_type(descriptor, param.name, &table.fields[at]));
            }
            Some(at) => places.push(at),
        }
    }
    if problems.is_empty() { Ok(places) } else { Err(problems) }
}

fn unknown(path: String, kind: &str) -> Violation {
    let names = || descriptors().iter().map(|descriptor| descriptor.name);
    let near = nearest::word(kind, names());
    let hint = near.map_or_else(
        || format!("there are {}", names().collect::<Vec<_>>().join(", ")),
        |near| format!("did you mean {near}?"),
    );
    let mut violation = Violation::error(path, "unknown_fault", format!("unknown kind of fault {kind:?}; {hint}"));
    violation.suggestion = near.map(str::to_owned);
    violation
}

fn unknown_field(param: &str, name: &str, table: &Table) -> ParamProblem {
    let message = format!("{} has no field {name:?}", table.name);
    let mut problem = ParamProblem::new(param, "unknown_field", message);
    problem.suggestion = nearest::word(name, table.fields.iter().map(|f| f.name.as_str())).map(str::to_owned);
    problem
}

fn wrong_type(descriptor: &FaultDescriptor, param: &str, field: &Field) -> ParamProblem {
    let types: Vec<&str> = descriptor.strikes.iter().map(|t| t.as_str()).collect();
    let message = format!(
        "{} is of type {}, and its column holds nothing else; {} can strike {}",
        field.name,
        field.field_type,
        descriptor.name,
        types.join(", ")
    );
    ParamProblem::new(param, "fault_type", message)
}

/// A problem with a parameter as a violation at the fault.
fn of_param(path: &str, problem: ParamProblem) -> Violation {
    let mut violation = Violation::error(format!("{path}.{}", problem.param), problem.code, problem.message);
    violation.suggestion = problem.suggestion;
    violation
}
