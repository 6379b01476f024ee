//! The nearest right word, and legal names made from what people write.

/// The candidate most like `word`, where one is near enough to be meant: at most a third of its letters (and never
/// more than three) are wrong. Case does not count.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let allowed = (word.chars().count() / 3).clamp(1, 3);
    candidates
        .into_iter()
        .map(|candidate| (distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Letters to insert, delete, replace or swap with their neighbour to turn `a` into `b`.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let differs = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + differs);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

/// A legal table or field name made from any text: lower case, without accents, underscores between words, at most 55
/// characters. `None` where nothing legal is left.
pub fn legal_name(text: &str) -> Option<String> {
    let mut name = String::new();
    for c in any_ascii::any_ascii(text).chars() {
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('_') {
            name.push('_');
        }
    }
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        name.insert(0, '_');
    }
    name.truncate(55);
    let name = name.trim_end_matches('_');
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_found_and_far_ones_are_not() {
        let words = ["person.email", "person.full_name", "min", "max"];
        assert_eq!(nearest("persn.email", words), Some("person.email"));
        assert_eq!(nearest("Person.Full_Nmae", words), Some("person.full_name"));
        assert_eq!(nearest("mni", words), Some("min"));
        assert_eq!(nearest("colour", words), None);
        assert_eq!(nearest("", words), None);
    }

    #[test]
    fn names_are_made_legal() {
        let check = |text, expect: Option<&str>| assert_eq!(legal_name(text).as_deref(), expect, "{text}");
        check("Dirección de envío", Some("direccion_de_envio"));
        check("Payment ID", Some("payment_id"));
        check("2nd", Some("_2nd"));
        check("¿?", None);
    }
}
