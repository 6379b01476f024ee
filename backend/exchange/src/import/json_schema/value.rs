//! One schema as type, constraints and generator.

use dmb_engine::catalog;
use dmb_spec::{Constraints, Design, Field, FieldId, FieldType, GeneratorRef, Table, TableId};
use serde_json::{Map, Value, json};

use super::shape::Shape;
use super::tables::{Reader, text};
use super::view::{Flat, is_within};
use crate::error::ImportError;
use crate::limits::MAX_FIELDS;
use crate::raw::{generator, whole_pattern};

/// Most values of an enum.
const MAX_CHOICES: usize = 1_000;

impl Reader<'_, '_> {
    /// What a schema says of a value of this name, so many objects deep.
    pub(super) fn shape(&mut self, name: &str, schema: &Value, at: &str, depth: usize) -> Result<Shape, ImportError> {
        self.step()?;
        let (flat, null) = self.view.flat(schema, at, self.notes);
        let mut shape = self.typed(name, &flat, at, depth)?;
        let types = types(&flat);
        let null_listed =
            |word: &str| flat.get(word).and_then(Value::as_array).is_some_and(|all| all.contains(&Value::Null));
        shape.null |=
            null || types.contains(&"null") || null_listed("enum") || flat.get("nullable") == Some(&Value::Bool(true));
        let values = flat.get("enum").and_then(Value::as_array).filter(|values| !values.is_empty());
        shape.never_null = !null && values.is_some_and(|values| !values.contains(&Value::Null));
        shape.description =
            flat.get("description").or_else(|| flat.get("title")).map(|d| text(Some(d))).unwrap_or_default();
        shape.default = flat.get("default").filter(|value| !value.is_null()).cloned();
        Ok(shape)
    }

    fn typed(&mut self, name: &str, flat: &Flat, at: &str, depth: usize) -> Result<Shape, ImportError> {
        if let Some(value) = flat.get("const").filter(|value| !value.is_null()) {
            let params = json!({ "value": value });
            return Ok(Shape::with(type_of(value), generator("constant", params)));
        }
        if let Some(values) = flat.get("enum").and_then(Value::as_array) {
            return Ok(self.one_of(values, at));
        }
        let named: Vec<&str> = types(flat).into_iter().filter(|word| *word != "null").collect();
        if named.len() > 1 && named != ["integer", "number"] && named != ["number", "integer"] {
            self.notes.left_out(at, format!("It may be {}; {} is taken.", named.join(" or "), named[0]));
        }
        let number_too = named.contains(&"number") && named.first() == Some(&"integer");
        let told = if number_too { "number" } else { named.first().copied().unwrap_or_else(|| guessed(flat)) };
        Ok(match told {
            "string" => self.string(flat, at),
            "integer" => whole(flat),
            "number" => number(flat),
            "boolean" => Shape::of(FieldType::Boolean),
            "array" => self.array(name, flat, at, depth)?,
            "object" => self.object(flat, at, depth)?,
            _ => {
                self.notes.assumed(at, "Its type is not told; it is JSON.");
                Shape::of(FieldType::Json)
            }
        })
    }

    fn one_of(&mut self, values: &[Value], at: &str) -> Shape {
        let values: Vec<&Value> = values.iter().filter(|value| !value.is_null()).collect();
        let texts: Option<Vec<String>> = values.iter().map(|value| value.as_str().map(str::to_owned)).collect();
        match texts.filter(|texts| !texts.is_empty()) {
            Some(mut texts) => {
                if texts.len() > MAX_CHOICES || texts.iter().any(|text| text.trim().is_empty()) {
                    self.notes
                        .left_out(at, format!("Blank values, and those after the first {MAX_CHOICES}, are left out."));
                }
                let mut seen = std::collections::HashSet::new();
                texts.retain(|text| !text.trim().is_empty() && seen.insert(text.clone()));
                texts.truncate(MAX_CHOICES);
                let mut shape = Shape::of(FieldType::Enum);
                shape.constraints.choices = Some(texts);
                shape
            }
            None => {
                let first = values.first().map_or(FieldType::Json, |value| type_of(value));
                let same = values.iter().all(|value| type_of(value) == first);
                let field_type = if same { first } else { FieldType::Json };
                Shape::with(field_type, generator("choice", json!({ "values": values })))
            }
        }
    }

