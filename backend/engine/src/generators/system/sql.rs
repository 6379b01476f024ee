//! `system.sql_statement`: statements of SQL over the tables of a shop.

use crate::generator::{Family, ParamKind};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{one, texts};
use crate::generators::support::text::TextColumn;
use crate::generators::support::weights::Alias;
use crate::stream::Cell;

const KINDS: &[&str] = &["any", "select", "insert", "update", "delete"];
/// Shares of the kinds, in the order of [`KINDS`] without the first.
const SHARES: [f64; 4] = [70.0, 14.0, 12.0, 4.0];

/// A table: columns that hold a number, and a column of states with some of them.
struct Table {
    name: &'static str,
    numbers: &'static [&'static str],
    states: &'static [&'static str],
}

static TABLES: [Table; 5] = [
    Table {
        name: "orders",
        numbers: &["customer_id", "total", "items"],
        states: &["created", "paid", "shipped", "cancelled"],
    },
    Table {
        name: "payments",
        numbers: &["order_id", "amount", "attempts"],
        states: &["pending", "captured", "refunded", "failed"],
    },
    Table { name: "users", numbers: &["age", "logins", "plan_id"], states: &["active", "blocked", "invited"] },
    Table { name: "products", numbers: &["price", "stock", "category_id"], states: &["draft", "listed", "retired"] },
    Table {
        name: "shipments",
        numbers: &["order_id", "weight", "carrier_id"],
        states: &["packed", "sent", "delivered", "lost"],
    },
];

/// Statements.
pub(super) static STATEMENT: Entry = Entry::text(
    "system.sql_statement",
    Family::System,
    words("SQL statement", "Sentencia SQL"),
    words(
        "Statements over the tables of a shop, most of them reads.",
        "Sentencias sobre las tablas de una tienda, casi todas de lectura.",
    ),
    |reader, cx| {
        let kind = reader.choice("kind", KINDS);
        let (alias, stream) = (Alias::new(SHARES), cx.stream);
        texts(cx, 90, move |row, out| {
            let mut cell = stream.cell(row);
            let drawn = KINDS[1 + alias.pick(cell.bits())];
            write(if kind == "any" { drawn } else { kind }, &mut cell, out);
        })
    },
)
.with(
    || {
        vec![defaulted(
            "kind",
            ParamKind::Choice(KINDS),
            words("Kind", "Tipo"),
            words("Statements of any kind or of one.", "Sentencias de cualquier tipo (any) o de uno."),
            KINDS[0],
        )]
    },
    r#"{"kind":"any"}"#,
);

fn write(kind: &str, cell: &mut Cell, out: &mut TextColumn) {
    let table = &TABLES[cell.below(TABLES.len() as u64) as usize];
    let (column, state) = (one(cell, table.numbers), one(cell, table.states));
    let (id, number) = (1 + cell.below(99_999), 1 + cell.below(900));
    let mut parts = |parts: &[&str]| {
        for part in parts {
            match *part {
                "#id" => out.push_number(id),
                "#n" => out.push_number(number),
                text => out.push(text),
            }
        }
    };
    match (kind, id % 4) {
        ("insert", _) => {
            parts(&[
                "INSERT INTO ",
                table.name,
                " (id, ",
                column,
                ", status) VALUES (",
                "#id",
                ", ",
                "#n",
                ", '",
                state,
                "')",
            ]);
        }
        ("update", _) => parts(&["UPDATE ", table.name, " SET status = '", state, "' WHERE id = ", "#id"]),
        ("delete", _) => {
            parts(&["DELETE FROM ", table.name, " WHERE status = '", state, "' AND ", column, " < ", "#n"])
        }
        (_, 0) => parts(&["SELECT count(*) FROM ", table.name, " WHERE status = '", state, "'"]),
        (_, 1) => parts(&["SELECT status, avg(", column, ") FROM ", table.name, " GROUP BY status ORDER BY status"]),
        (_, 2) => parts(&[
            "SELECT id, ",
            column,
            " FROM ",
            table.name,
            " WHERE ",
            column,
            " > ",
            "#n",
            " ORDER BY id LIMIT 50",
        ]),
        _ => parts(&["SELECT * FROM ", table.name, " WHERE id = ", "#id"]),
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn statements_are_of_the_kind_told_and_reads_prevail() {
        let made =
            |kind: &str| Trial::new("system.sql_statement", json!({ "kind": kind }), FieldType::String).texts(2_000);
        for kind in &KINDS[1..] {
            assert!(made(kind).iter().all(|s| s.starts_with(&kind.to_uppercase()) && !s.contains('#')), "{kind}");
        }
        let reads = made("any").iter().filter(|s| s.starts_with("SELECT")).count();
        assert!((1_300..1_500).contains(&reads), "{reads}");
    }
}
