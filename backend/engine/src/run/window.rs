//! What threads and the writer share: which chunk is next, which are ready, and whether to stop.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::output::RunError;

/// A bounded window over numbered pieces of work that are finished in any order and taken in order of their numbers.
pub(super) struct Window<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
    end: u64,
    width: u64,
}

struct State<T> {
    /// The next piece to be begun.
    next: u64,
    /// The next piece to be taken.
    due: u64,
    ready: BTreeMap<u64, T>,
    failure: Option<RunError>,
    stopped: bool,
}

impl<T> Window<T> {
    /// Pieces `start` to `end`; at most `width` begun and not yet taken.
    pub(super) fn new(start: u64, end: u64, width: u64) -> Self {
        let state = State { next: start, due: start, ready: BTreeMap::new(), failure: None, stopped: false };
        Self { state: Mutex::new(state), changed: Condvar::new(), end, width: width.max(1) }
    }

    /// The next piece to begin; waits while the window is full. `None`: there is none left, or all stops.
    pub(super) fn claim(&self) -> Option<u64> {
        let mut state = self.lock();
        loop {
            if state.stopped || state.next >= self.end {
                return None;
            }
            if state.next < state.due + self.width {
                state.next += 1;
                return Some(state.next - 1);
            }
            state = self.wait(state);
        }
    }

    /// Hands in a finished piece.
    pub(super) fn put(&self, number: u64, piece: T) {
        self.lock().ready.insert(number, piece);
        self.changed.notify_all();
    }

    /// The next piece in order; waits for it. `None`: all are taken, or all stops.
    pub(super) fn take(&self) -> Option<T> {
        let mut state = self.lock();
        loop {
            if state.stopped || state.due >= self.end {
                return None;
            }
            let due = state.due;
            if let Some(piece) = state.ready.remove(&due) {
                state.due += 1;
                self.changed.notify_all();
                return Some(piece);
            }
            state = self.wait(state);
        }
    }

    /// Stops all; the first reason is kept.
    pub(super) fn fail(&self, error: RunError) {
        let mut state = self.lock();
        state.stopped = true;
        state.failure.get_or_insert(error);
        self.changed.notify_all();
    }

    /// Why all stopped, if it did.
    pub(super) fn into_failure(self) -> Option<RunError> {
        self.state.into_inner().unwrap_or_else(PoisonError::into_inner).failure
    }

    // No code that can panic runs under the lock, so a poisoned state is as good as any.
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State<T>>) -> MutexGuard<'a, State<T>> {
        self.changed.wait(state).unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_taken_in_order_and_never_more_than_the_width_are_under_way() {
        let window: Window<u64> = Window::new(3, 6, 2);
        assert_eq!((window.claim(), window.claim()), (Some(3), Some(4)));
        window.put(4, 40);
        window.put(3, 30);
        assert_eq!((window.take(), window.claim(), window.take()), (Some(30), Some(5), Some(40)));
        assert_eq!(window.claim(), None);
        window.put(5, 50);
        assert_eq!((window.take(), window.take()), (Some(50), None));
        assert!(window.into_failure().is_none());
    }

    #[test]
    fn a_failure_lets_everybody_go_and_the_first_is_kept() {
        let window: Window<u64> = Window::new(0, 9, 1);
        assert_eq!(window.claim(), Some(0));
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| (window.claim(), window.take()));
            window.fail(RunError::Cancelled);
            window.fail(RunError::Panicked);
            assert_eq!(waiting.join().unwrap(), (None, None));
        });
        assert!(matches!(window.into_failure(), Some(RunError::Cancelled)));
    }
}
