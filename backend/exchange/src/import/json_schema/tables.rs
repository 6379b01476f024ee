//! Which objects of a schema are tables, and their fields.

use dmb_spec::FieldType;
use serde_json::Value;

use super::view::{Flat, View};
use crate::error::ImportError;
use crate::limits::{MAX_FIELDS, MAX_TABLES};
use crate::note::Notes;
use crate::raw::{RawColumn, RawDesign, RawTable};

/// Most schemas that are looked at, those that are referred to several times counted each time.
const MAX_STEPS: usize = 20_000;

pub(super) struct Reader<'d, 'n> {
    pub(super) view: View<'d>,
    pub(super) notes: &'n mut Notes,
    pub(super) steps: usize,
}

impl Reader<'_, '_> {
    pub(super) fn read(&mut self, stem: Option<&str>) -> Result<RawDesign, ImportError> {
        let root = self.view.root;
        let mut design = RawDesign { description: text(root.get("description")), ..RawDesign::default() };
        design.name = root.get("title").and_then(Value::as_str).map(str::to_owned);
        let found = self.find(root, stem)?;
        if found.len() > MAX_TABLES {
            return Err(ImportError::too_large("The schema", MAX_TABLES, "tables"));
        }
        for (name, place, flat) in found {
            let table = self.table(name, place, &flat)?;
            design.tables.push(table);
        }
        Ok(design)
    }

    /// The objects that are tables: the root or its items; else lists of objects by their names; else the definitions.
    fn find(&mut self, root: &Value, stem: Option<&str>) -> Result<Vec<(String, String, Flat)>, ImportError> {
        let (flat, _) = self.view.flat(root, "#", self.notes);
        let (flat, place) = match flat.get("items") {
            Some(items) if !flat.contains_key("properties") => {
                (self.view.flat(items, "#/items", self.notes).0, "#/items".to_owned())
            }
            _ => (flat, "#".to_owned()),
        };
        if let Some(properties) = flat.get("properties").and_then(Value::as_object).filter(|all| !all.is_empty()) {
            let lists: Option<Vec<_>> =
                properties.iter().map(|(name, schema)| self.list_of_objects(name, schema)).collect();
            let name = title(&flat).or_else(|| title_of_root(root)).or_else(|| stem.map(str::to_owned));
            return Ok(lists.unwrap_or_else(|| vec![(name.unwrap_or_else(|| "records".to_owned()), place, flat)]));
        }
        let mut found = Vec::new();
        for word in ["$defs", "definitions"] {
            for (name, schema) in root.get(word).and_then(Value::as_object).into_iter().flatten() {
                let place = format!("#/{word}/{name}");
                let (flat, _) = self.view.flat(schema, &place, self.notes);
                if flat.get("properties").and_then(Value::as_object).is_some_and(|all| !all.is_empty()) {
                    found.push((name.clone(), place, flat));
                }
            }
        }
        if found.is_empty() {
            return Err(ImportError::Empty("the schema describes no object with properties, so no table".to_owned()));
        }
        Ok(found)
    }

    fn list_of_objects(&mut self, name: &str, schema: &Value) -> Option<(String, String, Flat)> {
        let place = format!("#/properties/{name}/items");
        let mut quiet = Notes::default();
        let (list, _) = self.view.flat(schema, &place, &mut quiet);
        let (item, _) = self.view.flat(list.get("items")?, &place, &mut quiet);
        item.get("properties").and_then(Value::as_object).filter(|all| !all.is_empty())?;
        Some((name.to_owned(), place, item))
    }

    fn table(&mut self, name: String, place: String, flat: &Flat) -> Result<RawTable, ImportError> {
        let mut table = RawTable { description: text(flat.get("description")), ..RawTable::default() };
        let properties = flat.get("properties").and_then(Value::as_object);
        if properties.is_some_and(|all| all.len() > MAX_FIELDS) {
            return Err(ImportError::too_large(format!("The object {name}"), MAX_FIELDS, "properties"));
        }
        self.conditions(flat, &place);
        for (property, schema) in properties.into_iter().flatten() {
            let at = format!("{place}/properties/{property}");
            if let Some(column) = self.column(property, schema, is_required(flat, property), at)? {
                table.columns.push(column);
            }
        }
        (table.name, table.place) = (name, place);
        self.key(&mut table);
        Ok(table)
    }

