//! Generators proposed for fields whose source says nothing of their values: by name, by the table's name where the
//! field's says little, by the description.

use dmb_engine::catalog::{self, Suggestion};
use dmb_engine::plan::{PlanRequest, compile};
use dmb_spec::{Design, Field, FieldType, GeneratorRef, Table};

/// From here on what a name suggests is taken.
const SURE: f64 = 0.7;
/// From here on the whole name was a phrase that is known.
const WHOLE: f64 = 1.0;
/// From here on what a description suggests is taken, where the name says nothing.
const TOLD: f64 = 0.4;
/// Names that say only that they name the thing.
const NAMES: [&str; 7] = ["name", "nombre", "nome", "label", "title", "titulo", "full_name"];
/// Tables of people, whose names are people's.
const PEOPLE: [&str; 24] = [
    "person", "people", "user", "customer", "client", "employee", "staff", "actor", "author", "member", "contact",
    "patient", "student", "teacher", "artist", "guest", "owner", "driver", "persona", "usuario", "cliente", "empleado",
    "alumno", "pessoa",
];

/// Gives each field that has none the generator that suits it; what is the usual of its type stays unsaid.
pub(super) fn propose(design: &mut Design) {
    for at in 0..design.tables.len() {
        for field in 0..design.tables[at].fields.len() {
            let table = &design.tables[at];
            let known = &table.fields[field];
            let made = matches!(known.field_type, FieldType::ForeignKey | FieldType::AutoIncrement | FieldType::Enum);
            if made || known.generator.is_some() || known.constraints.pattern.is_some() {
                continue;
            }
            let chosen = choose(known, table, design);
            design.tables[at].fields[field].generator = chosen;
        }
    }
}

fn choose(field: &Field, table: &Table, design: &Design) -> Option<GeneratorRef> {
    if is_whole_key(field, table) {
        return Some(GeneratorRef::named("sequence"));
    }
    let unique = table.is_unique(field);
    if NAMES.contains(&field.name.as_str())
        && let Some(generator) = by_table(field, table)
        && works(field, &generator, unique)
    {
        return Some(generator);
    }
    let usual = catalog::default_for(field, table, design);
    let named = catalog::suggest(&field.name, Some(field.field_type), "");
    if named.iter().any(|s| s.score >= SURE && s.generator == usual) {
        return Some(usual);
    }
    let told = || catalog::suggest("", Some(field.field_type), &field.description).into_iter();
    let told = told().find(|s: &Suggestion| s.score >= TOLD && works(field, &s.generator, unique));
    told.map(|suggestion| suggestion.generator)
}

/// A whole number that is the key and does not count by itself still counts.
fn is_whole_key(field: &Field, table: &Table) -> bool {
    let whole = matches!(field.field_type, FieldType::Integer | FieldType::BigInteger);
    let bounded = field.constraints.min.as_ref().and_then(serde_json::Value::as_i64).is_some_and(|min| min > 1)
        || field.constraints.max.as_ref().and_then(serde_json::Value::as_i64).is_some_and(|max| max < 1_000_000);
    whole && !bounded && matches!(table.key_fields().as_slice(), [only] if only.id == field.id)
}

/// What the table's name says of a field that is only called `name`.
fn by_table(field: &Field, table: &Table) -> Option<GeneratorRef> {
    let of = singular(&table.name);
    let last = of.rsplit('_').next().unwrap_or(&of).to_owned();
    if PEOPLE.contains(&last.as_str()) {
        return None;
    }
    let sure = |name: &str| {
        let found = catalog::suggest(name, Some(field.field_type), "");
        found.into_iter().find(|s| s.score >= WHOLE).map(|s| s.generator)
    };
    let plain = || catalog::descriptor("text.title").map(|known| GeneratorRef::named(known.name));
    sure(&format!("{of}_name")).or_else(|| sure(&of)).or_else(|| sure(&last)).or_else(plain)
}

/// Whether a generator fills this field, tried by itself.
fn works(field: &Field, generator: &GeneratorRef, unique: bool) -> bool {
    let mut design = Design::new("one");
    let mut table = Table::new(dmb_spec::TableId::from_name("one", |_| false), "one");
    let mut alone = field.clone();
    (alone.generator, alone.unique) = (Some(generator.clone()), unique);
    table.fields.push(alone);
    design.tables.push(table);
    compile(PlanRequest::whole(&design, super::mend::as_of())).is_ok()
}

/// `categories` is of a category.
fn singular(name: &str) -> String {
    if let Some(stem) = name.strip_suffix("ies") {
        return format!("{stem}y");
    }
    let keeps = name.ends_with("ss") || name.ends_with("us") || name.ends_with("is");
    if keeps { name.to_owned() } else { name.strip_suffix('s').unwrap_or(name).to_owned() }
}
