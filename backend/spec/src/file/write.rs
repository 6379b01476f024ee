//! Writes a design in the form that is read.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value, json};
use serde_saphyr::FlowMap;

use super::SHORT;
use crate::{
    ChildCount, Constraints, Design, Fault, Faults, Field, FieldId, FieldType, GeneratorRef, OnDelete, RowCount, Table,
    TableId,
};

/// Longest field, in characters, that is written on one line.
const ONE_LINE: usize = 110;

/// A part of the document.
pub(super) enum Part {
    /// A value, in block style where the format has one.
    Plain(Value),
    /// A short map, on one line where the format can.
    Line(Value),
    /// Keys with parts.
    Map(Vec<(String, Part)>),
    /// Parts one after another.
    List(Vec<Part>),
}

impl Serialize for Part {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Plain(value) => value.serialize(serializer),
            Self::Line(value) => FlowMap(value).serialize(serializer),
            Self::List(parts) => parts.serialize(serializer),
            Self::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, part) in entries {
                    map.serialize_entry(key, part)?;
                }
                map.end()
            }
        }
    }
}

/// The whole document.
pub(super) fn document(design: &Design) -> Part {
    let mut out = vec![plain("dmb", super::VERSION), plain("name", design.name.as_str())];
    if !design.description.is_empty() {
        out.push(plain("description", design.description.as_str()));
    }
    out.push(plain("seed", design.seed));
    if let Some(as_of) = design.as_of {
        out.push(plain("as_of", as_of.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)));
    }
    out.push(match design.locale.0.as_slice() {
        [(only, weight)] if *weight == 1.0 => plain("locale", only.as_str()),
        mix => {
            let weights = mix.iter().map(|(locale, weight)| (locale.clone(), json!(weight)));
            ("locale".to_owned(), Part::Line(weights.collect::<Map<_, _>>().into()))
        }
    });
    let tables = design.tables.iter().map(|t| (t.name.clone(), table(design, t))).collect();
    out.push(("tables".to_owned(), Part::Map(tables)));
    Part::Map(out)
}

fn plain(key: &str, value: impl Into<Value>) -> (String, Part) {
    (key.to_owned(), Part::Plain(value.into()))
}

fn table(design: &Design, table: &Table) -> Part {
    let mut out = Vec::new();
    if table.id != TableId::from_name(&table.name, |_| false) {
        out.push(plain("id", table.id.to_string()));
    }
    if let Some(label) = &table.display_name {
        out.push(plain("display_name", label.as_str()));
    }
    if !table.description.is_empty() {
        out.push(plain("description", table.description.as_str()));
    }
    out.push(("rows".to_owned(), rows(design, table)));
    if !table.primary_key.is_empty() {
        out.push(plain("primary_key", key(table, &table.primary_key)));
    }
    for (word, keys) in [("unique", &table.unique_keys), ("indexes", &table.indexes)] {
        if !keys.is_empty() {
            out.push(plain(word, keys.iter().map(|k| key(table, k)).collect::<Vec<_>>()));
        }
    }
    let fields = table.fields.iter().map(|f| (f.name.clone(), field(design, table, f))).collect();
    out.push(("fields".to_owned(), Part::Map(fields)));
    if let Some(table_faults) = &table.faults {
        out.push(("faults".to_owned(), faults(table_faults)));
    }
    Part::Map(out)
}

fn faults(faults: &Faults) -> Part {
    let kinds = faults.kinds.iter().map(|fault| Part::Line(fault_value(fault))).collect();
    Part::Map(vec![plain("rate", json!(faults.rate)), ("kinds".to_owned(), Part::List(kinds))])
}

/// `{ kind: field }` where that says it all.
fn fault_value(fault: &Fault) -> Value {
    let params = match fault.params.get("field") {
        Some(field @ Value::String(_)) if fault.params.len() == 1 => field.clone(),
        _ => fault.params.clone().into(),
    };
    Map::from_iter([(fault.kind.clone(), params)]).into()
}

fn key(table: &Table, fields: &[FieldId]) -> Value {
    fields.iter().map(|id| table.field_by_id(*id).map_or_else(|| id.to_string(), |f| f.name.clone())).collect()
}

