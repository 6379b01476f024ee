//! Expressions in SQL over the columns of a row: the one place that knows DataFusion.
//!
//! Text → syntax (`parse`, bounded in size and depth) → names resolved to fields and functions (`names`, `functions`) →
//! a typed expression (`plan`, with `types` fitting it to the field and `growth` keeping texts short) → columns (`fill`).
//! Everything that can be said before the run is said by [`compile`]; what only values show (a division by zero, a
//! number too large) is an error of the column, which the plan's sample finds.

use crate::generator::{CompileContext, Filler, ParamProblem};

mod fill;
mod functions;
mod growth;
mod names;
mod parse;
mod plan;
mod types;

pub(crate) use functions::NAMES as FUNCTIONS;

/// The expression made ready to fill the field, or all that is wrong with it. Problems name the parameter `param` and
/// say where in the text they are.
pub(crate) fn compile(
    sql: &str,
    param: &'static str,
    cx: &CompileContext<'_>,
) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
    let made: Result<_, Vec<Problem>> = deep(|| {
        let mut syntax = parse::expression(sql).map_err(|problem| vec![problem])?;
        let columns = names::resolve(&mut syntax, cx)?;
        let expression = plan::plan(syntax, &columns, cx).map_err(|problem| vec![problem])?;
        Ok(fill::Expression::new(expression, columns))
    });
    match made {
        Ok(expression) => Ok(Box::new(expression)),
        Err(problems) => Err(problems.into_iter().map(|problem| problem.of(param)).collect()),
    }
}

/// Room for the deepest expression that is let through, in a build without optimisation too.
const STACK: usize = 32 << 20;

/// Does work that goes down into an expression, where the thread has too little stack on one of its own.
fn deep<T>(work: impl FnOnce() -> T) -> T {
    stacker::maybe_grow(STACK / 2, STACK, work)
}

/// Something wrong with an expression.
#[derive(Debug)]
struct Problem {
    code: &'static str,
    message: String,
    suggestion: Option<String>,
}

impl Problem {
    fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), suggestion: None }
    }

    fn of(self, param: &'static str) -> ParamProblem {
        let Self { code, message, suggestion } = self;
        ParamProblem { suggestion, ..ParamProblem::new(param, code, message) }
    }
}
