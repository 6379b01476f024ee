//! What a plan is made from, as a short text: two runs with the same fingerprint make the same rows.

use arrow_array::{Array, ArrayRef};
use sha2::{Digest, Sha256};

use super::request::PlanRequest;

/// Changed whenever the same request would give other rows than before.
const EDITION: &str = "1";

/// 64 hexadecimal digits.
pub(crate) fn of(request: &PlanRequest<'_>) -> String {
    let mut hash = Sha256::new();
    let mut part = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    };
    part(EDITION.as_bytes());
    // A design is plain data with text keys: writing it as JSON can't fail.
    part(serde_json::to_string(request.design).unwrap_or_default().as_bytes());
    part(&request.seed.to_le_bytes());
    part(&request.key_seed.to_le_bytes());
    part(&request.as_of.timestamp_micros().to_le_bytes());
    if !request.faults {
        part(b"no faults");
    }
    let mut tables: Vec<_> = request.tables.iter().collect();
    tables.sort_by_key(|table| table.table);
    for table in tables {
        part(table.table.0.as_bytes());
        part(format!("{:?} {}", table.rows, table.first_row).as_bytes());
        let mut keys: Vec<_> = table.existing_keys.iter().collect();
        keys.sort_by_key(|(field, _)| **field);
        for (field, keys) in keys {
            part(field.0.as_bytes());
            contents(keys, &mut part);
        }
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn contents(keys: &ArrayRef, part: &mut impl FnMut(&[u8])) {
    let data = keys.to_data();
    part(format!("{} {} {}", data.data_type(), data.offset(), data.len()).as_bytes());
    data.buffers().iter().for_each(|buffer| part(buffer.as_slice()));
}
