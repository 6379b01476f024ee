//! What the rows that a job made look like, as the schema shows it.

use async_graphql::{Enum, SimpleObject};
use dmb_app::jobs::report as app;
use serde_json::Value;

use crate::scalars::BigInt;

/// What a measure is of.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
#[graphql(remote = "app::MeasureOf")]
pub(crate) enum MeasureOf {
    /// The numbers themselves.
    Value,
    /// Dates, times and moments.
    Moment,
    /// Lengths of texts in characters, of others in bytes.
    Length,
}

/// What is compared.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
#[graphql(remote = "app::CheckKind")]
pub(crate) enum CheckKind {
    /// Share of nulls.
    NullRate,
    /// How often which values come.
    Distribution,
    /// Children of a parent.
    Children,
    /// No two rows alike.
    Unique,
    /// Every key leads to a parent.
    ForeignKey,
    /// Smallest and largest value of the field.
    Range,
    /// Lengths of the field.
    Length,
    /// Choices of the field.
    Choices,
}

/// How a comparison ended.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
#[graphql(remote = "app::Verdict")]
pub(crate) enum CheckVerdict {
    /// What came out is what was asked for.
    Holds,
    /// It is not, and chance does not explain it.
    Off,
    /// It could not be tested; the reason says why.
    NotTested,
}

/// Why something was not tested, or needed no test.
#[derive(Clone, Copy, Debug, Enum, PartialEq, Eq)]
#[graphql(remote = "app::Reason")]
pub(crate) enum CheckReason {
    /// Too few rows to tell anything.
    TooFewRows,
    /// The generator states no distribution.
    NoStatement,
    /// Only one value can come of it.
    OneValue,
    /// There are too many different values to count each.
    TooManyValues,
    /// What the values are made from has nulls, or the generator makes nulls of its own.
    OwnNulls,
    /// The rows asked for change every parent's share.
    Scaled,
    /// The foreign key has nulls, which hide whose child a row is.
    HiddenParents,
    /// The parents were there before the job.
    EarlierParents,
    /// Faults make some of its values wrong on purpose.
    Faults,
    /// It is so by the way rows are made; what was measured agrees.
    ByConstruction,
}

/// What the rows that a job made look like, and how they compare with what was asked.
#[derive(SimpleObject)]
pub(crate) struct JobReport {
    /// The tables, parents first.
    tables: Vec<TableProfile>,
}

/// What the rows of a table look like.
#[derive(SimpleObject)]
pub(crate) struct TableProfile {
    /// Table name.
    name: String,
    /// Rows the job made.
    rows: BigInt,
    /// Rows that histograms, top values and tests of distributions are of: all, or about a million spread evenly.
    sampled_rows: BigInt,
    /// The columns in field order.
    columns: Vec<ColumnProfile>,
    /// What was asked against what came out.
    checks: Vec<ConformanceCheck>,
}

/// What the values of a column look like.
#[derive(SimpleObject)]
pub(crate) struct ColumnProfile {
    /// Field name.
    name: String,
    /// Its generator.
    generator: String,
    /// Cells that are null.
    nulls: BigInt,
    /// Different values, nulls aside.
    distinct: BigInt,
    /// Relative standard error of `distinct`; 0 where it is exact.
    distinct_error: f64,
    /// Ends, centre and spread; null where values are neither numbers nor moments nor of any length.
    measure: Option<ColumnMeasure>,
    /// Values that come most often, the most frequent first.
    top: Vec<TopValue>,
    /// How much the counts of `top` may be too low at most; 0 where they are exact.
    top_error: BigInt,
}

/// Ends, centre and spread of a column's values.
#[derive(SimpleObject)]
pub(crate) struct ColumnMeasure {
    /// What it is of.
    of: MeasureOf,
    /// The least, as in rows.
    min: Value,
    /// The greatest, as in rows.
    max: Value,
    /// The mean: a number, or a moment as in rows.
    mean: Value,
    /// Standard deviation; of moments in seconds.
    deviation: f64,
    /// How values are spread.
    histogram: Option<ColumnHistogram>,
}

/// Counts of values in bins of equal width.
#[derive(SimpleObject)]
pub(crate) struct ColumnHistogram {
    /// Edges, one more than bins. A value on an edge is in the bin that begins there.
    edges: Vec<Value>,
    /// Values in each bin.
    counts: Vec<BigInt>,
    /// Values below the first edge.
    below: BigInt,
    /// Values from the last edge on.
    above: BigInt,
}

/// A frequent value.
#[derive(SimpleObject)]
pub(crate) struct TopValue {
    /// The value, as in rows.
    value: Value,
    /// How often it comes, at least.
    count: BigInt,
}

/// What was asked against what came out.
#[derive(SimpleObject)]
pub(crate) struct ConformanceCheck {
    /// The fields it is about.
    fields: Vec<String>,
    /// What is compared.
    kind: CheckKind,
    /// What was asked, in the words of the design.
    asked: String,
    /// What came out.
    got: String,
    /// The statistic: z of a share, chi-square of a distribution.
    statistic: Option<f64>,
    /// How likely chance alone strays as far.
    p_value: Option<f64>,
    /// How it ended.
    verdict: CheckVerdict,
    /// Why it was not tested, or needed no test.
    reason: Option<CheckReason>,
}

impl From<app::Report> for JobReport {
    fn from(report: app::Report) -> Self {
        Self { tables: report.tables.into_iter().map(Into::into).collect() }
    }
}

impl From<app::TableProfile> for TableProfile {
    fn from(table: app::TableProfile) -> Self {
        Self {
            name: table.name,
            rows: table.rows.into(),
            sampled_rows: table.sampled_rows.into(),
            columns: table.columns.into_iter().map(Into::into).collect(),
            checks: table.checks.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<app::ColumnProfile> for ColumnProfile {
    fn from(column: app::ColumnProfile) -> Self {
        let top = |top: app::TopValue| TopValue { value: top.value, count: top.count.into() };
        Self {
            name: column.name,
            generator: column.generator,
            nulls: column.nulls.into(),
            distinct: column.distinct.into(),
            distinct_error: column.distinct_error,
            measure: column.measure.map(Into::into),
            top: column.top.into_iter().map(top).collect(),
            top_error: column.top_error.into(),
        }
    }
}

impl From<app::Measure> for ColumnMeasure {
    fn from(measure: app::Measure) -> Self {
        let histogram = |histogram: app::Histogram| ColumnHistogram {
            edges: histogram.edges,
            counts: histogram.counts.into_iter().map(Into::into).collect(),
            below: histogram.below.into(),
            above: histogram.above.into(),
        };
        Self {
            of: measure.of.into(),
            min: measure.min,
            max: measure.max,
            mean: measure.mean,
            deviation: measure.deviation,
            histogram: measure.histogram.map(histogram),
        }
    }
}

impl From<app::Check> for ConformanceCheck {
    fn from(check: app::Check) -> Self {
        Self {
            fields: check.fields,
            kind: check.kind.into(),
            asked: check.asked,
            got: check.got,
            statistic: check.statistic,
            p_value: check.p_value,
            verdict: check.verdict.into(),
            reason: check.reason.map(Into::into),
        }
    }
}
