//! Which constraints a type knows, and whether each makes sense by itself.

use std::collections::HashSet;

use regex::{Regex, RegexBuilder};

use super::limits::{MAX_PATTERN_CHARS, shortened};
use crate::{Constraints, Field, FieldType, Violation};

const MAX_CHOICES: usize = 1_000;
const MAX_CHOICE_CHARS: usize = 255;
const MAX_STRING: u32 = 16_000;
const MAX_TEXT: u32 = 1_000_000;
const PATTERN_SIZE: usize = 1 << 20;

/// Constraints that a type doesn't know, and lengths, digits, choices and patterns that can't be.
pub(super) fn check(field: &Field, path: &str, out: &mut Vec<Violation>) {
    check_known(field, path, out);
    check_lengths(field, path, out);
    check_digits(&field.constraints, path, out);
    check_choices(field, path, out);
    if let Some(pattern) = &field.constraints.pattern {
        check_pattern(pattern, &format!("{path}.pattern"), out);
    }
}

/// The constraints a type knows, by their words in the design file.
pub(super) fn known(field_type: FieldType) -> &'static [&'static str] {
    match field_type {
        FieldType::String | FieldType::Text | FieldType::Email | FieldType::Url | FieldType::Phone => {
            &["min_length", "max_length", "pattern"]
        }
        FieldType::Integer | FieldType::BigInteger | FieldType::Float => &["min", "max"],
        FieldType::Decimal => &["min", "max", "precision", "scale"],
        FieldType::Date | FieldType::Time | FieldType::Datetime => &["min", "max"],
        FieldType::Binary => &["min_length", "max_length"],
        FieldType::Enum => &["choices"],
        FieldType::Boolean
        | FieldType::Uuid
        | FieldType::Json
        | FieldType::IpAddress
        | FieldType::AutoIncrement
        | FieldType::ForeignKey => &[],
    }
}

fn check_known(field: &Field, path: &str, out: &mut Vec<Violation>) {
    let known = known(field.field_type);
    for given in given(&field.constraints) {
        if known.contains(&given) {
            continue;
        }
        let knows = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
        let message = format!("The type {} does not know {given}; it knows: {knows}.", field.field_type);
        out.push(Violation::error(format!("{path}.{given}"), "constraint_not_known", message));
    }
}

fn given(constraints: &Constraints) -> impl Iterator<Item = &'static str> {
    let Constraints { min, max, min_length, max_length, pattern, precision, scale, choices } = constraints;
    [
        ("min", min.is_some()),
        ("max", max.is_some()),
        ("min_length", min_length.is_some()),
        ("max_length", max_length.is_some()),
        ("pattern", pattern.is_some()),
        ("precision", precision.is_some()),
        ("scale", scale.is_some()),
        ("choices", choices.is_some()),
    ]
    .into_iter()
    .filter_map(|(word, given)| given.then_some(word))
}

fn check_lengths(field: &Field, path: &str, out: &mut Vec<Violation>) {
    let Constraints { min_length, max_length, .. } = field.constraints;
    let limit = match field.field_type {
        FieldType::Text | FieldType::Binary => MAX_TEXT,
        _ => MAX_STRING,
    };
    if let Some(most) = max_length
        && !(1..=limit).contains(&most)
    {
        let message = format!("max_length must be from 1 to {limit} for the type {}, not {most}.", field.field_type);
        out.push(Violation::error(format!("{path}.max_length"), "length_out_of_range", message));
    }
    let most = max_length.or((field.field_type == FieldType::String).then_some(255)).unwrap_or(limit);
    if let Some(least) = min_length
        && least > most
    {
        let message = format!("min_length {least} is above the greatest length, {most}.");
        out.push(Violation::error(format!("{path}.min_length"), "lengths_crossed", message));
    }
}

fn check_digits(constraints: &Constraints, path: &str, out: &mut Vec<Violation>) {
    if let Some(precision) = constraints.precision
        && !(1..=38).contains(&precision)
    {
        let message = format!("precision must be from 1 to 38 digits, not {precision}.");
        out.push(Violation::error(format!("{path}.precision"), "precision_out_of_range", message));
    }
    let (precision, scale) = constraints.decimal();
    if scale > precision {
        let message =
            format!("scale {scale} is above precision {precision}: more digits behind the point than in all.");
        out.push(Violation::error(format!("{path}.scale"), "scale_out_of_range", message));
    }
}

fn check_choices(field: &Field, path: &str, out: &mut Vec<Violation>) {
    let path = format!("{path}.choices");
    let choices = field.constraints.choices.as_deref().unwrap_or_default();
    if choices.is_empty() && (field.field_type == FieldType::Enum || field.constraints.choices.is_some()) {
        let message = format!("“{}” has no choices; give at least one.", field.name);
        out.push(Violation::error(&path, "choices_missing", message));
    }
    if choices.len() > MAX_CHOICES {
        let message = format!("{} choices; {MAX_CHOICES} is the most.", choices.len());
        out.push(Violation::error(&path, "too_many_choices", message));
    }
    let mut seen = HashSet::new();
    for (n, choice) in choices.iter().enumerate() {
        let path = format!("{path}[{n}]");
        if choice.trim().is_empty() {
            out.push(Violation::error(&path, "choice_blank", "The choice is blank."));
        } else if !seen.insert(choice.as_str()) {
            let message = format!("The choice “{}” is given twice.", shortened(choice));
            out.push(Violation::error(&path, "choice_repeated", message));
        }
        if choice.chars().count() > MAX_CHOICE_CHARS {
            let message = format!("The choice has more than {MAX_CHOICE_CHARS} characters.");
            out.push(Violation::error(&path, "too_long", message));
        }
    }
}

fn check_pattern(pattern: &str, path: &str, out: &mut Vec<Violation>) {
    if pattern.chars().count() > MAX_PATTERN_CHARS {
        let message = format!("The pattern has more than {MAX_PATTERN_CHARS} characters.");
        out.push(Violation::error(path, "pattern_too_long", message));
    } else if let Err(error) = whole(pattern) {
        let reason = match &error {
            regex::Error::CompiledTooBig(_) => "it takes too much memory; make its repetitions smaller".to_owned(),
            other => other.to_string().lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned(),
        };
        out.push(Violation::error(path, "pattern_invalid", format!("The pattern can't be used: {reason}.")));
    }
}

/// The pattern compiled so that it matches whole values only, with bounded memory.
pub(super) fn whole(pattern: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(&format!(r"\A(?:{pattern})\z"))
        .size_limit(PATTERN_SIZE)
        .dfa_size_limit(PATTERN_SIZE)
        .nest_limit(50)
        .build()
}
