//! `number.pareto`, `number.cauchy`, `number.student_t`, `number.gumbel` and `number.skew_normal`: values far from the
//! centre come oftener than the normal distribution has them, or on one side only.

use dmb_spec::Params;
use serde_json::json;

use crate::generator::{CompileContext, Descriptor, Filler, Generator, ParamProblem};
use crate::generators::support::describe::words;
use crate::generators::support::numbers::Range;
use crate::generators::support::params::Reader;
use crate::law::curves;

use super::common::{Moved, descriptor, drawn, positive, real};

/// A few own most.
pub(crate) struct Pareto;
/// Outliers without a mean.
pub(crate) struct Cauchy;
/// A bell with heavier tails.
pub(crate) struct StudentT;
/// Yearly maxima.
pub(crate) struct Gumbel;
/// A bell that leans.
pub(crate) struct SkewNormal;

const ALL: (f64, f64) = (f64::MIN, f64::MAX);

impl Generator for Pareto {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Pareto", "Pareto"),
            words(
                "A few have most: fortunes, file sizes, sales by customer. Shape 1.16 is the 80/20 rule.",
                "Unos pocos tienen la mayoría: fortunas, tamaños de fichero, ventas por cliente. shape 1,16 es la regla 80/20.",
            ),
        );
        let params = vec![
            positive(
                "scale",
                words("Smallest", "Mínimo"),
                words("Smallest value; above 0.", "Valor mínimo; mayor que 0."),
                1.0,
            ),
            positive(
                "shape",
                words("Shape", "Forma"),
                words("Above 0; larger makes large values rarer.", "Mayor que 0; cuanto mayor, menos valores grandes."),
                1.16,
            ),
        ];
        descriptor("number.pareto", texts, params, json!({ "scale": 100, "shape": 1.5, "max": 100_000, "decimals": 2 }))
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let (scale, shape) = (reader.positive("scale", 1.0), reader.positive("shape", 1.16));
        let range = Range::compile(&mut reader, cx, (scale, f64::MAX));
        drawn(reader, cx, range, rand_distr::Pareto::new(scale, shape), curves::pareto(scale, shape))
    }
}

impl Generator for Cauchy {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Cauchy", "Cauchy"),
            words(
                "A bell so heavy in its tails that it has no mean: measurements with wild outliers.",
                "Una campana de colas tan pesadas que no tiene media: medidas con valores atípicos extremos.",
            ),
        );
        let params = vec![
            real(
                "median",
                words("Median", "Mediana"),
                words("Half of the values lie below.", "La mitad de los valores queda por debajo."),
                0.0,
            ),
            positive(
                "scale",
                words("Scale", "Escala"),
                words(
                    "Half of the values lie this near the median.",
                    "La mitad de los valores dista menos que esto de la mediana.",
                ),
                1.0,
            ),
        ];
        descriptor("number.cauchy", texts, params, json!({ "median": 50, "scale": 2, "decimals": 2 }))
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let (median, scale) = (reader.number("median").unwrap_or(0.0), reader.positive("scale", 1.0));
        let range = Range::compile(&mut reader, cx, ALL);
        drawn(reader, cx, range, rand_distr::Cauchy::new(median, scale), curves::cauchy(median, scale))
    }
}

impl Generator for StudentT {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Student's t", "t de Student"),
            words(
                "A bell with heavier tails than the normal one: daily returns, errors of small samples.",
                "Una campana de colas más pesadas que la normal: rendimientos diarios, errores de muestras pequeñas.",
            ),
        );
        let params = vec![
            positive(
                "degrees_of_freedom",
                words("Degrees of freedom", "Grados de libertad"),
                words(
                    "Above 0; the fewer, the heavier the tails.",
                    "Mayor que 0; cuantos menos, más pesadas las colas.",
                ),
                5.0,
            ),
            real(
                "mean",
                words("Centre", "Centro"),
                words("Where the values are centred.", "Dónde se centran los valores."),
                0.0,
            ),
            positive(
                "scale",
                words("Scale", "Escala"),
                words("Above 0; stretches the values.", "Mayor que 0; estira los valores."),
                1.0,
            ),
        ];
        descriptor("number.student_t", texts, params, json!({ "degrees_of_freedom": 4, "scale": 0.01, "decimals": 5 }))
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let degrees = reader.positive("degrees_of_freedom", 5.0);
        let (location, scale) = (reader.number("mean").unwrap_or(0.0), reader.positive("scale", 1.0));
        let range = Range::compile(&mut reader, cx, ALL);
        let made = rand_distr::StudentT::new(degrees);
        let curve = curves::student_t(degrees).map(|curve| curve.moved(location, scale));
        drawn(reader, cx, range, made.map(|distribution| Moved { distribution, location, scale }), curve)
    }
}

