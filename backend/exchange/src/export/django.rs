//! Django's `models.py`, for Django 5.2 and newer, which knows keys of several fields.

use dmb_spec::{Design, Field, FieldId, FieldType, OnDelete, Table};
use serde_json::Value;

use super::names::{different, one_line, pascal};

/// Words of Python, and names that models keep for themselves.
const TAKEN: [&str; 43] = [
    "and",
    "as",
    "assert",
    "async",
    "await",
    "break",
    "class",
    "continue",
    "def",
    "del",
    "elif",
    "else",
    "except",
    "finally",
    "for",
    "from",
    "global",
    "if",
    "import",
    "in",
    "is",
    "lambda",
    "nonlocal",
    "not",
    "or",
    "pass",
    "raise",
    "return",
    "try",
    "while",
    "with",
    "yield",
    "pk",
    "objects",
    "clean",
    "delete",
    "save",
    "full_clean",
    "check",
    "refresh_from_db",
    "validate_unique",
    "validate_constraints",
    "serializable_value",
];

/// The whole design.
pub(super) fn write(design: &Design) -> String {
    let models = different(design.tables.iter().map(|table| pascal(&table.name)));
    let mut out = format!("\"\"\"{}\"\"\"\n\n{IMPORTS}", one_line(&design.name).replace(['"', '\\'], "'"));
    for (at, table) in design.tables.iter().enumerate() {
        out.push_str(&model(design, table, at, &models));
    }
    out
}

const IMPORTS: &str = "from django.core.validators import MaxValueValidator, MinLengthValidator, MinValueValidator, RegexValidator\nfrom django.db import models\nfrom django.utils import timezone\n";

fn model(design: &Design, table: &Table, at: usize, models: &[String]) -> String {
    let mut out = format!("\n\nclass {}(models.Model):\n", models[at]);
    if !table.description.is_empty() {
        out.push_str(&format!("    \"\"\"{}\"\"\"\n\n", one_line(&table.description).replace(['"', '\\'], "'")));
    }
    let names = attributes(table);
    let key = table.key_fields();
    if key.len() > 1 {
        let ids: Vec<FieldId> = key.iter().map(|field| field.id).collect();
        out.push_str(&format!("    pk = models.CompositePrimaryKey({})\n", list(table, &names, &ids)));
    } else if key.is_empty() {
        out.push_str("    # The table has no primary key; Django adds a field \"id\".\n");
    }
    for (field, name) in table.fields.iter().zip(&names) {
        out.push_str(&format!("    {name} = {}\n", column(design, table, field, name, models)));
    }
    out.push_str("\n    class Meta:\n");
    out.push_str(&format!("        db_table = {}\n", text(&table.name)));
    let uniques = table.unique_keys.iter().enumerate().map(|(n, key)| {
        format!(
            "models.UniqueConstraint(fields=[{}], name={})",
            list(table, &names, key),
            text(&constraint("uq", table, n))
        )
    });
    let indexes = table.indexes.iter().enumerate().map(|(n, key)| {
        format!("models.Index(fields=[{}], name={})", list(table, &names, key), text(&constraint("ix", table, n)))
    });
    for (word, lines) in [("constraints", uniques.collect::<Vec<_>>()), ("indexes", indexes.collect())] {
        if !lines.is_empty() {
            out.push_str(&format!("        {word} = [\n"));
            lines.iter().for_each(|line| out.push_str(&format!("            {line},\n")));
            out.push_str("        ]\n");
        }
    }
    out
}

/// Django takes 30 characters for the name of an index.
fn constraint(prefix: &str, table: &Table, n: usize) -> String {
    let name = table.name.trim_start_matches('_');
    format!("{prefix}_{}_{}", name.get(..20).unwrap_or(name).trim_end_matches('_'), n + 1)
}

/// Names of attributes: no words of Python, no `__`, no `_` at the end; foreign keys without `_id`.
fn attributes(table: &Table) -> Vec<String> {
    let plain = |field: &Field| {
        let mut name = field.name.trim_matches('_').to_owned();
        while name.contains("__") {
            name = name.replace("__", "_");
        }
        let stem = name.strip_suffix("_id").filter(|stem| !stem.is_empty() && field.reference.is_some());
        let name = stem.map_or_else(|| name.clone(), str::to_owned);
        let bad = TAKEN.contains(&name.as_str()) || !name.starts_with(|c: char| c.is_ascii_lowercase());
        if bad { format!("f_{name}").trim_end_matches('_').to_owned() } else { name }
    };
    // A field keeps a name that another's short form would take.
    let others =
        |at: usize, name: &str| table.fields.iter().enumerate().any(|(n, field)| n != at && field.name == name);
    let names = table.fields.iter().enumerate().map(|(at, field)| {
        let name = plain(field);
        if name != field.name && others(at, &name) { format!("{name}_ref") } else { name }
    });
    different(names)
}

fn list(table: &Table, names: &[String], ids: &[FieldId]) -> String {
    let name = |id: &FieldId| table.fields.iter().position(|field| field.id == *id).map(|at| text(&names[at]));
    ids.iter().filter_map(name).collect::<Vec<_>>().join(", ")
}

