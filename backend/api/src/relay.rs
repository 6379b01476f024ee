//! Relay connections: one generic pair of types, named after what they list.

use std::borrow::Cow;
use std::marker::PhantomData;

use async_graphql::{Object, OutputType, SimpleObject, TypeName};
use dmb_app::{Page, PageArgs};

use crate::error::{ApiError, ApiResult};

/// Something that connections list.
pub(crate) trait Listed: OutputType {
    /// Name of the connection's type.
    const CONNECTION: &'static str;
    /// Name of the edge's type.
    const EDGE: &'static str;
}

/// Where a page stands in its list.
#[derive(SimpleObject)]
pub(crate) struct PageInfo {
    /// Whether there are entries behind the last of this page.
    has_next_page: bool,
    /// Whether there are entries before the first of this page.
    has_previous_page: bool,
    /// Cursor of the first entry; null on an empty page.
    start_cursor: Option<String>,
    /// Cursor of the last entry, to be given as `after` for the next page; null on an empty page.
    end_cursor: Option<String>,
}

impl PageInfo {
    /// The place of a page that begins behind a cursor (`later`) or at the start.
    pub fn new<T>(items: &[(String, T)], later: bool, has_next_page: bool) -> Self {
        Self {
            has_next_page,
            has_previous_page: later,
            start_cursor: items.first().map(|(cursor, _)| cursor.clone()),
            end_cursor: items.last().map(|(cursor, _)| cursor.clone()),
        }
    }
}

/// A page of a list that grows.
pub(crate) struct Connection<T> {
    items: Vec<(String, T)>,
    total: u64,
    page: PageInfo,
}

impl<T> Connection<T> {
    /// The connection of a page that was asked for with `args`.
    pub fn new(page: Page<T>, later: bool) -> Self {
        let info = PageInfo::new(&page.items, later, page.has_next);
        Self { items: page.items, total: page.total, page: info }
    }
}

impl<T> Connection<T> {
    /// As [`Connection::new`], of entries that may turn out to be broken.
    pub fn try_new<R>(page: Page<R>, later: bool) -> ApiResult<Self>
    where
        T: TryFrom<R, Error = ApiError>,
    {
        let made: ApiResult<Vec<_>> =
            page.items.into_iter().map(|(cursor, item)| Ok((cursor, item.try_into()?))).collect();
        Ok(Self::new(Page { items: made?, has_next: page.has_next, total: page.total }, later))
    }
}

impl<T: Listed> TypeName for Connection<T> {
    fn type_name() -> Cow<'static, str> {
        T::CONNECTION.into()
    }
}

impl<T: Listed> TypeName for Edge<'_, T> {
    fn type_name() -> Cow<'static, str> {
        T::EDGE.into()
    }
}

/// A page of a list that grows.
#[Object(name_type)]
impl<T: Listed> Connection<T> {
    /// The entries with their cursors.
    async fn edges(&self) -> Vec<Edge<'_, T>> {
        self.items.iter().map(|(cursor, node)| Edge { cursor, node, entry: PhantomData }).collect()
    }

    /// The entries.
    async fn nodes(&self) -> Vec<&T> {
        self.items.iter().map(|(_, node)| node).collect()
    }

    /// Where the page stands in the list.
    async fn page_info(&self) -> &PageInfo {
        &self.page
    }

    /// Entries of the whole list.
    async fn total_count(&self) -> u64 {
        self.total
    }
}

/// An entry of a page.
pub(crate) struct Edge<'a, T> {
    cursor: &'a str,
    node: &'a T,
    entry: PhantomData<T>,
}

/// An entry of a page.
#[Object(name_type)]
impl<T: Listed> Edge<'_, T> {
    /// Its place in the list.
    async fn cursor(&self) -> &str {
        self.cursor
    }

    /// The entry.
    async fn node(&self) -> &T {
        self.node
    }
}

/// What `first` and `after` ask for.
///
/// # Errors
/// BAD_USER_INPUT for a negative number; the rest is checked by the use-case.
pub(crate) fn page(first: Option<i32>, after: Option<String>) -> ApiResult<PageArgs> {
    let first = match first {
        Some(number) => Some(u32::try_from(number).map_err(|_| {
            ApiError::bad_input("first", "out_of_range", "A page holds at least one entry; `first` is negative.")
        })?),
        None => None,
    };
    Ok(PageArgs { first, after })
}
