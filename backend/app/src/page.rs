//! Pages of lists that grow.

use dmb_store::PageRequest;

use crate::AppError;

/// Most entries of a page.
pub const MAX_PAGE: u32 = 200;
/// Entries of a page when nothing is said.
pub const DEFAULT_PAGE: u32 = 50;

/// Which part of a list is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageArgs {
    /// How many, 1 to [`MAX_PAGE`]; [`DEFAULT_PAGE`] when absent.
    pub first: Option<u32>,
    /// The cursor of the entry to begin behind.
    pub after: Option<String>,
}

impl PageArgs {
    /// The size asked for.
    ///
    /// # Errors
    /// [`AppError::Invalid`] outside 1 to [`MAX_PAGE`].
    pub fn size(&self) -> Result<u32, AppError> {
        match self.first.unwrap_or(DEFAULT_PAGE) {
            n @ 1..=MAX_PAGE => Ok(n),
            n => Err(AppError::invalid(
                "first",
                "out_of_range",
                format!("A page holds 1 to {MAX_PAGE} entries; {n} were asked for."),
            )),
        }
    }

    /// What the store is asked for.
    pub(crate) fn request(&self) -> Result<PageRequest, AppError> {
        let after = match &self.after {
            None => None,
            Some(text) => Some(text.parse().map_err(|_| {
                AppError::invalid("after", "bad_cursor", "This is not a cursor of this list.".to_owned())
            })?),
        };
        Ok(PageRequest { first: self.size()?, after })
    }
}

/// A part of a list, with the way on.
#[derive(Clone, Debug, PartialEq)]
pub struct Page<T> {
    /// The entries with their cursors, in order.
    pub items: Vec<(String, T)>,
    /// Whether there are more behind the last.
    pub has_next: bool,
    /// Entries of the whole list.
    pub total: u64,
}

impl<T> Page<T> {
    /// The store's page with our records.
    pub(crate) fn of<S: Into<T>>(page: dmb_store::Page<S>) -> Self {
        let items = page.edges.into_iter().map(|edge| (edge.cursor.to_string(), edge.node.into())).collect();
        Self { items, has_next: page.has_next, total: page.total }
    }

    /// The same page of something made from each entry, unless one can't be.
    pub(crate) fn try_map<U>(self, mut make: impl FnMut(T) -> Result<U, AppError>) -> Result<Page<U>, AppError> {
        let items = self.items.into_iter().map(|(cursor, item)| Ok((cursor, make(item)?)));
        Ok(Page { items: items.collect::<Result<_, AppError>>()?, has_next: self.has_next, total: self.total })
    }

    /// The same page of something made from each entry.
    pub fn map<U>(self, mut make: impl FnMut(T) -> U) -> Page<U> {
        let items = self.items.into_iter().map(|(cursor, item)| (cursor, make(item))).collect();
        Page { items, has_next: self.has_next, total: self.total }
    }
}
