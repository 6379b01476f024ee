//! How much is read of what comes from outside.

/// Most bytes of a text with a structure: SQL, JSON Schema, a design file.
pub const MAX_TEXT_BYTES: usize = 8 * 1024 * 1024;
/// Most bytes of a sample.
pub const MAX_SAMPLE_BYTES: usize = 64 * 1024 * 1024;
/// Most bytes that a workbook may hold once unpacked.
pub const MAX_UNPACKED_BYTES: u64 = 256 * 1024 * 1024;
/// Most files inside a workbook.
pub const MAX_ENTRIES: usize = 2_000;
/// Most statements of an SQL text.
pub const MAX_STATEMENTS: usize = 100_000;
/// Most parts of an expression in SQL that stand one after another without a comma.
pub const MAX_TERMS: usize = 400;
/// Deepest brackets in SQL.
pub const MAX_BRACKETS: usize = 48;
/// Deepest objects inside objects.
pub const MAX_NESTING: usize = 6;
/// Most tables; what a design holds.
pub const MAX_TABLES: usize = dmb_spec::validate::MAX_TABLES;
/// Most fields of a table; what a design holds.
pub const MAX_FIELDS: usize = dmb_spec::validate::MAX_FIELDS;
/// Most rows of a sample that are looked at; those behind are left out with a note.
pub const MAX_SAMPLE_ROWS: u64 = 1_000_000;
/// Most values, of all columns together, that are kept to tell whether a column's values differ: 8 bytes each.
pub const MAX_KEPT_VALUES: usize = 4_000_000;
/// Most notes that are kept; how many more there were is told.
pub const MAX_NOTES: usize = 1_000;
