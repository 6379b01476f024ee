//! A column as it is described by what was seen of it.

use dmb_engine::catalog;
use dmb_spec::{Constraints, FieldType, GeneratorRef};
use serde_json::{Map, Value, json};

use super::Sample;
use super::stats::{Place, Stats};
use crate::note::Notes;
use crate::raw::{RawColumn, generator};

/// Rows that a sample must have before values that never come twice count as unique.
pub(super) const ROWS_FOR_UNIQUE: u64 = 10;

/// What values are.
struct Look {
    field_type: FieldType,
    constraints: Constraints,
    generator: Option<GeneratorRef>,
}

impl Look {
    fn of(field_type: FieldType) -> Self {
        Self { field_type, constraints: Constraints::default(), generator: None }
    }

    fn with(field_type: FieldType, name: &str, params: Value) -> Self {
        Self { generator: Some(generator(name, params)), ..Self::of(field_type) }
    }
}

/// The column, with what is not certain told.
pub(super) fn column(name: &str, stats: &Stats, sample: &Sample, notes: &mut Notes) -> RawColumn {
    let place = format!("{}, {name}", sample.place);
    let look = look(name, stats, &place, notes);
    let mut column = RawColumn::new(name, place, look.field_type);
    let nulls = sample.rows.saturating_sub(stats.filled);
    column.nullable = nulls > 0;
    column.null_rate = Some(if sample.rows == 0 { 0.0 } else { rounded(nulls as f64 / sample.rows as f64, 4) });
    column.constraints = look.constraints;
    column.generator = look.generator;
    column.unique = stats.is_unique()
        && nulls == 0
        && sample.rows >= ROWS_FOR_UNIQUE
        && (matches!(look.field_type, FieldType::Uuid | FieldType::Email)
            || (super::is_key_type(look.field_type) && sounds_like_key(name)));
    column
}

fn look(name: &str, stats: &Stats, place: &str, notes: &mut Notes) -> Look {
    if stats.filled == 0 {
        notes.assumed(place, "It has no value in the sample; it is text.");
        return Look::of(FieldType::String);
    }
    if stats.objects > 0 || stats.lists > 0 {
        return nested(stats, place, notes);
    }
    scalar(name, stats, place, notes)
}

fn scalar(name: &str, stats: &Stats, place: &str, notes: &mut Notes) -> Look {
    if stats.truth {
        let trues = stats.choices.iter().flatten().filter(|(text, _)| super::stats::truth(text) == Some(true));
        let rate = trues.map(|(_, count)| *count).sum::<u64>() as f64 / stats.filled as f64;
        return Look::with(FieldType::Boolean, "boolean", json!({ "rate": rounded(rate, 3) }));
    }
    if let Some((low, high)) = stats.whole {
        let fits = i32::try_from(low).is_ok() && i32::try_from(high).is_ok();
        let field_type = if fits { FieldType::Integer } else { FieldType::BigInteger };
        // Numbers that many programs can't hold exactly are drawn from what the type has room for.
        let exact = low.unsigned_abs().max(high.unsigned_abs()) < 1 << 53;
        return if exact {
            Look::with(field_type, "number.uniform", json!({ "min": low, "max": high }))
        } else {
            Look::of(field_type)
        };
    }
    if let Some((low, high)) = stats.number {
        return number(stats, low, high);
    }
    if let Some(look) = temporal(stats, place, notes) {
        return look;
    }
    for (is, field_type) in [
        (stats.uuid, FieldType::Uuid),
        (stats.email, FieldType::Email),
        (stats.url, FieldType::Url),
        (stats.ip, FieldType::IpAddress),
    ] {
        if is {
            return Look::of(field_type);
        }
    }
    texts(name, stats)
}

fn number(stats: &Stats, low: f64, high: f64) -> Look {
    let (behind, before) = stats.digits;
    if behind > 4 || before > 14 || behind == 0 {
        return Look::with(FieldType::Float, "number.uniform", json!({ "min": low, "max": high }));
    }
    let mut look = Look::with(FieldType::Decimal, "number.uniform", json!({ "min": low, "max": high }));
    look.constraints.precision = Some((before.max(1) + 2 + behind).max(10));
    look.constraints.scale = Some(behind);
    look
}

fn temporal(stats: &Stats, place: &str, notes: &mut Notes) -> Option<Look> {
    if let [Some((low, high)), ..] = stats.days {
        return Some(days(low, high));
    }
    if let Some((low, high)) = stats.moment {
        let text = |at: chrono::NaiveDateTime| at.format("%Y-%m-%dT%H:%M:%SZ").to_string();
        return Some(Look::with(
            FieldType::Datetime,
            "datetime.between",
            json!({ "from": text(low), "to": text(high) }),
        ));
    }
    let [_, day_first, month_first] = stats.days;
    if let Some((low, high)) = day_first.or(month_first) {
        if day_first.is_some() && month_first.is_some() {
            notes.assumed(place, "In its dates the day comes before the month.");
        }
        notes.changed(place, "Dates are written as 2026-01-31 here.");
        return Some(days(low, high));
    }
    stats.time.then(|| Look::of(FieldType::Time))
}

fn days(low: chrono::NaiveDate, high: chrono::NaiveDate) -> Look {
    Look::with(FieldType::Date, "datetime.between", json!({ "from": low.to_string(), "to": high.to_string() }))
}

