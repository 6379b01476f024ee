//! Generators inside another one, made ready for places of the field: its cases, its members, its items.

use std::ops::Range;

use arrow_array::ArrayRef;
use arrow_schema::DataType;
use dmb_spec::{Field, FieldType, GeneratorRef};

use crate::arrays;
use crate::catalog::nested::{Member, within, wrong_type};
use crate::catalog::{descriptor, find};
use crate::generator::{CompileContext, EngineError, FillContext, Filler, Input, ParamProblem};
use crate::plan::guard::Guard;
use crate::plan::nulls::NullRate;
use crate::stream::Stream;
use crate::types;

/// Compiles generators inside another one, and gathers what they are made from and what is wrong with them.
#[derive(Default)]
pub(super) struct Inside {
    inputs: Vec<Input>,
    problems: Vec<ParamProblem>,
}

impl Inside {
    /// Adds an input; where it will be among all.
    pub(super) fn input(&mut self, input: Input) -> usize {
        self.inputs.push(input);
        self.inputs.len() - 1
    }

    /// Compiles the generator at a place of the parameters; `None` where something is wrong, which is kept.
    pub(super) fn generator(&mut self, at: &str, named: &GeneratorRef, cx: &CompileContext<'_>) -> Option<Inner> {
        let (known, generator) = (descriptor(&named.name)?, find(&named.name)?);
        let made = match wrong_type(known, cx.field) {
            Some(problem) => Err(vec![problem]),
            None => generator.compile(&named.params, cx),
        };
        match made {
            Ok(filler) => {
                let start = self.inputs.len();
                self.inputs.extend(filler.inputs());
                let inputs = start..self.inputs.len();
                Some(Inner { name: known.name, filler, inputs, data_type: cx.data_type.clone() })
            }
            Err(found) => {
                self.problems.extend(found.into_iter().map(|problem| within(at, problem)));
                None
            }
        }
    }

    /// Compiles a member at a place of the parameters, from a stream of its own.
    pub(super) fn member(
        &mut self,
        at: &str,
        member: &Member,
        stream: Stream,
        cx: &CompileContext<'_>,
    ) -> Option<MemberFiller> {
        let field = &member.field;
        let data_type = types::data_type(cx.design, field);
        let cx = CompileContext { field, data_type: &data_type, stream, unique: false, ..*cx };
        let inner = self.generator(&format!("{at}.generator"), &member.generator, &cx)?;
        let guard = Guard::new(field, false, &data_type, cx.as_of);
        Some(MemberFiller { inner, guard, nulls: NullRate::new(field.null_rate, stream), field: field.clone() })
    }

    /// Notes something wrong.
    pub(super) fn problem(&mut self, at: impl Into<String>, code: &'static str, message: impl Into<String>) {
        self.problems.push(ParamProblem::new(at, code, message));
    }

    /// Notes what something else found wrong.
    pub(super) fn problems(&mut self, found: Vec<ParamProblem>) {
        self.problems.extend(found);
    }

    /// What all are made from, or all that is wrong.
    pub(super) fn finish(self) -> Result<Vec<Input>, Vec<ParamProblem>> {
        if self.problems.is_empty() { Ok(self.inputs) } else { Err(self.problems) }
    }
}

/// A generator inside another one.
pub(super) struct Inner {
    name: &'static str,
    filler: Box<dyn Filler>,
    /// Which of all inputs are its own.
    inputs: Range<usize>,
    data_type: DataType,
}

impl Inner {
    /// The values of these rows; `inputs` are those of all generators inside, for these rows.
    pub(super) fn fill(&self, rows: &[u64], inputs: &[ArrayRef]) -> Result<ArrayRef, EngineError> {
        self.make(rows, &inputs[self.inputs.clone()])
    }

    /// The values of some of the rows of a chunk, by their places in it.
    pub(super) fn fill_some(&self, cx: &FillContext<'_>, places: &[u64]) -> Result<ArrayRef, EngineError> {
        if places.len() == cx.rows.len() {
            return self.fill(cx.rows, cx.inputs);
        }
        let rows: Vec<u64> = places.iter().map(|at| cx.rows[*at as usize]).collect();
        let own = cx.inputs[self.inputs.clone()].iter();
        let taken: Vec<ArrayRef> = own.map(|input| arrays::take(input, places)).collect::<Result<_, _>>()?;
        self.make(&rows, &taken)
    }

    fn make(&self, rows: &[u64], inputs: &[ArrayRef]) -> Result<ArrayRef, EngineError> {
        let made = self.filler.fill(&FillContext { rows, inputs })?;
        arrays::check_form(&made, self.name, &self.data_type, rows.len())?;
        Ok(made)
    }
}

/// A member of an object, or the item of a list: kept to its constraints, null at its rate.
pub(super) struct MemberFiller {
    inner: Inner,
    guard: Guard,
    nulls: Option<NullRate>,
    /// What it is.
    pub(super) field: Field,
}

impl MemberFiller {
    /// Whether its cells are JSON wherever they stand as they are.
    pub(super) fn makes_json(&self) -> bool {
        let whole = self.field.constraints.max_length.is_none();
        self.field.field_type != FieldType::Json || (whole && self.inner.filler.makes_json())
    }

    /// The values of these rows; `inputs` are those of all generators inside, for these rows.
    pub(super) fn fill(&self, rows: &[u64], inputs: &[ArrayRef]) -> Result<ArrayRef, EngineError> {
        let mut made = self.inner.fill(rows, inputs)?;
        if let Some(nulls) = &self.nulls {
            made = arrays::with_nulls(&made, &nulls.mask(rows))?;
        }
        self.guard.mend(&made)
    }
}
