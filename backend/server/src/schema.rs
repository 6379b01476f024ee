//! `dmb schema`: the forms other programs keep to.

use clap::{Args, ValueEnum};

/// Which schema to print.
#[derive(Args)]
pub struct SchemaArgs {
    /// The schema
    #[arg(value_enum, default_value = "graphql")]
    of: Schema,
}

/// A form other programs keep to.
#[derive(Clone, Copy, ValueEnum)]
enum Schema {
    /// The API, in GraphQL's schema language
    Graphql,
    /// Design files, as JSON Schema 2020-12
    Design,
}

/// The text of the schema.
pub fn schema(args: &SchemaArgs) -> String {
    match args.of {
        Schema::Graphql => dmb_api::schema_sdl(),
        Schema::Design => format!("{:#}\n", dmb_engine::catalog::design_schema()),
    }
}
