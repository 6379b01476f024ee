//! Runs: the same rows for any number of threads, outputs in step, failures that leave nothing.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use arrow_array::RecordBatch;
use dmb_engine::faults::FaultyCell;
use dmb_engine::output::{AsBatch, Encoded, Encoder, Output, OutputError, RunError, TableHeader};
use dmb_engine::plan::{CHUNK_ROWS, Plan};
use dmb_engine::run::{Observer, RunOptions, RunReport, run};
use dmb_spec::Design;

use crate::support::{SHOP, design, plan, plan_of, request};

/// What an output was told, in order.
#[derive(Default)]
struct Log {
    batches: Vec<(String, RecordBatch)>,
    faults: Vec<FaultyCell>,
    events: Vec<String>,
}

#[derive(Clone, Copy, Default)]
struct Behaviour {
    skip: u64,
    fail_at: Option<usize>,
    panic_in_encoder: bool,
    panic_in_write: bool,
    fail_in_finish: bool,
}

/// An output that keeps everything and fails as told.
struct Keeper {
    log: Arc<Mutex<Log>>,
    behaviour: Behaviour,
    table: String,
    written: usize,
}

impl Keeper {
    fn open(behaviour: Behaviour) -> (Box<dyn Output>, Arc<Mutex<Log>>) {
        let log = Arc::new(Mutex::new(Log::default()));
        (Box::new(Self { log: Arc::clone(&log), behaviour, table: String::new(), written: 0 }), log)
    }

    fn note(&self, event: impl Into<String>) {
        self.log.lock().unwrap().events.push(event.into());
    }
}

struct Panicking;

impl Encoder for Panicking {
    fn encode(&self, _: &RecordBatch) -> Result<Encoded, OutputError> {
        panic!("planned")
    }
}

impl Output for Keeper {
    fn begin_table(&mut self, header: &TableHeader) -> Result<(Arc<dyn Encoder>, u64), OutputError> {
        self.table = header.table.name.clone();
        self.note(format!("begin {} {:?}", self.table, header.rows));
        let encoder: Arc<dyn Encoder> =
            if self.behaviour.panic_in_encoder { Arc::new(Panicking) } else { Arc::new(AsBatch) };
        Ok((encoder, self.behaviour.skip))
    }

    fn write(&mut self, chunk: Encoded) -> Result<(), OutputError> {
        assert!(!self.behaviour.panic_in_write, "planned");
        if self.behaviour.fail_at == Some(self.written) {
            return Err(OutputError::Data("planned".into()));
        }
        self.written += 1;
        let Encoded::Batch(batch) = chunk else { panic!("a batch was encoded") };
        self.log.lock().unwrap().batches.push((self.table.clone(), batch));
        Ok(())
    }

    fn faults(&mut self, cells: &[FaultyCell]) -> Result<(), OutputError> {
        self.log.lock().unwrap().faults.extend_from_slice(cells);
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), OutputError> {
        self.note("end");
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), OutputError> {
        if self.behaviour.fail_in_finish {
            return Err(OutputError::Transient("planned".into()));
        }
        self.note("finish");
        Ok(())
    }

    fn abort(self: Box<Self>) {
        self.note("abort");
    }
}

/// Counts rows and cancels after so many.
struct Watch {
    rows: AtomicU64,
    limit: u64,
}

impl Watch {
    fn until(limit: u64) -> Self {
        Self { rows: AtomicU64::new(0), limit }
    }
}

impl Observer for Watch {
    fn rows(&self, _: usize, rows: u64) {
        self.rows.fetch_add(rows, Ordering::Relaxed);
    }

    fn cancelled(&self) -> bool {
        self.rows.load(Ordering::Relaxed) >= self.limit
    }
}

fn go(plan: &Plan, threads: usize, behaviours: &[Behaviour]) -> (Result<RunReport, RunError>, Vec<Arc<Mutex<Log>>>) {
    let (outputs, logs) = behaviours.iter().map(|behaviour| Keeper::open(*behaviour)).unzip();
    (run(plan, &RunOptions { threads, profile: false }, outputs, &Watch::until(u64::MAX)), logs)
}

fn last_event(log: &Arc<Mutex<Log>>) -> String {
    log.lock().unwrap().events.last().cloned().unwrap_or_default()
}

fn big_shop() -> Plan {
    let design: Design = design(SHOP);
    let tables = vec![
        request(&design, "customers").rows(20_000),
        request(&design, "orders"),
        request(&design, "lines").rows(70_000),
    ];
    plan_of(&design, tables)
}

#[test]
fn any_number_of_threads_delivers_the_same_chunks_in_the_same_order() {
    let plan = big_shop();
    let deliver = |threads| {
        let (report, logs) = go(&plan, threads, &[Behaviour::default()]);
        let report = report.unwrap();
        assert_eq!(report.rows, plan.total_rows());
        std::mem::take(&mut logs[0].lock().unwrap().batches)
    };
    let one = deliver(1);
    assert_eq!(one.iter().map(|(_, batch)| batch.num_rows() as u64).sum::<u64>(), plan.total_rows());
    assert!(one.iter().filter(|(table, _)| table == "lines").count() == 5);
    for threads in [0, 2, 8] {
        assert!(deliver(threads) == one, "{threads} threads");
    }
}

