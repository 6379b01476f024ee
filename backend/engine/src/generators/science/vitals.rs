//! Vital signs and measures of adults: those of a row are of one body, whose sex is that of the row's person.
//!
//! Means and deviations: National Center for Health Statistics, "Anthropometric reference data for children and adults:
//! United States, 2015–2018", for heights; the same survey for blood pressure; usual clinical ranges for the others.

use dmb_spec::FieldType;

use crate::generator::{CompileContext, Family, ParamDescriptor};
use crate::generators::support::describe::{bundle, words};
use crate::generators::support::entry::Entry;
use crate::generators::support::fillers::{normal, numbers, texts};
use crate::generators::support::params::Reader;
use crate::stream::{Cell, Stream};

/// Whole numbers first, as people count beats and millimetres of mercury.
const WHOLE: &[FieldType] = &[FieldType::Integer, FieldType::BigInteger, FieldType::Float, FieldType::Decimal];
/// Numbers with digits behind the point first.
const FINE: &[FieldType] = &[FieldType::Decimal, FieldType::Float, FieldType::Integer, FieldType::BigInteger];

/// What is measured; each has its own stream, so that no column disturbs another.
#[derive(Clone, Copy)]
enum Slot {
    Heart,
    Pressure,
    Temperature,
    Breath,
    Oxygen,
    Height,
    Weight,
}

/// The bodies of a bundle.
struct Bodies {
    /// The stream that [`crate::generators::person::bundle`] draws sexes from.
    sex: Stream,
    stream: Stream,
}

impl Bodies {
    fn compile(reader: &mut Reader<'_>, cx: &CompileContext<'_>) -> Self {
        let bundle = reader.text("bundle", "");
        let stream = cx.table_stream.named("vitals").named(bundle);
        Self { sex: crate::generators::person::bundle::sexes(cx, bundle), stream }
    }

    fn cell(&self, slot: Slot, row: u64) -> Cell {
        self.stream.slot(slot as u64).cell(row)
    }

    /// A draw around a mean, kept to bounds.
    fn around(&self, slot: Slot, row: u64, (mean, deviation): (f64, f64), (low, high): (f64, f64)) -> f64 {
        (mean + normal(&mut self.cell(slot, row)) * deviation).clamp(low, high)
    }

    fn female(&self, row: u64) -> bool {
        self.sex.cell(row).bits() >> 63 == 1
    }

    /// Centimetres, whole.
    fn height(&self, row: u64) -> f64 {
        let usual = if self.female(row) { (161.3, 7.0) } else { (175.3, 7.4) };
        self.around(Slot::Height, row, usual, (140.0, 210.0)).round()
    }

    /// Kilograms, to a tenth: what the height has at a body mass index that is log-normal around 26.
    fn weight(&self, row: u64) -> f64 {
        let index = (26.0 * (normal(&mut self.cell(Slot::Weight, row)) * 0.18).exp()).clamp(16.0, 48.0);
        let metres = self.height(row) / 100.0;
        (index * metres * metres * 10.0).round() / 10.0
    }

    /// Kilograms per square metre, to a tenth.
    fn index(&self, row: u64) -> f64 {
        let metres = self.height(row) / 100.0;
        (self.weight(row) / (metres * metres) * 10.0).round() / 10.0
    }

    /// Systolic and diastolic pressure in millimetres of mercury, whole; the former is at least 20 above the latter.
    fn pressure(&self, row: u64) -> (f64, f64) {
        let mut cell = self.cell(Slot::Pressure, row);
        let systolic = (122.0 + normal(&mut cell) * 15.0).clamp(85.0, 200.0).round();
        let diastolic = (17.0 + 0.45 * systolic + normal(&mut cell) * 7.0).clamp(45.0, 120.0).round();
        (systolic, diastolic.min(systolic - 20.0))
    }

    /// Degrees Celsius to a tenth; one in twenty has a fever.
    fn temperature(&self, row: u64) -> f64 {
        let mut cell = self.cell(Slot::Temperature, row);
        let fever = cell.below(20) == 0;
        let (mean, deviation) = if fever { (38.4, 0.5) } else { (36.7, 0.3) };
        ((mean + normal(&mut cell) * deviation).clamp(35.0, 40.5) * 10.0).round() / 10.0
    }

