//! What is read when the whole text is known: types it declares itself, checks, defaults; and what was passed over.

use sqlparser::ast::Expr;

use super::defaults::{Given, given};
use super::{Reader, checks, literals, types};
use crate::error::ImportError;
use crate::raw::{RawColumn, RawDesign};

impl types::Kind {
    /// Gives a column this type.
    pub(super) fn put_on(self, column: &mut RawColumn) {
        column.field_type = self.field_type;
        column.constraints = self.constraints;
        column.generator = self.generator;
        column.counts |= self.counts;
    }
}

impl Reader<'_> {
    pub(super) fn finish(mut self) -> Result<RawDesign, ImportError> {
        self.types();
        self.checks();
        self.defaults();
        if self.tables.is_empty() {
            let reason =
                if self.unread > 0 { "none of its statements that make tables could be read" } else { "it makes none" };
            return Err(ImportError::Empty(format!("no table was found in the SQL: {reason}")));
        }
        for (title, (count, line)) in &self.skipped {
            let times = if *count == 1 { "1 statement".to_owned() } else { format!("{count} statements") };
            self.notes.left_out(format!("line {line}"), format!("{title}: {times} passed over."));
        }
        for (what, count) in &self.lost {
            self.notes.left_out("the whole", format!("{what}: {count} left out."));
        }
        Ok(RawDesign { name: None, description: String::new(), tables: self.tables })
    }

    fn types(&mut self) {
        for (table, column, name) in std::mem::take(&mut self.untyped) {
            let raw = &mut self.tables[table].columns[column];
            let Some(domain) = self.domains.get(&name) else {
                self.notes.changed(&raw.place, format!("The type {name} is not known; it is plain text here."));
                continue;
            };
            domain.kind.clone().put_on(raw);
            raw.nullable &= !domain.not_null;
            for rule in &domain.rules {
                if !checks::apply(rule.clone(), raw) {
                    self.notes.left_out(&raw.place, format!("A check of its type {name} is not carried over."));
                }
            }
        }
    }

    fn checks(&mut self) {
        for (table, name, check) in std::mem::take(&mut self.checks) {
            for rule in checks::rules(&check) {
                let told = match rule {
                    Ok((column, rule)) => match self.tables[table].column(&column) {
                        Some(at) if checks::apply(rule, &mut self.tables[table].columns[at]) => continue,
                        _ => check.to_string(),
                    },
                    Err(text) => text,
                };
                let place = format!("{}, {}.{name}", self.tables[table].place, self.tables[table].name);
                self.notes.left_out(
                    place,
                    format!("The check “{told}” is not carried over; a rule or generator of yours may keep it."),
                );
            }
        }
    }

    fn defaults(&mut self) {
        for (table, column, expr) in std::mem::take(&mut self.defaults) {
            let raw = &mut self.tables[table].columns[column];
            match given(&expr, raw) {
                Given::Value(value) => raw.default = Some(value),
                Given::Nothing => {}
                Given::Counts => raw.counts = true,
                Given::Unknown => {
                    let text = shown(&expr);
                    self.notes.left_out(&raw.place, format!("The default {text} is not carried over."));
                }
            }
        }
    }
}

fn shown(expr: &Expr) -> String {
    literals::value(expr).map_or_else(|| expr.to_string(), |value| value.to_string())
}