fn rows(design: &Design, table: &Table) -> Part {
    let (field, count) = match &table.rows {
        RowCount::Total(rows) => return Part::Plain((*rows).into()),
        RowCount::PerParent { field, count } => (*field, count),
    };
    let mut out = Map::new();
    out.insert("per".to_owned(), per(design, table, field).into());
    let (distribution, max) = match count {
        ChildCount::Constant { value } => (json!(value), None),
        ChildCount::Uniform { min, max } => (json!({ "uniform": { "min": min, "max": max } }), None),
        ChildCount::Poisson { mean, max } => (json!({ "poisson": { "mean": mean } }), *max),
        ChildCount::Choice { weights } => {
            let weights: Map<_, _> = weights.iter().map(|(n, weight)| (n.to_string(), json!(weight))).collect();
            (json!({ "choice": { "weights": weights } }), None)
        }
    };
    out.insert("distribution".to_owned(), distribution);
    out.extend(max.map(|max| ("max".to_owned(), max.into())));
    Part::Line(out.into())
}

/// The parent's name where that is clear, else the foreign key's.
fn per(design: &Design, table: &Table, id: FieldId) -> String {
    let Some(field) = table.field_by_id(id) else { return id.to_string() };
    let parent = field.reference.and_then(|r| design.table_by_id(r.table));
    let clear = |parent: &&Table| {
        let leading = table.fields.iter().filter(|f| f.reference.is_some_and(|r| r.table == parent.id)).count();
        leading == 1 && table.field(&parent.name).is_none()
    };
    parent.filter(clear).map_or_else(|| field.name.clone(), |parent| parent.name.clone())
}

fn field(design: &Design, table: &Table, field: &Field) -> Part {
    let mut out = Map::new();
    let mut put = |key: &str, value: Value| out.insert(key.to_owned(), value);
    put("type", field.field_type.as_str().into());
    if field.id != FieldId::from_name(table.id, &field.name, |_| false) {
        put("id", field.id.to_string().into());
    }
    if let Some(label) = &field.display_name {
        put("display_name", label.as_str().into());
    }
    if !field.description.is_empty() {
        put("description", field.description.as_str().into());
    }
    if let Some(reference) = field.reference {
        put("to", target(design, reference.table, reference.field).into());
        match reference.on_delete {
            OnDelete::Restrict => None,
            OnDelete::Cascade => put("on_delete", "cascade".into()),
            OnDelete::SetNull => put("on_delete", "set_null".into()),
        };
    }
    if field.nullable {
        put("nullable", true.into());
    }
    if field.null_rate != 0.0 {
        put("null_rate", json!(field.null_rate));
    }
    if field.unique {
        put("unique", true.into());
    }
    if let Some(default) = &field.default {
        put("default", default.clone());
    }
    constraints(&field.constraints, &mut put);
    if let Some(generator) = &field.generator {
        put("generator", generator_value(generator));
    }
    line_or_block(field.field_type, out)
}

fn line_or_block(field_type: FieldType, map: Map<String, Value>) -> Part {
    if map.len() == 1 && field_type != FieldType::ForeignKey {
        return Part::Plain(field_type.as_str().into());
    }
    let text = Value::from(map.clone()).to_string();
    let short = text.chars().count() <= ONE_LINE && !text.contains("\\n");
    if short { Part::Line(map.into()) } else { Part::Plain(map.into()) }
}

fn constraints(constraints: &Constraints, put: &mut impl FnMut(&str, Value) -> Option<Value>) {
    let Constraints { min, max, min_length, max_length, pattern, precision, scale, choices } = constraints;
    let all = [
        ("min", min.clone()),
        ("max", max.clone()),
        ("min_length", min_length.map(Value::from)),
        ("max_length", max_length.map(Value::from)),
        ("pattern", pattern.as_deref().map(Value::from)),
        ("precision", precision.map(Value::from)),
        ("scale", scale.map(Value::from)),
        ("choices", choices.clone().map(Value::from)),
    ];
    for (word, value) in all {
        value.map(|value| put(word, value));
    }
}

fn generator_value(generator: &GeneratorRef) -> Value {
    if generator.params.is_empty() {
        return generator.name.as_str().into();
    }
    let text = generator.params.get(SHORT.1).filter(|text| text.is_string());
    let value = match text {
        Some(text) if generator.name == SHORT.0 && generator.params.len() == 1 => text.clone(),
        _ => generator.params.clone().into(),
    };
    json!({ &generator.name: value })
}

fn target(design: &Design, table: TableId, field: FieldId) -> String {
    let parent = design.table_by_id(table);
    let target = parent.and_then(|t| t.field_by_id(field));
    let table = parent.map_or_else(|| table.to_string(), |t| t.name.clone());
    format!("{table}.{}", target.map_or_else(|| field.to_string(), |f| f.name.clone()))
}
