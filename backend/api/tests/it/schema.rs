//! The schema as a file is the schema as code.

use std::path::Path;

#[test]
fn schema_graphql_is_the_schema() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schema.graphql");
    let written = std::fs::read_to_string(path).unwrap();
    assert!(written == dmb_api::schema_sdl(), "schema.graphql is not up to date: run `cargo xtask schema`");
}

#[test]
fn everything_in_the_schema_is_described() {
    let sdl = dmb_api::schema_sdl();
    let mut bare = Vec::new();
    let mut before = "";
    for line in sdl.lines() {
        let text = line.trim();
        let declares = text.starts_with(|c: char| c.is_ascii_alphabetic()) && !before.starts_with("\"\"\"#");
        let described = before.ends_with('"') || before.ends_with('|');
        let inside_text = before.starts_with(|c: char| c.is_ascii_alphabetic()) && !before.contains([':', '{', '(']);
        let exempt = text.starts_with("schema") || text.starts_with("directive");
        let root = matches!(text, "query: Query" | "mutation: Mutation" | "subscription: Subscription");
        let member = text.contains(':')
            || ["type ", "input ", "enum ", "interface ", "scalar "].iter().any(|k| text.starts_with(k));
        if declares && member && !described && !inside_text && !exempt && !root {
            bare.push(text.to_owned());
        }
        before = text;
    }
    assert!(bare.is_empty(), "without a description: {bare:#?}");
}
