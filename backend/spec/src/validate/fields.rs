//! What holds for a field whatever its type: null rate, uniqueness, reference.

use crate::{Field, FieldType, Violation};

/// Null rate against nullable, unique against type, reference against type.
pub(super) fn check(field: &Field, path: &str, out: &mut Vec<Violation>) {
    check_nulls(field, path, out);
    if field.unique && !can_be_key(field) {
        out.push(not_a_key(field, &format!("{path}.unique")));
    }
    match (field.field_type, field.reference) {
        (FieldType::ForeignKey, None) => {
            let message =
                format!("“{}” is a foreign key but refers to nothing; say to which table and field.", field.name);
            out.push(Violation::error(format!("{path}.to"), "reference_missing", message));
        }
        (FieldType::ForeignKey, Some(_)) | (_, None) => {}
        (other, Some(_)) => {
            let message = format!("A field of type {other} can't refer to another table; only a foreign_key can.");
            out.push(Violation::error(format!("{path}.to"), "reference_not_allowed", message).suggest("foreign_key"));
        }
    }
}

fn check_nulls(field: &Field, path: &str, out: &mut Vec<Violation>) {
    let rate = field.null_rate;
    let path_rate = format!("{path}.null_rate");
    if !(0.0..=1.0).contains(&rate) {
        out.push(Violation::error(
            path_rate,
            "null_rate_out_of_range",
            format!("The null rate must be from 0 to 1, not {rate}."),
        ));
    } else if rate > 0.0 && !field.nullable {
        let message = format!("“{}” may not be null, so its null rate must be 0.", field.name);
        out.push(Violation::error(path_rate, "null_rate_not_nullable", message).suggest("nullable: true"));
    }
    if field.field_type == FieldType::AutoIncrement && field.nullable {
        let message = "An auto_increment field always has a value; it can't be nullable.";
        out.push(Violation::error(format!("{path}.nullable"), "auto_increment_nullable", message));
    }
}

/// Whether databases can tell rows apart by such a field.
pub(super) fn can_be_key(field: &Field) -> bool {
    match field.field_type {
        FieldType::Text | FieldType::Json => false,
        FieldType::Binary => field.constraints.max_length.is_some(),
        FieldType::String
        | FieldType::Integer
        | FieldType::BigInteger
        | FieldType::Float
        | FieldType::Decimal
        | FieldType::Boolean
        | FieldType::Date
        | FieldType::Time
        | FieldType::Datetime
        | FieldType::Email
        | FieldType::Url
        | FieldType::Uuid
        | FieldType::Enum
        | FieldType::Phone
        | FieldType::IpAddress
        | FieldType::AutoIncrement
        | FieldType::ForeignKey => true,
    }
}

/// The violation of a field in a key that can't be there.
pub(super) fn not_a_key(field: &Field, path: &str) -> Violation {
    let (reason, instead) = match field.field_type {
        FieldType::Binary => ("of type binary without a max_length", "max_length: 255"),
        FieldType::Json => ("of type json", "string"),
        _ => ("of type text", "string"),
    };
    let message = format!("“{}” is {reason}, which databases can't keep unique or indexed.", field.name);
    Violation::error(path, "type_cannot_be_key", message).suggest(instead)
}
