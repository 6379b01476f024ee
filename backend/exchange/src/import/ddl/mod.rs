//! Tables from SQL: `CREATE TABLE`, `ALTER TABLE`, `CREATE INDEX`, `CREATE TYPE`, `CREATE DOMAIN` and `COMMENT ON` in the
//! words of PostgreSQL, MySQL (MariaDB) or SQLite. What else a dump holds is told and passed over; nothing is executed.

mod alter;
mod checks;
mod columns;
mod defaults;
mod finish;
mod literals;
mod parse;
mod split;
mod types;

use std::collections::{BTreeMap, HashMap};

use dmb_spec::{Constraints, FieldType};
use sqlparser::ast::{CommentObject, CreateDomain, CreateIndex, Expr, IndexColumn, ObjectName, Statement as Ast};
use sqlparser::ast::{TableConstraint, UserDefinedTypeRepresentation};

use crate::error::ImportError;
use crate::limits::{MAX_FIELDS, MAX_STATEMENTS, MAX_TABLES};
use crate::note::Notes;
use crate::raw::{RawDesign, RawTable};
use checks::Rule;
use literals::last_name;

/// Whose words an SQL text is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SqlDialect {
    /// PostgreSQL.
    Postgres,
    /// MySQL and MariaDB.
    Mysql,
    /// SQLite.
    Sqlite,
}

impl SqlDialect {
    /// Every dialect.
    pub const ALL: [Self; 3] = [Self::Postgres, Self::Mysql, Self::Sqlite];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Postgres => "postgres",
            Self::Mysql => "mysql",
            Self::Sqlite => "sqlite",
        }
    }

    /// The dialect whose words a text uses most; PostgreSQL where it uses none that are only one's.
    pub fn of(text: &str) -> Self {
        let text = text.to_lowercase();
        let count = |words: &[&str]| words.iter().map(|word| text.matches(word).count().min(20)).sum::<usize>();
        let mysql = count(&["`", "engine=", "engine =", "auto_increment", "unsigned", "mysql dump", "mariadb dump"]);
        let sqlite =
            count(&["autoincrement", "without rowid", "pragma ", "[", "nvarchar", "\" integer not null primary key"]);
        // Brackets are of arrays in PostgreSQL.
        let arrays = text.matches("[]").count().min(20);
        let postgres = count(&[
            "::",
            "serial",
            "comment on ",
            "nextval(",
            "bytea",
            "timestamptz",
            "with time zone",
            "without time zone",
            "create type",
            "create domain",
            "jsonb",
            "postgresql",
            "alter table only",
        ]);
        match (mysql, sqlite.saturating_sub(arrays), postgres + arrays) {
            (mysql, sqlite, postgres) if mysql > sqlite && mysql > postgres => Self::Mysql,
            (_, sqlite, postgres) if sqlite > postgres => Self::Sqlite,
            _ => Self::Postgres,
        }
    }
}

/// Reads tables from SQL.
pub(super) fn read(text: &str, dialect: SqlDialect, notes: &mut Notes) -> Result<RawDesign, ImportError> {
    let statements = split::split(text, dialect);
    if statements.len() > MAX_STATEMENTS {
        return Err(ImportError::too_large("The SQL", MAX_STATEMENTS, "statements"));
    }
    let mut reader = Reader::new(dialect, notes);
    for statement in &statements {
        reader.statement(statement)?;
    }
    reader.finish()
}

/// What a type is that the text itself declares.
struct Domain {
    kind: types::Kind,
    not_null: bool,
    rules: Vec<Rule>,
}