fn column(design: &Design, table: &Table, field: &Field, name: &str, models: &[String]) -> String {
    let is_key = matches!(table.key_fields().as_slice(), [only] if only.id == field.id);
    let (class, mut arguments) = class(design, field, is_key, models);
    if is_key {
        arguments.push("primary_key=True".to_owned());
    } else if field.unique && field.field_type != FieldType::ForeignKey {
        arguments.push("unique=True".to_owned());
    }
    if field.nullable {
        arguments.push("null=True".to_owned());
        arguments.push("blank=True".to_owned());
    }
    if let Some(default) = field.default.as_ref().and_then(|value| default(field, value)) {
        arguments.push(format!("default={default}"));
    }
    let validators = validators(field);
    if !validators.is_empty() {
        arguments.push(format!("validators=[{}]", validators.join(", ")));
    }
    let usual = if field.field_type == FieldType::ForeignKey { format!("{name}_id") } else { name.to_owned() };
    if usual != field.name {
        arguments.push(format!("db_column={}", text(&field.name)));
    }
    if let Some(label) = &field.display_name {
        arguments.push(format!("verbose_name={}", text(&one_line(label))));
    }
    if !field.description.is_empty() {
        arguments.push(format!("help_text={}", text(&one_line(&field.description))));
    }
    format!("models.{class}({})", arguments.join(", "))
}

fn class(design: &Design, field: &Field, is_key: bool, models: &[String]) -> (&'static str, Vec<String>) {
    let length = |usual: u32| vec![format!("max_length={}", field.constraints.max_length.unwrap_or(usual))];
    match field.field_type {
        FieldType::String => ("CharField", length(255)),
        FieldType::Phone => ("CharField", length(40)),
        FieldType::Email => ("EmailField", length(254)),
        FieldType::Url => ("URLField", length(2_000)),
        FieldType::Text => ("TextField", Vec::new()),
        FieldType::Integer => ("IntegerField", Vec::new()),
        FieldType::BigInteger => ("BigIntegerField", Vec::new()),
        FieldType::AutoIncrement => ("BigAutoField", Vec::new()),
        FieldType::Float => ("FloatField", Vec::new()),
        FieldType::Decimal => {
            let (precision, scale) = field.constraints.decimal();
            ("DecimalField", vec![format!("max_digits={precision}"), format!("decimal_places={scale}")])
        }
        FieldType::Boolean => ("BooleanField", Vec::new()),
        FieldType::Date => ("DateField", Vec::new()),
        FieldType::Time => ("TimeField", Vec::new()),
        FieldType::Datetime => ("DateTimeField", Vec::new()),
        FieldType::Uuid => ("UUIDField", Vec::new()),
        FieldType::Json => ("JSONField", Vec::new()),
        FieldType::IpAddress => ("GenericIPAddressField", Vec::new()),
        FieldType::Binary => {
            ("BinaryField", field.constraints.max_length.map(|most| format!("max_length={most}")).into_iter().collect())
        }
        FieldType::Enum => {
            let choices = field.constraints.choices.as_deref().unwrap_or_default();
            let longest = choices.iter().map(|choice| choice.chars().count()).max().unwrap_or(1);
            let pairs: Vec<String> = choices.iter().map(|choice| format!("({0}, {0})", text(choice))).collect();
            ("CharField", vec![format!("max_length={longest}"), format!("choices=[{}]", pairs.join(", "))])
        }
        FieldType::ForeignKey => foreign(design, field, is_key, models),
    }
}

fn foreign(design: &Design, field: &Field, is_key: bool, models: &[String]) -> (&'static str, Vec<String>) {
    // Designs that are written were found sound: each foreign key leads to a field of a table.
    let Some(reference) = field.reference else { return ("BigIntegerField", Vec::new()) };
    let Some(at) = design.tables.iter().position(|parent| parent.id == reference.table) else {
        return ("BigIntegerField", Vec::new());
    };
    let parent = &design.tables[at];
    let on_delete = match reference.on_delete {
        OnDelete::Restrict => "PROTECT",
        OnDelete::Cascade => "CASCADE",
        OnDelete::SetNull => "SET_NULL",
    };
    let mut arguments = vec![text(&models[at]), format!("models.{on_delete}"), "related_name=\"+\"".to_owned()];
    let target = parent.fields.iter().position(|known| known.id == reference.field);
    if let Some(target) =
        target.filter(|at| !matches!(parent.key_fields().as_slice(), [only] if only.id == parent.fields[*at].id))
    {
        arguments.push(format!("to_field={}", text(&attributes(parent)[target])));
    }
    (if field.unique || is_key { "OneToOneField" } else { "ForeignKey" }, arguments)
}

fn default(field: &Field, value: &Value) -> Option<String> {
    Some(match (field.field_type, value) {
        (FieldType::Datetime, Value::String(moment)) if moment == "now" => "timezone.now".to_owned(),
        (FieldType::Date | FieldType::Datetime | FieldType::Time | FieldType::Json, _) => return None,
        (_, Value::Bool(truth)) => (if *truth { "True" } else { "False" }).to_owned(),
        (_, Value::Number(number)) => number.to_string(),
        (_, Value::String(value)) => text(value),
        _ => return None,
    })
}

fn validators(field: &Field) -> Vec<String> {
    let c = &field.constraints;
    let mut out = Vec::new();
    if field.field_type.is_numeric() {
        for (bound, name) in [(&c.min, "MinValueValidator"), (&c.max, "MaxValueValidator")] {
            if let Some(bound @ Value::Number(_)) = bound {
                out.push(format!("{name}({bound})"));
            }
        }
    }
    if let Some(least) = c.min_length {
        out.push(format!("MinLengthValidator({least})"));
    }
    if let Some(pattern) = &c.pattern {
        out.push(format!("RegexValidator({})", text(&format!("^(?:{pattern})$"))));
    }
    out
}

/// A text of Python: JSON's escapes are Python's, but for characters beyond the first plane, which stand as they are.
fn text(text: &str) -> String {
    Value::from(text).to_string()
}
