//! Counts what a job does; read from outside while it runs.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use dmb_app::jobs::args::steps;
use dmb_spec::TableId;
use dmb_store::{Progress, TableProgress};

/// How far back the rate looks.
const WINDOW: Duration = Duration::from_secs(5);

/// What a job does, counted by many threads.
pub(crate) struct Meter(Mutex<State>);

struct State {
    step: &'static str,
    tables: Vec<Counter>,
    sequence: u64,
    begun: Instant,
    /// Rows at moments of the last seconds.
    trail: VecDeque<(Instant, u64)>,
    bytes: u64,
}

struct Counter {
    table: TableId,
    name: String,
    total: u64,
    done: std::sync::Arc<AtomicU64>,
}

/// Counts the rows of one table.
#[derive(Clone, Default)]
pub(crate) struct RowCounter(std::sync::Arc<AtomicU64>);

impl RowCounter {
    pub(crate) fn add(&self, rows: u64) {
        self.0.fetch_add(rows, Ordering::Relaxed);
    }

    pub(crate) fn set(&self, rows: u64) {
        self.0.store(rows, Ordering::Relaxed);
    }
}

impl Meter {
    /// A meter that goes on numbering where an earlier attempt stopped.
    pub(crate) fn after(sequence: u64) -> Self {
        Self(Mutex::new(State {
            step: steps::PLANNING,
            tables: Vec::new(),
            sequence,
            begun: Instant::now(),
            trail: VecDeque::new(),
            bytes: 0,
        }))
    }

    /// Says what is being done.
    pub(crate) fn step(&self, step: &'static str) {
        self.state().step = step;
    }

    /// Says which tables there are; gives a counter for each.
    pub(crate) fn tables(&self, tables: impl IntoIterator<Item = (TableId, String, u64)>) -> Vec<RowCounter> {
        let mut state = self.state();
        state.trail.clear();
        let counters =
            tables.into_iter().map(|(table, name, total)| Counter { table, name, total, done: Default::default() });
        state.tables = counters.collect();
        state.tables.iter().map(|t| RowCounter(t.done.clone())).collect()
    }

    /// Says how many bytes were written.
    pub(crate) fn bytes(&self, bytes: u64) {
        self.state().bytes = bytes;
    }

    /// What has been done so far, with the next number.
    pub(crate) fn read(&self) -> Progress {
        let mut state = self.state();
        let done = state.done();
        let rate = state.rate(Instant::now(), done);
        state.progress(done, rate)
    }

    /// What has been done in the end, with the rate over all.
    pub(crate) fn last(&self) -> Progress {
        let mut state = self.state();
        state.step = steps::DONE;
        let (done, seconds) = (state.done(), state.begun.elapsed().as_secs_f64());
        state.progress(done, done as f64 / seconds.max(0.001))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn done(&self) -> u64 {
        self.tables.iter().map(|t| t.done.load(Ordering::Relaxed)).sum()
    }

    /// Rows a second over the last seconds.
    fn rate(&mut self, now: Instant, done: u64) -> f64 {
        self.trail.push_back((now, done));
        while self.trail.len() > 2 && self.trail.front().is_some_and(|(at, _)| now.duration_since(*at) > WINDOW) {
            self.trail.pop_front();
        }
        match self.trail.front() {
            Some((at, rows)) if *at < now => {
                done.saturating_sub(*rows) as f64 / now.duration_since(*at).as_secs_f64().max(0.001)
            }
            Some(_) | None => 0.0,
        }
    }

    fn progress(&mut self, done: u64, rate: f64) -> Progress {
        self.sequence += 1;
        let table = |t: &Counter| TableProgress {
            table: t.table,
            name: t.name.clone(),
            rows_done: t.done.load(Ordering::Relaxed),
            rows_total: t.total,
        };
        Progress {
            sequence: self.sequence,
            step: self.step.to_owned(),
            rows_done: done,
            rows_total: self.tables.iter().map(|t| t.total).sum(),
            rows_per_second: rate,
            bytes_written: self.bytes,
            tables: self.tables.iter().map(table).collect(),
            ..Progress::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_by_table_and_numbers_grow() {
        let meter = Meter::after(7);
        let id = |name| TableId::from_name(name, |_| false);
        let counters = meter.tables([(id("a"), "a".to_owned(), 10), (id("b"), "b".to_owned(), 30)]);
        counters[0].add(10);
        counters[1].add(4);
        counters[1].set(5);
        let (first, second) = (meter.read(), meter.read());
        assert_eq!((first.sequence, second.sequence), (8, 9));
        assert_eq!((first.rows_done, first.rows_total), (15, 40));
        let tables: Vec<_> = first.tables.iter().map(|t| (t.name.as_str(), t.rows_done, t.rows_total)).collect();
        assert_eq!(tables, [("a", 10, 10), ("b", 5, 30)]);
        assert_eq!(meter.last().step, steps::DONE);
    }

    #[test]
    fn the_rate_is_that_of_the_last_seconds() {
        let mut state = Meter::after(0).0.into_inner().unwrap();
        let start = Instant::now();
        let after = |seconds: u64| start + Duration::from_secs(seconds);
        assert_eq!(state.rate(start, 0), 0.0);
        assert_eq!(state.rate(after(2), 200), 100.0);
        state.rate(after(6), 200);
        // Of what happened in the first two seconds only the end is left.
        assert!(state.rate(after(8), 200) < 30.0);
    }
}
