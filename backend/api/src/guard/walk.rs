//! The walk over a parsed document. A fragment's cost is found once and remembered, so the walk is linear even where
//! the library's would be exponential; what passes is small enough for the library.

use std::collections::HashMap;

use async_graphql::parser::types::{Directive, ExecutableDocument, Field, Selection, SelectionSet};
use async_graphql::{Name, Positioned, Value, Variables};

use super::refused;
use crate::error::{ApiError, Code};
use crate::limits::{
    ALIASES, DEPTH, DIRECTIVES, DIRECTIVES_PER_NODE, FIELDS, INTROSPECTION_LISTS, NESTING, OPERATIONS, VARIABLES,
    WEIGHT,
};

/// Fields that hold lists, with the number of entries an answer is reckoned with. Fields with an argument `first` are
/// reckoned with that; the number is for when it is absent.
pub(crate) const LISTS: [(&str, u64); 19] = [
    ("projects", 50),
    ("jobs", 50),
    ("exports", 50),
    ("migrations", 50),
    ("rows", 50),
    ("tables", 10),
    ("fields", 15),
    ("versions", 20),
    ("relations", 10),
    ("executions", 3),
    ("events", 20),
    ("steps", 10),
    ("violations", 5),
    ("generators", 60),
    ("templates", 5),
    ("columns", 15),
    ("bins", 20),
    ("checks", 40),
    ("top", 10),
];

/// Introspection fields that lead from a type to more types.
const TYPE_LISTS: [&str; 4] = ["fields", "inputFields", "interfaces", "possibleTypes"];

/// What a selection set costs, with the fragments in it counted each time they are spread.
#[derive(Clone, Copy, Default)]
struct Cost {
    selections: u64,
    aliases: u64,
    directives: u64,
    /// Deepest chain of fields.
    depth: u64,
    /// Deepest chain of selection sets.
    nesting: u64,
    /// Deepest chain of [`TYPE_LISTS`].
    type_lists: u64,
    /// Fields of the answer when every list is full.
    weight: u64,
}

impl Cost {
    fn beside(&mut self, other: Self) {
        self.selections = self.selections.saturating_add(other.selections);
        self.aliases = self.aliases.saturating_add(other.aliases);
        self.directives = self.directives.saturating_add(other.directives);
        self.weight = self.weight.saturating_add(other.weight);
        self.depth = self.depth.max(other.depth);
        self.nesting = self.nesting.max(other.nesting);
        self.type_lists = self.type_lists.max(other.type_lists);
    }

    fn check(&self) -> Result<(), ApiError> {
        let limits = [
            (self.selections, FIELDS, "asks for more than", "fields"),
            (self.aliases, ALIASES, "has more than", "aliases"),
            (self.directives, DIRECTIVES, "has more than", "directives"),
            (self.depth, DEPTH, "nests fields more than", "deep"),
            (self.nesting, NESTING, "nests fields and fragments more than", "deep"),
            (self.weight, WEIGHT, "may be answered with more than", "values; ask for smaller pages or fewer lists"),
        ];
        match limits.iter().find(|(cost, limit, ..)| cost > limit) {
            Some((_, limit, before, after)) => Err(refused(format!("The query {before} {limit} {after}."))),
            None => Ok(()),
        }
    }
}

/// Lets a document pass that the library can safely validate and execute.
pub(super) fn check(document: &ExecutableDocument, variables: &Variables) -> Result<(), ApiError> {
    if document.operations.iter().count() > OPERATIONS {
        return Err(refused(format!("The document has more than {OPERATIONS} operations.")));
    }
    let mut walk = Walk { document, variables, known: HashMap::new() };
    let mut total = Cost::default();
    for name in document.fragments.keys() {
        walk.fragment(name, 1)?.check()?;
    }
    for (_, operation) in document.operations.iter() {
        let operation = &operation.node;
        if operation.variable_definitions.len() > VARIABLES {
            return Err(refused(format!("The operation has more than {VARIABLES} variables.")));
        }
        total.beside(directives(&operation.directives)?);
        for definition in &operation.variable_definitions {
            total.beside(directives(&definition.node.directives)?);
        }
        total.beside(walk.set(&operation.selection_set.node, 1)?);
        total.check()?;
    }
    Ok(())
}

