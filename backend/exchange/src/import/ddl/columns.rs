//! `CREATE TABLE`: columns with their options, and the constraints of the table.

use dmb_spec::OnDelete;
use sqlparser::ast::{
    ColumnDef, ColumnOption, CommentDef, CreateTable, CreateTableOptions, ForeignKeyConstraint, Ident,
    ReferentialAction, SqlOption, TableConstraint,
};

use super::literals::last_name;
use super::{Reader, index_columns, plain_text, types};
use crate::error::ImportError;
use crate::raw::{RawColumn, RawForeign};

impl Reader<'_> {
    pub(super) fn create_table(&mut self, table: &CreateTable, place: &str) -> Result<(), ImportError> {
        if table.partition_of.is_some() {
            *self.lost.entry("partitions of tables, whose rows are their table's").or_default() += 1;
            return Ok(());
        }
        if table.columns.is_empty() {
            let why = "it is made from another table or from a query";
            self.notes.left_out(place, format!("The table {} is left out: {why}.", table.name));
            return Ok(());
        }
        let Some(at) = self.new_table(&table.name, place)? else { return Ok(()) };
        if table.inherits.as_ref().is_some_and(|parents| !parents.is_empty()) {
            self.notes.left_out(place, format!("The columns that {} inherits are not carried over.", table.name));
        }
        self.tables[at].description = table_comment(table).unwrap_or_default();
        for column in &table.columns {
            self.column(at, column);
        }
        self.check_width(at)?;
        for constraint in &table.constraints {
            self.constraint(at, constraint, place);
        }
        Ok(())
    }

    /// A column of a table, at its end.
    pub(super) fn column(&mut self, at: usize, column: &ColumnDef) {
        let name = column.name.value.clone();
        let place = format!("{}, {}.{name}", self.tables[at].place, self.tables[at].name);
        if self.tables[at].column(&name).is_some() {
            self.notes.left_out(place, "A column of this name is there already.");
            return;
        }
        let (field_type, constraints) = plain_text();
        let mut raw = RawColumn::new(name, place, field_type);
        raw.constraints = constraints;
        self.type_of(at, column, &mut raw);
        self.tables[at].columns.push(raw);
        for option in &column.options {
            self.option(at, &option.option);
        }
        // SQLite's own key: INTEGER PRIMARY KEY counts, whatever else is said.
        let last = self.tables[at].columns.len() - 1;
        let is_key = column.options.iter().any(|option| matches!(option.option, ColumnOption::PrimaryKey(_)));
        let is_rowid = column.data_type.to_string().eq_ignore_ascii_case("integer");
        if self.dialect == super::SqlDialect::Sqlite && is_key && is_rowid {
            self.tables[at].columns[last].counts = true;
        }
    }

    fn type_of(&mut self, at: usize, column: &ColumnDef, raw: &mut RawColumn) {
        match types::kind(&column.data_type, self.dialect) {
            Some(kind) => {
                if let Some(lost) = &kind.lost {
                    self.notes.changed(&raw.place, format!("{}: {lost}.", column.data_type));
                }
                kind.put_on(raw);
            }
            None => {
                let name = match &column.data_type {
                    sqlparser::ast::DataType::Custom(name, _) => last_name(name),
                    other => other.to_string().to_lowercase(),
                };
                self.untyped.push((at, self.tables[at].columns.len(), name));
            }
        }
    }

    fn option(&mut self, at: usize, option: &ColumnOption) {
        let last = self.tables[at].columns.len() - 1;
        let name = self.tables[at].columns[last].name.clone();
        let column = &mut self.tables[at].columns[last];
        match option {
            ColumnOption::NotNull => column.nullable = false,
            ColumnOption::Default(expr) => self.defaults.push((at, last, expr.clone())),
            ColumnOption::Comment(text) => column.description = text.clone(),
            ColumnOption::PrimaryKey(_) => self.tables[at].primary_key = vec![name],
            ColumnOption::Unique(_) => column.unique = true,
            ColumnOption::Check(check) => self.checks.push((at, name, (*check.expr).clone())),
            ColumnOption::ForeignKey(foreign) => {
                let own = [Ident::new(name)];
                self.foreign(at, &own, foreign);
            }
            ColumnOption::Identity(_) => column.counts = true,
            ColumnOption::Generated { generation_expr: None, .. } => column.counts = true,
            ColumnOption::Generated { generation_expr: Some(expr), .. } => {
                let message = format!("It is computed as {expr} there; here it has a generator.");
                self.notes.left_out(&column.place, message);
            }
            ColumnOption::DialectSpecific(tokens) => {
                let text = tokens.iter().map(ToString::to_string).collect::<String>().to_uppercase();
                column.counts |= text.contains("AUTO_INCREMENT") || text.contains("AUTOINCREMENT");
            }
            ColumnOption::OnUpdate(_) => *self.lost.entry("ON UPDATE of columns").or_default() += 1,
            ColumnOption::Collation(_) | ColumnOption::CharacterSet(_) => {
                *self.lost.entry("collations and character sets").or_default() += 1;
            }
            _ => {}
        }
    }

    /// A constraint of a table, in its definition or added later.
    pub(super) fn constraint(&mut self, at: usize, constraint: &TableConstraint, place: &str) {
        match constraint {
            TableConstraint::PrimaryKey(key) => match index_columns(&key.columns) {
                Some(columns) => self.tables[at].primary_key = columns,
                None => self.notes.left_out(place, "A primary key on an expression is not carried over."),
            },
            TableConstraint::Unique(key) => match index_columns(&key.columns) {
                Some(columns) => self.tables[at].unique.push(columns),
                None => self.notes.left_out(place, "A unique key on an expression is not carried over."),
            },
            TableConstraint::Index(index) => match index_columns(&index.columns) {
                Some(columns) => self.tables[at].indexes.push(columns),
                None => self.notes.left_out(place, "An index on an expression is not carried over."),
            },
            TableConstraint::ForeignKey(foreign) => self.foreign(at, &foreign.columns, foreign),
            TableConstraint::Check(check) => {
                let name = check.name.as_ref().map(|name| name.value.clone()).unwrap_or_default();
                self.checks.push((at, name, (*check.expr).clone()));
            }
            TableConstraint::FulltextOrSpatial(_) => {
                *self.lost.entry("full-text and spatial indexes").or_default() += 1
            }
            TableConstraint::PrimaryKeyUsingIndex(_) | TableConstraint::UniqueUsingIndex(_) => {
                self.notes.left_out(place, format!("“{constraint}” is not carried over."));
            }
        }
    }

    fn foreign(&mut self, at: usize, columns: &[Ident], foreign: &ForeignKeyConstraint) {
        let table = &mut self.tables[at];
        let names = |idents: &[Ident]| idents.iter().map(|ident| ident.value.clone()).collect::<Vec<_>>();
        let place = format!("{}, {}.{}", table.place, table.name, names(columns).join("+"));
        if foreign
            .on_update
            .is_some_and(|action| !matches!(action, ReferentialAction::NoAction | ReferentialAction::Restrict))
        {
            *self.lost.entry("ON UPDATE of foreign keys").or_default() += 1;
        }
        let on_delete = match foreign.on_delete {
            Some(ReferentialAction::Cascade) => OnDelete::Cascade,
            Some(ReferentialAction::SetNull) => OnDelete::SetNull,
            Some(ReferentialAction::SetDefault) => {
                self.notes.left_out(&place, "ON DELETE SET DEFAULT is not known; the parent can't be deleted instead.");
                OnDelete::Restrict
            }
            Some(ReferentialAction::Restrict | ReferentialAction::NoAction) | None => OnDelete::Restrict,
        };
        let parent = foreign.foreign_table.0.last().and_then(|part| part.as_ident());
        table.foreign.push(RawForeign {
            place,
            columns: names(columns),
            table: parent.map(|name| name.value.clone()).unwrap_or_default(),
            referred: names(&foreign.referred_columns),
            on_delete,
        });
    }
}

fn table_comment(table: &CreateTable) -> Option<String> {
    let text = |comment: &CommentDef| match comment {
        CommentDef::WithEq(text) | CommentDef::WithoutEq(text) => text.clone(),
    };
    if let Some(comment) = &table.comment {
        return Some(text(comment));
    }
    let (CreateTableOptions::Plain(options) | CreateTableOptions::With(options) | CreateTableOptions::Options(options)) =
        &table.table_options
    else {
        return None;
    };
    options.iter().find_map(|option| match option {
        SqlOption::Comment(comment) => Some(text(comment)),
        _ => None,
    })
}
