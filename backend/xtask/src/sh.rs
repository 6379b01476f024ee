//! Runs programs in the project's folder and says in words what failed.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What a command of this tool answers: nothing, or one sentence.
pub type Done = Result<(), String>;

/// The project's root folder.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// Variables handed to a program beside its own environment.
pub type Env<'a> = &'a [(String, String)];

/// Runs a program in `dir` (relative to the root) and waits for it.
pub fn run_in(dir: &str, program: &str, args: &[&str], env: Env<'_>) -> Done {
    println!("$ {program} {}{}", args.join(" "), if dir.is_empty() { String::new() } else { format!("   (in {dir})") });
    let status = command(dir, program, args, env)
        .status()
        .map_err(|error| format!("{program} could not be started: {error}. {}", hint(program)))?;
    if status.success() { Ok(()) } else { Err(format!("`{program} {}` failed ({status})", args.join(" "))) }
}

/// Runs a program in the root.
pub fn run(program: &str, args: &[&str]) -> Done {
    run_in("", program, args, &[])
}

/// What a program prints, or `None` where it can't be started or fails.
pub fn output(dir: &str, program: &str, args: &[&str], env: Env<'_>) -> Option<String> {
    let output = command(dir, program, args, env).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A program about to run in `dir` (relative to the root).
pub fn command(dir: &str, program: &str, args: &[&str], env: Env<'_>) -> Command {
    // On Windows npm and npx are .cmd files, which are not found without their ending.
    let program =
        if cfg!(windows) && matches!(program, "npm" | "npx") { format!("{program}.cmd") } else { program.into() };
    let mut command = Command::new(program);
    command.args(args).current_dir(root().join(dir)).envs(env.iter().map(|(k, v)| (k, v)));
    command
}

/// The cargo that runs this tool.
pub fn cargo() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".into())
}

fn hint(program: &str) -> &'static str {
    match program {
        "npm" | "npx" | "node" => "Node 20 or newer is needed: https://nodejs.org",
        _ => "",
    }
}

/// Where cargo puts the product's binary.
pub fn target_binary(profile: &str) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join(profile).join(format!("dmb{}", std::env::consts::EXE_SUFFIX))
}

/// Makes sure that a cargo subcommand is there, installing it into cargo's own folder where it is not.
pub fn ensure_cargo_tool(name: &str) -> Done {
    if output("", &cargo(), &[name, "--version"], &[]).is_some() {
        return Ok(());
    }
    run(&cargo(), &["install", "--locked", "--quiet", &format!("cargo-{name}")])
}