struct Reader<'n> {
    dialect: SqlDialect,
    notes: &'n mut Notes,
    tables: Vec<RawTable>,
    /// Places of tables by their names in small letters.
    known: HashMap<String, usize>,
    domains: HashMap<String, Domain>,
    /// Columns whose type was not known when they were read: table, column, type.
    untyped: Vec<(usize, usize, String)>,
    /// Defaults and checks, which are read when all types are known: table, column, expression.
    defaults: Vec<(usize, usize, Expr)>,
    checks: Vec<(usize, String, Expr)>,
    /// Statements that were passed over, by their first words, with how many, and the line of the first.
    skipped: BTreeMap<String, (usize, usize)>,
    /// Parts of tables that are passed over, with how many.
    lost: BTreeMap<&'static str, usize>,
    unread: usize,
}

impl<'n> Reader<'n> {
    fn new(dialect: SqlDialect, notes: &'n mut Notes) -> Self {
        Self {
            dialect,
            notes,
            tables: Vec::new(),
            known: HashMap::new(),
            domains: HashMap::new(),
            untyped: Vec::new(),
            defaults: Vec::new(),
            checks: Vec::new(),
            skipped: BTreeMap::new(),
            lost: BTreeMap::new(),
            unread: 0,
        }
    }

    fn statement(&mut self, statement: &split::Statement) -> Result<(), ImportError> {
        let words = statement.words(5);
        if !is_wanted(&words) {
            let entry = self.skipped.entry(parse::title(&words)).or_insert((0, statement.line));
            entry.0 += 1;
            return Ok(());
        }
        let place = format!("line {}", statement.line);
        match parse::parse(&statement.text, self.dialect) {
            Ok(ast) => self.take(ast, &place),
            Err(reason) => {
                self.unread += 1;
                let title = parse::title(&words);
                self.notes.left_out(place, format!("{title} could not be read: {reason}"));
                Ok(())
            }
        }
    }

    fn take(&mut self, ast: Ast, place: &str) -> Result<(), ImportError> {
        match ast {
            Ast::CreateTable(table) => self.create_table(&table, place),
            Ast::AlterTable(alter) => self.alter_table(&alter, place),
            Ast::CreateIndex(index) => {
                self.index(&index, place);
                Ok(())
            }
            Ast::CreateType { name, representation } => {
                self.create_type(&name, representation, place);
                Ok(())
            }
            Ast::CreateDomain(domain) => {
                self.create_domain(domain, place);
                Ok(())
            }
            Ast::Comment { object_type, object_name, comment, .. } => {
                self.comment(object_type, &object_name, comment.unwrap_or_default());
                Ok(())
            }
            other => {
                let text = other.to_string();
                self.notes
                    .left_out(place, format!("{} is not carried over.", text.split('(').next().unwrap_or("It").trim()));
                Ok(())
            }
        }
    }

    fn table_at(&self, name: &ObjectName) -> Option<usize> {
        self.known.get(&last_name(name)).copied()
    }

    fn create_type(&mut self, name: &ObjectName, of: Option<UserDefinedTypeRepresentation>, place: &str) {
        match of {
            Some(UserDefinedTypeRepresentation::Enum { labels }) => {
                let kind = types::Kind::choices(labels.into_iter().map(|label| label.value).collect());
                self.domains.insert(last_name(name), Domain { kind, not_null: false, rules: Vec::new() });
            }
            _ => self.notes.left_out(place, format!("The type {name} is not carried over; its fields are plain text.")),
        }
    }

    fn create_domain(&mut self, domain: CreateDomain, place: &str) {
        let Some(kind) = types::kind(&domain.data_type, self.dialect) else {
            self.notes.left_out(place, format!("The domain {} is of a type that is not known.", domain.name));
            return;
        };
        let mut rules = Vec::new();
        for constraint in &domain.constraints {
            let TableConstraint::Check(check) = constraint else { continue };
            for rule in checks::rules(&check.expr) {
                match rule {
                    Ok((_, rule)) => rules.push(rule),
                    Err(text) => self
                        .notes
                        .left_out(place, format!("The check “{text}” of {} is not carried over.", domain.name)),
                }
            }
        }
        let not_null = rules.contains(&Rule::NotNull);
        self.domains.insert(last_name(&domain.name), Domain { kind, not_null, rules });
    }

