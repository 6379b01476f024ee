//! Requests that are known to bring servers of this kind down.

/// Each with a name, its text, and the code it is refused with.
#[must_use]
pub fn all() -> Vec<(&'static str, String, &'static str)> {
    let mut doubling = String::from("{ ...f0 } ");
    for n in 0..40 {
        doubling += &format!("fragment f{n} on Query {{ ...f{m} ...f{m} }} ", m = n + 1);
    }
    doubling += "fragment f40 on Query { version }";
    let aliases: String = (0..101).map(|n| format!("a{n}: version ")).collect();
    vec![
        ("lists", format!("{{ a(x: {}1{}) }}", "[".repeat(5_000), "]".repeat(5_000)), "QUERY_TOO_COMPLEX"),
        ("objects", format!("{{ a(x: {}1{}) }}", "{a:".repeat(5_000), "}".repeat(5_000)), "QUERY_TOO_COMPLEX"),
        ("open brackets", "{a".repeat(15_000), "QUERY_TOO_COMPLEX"),
        ("doubling fragments", doubling, "QUERY_TOO_COMPLEX"),
        ("circular fragments", "{ ...a } fragment a on Query { ...a }".into(), "GRAPHQL_VALIDATION_FAILED"),
        ("aliases", format!("{{ {aliases} }}"), "QUERY_TOO_COMPLEX"),
        ("fields", format!("{{ {} }}", "version ".repeat(3_000)), "QUERY_TOO_COMPLEX"),
        ("directives", format!("{{ version {} }}", "@skip(if: false) ".repeat(500)), "QUERY_TOO_COMPLEX"),
        (
            "circular introspection",
            "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }".into(),
            "QUERY_TOO_COMPLEX",
        ),
        (
            "pages",
            "{ projects(first: 100000000) { nodes { tables { fields { name } } } } }".into(),
            "QUERY_TOO_COMPLEX",
        ),
        ("length", format!("{{ version }} # {}", "x".repeat(40_000)), "QUERY_TOO_COMPLEX"),
    ]
}
