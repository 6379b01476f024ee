//! The nearest right word to a wrong one.

/// The candidate with the fewest single-letter changes to `wrong`, where they are at most a third of its letters (and
/// at least one is always forgiven). A candidate whose last part equals `wrong` (`person.email` for `email`) wins.
pub(crate) fn word<'a>(wrong: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = wrong.trim().to_lowercase().replace([' ', '-'], "_");
    let allowed = (wrong.chars().count() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let same_ending = candidate.rsplit('.').next().is_some_and(|last| last == wrong);
        let distance = if same_ending { 0 } else { distance(&wrong, candidate) };
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours, each costs one.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i);
        for j in 1..=b.len() {
            let replaced = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(wrong: &str, expect: Option<&str>) {
        assert_eq!(
            word(wrong, ["person.email", "person.full_name", "code.uuid", "sequence"].into_iter()),
            expect,
            "{wrong}"
        );
    }

    #[test]
    fn near_words_are_found_and_far_ones_are_not() {
        check("persn.email", Some("person.email"));
        check("person.emial", Some("person.email"));
        check("email", Some("person.email"));
        check("Full Name", Some("person.full_name"));
        check("sequense", Some("sequence"));
        check("weather", None);
        check("", None);
    }
}
