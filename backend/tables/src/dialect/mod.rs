//! What differs between databases: names of types, quoting, literals, conditions, statements that define tables.
//! One file a database; the trait is what the rest of the room writes statements through.

pub(crate) mod literal;
pub(crate) mod postgres;
pub(crate) mod sqlite;

use dmb_spec::{FieldId, FieldType, OnDelete, Violation};
use sea_orm::sea_query::{Alias, Expr, Order, SelectStatement, Value as Bound, Values};
use uuid::Uuid;

use crate::introspect::Catalogue;
use crate::session::Value;
use crate::shape::{Check, Column, ColumnType, ForeignKey, Index, Shape};
use crate::{TablesError, names};
use literal::Literal;

/// How values of one type become values of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Conversion {
    /// The new value.
    pub value: String,
    /// A condition that holds where there is one; `None`: always.
    pub possible: Option<String>,
    /// Whether turning back gives every value as it was.
    pub lossless: bool,
}

/// A database's own way to say things. Operands are expressions written by this room, never a user's text.
pub(crate) trait Dialect: Send + Sync {
    /// Its name, for people.
    fn name(&self) -> &'static str;

    /// What a field of this type becomes, in the database's words, for the catalogue of field types.
    fn database_type(&self, field_type: FieldType) -> String;

    /// The type a column is declared with.
    fn column_type(&self, column_type: ColumnType) -> String;

    /// A quoted name.
    fn quote(&self, name: &str) -> String;

    /// A name of our own as the database takes it, where it may be too long.
    fn short(&self, name: &str) -> String;

    /// What a row's own number is called in a table: the column `key` where its values are the numbers.
    fn row(&self, key: Option<&str>) -> String;

    /// The column with a row's own number, unquoted.
    fn row_name(&self, table: &Shape) -> String;

    /// A value in the text of a statement, of this type.
    fn literal(&self, literal: &Literal, column_type: ColumnType) -> String;

    /// A condition that two expressions have the same value, null being one.
    fn same(&self, one: &str, other: &str) -> String;

    /// A condition on `operand`, true or unknown where it is null; `None` where the type says it already.
    fn check(&self, check: &Check, column_type: ColumnType, operand: &str) -> Option<String>;

    /// A column as it stands in a definition of `table`.
    fn column(&self, table: &Shape, column: &Column) -> String;

    /// The statement that makes a table, called `name`, without its indexes. `all` are the tables of the design, for
    /// the names of parents.
    fn create_table(&self, table: &Shape, name: &str, all: &[Shape]) -> String;

    /// What remains to be said of a table that was made under another name and filled.
    fn finish_table(&self, table: &Shape) -> Vec<String>;

    /// Sets what counts up in a table to where its rows are.
    fn set_counter(&self, table: &Shape) -> Vec<String>;

    /// Makes a table that keeps values: for each row `row` of `table` (called `o` there), the columns under the labels.
    fn keep(&self, kept: &str, table: &str, row: &str, columns: &[(String, &str)]) -> Vec<String>;

    /// How values of `from` become values of `to`.
    fn convert(&self, from: ColumnType, to: ColumnType, operand: &str) -> Conversion;

    /// How it changes tables in place; `None` where most changes make the table anew.
    fn alter(&self) -> Option<&'static dyn Alter>;

    /// What it says of its own tables.
    fn catalogue(&self) -> &'static dyn Catalogue;

    /// Statements that make this room's own tables where they are not there.
    fn own_tables(&self) -> &'static str;

    /// The table that holds the staged rows of a table of a load, quoted, and the order to read them in.
    fn staged(&self, job: Uuid, position: usize) -> (String, &'static str);

    /// How many rows are staged for a table of a load, as a query of one number.
    fn staged_rows(&self, job: Uuid, position: usize) -> (String, Vec<Value>);

    /// What a refused row means, where the error tells of one.
    fn refusal(&self, table: &Shape, error: &TablesError) -> Option<String>;

    /// How it reads.
    fn reading(&self) -> &'static dyn Reading;

    /// What of a table can't be held by this database.
    fn misfits(&self, table: &Shape, problems: &mut Vec<Violation>);
}

/// Changes of a table that is there, for databases that can make them.
pub(crate) trait Alter: Send + Sync {
    /// Makes a column that keeps its type what it is now.
    fn column(&self, table: &Shape, before: &Column, after: &Column) -> Vec<String>;

    /// Gives a foreign key to a table.
    fn add_foreign_key(&self, table: &Shape, key: &ForeignKey, all: &[Shape]) -> Option<String>;

    /// Takes a foreign key off a table.
    fn drop_foreign_key(&self, table: &str, key: &ForeignKey) -> String;

    /// Gives an index another name.
    fn rename_index(&self, from: &str, to: &str) -> String;
}

/// How statements that read are written.
pub(crate) trait Reading: Send + Sync {
    /// The text of a statement and its values.
    fn build(&self, statement: &SelectStatement) -> Result<(String, Vec<Value>), TablesError>;

