//! Foreign keys as a design has them: one field that refers to one field that tells rows apart.

use dmb_spec::{Constraints, Design, Field, FieldType, OnDelete, Reference, validate};
use serde_json::json;

use crate::note::Notes;
use crate::raw::{RawForeign, RawTable, generator};

/// Puts the foreign keys on, then opens circles of tables that need one another first.
pub(super) fn put(raw: &[RawTable], design: &mut Design, notes: &mut Notes) {
    for (at, table) in raw.iter().enumerate() {
        // Those of one field first: a longer one may begin with it.
        let (single, several): (Vec<_>, Vec<_>) = table.foreign.iter().partition(|foreign| foreign.columns.len() == 1);
        for foreign in single.into_iter().chain(several) {
            if let Err(reason) = one(raw, at, foreign, design) {
                let (from, to) = (foreign.columns.join(", "), &foreign.table);
                notes.left_out(
                    &foreign.place,
                    format!("The foreign key on {from} to {to} is not carried over: {reason}."),
                );
            }
        }
    }
    circles(raw, design, notes);
}

/// Places of the child's and the parent's columns, in pairs.
type Pairs = Vec<(usize, usize)>;

fn one(raw: &[RawTable], child: usize, foreign: &RawForeign, design: &mut Design) -> Result<(), String> {
    let parent = raw.iter().position(|table| table.name.eq_ignore_ascii_case(&foreign.table));
    let parent = parent.ok_or_else(|| "there is no such table".to_owned())?;
    let pairs = pairs(raw, child, parent, foreign)?;
    let tells_apart = |to: usize| {
        let table = &design.tables[parent];
        table.is_unique(&table.fields[to])
    };
    let Some(position) = pairs.iter().position(|(_, to)| tells_apart(*to)) else {
        return Err(match pairs.as_slice() {
            [_] => "the field it refers to is neither unique nor the whole primary key".to_owned(),
            _ => "a design refers to one field, and none of these tells rows apart by itself".to_owned(),
        });
    };
    let (from, to) = pairs[position];
    refer(design, (child, from), (parent, to), foreign.on_delete)?;
    // The other fields are the parent's, so that the pair is one of a row that is there.
    let key = design.tables[child].fields[from].name.clone();
    for (own, others) in pairs.iter().filter(|(own, _)| *own != from) {
        let source = format!("{key}.{}", design.tables[parent].fields[*others].name);
        let field = &mut design.tables[child].fields[*own];
        if field.field_type != FieldType::ForeignKey {
            field.generator = Some(generator("copy", json!({ "from": source })));
        }
    }
    Ok(())
}

fn pairs(raw: &[RawTable], child: usize, parent: usize, foreign: &RawForeign) -> Result<Pairs, String> {
    let referred = if foreign.referred.is_empty() { &raw[parent].primary_key } else { &foreign.referred };
    if referred.len() != foreign.columns.len() {
        return Err("it has not as many fields as the key it refers to".to_owned());
    }
    let pair = |(own, other): (&String, &String)| {
        let own_at = raw[child].column(own).ok_or_else(|| format!("there is no field “{own}”"))?;
        let other_at = raw[parent].column(other).ok_or_else(|| format!("there is no field “{other}” to refer to"))?;
        Ok((own_at, other_at))
    };
    foreign.columns.iter().zip(referred).map(pair).collect()
}

fn refer(design: &mut Design, from: (usize, usize), to: (usize, usize), on_delete: OnDelete) -> Result<(), String> {
    if from == to {
        return Err("it refers to itself".to_owned());
    }
    let reference = Reference { table: design.tables[to.0].id, field: design.tables[to.0].fields[to.1].id, on_delete };
    let field = &mut design.tables[from.0].fields[from.1];
    if field.field_type == FieldType::ForeignKey {
        return Err("the field is one already".to_owned());
    }
    if field.field_type == FieldType::AutoIncrement {
        return Err("the field counts by itself".to_owned());
    }
    make_foreign(field, reference);
    Ok(())
}

fn make_foreign(field: &mut Field, mut reference: Reference) {
    if reference.on_delete == OnDelete::SetNull && !field.nullable {
        reference.on_delete = OnDelete::Restrict;
    }
    field.field_type = FieldType::ForeignKey;
    (field.constraints, field.default, field.generator) = (Constraints::default(), None, None);
    field.reference = Some(reference);
}

/// Makes one foreign key of each circle nullable: none of its tables could get a first row.
fn circles(raw: &[RawTable], design: &mut Design, notes: &mut Notes) {
    // Each round opens one; there are no more foreign keys than fields.
    let most = design.tables.iter().map(|table| table.fields.len()).sum();
    for _ in 0..most {
        let found = validate(design);
        let circular: Vec<&str> =
            found.iter().filter(|v| v.code == "reference_circle").map(|v| v.path.as_str()).collect();
        let Some((table, field)) =
            circular.iter().filter_map(|path| place_of(design, path)).max_by_key(|(table, field)| {
                // Rather one that is in no key.
                let table = &design.tables[*table];
                !table.key_fields().iter().any(|key| key.id == table.fields[*field].id)
            })
        else {
            return;
        };
        let column = &raw[table].columns[field];
        let in_key =
            design.tables[table].key_fields().iter().any(|key| key.id == design.tables[table].fields[field].id);
        let opened = &mut design.tables[table].fields[field];
        if in_key {
            opened.reference = None;
            opened.field_type = column.field_type;
            opened.constraints = column.constraints.clone();
            notes.left_out(&column.place, "Its foreign key closes a circle of tables that need one another first.");
        } else {
            opened.nullable = true;
            notes.changed(&column.place, "It may be null here: the tables need one another first, in a circle.");
        }
    }
}

/// Table and field of a path such as `tables.orders.fields.customer_id.to`.
pub(super) fn place_of(design: &Design, path: &str) -> Option<(usize, usize)> {
    let mut parts = path.split('.');
    (parts.next()? == "tables").then_some(())?;
    let (table, word, field) = (parts.next()?, parts.next()?, parts.next()?);
    (word == "fields").then_some(())?;
    let at = design.tables.iter().position(|known| known.name == table)?;
    Some((at, design.tables[at].fields.iter().position(|known| known.name == field)?))
}
