//! Lists by the page: newest first, continued from a cursor, so that a page never skips or repeats what did not move.

use std::{fmt, str::FromStr};

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, Order, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

use crate::{
    StoreError,
    convert::{micros, moment},
};

/// Most records a page has.
const LARGEST: u32 = 1_000;

/// Which records of a list are wanted.
#[derive(Clone, Debug)]
pub struct PageRequest {
    /// How many at most; no more than 1,000 are given.
    pub first: u32,
    /// Those after this one; absent: from the beginning.
    pub after: Option<Cursor>,
}

impl PageRequest {
    /// The first records of the list.
    pub fn first(first: u32) -> Self {
        Self { first, after: None }
    }
}

/// A place in a list: the moment the list is ordered by, and the record. As text: `microseconds:uuid`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The moment by which the list is ordered.
    pub at: DateTime<Utc>,
    /// The record.
    pub id: Uuid,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", micros(self.at), self.id)
    }
}

/// The text is no [`Cursor`].
#[derive(Debug, thiserror::Error)]
#[error("not a cursor")]
pub struct CursorError;

impl FromStr for Cursor {
    type Err = CursorError;

    fn from_str(text: &str) -> Result<Self, CursorError> {
        let (at, id) = text.split_once(':').ok_or(CursorError)?;
        let at = DateTime::from_timestamp_micros(at.parse().map_err(|_| CursorError)?).ok_or(CursorError)?;
        Ok(Self { at, id: id.parse().map_err(|_| CursorError)? })
    }
}

/// One record of a page with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge<T> {
    /// Where the next page begins after this record.
    pub cursor: Cursor,
    /// The record.
    pub node: T,
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Page<T> {
    /// The records, newest first.
    pub edges: Vec<Edge<T>>,
    /// Whether the list goes on after them.
    pub has_next: bool,
    /// How many the whole list has.
    pub total: u64,
}

impl<T> Page<T> {
    /// The records without their places.
    pub fn into_nodes(self) -> Vec<T> {
        self.edges.into_iter().map(|edge| edge.node).collect()
    }
}

/// Reads a page of `select`, newest first by the column `at`, then by `id`. `read` turns a row into its place and record.
pub(crate) async fn page<E, M, T>(
    db: &impl ConnectionTrait,
    select: Select<E>,
    (at, id): (E::Column, E::Column),
    request: &PageRequest,
    read: impl Fn(M) -> Result<(i64, Uuid, T), StoreError>,
) -> Result<Page<T>, StoreError>
where
    E: EntityTrait<Model = M>,
    M: FromQueryResult + Send + Sync,
{
    let first = request.first.min(LARGEST);
    let total = select.clone().count(db).await?;
    let mut rows = select;
    if let Some(after) = request.after {
        let same_moment = Condition::all().add(at.eq(micros(after.at))).add(id.lt(after.id));
        rows = rows.filter(Condition::any().add(at.lt(micros(after.at))).add(same_moment));
    }
    let rows = rows.order_by(at, Order::Desc).order_by(id, Order::Desc).limit(u64::from(first) + 1).all(db).await?;
    let has_next = rows.len() > first as usize;
    let edges = rows
        .into_iter()
        .take(first as usize)
        .map(|row| {
            let (at, id, node) = read(row)?;
            Ok(Edge { cursor: Cursor { at: moment(at), id }, node })
        })
        .collect::<Result<_, StoreError>>()?;
    Ok(Page { edges, has_next, total })
}
