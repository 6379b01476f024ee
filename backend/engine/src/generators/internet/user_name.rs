//! `internet.user_name`: made from the names of the row's person.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::json;

use crate::generator::{CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamProblem};
use crate::generators::support::describe::{TEXT, locale_and_bundle, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};

use super::handle::Handles;

/// The catalogue's entry.
pub(crate) struct UserName;

/// Shortest limit that leaves room for a letter and any number.
const SHORTEST: u32 = 12;

impl Generator for UserName {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "internet.user_name",
            family: Family::Internet,
            label: words("User name", "Nombre de usuario"),
            description: words(
                "User names made from the person's names, as in the e-mail address; with a number where they must differ.",
                "Nombres de usuario formados con el nombre de la persona, como en su correo; con un número si deben ser distintos.",
            ),
            produces: TEXT,
            params: locale_and_bundle(&["person"]),
            example: json!({}),
            localized: true,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let handles = Handles::compile(&mut reader, cx);
        let limit = limit(cx.field).unwrap_or(64);
        if limit < SHORTEST {
            reader.problem("", "too_short", format!("user names need a length of at least {SHORTEST}, not {limit}"));
        }
        reader.finish(Box::new(UserNames { handles, limit: limit as usize }))
    }
}

struct UserNames {
    handles: Handles,
    limit: usize,
}

impl Filler for UserNames {
    fn capacity(&self) -> Option<u128> {
        self.handles.capacity()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 18, None);
        for &row in cx.rows {
            self.handles.write(row, self.limit, &mut out);
            out.end();
        }
        out.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use dmb_spec::FieldType;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn unique_user_names_differ_even_when_cut_short() {
        let trial = Trial::new("internet.user_name", json!({}), FieldType::String)
            .unique(5_000)
            .field(|f| f.constraints.max_length = Some(12));
        let made = trial.texts(5_000);
        assert_eq!(made.iter().collect::<HashSet<_>>().len(), 5_000);
        assert!(made.iter().all(|n| n.len() <= 12 && n.is_ascii() && !n.is_empty()));
    }

    #[test]
    fn no_room_is_told() {
        let trial = Trial::new("internet.user_name", json!({}), FieldType::String)
            .field(|f| f.constraints.max_length = Some(5));
        assert_eq!(trial.compile().err().unwrap()[0].code, "too_short");
    }
}
