//! Renames in an order in which no two things ever have the same name.

/// Orders renames `(from, to)` where `others` are names that stay taken. Names that go round in a circle pass
/// through a temporary name of the form `_dmb_tmp_<n>`.
pub(super) fn ordered(renames: Vec<(String, String)>, others: &[String]) -> Vec<(String, String)> {
    let mut taken: Vec<String> = others.to_vec();
    taken.extend(renames.iter().map(|(from, _)| from.clone()));
    let mut waiting = renames;
    let mut done = Vec::new();
    let mut detours = 0;
    while !waiting.is_empty() {
        let free = waiting.iter().position(|(_, to)| !taken.contains(to));
        let (from, to, rest) = match free {
            Some(at) => {
                let (from, to) = waiting.remove(at);
                (from, to, None)
            }
            None => {
                let (from, to) = waiting.remove(0);
                let detour = format!("_dmb_tmp_{detours}");
                detours += 1;
                (from, detour.clone(), Some((detour, to)))
            }
        };
        taken.retain(|name| *name != from);
        taken.push(to.clone());
        done.push((from, to));
        waiting.extend(rest);
        // Only possible where two things want one name, which a valid design has not: better to let the database
        // refuse it than to go round for ever.
        if detours > 10_000 {
            done.append(&mut waiting);
        }
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(renames: &[(&str, &str)], others: &[&str]) {
        let owned = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
        let wanted: Vec<_> = renames.iter().map(|(a, b)| (a.to_string(), b.to_string())).collect();
        // Things and what they are called now.
        let mut called: Vec<String> = wanted.iter().map(|(from, _)| from.clone()).collect();
        for (from, to) in ordered(wanted.clone(), &owned(others)) {
            assert!(!called.contains(&to) && !others.contains(&to.as_str()), "{to} is taken");
            let at = called.iter().position(|n| *n == from).expect("what is renamed is there");
            called[at] = to;
        }
        assert_eq!(called, wanted.into_iter().map(|(_, to)| to).collect::<Vec<_>>());
    }

    #[test]
    fn chains_and_circles_end_where_they_should() {
        check(&[("a", "b")], &["c"]);
        check(&[("a", "b"), ("b", "c")], &[]);
        check(&[("a", "b"), ("b", "a")], &["z"]);
        check(&[("a", "b"), ("b", "c"), ("c", "a"), ("x", "y")], &[]);
    }
}
