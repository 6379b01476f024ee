//! `number.temperature`: air temperatures by season and hour.

use arrow_array::{Array, ArrayRef};
use dmb_spec::Params;
use rand_distr::{Distribution, StandardNormal};
use serde_json::json;

use crate::generator::{
    CompileContext, Descriptor, EngineError, FillContext, Filler, Generator, Input, ParamDescriptor, ParamKind,
    ParamProblem,
};
use crate::generators::support::describe::{defaulted, words};
use crate::generators::support::moments::{Source, with_nulls_of};
use crate::generators::support::numbers::Range;
use crate::generators::support::params::Reader;
use crate::generators::support::window::DAY;
use crate::stream::Stream;

use super::common::{descriptor, real};

/// The catalogue's entry.
pub(crate) struct Temperature;

const UNITS: &[&str] = &["celsius", "fahrenheit", "kelvin"];
const HEMISPHERES: &[&str] = &["north", "south"];
/// Days of a year.
const YEAR: f64 = 365.2425;
/// Day of the year that is warmest in the north, on average of middle latitudes: 20 July, a month after the solstice.
const WARMEST: f64 = 200.0;
/// Hour of the day that is warmest.
const AFTERNOON: f64 = 15.0;

impl Generator for Temperature {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Temperature", "Temperatura"),
            words(
                "Air temperatures by season and hour of a date field, or of moments of a range.",
                "Temperaturas del aire según la estación y la hora de un campo de fecha, o de momentos de un intervalo.",
            ),
        );
        descriptor("number.temperature", texts, params(), json!({ "mean": 15, "decimals": 1 }))
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let source = Source::compile(&mut reader, cx);
        let [mean, seasonal, daily, noise] = [("mean", 14.0), ("seasonal", 9.0), ("daily", 4.0), ("noise", 2.5)]
            .map(|(name, default)| reader.number(name).unwrap_or(default));
        let shift = if reader.choice("hemisphere", HEMISPHERES) == "south" { YEAR / 2.0 } else { 0.0 };
        let unit = match reader.choice("unit", UNITS) {
            "fahrenheit" => (1.8, 32.0),
            "kelvin" => (1.0, 273.15),
            _ => (1.0, 0.0),
        };
        if noise < 0.0 {
            reader.problem("noise", "out_of_range", "noise must be 0 or more");
        }
        let range = Range::compile(&mut reader, cx, (f64::MIN, f64::MAX));
        let air = Air { mean, seasonal, daily, noise, warmest: WARMEST + shift, unit };
        reader.finish(Box::new(Readings { range, source, air, stream: cx.stream }))
    }
}

fn params() -> Vec<ParamDescriptor> {
    let mut params = vec![
        real(
            "mean",
            words("Mean", "Media"),
            words("Of the year, in degrees Celsius.", "Del año, en grados Celsius."),
            14.0,
        ),
        real(
            "seasonal",
            words("Seasonal swing", "Oscilación anual"),
            words("Degrees that midsummer lies above the mean.", "Grados que el pleno verano supera la media."),
            9.0,
        ),
        real(
            "daily",
            words("Daily swing", "Oscilación diaria"),
            words(
                "Degrees that the afternoon lies above the day's mean.",
                "Grados que la tarde supera la media del día.",
            ),
            4.0,
        ),
        real(
            "noise",
            words("Noise", "Ruido"),
            words("Standard deviation of the weather, in degrees.", "Desviación típica del tiempo, en grados."),
            2.5,
        ),
        defaulted(
            "hemisphere",
            ParamKind::Choice(HEMISPHERES),
            words("Hemisphere", "Hemisferio"),
            words("Summer in July (north) or January (south).", "Verano en julio (north) o en enero (south)."),
            HEMISPHERES[0],
        ),
        defaulted(
            "unit",
            ParamKind::Choice(UNITS),
            words("Unit", "Unidad"),
            words("Of the values.", "De los valores."),
            UNITS[0],
        ),
    ];
    params.extend(Source::params());
    params
}

struct Air {
    mean: f64,
    seasonal: f64,
    daily: f64,
    noise: f64,
    /// Day of the year.
    warmest: f64,
    /// Factor and shift from degrees Celsius.
    unit: (f64, f64),
}

