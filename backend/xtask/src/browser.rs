//! Finds a Chromium for the browser tests, or installs one.

use std::path::Path;

use crate::sh;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PLACES: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/// The path of a Chromium: `DMB_CHROMIUM`, one on this machine, or one installed now (by apt as root on Debian and
/// Ubuntu, else by Playwright's own download).
pub fn ensure() -> Result<String, String> {
    if let Ok(path) = std::env::var("DMB_CHROMIUM") {
        return Ok(path);
    }
    if let Some(path) = installed() {
        return Ok(path);
    }
    if is_root() && Path::new("/usr/bin/apt-get").exists() {
        sh::run("apt-get", &["update", "-q"])?;
        let env = [("DEBIAN_FRONTEND".to_string(), "noninteractive".to_string())];
        sh::run_in("", "apt-get", &["install", "-q", "-y", "--no-install-recommends", "chromium"], &env)?;
        return installed().ok_or_else(|| "chromium was installed but is not found".into());
    }
    sh::run_in("e2e", "npx", &["playwright-core", "install", "chromium"], &[])?;
    sh::output(
        "e2e",
        "node",
        &["-e", "process.stdout.write(require('playwright-core').chromium.executablePath())"],
        &[],
    )
    .ok_or_else(|| "no Chromium here and none could be installed; set DMB_CHROMIUM to one".into())
}

fn installed() -> Option<String> {
    let on_path =
        std::env::var_os("PATH").into_iter().flat_map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    on_path
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .chain(PLACES.map(Into::into))
        .find(|candidate| candidate.is_file())
        .map(|found| found.to_string_lossy().into_owned())
}

fn is_root() -> bool {
    sh::output("", "id", &["-u"], &[]).is_some_and(|id| id.trim() == "0")
}
