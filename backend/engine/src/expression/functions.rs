//! The functions that an expression may call: those that make one value of one row's values, the same ones each time.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use arrow_schema::DataType;
use datafusion_common::config::ConfigOptions;
use datafusion_common::{Result, TableReference, plan_err};
use datafusion_expr::planner::{ContextProvider, ExprPlanner};
use datafusion_expr::{AggregateUDF, HigherOrderUDF, ScalarUDF, TableSource, WindowUDF};

/// Every function there is, as people write it: texts, numbers, dates, and what fits all.
pub(crate) const NAMES: &[&str] = &[
    "abs",
    "acos",
    "ascii",
    "asin",
    "atan",
    "atan2",
    "btrim",
    "cbrt",
    "ceil",
    "char_length",
    "chr",
    "coalesce",
    "concat",
    "concat_ws",
    "contains",
    "cos",
    "cot",
    "current_date",
    "date_bin",
    "date_part",
    "date_trunc",
    "degrees",
    "ends_with",
    "exp",
    "factorial",
    "find_in_set",
    "floor",
    "from_unixtime",
    "gcd",
    "greatest",
    "initcap",
    "lcm",
    "least",
    "left",
    "length",
    "levenshtein",
    "ln",
    "log",
    "log10",
    "log2",
    "lower",
    "lpad",
    "ltrim",
    "make_date",
    "now",
    "nullif",
    "nvl",
    "nvl2",
    "octet_length",
    "overlay",
    "pi",
    "power",
    "radians",
    "regexp_count",
    "regexp_like",
    "regexp_replace",
    "repeat",
    "replace",
    "reverse",
    "right",
    "round",
    "rpad",
    "rtrim",
    "signum",
    "sin",
    "split_part",
    "sqrt",
    "starts_with",
    "strpos",
    "substr",
    "substr_index",
    "substring",
    "tan",
    "to_char",
    "to_date",
    "to_hex",
    "to_timestamp",
    "to_unixtime",
    "translate",
    "trim",
    "trunc",
    "upper",
];

/// What an expression calls the moment that `now` means; no field can have this name.
pub(super) const NOW: &str = "now()";
/// The day of that moment.
pub(super) const TODAY: &str = "current_date()";

/// What a function's name means.
pub(super) enum Meaning {
    /// A function of the row's values.
    OfTheRow,
    /// A moment of the design, by this column.
    Moment(&'static str),
    /// A function that can't be had: a stable word, and the reason in words that follow its name.
    Refused(&'static str, &'static str),
    Unknown,
}

/// What this name, in small letters, means.
pub(super) fn meaning(name: &str) -> Meaning {
    const CHANCE: &str =
        "gives other values each time; fill a field of its own with a generator and name that field here";
    const CLOCK: &str = "reads the clock, which no row may depend on; now() and current_date mean the design's moment";
    const ROWS: &str = "counts over many rows; an expression sees one";
    match name {
        "now" | "current_timestamp" => Meaning::Moment(NOW),
        "current_date" | "today" => Meaning::Moment(TODAY),
        "current_time" | "localtime" | "localtimestamp" => Meaning::Refused("volatile_function", CLOCK),
        "random" | "rand" | "uuid" | "gen_random_uuid" => Meaning::Refused("volatile_function", CHANCE),
        "avg" | "count" | "max" | "median" | "min" | "stddev" | "sum" | "array_agg" | "string_agg" => {
            Meaning::Refused("aggregate_function", ROWS)
        }
        "lag" | "lead" | "rank" | "row_number" | "first_value" | "last_value" => {
            Meaning::Refused("window_function", ROWS)
        }
        _ if CONTEXT.functions.contains_key(name) => Meaning::OfTheRow,
        _ => Meaning::Unknown,
    }
}

/// What the planner may know of the world: the functions, and nothing else.
pub(super) struct Context {
    functions: HashMap<&'static str, Arc<ScalarUDF>>,
    planners: Vec<Arc<dyn ExprPlanner>>,
    options: ConfigOptions,
}

impl Context {
    /// The function with this name.
    pub(super) fn function(&self, name: &str) -> Option<&Arc<ScalarUDF>> {
        self.functions.get(name)
    }

    /// Whether expressions may call the function, by whatever name.
    pub(super) fn knows(&self, function: &ScalarUDF) -> bool {
        self.functions.values().any(|known| known.name() == function.name())
    }
}

pub(super) static CONTEXT: LazyLock<Context> = LazyLock::new(|| {
    let mut functions = HashMap::new();
    for function in datafusion_functions::all_default_functions() {
        let names = || std::iter::once(function.name()).chain(function.aliases().iter().map(String::as_str));
        for known in NAMES.iter().filter(|known| names().any(|name| name == **known)) {
            functions.insert(*known, Arc::clone(&function));
        }
    }
    let planners: Vec<Arc<dyn ExprPlanner>> = vec![
        Arc::new(datafusion_functions::core::planner::CoreFunctionPlanner::default()),
        Arc::new(datafusion_functions::datetime::planner::DatetimeFunctionPlanner),
        Arc::new(datafusion_functions::unicode::planner::UnicodeFunctionPlanner),
    ];
    Context { functions, planners, options: ConfigOptions::new() }
});

impl ContextProvider for Context {
    fn get_table_source(&self, name: TableReference) -> Result<Arc<dyn TableSource>> {
        plan_err!("there is no table {name}")
    }

    fn get_function_meta(&self, name: &str) -> Option<Arc<ScalarUDF>> {
        self.functions.get(name).cloned()
    }

    fn get_higher_order_meta(&self, _: &str) -> Option<Arc<HigherOrderUDF>> {
        None
    }

    fn get_aggregate_meta(&self, _: &str) -> Option<Arc<AggregateUDF>> {
        None
    }

    fn get_window_meta(&self, _: &str) -> Option<Arc<WindowUDF>> {
        None
    }

    fn get_variable_type(&self, _: &[String]) -> Option<DataType> {
        None
    }

    fn options(&self) -> &ConfigOptions {
        &self.options
    }

    fn udf_names(&self) -> Vec<String> {
        self.functions.keys().map(|name| (*name).to_owned()).collect()
    }

    fn higher_order_function_names(&self) -> Vec<String> {
        Vec::new()
    }

    fn udaf_names(&self) -> Vec<String> {
        Vec::new()
    }

    fn udwf_names(&self) -> Vec<String> {
        Vec::new()
    }

    fn get_expr_planners(&self) -> &[Arc<dyn ExprPlanner>] {
        &self.planners
    }
}

#[cfg(test)]
mod tests {
    use datafusion_expr::Volatility;

    use super::*;

    #[test]
    fn every_function_offered_is_there_and_gives_the_same_each_time() {
        for name in NAMES {
            match meaning(name) {
                Meaning::OfTheRow => {
                    assert_eq!(CONTEXT.functions[name].signature().volatility, Volatility::Immutable, "{name}");
                }
                Meaning::Moment(_) => {}
                _ => panic!("{name} is offered but not known"),
            }
        }
        assert!(NAMES.is_sorted());
    }
}