#[test]
fn any_number_of_threads_puts_the_same_faults_into_the_same_rows_and_counts_them() {
    let plan = plan(&design(
        "  t:
    rows: 60000
    fields: { id: { type: auto_increment }, n: { type: integer, generator: { number.uniform: { min: 1, max: 9 } } },
              m: { type: integer, generator: { number.uniform: { min: 10, max: 99 } } } }
    faults: { rate: 0.1, kinds: [{ negative: n }, { swap: { field: n, other: m } }, { duplicate: m }] }",
    ));
    let deliver = |threads| {
        let (report, logs) = go(&plan, threads, &[Behaviour::default()]);
        let mut log = logs[0].lock().unwrap();
        (report.unwrap(), std::mem::take(&mut log.batches), std::mem::take(&mut log.faults))
    };
    let (report, batches, cells) = deliver(1);
    assert!(cells.is_sorted_by_key(|cell| (cell.row, cell.field)) && cells.last().unwrap().row > 59_000);
    let counts = &report.tables[0].faults;
    let of = |kind: &str| cells.iter().filter(|cell| cell.kind == kind).count() as u64;
    assert_eq!((counts["negative"], counts["swap"]), (of("negative"), of("swap") / 2), "a swap shows in two cells");
    assert_eq!(counts.len(), 3);
    for threads in [2, 8] {
        assert!(deliver(threads) == (report.clone(), batches.clone(), cells.clone()), "{threads} threads");
    }
}

#[test]
fn outputs_are_told_of_every_table_and_finished_last() {
    let plan = plan(&design(
        "  a: { rows: 3, fields: { id: { type: auto_increment } } }\n  b: { rows: 0, fields: { id: { type: auto_increment } } }",
    ));
    let (report, logs) = go(&plan, 2, &[Behaviour::default(), Behaviour::default()]);
    let names: Vec<_> = report.unwrap().tables.into_iter().map(|t| (t.name, t.rows)).collect();
    assert_eq!(names, [("a".into(), 3), ("b".into(), 0)]);
    for log in logs {
        let expect = ["begin a Some(3)", "end", "begin b Some(0)", "end", "finish"];
        assert_eq!(log.lock().unwrap().events, expect);
    }
}

#[test]
fn an_output_gets_only_what_it_does_not_have() {
    let design = design("  t: { rows: 50000, fields: { id: { type: auto_increment } } }");
    let plan = plan(&design);
    let with = |skip| Behaviour { skip, ..Behaviour::default() };
    let (outputs, logs): (Vec<_>, Vec<_>) =
        [with(2 * CHUNK_ROWS), with(CHUNK_ROWS), with(50_000)].into_iter().map(Keeper::open).unzip();
    let watch = Watch::until(u64::MAX);
    assert_eq!(run(&plan, &RunOptions { threads: 2, profile: false }, outputs, &watch).unwrap().rows, 50_000);
    assert_eq!(watch.rows.into_inner(), 50_000);
    for (log, expect) in logs.iter().zip([vec![2, 3], vec![1, 2, 3], vec![]]) {
        let log = log.lock().unwrap();
        let chunks: Vec<_> = log.batches.iter().map(|(_, batch)| batch.clone()).collect();
        let due: Vec<_> = expect.into_iter().map(|chunk| plan.tables()[0].chunk(chunk).unwrap()).collect();
        assert!(chunks == due);
    }
    let (report, logs) = go(&plan, 2, &[with(50_000)]);
    assert_eq!((report.unwrap().rows, last_event(&logs[0])), (50_000, "finish".into()));
}

#[test]
fn a_failure_aborts_every_output() {
    let plan = big_shop();
    let fine = Behaviour::default();
    type Check = fn(&RunError) -> bool;
    let cases: [(Behaviour, Check); 4] = [
        (Behaviour { fail_at: Some(3), ..fine }, |e| matches!(e, RunError::Output(OutputError::Data(_)))),
        (Behaviour { panic_in_encoder: true, ..fine }, |e| matches!(e, RunError::Panicked)),
        (Behaviour { panic_in_write: true, ..fine }, |e| matches!(e, RunError::Panicked)),
        (Behaviour { fail_in_finish: true, ..fine }, |e| matches!(e, RunError::Output(OutputError::Transient(_)))),
    ];
    for (at, (behaviour, expect)) in cases.into_iter().enumerate() {
        for threads in [1, 3] {
            let (result, logs) = go(&plan, threads, &[behaviour, fine]);
            assert!(expect(&result.unwrap_err()), "case {at}");
            assert_eq!(last_event(&logs[1]), "abort", "case {at}");
        }
    }
}

#[test]
fn a_cancelled_run_stops_soon_and_leaves_nothing() {
    let plan = big_shop();
    for threads in [1, 4] {
        let (output, log) = Keeper::open(Behaviour::default());
        let watch = Watch::until(25_000);
        let result = run(&plan, &RunOptions { threads, profile: false }, vec![output], &watch);
        assert!(matches!(result, Err(RunError::Cancelled)));
        assert_eq!(last_event(&log), "abort");
        assert!(watch.rows.into_inner() < 25_000 + CHUNK_ROWS);
    }
}

#[test]
fn an_observer_that_panics_stops_the_run_instead_of_hanging_it() {
    struct Broken;
    impl Observer for Broken {
        fn rows(&self, _: usize, _: u64) {
            panic!("planned")
        }
        fn cancelled(&self) -> bool {
            false
        }
    }
    let (output, log) = Keeper::open(Behaviour::default());
    let result = run(&big_shop(), &RunOptions { threads: 2, profile: false }, vec![output], &Broken);
    assert!(matches!(result, Err(RunError::Panicked)));
    assert_eq!(last_event(&log), "abort");
}