    fn column(
        &mut self,
        name: &str,
        schema: &Value,
        required: bool,
        at: String,
    ) -> Result<Option<RawColumn>, ImportError> {
        if schema == &Value::Bool(false) {
            self.notes.left_out(at, "It may never be there.");
            return Ok(None);
        }
        let shape = self.shape(name, schema, &at, 0)?;
        let mut column = RawColumn::new(name, at, shape.field_type);
        column.nullable = shape.null || !required;
        // What may be absent, but not null, is always there.
        column.null_rate = (!shape.null || shape.never_null).then_some(0.0);
        if shape.null && shape.never_null {
            let message = "Its type allows null, but the values that it lists do not: every row has one.";
            self.notes.assumed(&column.place, message);
        }
        if !shape.null && !required {
            self.notes.assumed(&column.place, "It may be absent, but not null: every row has it.");
        }
        column.unique = required && says_unique(&shape.description) && can_tell_apart(shape.field_type);
        if column.unique {
            self.notes.assumed(&column.place, "Its description says that it is unique.");
        }
        column.constraints = shape.constraints;
        column.generator = shape.generator;
        column.default = shape.default;
        column.description = shape.description;
        Ok(Some(column))
    }

    /// The first unique field that nulls can't be in is the key.
    fn key(&mut self, table: &mut RawTable) {
        let Some(column) = table.columns.iter_mut().find(|column| column.unique && !column.nullable) else { return };
        column.unique = false;
        table.primary_key = vec![column.name.clone()];
        self.notes.assumed(&table.place, format!("“{}” is the primary key.", column.name));
    }

    /// Words that join properties to one another.
    pub(super) fn conditions(&mut self, flat: &Flat, place: &str) {
        const WORDS: [&str; 10] = [
            "if",
            "not",
            "dependencies",
            "dependentRequired",
            "dependentSchemas",
            "patternProperties",
            "propertyNames",
            "minProperties",
            "maxProperties",
            "contains",
        ];
        for word in WORDS.iter().filter(|word| flat.contains_key(**word)) {
            self.notes.left_out(place, format!("“{word}” is not carried over."));
        }
    }

    /// Counts what is looked at, so that references to references come to an end.
    pub(super) fn step(&mut self) -> Result<(), ImportError> {
        self.steps += 1;
        if self.steps > MAX_STEPS {
            return Err(ImportError::too_large("The schema, its references followed,", MAX_STEPS, "parts"));
        }
        Ok(())
    }
}

pub(super) fn is_required(flat: &Flat, property: &str) -> bool {
    let listed = flat.get("required").and_then(Value::as_array);
    listed.is_some_and(|names| names.iter().any(|name| name == property))
}

pub(super) fn text(value: Option<&Value>) -> String {
    value.and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn title(flat: &Flat) -> Option<String> {
    flat.get("title").and_then(Value::as_str).map(str::to_owned)
}

/// `https://example.com/order.schema.json` is of an order.
fn title_of_root(root: &Value) -> Option<String> {
    let id = root.get("$id").or_else(|| root.get("id")).and_then(Value::as_str)?;
    let file = id.rsplit(['/', ':']).find(|part| !part.is_empty())?;
    file.split('.').next().map(str::to_owned)
}

fn says_unique(description: &str) -> bool {
    description
        .split(|c: char| !c.is_alphabetic())
        .any(|w| ["unique", "único", "unívoco"].iter().any(|u| w.eq_ignore_ascii_case(u)))
}

fn can_tell_apart(field_type: FieldType) -> bool {
    matches!(
        field_type,
        FieldType::String
            | FieldType::Email
            | FieldType::Uuid
            | FieldType::Integer
            | FieldType::BigInteger
            | FieldType::Url
    )
}