impl Air {
    /// The temperature at a moment, in microseconds since 1970.
    fn at(&self, moment: i64, weather: f64, hours: bool) -> f64 {
        let wave = |part: f64, whole: f64| (std::f64::consts::TAU * part / whole).cos();
        let day = moment as f64 / DAY as f64;
        // Dates have no hour: they have the day's mean.
        let hour = if hours { wave(day.rem_euclid(1.0) * 24.0 - AFTERNOON, 24.0) } else { 0.0 };
        let season = wave(day.floor() - self.warmest, YEAR);
        let celsius = self.mean + self.seasonal * season + self.daily * hour + self.noise * weather;
        celsius * self.unit.0 + self.unit.1
    }
}

struct Readings {
    range: Range,
    source: Source,
    air: Air,
    stream: Stream,
}

impl Filler for Readings {
    fn inputs(&self) -> Vec<Input> {
        self.source.inputs()
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let moments = self.source.moments(cx)?;
        let dates = cx.inputs.first().is_some_and(|array| *array.data_type() == arrow_schema::DataType::Date32);
        let positions: Vec<u64> = (0..moments.len() as u64).collect();
        let made = self.range.column(&positions, |at| {
            let at = at as usize;
            let weather = StandardNormal.sample(&mut self.stream.cell(cx.rows[at]));
            self.air.at(moments[at].unwrap_or(0), weather, !dates)
        })?;
        match cx.inputs.first().filter(|array| array.null_count() > 0) {
            Some(array) => with_nulls_of(&made, array),
            None => Ok(made),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::cast::AsArray;
    use arrow_array::types::Float64Type;
    use arrow_array::{Date32Array, TimestampMicrosecondArray};
    use dmb_spec::FieldType;
    use serde_json::Value;

    use super::*;
    use crate::testing::Trial;

    /// Values of the 1st of January, April, July and October 2024.
    fn seasons(params: Value) -> Vec<f64> {
        let trial = Trial::new("number.temperature", params, FieldType::Float).beside("day", FieldType::Date, None);
        let days: ArrayRef = Arc::new(Date32Array::from(vec![19_723, 19_814, 19_905, 19_997]));
        trial.fill_with(4, &[days]).as_primitive::<Float64Type>().values().to_vec()
    }

    #[test]
    fn summer_is_warm_in_its_hemisphere() {
        let north = seasons(json!({ "field": "day", "noise": 0 }));
        assert!(north[2] > north[1] + 5.0 && north[1] > north[0] && north[2] < 23.1, "{north:?}");
        let south = seasons(json!({ "field": "day", "noise": 0, "hemisphere": "south" }));
        assert!(south[0] > south[2] + 10.0, "{south:?}");
        let kelvin = seasons(json!({ "field": "day", "noise": 0, "unit": "kelvin" }));
        assert!((kelvin[0] - north[0] - 273.15).abs() < 1e-9);
    }

    #[test]
    fn afternoons_are_warm_and_null_stays_null() {
        let params = json!({ "field": "at", "noise": 0 });
        let trial = Trial::new("number.temperature", params, FieldType::Float).beside("at", FieldType::Datetime, None);
        let hours = [Some(3), Some(15), None].map(|hour| hour.map(|h: i64| h * 3_600_000_000));
        let moments: ArrayRef = Arc::new(TimestampMicrosecondArray::from(hours.to_vec()).with_timezone("UTC"));
        let made = trial.fill_with(3, &[moments]);
        let made = made.as_primitive::<Float64Type>();
        assert!((made.value(1) - made.value(0) - 8.0).abs() < 1e-6 && made.is_null(2));
    }

    #[test]
    fn a_year_of_its_own_has_the_mean_asked_for() {
        let params = json!({ "mean": 10, "from": "2024-01-01", "to": "2024-12-31" });
        let made = Trial::new("number.temperature", params, FieldType::Float).fill(50_000);
        let mean = made.as_primitive::<Float64Type>().values().iter().sum::<f64>() / 50_000.0;
        assert!((mean - 10.0).abs() < 0.2, "{mean}");
    }
}
