//! The guard: bounds what a request may cost before the GraphQL library parses, validates or executes it.
//!
//! The library's own limits come too late: nested input values overflow its parser's stack and fragments that spread
//! each other cost it exponential time. So the text is scanned first ([`scan`]), then parsed, then the document and
//! its variables are walked ([`walk`], [`values`]); only what passes is handed on, parsed already. The schema can be
//! reached only through here ([`crate::schema::ApiSchema`]), by HTTP and by WebSocket alike.

mod scan;
mod values;
mod walk;

use async_graphql::Request;
use async_graphql::parser::parse_query;
use async_graphql::parser::types::{DocumentOperations, ExecutableDocument, OperationDefinition, OperationType};

use crate::error::{ApiError, Code};

/// A request that passed the guard.
pub(crate) struct Admitted {
    /// The request with its parsed document.
    pub request: Request,
    /// What the operation that will run is.
    pub kind: OperationType,
}

/// Lets a request pass, or says why it can't.
pub(crate) fn admit(mut request: Request) -> Result<Admitted, ApiError> {
    scan::scan(&request.query)?;
    values::check(&request.variables)?;
    let document = parse(&request.query)?;
    walk::check(&document, &request.variables)?;
    let operation = chosen(&document, request.operation_name.as_deref())?;
    values::check_required(operation, &request.variables)?;
    let kind = operation.ty;
    request.set_parsed_query(document);
    Ok(Admitted { request, kind })
}

fn parse(query: &str) -> Result<ExecutableDocument, ApiError> {
    parse_query(query).map_err(|error| {
        let place = error.positions().next();
        let place = place.map(|at| format!(" at line {}, column {}", at.line, at.column)).unwrap_or_default();
        ApiError::new(Code::GraphqlParseFailed, format!("The query could not be read: syntax error{place}."))
    })
}

fn chosen<'a>(document: &'a ExecutableDocument, name: Option<&str>) -> Result<&'a OperationDefinition, ApiError> {
    let found = match (&document.operations, name) {
        (DocumentOperations::Single(operation), None) => Some(operation),
        (DocumentOperations::Multiple(all), Some(name)) => all.get(name),
        (DocumentOperations::Multiple(all), None) if all.len() == 1 => all.values().next(),
        _ => None,
    };
    found.map(|operation| &operation.node).ok_or_else(|| {
        let message = match name {
            Some(_) => "The document has no operation with the name given in operationName.",
            None => "The document has several operations: say which one in operationName.",
        };
        ApiError::new(Code::GraphqlValidationFailed, message)
    })
}

fn refused(message: impl Into<String>) -> ApiError {
    ApiError::new(Code::QueryTooComplex, message)
}

#[cfg(test)]
mod tests;