    fn comment(&mut self, object: CommentObject, name: &ObjectName, comment: String) {
        let parts: Vec<_> =
            name.0.iter().filter_map(|part| part.as_ident()).map(|part| part.value.to_lowercase()).collect();
        match (object, parts.as_slice()) {
            (CommentObject::Table, [.., table]) => {
                if let Some(at) = self.known.get(table) {
                    self.tables[*at].description = comment;
                }
            }
            (CommentObject::Column, [.., table, column]) => {
                let Some(table) = self.known.get(table).and_then(|at| self.tables.get_mut(*at)) else { return };
                if let Some(at) = table.column(column) {
                    table.columns[at].description = comment;
                }
            }
            _ => {}
        }
    }

    fn index(&mut self, index: &CreateIndex, place: &str) {
        let Some(at) = self.table_at(&index.table_name) else { return };
        let name = index.name.as_ref().map(ToString::to_string).unwrap_or_default();
        match index_columns(&index.columns) {
            Some(columns) if index.unique && index.predicate.is_none() => self.tables[at].unique.push(columns),
            Some(columns) if !index.unique && index.predicate.is_none() => self.tables[at].indexes.push(columns),
            _ => {
                let message =
                    format!("The index {name} is on an expression or on some rows only; it is not carried over.");
                self.notes.left_out(place, message);
            }
        }
    }

    fn new_table(&mut self, name: &ObjectName, place: &str) -> Result<Option<usize>, ImportError> {
        let key = last_name(name);
        if self.known.contains_key(&key) {
            self.notes.left_out(place, format!("The table {name} is there already; this one is left out."));
            return Ok(None);
        }
        if self.tables.len() >= MAX_TABLES {
            return Err(ImportError::too_large("The SQL", MAX_TABLES, "tables"));
        }
        let shown = name.0.last().and_then(|part| part.as_ident()).map(|part| part.value.clone()).unwrap_or_default();
        self.known.insert(key, self.tables.len());
        self.tables.push(RawTable { name: shown, place: place.to_owned(), ..RawTable::default() });
        Ok(Some(self.tables.len() - 1))
    }

    fn check_width(&self, at: usize) -> Result<(), ImportError> {
        let table = &self.tables[at];
        if table.columns.len() > MAX_FIELDS {
            return Err(ImportError::too_large(format!("The table {}", table.name), MAX_FIELDS, "fields"));
        }
        Ok(())
    }
}

/// Whether a statement says something of tables.
fn is_wanted(words: &[String]) -> bool {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let makes = |word: &str| words.iter().skip(1).take(4).position(|other| *other == word);
    match words.as_slice() {
        ["CREATE", ..] if words.contains(&"TABLE") => !words.contains(&"FOREIGN"),
        ["CREATE", "INDEX" | "UNIQUE", ..] | ["CREATE", "TYPE" | "DOMAIN", ..] => true,
        ["ALTER", "TABLE", ..] => true,
        ["COMMENT", "ON", "TABLE" | "COLUMN", ..] => true,
        _ => makes("TABLE").is_some() && words.first() == Some(&"CREATE"),
    }
}

/// The columns of an index, where it is on columns; a prefix of a column counts as the column.
fn index_columns(columns: &[IndexColumn]) -> Option<Vec<String>> {
    let name = |column: &IndexColumn| match literals::bare(&column.column.expr) {
        Expr::Function(function) => {
            let prefix = literals::call(&column.column.expr)
                .is_some_and(|(_, length)| literals::value(length).is_some_and(|v| v.is_u64()));
            prefix.then(|| function.name.0.last()?.as_ident().map(|name| name.value.clone())).flatten()
        }
        Expr::Identifier(name) => Some(name.value.clone()),
        _ => None,
    };
    columns.iter().map(name).collect()
}

/// The type of a column that nobody told.
fn plain_text() -> (FieldType, Constraints) {
    (FieldType::Text, Constraints::default())
}
