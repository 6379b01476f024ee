//! Helpers of this room's own unit tests: a generator tried alone, or a table of fields tried together.

use arrow_array::{Array, ArrayRef, StringArray};
use chrono::{DateTime, TimeZone, Utc};
use dmb_spec::{Design, Field, FieldId, FieldType, LocaleMix, Params, Table, TableId};
use serde_json::Value;
use std::sync::Arc;

use crate::catalog;
use crate::generator::{CompileContext, FillContext, Filler, ParamProblem, Positions, RelationLookup};
use crate::stream::Stream;
use crate::types;

/// One generator, compiled for a field named `value` and filled without a plan.
pub(crate) struct Trial {
    generator: &'static str,
    params: Value,
    field: Field,
    others: Vec<Field>,
    locale: LocaleMix,
    unique: bool,
    rows: u64,
}

impl Trial {
    /// A trial with seed 1 and the locale en_US.
    pub(crate) fn new(generator: &'static str, params: Value, field_type: FieldType) -> Self {
        let field = Field::new(FieldId::from_name(table_id(), "value", |_| false), "value", field_type);
        Self { generator, params, field, others: Vec::new(), locale: LocaleMix::default(), unique: false, rows: 100 }
    }

    /// The same for another locale.
    pub(crate) fn locale(mut self, locale: &str) -> Self {
        self.locale = LocaleMix::only(locale);
        self
    }

    /// The same for a mix of locales.
    pub(crate) fn locales(mut self, mix: &[(&str, f64)]) -> Self {
        self.locale = LocaleMix(mix.iter().map(|(id, weight)| ((*id).to_owned(), *weight)).collect());
        self
    }

    /// The same for a unique column of so many rows.
    pub(crate) fn unique(mut self, rows: u64) -> Self {
        (self.unique, self.rows) = (true, rows);
        self
    }

    /// The same with a change to the field, its constraints for instance.
    pub(crate) fn field(mut self, change: impl FnOnce(&mut Field)) -> Self {
        change(&mut self.field);
        self
    }

    /// The same in a table that has another field too, with its generator.
    pub(crate) fn beside(mut self, name: &str, field_type: FieldType, generator: Option<&str>) -> Self {
        let mut field = Field::new(FieldId::from_name(table_id(), name, |_| false), name, field_type);
        field.generator = generator.map(dmb_spec::GeneratorRef::named);
        self.others.push(field);
        self
    }

    /// The compiled filler, or what is wrong with the parameters (by the descriptor, then by the generator).
    pub(crate) fn compile(&self) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let generator = catalog::find(self.generator).unwrap_or_else(|| panic!("no generator {}", self.generator));
        let (design, params) = (self.design(), self.params.as_object().cloned().unwrap_or_else(Params::new));
        let (table, field) = (&design.tables[0], &design.tables[0].fields[0]);
        let problems = catalog::check_params(&generator.descriptor(), &params, table);
        if !problems.is_empty() {
            return Err(problems);
        }
        let table_stream = Stream::root(1).of(table.id.0);
        let context = CompileContext {
            field,
            table,
            design: &design,
            data_type: &types::data_type(&design, field),
            as_of: as_of(),
            locales: &self.locale,
            stream: table_stream.of(field.id.0),
            table_stream,
            unique: self.unique,
            rows: self.rows,
            relations: &NoRelations,
        };
        generator.compile(&params, &context)
    }

    /// The first `rows` values, given the columns the filler asks for (none where it asks for none).
    pub(crate) fn fill_with(&self, rows: u64, inputs: &[ArrayRef]) -> ArrayRef {
        let filler = self.compile().unwrap_or_else(|problems| panic!("{}: {problems:?}", self.generator));
        let rows: Vec<u64> = (0..rows).collect();
        let array = filler.fill(&FillContext { rows: &rows, inputs }).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(array.len(), rows.len(), "{}", self.generator);
        let design = self.design();
        assert_eq!(array.data_type(), &types::data_type(&design, &design.tables[0].fields[0]), "{}", self.generator);
        array
    }

    /// The first `rows` values of a filler without inputs.
    pub(crate) fn fill(&self, rows: u64) -> ArrayRef {
        self.fill_with(rows, &[])
    }

    /// The first `rows` values of a text column.
    pub(crate) fn texts(&self, rows: u64) -> Vec<String> {
        let array = self.fill(rows);
        let texts =
            array.as_any().downcast_ref::<StringArray>().unwrap_or_else(|| panic!("not text: {}", array.data_type()));
        texts.iter().map(|text| text.unwrap_or_default().to_owned()).collect()
    }

    fn design(&self) -> Design {
        let mut table = Table::new(table_id(), "trial");
        table.fields.push(self.field.clone());
        table.fields.extend(self.others.iter().cloned());
        let mut design = Design::new("trial");
        design.locale = self.locale.clone();
        design.tables.push(table);
        design
    }
}

/// The first `rows` values of a generator with these parameters; see [`Trial`] for more.
pub(crate) fn fill(generator: &'static str, params: Value, field_type: FieldType, rows: u64) -> ArrayRef {
    Trial::new(generator, params, field_type).fill(rows)
}

/// The moment every trial is made as of.
pub(crate) fn as_of() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 1, 1, 0, 0, 0).unwrap()
}

fn table_id() -> TableId {
    TableId::from_name("trial", |_| false)
}

struct NoRelations;

impl RelationLookup for NoRelations {
    fn positions(&self, _: FieldId) -> Option<Arc<dyn Positions>> {
        None
    }
}
