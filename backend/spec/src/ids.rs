//! Stable identities. A table and a field keep theirs through renames and moves; random streams are made from them.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Namespace of the name-based ids below (a random UUID, fixed for ever: changing it changes everybody's data).
const NAMESPACE: Uuid = Uuid::from_u128(0x5f0c_1e5a_9f37_4c0e_8d0a_3b6f_27e1_c9d4);

macro_rules! stable_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

stable_id!(
    /// Identity of a table within its design.
    TableId
);
stable_id!(
    /// Identity of a field, unique within its design.
    FieldId
);

impl TableId {
    /// The id a table gets at creation. `taken` says whether an id is in use already (a table that was called so
    /// before it was renamed); the next free one of a fixed series is chosen then, so files stay reproducible.
    pub fn from_name(name: &str, taken: impl Fn(Self) -> bool) -> Self {
        first_free(|n| Self(named(NAMESPACE, "table", name, n)), taken)
    }
}

impl FieldId {
    /// The id a field of `table` gets at creation; see [`TableId::from_name`].
    pub fn from_name(table: TableId, name: &str, taken: impl Fn(Self) -> bool) -> Self {
        first_free(|n| Self(named(table.0, "field", name, n)), taken)
    }
}

fn named(namespace: Uuid, kind: &str, name: &str, n: u32) -> Uuid {
    Uuid::new_v5(&namespace, format!("{kind}:{name}:{n}").as_bytes())
}

fn first_free<T: Copy>(make: impl Fn(u32) -> T, taken: impl Fn(T) -> bool) -> T {
    let mut n = 0;
    loop {
        let id = make(n);
        if !taken(id) {
            return id;
        }
        n += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_gives_the_same_id_until_it_is_taken() {
        let first = TableId::from_name("orders", |_| false);
        assert_eq!(first, TableId::from_name("orders", |_| false));
        let second = TableId::from_name("orders", |id| id == first);
        assert_ne!(first, second);
        assert_eq!(second, TableId::from_name("orders", |id| id == first));
    }

    #[test]
    fn fields_of_two_tables_differ_though_their_names_agree() {
        let (a, b) = (TableId::from_name("a", |_| false), TableId::from_name("b", |_| false));
        assert_ne!(FieldId::from_name(a, "id", |_| false), FieldId::from_name(b, "id", |_| false));
    }
}
