//! The catalogue: every generator there is, by name. What users see is read from here; no generator is known anywhere
//! else by its type.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::generator::{Descriptor, Generator};
use crate::generators::FAMILIES;

mod defaults;
mod examples;
mod hints;
mod kinds;
pub(crate) mod nearest;
pub(crate) mod nested;
mod params;
mod schema;
mod search;
mod suggest;

pub use defaults::default_for;
pub use examples::examples;
pub use nested::DEEPEST;
pub(crate) use params::check_object;
pub use params::check_params;
pub use schema::design_schema;
pub use search::{GeneratorInfo, search};
pub use suggest::{Suggestion, suggest};

/// A generator with its descriptor, made once.
struct Entry {
    generator: &'static dyn Generator,
    descriptor: Descriptor,
}

struct Catalogue {
    generators: Vec<&'static dyn Generator>,
    names: Vec<&'static str>,
    by_name: HashMap<&'static str, Entry>,
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let generators: Vec<_> = FAMILIES.iter().flat_map(|family| family.iter().copied()).collect();
    let mut names = Vec::with_capacity(generators.len());
    let mut by_name = HashMap::with_capacity(generators.len());
    for &generator in &generators {
        let descriptor = generator.descriptor();
        names.push(descriptor.name);
        by_name.insert(descriptor.name, Entry { generator, descriptor });
    }
    Catalogue { generators, names, by_name }
});

/// Every generator, families in order.
pub fn all() -> &'static [&'static dyn Generator] {
    &CATALOGUE.generators
}

/// The generator with this name.
pub fn find(name: &str) -> Option<&'static dyn Generator> {
    CATALOGUE.by_name.get(name).map(|entry| entry.generator)
}

/// The descriptor of the generator with this name, without making it anew.
pub fn descriptor(name: &str) -> Option<&'static Descriptor> {
    CATALOGUE.by_name.get(name).map(|entry| &entry.descriptor)
}

/// The descriptor of every generator, families in order.
pub fn descriptors() -> impl Iterator<Item = &'static Descriptor> {
    CATALOGUE.names.iter().filter_map(|name| descriptor(name))
}

/// The name most like `name`, where one is near enough to be what was meant.
pub fn nearest(name: &str) -> Option<&'static str> {
    nearest::word(name, CATALOGUE.names.iter().copied())
}
