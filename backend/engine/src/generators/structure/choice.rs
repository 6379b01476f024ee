//! `choice`: one of some values, each as likely or by weight.

use std::sync::Arc;

use arrow_array::ArrayRef;
use dmb_spec::Params;
use serde_json::{Value, json};

use super::constant::WRITABLE;
use super::literal;
use crate::arrays;
use crate::generator::{
    CompileContext, Descriptor, EngineError, Family, FillContext, Filler, Generator, ParamKind, ParamProblem,
};
use crate::generators::support::describe::{optional, words};
use crate::generators::support::weights::Alias;
use crate::law::Law;
use crate::permutation::Permutation;
use crate::stream::Stream;

/// The catalogue's entry.
pub(crate) struct Choice;

impl Generator for Choice {
    fn descriptor(&self) -> Descriptor {
        Descriptor {
            name: "choice",
            family: Family::Structure,
            label: words("Choice", "Elección"),
            description: words(
                "One of a list of values, each as likely, or by weight. An enum's own choices where nothing is given.",
                "Uno de una lista de valores, con igual probabilidad o por peso. Las opciones del enum si no se indica nada.",
            ),
            produces: WRITABLE,
            params: vec![
                optional(
                    "values",
                    ParamKind::List,
                    words("Values", "Valores"),
                    words("The values; each is as likely.", "Los valores; todos con la misma probabilidad."),
                ),
                optional(
                    "weights",
                    ParamKind::Weights,
                    words("Weights", "Pesos"),
                    words(
                        "Values with their weights, instead of a list; weights need not add up to anything.",
                        "Valores con sus pesos, en lugar de una lista; los pesos no tienen que sumar nada concreto.",
                    ),
                ),
            ],
            example: json!({ "weights": { "retail": 70, "pro": 25, "vip": 5 } }),
            localized: false,
            unique: true,
        }
    }

    fn compile(&self, params: &Params, cx: &CompileContext<'_>) -> Result<Box<dyn Filler>, Vec<ParamProblem>> {
        let (param, values, weights) = options(params, cx)?;
        let problems = refuse(param, &values, cx);
        if !problems.is_empty() {
            return Err(problems);
        }
        let column = literal::column(&values.iter().collect::<Vec<_>>(), cx)
            .map_err(|(_, message)| vec![ParamProblem::new(param, "wrong_value", message)])?;
        let draw = if cx.unique {
            Draw::Once(Permutation::new(values.len() as u128, cx.stream.key()))
        } else if weights.windows(2).all(|w| w[0] == w[1]) {
            Draw::Even(values.len() as u64)
        } else {
            Draw::Weighted(Alias::new(weights.iter().copied()))
        };
        Ok(Box::new(OneOf { column, weights, draw, stream: cx.stream }))
    }
}

