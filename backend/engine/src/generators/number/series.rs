//! `number.time_series`: a level with trend, seasons and noise, by row number or by a date of the row.
//!
//! Noise that remembers (`memory` φ) is autoregressive: x(n) = φ x(n−1) + √(1−φ²) e(n). So that a cell needs no row before
//! its block, the first row of a block of 256 is summed up from its own and the earlier e(n), as far back as they count
//! for more than one part in 10,000 (456 rows at φ = 0.98, the most allowed).

use arrow_array::{Array, ArrayRef};
use dmb_spec::Params;
use rand_distr::{Distribution, StandardNormal};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::generator::{
    CompileContext, Descriptor, EngineError, FillContext, Filler, Generator, Input, ParamDescriptor, ParamKind,
    ParamProblem,
};
use crate::generators::support::blocks::Blocks;
use crate::generators::support::describe::{defaulted, optional, required, words};
use crate::generators::support::moments::{field_param, named_field, read, with_nulls_of};
use crate::generators::support::numbers::Range;
use crate::generators::support::ordinal::Ordinal;
use crate::generators::support::params::Reader;
use crate::generators::support::window::DAY;
use crate::stream::Stream;

use super::common::{descriptor, real};

/// The catalogue's entry.
pub(crate) struct TimeSeries;

const MODES: &[&str] = &["additive", "multiplicative"];
/// Rows made ready together.
const BLOCK: u64 = 256;
/// Most that noise may remember.
const MEMORY: f64 = 0.98;
/// What counts for less is forgotten.
const FORGOTTEN: f64 = 1e-4;
/// Most seasons.
const SEASONS: usize = 16;

/// Something that comes back every `period`.
#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Season {
    /// Rows, or days.
    period: f64,
    amplitude: f64,
    /// Where the maximum lies after the start.
    #[serde(default)]
    peak: f64,
}

impl Generator for TimeSeries {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Time series", "Serie temporal"),
            words(
                "A level with trend, seasons and noise, by row number or by a date of the row: sales, loads, readings.",
                "Un nivel con tendencia, estaciones y ruido, según el número de fila o una fecha de la fila: ventas, cargas, lecturas.",
            ),
        );
        let example = json!({
            "base": 200, "trend": 0.5, "noise": 10, "decimals": 1,
            "seasons": [{ "period": 7, "amplitude": 40, "peak": 5 }],
        });
        descriptor("number.time_series", texts, params(), example)
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let multiplicative = reader.choice("mode", MODES) == "multiplicative";
        let (base, trend) = (reader.number("base").unwrap_or(100.0), reader.number("trend").unwrap_or(0.0));
        let (noise, memory) = (reader.number("noise").unwrap_or(1.0), reader.number("memory").unwrap_or(0.0));
        if noise < 0.0 {
            reader.problem("noise", "out_of_range", "noise must be 0 or more");
        }
        if !(0.0..=MEMORY).contains(&memory) {
            reader.problem("memory", "out_of_range", format!("memory must lie between 0 and {MEMORY}"));
        }
        if multiplicative && trend <= -1.0 {
            reader.problem("trend", "out_of_range", "a multiplicative trend must be above -1");
        }
        let seasons = seasons(&mut reader);
        let start = reader.moment("start", cx.as_of).unwrap_or(cx.as_of).timestamp_micros();
        let clock = match named_field(&mut reader, cx, "field") {
            Some(input) => Clock::Date { input, start },
            None => Clock::Row(Ordinal::compile(&mut reader, cx)),
        };
        let range = Range::compile(&mut reader, cx, (f64::MIN, f64::MAX));
        let noise = Noise { size: noise, memory, stream: cx.stream };
        reader.finish(Box::new(Series { range, clock, base, trend, seasons, noise, multiplicative }))
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![
        real("base", words("Base", "Base"), words("Level at the start.", "Nivel al inicio."), 100.0),
        real(
            "trend",
            words("Trend", "Tendencia"),
            words(
                "Growth a row, or a day where a date field is named; a share in the multiplicative mode.",
                "Crecimiento por fila, o por día si se indica un campo de fecha; una proporción en modo multiplicativo.",
            ),
            0.0,
        ),
        optional(
            "seasons",
            ParamKind::Rows(columns()),
            words("Seasons", "Estaciones"),
            words(
                "What comes back: every 7 days by 20 more at its height, say. In rows, or in days where a date field is named.",
                "Lo que se repite: por ejemplo, cada 7 días con 20 más en su punto alto. En filas, o en días si se indica un campo de fecha.",
            ),
        ),
        real(
            "noise",
            words("Noise", "Ruido"),
            words("Standard deviation of the noise.", "Desviación típica del ruido."),
            1.0,
        ),
        defaulted(
            "memory",
            ParamKind::Number { min: Some(0.0), max: Some(MEMORY) },
            words("Memory of the noise", "Memoria del ruido"),
            words(
                "Correlation of the noise with that of the row before, 0 to 0.98.",
                "Correlación del ruido con el de la fila anterior, de 0 a 0,98.",
            ),
            0.0,
        ),
        defaulted(
            "mode",
            ParamKind::Choice(MODES),
            words("Mode", "Modo"),
            words(
                "Parts are added, or are shares of the level (multiplicative).",
                "Las partes se suman (additive) o son proporciones del nivel (multiplicative).",
            ),
            MODES[0],
        ),
        field_param(),
        optional(
            "start",
            ParamKind::Moment,
            words("Start", "Inicio"),
            words(
                "Where days are counted from; now where absent.",
                "Desde cuándo se cuentan los días; si falta, ahora (now).",
            ),
        ),
        Ordinal::param(),
    ]
}

