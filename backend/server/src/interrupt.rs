//! Ctrl-C and the request to terminate, for commands that have something to clean up.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::serve;

/// A flag that is set when the command is to stop. Whoever can't wait for it to clean up asks a second time.
pub fn flag() -> Result<Arc<AtomicBool>, String> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()
        .map_err(|error| format!("signals can't be received: {error}"))?;
    let flag = Arc::new(AtomicBool::new(false));
    let stop = Arc::clone(&flag);
    std::thread::spawn(move || {
        runtime.block_on(async {
            serve::signal().await;
            stop.store(true, Ordering::Relaxed);
            serve::signal().await;
            std::process::exit(130);
        });
    });
    Ok(flag)
}
