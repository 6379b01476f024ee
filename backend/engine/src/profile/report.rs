//! The report: what came out, column by column, and how it compares with what was asked. Plain data, kept as JSON.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The profile of all rows of a run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// The tables in the order of the plan.
    pub tables: Vec<TableProfile>,
}

/// The profile of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableProfile {
    /// Name of the table.
    pub name: String,
    /// Rows of this run. Nulls, distinct values, ends, mean and deviation are of all of them.
    pub rows: u64,
    /// Rows that histograms, top values and tests of distributions are of: whole chunks at equal distances over the
    /// table, all rows where they are about a million or fewer.
    pub sampled_rows: u64,
    /// The columns in field order.
    pub columns: Vec<ColumnProfile>,
    /// What was asked against what came out.
    pub checks: Vec<Check>,
}

/// The profile of a column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnProfile {
    /// Name of the field.
    pub name: String,
    /// Its generator.
    pub generator: String,
    /// Cells that are null.
    pub nulls: u64,
    /// Different values, nulls aside.
    pub distinct: u64,
    /// Relative standard error of `distinct`: 0 where it is exact.
    pub distinct_error: f64,
    /// What was measured, where the column's values can be.
    pub measure: Option<Measure>,
    /// Values that come most often, the most frequent first. Values longer than 120 characters are cut.
    pub top: Vec<TopValue>,
    /// How much the counts of `top` may be too low at most; 0 where they are exact.
    pub top_error: u64,
}

/// What a measure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureOf {
    /// The numbers themselves.
    Value,
    /// Dates, times and moments, written as in rows.
    Moment,
    /// Lengths of texts in characters, of others in bytes.
    Length,
}

/// Ends, centre and spread of a column's values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// What it is of.
    pub of: MeasureOf,
    /// The least, as in rows.
    pub min: Value,
    /// The greatest, as in rows.
    pub max: Value,
    /// The mean: a number, or a moment as in rows.
    pub mean: Value,
    /// Standard deviation of all rows; of moments in seconds.
    pub deviation: f64,
    /// How values are spread.
    pub histogram: Option<Histogram>,
}

/// Counts of values in bins of equal width.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Histogram {
    /// Edges, one more than bins: numbers, or moments as in rows. A value on an edge is in the bin that begins there.
    pub edges: Vec<Value>,
    /// Values in each bin.
    pub counts: Vec<u64>,
    /// Values below the first edge.
    pub below: u64,
    /// Values from the last edge on.
    pub above: u64,
}

/// A frequent value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TopValue {
    /// The value, as in rows.
    pub value: Value,
    /// How often it comes, at least.
    pub count: u64,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckKind {
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
    /// `min` and `max` of the field.
    Range,
    /// Lengths of the field.
    Length,
    /// `choices` of the field.
    Choices,
}

/// How a comparison ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// What came out is what was asked for.
    Holds,
    /// It is not, and chance does not explain it.
    Off,
    /// It could not be tested; the reason says why.
    NotTested,
}

/// Why something was not tested, or needed no test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
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
    /// The parents were there before this run.
    EarlierParents,
    /// Faults make some of its values wrong on purpose.
    Faults,
    /// It is so by the way rows are made; what was measured agrees.
    ByConstruction,
}

/// One comparison of what was asked with what came out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// The fields it is about.
    pub fields: Vec<String>,
    /// What is compared.
    pub kind: CheckKind,
    /// What was asked, in the words of the design.
    pub asked: String,
    /// What came out.
    pub got: String,
    /// The statistic: z of a share, chi-square of a distribution.
    pub statistic: Option<f64>,
    /// How likely chance alone strays as far.
    pub p_value: Option<f64>,
    /// How it ended.
    pub verdict: Verdict,
    /// Why it was not tested, or needed no test.
    pub reason: Option<Reason>,
}
