//! What the rows must not be like for a plan to succeed: counted when the plan is made, and once more when it is
//! applied, before anything is changed.

use dmb_spec::{FieldId, Violation};

use super::column::{NewValue, new_value};
use super::diff::{TableDiff, new_checks};
use super::trash::Trash;
use super::words;
use crate::dialect::Dialect;
use crate::session::Session;
use crate::shape::{Check, Column, Shape};
use crate::{TablesError, state};

/// A count that must be 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Guard {
    sql: String,
    path: String,
    code: &'static str,
    /// What follows the number of rows in the message.
    message: String,
    suggestion: &'static str,
}

impl Guard {
    /// The violation, where rows stand in the way.
    pub fn check(&self, session: &dyn Session) -> Result<Option<Violation>, TablesError> {
        let count = state::unsigned(session.number(&self.sql, &[])?);
        let message = format!("{} {}", words::rows(count), self.message);
        Ok((count > 0).then(|| Violation::error(&self.path, self.code, message).suggest(self.suggestion)))
    }
}

/// The guards of a table that stays.
pub(super) fn of_table(
    d: &dyn Dialect,
    diff: &TableDiff<'_>,
    trash: &Trash,
    before: &[Shape],
    after: &[Shape],
) -> Vec<Guard> {
    let scope = Scope { d, diff, trash, table: format!("{} AS o", d.quote(&diff.before.name)) };
    let mut guards = Vec::new();
    for column in &diff.after.columns {
        let value = scope.value(column);
        let is_new = diff.before.column(column.id).is_none();
        if is_new || diff.changed.iter().any(|c| c.after.id == column.id) {
            scope.of_values(column, &value, &mut guards);
        }
    }
    for index in diff.after.indexes.iter().filter(|i| i.unique) {
        if !diff.before.indexes.contains(index) || scope.touches(&index.fields) {
            guards.extend(scope.of_unique(&index.fields));
        }
    }
    if !diff.after.primary_key.is_empty() && (diff.key_changed() || scope.touches(&diff.after.primary_key)) {
        scope.of_key(&mut guards);
    }
    guards.extend(scope.of_foreign_keys(before, after));
    guards
}

struct Scope<'a> {
    d: &'a dyn Dialect,
    diff: &'a TableDiff<'a>,
    trash: &'a Trash,
    table: String,
}

