//! `duplicate`: the value of another row once more.

use arrow_array::ArrayRef;
use dmb_spec::FieldType;

use super::{Damage, Effect, FaultContext, FaultDescriptor, FaultKind, Struck, params};
use crate::generator::{EngineError, ParamProblem};
use crate::generators::support::describe::words;
use crate::stream::Stream;

/// The catalogue's entry.
pub(super) struct Duplicate;

impl FaultKind for Duplicate {
    fn descriptor(&self) -> FaultDescriptor {
        FaultDescriptor {
            name: "duplicate",
            label: words("Duplicate", "Duplicado"),
            description: words(
                "The value of an earlier row once more, also where the field is unique.",
                "El valor de una fila anterior repetido, aunque el campo sea único.",
            ),
            strikes: &FieldType::ALL,
            params: params([]),
        }
    }

    fn effect(&self) -> Effect {
        Effect::Repeats
    }

    fn compile(&self, cx: &FaultContext<'_>) -> Result<Box<dyn Damage>, Vec<ParamProblem>> {
        let (first, count) = cx.rows;
        Ok(Box::new(Repeated { first, count, stream: cx.stream }))
    }
}

struct Repeated {
    first: u64,
    count: u64,
    stream: Stream,
}

impl Repeated {
    /// An earlier row of the run; of the first row, which has none, the next where there is one.
    fn twin(&self, row: u64) -> u64 {
        match row - self.first {
            0 if self.count > 1 => row + 1,
            0 => row,
            before => self.first + self.stream.cell(row).below(before),
        }
    }
}

impl Damage for Repeated {
    fn damage(&self, struck: &Struck<'_>) -> Result<Vec<ArrayRef>, EngineError> {
        let twins = struck.rows.iter().map(|row| self.twin(*row)).collect();
        Ok(vec![(struck.elsewhere)(twins)?])
    }
}
