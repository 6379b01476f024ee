//! Names in the forms that languages like, and texts on one line.

/// `order_lines` as `OrderLines`.
pub(super) fn pascal(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for part in name.split('_').filter(|part| !part.is_empty()) {
        let mut chars = part.chars();
        out.extend(chars.next().map(|first| first.to_ascii_uppercase()));
        out.push_str(chars.as_str());
    }
    if out.is_empty() || out.starts_with(|c: char| c.is_ascii_digit()) { format!("T{out}") } else { out }
}

/// Names in this form, all different: `a_b` and `ab` are `AB` and `Ab`, `a__b` and `a_b` are `AB` and `AB2`.
pub(super) fn different(names: impl Iterator<Item = String>) -> Vec<String> {
    let mut taken = std::collections::HashSet::new();
    names
        .map(|name| {
            let free = (1_u32..).map(|n| if n == 1 { name.clone() } else { format!("{name}{n}") });
            let mut free = free.filter(|candidate| !taken.contains(candidate));
            // Numbers do not end before names do.
            let chosen = free.next().unwrap_or_default();
            taken.insert(chosen.clone());
            chosen
        })
        .collect()
}

/// A text on one line.
pub(super) fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_types_differ() {
        assert_eq!(pascal("order_lines"), "OrderLines");
        assert_eq!(pascal("_2nd"), "T2nd");
        let names = ["a__b", "a_b", "ab"].map(pascal);
        assert_eq!(different(names.into_iter()), ["AB", "AB2", "Ab"]);
    }
}