/// What is told of a season.
fn columns() -> Vec<ParamDescriptor> {
    let number = ParamKind::Number { min: None, max: None };
    vec![
        required(
            "period",
            ParamKind::Number { min: Some(0.0), max: None },
            words("Period", "Periodo"),
            words("Rows or days until it comes back.", "Filas o días hasta que se repite."),
        ),
        required(
            "amplitude",
            number.clone(),
            words("Height", "Amplitud"),
            words("What it adds at its height.", "Lo que suma en su punto alto."),
        ),
        defaulted(
            "peak",
            number,
            words("Peak", "Máximo"),
            words(
                "Rows or days after the start at which it is highest.",
                "Filas o días tras el inicio en que es máxima.",
            ),
            0,
        ),
    ]
}

fn seasons(reader: &mut Reader<'_>) -> Vec<Season> {
    let items = match reader.value("seasons") {
        None => return Vec::new(),
        Some(Value::Array(items)) if items.len() <= SEASONS => items,
        Some(_) => {
            let message = format!("seasons must be a list of at most {SEASONS} objects with period and amplitude");
            reader.problem("seasons", "wrong_value", message);
            return Vec::new();
        }
    };
    let mut seasons = Vec::with_capacity(items.len());
    for (n, item) in items.iter().enumerate() {
        match Season::deserialize(item) {
            Ok(season) if season.period > 0.0 => seasons.push(season),
            Ok(_) => {
                let message = format!("the period of season {} must be above 0", n + 1);
                reader.problem(&format!("seasons[{n}].period"), "out_of_range", message);
            }
            Err(error) => reader.problem(&format!("seasons[{n}]"), "wrong_value", format!("season {}: {error}", n + 1)),
        }
    }
    seasons
}

/// What tells the time.
enum Clock {
    Row(Ordinal),
    /// Days since the start, in microseconds since 1970.
    Date {
        input: Input,
        start: i64,
    },
}

/// Normal noise that may remember.
struct Noise {
    size: f64,
    memory: f64,
    stream: Stream,
}

struct Series {
    range: Range,
    clock: Clock,
    base: f64,
    trend: f64,
    seasons: Vec<Season>,
    noise: Noise,
    multiplicative: bool,
}

impl Series {
    /// The value at a time, in rows or days.
    fn value(&self, time: f64, noise: f64) -> f64 {
        let wave = |season: &Season| {
            let turn = std::f64::consts::TAU * (time - season.peak) / season.period;
            season.amplitude * turn.cos()
        };
        if self.multiplicative {
            let level = self.base * (1.0 + self.trend).powf(time);
            self.seasons.iter().fold(level, |level, season| level * (1.0 + wave(season))) * (1.0 + noise)
        } else {
            self.base + self.trend * time + self.seasons.iter().map(wave).sum::<f64>() + noise
        }
    }

    /// The time of each row; NaN where its date is null.
    fn times(&self, cx: &FillContext<'_>) -> Result<Vec<f64>, EngineError> {
        Ok(match &self.clock {
            Clock::Row(ordinal) => ordinal.places(cx.rows)?.into_iter().map(|place| place.at as f64).collect(),
            Clock::Date { start, .. } => read(cx.inputs.first())?
                .into_iter()
                .map(|moment| moment.map_or(f64::NAN, |m| m.saturating_sub(*start) as f64 / DAY as f64))
                .collect(),
        })
    }
}

impl Filler for Series {
    fn inputs(&self) -> Vec<Input> {
        if let Clock::Date { input, .. } = &self.clock { vec![input.clone()] } else { Vec::new() }
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let times = self.times(cx)?;
        let noise = self.noise.at(cx.rows);
        let values: Vec<f64> = times.iter().zip(noise).map(|(time, noise)| self.value(*time, noise)).collect();
        let positions: Vec<u64> = (0..values.len() as u64).collect();
        let made = self.range.column(&positions, |at| values[at as usize])?;
        match cx.inputs.first().filter(|dates| dates.null_count() > 0) {
            Some(dates) => with_nulls_of(&made, dates),
            None => Ok(made),
        }
    }
}