    /// What rows are sorted and compared by.
    fn sortable(&self, column: &Column) -> Expr;

    /// Sorts by an expression, nulls first going up and last going down.
    fn order_by(&self, statement: &mut SelectStatement, column: &Column, order: Order);

    /// A value as one of this type, to be bound.
    fn value(&self, column_type: ColumnType, literal: Literal) -> Option<Value>;

    /// A bound value, to be compared with a column of this type.
    fn operand(&self, column_type: ColumnType, value: &Value) -> Expr;

    /// As [`Self::operand`], to be compared with [`Self::sortable`].
    fn sort_operand(&self, column: &Column, value: &Value) -> Expr;

    /// A condition that a text begins with `before`, which is a pattern, and then `text`, which is none, whatever the
    /// case of ASCII letters.
    fn like(&self, column: &Column, before: &str, text: &str) -> Expr;
}

/// Bound values in the types of a session.
pub(crate) fn bound(values: Values) -> Result<Vec<Value>, TablesError> {
    values.0.into_iter().map(bind).collect()
}

fn bind(value: Bound) -> Result<Value, TablesError> {
    let found = match value {
        Bound::String(text) => text.map(Value::Text),
        Bound::BigInt(number) => number.map(Value::Integer),
        Bound::Int(number) => number.map(|n| Value::Integer(n.into())),
        Bound::BigUnsigned(number) => {
            let signed = number.map(i64::try_from).transpose();
            signed.map_err(|_| TablesError::Internal("a number of rows does not fit".into()))?.map(Value::Integer)
        }
        Bound::Double(number) => number.map(Value::Real),
        Bound::Bytes(bytes) => bytes.map(Value::Bytes),
        other => return Err(TablesError::Internal(format!("no statement binds {other:?}"))),
    };
    Ok(found.unwrap_or(Value::Null))
}

/// A value as an expression that binds it.
pub(crate) fn plain(value: &Value) -> Expr {
    match value {
        Value::Null => Expr::val(None::<i64>),
        Value::Integer(number) => Expr::val(*number),
        Value::Real(number) => Expr::val(*number),
        Value::Text(text) => Expr::val(text.clone()),
        Value::Bytes(bytes) => Expr::val(bytes.clone()),
    }
}

/// A pattern for texts with `before`, a pattern, and then `text`, in which nothing stands for anything else.
pub(crate) fn pattern(before: &str, text: &str, escape: char) -> String {
    let mut pattern = before.to_owned();
    for letter in text.chars() {
        if matches!(letter, '%' | '_') || letter == escape {
            pattern.push(escape);
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}

/// A column by its name.
pub(crate) fn named(column: &Column) -> Expr {
    Expr::col(Alias::new(&column.name))
}

/// The name of an index in this database.
pub(crate) fn index_name(dialect: &dyn Dialect, table: &Shape, index: &Index) -> String {
    dialect.short(&names::index(index.unique, &table.name, &table.names_of(&index.fields)))
}

/// The statement that drops an index.
pub(crate) fn drop_index(dialect: &dyn Dialect, table: &Shape, index: &Index) -> String {
    format!("DROP INDEX {}", dialect.quote(&index_name(dialect, table, index)))
}

/// The parts of a foreign key that databases agree in. NO ACTION stands for "restrict": it looks at the end of the
/// transaction, so that parents can be replaced by others with the same keys.
pub(crate) fn foreign_key(dialect: &dyn Dialect, table: &Shape, key: &ForeignKey, all: &[Shape]) -> Option<String> {
    let parent = all.iter().find(|s| s.id == key.table)?;
    let action = match key.on_delete {
        OnDelete::Restrict => "NO ACTION",
        OnDelete::Cascade => "CASCADE",
        OnDelete::SetNull => "SET NULL",
    };
    Some(format!(
        "FOREIGN KEY ({}) REFERENCES {} ({}) ON DELETE {action} DEFERRABLE INITIALLY DEFERRED",
        dialect.quote(table.name_of(key.field)),
        dialect.quote(&parent.name),
        dialect.quote(parent.name_of(key.target)),
    ))
}

/// The statement that makes an index. Where a dialect sorts nulls otherwise than pages do, it says how.
pub(crate) fn create_index(dialect: &dyn Dialect, table: &Shape, index: &Index) -> String {
    let nulls = if dialect.alter().is_some() { " NULLS FIRST" } else { "" };
    let column = |id: &FieldId| {
        let optional = table.column(*id).is_some_and(|c| !c.required);
        format!("{}{}", dialect.quote(table.name_of(*id)), if optional { nulls } else { "" })
    };
    let columns: Vec<String> = index.fields.iter().map(column).collect();
    format!(
        "CREATE {}INDEX {} ON {} ({})",
        if index.unique { "UNIQUE " } else { "" },
        dialect.quote(&index_name(dialect, table, index)),
        dialect.quote(&table.name),
        columns.join(", ")
    )
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02X}")).collect()
}