impl Scope<'_> {
    fn value(&self, column: &Column) -> NewValue {
        new_value(self.d, self.diff, self.trash, column, &|c| c.name.clone())
    }

    fn touches(&self, fields: &[FieldId]) -> bool {
        fields.iter().filter_map(|id| self.diff.after.column(*id)).any(|c| !self.value(c).untouched)
    }

    fn guard(
        &self,
        column: &str,
        code: &'static str,
        condition: &str,
        message: String,
        suggestion: &'static str,
    ) -> Guard {
        Guard {
            sql: format!("SELECT count(*) FROM {} WHERE {condition}", self.table),
            path: format!("tables.{}.fields.{column}", self.diff.after.name),
            code,
            message,
            suggestion,
        }
    }

    fn of_values(&self, column: &Column, value: &NewValue, guards: &mut Vec<Guard>) {
        let (name, table) = (&column.name, &self.diff.after.name);
        let was = self.diff.before.column(column.id);
        let expression = &value.expression;
        if let (Some(possible), Some(was)) = (&value.possible, was) {
            let old = format!("o.{}", self.d.quote(&was.name));
            let condition = format!("{old} IS NOT NULL AND NOT coalesce(({possible}), FALSE)");
            let message =
                format!("of {table} have a {name} that can't become {}.", words::type_name(column.column_type));
            guards.push(self.guard(
                name,
                "values_not_convertible",
                &condition,
                message,
                "Change those rows first, or keep the type.",
            ));
        }
        if column.required && !was.is_some_and(|w| w.required && value.untouched) {
            let possible = value.possible.as_ref().map_or(String::new(), |p| format!(" AND coalesce(({p}), TRUE)"));
            let condition = format!("({expression}) IS NULL{possible}");
            let message = format!("of {table} have no {name}, and it is required.");
            guards.push(self.guard(
                name,
                "values_missing",
                &condition,
                message,
                "Give the field a default, or allow it to be empty.",
            ));
        }
        let checks: Vec<&Check> = match was {
            Some(was) if value.untouched => new_checks(was, column),
            _ => column.checks.iter().filter(|c| **c != Check::OfType).collect(),
        };
        for check in checks {
            let Some(holds) = self.d.check(check, column.column_type, &format!("({expression})")) else { continue };
            let condition = format!("NOT ({holds})");
            let message = format!("of {table} have a {name} {}.", outside(check));
            guards.push(self.guard(
                name,
                "values_out_of_range",
                &condition,
                message,
                "Change those rows first, or widen the limits.",
            ));
        }
    }

    fn of_unique(&self, fields: &[FieldId]) -> Option<Guard> {
        let columns: Vec<&Column> = fields.iter().filter_map(|id| self.diff.after.column(*id)).collect();
        let expressions: Vec<String> = columns.iter().map(|c| format!("({})", self.value(c).expression)).collect();
        let names: Vec<&str> = columns.iter().map(|c| c.name.as_str()).collect();
        let present: Vec<String> = expressions.iter().map(|e| format!("{e} IS NOT NULL")).collect();
        let first = columns.first()?;
        let mut guard = self.guard(
            &first.name,
            "values_repeat",
            "",
            format!("of {} share their {} with another row.", self.diff.after.name, names.join(", ")),
            "Change those rows first, or allow repeats.",
        );
        guard.sql = format!(
            "SELECT CAST(coalesce(sum(n), 0) AS bigint) FROM \
             (SELECT count(*) AS n FROM {} WHERE {} GROUP BY {} HAVING count(*) > 1) AS repeated",
            self.table,
            present.join(" AND "),
            expressions.join(", "),
        );
        Some(guard)
    }

    fn of_key(&self, guards: &mut Vec<Guard>) {
        guards.extend(self.of_unique(&self.diff.after.primary_key));
    }

    /// Foreign keys that are new. Where the parent's keys change too, only the check before committing can tell.
    fn of_foreign_keys(&self, before: &[Shape], after: &[Shape]) -> Vec<Guard> {
        let mut guards = Vec::new();
        for key in self.diff.new_foreign_keys() {
            let Some(column) = self.diff.after.column(key.field) else { continue };
            let value = self.value(column).expression;
            let parent = before.iter().find(|s| s.id == key.table).zip(after.iter().find(|s| s.id == key.table));
            let Some((was, now)) = parent else {
                if self.trash.table(key.table).is_none() {
                    guards.push(self.orphans(column, &format!("({value}) IS NOT NULL")));
                }
                continue;
            };
            let same =
                was.column(key.target).zip(now.column(key.target)).filter(|(a, b)| a.column_type == b.column_type);
            if let Some((target, _)) = same {
                let found = format!(
                    "SELECT 1 FROM {} AS p WHERE p.{} = ({value})",
                    self.d.quote(&was.name),
                    self.d.quote(&target.name)
                );
                guards.push(self.orphans(column, &format!("({value}) IS NOT NULL AND NOT EXISTS ({found})")));
            }
        }
        guards
    }

    fn orphans(&self, column: &Column, condition: &str) -> Guard {
        let message = format!("of {} have a {} that refers to no row.", self.diff.after.name, column.name);
        self.guard(
            &column.name,
            "parents_missing",
            condition,
            message,
            "Add the rows referred to first, or empty the field.",
        )
    }
}

fn outside(check: &Check) -> String {
    match check {
        Check::OneOf(_) => "that is not one of the choices".to_owned(),
        Check::AtLeast(_) => "below the minimum".to_owned(),
        Check::AtMost(_) | Check::Below(_) => "above the maximum".to_owned(),
        Check::MinLength(least) => format!("shorter than {least}"),
        Check::MaxLength(most) => format!("longer than {most}"),
        Check::OfType => "that is not of its type".to_owned(),
    }
}
