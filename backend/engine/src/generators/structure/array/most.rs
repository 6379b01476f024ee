//! How many items lists inside lists can hold together.

use dmb_spec::GeneratorRef;
use serde_json::Value;

use super::ITEMS;
use crate::catalog::nested::read;

/// Most items that a value of a generator holds: lists inside lists multiply. 1 for what is no list.
pub(super) fn most_items(generator: &GeneratorRef) -> u64 {
    let params = &generator.params;
    let of = |value: &Value| read(value).map_or(1, |inner| most_items(&inner));
    let of_member = |member: &Value| member.get("generator").map_or(1, of);
    let all = |list: &str, one: &dyn Fn(&Value) -> u64| {
        params.get(list).and_then(Value::as_array).and_then(|items| items.iter().map(one).max()).unwrap_or(1)
    };
    match generator.name.as_str() {
        "array" => {
            let most = params.get("max_items").and_then(Value::as_u64).unwrap_or(ITEMS.unsigned_abs());
            most.saturating_mul(params.get("item").map_or(1, of_member))
        }
        "object" => all("members", &of_member),
        "when" => all("cases", &|case| case.get("then").map_or(1, of)).max(params.get("else").map_or(1, of)),
        _ => 1,
    }
}
