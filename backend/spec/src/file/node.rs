//! The text as a tree of values that remember their lines.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Number, Value};
use serde_saphyr::{DuplicateKeyPolicy, Spanned};

use super::MAX_BYTES;
use crate::Violation;

/// Most levels of values inside values.
const MAX_DEPTH: usize = 64;
/// Bytes of stack that reading so many levels needs at most, with much to spare: a level takes some 30 kB in an unoptimised
/// build, and the threads of a server have 2 MiB in all.
const STACK: usize = 8 << 20;

/// A value and the line it begins on, from 1.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) line: u64,
    pub(super) kind: Kind,
}

/// What a value is.
#[derive(Debug)]
pub(super) enum Kind {
    /// Null, a truth value, a number or a text.
    Scalar(Value),
    /// A list.
    List(Vec<Node>),
    /// Keys and values in order; keys may repeat.
    Map(Vec<Entry>),
}

/// One key of a map and its value.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) line: u64,
    pub(super) value: Node,
}

impl Node {
    /// The tree below as JSON. Of repeated keys the last counts.
    pub(super) fn to_json(&self) -> Value {
        match &self.kind {
            Kind::Scalar(value) => value.clone(),
            Kind::List(items) => Value::Array(items.iter().map(Self::to_json).collect()),
            Kind::Map(entries) => entries.iter().map(|e| (e.key.clone(), e.value.to_json())).collect(),
        }
    }

    /// What it is, for a message.
    pub(super) fn describe(&self) -> &'static str {
        match &self.kind {
            Kind::Scalar(Value::Null) => "nothing",
            Kind::Scalar(Value::Bool(_)) => "true or false",
            Kind::Scalar(Value::Number(_)) => "a number",
            Kind::Scalar(_) => "a text",
            Kind::List(_) => "a list",
            Kind::Map(_) => "a map",
        }
    }
}

/// Reads the text, with bounds on its size, depth and repetition.
pub(super) fn parse(text: &str) -> Result<Node, Violation> {
    if text.len() > MAX_BYTES {
        let message = format!("The file has {} bytes; {MAX_BYTES} is the most.", text.len());
        return Err(Violation::error("", "file_too_large", message));
    }
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            // Generators inside generators take some forty levels at most.
            max_depth: MAX_DEPTH,
            max_nodes: 2_000_000,
            max_events: 4_000_000,
            max_aliases: 1_000,
            max_recorded_anchor_events: 20_000,
        },
        // Anchors save a writer some typing; a design that needs more repetition than this means harm.
        alias_limits: serde_saphyr::alias_limits! { max_total_replayed_events: 20_000 },
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        strict_booleans: true,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        with_snippet: false,
    };
    let read = stacker::maybe_grow(STACK, STACK, || serde_saphyr::from_str_with_options(text, options));
    read.map_err(|error| {
        let line = error.location().map_or(1, |l| l.line().max(1));
        let reason = error.render_with_formatter(&serde_saphyr::UserMessageFormatter);
        let reason = reason.lines().next().unwrap_or_default();
        Violation::error("", "syntax", format!("Line {line}: the file can't be read: {reason}"))
    })
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Spanned { value, referenced, .. } = Spanned::<Kind>::deserialize(deserializer)?;
        Ok(Self { line: referenced.line(), kind: value })
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(KindVisitor)
    }
}

struct KindVisitor;

impl<'de> Visitor<'de> for KindVisitor {
    type Value = Kind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Kind, E> {
        Ok(Kind::Scalar(Value::Null))
    }

    fn visit_none<E: Error>(self) -> Result<Kind, E> {
        Ok(Kind::Scalar(Value::Null))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Kind, E> {
        Ok(Kind::Scalar(value.into()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Kind, E> {
        Ok(Kind::Scalar(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Kind, E> {
        Ok(Kind::Scalar(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Kind, E> {
        Number::from_f64(value).map(|n| Kind::Scalar(n.into())).ok_or_else(|| E::custom("the number is not finite"))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Kind, E> {
        Ok(Kind::Scalar(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Kind, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Kind::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Kind, A::Error> {
        let mut entries = Vec::new();
        // `null` is the name of a kind of fault, and YAML reads it as nothing where it has no quotes.
        while let Some(key) = access.next_key::<Spanned<Option<String>>>()? {
            let value = access.next_value()?;
            let line = key.referenced.line();
            entries.push(Entry { key: key.value.unwrap_or_else(|| "null".to_owned()), line, value });
        }
        Ok(Kind::Map(entries))
    }
}
