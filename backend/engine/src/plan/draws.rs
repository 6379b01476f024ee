//! How each foreign key finds its parents.

use arrow_array::new_empty_array;
use dmb_spec::{Field, Violation};

use super::columns::{Decisions, Setting, is_foreign};
use super::relation::{Draw, Parents, Relation};
use super::tables;
use super::uniques::is_counted;
use crate::permutation::Permutation;
use crate::types;

/// Decides for every foreign key that no key of several columns has decided for.
pub(crate) fn decide(setting: &Setting<'_>, decisions: &mut Decisions, out: &mut Vec<Violation>) {
    for (at, field) in setting.fields().iter().enumerate().filter(|(_, field)| is_foreign(field)) {
        if is_counted(setting.outline(), field) && setting.resolved[at].is_some() && !setting.draws_parents(at) {
            let message =
                format!("rows are counted by {}, so it must draw its parents itself: foreign_key", field.name);
            let path = format!("{}.generator", setting.outline().path(field));
            out.push(Violation::error(path, "counted_by_copy", message).suggest("foreign_key"));
        }
        if setting.draws_parents(at) && !decisions.relations.contains_key(&at) {
            match relation(setting, field, out) {
                Ok(relation) => drop(decisions.relations.insert(at, relation)),
                Err(violation) => out.push(*violation),
            }
        }
    }
}

fn relation(setting: &Setting<'_>, field: &Field, out: &mut Vec<Violation>) -> Result<Relation, Box<Violation>> {
    let outline = setting.outline();
    let Some(parents) = tables::parents(setting.outlines, outline, field) else {
        return nobody(setting, field, out);
    };
    let (_, count) = parents.range();
    let unique = outline.table.is_unique(field);
    let itself = field.reference.is_some_and(|reference| reference.table == outline.table.id);
    let counted = outline.counted.as_ref().filter(|_| is_counted(outline, field));
    let refuse = |message: String| Err(Box::new(Violation::error(outline.path(field), "unique_capacity", message)));
    let draw = match counted {
        Some((_, children)) if unique && children.most() > 1 => {
            let most = children.most();
            return refuse(format!(
                "{} is unique, but a parent has up to {most} rows; let it have one at most",
                field.name
            ));
        }
        Some((_, children)) => Draw::Counted(children.clone()),
        None if itself && matches!(parents, Parents::Table { .. }) && unique => Draw::Previous,
        None if itself && matches!(parents, Parents::Table { .. }) => {
            Draw::Earlier(setting.stream(setting.seed, field.id))
        }
        None if unique && count < outline.rows => {
            let rows = outline.rows;
            return refuse(format!(
                "{} is unique and has {count} parents to take, but {rows} rows are asked for",
                field.name
            ));
        }
        None if unique => Draw::Permuted {
            permutation: Permutation::new(u128::from(count), setting.stream(setting.key_seed, field.id).key()),
            first_child: outline.first_row(),
        },
        None => Draw::Spread(setting.stream(setting.seed, field.id)),
    };
    Ok(Relation { parents, draw })
}

/// Where there are no parents: all null where that is allowed, nothing at all where no row is made.
fn nobody(setting: &Setting<'_>, field: &Field, out: &mut Vec<Violation>) -> Result<Relation, Box<Violation>> {
    let outline = setting.outline();
    let name =
        field.reference.and_then(|r| setting.design.table_by_id(r.table)).map_or("its parent", |t| t.name.as_str());
    let planned = field.reference.is_some_and(|r| setting.outlines.iter().any(|other| other.table.id == r.table));
    let path = outline.path(field);
    if outline.rows > 0 || !planned {
        if !field.nullable {
            let message = if planned {
                format!("{name} gets no rows, so {} has no key to take", field.name)
            } else {
                format!("{name} is not part of this run and has no rows yet, so {} has no key to take", field.name)
            };
            return Err(Box::new(
                Violation::error(path, "no_parents", message).suggest(format!("generate {name} too")),
            ));
        }
        out.push(Violation::warning(
            path,
            "no_parents",
            format!("{name} has no rows, so {} is always null", field.name),
        ));
    }
    let keys = new_empty_array(&types::data_type(setting.design, field));
    Ok(Relation { parents: Parents::Pool(keys), draw: Draw::Nobody })
}