impl Noise {
    /// The noise of each row.
    fn at(&self, rows: &[u64]) -> Vec<f64> {
        if self.memory == 0.0 {
            return rows.iter().map(|&row| self.size * self.shock(row)).collect();
        }
        let mut blocks = Blocks::new();
        let block = |row: u64| blocks.at(row / BLOCK, |block| self.ready(*block))[(row % BLOCK) as usize];
        rows.iter().copied().map(block).collect()
    }

    /// A row's own normal number.
    fn shock(&self, row: u64) -> f64 {
        StandardNormal.sample(&mut self.stream.cell(row))
    }

    fn ready(&self, block: u64) -> Vec<f64> {
        let start = block * BLOCK;
        let back = (FORGOTTEN.ln() / self.memory.ln()).ceil() as u64;
        // Rows before the first have their numbers too: those of row numbers from the other end.
        let mut noise = (0..=back).rev().fold(0.0, |sum, ago| sum * self.memory + self.shock(start.wrapping_sub(ago)));
        let scale = self.size * (1.0 - self.memory * self.memory).sqrt();
        let mut values = Vec::with_capacity(BLOCK as usize);
        for row in start..start + BLOCK {
            if row > start {
                noise = noise * self.memory + self.shock(row);
            }
            values.push(noise * scale);
        }
        values
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::cast::AsArray;
    use arrow_array::types::Float64Type;
    use arrow_array::{ArrayRef, Date32Array};
    use dmb_spec::FieldType;

    use super::super::common::floats;
    use super::*;
    use crate::testing::Trial;

    #[test]
    fn level_trend_and_seasons_are_as_told() {
        let seasons = json!([{ "period": 4, "amplitude": 3, "peak": 1 }]);
        let values = floats("number.time_series", json!({ "base": 10, "trend": 2, "noise": 0, "seasons": seasons }), 5);
        let expect = [10.0, 15.0, 14.0, 13.0, 18.0];
        assert!(values.iter().zip(expect).all(|(v, e)| (v - e).abs() < 1e-9), "{values:?}");
    }

    #[test]
    fn noise_has_its_size_and_its_memory() {
        let values = floats("number.time_series", json!({ "base": 0, "noise": 5, "memory": 0.8 }), 100_000);
        let variance = values.iter().map(|v| v * v).sum::<f64>() / values.len() as f64;
        let lag = values.windows(2).map(|w| w[0] * w[1]).sum::<f64>() / values.len() as f64 / variance;
        assert!((variance.sqrt() - 5.0).abs() < 0.12 && (lag - 0.8).abs() < 0.01, "{variance} {lag}");
        let borders: Vec<_> = (1..390).map(|block| (values[block * 256 - 1], values[block * 256])).collect();
        let lag = borders.iter().map(|(a, b)| a * b).sum::<f64>() / borders.iter().map(|(a, _)| a * a).sum::<f64>();
        assert!((lag - 0.8).abs() < 0.09, "across blocks: {lag}");
    }

    #[test]
    fn days_are_counted_from_the_start_and_null_stays_null() {
        let params = json!({ "field": "day", "start": "2024-01-01", "base": 5, "trend": 1, "noise": 0 });
        let trial = Trial::new("number.time_series", params, FieldType::Float).beside("day", FieldType::Date, None);
        // 1 and 11 January 2024.
        let days: ArrayRef = Arc::new(Date32Array::from(vec![Some(19_723), None, Some(19_733)]));
        let made = trial.fill_with(3, &[days]);
        let made: Vec<_> = made.as_primitive::<Float64Type>().iter().collect();
        assert_eq!(made, [Some(5.0), None, Some(15.0)]);
    }

    #[test]
    fn multiplicative_series_grow_by_shares() {
        let params = json!({ "base": 100, "trend": 0.1, "noise": 0, "mode": "multiplicative" });
        let values = floats("number.time_series", params, 3);
        assert!(values.iter().zip([100.0, 110.0, 121.0]).all(|(v, e)| (v - e).abs() < 1e-9), "{values:?}");
    }

    #[test]
    fn what_is_wrong_is_told() {
        for params in [
            json!({ "seasons": 7 }),
            json!({ "seasons": [{ "period": 0, "amplitude": 1 }] }),
            json!({ "seasons": [{ "amplitude": 1 }] }),
            json!({ "memory": 0.99 }),
            json!({ "noise": -1 }),
            json!({ "field": "nothing" }),
        ] {
            assert!(Trial::new("number.time_series", params.clone(), FieldType::Float).compile().is_err(), "{params}");
        }
    }
}