/// The parameter that values come from, the values, and the weight of each.
type Options = (&'static str, Vec<Value>, Vec<f64>);

/// The values with their weights, and the parameter they come from.
fn options(params: &Params, cx: &CompileContext<'_>) -> Result<Options, Vec<ParamProblem>> {
    let given = |name: &str| params.get(name).filter(|value| !value.is_null());
    let even = |values: Vec<Value>| {
        let weights = vec![1.0; values.len()];
        (values, weights)
    };
    match (given("values"), given("weights")) {
        (Some(_), Some(_)) => {
            let message = "give values or weights, not both";
            Err(vec![ParamProblem::new("weights", "contradiction", message)])
        }
        (Some(Value::Array(values)), None) => {
            let (values, weights) = even(values.clone());
            Ok(("values", values, weights))
        }
        (None, Some(Value::Object(weights))) => {
            let pairs =
                weights.iter().map(|(value, weight)| (Value::from(value.as_str()), weight.as_f64().unwrap_or(0.0)));
            let (values, weights) = pairs.filter(|(_, weight)| *weight > 0.0).unzip();
            Ok(("weights", values, weights))
        }
        _ => match &cx.field.constraints.choices {
            Some(choices) => {
                let (values, weights) = even(choices.iter().map(|choice| Value::from(choice.as_str())).collect());
                Ok(("", values, weights))
            }
            None => Err(vec![ParamProblem::new("values", "missing_param", "choice needs values or weights")]),
        },
    }
}

fn refuse(param: &'static str, values: &[Value], cx: &CompileContext<'_>) -> Vec<ParamProblem> {
    let mut problems = Vec::new();
    if values.contains(&Value::Null) && !cx.field.nullable {
        problems.push(ParamProblem::new(
            param,
            "null_value",
            format!("{} is required, so null can't be chosen", cx.field.name),
        ));
    }
    for value in values.iter().filter_map(Value::as_str) {
        if cx.field.constraints.choices.as_ref().is_some_and(|choices| !choices.iter().any(|choice| choice == value)) {
            let message = format!("{value:?} is not one of the field's choices");
            problems.push(ParamProblem::new(param, "not_a_choice", message));
        }
    }
    if cx.unique
        && let Some(twice) =
            values.iter().enumerate().find_map(|(at, value)| values[..at].contains(value).then_some(value))
    {
        problems.push(ParamProblem::new(
            param,
            "value_repeated",
            format!("{twice} is given twice, but the field is unique"),
        ));
    }
    problems
}

enum Draw {
    Once(Permutation),
    Even(u64),
    Weighted(Alias),
}

struct OneOf {
    column: ArrayRef,
    weights: Vec<f64>,
    draw: Draw,
    stream: Stream,
}

impl Filler for OneOf {
    fn law(&self) -> Option<Law> {
        let drawn = !matches!(self.draw, Draw::Once(_));
        drawn.then(|| Law::Weights { values: Arc::clone(&self.column), weights: self.weights.clone() })
    }

    fn capacity(&self) -> Option<u128> {
        match &self.draw {
            Draw::Once(permutation) => Some(permutation.size()),
            Draw::Even(_) | Draw::Weighted(_) => None,
        }
    }

    fn fill(&self, cx: &FillContext<'_>) -> Result<ArrayRef, EngineError> {
        let rows = cx.rows.iter().copied();
        let places: Vec<u64> = match &self.draw {
            Draw::Once(permutation) => rows.map(|row| permutation.at(u128::from(row)) as u64).collect(),
            Draw::Even(values) => rows.map(|row| self.stream.cell(row).below(*values)).collect(),
            Draw::Weighted(alias) => rows.map(|row| alias.pick(self.stream.cell(row).bits()) as u64).collect(),
        };
        arrays::take(&self.column, &places)
    }
}

#[cfg(test)]
mod tests {
    use dmb_spec::FieldType;

    use super::*;
    use crate::testing::Trial;

    #[test]
    fn values_come_by_their_weights() {
        let weights = json!({ "weights": { "a": 70, "b": 30, "never": 0 } });
        let made = Trial::new("choice", weights, FieldType::String).texts(10_000);
        let of = |value: &str| made.iter().filter(|text| *text == value).count();
        assert!((6_800..7_200).contains(&of("a")), "{}", of("a"));
        assert_eq!(of("a") + of("b"), 10_000);
    }

    #[test]
    fn an_enum_without_parameters_takes_its_own_choices() {
        let trial = Trial::new("choice", json!({}), FieldType::Enum)
            .field(|f| f.constraints.choices = Some(vec!["x".into(), "y".into()]));
        let mut made = trial.texts(100);
        made.sort();
        made.dedup();
        assert_eq!(made, ["x", "y"]);
    }

    #[test]
    fn unique_choices_come_once_each() {
        let trial = Trial::new("choice", json!({ "values": [1, 2, 3, 4] }), FieldType::Integer).unique(4);
        assert_eq!(trial.compile().unwrap().capacity(), Some(4));
        let mut made: Vec<i64> =
            (0..4).map(|at| crate::json::value(&trial.fill(4), at, FieldType::Integer).as_i64().unwrap()).collect();
        made.sort_unstable();
        assert_eq!(made, [1, 2, 3, 4]);
    }

    #[test]
    fn what_can_not_be_chosen_is_told() {
        let codes = |params: Value, unique: bool| {
            let mut trial = Trial::new("choice", params, FieldType::Enum)
                .field(|f| f.constraints.choices = Some(vec!["x".into(), "y".into()]));
            if unique {
                trial = trial.unique(2);
            }
            trial.compile().err().unwrap().iter().map(|p| p.code).collect::<Vec<_>>()
        };
        assert_eq!(codes(json!({ "values": ["z"] }), false), ["not_a_choice"]);
        assert_eq!(codes(json!({ "values": ["x"], "weights": { "x": 1 } }), false), ["contradiction"]);
        assert_eq!(codes(json!({ "values": ["x", "x"] }), true), ["value_repeated"]);
        assert_eq!(codes(json!({ "values": ["x", null] }), false), ["null_value"]);
    }
}
