//! Prints the schema, as `schema.graphql` at the root holds it.

use std::io::Write;

fn main() -> std::io::Result<()> {
    std::io::stdout().write_all(dmb_api::schema_sdl().as_bytes())
}