fn texts(name: &str, stats: &Stats) -> Look {
    if let Some(choices) = stats.choices.as_ref().filter(|choices| choices.len() as u64 * 4 <= stats.filled) {
        let weights: Map<String, Value> = choices.iter().map(|(text, count)| (text.clone(), json!(count))).collect();
        let mut look = Look::with(FieldType::Enum, "choice", json!({ "weights": weights }));
        look.constraints.choices = Some(choices.keys().cloned().collect());
        return look;
    }
    let long = stats.longest > 400;
    let mut look = Look::of(if long { FieldType::Text } else { FieldType::String });
    if !long {
        look.constraints.max_length = Some(roomy(stats.longest));
    }
    let pattern = stats.form.as_ref().filter(|_| stats.filled > 3).and_then(|form| pattern(form));
    if let (Some(pattern), true) = (pattern, sounds_like_key(name) || has_digits(stats)) {
        look.generator = Some(generator("code.pattern", json!({ "pattern": pattern })));
    }
    look
}

fn has_digits(stats: &Stats) -> bool {
    stats.form.iter().flatten().any(|place| matches!(place, Place::Digit | Place::UpperOrDigit))
}

/// A form as a regular expression: `PAY-[0-9]{4}`.
fn pattern(form: &[Place]) -> Option<String> {
    let mut out = String::new();
    let mut at = 0;
    while let Some(place) = form.get(at) {
        let length = form[at..].iter().take_while(|other| *other == place).count();
        let class = match place {
            Place::Digit => "[0-9]".to_owned(),
            Place::Upper => "[A-Z]".to_owned(),
            Place::Lower => "[a-z]".to_owned(),
            Place::UpperOrDigit => "[A-Z0-9]".to_owned(),
            // Outside of classes these stand for themselves.
            Place::Exactly(c) if c.is_alphanumeric() || " -_/:@#,;".contains(*c) => c.to_string(),
            Place::Exactly(c) => regex::escape(&c.to_string()),
        };
        out.push_str(&class);
        if length > 1 {
            out.push_str(&format!("{{{length}}}"));
        }
        at += length;
    }
    (!out.is_empty() && form.iter().any(|place| !matches!(place, Place::Exactly(_)))).then_some(out)
}

fn nested(stats: &Stats, place: &str, notes: &mut Notes) -> Look {
    if stats.objects == stats.filled && !stats.members.is_empty() {
        let mut members = Vec::new();
        for (name, inner) in &stats.members {
            let mut member = Map::from_iter([("name".to_owned(), Value::from(name.as_str()))]);
            member.extend(member_of(name, inner, stats.objects, &format!("{place}.{name}"), notes));
            members.push(Value::Object(member));
        }
        return Look::with(FieldType::Json, "object", json!({ "members": members }));
    }
    if let (true, Some(items)) = (stats.lists == stats.filled, stats.items.as_ref().filter(|items| items.filled > 0)) {
        let item = member_of("item", items, items.filled, place, notes);
        let (least, most) = stats.lengths;
        let params = json!({
            "item": Value::Object(item),
            "length": { "number.integer": { "min": least.min(50), "max": most.min(least + 50) } },
        });
        return Look::with(FieldType::Json, "array", params);
    }
    notes.assumed(place, "Its values are of several kinds; it is any JSON.");
    Look::of(FieldType::Json)
}

fn member_of(name: &str, stats: &Stats, of: u64, place: &str, notes: &mut Notes) -> Map<String, Value> {
    let look = look(name, stats, place, notes);
    let usual = || {
        let suggestions = catalog::suggest(name, Some(look.field_type), "");
        suggestions.into_iter().find(|s| s.score >= 0.7 || s.score == 0.2).map(|s| s.generator)
    };
    let chosen = look.generator.clone().or_else(usual).unwrap_or_else(|| GeneratorRef::named("text.words"));
    let mut out = Map::new();
    let words = if chosen.params.is_empty() { json!(chosen.name) } else { json!({ &chosen.name: chosen.params }) };
    out.insert("generator".to_owned(), words);
    out.insert("type".to_owned(), look.field_type.as_str().into());
    let nulls = rounded(1.0 - stats.filled as f64 / of.max(1) as f64, 4);
    let Constraints { precision, scale, choices, .. } = &look.constraints;
    let all = [
        ("null_rate", (nulls > 0.0).then(|| json!(nulls))),
        ("precision", precision.map(Value::from)),
        ("scale", scale.map(Value::from)),
        ("choices", choices.clone().map(Value::from)),
    ];
    out.extend(all.into_iter().filter_map(|(word, value)| Some((word.to_owned(), value?))));
    out
}

/// Whether a name is one that keys have.
pub(super) fn sounds_like_key(name: &str) -> bool {
    let name = name.to_lowercase();
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let known = [
        "id",
        "key",
        "code",
        "codigo",
        "código",
        "uuid",
        "sku",
        "number",
        "no",
        "nr",
        "num",
        "numero",
        "número",
        "ref",
        "reference",
        "slug",
        "iban",
    ];
    words.last().is_some_and(|word| known.contains(word)) || words.first() == Some(&"id") || name.ends_with("id")
}

fn roomy(longest: usize) -> u32 {
    let sizes = [10, 20, 40, 60, 80, 120, 160, 255, 500];
    sizes.into_iter().find(|size| *size as usize >= longest + longest / 5).unwrap_or(1_000)
}

fn rounded(number: f64, digits: i32) -> f64 {
    let factor = 10_f64.powi(digits);
    (number * factor).round() / factor
}
