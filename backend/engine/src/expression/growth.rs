//! How long texts may become: the few functions that make long texts of short ones are bounded, so that no row runs
//! away with the memory.

use arrow_schema::DataType;
use datafusion_common::ScalarValue;
use datafusion_common::tree_node::{TreeNode, TreeNodeRecursion};
use datafusion_expr::expr::ScalarFunction;
use datafusion_expr::{Cast, Expr};
use dmb_spec::Field;

use super::Problem;
use super::names::Column;

/// Most characters that a function may make of a text: what a cell of a spreadsheet holds.
const LONGEST: u64 = 32_767;
/// Characters of a value that is no text, where it becomes one.
const OF_A_VALUE: u64 = 64;

/// Characters that the longest text of a field is taken to have: its greatest length, else what is usual; 0 where it
/// holds no text.
pub(super) fn of_field(field: &Field, data_type: &DataType) -> u64 {
    let usual = if field.field_type == dmb_spec::FieldType::String { 255 } else { 1_000 };
    let most = u64::from(field.constraints.max_length.unwrap_or(usual));
    if matches!(data_type, DataType::Utf8 | DataType::Binary) { most } else { 0 }
}

/// Refuses functions that could make a text too long.
pub(super) fn check(expression: &Expr, columns: &[Column]) -> Result<(), Problem> {
    let mut found = Ok(());
    // The closure never fails.
    let _ = expression.apply(|part| {
        if let Expr::ScalarFunction(call) = part
            && grows(call.name())
            && longest(part, columns) > LONGEST
        {
            found = Err(refuse(call));
            return Ok(TreeNodeRecursion::Stop);
        }
        Ok(TreeNodeRecursion::Continue)
    });
    found
}

fn refuse(call: &ScalarFunction) -> Problem {
    let name = call.name();
    let counted = matches!(name, "repeat" | "lpad" | "rpad");
    let message = match call.args.get(1).and_then(number) {
        None if counted => format!("how long {name}() makes its texts must be written as a number"),
        _ => format!("{name}() could make texts of more than {LONGEST} characters"),
    };
    Problem::new("text_too_long", message)
}

/// Functions whose texts may be longer than all they are made of.
fn grows(name: &str) -> bool {
    matches!(name, "repeat" | "lpad" | "rpad" | "replace" | "regexp_replace")
}

/// At most so many characters does the expression's text have.
fn longest(expression: &Expr, columns: &[Column]) -> u64 {
    match expression {
        Expr::Column(column) => {
            columns.iter().find(|known| known.name == column.name).map_or(OF_A_VALUE, |c| c.longest)
        }
        Expr::Literal(value, _) => text(value).map_or(OF_A_VALUE, |text| text.len() as u64),
        Expr::ScalarFunction(call) => of_call(call, columns),
        other => of_parts(other, columns),
    }
}

fn of_call(call: &ScalarFunction, columns: &[Column]) -> u64 {
    let of = |at: usize| call.args.get(at).map_or(0, |arg| longest(arg, columns));
    match call.name() {
        "repeat" => call.args.get(1).and_then(number).map_or(u64::MAX, |times| of(0).saturating_mul(times)),
        "lpad" | "rpad" => call.args.get(1).and_then(number).unwrap_or(u64::MAX),
        "replace" => {
            let (text, put_in) = (of(0), of(2));
            let sought = call.args.get(1).and_then(written).map_or(1, |sought| sought.len().max(1) as u64);
            text.saturating_add((text / sought).saturating_add(1).saturating_mul(put_in))
        }
        // What is put in may name what was found.
        "regexp_replace" => of(0).saturating_add(1).saturating_mul(of(2).saturating_add(1)).saturating_mul(2),
        _ => call.args.iter().fold(OF_A_VALUE, |all, arg| all.saturating_add(longest(arg, columns))),
    }
}

fn of_parts(expression: &Expr, columns: &[Column]) -> u64 {
    let mut all = OF_A_VALUE;
    // The closure never fails.
    let _ = expression.apply_children(|part| {
        all = all.saturating_add(longest(part, columns));
        Ok(TreeNodeRecursion::Continue)
    });
    all
}

/// A text that is written in the expression.
fn written(expression: &Expr) -> Option<&str> {
    match expression {
        Expr::Literal(value, _) => text(value),
        Expr::Cast(Cast { expr, .. }) => written(expr),
        _ => None,
    }
}

fn text(value: &ScalarValue) -> Option<&str> {
    value.try_as_str().flatten()
}

/// A number that is written in the expression.
fn number(expression: &Expr) -> Option<u64> {
    match expression {
        Expr::Literal(value, _) => value.to_string().parse::<i64>().ok().map(|number| number.max(0).unsigned_abs()),
        Expr::Cast(Cast { expr, .. }) => number(expr),
        _ => None,
    }
}