    fn string(&mut self, flat: &Flat, at: &str) -> Shape {
        let format = flat.get("format").and_then(Value::as_str).unwrap_or_default();
        let pattern = flat.get("pattern").and_then(Value::as_str).map(whole_pattern);
        if let Some(shape) = fixed_format(format) {
            if pattern.is_some() {
                self.notes.left_out(at, format!("Its pattern is left out: the format {format} says what it is."));
            }
            return shape;
        }
        let length = |word: &str| {
            flat.get(word).and_then(Value::as_u64).map(|n| u32::try_from(n.min(1_000_000)).unwrap_or(u32::MAX))
        };
        let (min_length, max_length) = (length("minLength").filter(|n| *n > 0), length("maxLength").filter(|n| *n > 0));
        let long = max_length.is_some_and(|most| most > 16_000) || min_length.is_some_and(|least| least > 255);
        let mut shape = match format {
            "email" | "idn-email" => Shape::of(FieldType::Email),
            "uri" | "url" | "iri" | "uri-reference" => Shape::of(FieldType::Url),
            "hostname" | "idn-hostname" => Shape::with(FieldType::String, GeneratorRef::named("internet.domain")),
            "phone" | "tel" => Shape::of(FieldType::Phone),
            "duration" => {
                let mut shape = Shape::of(FieldType::String);
                shape.constraints.pattern = Some("PT[1-9][0-9]{0,3}M".to_owned());
                shape
            }
            _ if long => Shape::of(FieldType::Text),
            _ => Shape::of(FieldType::String),
        };
        if ![
            "",
            "email",
            "idn-email",
            "uri",
            "url",
            "iri",
            "uri-reference",
            "hostname",
            "idn-hostname",
            "phone",
            "tel",
            "duration",
        ]
        .contains(&format)
        {
            self.notes.left_out(at, format!("The format {format} is not known."));
        }
        (shape.constraints.min_length, shape.constraints.max_length) = (min_length, max_length);
        if pattern.is_some() {
            shape.constraints.pattern = pattern;
        }
        shape
    }

    fn array(&mut self, name: &str, flat: &Flat, at: &str, depth: usize) -> Result<Shape, ImportError> {
        for word in ["uniqueItems", "prefixItems"].iter().filter(|word| flat.contains_key(**word)) {
            self.notes.left_out(at, format!("“{word}” is not carried over."));
        }
        let item = match flat.get("items") {
            Some(Value::Array(all)) => all.first(),
            other => other,
        };
        let (Some(item), true) = (item.filter(|item| item.is_object()), is_within(depth)) else {
            self.notes.assumed(at, "What is in the list is not told, or too deep; it is any JSON.");
            return Ok(Shape::of(FieldType::Json));
        };
        let inner = self.shape(&singular(name), item, &format!("{at}/items"), depth + 1)?;
        let whole = |word: &str| flat.get(word).and_then(Value::as_u64);
        let least = whole("minItems").unwrap_or(0).min(50);
        let most = whole("maxItems").unwrap_or(least + 3).min(least + 10).max(least);
        let params = json!({
            "item": Value::Object(self.member(&singular(name), &inner, at)),
            "length": { "number.integer": { "min": least, "max": most } },
        });
        Ok(Shape::with(FieldType::Json, generator("array", params)))
    }

    fn object(&mut self, flat: &Flat, at: &str, depth: usize) -> Result<Shape, ImportError> {
        self.conditions(flat, at);
        let properties = flat.get("properties").and_then(Value::as_object).filter(|all| !all.is_empty());
        let (Some(properties), true) = (properties, is_within(depth)) else {
            if properties.is_some() {
                self.notes.left_out(at, "It is too deep; it is any JSON.");
            }
            return Ok(Shape::of(FieldType::Json));
        };
        if properties.len() > MAX_FIELDS {
            return Err(ImportError::too_large(format!("The object at {at}"), MAX_FIELDS, "properties"));
        }
        let mut members = Vec::new();
        for (name, schema) in properties {
            let place = format!("{at}/properties/{name}");
            let inner = self.shape(name, schema, &place, depth + 1)?;
            let mut member = Map::from_iter([("name".to_owned(), Value::from(name.as_str()))]);
            member.extend(self.member(name, &inner, &place));
            members.push(Value::Object(member));
        }
        Ok(Shape::with(FieldType::Json, generator("object", json!({ "members": members }))))
    }

