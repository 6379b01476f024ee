//! `cargo xtask test`: every test there is. Those that need a database server that is not here are skipped, aloud.

use clap::ValueEnum;

use crate::sh::{self, Done, cargo};
use crate::{browser, coverage, page};

/// A part of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Unit and integration tests of the Rust rooms
    Rust,
    /// Unit tests and size budget of the page
    Page,
    /// The served product: protocol, scripts, and the browser's journeys
    E2e,
}

/// Database servers some tests want, with the variable that names one.
const DATABASES: [(&str, &str); 2] = [("PostgreSQL", "DMB_TEST_POSTGRES_URL"), ("MySQL/MariaDB", "DMB_TEST_MYSQL_URL")];

/// Runs the tests, all parts where none is named.
pub fn test(with_coverage: bool, only: &[Part]) -> Done {
    let wanted = |part| only.is_empty() || only.contains(&part);
    let demanded = std::env::var_os("DMB_TEST_DEMAND_DATABASES").is_some();
    let missing: Vec<_> = DATABASES.iter().filter(|(_, variable)| std::env::var_os(variable).is_none()).collect();
    if let (true, Some((name, variable))) = (demanded, missing.first()) {
        return Err(format!("{name} is demanded, but {variable} is not set"));
    }
    page::install("frontend")?;
    page::build()?;
    if wanted(Part::Page) {
        sh::run_in("frontend", "npm", &["run", "test"], &[])?;
        sh::run_in("frontend", "npm", &["run", "budget"], &[])?;
    }
    let coverage = if with_coverage { Some(coverage::begin()?) } else { None };
    let env = coverage.as_ref().map_or(&[][..], |c| &c.env);
    if wanted(Part::Rust) {
        sh::run_in("", &cargo(), &["test", "--workspace", "--no-fail-fast"], env)?;
    }
    if wanted(Part::E2e) {
        // The tests of the commands have just built the binary; building it by itself would, with fewer features
        // asked of its dependencies, compile most of them once more.
        if !wanted(Part::Rust) {
            sh::run_in("", &cargo(), &["build", "--package", "dmb-server"], env)?;
        }
        end_to_end(env)?;
    }
    if let Some(coverage) = &coverage {
        coverage::report(coverage)?;
    }
    for (name, variable) in missing {
        println!("skipped: the tests on {name}; set {variable} to run them");
    }
    Ok(())
}

fn end_to_end(env: sh::Env<'_>) -> Done {
    page::install("e2e")?;
    let mut env = env.to_vec();
    let target = env.iter().find(|(name, _)| name == "CARGO_TARGET_DIR").map(|(_, value)| value.clone());
    let binary = match target {
        Some(folder) => {
            std::path::Path::new(&folder).join("debug").join(format!("dmb{}", std::env::consts::EXE_SUFFIX))
        }
        None => sh::target_binary("debug"),
    };
    env.push(("DMB_BINARY".into(), binary.to_string_lossy().into_owned()));
    env.push(("DMB_CHROMIUM".into(), browser::ensure()?));
    sh::run_in("e2e", "npm", &["test"], &env)
}
