//! Changing tables of PostgreSQL in place.

use super::Postgres;
use crate::dialect::{Alter, Dialect, foreign_key};
use crate::shape::{Column, ForeignKey, Shape};

pub(super) struct PgAlter;

impl Alter for PgAlter {
    fn column(&self, table: &Shape, before: &Column, after: &Column) -> Vec<String> {
        let begin = format!("ALTER TABLE {}", Postgres.quote(&table.name));
        let name = Postgres.quote(&after.name);
        let mut sql = Vec::new();
        if before.default != after.default {
            sql.push(match &after.default {
                Some(default) => {
                    let value = Postgres.literal(default, after.column_type);
                    format!("{begin} ALTER COLUMN {name} SET DEFAULT {value}")
                }
                None => format!("{begin} ALTER COLUMN {name} DROP DEFAULT"),
            });
        }
        if before.required != after.required {
            let word = if after.required { "SET" } else { "DROP" };
            sql.push(format!("{begin} ALTER COLUMN {name} {word} NOT NULL"));
        }
        if before.checks != after.checks {
            sql.push(format!("{begin} DROP CONSTRAINT IF EXISTS {}", Postgres.quote(&condition_name(after))));
            sql.extend(conditions(after).map(|conditions| format!("{begin} ADD {conditions}")));
        }
        sql
    }

    fn add_foreign_key(&self, table: &Shape, key: &ForeignKey, all: &[Shape]) -> Option<String> {
        let (name, words) = (Postgres.quote(&key_name(key)), foreign_key(&Postgres, table, key, all)?);
        Some(format!("ALTER TABLE {} ADD CONSTRAINT {name} {words}", Postgres.quote(&table.name)))
    }

    fn drop_foreign_key(&self, table: &str, key: &ForeignKey) -> String {
        format!("ALTER TABLE {} DROP CONSTRAINT IF EXISTS {}", Postgres.quote(table), Postgres.quote(&key_name(key)))
    }

    fn rename_index(&self, from: &str, to: &str) -> String {
        format!("ALTER INDEX {} RENAME TO {}", Postgres.quote(from), Postgres.quote(to))
    }
}

/// All conditions of a column as one constraint; `None` where it has none.
pub(super) fn conditions(column: &Column) -> Option<String> {
    let name = Postgres.quote(&column.name);
    let all: Vec<String> =
        column.checks.iter().filter_map(|check| Postgres.check(check, column.column_type, &name)).collect();
    let constraint = Postgres.quote(&condition_name(column));
    (!all.is_empty()).then(|| format!("CONSTRAINT {constraint} CHECK ({})", all.join(" AND ")))
}

/// What the conditions of a column are called.
pub(super) fn condition_name(column: &Column) -> String {
    format!("ck_{}", column.id.0.simple())
}

/// What a foreign key is called.
pub(super) fn key_name(key: &ForeignKey) -> String {
    format!("fk_{}", key.field.0.simple())
}