    /// A value inside an object or a list, in the words of a member.
    fn member(&mut self, name: &str, shape: &Shape, at: &str) -> Map<String, Value> {
        let chosen = shape.generator.clone().unwrap_or_else(|| usual(name, shape));
        if shape.constraints.min_length.is_some() && shape.constraints.pattern.is_none() {
            self.notes.left_out(at, "The fewest characters of a text inside an object are not carried over.");
        }
        let Constraints { min, max, max_length, precision, scale, choices, .. } = &shape.constraints;
        let mut out = Map::new();
        out.insert("generator".to_owned(), in_words(&chosen));
        out.insert("type".to_owned(), shape.field_type.as_str().into());
        let all = [
            ("null_rate", (shape.null && !shape.never_null).then(|| json!(0.1))),
            ("min", min.clone()),
            ("max", max.clone()),
            ("max_length", max_length.map(Value::from)),
            ("precision", precision.map(Value::from)),
            ("scale", scale.map(Value::from)),
            ("choices", choices.clone().map(Value::from)),
        ];
        out.extend(all.into_iter().filter_map(|(word, value)| Some((word.to_owned(), value?))));
        out
    }
}

/// The generator that a field of this name and shape would get.
fn usual(name: &str, shape: &Shape) -> GeneratorRef {
    let mut design = Design::new("one");
    let mut table = Table::new(TableId::from_name("one", |_| false), "one");
    let mut field = Field::new(FieldId::from_name(table.id, "one", |_| false), name, shape.field_type);
    field.constraints = shape.constraints.clone();
    table.fields.push(field);
    design.tables.push(table);
    catalog::default_for(&design.tables[0].fields[0], &design.tables[0], &design)
}

fn in_words(generator: &GeneratorRef) -> Value {
    if generator.params.is_empty() {
        generator.name.as_str().into()
    } else {
        json!({ &generator.name: generator.params })
    }
}