    /// Per cent, whole: 100 and a little less.
    fn oxygen(&self, row: u64) -> f64 {
        (99.2 - normal(&mut self.cell(Slot::Oxygen, row)).abs() * 1.7).clamp(88.0, 100.0).round()
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![bundle(&["person", "vitals"])]
}

/// A measure as a column of numbers.
macro_rules! measure {
    ($(#[$doc:meta])* $name:ident, $word:literal, $label:expr, $description:expr, $produces:expr, $of:expr) => {
        $(#[$doc])*
        pub(super) static $name: Entry = Entry::number($word, Family::Science, $label, $description, |reader, cx| {
            let bodies = Bodies::compile(reader, cx);
            let of: fn(&Bodies, u64) -> f64 = $of;
            numbers(reader, cx, move |row| of(&bodies, row))
        })
        .producing($produces)
        .with(params, "{}");
    };
}

measure!(
    /// Heart rates.
    HEART_RATE,
    "science.heart_rate",
    words("Heart rate", "Frecuencia cardíaca"),
    words("Beats a minute of adults at rest.", "Latidos por minuto de adultos en reposo."),
    WHOLE,
    |bodies, row| bodies.around(Slot::Heart, row, (74.0, 11.0), (42.0, 140.0)).round()
);
measure!(
    /// Upper pressures.
    SYSTOLIC,
    "science.systolic",
    words("Systolic pressure", "Presión sistólica"),
    words("Millimetres of mercury when the row's heart beats.", "Milímetros de mercurio cuando late el corazón de la fila."),
    WHOLE,
    |bodies, row| bodies.pressure(row).0
);
measure!(
    /// Lower pressures.
    DIASTOLIC,
    "science.diastolic",
    words("Diastolic pressure", "Presión diastólica"),
    words("Millimetres of mercury between beats of the row's heart.", "Milímetros de mercurio entre latidos del corazón de la fila."),
    WHOLE,
    |bodies, row| bodies.pressure(row).1
);
measure!(
    /// Temperatures.
    TEMPERATURE,
    "science.body_temperature",
    words("Body temperature", "Temperatura corporal"),
    words("Degrees Celsius; one in twenty has a fever.", "Grados Celsius; una de cada veinte tiene fiebre."),
    FINE,
    Bodies::temperature
);
measure!(
    /// Breaths.
    BREATHS,
    "science.respiratory_rate",
    words("Respiratory rate", "Frecuencia respiratoria"),
    words("Breaths a minute of adults at rest.", "Respiraciones por minuto de adultos en reposo."),
    WHOLE,
    |bodies, row| bodies.around(Slot::Breath, row, (15.5, 2.2), (8.0, 30.0)).round()
);
measure!(
    /// Oxygen.
    OXYGEN,
    "science.oxygen_saturation",
    words("Oxygen saturation", "Saturación de oxígeno"),
    words("Per cent, mostly 96 to 99.", "Por ciento, casi siempre de 96 a 99."),
    WHOLE,
    Bodies::oxygen
);
measure!(
    /// Heights.
    HEIGHT,
    "science.height",
    words("Height of a person", "Estatura"),
    words("Centimetres, as usual for the sex of the row's person.", "Centímetros, según el sexo de la persona de la fila."),
    WHOLE,
    Bodies::height
);
measure!(
    /// Weights.
    WEIGHT,
    "science.weight",
    words("Weight of a person", "Peso corporal"),
    words("Kilograms that suit the row's height.", "Kilogramos acordes con la estatura de la fila."),
    FINE,
    Bodies::weight
);
measure!(
    /// Body mass indexes.
    BMI,
    "science.bmi",
    words("Body mass index", "Índice de masa corporal"),
    words("Weight by the square of height of the row, kg/m².", "Peso entre estatura al cuadrado de la fila, kg/m²."),
    FINE,
    Bodies::index
);

/// Pressures in one text.
pub(super) static PRESSURE: Entry = Entry::text(
    "science.blood_pressure",
    Family::Science,
    words("Blood pressure", "Presión arterial"),
    words("Both pressures of the row, as 121/76.", "Las dos presiones de la fila, como 121/76."),
    |reader, cx| {
        let bodies = Bodies::compile(reader, cx);
        texts(cx, 7, move |row, out| {
            let (systolic, diastolic) = bodies.pressure(row);
            out.push_number(systolic as u64);
            out.push("/");
            out.push_number(diastolic as u64);
        })
    },
)
.with(params, "{}");

#[cfg(test)]
mod tests {
    use arrow_array::cast::AsArray;
    use arrow_array::types::Float64Type;
    use serde_json::json;

    use crate::testing::Trial;

    use super::*;

    const ROWS: u64 = 10_000;

    fn floats(name: &'static str) -> Vec<f64> {
        Trial::new(name, json!({}), FieldType::Float).fill(ROWS).as_primitive::<Float64Type>().values().to_vec()
    }

    #[test]
    fn weight_height_and_index_are_of_one_body_of_the_persons_sex() {
        let (heights, weights, indexes) = (floats("science.height"), floats("science.weight"), floats("science.bmi"));
        let sexes = Trial::new("person.sex", json!({}), FieldType::String).texts(ROWS);
        let mut sums = [(0.0, 0.0); 2];
        for row in 0..ROWS as usize {
            let metres = heights[row] / 100.0;
            assert!((weights[row] / (metres * metres) - indexes[row]).abs() < 0.051);
            let of = &mut sums[usize::from(sexes[row] == "female")];
            *of = (of.0 + heights[row], of.1 + 1.0);
        }
        let [men, women] = sums.map(|(sum, count)| sum / count);
        assert!((men - 175.3).abs() < 0.4 && (women - 161.3).abs() < 0.4, "{men} {women}");
    }

    #[test]
    fn pressures_are_apart_and_the_text_says_both() {
        let (upper, lower) = (floats("science.systolic"), floats("science.diastolic"));
        let texts = Trial::new("science.blood_pressure", json!({}), FieldType::String).texts(ROWS);
        for row in 0..ROWS as usize {
            assert!(upper[row] >= lower[row] + 20.0 && lower[row] >= 40.0);
            assert_eq!(texts[row], format!("{}/{}", upper[row], lower[row]));
        }
        let mean = upper.iter().sum::<f64>() / ROWS as f64;
        assert!((mean - 122.0).abs() < 0.7, "{mean}");
    }

    #[test]
    fn signs_are_those_of_the_living() {
        for (name, low, high) in [
            ("science.heart_rate", 42.0, 140.0),
            ("science.body_temperature", 35.0, 40.5),
            ("science.respiratory_rate", 8.0, 30.0),
            ("science.oxygen_saturation", 88.0, 100.0),
        ] {
            assert!(floats(name).iter().all(|v| (low..=high).contains(v)), "{name}");
        }
    }
}
