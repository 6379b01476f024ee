//! What the benches share: cases run in turn, each time in a process of its own so that its peak memory is its own, and
//! told as medians. Nothing here can fail for being slow.
//!
//! Where environment variables that begin with the name in a case hold shell commands, each runs in turn with the case,
//! with `ROWS`, `FILE` and `THREADS` in its environment, and what is told is how many times as long it takes. One that
//! ends with 77 says that the case is not for it.
//! `DMB_BENCH_RUNS` is how often each case runs (3).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a bench tells, and fails aloud")]

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

pub mod designs;

/// Rows where nobody asked for figures, only whether the cases run.
const FEW: u64 = 1_000;
/// Tells a process which case it is to run.
const CASE: &str = "DMB_BENCH_CASE";

/// Something to be measured.
pub struct Case {
    /// What is done.
    pub name: &'static str,
    /// Rows of it.
    pub rows: u64,
    /// Threads that make rows.
    pub threads: usize,
    /// Beginning of the environment variables with the commands to compare with.
    pub peers: Option<&'static str>,
    /// Does it, and tells how long the part took that counts.
    pub work: fn(&Job<'_>) -> Duration,
}

/// One run of a case.
pub struct Job<'a> {
    /// Rows to make.
    pub rows: u64,
    /// Threads to make them with.
    pub threads: usize,
    /// An empty folder that goes afterwards.
    pub folder: &'a Path,
}

/// What a run was like.
struct Run {
    seconds: f64,
    /// Peak of the memory in use, in bytes, where the system tells.
    memory: Option<u64>,
}

/// Measures the cases and prints a line for each.
pub fn measure(what: &str, cases: &[Case]) {
    if let Some(case) = std::env::var(CASE).ok().and_then(|at| at.parse::<usize>().ok()) {
        return told(&cases[case], cases[case].rows);
    }
    // Without this argument somebody tests that the benches run.
    if !std::env::args().any(|argument| argument == "--bench") {
        return cases.iter().for_each(|case| told(case, FEW));
    }
    let runs = std::env::var("DMB_BENCH_RUNS").ok().and_then(|n| n.parse().ok()).unwrap_or(3_usize).max(1);
    let others: Vec<Vec<(String, String)>> = cases.iter().map(others).collect();
    let mut own = vec![Vec::new(); cases.len()];
    let mut beside: Vec<Vec<Vec<f64>>> = others.iter().map(|found| vec![Vec::new(); found.len()]).collect();
    let mut memory = vec![None; cases.len()];
    for _ in 0..runs {
        for (at, case) in cases.iter().enumerate() {
            let run = apart(at);
            own[at].push(run.seconds);
            memory[at] = memory[at].max(run.memory);
            for (peer, (_, command)) in others[at].iter().enumerate() {
                beside[at][peer].extend(other(command, case));
            }
        }
    }
    println!("\n{what}: medians of {runs} runs");
    println!("{:<34} {:>10} {:>8} {:>12} {:>9} {:>10}", "", "rows", "threads", "rows/s", "seconds", "peak MB");
    for (at, case) in cases.iter().enumerate() {
        let seconds = median(&mut own[at]);
        let megabytes = memory[at].map_or("?".to_owned(), |bytes| format!("{:.0}", bytes as f64 / 1e6));
        let rate = case.rows as f64 / seconds;
        println!("{:<34} {:>10} {:>8} {rate:>12.0} {seconds:>9.4} {megabytes:>10}", case.name, case.rows, case.threads);
        for ((name, _), times) in others[at].iter().zip(&mut beside[at]).filter(|(_, times)| !times.is_empty()) {
            let theirs = median(times);
            println!(
                "  {name:<32} {:>31.0} {theirs:>9.4}   {:.2} times as long",
                case.rows as f64 / theirs,
                theirs / seconds
            );
        }
    }
}

/// Names and commands of what a case is compared with.
fn others(case: &Case) -> Vec<(String, String)> {
    let Some(beginning) = case.peers else { return Vec::new() };
    let mut found: Vec<_> = std::env::vars().filter(|(name, _)| name.starts_with(beginning)).collect();
    found.sort();
    found
}

/// Runs a case here and prints its time and peak of memory, for the process that asked.
fn told(case: &Case, rows: u64) {
    let folder = tempfile::tempdir().unwrap();
    let time = (case.work)(&Job { rows, threads: case.threads, folder: folder.path() });
    println!("{} {}", time.as_nanos(), peak_memory().unwrap_or(0));
}

/// Runs a case in a process of its own.
fn apart(case: usize) -> Run {
    let mut command = Command::new(std::env::current_exe().unwrap());
    let output = command.env(CASE, case.to_string()).stderr(Stdio::inherit()).output().unwrap();
    assert!(output.status.success(), "case {case} failed");
    let text = String::from_utf8(output.stdout).unwrap();
    let (nanos, bytes) = text.trim().split_once(' ').unwrap();
    let memory = bytes.parse().ok().filter(|bytes| *bytes > 0);
    Run { seconds: nanos.parse::<f64>().unwrap() / 1e9, memory }
}

/// Seconds that another program takes for the same; `None` where it says that this is not for it.
fn other(command: &str, case: &Case) -> Option<f64> {
    let folder = tempfile::tempdir().unwrap();
    let began = Instant::now();
    let status = Command::new("sh")
        .args(["-c", command])
        .env("ROWS", case.rows.to_string())
        .env("FILE", folder.path().join("peer"))
        .env("THREADS", case.threads.to_string())
        .stdout(Stdio::null())
        .status()
        .unwrap();
    let seconds = began.elapsed().as_secs_f64();
    assert!(status.success() || status.code() == Some(77), "{command} failed");
    status.success().then_some(seconds)
}

/// Peak of this process's resident memory, in bytes; Linux tells.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? * 1_024)
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 { values[middle] } else { (values[middle - 1] + values[middle]) / 2.0 }
}