/// The types a schema names.
fn types(flat: &Flat) -> Vec<&str> {
    match flat.get("type") {
        Some(Value::String(word)) => vec![word],
        Some(Value::Array(words)) => words.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// The type of a schema that names none, from its other words.
fn guessed(flat: &Flat) -> &'static str {
    let has = |words: &[&str]| words.iter().any(|word| flat.contains_key(*word));
    if has(&["properties", "required", "additionalProperties"]) {
        "object"
    } else if has(&["items", "minItems", "maxItems"]) {
        "array"
    } else if has(&["pattern", "format", "minLength", "maxLength"]) {
        "string"
    } else if has(&["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]) {
        "number"
    } else {
        ""
    }
}

fn fixed_format(format: &str) -> Option<Shape> {
    Some(Shape::of(match format {
        "date-time" => FieldType::Datetime,
        "date" => FieldType::Date,
        "time" => FieldType::Time,
        "uuid" => FieldType::Uuid,
        "ipv4" => FieldType::IpAddress,
        "ipv6" => return Some(Shape::with(FieldType::IpAddress, GeneratorRef::named("internet.ipv6"))),
        _ => return None,
    }))
}

fn type_of(value: &Value) -> FieldType {
    match value {
        Value::Bool(_) => FieldType::Boolean,
        Value::Number(number) if number.as_i64().is_some_and(|n| i32::try_from(n).is_ok()) => FieldType::Integer,
        Value::Number(number) if number.is_i64() => FieldType::BigInteger,
        Value::Number(_) => FieldType::Float,
        Value::String(text) if text.chars().count() <= 255 => FieldType::String,
        Value::String(_) => FieldType::Text,
        Value::Null | Value::Array(_) | Value::Object(_) => FieldType::Json,
    }
}

/// The bound that a schema states, and whether it is excluded.
fn bound(flat: &Flat, word: &str, exclusive: &str) -> Option<(f64, bool)> {
    match flat.get(exclusive) {
        Some(Value::Bool(excluded)) => Some((flat.get(word)?.as_f64()?, *excluded)),
        Some(Value::Number(number)) => Some((number.as_f64()?, true)),
        _ => Some((flat.get(word)?.as_f64()?, false)),
    }
}

fn whole(flat: &Flat) -> Shape {
    let min = bound(flat, "minimum", "exclusiveMinimum")
        .map(|(bound, out)| if out && bound.fract() == 0.0 { bound + 1.0 } else { bound.ceil() });
    let max = bound(flat, "maximum", "exclusiveMaximum")
        .map(|(bound, out)| if out && bound.fract() == 0.0 { bound - 1.0 } else { bound.floor() });
    let fits = |bound: Option<f64>| bound.is_none_or(|bound| bound.abs() <= f64::from(i32::MAX));
    let mut shape = Shape::of(if fits(min) && fits(max) { FieldType::Integer } else { FieldType::BigInteger });
    (shape.constraints.min, shape.constraints.max) = (min.map(|n| json!(n as i64)), max.map(|n| json!(n as i64)));
    if let Some(step) = flat.get("multipleOf").and_then(Value::as_i64).filter(|step| *step > 1) {
        let low = (min.unwrap_or(0.0) / step as f64).ceil() as i64;
        let high = (max.unwrap_or(step as f64 * 1_000.0) / step as f64).floor() as i64;
        shape.generator = Some(generator(
            "number.step",
            json!({ "min": low.saturating_mul(step), "max": high.saturating_mul(step), "step": step }),
        ));
    }
    shape
}

fn number(flat: &Flat) -> Shape {
    let low = bound(flat, "minimum", "exclusiveMinimum");
    let high = bound(flat, "maximum", "exclusiveMaximum");
    // 0.01 is cents.
    let step = flat.get("multipleOf").and_then(Value::as_f64).unwrap_or_default();
    let digits = (1..=10_u8).find(|digits| (step * 10_f64.powi(i32::from(*digits)) - 1.0).abs() < 1e-9);
    let exact = [low, high].into_iter().flatten().all(|(bound, _)| bound.abs() < 1e15);
    if let Some(scale) = digits.filter(|_| exact) {
        return decimal(scale, low, high);
    }
    let mut shape = Shape::of(FieldType::Float);
    let min = low.map(|(bound, out)| if out { bound.next_up() } else { bound });
    let max = high.map(|(bound, out)| if out { bound.next_down() } else { bound });
    (shape.constraints.min, shape.constraints.max) = (min.map(|n| json!(n)), max.map(|n| json!(n)));
    shape
}

/// Numbers with so many digits behind the point, within bounds that may be excluded.
fn decimal(scale: u8, low: Option<(f64, bool)>, high: Option<(f64, bool)>) -> Shape {
    let factor = 10_f64.powi(i32::from(scale));
    let mut shape = Shape::of(FieldType::Decimal);
    (shape.constraints.precision, shape.constraints.scale) = (Some(scale + 15), Some(scale));
    // A little is given, as 0.1 × 10 is not quite 1.
    shape.constraints.min = low.map(|(bound, out)| {
        let steps = (bound * factor - 1e-6).ceil();
        let on_it = (steps - bound * factor).abs() < 1e-6;
        json!((steps + f64::from(u8::from(out && on_it))) / factor)
    });
    shape.constraints.max = high.map(|(bound, out)| {
        let steps = (bound * factor + 1e-6).floor();
        let on_it = (steps - bound * factor).abs() < 1e-6;
        json!((steps - f64::from(u8::from(out && on_it))) / factor)
    });
    shape
}

/// The name of one of several.
fn singular(name: &str) -> String {
    name.strip_suffix("ies")
        .map(|stem| format!("{stem}y"))
        .or_else(|| name.strip_suffix('s').map(str::to_owned))
        .unwrap_or_else(|| name.to_owned())
}
