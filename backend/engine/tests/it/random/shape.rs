//! What random designs look like.

use dmb_engine::catalog;
use dmb_engine::generator::Descriptor;
use dmb_spec::{
    ChildCount, Design, Field, FieldId, FieldType, GeneratorRef, LocaleMix, OnDelete, Params, Reference, RowCount,
    Table, TableId,
};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::faults::{self, FaultsShape};
use crate::support::as_of;

/// Of what a table is made.
#[derive(Clone, Debug)]
pub struct TableShape {
    rows: u64,
    relation: Relation,
    parents: [Index; 2],
    by_code: bool,
    nullable_key: bool,
    columns: Vec<ColumnShape>,
    pair: bool,
    faults: Option<FaultsShape>,
}

/// How a table hangs together with those before it.
#[derive(Clone, Debug)]
enum Relation {
    None,
    /// So many children of every parent.
    Counted(ChildCount),
    /// Rows spread over the parents.
    Spread,
    /// Pairs of parents, each pair once.
    Many,
    /// Rows of the same table.
    Itself,
}

/// A column with a generator of the catalogue.
#[derive(Clone, Debug)]
struct ColumnShape {
    generator: Index,
    field_type: Index,
    unique: bool,
    null_rate: f64,
    bounds: Option<(i32, i32)>,
    max_length: Option<u32>,
    digits: Option<(u8, u8)>,
}

fn column() -> impl Strategy<Value = ColumnShape> {
    let seldom = |share: f64| prop::bool::weighted(share);
    (
        (any::<Index>(), any::<Index>(), seldom(0.1), prop_oneof![3 => Just(0.0), 1 => 0.05..1.0]),
        prop::option::weighted(0.1, (-50..500, 0..2_000)),
        prop::option::weighted(0.1, 1..60_u32),
        prop::option::weighted(0.3, (1..20_u8, 0..6_u8)),
    )
        .prop_map(|((generator, field_type, unique, null_rate), bounds, max_length, digits)| ColumnShape {
            generator,
            field_type,
            unique,
            null_rate,
            bounds: bounds.map(|(low, width)| (low, low + width)),
            max_length,
            digits,
        })
}

fn relation() -> impl Strategy<Value = Relation> {
    let count = prop_oneof![
        (0..5_u64).prop_map(|value| ChildCount::Constant { value }),
        (0..3_u64, 0..5_u64).prop_map(|(min, more)| ChildCount::Uniform { min, max: min + more }),
        (0.1..4.0_f64, prop::option::of(1..6_u64)).prop_map(|(mean, max)| ChildCount::Poisson { mean, max }),
        prop::collection::btree_map(0..7_u64, 0.5..9.0_f64, 1..4)
            .prop_map(|weights| ChildCount::Choice { weights: weights.into_iter().collect() }),
    ];
    prop_oneof![
        Just(Relation::None),
        count.prop_map(Relation::Counted),
        Just(Relation::Spread),
        Just(Relation::Many),
        Just(Relation::Itself),
    ]
}

fn table() -> impl Strategy<Value = TableShape> {
    let flags = (any::<bool>(), prop::bool::weighted(0.3), prop::bool::weighted(0.1));
    let columns = prop::collection::vec(column(), 1..5);
    (0..70_u64, relation(), any::<[Index; 2]>(), flags, columns, faults::faults()).prop_map(
        |(rows, relation, parents, (by_code, nullable_key, pair), columns, faults)| TableShape {
            rows,
            relation,
            parents,
            by_code,
            nullable_key,
            columns,
            pair,
            faults,
        },
    )
}

/// One to four tables.
pub fn designs() -> impl Strategy<Value = Vec<TableShape>> {
    prop::collection::vec(table(), 1..5)
}

/// The design of these tables. Each has what examples of generators refer to: the fields `quantity`, `unit_price`,
/// `created_at` and `first_name`, and of its parents `customer_id.city` and `customer_id.created_at`.
pub fn design(shapes: &[TableShape]) -> Design {
    let mut design = Design::new("random");
    design.seed = shapes.iter().map(|shape| shape.rows).sum();
    design.as_of = Some(as_of());
    design.locale = LocaleMix(vec![("es_MX".into(), 3.0), ("de_DE".into(), 1.0)]);
    for (at, shape) in shapes.iter().enumerate() {
        let table = one(shape, at, &design.tables);
        design.tables.push(table);
    }
    design
}

fn one(shape: &TableShape, at: usize, before: &[Table]) -> Table {
    let name = format!("t{at}");
    let mut table = Table::new(TableId::from_name(&name, |_| false), name);
    table.rows = RowCount::Total(shape.rows);
    add(&mut table, "code", FieldType::Uuid, None).unique = true;
    for (name, field_type, generator) in [
        ("quantity", FieldType::Integer, "number.poisson"),
        ("unit_price", FieldType::Decimal, "commerce.price"),
        ("created_at", FieldType::Datetime, "datetime.between"),
        ("first_name", FieldType::String, "person.first_name"),
        ("city", FieldType::String, "address.city"),
    ] {
        add(&mut table, name, field_type, Some(GeneratorRef::named(generator)));
    }
    if let Some(created) = table.fields.iter_mut().find(|field| field.name == "created_at") {
        created.constraints.max = Some(json!("2026-01-01"));
    }
    if !matches!(shape.relation, Relation::Many) || before.is_empty() {
        add(&mut table, "id", FieldType::AutoIncrement, None);
    }
    relate(shape, &mut table, before);
    for (n, column) in shape.columns.iter().enumerate() {
        fill(column, n, &mut table);
    }
    if let (true, Some(key)) = (shape.pair, table.field("customer_id").map(|key| key.id)) {
        let fit = |field: &&Field| !matches!(field.field_type, FieldType::Json | FieldType::Binary);
        let other = table.fields.iter().rev().find(fit).map_or(key, |last| last.id);
        table.unique_keys.push(vec![key, other]);
    }
    table.faults = shape.faults.as_ref().and_then(|faults| faults::of_table(faults, &table));
    table
}

