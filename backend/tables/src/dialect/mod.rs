//! What differs between databases: names of types, quoting, literals, conditions, statements that define tables.
//! One file a database; the trait is what the rest of the room writes statements through.

pub(crate) mod literal;
pub(crate) mod sqlite;

use dmb_spec::FieldType;

use crate::shape::{Check, Column, ColumnType, Shape};
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
pub(crate) trait Dialect {
    /// Its name, for people.
    fn name(&self) -> &'static str;

    /// What a field of this type becomes, in the database's words, for the catalogue of field types.
    fn database_type(&self, field_type: FieldType) -> String;

    /// The type a column is declared with.
    fn column_type(&self, column_type: ColumnType) -> String;

    /// A quoted name.
    fn quote(&self, name: &str) -> String;

    /// A value in the text of a statement.
    fn literal(&self, literal: &Literal) -> String;

    /// A condition on `operand`, true or unknown where it is null.
    fn check(&self, check: &Check, column_type: ColumnType, operand: &str) -> String;

    /// A column as it stands in a definition of `table`.
    fn column(&self, table: &Shape, column: &Column) -> String;

    /// The statement that makes a table, called `name`, without its indexes. `all` are the tables of the design, for
    /// the names of parents.
    fn create_table(&self, table: &Shape, name: &str, all: &[Shape]) -> String;

    /// How values of `from` become values of `to`.
    fn convert(&self, from: ColumnType, to: ColumnType, operand: &str) -> Conversion;
}