impl Generator for Gumbel {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Gumbel", "Gumbel"),
            words(
                "Largest of many: yearly maxima of floods, loads, response times.",
                "El mayor de muchos: máximos anuales de crecidas, cargas, tiempos de respuesta.",
            ),
        );
        let params = vec![
            real("location", words("Mode", "Moda"), words("Most frequent value.", "Valor más frecuente."), 0.0),
            positive(
                "scale",
                words("Scale", "Escala"),
                words("Above 0; stretches the values.", "Mayor que 0; estira los valores."),
                1.0,
            ),
        ];
        descriptor("number.gumbel", texts, params, json!({ "location": 300, "scale": 40, "decimals": 1 }))
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let (location, scale) = (reader.number("location").unwrap_or(0.0), reader.positive("scale", 1.0));
        let range = Range::compile(&mut reader, cx, ALL);
        drawn(reader, cx, range, rand_distr::Gumbel::new(location, scale), curves::gumbel(location, scale))
    }
}

impl Generator for SkewNormal {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Skew normal", "Normal asimétrica"),
            words(
                "A bell that leans to one side: ages at marriage, marks of an easy exam.",
                "Una campana inclinada hacia un lado: edades al casarse, notas de un examen fácil.",
            ),
        );
        let params = vec![
            real(
                "location",
                words("Location", "Posición"),
                words(
                    "Where the bell would be centred without its lean.",
                    "Dónde se centraría la campana sin su inclinación.",
                ),
                0.0,
            ),
            positive(
                "scale",
                words("Scale", "Escala"),
                words("Above 0; stretches the values.", "Mayor que 0; estira los valores."),
                1.0,
            ),
            real(
                "shape",
                words("Lean", "Inclinación"),
                words(
                    "Above 0 to the right, below 0 to the left; 0 is the normal distribution.",
                    "Mayor que 0 a la derecha, menor a la izquierda; 0 es la normal.",
                ),
                4.0,
            ),
        ];
        let example = json!({ "location": 24, "scale": 9, "shape": 4, "min": 18, "decimals": 1 });
        descriptor("number.skew_normal", texts, params, example)
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let (location, scale) = (reader.number("location").unwrap_or(0.0), reader.positive("scale", 1.0));
        let shape = reader.number("shape").unwrap_or(4.0);
        let range = Range::compile(&mut reader, cx, ALL);
        // Owen's T, which its curve needs, is not to be had.
        drawn(reader, cx, range, rand_distr::SkewNormal::new(location, scale, shape), None)
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;
    use serde_json::json;

    use super::super::common::{floats, moments};
    use crate::testing::Trial;

    fn quantile(values: &mut [f64], share: f64) -> f64 {
        values.sort_unstable_by(f64::total_cmp);
        values[(values.len() as f64 * share) as usize]
    }

    #[test]
    fn pareto_has_its_median_and_smallest_value() {
        let mut values = floats("number.pareto", json!({ "scale": 2, "shape": 1.5 }), 100_000);
        assert!(values.iter().all(|v| *v >= 2.0));
        let median = quantile(&mut values, 0.5);
        assert!((median / 3.1748 - 1.0).abs() < 0.01, "{median}");
    }

    #[test]
    fn cauchy_has_its_quartiles() {
        let mut values = floats("number.cauchy", json!({ "median": 10, "scale": 3 }), 100_000);
        let quartiles = [0.25, 0.5, 0.75].map(|share| quantile(&mut values, share));
        assert!(quartiles.iter().zip([7.0, 10.0, 13.0]).all(|(q, e)| (q - e).abs() < 0.1), "{quartiles:?}");
    }

    #[test]
    fn the_others_have_their_mean_and_variance() {
        for (name, params, expect) in [
            ("number.student_t", json!({ "degrees_of_freedom": 10, "mean": 5, "scale": 2 }), (5.0, 5.0)),
            ("number.gumbel", json!({ "location": 1, "scale": 2 }), (2.1544, 6.5797)),
            ("number.skew_normal", json!({ "location": 0, "scale": 1, "shape": 4 }), (0.7741, 0.4008)),
        ] {
            let (mean, variance) = moments(name, params, 200_000);
            assert!(
                (mean - expect.0).abs() < 0.02 && (variance / expect.1 - 1.0).abs() < 0.03,
                "{name} {mean} {variance}"
            );
        }
    }

    #[test]
    fn scales_of_zero_are_refused() {
        for name in ["pareto", "cauchy", "student_t", "gumbel", "skew_normal"] {
            let name: &'static str = Box::leak(format!("number.{name}").into_boxed_str());
            assert!(Trial::new(name, json!({ "scale": 0 }), FieldType::Float).compile().is_err(), "{name}");
        }
    }
}
