//! From syntax to an expression that can be evaluated: typed, checked, its constant parts computed.

use std::sync::Arc;

use arrow_array::{RecordBatch, RecordBatchOptions};
use arrow_schema::{DataType, Field, Schema, TimeUnit};
use datafusion_common::tree_node::{Transformed, TransformedResult, TreeNode, TreeNodeRecursion};
use datafusion_common::{DFSchema, DFSchemaRef, Result, ScalarValue, plan_err};
use datafusion_expr::execution_props::ExecutionProps;
use datafusion_expr::expr::{Between, ScalarFunction};
use datafusion_expr::physical_planning_context::PhysicalPlanningContext;
use datafusion_expr::simplify::{ExprSimplifyResult, SimplifyContext};
use datafusion_expr::{ColumnarValue, Expr, ExprSchemable, Operator, binary_expr, lit};
use datafusion_optimizer::simplify_expressions::ExprSimplifier;
use datafusion_physical_expr::expressions::{BinaryExpr, Literal};
use datafusion_physical_expr::{PhysicalExpr, create_physical_expr};
use datafusion_sql::planner::{ParserOptions, PlannerContext, SqlToRel};
use datafusion_sql::sqlparser::ast;

use super::fill::guarded;
use super::functions::{CONTEXT, NOW, TODAY};
use super::names::Column;
use super::{Problem, growth, types};
use crate::generator::CompileContext;

/// Most parts of an expression: some ways of writing stand for more than is written.
const MOST_PARTS: usize = 2_000;

/// The expression that makes values of the field's type from batches of these columns.
pub(super) fn plan(
    syntax: ast::Expr,
    columns: &[Column],
    cx: &CompileContext<'_>,
) -> Result<Arc<dyn PhysicalExpr>, Problem> {
    let wrong = |reason: String| Problem::new("wrong_expression", format!("the expression makes no sense: {reason}"));
    let schema = guarded(|| schema(columns)).map_err(wrong)?;
    let typed = guarded(|| typed(syntax, &schema)).map_err(wrong)?;
    growth::check(&typed, columns)?;
    let (lowered, made) = guarded(|| {
        let lowered = lower(typed, &schema, cx)?;
        let made = lowered.get_type(&schema)?;
        Ok((lowered, made))
    })
    .map_err(wrong)?;
    let fitted = types::fit(lowered, &made, cx)?;
    guarded(|| ready(&fitted, &schema)).map_err(wrong)
}

/// The columns, and behind them those that stand for the design's moment.
fn schema(columns: &[Column]) -> Result<DFSchemaRef> {
    let moments = [
        Field::new(NOW, DataType::Timestamp(TimeUnit::Microsecond, Some("UTC".into())), false),
        Field::new(TODAY, DataType::Date32, false),
    ];
    let fields = types::schema(columns).fields().iter().cloned().chain(moments.map(Arc::new)).collect::<Vec<_>>();
    Ok(Arc::new(DFSchema::try_from(Schema::new(fields))?))
}

/// What is written with the types of everything in it, or why the types do not go together.
fn typed(syntax: ast::Expr, schema: &DFSchemaRef) -> Result<Expr> {
    // What is written with a point is exact, and texts are as fields have them.
    let options = ParserOptions::default().with_parse_float_as_decimal(true).with_map_string_types_to_utf8view(false);
    let planner = SqlToRel::new_with_options(&*CONTEXT, options);
    let read = planner.sql_to_expr(syntax, schema, &mut PlannerContext::new())?;
    read.apply(
        |part| if allowed(part) { Ok(TreeNodeRecursion::Continue) } else { plan_err!("{part} is not for a row") },
    )?;
    ExprSimplifier::new(SimplifyContext::builder().with_schema(Arc::clone(schema)).build()).coerce(read, schema)
}

