//! Keys of several columns: those that nothing keeps unique yet get a permutation over the product of their columns'
//! values, or are refused with the figures.

use std::sync::Arc;

use dmb_spec::Violation;

use super::columns::{Decisions, Setting, is_foreign};
use super::composite::Composite;
use super::relation::{Draw, Parents, Relation};
use super::tables;
use super::uniques::{KeyPlan, is_counted, open_keys};
use crate::generator::Filler;
use crate::stream::Stream;

/// Decides for every key of several columns.
pub(crate) fn decide(setting: &Setting<'_>, decisions: &mut Decisions, out: &mut Vec<Violation>) {
    // A wrong generator is told of already; whether the key holds can't be said then.
    if setting.resolved.iter().any(Option::is_none) {
        return;
    }
    let names: Vec<&str> = setting.resolved.iter().flatten().map(|resolved| resolved.reference.name.as_str()).collect();
    for key in open_keys(setting.outline(), &names) {
        if let Err(violation) = decide_one(setting, &key, decisions) {
            out.push(*violation);
        }
    }
}

/// A column that can take part in a permutation.
struct Member {
    at: usize,
    capacity: u128,
    parents: Option<Parents>,
    filler: Option<Box<dyn Filler>>,
}

fn decide_one(setting: &Setting<'_>, key: &KeyPlan, decisions: &mut Decisions) -> Result<(), Box<Violation>> {
    let outline = setting.outline();
    let members = members(setting, key, decisions);
    let pooled = members.iter().any(|member| matches!(member.parents, Some(Parents::Pool(_))));
    let in_run = members.iter().any(|member| matches!(member.parents, Some(Parents::Table { .. })));
    let children = outline.counted.as_ref().filter(|_| key.within_parent).map(|(_, children)| children);
    let needed = match children {
        Some(children) => children.most(),
        // Pairs with parents of this run can't be among those of earlier runs.
        None if in_run || pooled => outline.rows,
        None => outline.rows_in_all(),
    };
    if needed <= 1 {
        return Ok(());
    }
    if pooled && outline.first_row() > 0 {
        let message = format!(
            "{} is unique and its parents existed before, so it can't be told which pairs are taken; replace the rows, or generate the parents in the same run",
            names(setting, key)
        );
        return Err(Box::new(Violation::error(&key.path, "unique_not_promised", message)));
    }
    let capacities: Vec<u128> = members.iter().map(|member| member.capacity).collect();
    let (_, space) = Composite::space(&capacities);
    if members.is_empty() || space < u128::from(needed) {
        return Err(Box::new(refusal(setting, key, &members, space, needed)));
    }
    let stream = stream(setting, &members);
    let composite = Arc::new(match children {
        Some(children) => Composite::in_parent(&capacities, stream, Arc::clone(children)),
        None => Composite::in_table(&capacities, stream, if in_run || pooled { outline.first_row() } else { 0 }),
    });
    for (place, member) in members.into_iter().enumerate() {
        if let Some(parents) = member.parents {
            let draw = Draw::Digit { key: Arc::clone(&composite), member: place };
            decisions.relations.insert(member.at, Relation { parents, draw });
        }
        if let Some(filler) = member.filler {
            decisions.fillers.insert(member.at, filler);
        }
        decisions.digits.insert(member.at, (Arc::clone(&composite), place));
    }
    Ok(())
}

/// The columns of the key that can take part: foreign keys that draw their parents, and fields whose generator knows how
/// many values it has.
fn members(setting: &Setting<'_>, key: &KeyPlan, decisions: &Decisions) -> Vec<Member> {
    let outline = setting.outline();
    let free = |at: &&usize| !decisions.digits.contains_key(at) && !is_counted(outline, &setting.fields()[**at]);
    let member = |at: &usize| {
        let field = &setting.fields()[*at];
        if setting.draws_parents(*at) {
            let itself = field.reference.is_some_and(|reference| reference.table == outline.table.id);
            let parents = tables::parents(setting.outlines, outline, field).filter(|_| !itself)?;
            return Some(Member { at: *at, capacity: parents.range().1.into(), parents: Some(parents), filler: None });
        }
        if is_foreign(field) || !setting.resolved[*at].as_ref()?.can_be_unique {
            return None;
        }
        // Problems with the parameters come up again when the column is compiled.
        let filler = setting.filler(*at, true, 1, &mut Vec::new()).filter(|filler| filler.inputs().is_empty())?;
        Some(Member { at: *at, capacity: filler.capacity()?, parents: None, filler: Some(filler) })
    };
    key.fields.iter().filter(free).filter_map(member).collect()
}

/// The stream of the permutation: from the identities of its columns, whatever their order.
fn stream(setting: &Setting<'_>, members: &[Member]) -> Stream {
    let mut ids: Vec<_> = members.iter().map(|member| setting.fields()[member.at].id.0).collect();
    ids.sort_unstable();
    let table = Stream::root(setting.key_seed).of(setting.outline().table.id.0).named("key");
    ids.into_iter().fold(table, Stream::of)
}

fn names(setting: &Setting<'_>, key: &KeyPlan) -> String {
    let names: Vec<&str> = key.fields.iter().map(|at| setting.fields()[*at].name.as_str()).collect();
    format!("({})", names.join(", "))
}

fn refusal(setting: &Setting<'_>, key: &KeyPlan, members: &[Member], space: u128, needed: u64) -> Violation {
    let names = names(setting, key);
    let within = if key.within_parent { "rows of one parent" } else { "rows" };
    if members.is_empty() {
        let message = format!(
            "{names} is unique, which the generators of its fields can't promise; choose others, or number the rows with row_in_parent"
        );
        return Violation::error(&key.path, "unique_not_promised", message);
    }
    let each: Vec<String> = members.iter().map(|m| format!("{} {}", setting.fields()[m.at].name, m.capacity)).collect();
    let message = format!(
        "{names} is unique and can have {space} different values ({}), but {needed} {within} are asked for",
        each.join(" × ")
    );
    Violation::error(&key.path, "unique_capacity", message)
}
