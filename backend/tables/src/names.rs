//! Names: which ones a user may give, and those this room keeps for itself.

use dmb_spec::{FieldId, TableId};
use uuid::Uuid;

/// A project's place in the database: a file of its own on SQLite, a schema on PostgreSQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Namespace(pub Uuid);

/// Start of every name that is ours and never a user's.
pub(crate) const RESERVED: &str = "_dmb_";
/// What is known of each table: rows used so far, rows there, seed of its unique columns.
pub(crate) const STATE: &str = "_dmb_state";
/// Jobs whose rows were published.
pub(crate) const PUBLISHED: &str = "_dmb_published";
/// Checkpoints of loads.
pub(crate) const LOADS: &str = "_dmb_loads";
/// Start of the names of kept copies of what was dropped.
pub(crate) const TRASH: &str = "_dmb_trash_";
/// Column that numbers the rows of a table, where the database has no such number of its own and the key is none.
pub(crate) const ROW: &str = "_dmb_row";
/// Column of a kept copy that says which row its values belong to.
pub(crate) const TRASH_ROW: &str = "_dmb_row";

const MAX_NAME: usize = 55;

/// Whether a table or a field may be called so: `^[a-z_][a-z0-9_]{0,54}$`, and not one of our own or the
/// database's own names.
pub(crate) fn is_allowed(name: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit();
    let bytes = name.as_bytes();
    !bytes.is_empty()
        && bytes.len() <= MAX_NAME
        && !bytes[0].is_ascii_digit()
        && bytes.iter().all(|b| plain(*b))
        && !name.starts_with(RESERVED)
        && !name.starts_with("sqlite_")
        && !name.starts_with("pg_")
        && !["rowid", "oid", "_rowid_"].contains(&name)
}

/// Where a dropped table's rows are kept.
pub(crate) fn table_trash(table: TableId) -> String {
    format!("{TRASH}{}", table.0.simple())
}

/// Where the values of a dropped column are kept.
pub(crate) fn dropped_trash(table: TableId, field: FieldId) -> String {
    format!("{}_{}", table_trash(table), field.0.simple())
}

/// Where the values that a column had in a former type are kept; `word` says which type.
pub(crate) fn retyped_trash(table: TableId, field: FieldId, word: &str) -> String {
    format!("{}_{word}", dropped_trash(table, field))
}

/// The staging table of the table at this position of a load.
pub(crate) fn stage(position: usize) -> String {
    format!("_dmb_stage_{position}")
}

/// An index. Holds a character that no table's name can hold, so it never meets one.
pub(crate) fn index(unique: bool, table: &str, fields: &[&str]) -> String {
    format!("{}${table}${}", if unique { "uq" } else { "ix" }, fields.join("$"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_are_allowed() {
        for good in ["a", "_x", "orders_2", "select", &"a".repeat(55)] {
            assert!(is_allowed(good), "{good:?}");
        }
        let long = "a".repeat(56);
        for bad in
            ["", "2a", "A", "a-b", "a b", "a\"b", "a;", "é", "a\0", "_dmb_state", "sqlite_x", "pg_x", "rowid", &long]
        {
            assert!(!is_allowed(bad), "{bad:?}");
        }
    }

    #[test]
    fn no_index_is_named_like_a_table() {
        assert!(!is_allowed(&index(true, "orders", &["id"])));
        assert_ne!(index(false, "a", &["b_c"]), index(false, "a_b", &["c"]));
    }
}
