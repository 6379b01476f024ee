//! A generator told in one value: what the catalogue says of it, and how it is made ready. For the many whose rows come
//! from one function; see [`super::fillers`] and [`super::facts`] for what those functions give.

use dmb_spec::{FieldType, Params};

use crate::generator::{CompileContext, Descriptor, Family, Filler, Generator, ParamDescriptor, ParamProblem, Words};

use super::describe::{NUMBERS, TEXT, locale};
use super::params::Reader;

/// Makes a generator ready; what is wrong with its parameters it tells the reader.
type Compile = fn(&mut Reader<'_>, &CompileContext<'_>) -> Box<dyn Filler>;

/// A generator of the catalogue.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    name: &'static str,
    family: Family,
    label: Words,
    description: Words,
    produces: &'static [FieldType],
    params: fn() -> Vec<ParamDescriptor>,
    /// Parameters as JSON.
    example: &'static str,
    localized: bool,
    unique: bool,
    compile: Compile,
}

impl Entry {
    /// A generator of texts, without parameters until told.
    pub(crate) const fn text(
        name: &'static str,
        family: Family,
        label: Words,
        description: Words,
        compile: Compile,
    ) -> Self {
        let (localized, unique, params) = (false, false, Vec::new as fn() -> Vec<ParamDescriptor>);
        Self { name, family, label, description, produces: TEXT, params, example: "{}", localized, unique, compile }
    }

    /// A generator of numbers, without parameters until told.
    pub(crate) const fn number(
        name: &'static str,
        family: Family,
        label: Words,
        description: Words,
        compile: Compile,
    ) -> Self {
        Self::text(name, family, label, description, compile).producing(NUMBERS)
    }

    /// The same for other types of field; the first is the one its example is written for.
    pub(crate) const fn producing(self, produces: &'static [FieldType]) -> Self {
        Self { produces, ..self }
    }

    /// The same with parameters, and an object of them as JSON that makes a good example.
    pub(crate) const fn with(self, params: fn() -> Vec<ParamDescriptor>, example: &'static str) -> Self {
        Self { params, example, ..self }
    }

    /// The same where values depend on the locale; gives it the parameter `locale`.
    pub(crate) const fn localized(self) -> Self {
        Self { localized: true, ..self }
    }

    /// The same where a unique field can be filled.
    pub(crate) const fn unique(self) -> Self {
        Self { unique: true, ..self }
    }
}

impl Generator for Entry {
    fn descriptor(&self) -> Descriptor {
        let mut params = (self.params)();
        if self.localized {
            params.push(locale());
        }
        Descriptor {
            name: self.name,
            family: self.family,
            label: self.label,
            description: self.description,
            produces: self.produces,
            params,
            example: serde_json::from_str(self.example).unwrap_or_default(),
            localized: self.localized,
            unique: self.unique,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let filler = (self.compile)(&mut reader, cx);
        reader.finish(filler)
    }
}
