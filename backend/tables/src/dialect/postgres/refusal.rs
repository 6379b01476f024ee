//! What PostgreSQL's refusals mean, by their codes.

use sea_orm::sqlx::postgres::PgDatabaseError;

use super::alter::condition_name;
use crate::TablesError;
use crate::shape::Shape;

/// A broken constraint in words.
pub(super) fn words(shape: &Shape, error: &TablesError) -> Option<String> {
    let TablesError::Server(error) = error else { return None };
    let refusal = error.as_database_error()?.try_downcast_ref::<PgDatabaseError>()?;
    let table = &shape.name;
    Some(match refusal.code() {
        "23505" => format!("rows of {table} repeat a value of {}, which has to be unique", columns(refusal.detail()?)?),
        "23502" => format!("rows of {table} have no {}, which is required", refusal.column()?),
        "23514" => {
            let column = shape.columns.iter().find(|c| refusal.constraint() == Some(&condition_name(c)));
            let name = column.map_or("value", |c| c.name.as_str());
            format!("rows of {table} have a {name} outside what the design allows")
        }
        "22001" => format!("rows of {table} have a text longer than the design allows"),
        code if code.starts_with("22") => format!("rows of {table} have a value that is not of its type"),
        _ => return None,
    })
}

/// The columns in `Key (a, b)=(1, 2) already exists.`
fn columns(detail: &str) -> Option<String> {
    let (names, _) = detail.strip_prefix("Key (")?.split_once(")=(")?;
    Some(names.replace('"', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_a_key_are_found() {
        assert_eq!(columns("Key (email)=(a@b.c) already exists.").as_deref(), Some("email"));
        assert_eq!(columns("Key (\"order\", id)=(1, 2) is duplicated.").as_deref(), Some("order, id"));
        assert_eq!(columns("something else"), None);
    }
}
