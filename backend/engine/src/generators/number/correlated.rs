//! `number.correlated`: columns of a table that vary together, by a Gaussian copula: every column of a group turns the
//! same independent normal numbers of the row into one normal number of its own by its row of the correlation matrix's
//! Cholesky factor, and that into a value of its own distribution. The matrix holds of the normal numbers: of normal
//! columns exactly, of others it is their rank correlation in the sense of the copula.

use arrow_array::ArrayRef;
use dmb_spec::Params;
use rand_distr::{Distribution, StandardNormal};
use serde_json::{Value, json};

use crate::generator::{
    CompileContext, Descriptor, EngineError, FillContext, Filler, Generator, ParamDescriptor, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{defaulted, optional, required, words};
use crate::generators::support::gauss::{quantile, share_below};
use crate::generators::support::numbers::{Range, number};
use crate::generators::support::params::Reader;
use crate::stream::Stream;

use super::common::{descriptor, positive};

/// The catalogue's entry.
pub(crate) struct Correlated;

const NAME: &str = "number.correlated";
/// Most columns of a group.
const MOST: usize = 32;
const DISTRIBUTIONS: &[&str] = &["normal", "lognormal", "uniform", "exponential"];

impl Generator for Correlated {
    fn descriptor(&self) -> Descriptor {
        let texts = (
            words("Correlated", "Correlacionado"),
            words(
                "Columns that vary together: height and weight, income and spending. Give every column of the group the \
                 same matrix and its own position.",
                "Columnas que varían juntas: estatura y peso, ingresos y gastos. Indica en cada columna del grupo la misma \
                 matriz y su propia posición.",
            ),
        );
        let example = json!({
            "group": "body", "position": 1, "matrix": [[1, 0.7], [0.7, 1]], "mean": 170, "std_dev": 9, "decimals": 1,
        });
        descriptor(NAME, texts, params(), example)
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let mut reader = Reader::new(params);
        let group = reader.text("group", "");
        let position = reader.integer("position", (1, MOST as i64), 1) as usize;
        let matrix = matrix(&mut reader, position);
        check_others(&mut reader, cx, group, position);
        let factors = factor(&mut reader, &matrix, position);
        let named = reader.choice("distribution", DISTRIBUTIONS);
        let margin = Margin::read(&mut reader, named);
        let default = match named {
            "uniform" => (0.0, 1.0),
            "lognormal" | "exponential" => (0.0, f64::MAX),
            _ => (f64::MIN, f64::MAX),
        };
        let range = Range::compile(&mut reader, cx, default);
        let margin = if named == "uniform" {
            Margin::Uniform { low: range.low_number, high: range.high_number }
        } else {
            margin
        };
        let (below, above) = (margin.share_below(range.low_number), margin.share_below(range.high_number));
        if reader.is_ok() && above - below < 1e-9 {
            reader.problem("min", "empty_range", "hardly any value of the distribution lies between min and max");
        }
        // Values have shares from `below` on; the whole range needs no cutting, and keeps the far ends exact.
        let cut = (below > 0.0 || above < 1.0).then_some((below, above - below));
        let shared = cx.table_stream.named("correlated").named(group);
        let streams = (0..factors.len()).map(|n| shared.slot(n as u64)).collect();
        reader.finish(Box::new(Member { range, factors, streams, margin, cut }))
    }
}

fn params() -> Vec<ParamDescriptor> {
    vec![
        defaulted(
            "group",
            ParamKind::Text,
            words("Group", "Grupo"),
            words("Columns with the same word vary together.", "Las columnas con la misma palabra varían juntas."),
            "",
        ),
        required(
            "position",
            ParamKind::Integer { min: Some(1), max: Some(MOST as i64) },
            words("Position", "Posición"),
            words(
                "Row of the matrix that is this column's, from 1.",
                "Fila de la matriz que corresponde a esta columna, desde 1.",
            ),
        ),
        required(
            "matrix",
            ParamKind::Json,
            words("Correlation matrix", "Matriz de correlación"),
            words(
                "The rows of the matrix: [[1, 0.7], [0.7, 1]]; the same in every column of the group.",
                "Las filas de la matriz: [[1, 0.7], [0.7, 1]]; la misma en todas las columnas del grupo.",
            ),
        ),
        defaulted(
            "distribution",
            ParamKind::Choice(DISTRIBUTIONS),
            words("Distribution", "Distribución"),
            words(
                "normal (mean, std_dev), lognormal (median, sigma), uniform (min, max) or exponential (mean).",
                "normal (mean, std_dev), lognormal (median, sigma), uniform (min, max) o exponential (mean).",
            ),
            DISTRIBUTIONS[0],
        ),
        optional(
            "mean",
            ParamKind::Number { min: None, max: None },
            words("Mean", "Media"),
            words(
                "Of the normal or exponential distribution; 0 or 1 where absent.",
                "De la distribución normal o exponencial; si falta, 0 o 1.",
            ),
        ),
        positive(
            "std_dev",
            words("Standard deviation", "Desviación típica"),
            words("Of the normal distribution.", "De la distribución normal."),
            1.0,
        ),
        positive(
            "median",
            words("Median", "Mediana"),
            words("Of the log-normal distribution.", "De la distribución log-normal."),
            1.0,
        ),
        positive(
            "sigma",
            words("Spread", "Dispersión"),
            words(
                "Standard deviation of the logarithm, of the log-normal distribution.",
                "Desviación típica del logaritmo, de la distribución log-normal.",
            ),
            0.5,
        ),
    ]
}

/// The matrix up to the row of `position`; empty where something is wrong, which is told.
fn matrix(reader: &mut Reader<'_>, position: usize) -> Vec<Vec<f64>> {
    let rows = reader.value("matrix").and_then(Value::as_array).filter(|rows| (1..=MOST).contains(&rows.len()));
    let read = |rows: &Vec<Value>| -> Option<Vec<Vec<f64>>> {
        let row = |row: &Value| row.as_array().filter(|r| r.len() == rows.len())?.iter().map(number).collect();
        rows.iter().map(row).collect()
    };
    let Some(found) = rows.and_then(read) else {
        reader.problem(
            "matrix",
            "wrong_value",
            format!("matrix must be a square list of lists of numbers, at most {MOST}"),
        );
        return Vec::new();
    };
    let size = found.len();
    let wrong = (0..size).flat_map(|i| (0..size).map(move |j| (i, j))).find(|&(i, j)| {
        let (here, there) = (found[i][j], found[j][i]);
        (i == j && here != 1.0) || here != there || here.abs() > 1.0
    });
    if let Some((i, j)) = wrong {
        let message = format!(
            "row {}, column {} must be 1 on the diagonal, else from -1 to 1 and the same both ways",
            i + 1,
            j + 1
        );
        reader.problem("matrix", "wrong_value", message);
        return Vec::new();
    }
    if position > size {
        reader.problem(
            "position",
            "out_of_range",
            format!("the matrix has {size} rows, so there is no position {position}"),
        );
        return Vec::new();
    }
    found
}

/// The other columns of the group must have the same matrix and other positions.
fn check_others(reader: &mut Reader<'_>, cx: &CompileContext<'_>, group: &str, position: usize) {
    for other in cx.table.fields.iter().filter(|other| other.id != cx.field.id) {
        let Some(theirs) = other.generator.as_ref().filter(|g| g.name == NAME).map(|g| &g.params) else { continue };
        if theirs.get("group").and_then(Value::as_str).unwrap_or("") != group {
            continue;
        }
        if theirs.get("position").and_then(Value::as_i64) == Some(position as i64) {
            reader.problem("position", "taken", format!("{} has position {position} of the group too", other.name));
        }
        if theirs.get("matrix") != reader.value("matrix") {
            reader.problem("matrix", "differs", format!("{} of the same group has another matrix", other.name));
        }
    }
}

/// Row `position` (from 1) of the Cholesky factor of the matrix.
fn factor(reader: &mut Reader<'_>, matrix: &[Vec<f64>], position: usize) -> Vec<f64> {
    let mut factor: Vec<Vec<f64>> = Vec::with_capacity(matrix.len());
    for (i, row) in matrix.iter().enumerate() {
        let mut made: Vec<f64> = Vec::with_capacity(i + 1);
        for j in 0..=i {
            let above = if j < i { &factor[j] } else { &made };
            let rest = row[j] - made.iter().zip(above).take(j).map(|(a, b)| a * b).sum::<f64>();
            made.push(if j == i {
                if rest < -1e-9 {
                    let message = "no columns can be correlated so: the matrix is not positive semidefinite";
                    reader.problem("matrix", "not_positive", message);
                    return Vec::new();
                }
                rest.max(0.0).sqrt()
            } else if factor[j][j] > 1e-9 {
                rest / factor[j][j]
            } else if rest.abs() < 1e-6 {
                0.0
            } else {
                let message = "no columns can be correlated so: the matrix is not positive semidefinite";
                reader.problem("matrix", "not_positive", message);
                return Vec::new();
            });
        }
        factor.push(made);
    }
    factor.into_iter().nth(position - 1).unwrap_or_default()
}

/// What the values of a column are distributed by.
#[derive(Clone, Copy)]
enum Margin {
    Normal { mean: f64, std_dev: f64 },
    LogNormal { mu: f64, sigma: f64 },
    Uniform { low: f64, high: f64 },
    Exponential { mean: f64 },
}

impl Margin {
    fn read(reader: &mut Reader<'_>, named: &str) -> Self {
        match named {
            "lognormal" => {
                Self::LogNormal { mu: reader.positive("median", 1.0).ln(), sigma: reader.positive("sigma", 0.5) }
            }
            "exponential" => Self::Exponential { mean: reader.positive("mean", 1.0) },
            "uniform" => Self::Uniform { low: 0.0, high: 1.0 },
            _ => Self::Normal { mean: reader.number("mean").unwrap_or(0.0), std_dev: reader.positive("std_dev", 1.0) },
        }
    }

    /// The share of the distribution below a value.
    fn share_below(self, value: f64) -> f64 {
        match self {
            Self::Normal { mean, std_dev } => share_below((value - mean) / std_dev),
            Self::LogNormal { .. } | Self::Exponential { .. } if value <= 0.0 => 0.0,
            Self::LogNormal { mu, sigma } => share_below((value.ln() - mu) / sigma),
            Self::Exponential { mean } => 1.0 - (-value / mean).exp(),
            Self::Uniform { low, high } => ((value - low) / (high - low)).clamp(0.0, 1.0),
        }
    }

    /// The value of a normal number that has this share below it.
    fn value(self, z: f64) -> f64 {
        match self {
            Self::Normal { mean, std_dev } => mean + std_dev * z,
            Self::LogNormal { mu, sigma } => (mu + sigma * z).exp(),
            Self::Exponential { mean } => -mean * share_below(-z).max(f64::MIN_POSITIVE).ln(),
            Self::Uniform { low, high } => low + (high - low) * share_below(z),
        }
    }
}

struct Member {
    range: Range,
    factors: Vec<f64>,
    streams: Vec<Stream>,
    margin: Margin,
    /// Where the range cuts the distribution: the share below it, and the share within.
    cut: Option<(f64, f64)>,
}

impl Member {
    fn value(&self, row: u64) -> f64 {
        let shared = self.streams.iter().map(|stream| -> f64 { StandardNormal.sample(&mut stream.cell(row)) });
        let z: f64 = self.factors.iter().zip(shared).map(|(factor, e)| factor * e).sum();
        match self.cut {
            Some((below, within)) => {
                let share = (below + within * share_below(z)).clamp(f64::MIN_POSITIVE, 1.0 - f64::EPSILON / 2.0);
                self.margin.value(quantile(share))
            }
            None => self.margin.value(z),
        }
    }
}

impl Filler for Member {
    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        self.range.column(cx.rows, |row| self.value(row))
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;

    use super::super::common::floats;
    use super::*;
    use crate::testing::Trial;

    fn correlation(a: &[f64], b: &[f64]) -> f64 {
        let n = a.len() as f64;
        let (mean_a, mean_b) = (a.iter().sum::<f64>() / n, b.iter().sum::<f64>() / n);
        let sum = |f: &dyn Fn(f64, f64) -> f64| a.iter().zip(b).map(|(x, y)| f(x - mean_a, y - mean_b)).sum::<f64>();
        sum(&|x, y| x * y) / (sum(&|x, _| x * x) * sum(&|_, y| y * y)).sqrt()
    }

    fn column(position: usize, more: Value) -> Vec<f64> {
        let mut params = json!({
            "position": position, "matrix": [[1, 0.7, -0.3], [0.7, 1, 0.2], [-0.3, 0.2, 1]],
        });
        for (name, value) in more.as_object().unwrap() {
            params[name] = value.clone();
        }
        floats(NAME, params, 100_000)
    }

    #[test]
    fn normal_columns_are_correlated_as_the_matrix_says() {
        let [a, b, c] = [1, 2, 3].map(|position| column(position, json!({ "mean": 10, "std_dev": 2 })));
        for (found, expect) in [(correlation(&a, &b), 0.7), (correlation(&a, &c), -0.3), (correlation(&b, &c), 0.2)] {
            assert!((found - expect).abs() < 0.012, "{found} {expect}");
        }
        let mean = b.iter().sum::<f64>() / b.len() as f64;
        let variance = b.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / b.len() as f64;
        assert!((mean - 10.0).abs() < 0.03 && (variance - 4.0).abs() < 0.08, "{mean} {variance}");
    }

    #[test]
    fn other_distributions_keep_their_shape() {
        let normal = column(1, json!({}));
        let uniform = column(2, json!({ "distribution": "uniform", "min": 0, "max": 10 }));
        // Of a normal and a uniform column: ρ √(3/π).
        let found = correlation(&normal, &uniform);
        assert!((found - 0.7 * (3.0 / std::f64::consts::PI).sqrt()).abs() < 0.012, "{found}");
        assert!((0..10).all(|n| {
            let count = uniform.iter().filter(|v| (f64::from(n)..f64::from(n + 1)).contains(*v)).count();
            (9_600..10_400).contains(&count)
        }));
        let waits = column(3, json!({ "distribution": "exponential", "mean": 5 }));
        assert!((waits.iter().sum::<f64>() / waits.len() as f64 - 5.0).abs() < 0.07);
        let wages = column(3, json!({ "distribution": "lognormal", "median": 1_000, "sigma": 0.4 }));
        assert!((49_500..50_500).contains(&wages.iter().filter(|v| **v < 1_000.0).count()));
    }

    #[test]
    fn a_range_cuts_without_piling_up_at_its_ends() {
        let values = column(2, json!({ "min": -0.5, "max": 1 }));
        assert!(values.iter().all(|v| (-0.5..=1.0).contains(v)));
        assert!(values.iter().filter(|v| **v == -0.5 || **v == 1.0).count() < 5);
    }

    #[test]
    fn matrices_that_are_none_are_refused() {
        let code = |matrix: Value, position: i64| {
            let params = json!({ "matrix": matrix, "position": position });
            Trial::new(NAME, params, FieldType::Float).compile().err().map(|problems| problems[0].code)
        };
        assert_eq!(code(json!([[1, 0.5], [0.4, 1]]), 1), Some("wrong_value"));
        assert_eq!(code(json!([[1, 0.5]]), 1), Some("wrong_value"));
        assert_eq!(code(json!("x"), 1), Some("wrong_value"));
        assert_eq!(code(json!([[1]]), 2), Some("out_of_range"));
        assert_eq!(code(json!([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]), 3), Some("not_positive"));
        assert_eq!(code(json!([[1, 1], [1, 1]]), 2), None);
        assert_eq!(code(json!([[1, 1, 0.5], [1, 1, -0.5], [0.5, -0.5, 1]]), 3), Some("not_positive"));
    }
}
