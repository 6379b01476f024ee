//! `datetime.time_zone` and `datetime.utc_offset`: columns of a bundle agree in every row.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int32Array, Int64Array};
use arrow_schema::DataType;
use dmb_spec::{FieldType, Params};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamDescriptor, ParamKind,
    ParamProblem,
};
use crate::generators::support::describe::{TEXT, bundle, defaulted, words};
use crate::generators::support::params::Reader;
use crate::generators::support::text::{TextColumn, limit};
use crate::generators::support::weights::Alias;
use crate::stream::Stream;

use super::zones::{ZONES, Zone};

/// Names.
pub(crate) struct TimeZone;
/// Distances from UTC.
pub(crate) struct UtcOffset;

const WEIGHTS: &[&str] = &["even", "population"];
const FORMATS: &[&str] = &["offset", "utc_offset"];

impl Generator for TimeZone {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "datetime.time_zone",
            family: Family::DateTime,
            label: words("Time zone", "Zona horaria"),
            description: words(
                "Names of the IANA time zone database, from all over the world; for the zone of a place take address.time_zone.",
                "Nombres de la base de datos de zonas horarias IANA, de todo el mundo; para la zona de un lugar use address.time_zone.",
            ),
            produces: TEXT,
            params: params(),
            example: json!({}),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let zones = Zones::compile(&mut reader, cx);
        reader.finish(Box::new(Names { zones, limit: limit(cx.field) }))
    }
}

impl Generator for UtcOffset {
    fn descriptor(&self) -> Descriptor {
        let mut params = params();
        params.insert(
            0,
            defaulted(
                "format",
                ParamKind::Choice(FORMATS),
                words("Format", "Formato"),
                words(
                    "Of texts: +05:30 (offset) or UTC+05:30 (utc_offset).",
                    "De los textos: +05:30 (offset) o UTC+05:30 (utc_offset).",
                ),
                FORMATS[0],
            ),
        );
        Descriptor {
            name: "datetime.utc_offset",
            family: Family::DateTime,
            label: words("UTC offset", "Desfase UTC"),
            description: words(
                "Standard time ahead of UTC of the row's time zone, as +05:30, or minutes in a numeric column.",
                "Hora estándar respecto de UTC de la zona horaria de la fila, como +05:30, o minutos en una columna numérica.",
            ),
            produces: &[FieldType::String, FieldType::Text, FieldType::Integer, FieldType::BigInteger],
            params,
            example: json!({}),
            localized: false,
            unique: false,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let before = if reader.choice("format", FORMATS) == "offset" { "" } else { "UTC" };
        let zones = Zones::compile(&mut reader, cx);
        let (data_type, limit) = (cx.data_type.clone(), limit(cx.field));
        reader.finish(Box::new(Offsets { zones, before, data_type, limit }))
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![
        defaulted(
            "weights",
            ParamKind::Choice(WEIGHTS),
            words("Frequency", "Frecuencia"),
            words(
                "Each as likely (even), or by inhabitants (population).",
                "Equiprobables (even) o por habitantes (population).",
            ),
            WEIGHTS[0],
        ),
        bundle(&["time_zone"]),
    ]
}

/// The zone of each row.
struct Zones {
    alias: Alias,
    stream: Stream,
}

impl Zones {
    fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let even = reader.choice("weights", WEIGHTS) == "even";
        let weight = |zone: &Zone| if even { 1.0 } else { f64::from(zone.weight) };
        let stream = cx.table_stream.named("time_zone").named(reader.text("bundle", ""));
        Self { alias: Alias::new(ZONES.iter().map(weight)), stream }
    }

    fn at(&self, row: u64) -> &'static Zone {
        &ZONES[self.alias.pick(self.stream.cell(row).bits())]
    }
}

struct Names {
    zones: Zones,
    limit: Option<u32>,
}

impl Filler for Names {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let mut out = TextColumn::new(cx.rows.len(), 16, self.limit);
        for &row in cx.rows {
            out.push(self.zones.at(row).name);
            out.end();
        }
        out.finish()
    }
}

struct Offsets {
    zones: Zones,
    before: &'static str,
    data_type: DataType,
    limit: Option<u32>,
}

impl Filler for Offsets {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let minutes = cx.rows.iter().map(|&row| self.zones.at(row).offset);
        Ok(match self.data_type {
            DataType::Int32 => Arc::new(Int32Array::from_iter_values(minutes)),
            DataType::Int64 => Arc::new(Int64Array::from_iter_values(minutes.map(i64::from))),
            _ => {
                let mut out = TextColumn::new(cx.rows.len(), 9, self.limit);
                for offset in minutes {
                    out.push(self.before);
                    out.push(if offset < 0 { "-" } else { "+" });
                    out.push_padded(u64::from(offset.unsigned_abs() / 60), 2);
                    out.push(":");
                    out.push_padded(u64::from(offset.unsigned_abs() % 60), 2);
                    out.end();
                }
                return out.finish();
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn zones_are_distinct_and_their_offsets_real() {
        let names: HashSet<&str> = ZONES.iter().map(|zone| zone.name).collect();
        assert_eq!(names.len(), ZONES.len());
        assert!(
            ZONES.iter().all(|zone| zone.weight > 0 && zone.offset % 15 == 0 && (-720..=840).contains(&zone.offset))
        );
    }

    #[test]
    fn names_and_offsets_of_a_row_agree() {
        let names = Trial::new("datetime.time_zone", json!({}), FieldType::String).texts(500);
        let offsets =
            Trial::new("datetime.utc_offset", json!({ "format": "utc_offset" }), FieldType::String).texts(500);
        for (name, offset) in names.iter().zip(&offsets) {
            let zone = ZONES.iter().find(|zone| zone.name == name).unwrap();
            let sign = if zone.offset < 0 { '-' } else { '+' };
            let (hours, minutes) = (zone.offset.abs() / 60, zone.offset.abs() % 60);
            assert_eq!(offset, &format!("UTC{sign}{hours:02}:{minutes:02}"), "{name}");
        }
        assert!(names.iter().collect::<HashSet<_>>().len() > 80);
    }
}
