//! Bounds on the values of variables, and the rule that a variable that must have a value has one.

use async_graphql::parser::types::OperationDefinition;
use async_graphql::{Value, Variables};

use super::refused;
use crate::error::{ApiError, Code};
use crate::limits::{VALUE_DEPTH, VALUES};

/// Refuses values that are nested too deep or too many.
pub(super) fn check(variables: &Variables) -> Result<(), ApiError> {
    let mut open: Vec<(&Value, usize)> = variables.values().map(|value| (value, 1)).collect();
    let mut count = 0_usize;
    while let Some((value, depth)) = open.pop() {
        count += 1;
        if depth > VALUE_DEPTH {
            return Err(refused(format!("The variables nest values more than {VALUE_DEPTH} deep.")));
        }
        if count + open.len() > VALUES {
            return Err(refused(format!("The variables hold more than {VALUES} values.")));
        }
        match value {
            Value::List(items) => open.extend(items.iter().map(|item| (item, depth + 1))),
            Value::Object(fields) => open.extend(fields.values().map(|item| (item, depth + 1))),
            _ => {}
        }
    }
    Ok(())
}

/// Refuses an operation whose non-null variables are absent or null. (The library notices only where such a variable
/// is used.)
pub(super) fn check_required(operation: &OperationDefinition, variables: &Variables) -> Result<(), ApiError> {
    for definition in &operation.variable_definitions {
        let definition = &definition.node;
        if definition.var_type.node.nullable {
            continue;
        }
        let given = variables.get(&definition.name.node);
        let missing = match given {
            Some(value) => *value == Value::Null,
            None => definition.default_value.is_none(),
        };
        if missing {
            let message = format!("The variable ${} needs a value.", definition.name.node);
            return Err(ApiError::new(Code::BadUserInput, message));
        }
    }
    Ok(())
}
