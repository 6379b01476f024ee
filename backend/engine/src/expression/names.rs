//! What the names in an expression mean: fields of the row, of its parents, functions. All that mean nothing are told
//! at once.

use std::ops::ControlFlow;

use arrow_schema::DataType;
use datafusion_sql::sqlparser::ast::{Expr, Function, Ident, Query, Spanned, VisitMut, VisitorMut};
use dmb_spec::{Field, Table};

use super::functions::{self, Meaning};
use super::{Problem, growth, parse};
use crate::catalog::nearest;
use crate::generator::{CompileContext, Input};
use crate::types;

/// A column that an expression is made from.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// What the expression calls it; no two have the same name.
    pub name: String,
    /// Where its values come from.
    pub input: Input,
    /// The type that the values come in.
    pub data_type: DataType,
    /// Characters of its longest text; 0 where it is no text.
    pub longest: u64,
}

/// Resolves every name: those of columns are written anew, so that there is one way to say each, and given back. A
/// name that a [`Column`] has is never that of another, because fields have no point in theirs.
pub(super) fn resolve(syntax: &mut Expr, cx: &CompileContext<'_>) -> Result<Vec<Column>, Vec<Problem>> {
    let mut names = Names { cx, columns: Vec::new(), problems: Vec::new() };
    // What stops it is among the problems.
    let _ = syntax.visit(&mut names);
    if names.problems.is_empty() { Ok(names.columns) } else { Err(names.problems) }
}

struct Names<'a> {
    cx: &'a CompileContext<'a>,
    columns: Vec<Column>,
    problems: Vec<Problem>,
}

impl VisitorMut for Names<'_> {
    type Break = ();

    fn pre_visit_query(&mut self, query: &mut Query) -> ControlFlow<()> {
        let message = "an expression sees one row, so it can't ask for others by SELECT";
        self.problems.push(Problem::new("subquery", format!("{message}{}", parse::at(query.span().start))));
        ControlFlow::Break(())
    }

    fn pre_visit_expr(&mut self, expression: &mut Expr) -> ControlFlow<()> {
        let found = match expression {
            Expr::Identifier(name) => self.column(std::slice::from_ref(name)),
            Expr::CompoundIdentifier(parts) => self.column(parts),
            Expr::Function(function) => self.function(function),
            _ => Ok(None),
        };
        match found {
            Ok(Some(name)) => *expression = Expr::Identifier(Ident::with_quote('"', name)),
            Ok(None) => {}
            Err(problem) => self.problems.push(problem),
        }
        ControlFlow::Continue(())
    }
}

impl Names<'_> {
    fn column(&mut self, parts: &[Ident]) -> Result<Option<String>, Problem> {
        let (input, field, name) = match parts {
            [name] => {
                let field = self.field(self.cx.table, name)?;
                (Input::Field(field.id), field, field.name.clone())
            }
            [key, name] => {
                let (key, parent) = self.parent(key)?;
                let field = self.field(parent, name)?;
                (Input::Parent { via: key.id, field: field.id }, field, format!("{}.{}", key.name, field.name))
            }
            _ => {
                let message = "write a field, or a foreign key and a field of its parent, such as customer.city";
                return Err(Problem::new("unknown_field", format!("{message}{}", place(parts))));
            }
        };
        if !self.columns.iter().any(|known| known.name == name) {
            let data_type = types::data_type(self.cx.design, field);
            let longest = growth::of_field(field, &data_type);
            self.columns.push(Column { name: name.clone(), input, data_type, longest });
        }
        Ok(Some(name))
    }

    fn field<'t>(&self, table: &'t Table, name: &Ident) -> Result<&'t Field, Problem> {
        let written = written(name);
        table.field(&written).ok_or_else(|| {
            let near = nearest::word(&written, table.fields.iter().map(|field| field.name.as_str()));
            let hint = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
            let message =
                format!("there is no field {written:?} in {}{}{hint}", table.name, parse::at(name.span.start));
            Problem { suggestion: near.map(str::to_owned), ..Problem::new("unknown_field", message) }
        })
    }

    /// The foreign key that a parent is named by (with or without its `_id`), and the parent.
    fn parent(&self, name: &Ident) -> Result<(&Field, &Table), Problem> {
        let written = written(name);
        let table = self.cx.table;
        let named = |field: &&Field| field.name == written || field.name.strip_suffix("_id") == Some(&written);
        let keys = || table.fields.iter().filter(|field| field.reference.is_some());
        let leading = |key: &Field| self.cx.design.table_by_id(key.reference?.table);
        let found = keys().find(named).and_then(|key| Some((key, leading(key)?)));
        found.ok_or_else(|| {
            let near = nearest::word(&written, keys().map(|key| key.name.strip_suffix("_id").unwrap_or(&key.name)));
            let hint = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
            let message = format!(
                "{written:?} is no foreign key of {}, so it has no fields{}{hint}",
                table.name,
                parse::at(name.span.start)
            );
            Problem { suggestion: near.map(str::to_owned), ..Problem::new("not_a_foreign_key", message) }
        })
    }

    /// Refuses what is no function of a row; names of moments become columns of their own.
    fn function(&mut self, function: &Function) -> Result<Option<String>, Problem> {
        let name = function.name.to_string().to_lowercase();
        let place = parse::at(function.name.span().start);
        if function.over.is_some() {
            let message = format!("{name}() OVER looks at other rows; an expression sees one{place}");
            return Err(Problem::new("window_function", message));
        }
        match functions::meaning(&name) {
            Meaning::OfTheRow => Ok(None),
            Meaning::Moment(column) => Ok(Some(column.to_owned())),
            Meaning::Refused(code, reason) => Err(Problem::new(code, format!("{name}() {reason}{place}"))),
            Meaning::Unknown => {
                let near = nearest::word(&name, functions::NAMES.iter().copied());
                let hint = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
                let message = format!("there is no function {name}(){place}{hint}");
                Err(Problem { suggestion: near.map(str::to_owned), ..Problem::new("unknown_function", message) })
            }
        }
    }
}

/// A name as SQL reads it: without quotes in small letters.
fn written(name: &Ident) -> String {
    if name.quote_style.is_some() { name.value.clone() } else { name.value.to_lowercase() }
}

fn place(parts: &[Ident]) -> String {
    parts.first().map_or_else(String::new, |first| parse::at(first.span.start))
}