fn add<'t>(table: &'t mut Table, name: &str, field_type: FieldType, generator: Option<GeneratorRef>) -> &'t mut Field {
    let mut field = Field::new(FieldId::from_name(table.id, name, |_| false), name, field_type);
    field.generator = generator;
    table.fields.push(field);
    table.fields.last_mut().unwrap()
}

/// A foreign key to the parent's code, or to its id where it has one.
fn key<'t>(table: &'t mut Table, name: &str, parent: &Table, by_code: bool) -> &'t mut Field {
    let to = parent.field("id").filter(|_| !by_code).or(parent.field("code")).unwrap().id;
    let field = add(table, name, FieldType::ForeignKey, None);
    field.reference = Some(Reference { table: parent.id, field: to, on_delete: OnDelete::Restrict });
    field
}

fn relate(shape: &TableShape, table: &mut Table, before: &[Table]) {
    if let Relation::Itself = shape.relation {
        let own = table.clone();
        let field = key(table, "above", &own, shape.by_code);
        // Where every row needs one above it there is no first row: seldom asked for, and refused.
        (field.nullable, field.null_rate) = (!shape.pair, if shape.nullable_key && !shape.pair { 0.3 } else { 0.0 });
        return;
    }
    if before.is_empty() || matches!(shape.relation, Relation::None) {
        return;
    }
    let parent = shape.parents[0].get(before);
    let field = key(table, "customer_id", parent, shape.by_code);
    let id = field.id;
    match &shape.relation {
        Relation::Counted(count) => table.rows = RowCount::PerParent { field: id, count: count.clone() },
        Relation::Many => {
            let other = key(table, "other_id", shape.parents[1].get(before), !shape.by_code).id;
            table.primary_key = vec![id, other];
        }
        _ => (field.nullable, field.null_rate) = (shape.nullable_key, if shape.nullable_key { 0.2 } else { 0.0 }),
    }
    let copy = GeneratorRef { name: "copy".into(), params: params(json!({ "from": "customer_id.city" })) };
    add(table, "copied", FieldType::String, Some(copy)).nullable = shape.nullable_key;
}

fn params(value: Value) -> Params {
    value.as_object().cloned().unwrap_or_default()
}

fn fill(shape: &ColumnShape, n: usize, table: &mut Table) {
    let generators = catalog::all();
    let descriptor = shape.generator.get(generators).descriptor();
    if descriptor.name == "foreign_key" || !has_inputs(&descriptor, table) {
        return;
    }
    let field_type = *shape.field_type.get(descriptor.produces);
    let mut generator = GeneratorRef { name: descriptor.name.into(), params: params(descriptor.example.clone()) };
    if descriptor.name == "number.correlated" {
        generator.params.insert("group".into(), json!(format!("f{n}")));
    }
    let field = add(table, &format!("f{n}"), field_type, Some(generator));
    // Values of JSON are no keys.
    field.unique = shape.unique && descriptor.unique && field_type != FieldType::Json;
    (field.nullable, field.null_rate) = (shape.null_rate > 0.0 || descriptor.name == "copy", shape.null_rate);
    constrain(shape, &descriptor, field);
}

/// Whether the table has what the example refers to.
fn has_inputs(descriptor: &Descriptor, table: &Table) -> bool {
    let related = table.field("customer_id").is_some();
    match descriptor.name {
        "copy" => related,
        "row_in_parent" => matches!(table.rows, RowCount::PerParent { .. }),
        _ => true,
    }
}

fn constrain(shape: &ColumnShape, descriptor: &Descriptor, field: &mut Field) {
    let constraints = &mut field.constraints;
    if field.field_type.is_numeric() && field.field_type != FieldType::AutoIncrement {
        (constraints.min, constraints.max) =
            shape.bounds.map_or((None, None), |(low, high)| (Some(low.into()), Some(high.into())));
    }
    if field.field_type.is_text() {
        constraints.max_length = shape.max_length;
    }
    if let (FieldType::Decimal, Some((precision, scale))) = (field.field_type, shape.digits) {
        (constraints.precision, constraints.scale) = (Some(precision.max(scale)), Some(scale));
    }
    if field.field_type == FieldType::Enum {
        let words: &[&str] =
            if descriptor.name == "person.sex" { &["F", "M"] } else { &["retail", "pro", "vip", "active"] };
        constraints.choices = Some(words.iter().map(|word| (*word).to_owned()).collect());
    }
}
