//! `cargo xtask test`: every test there is. Those that need a database server or a Python that is not here are
//! skipped, aloud, unless they are demanded.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::sh::{self, Done, cargo};
use crate::{browser, coverage, judges, page};

/// A part of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Unit and integration tests of the Rust rooms
    Rust,
    /// Unit tests and size budget of the page
    Page,
    /// What the binary generates, judged by libraries of others (Python)
    Judges,
    /// The served product: protocol, scripts, and the browser's journeys
    E2e,
}

/// Database servers some tests want, with the variable that names one.
const DATABASES: [(&str, &str); 2] = [("PostgreSQL", "DMB_TEST_POSTGRES_URL"), ("MySQL/MariaDB", "DMB_TEST_MYSQL_URL")];

/// Set where nothing may be skipped.
const DEMAND: &str = "DMB_TEST_DEMAND_DATABASES";

/// Runs the tests, all parts where none is named.
pub fn test(with_coverage: bool, only: &[Part]) -> Done {
    let wanted = |part| only.is_empty() || only.contains(&part);
    let mut skipped = missing_databases()?;
    let judged = wanted(Part::Judges) && judges_are_ready(&mut skipped)?;
    // Judges never look at the page.
    if only != [Part::Judges] {
        page::install("frontend")?;
        page::build()?;
    }
    if wanted(Part::Page) {
        sh::run_in("frontend", "npm", &["run", "test"], &[])?;
        sh::run_in("frontend", "npm", &["run", "budget"], &[])?;
    }
    let coverage = if with_coverage { Some(coverage::begin()?) } else { None };
    let env = coverage.as_ref().map_or(&[][..], |c| &c.env);
    // Tests of the engine write the designs that judges are to look at.
    let with_designs: Vec<_> = env.iter().cloned().chain([judges::random_designs()]).collect();
    if wanted(Part::Rust) {
        sh::run_in("", &cargo(), &["test", "--workspace", "--no-fail-fast"], &with_designs)?;
    } else if judged {
        let args = ["test", "--package", "dmb-server", "--package", "dmb-engine", "--test", "it", "random::"];
        sh::run_in("", &cargo(), &args, &with_designs)?;
    } else if wanted(Part::E2e) {
        // Tests of the commands, where they are built, build the binary too; building it by itself then would, with
        // fewer features asked of its dependencies, compile most of them once more.
        sh::run_in("", &cargo(), &["build", "--package", "dmb-server"], env)?;
    }
    if judged {
        judges::run(&binary(env), env)?;
    }
    if wanted(Part::E2e) {
        end_to_end(env)?;
    }
    if let Some(coverage) = &coverage {
        coverage::report(coverage)?;
    }
    for what in &skipped {
        println!("skipped: {what}");
    }
    println!("{} parts of the tests were skipped", skipped.len());
    Ok(())
}

/// What is skipped for want of a database server.
fn missing_databases() -> Result<Vec<String>, String> {
    let missing = DATABASES.iter().filter(|(_, variable)| std::env::var_os(variable).is_none());
    missing.map(|(name, variable)| skip(&format!("the tests on {name}"), &format!("{variable} is not set"))).collect()
}

/// Whether the judges can run; else why not is among what is skipped.
fn judges_are_ready(skipped: &mut Vec<String>) -> Result<bool, String> {
    let ready = judges::ready();
    if let Err(why) = &ready {
        skipped.push(skip("the judges of what is generated", why)?);
    }
    Ok(ready.is_ok())
}

/// What is skipped and why, or a failure where it is demanded.
fn skip(what: &str, why: &str) -> Result<String, String> {
    match std::env::var_os(DEMAND) {
        Some(_) => Err(format!("{what} are demanded, but {why}")),
        None => Ok(format!("{what}: {why}")),
    }
}

fn end_to_end(env: sh::Env<'_>) -> Done {
    page::install("e2e")?;
    let binary = binary(env);
    let mut env = env.to_vec();
    env.push(("DMB_BINARY".into(), binary.to_string_lossy().into_owned()));
    env.push(("DMB_CHROMIUM".into(), browser::ensure()?));
    sh::run_in("e2e", "npm", &["test"], &env)
}

/// The binary that the tests built.
fn binary(env: sh::Env<'_>) -> PathBuf {
    let target = env.iter().find(|(name, _)| name == "CARGO_TARGET_DIR").map(|(_, value)| value);
    match target {
        Some(folder) => Path::new(folder).join("debug").join(format!("dmb{}", std::env::consts::EXE_SUFFIX)),
        None => sh::target_binary("debug"),
    }
}