/// Whether this kind of expression can be had: it is of one row, and makes the same value each time.
fn allowed(part: &Expr) -> bool {
    match part {
        Expr::ScalarFunction(call) => CONTEXT.knows(&call.func),
        Expr::Alias(_)
        | Expr::Column(_)
        | Expr::Literal(..)
        | Expr::BinaryExpr(_)
        | Expr::Like(_)
        | Expr::SimilarTo(_)
        | Expr::Not(_)
        | Expr::IsNotNull(_)
        | Expr::IsNull(_)
        | Expr::IsTrue(_)
        | Expr::IsFalse(_)
        | Expr::IsUnknown(_)
        | Expr::IsNotTrue(_)
        | Expr::IsNotFalse(_)
        | Expr::IsNotUnknown(_)
        | Expr::Negative(_)
        | Expr::Between(_)
        | Expr::Case(_)
        | Expr::Cast(_)
        | Expr::TryCast(_)
        | Expr::InList(_) => true,
        _ => false,
    }
}

/// The expression with everything said that has several ways: moments as values, functions that are short for others
/// written out, signs turned by a subtraction, which tells when a number becomes too large.
fn lower(typed: Expr, schema: &DFSchemaRef, cx: &CompileContext<'_>) -> Result<Expr> {
    let context = SimplifyContext::builder().with_schema(Arc::clone(schema)).build();
    let one = |part: Expr| {
        let made = match part {
            Expr::ScalarFunction(ScalarFunction { func, args }) => match func.simplify(args, &context)? {
                ExprSimplifyResult::Simplified(made) => made,
                ExprSimplifyResult::Original(args) => func.call(args),
            },
            Expr::Alias(named) => *named.expr,
            Expr::Between(Between { expr, negated, low, high }) => {
                let (value, again) = ((*expr).clone(), *expr);
                if negated { value.lt(*low).or(again.gt(*high)) } else { value.gt_eq(*low).and(again.lt_eq(*high)) }
            }
            Expr::Negative(of) if of.get_type(schema)?.is_integer() => {
                let zero = ScalarValue::new_zero(&of.get_type(schema)?)?;
                binary_expr(lit(zero), Operator::Minus, *of)
            }
            Expr::Column(column) if column.name == NOW => {
                lit(ScalarValue::TimestampMicrosecond(Some(cx.as_of.timestamp_micros()), Some("UTC".into())))
            }
            Expr::Column(column) if column.name == TODAY => {
                lit(ScalarValue::Date32(Some(cx.as_of.timestamp().div_euclid(86_400) as i32)))
            }
            other => return Ok(Transformed::no(other)),
        };
        if parts(&made) > MOST_PARTS {
            return plan_err!("it stands for more than {MOST_PARTS} parts");
        }
        Ok(Transformed::yes(made))
    };
    typed.transform_up(one).data()
}

fn parts(expression: &Expr) -> usize {
    let mut count = 0;
    // The closure never fails.
    let _ = expression.apply(|_| {
        count += 1;
        Ok(if count > MOST_PARTS { TreeNodeRecursion::Stop } else { TreeNodeRecursion::Continue })
    });
    count
}

/// The expression for batches: its arithmetic tells when a number becomes too large, its constant parts are values.
fn ready(expression: &Expr, schema: &DFSchema) -> Result<Arc<dyn PhysicalExpr>> {
    let made = create_physical_expr(expression, schema, &ExecutionProps::new(), &PhysicalPlanningContext::default())?;
    let row = RecordBatch::try_new_with_options(
        Arc::new(Schema::empty()),
        Vec::new(),
        &RecordBatchOptions::new().with_row_count(Some(1)),
    )?;
    made.transform_up(|part| {
        let part: Arc<dyn PhysicalExpr> = match part.downcast_ref::<BinaryExpr>() {
            Some(binary) => Arc::new(binary.clone().with_fail_on_overflow(true)),
            None => part,
        };
        Ok(Transformed::yes(constant(&part, &row).unwrap_or(part)))
    })
    .data()
}

/// The value of a part that no column goes into. A part without one stays as it is: it may never be asked for.
fn constant(part: &Arc<dyn PhysicalExpr>, row: &RecordBatch) -> Option<Arc<dyn PhysicalExpr>> {
    let children = part.children();
    if children.is_empty() || !children.iter().all(|child| child.is::<Literal>()) {
        return None;
    }
    let value = match part.evaluate(row).ok()? {
        ColumnarValue::Scalar(value) => value,
        ColumnarValue::Array(array) => ScalarValue::try_from_array(&array, 0).ok()?,
    };
    Some(Arc::new(Literal::new(value)))
}