struct Walk<'a> {
    document: &'a ExecutableDocument,
    variables: &'a Variables,
    /// Cost of each fragment; `None` while it is being found.
    known: HashMap<&'a Name, Option<Cost>>,
}

impl<'a> Walk<'a> {
    /// Cost of a selection set `level` deep below its operation or fragment. The level bounds this walk's own stack.
    fn set(&mut self, set: &'a SelectionSet, level: u64) -> Result<Cost, ApiError> {
        if level > NESTING {
            return Err(refused(format!("The query nests fields and fragments more than {NESTING} deep.")));
        }
        let mut total = Cost::default();
        for selection in &set.items {
            let mut cost = match &selection.node {
                Selection::Field(field) => self.field(&field.node, level)?,
                Selection::FragmentSpread(spread) => self.fragment(&spread.node.fragment_name.node, level + 1)?,
                Selection::InlineFragment(inline) => self.set(&inline.node.selection_set.node, level + 1)?,
            };
            cost.beside(directives(selection.node.directives())?);
            cost.selections = cost.selections.saturating_add(1);
            total.beside(cost);
            if total.selections > FIELDS || total.aliases > ALIASES {
                total.check()?;
            }
        }
        total.nesting += 1;
        Ok(total)
    }

    fn field(&mut self, field: &'a Field, level: u64) -> Result<Cost, ApiError> {
        let mut cost =
            if field.selection_set.node.items.is_empty() { Cost::default() } else { self.inner(field, level)? };
        cost.depth += 1;
        cost.aliases = cost.aliases.saturating_add(u64::from(field.alias.is_some()));
        cost.weight = cost.weight.saturating_add(1);
        Ok(cost)
    }

    fn inner(&mut self, field: &'a Field, level: u64) -> Result<Cost, ApiError> {
        let name = field.name.node.as_str();
        let mut cost = self.set(&field.selection_set.node, level + 1)?;
        cost.weight = cost.weight.saturating_mul(self.entries(field));
        cost.type_lists += u64::from(TYPE_LISTS.contains(&name));
        if matches!(name, "__schema" | "__type") && cost.type_lists > INTROSPECTION_LISTS {
            return Err(refused(format!(
                "The introspection goes through types more than {INTROSPECTION_LISTS} times in a row."
            )));
        }
        Ok(cost)
    }

    /// Entries of the list a field is reckoned with.
    fn entries(&self, field: &Field) -> u64 {
        let usual = LISTS.iter().find(|(name, _)| *name == field.name.node.as_str()).map_or(1, |(_, entries)| *entries);
        let Some(first) = field.get_argument("first") else { return usual };
        let given = first.node.clone().into_const_with(|name| self.variables.get(&name).cloned().ok_or(()));
        let number = match given {
            Ok(Value::Number(number)) => number.as_u64(),
            _ => None,
        };
        number.unwrap_or(usual).max(1)
    }

    fn fragment(&mut self, name: &Name, level: u64) -> Result<Cost, ApiError> {
        let Some((name, fragment)) = self.document.fragments.get_key_value(name) else { return Ok(Cost::default()) };
        match self.known.get(name) {
            Some(Some(cost)) => return Ok(*cost),
            Some(None) => {
                let message = format!("The fragment {name} spreads itself.");
                return Err(ApiError::new(Code::GraphqlValidationFailed, message));
            }
            None => {}
        }
        self.known.insert(name, None);
        let mut cost = self.set(&fragment.node.selection_set.node, level)?;
        cost.beside(directives(&fragment.node.directives)?);
        self.known.insert(name, Some(cost));
        Ok(cost)
    }
}

fn directives(found: &[Positioned<Directive>]) -> Result<Cost, ApiError> {
    if found.len() > DIRECTIVES_PER_NODE {
        return Err(refused(format!("The query has more than {DIRECTIVES_PER_NODE} directives in one place.")));
    }
    Ok(Cost { directives: found.len() as u64, ..Cost::default() })
}
