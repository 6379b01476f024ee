//! Why a running job has to stop, known to everything that works on it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

/// Why a job stops before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// A person asked for it.
    Cancelled,
    /// The lease is another's, or the job is gone.
    LeaseLost,
    /// The worker shuts down.
    Shutdown,
}

/// Told once, asked often.
#[derive(Debug, Default)]
pub(crate) struct Control {
    why: OnceLock<Stop>,
    flag: Arc<AtomicBool>,
}

impl Control {
    /// Tells the job to stop. The first reason counts.
    pub(crate) fn stop(&self, why: Stop) {
        // An error says that there is a reason already.
        let _ = self.why.set(why);
        self.flag.store(true, Ordering::Release);
    }

    /// Why to stop, if so.
    pub(crate) fn why(&self) -> Option<Stop> {
        self.why.get().copied()
    }

    /// Whether to stop; cheap.
    pub(crate) fn stopped(&self) -> bool {
        self.flag.load(Ordering::Acquire)
    }

    /// The flag itself, for the rooms below.
    pub(crate) fn flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.flag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_reason_counts() {
        let control = Control::default();
        assert!(!control.stopped() && control.why().is_none());
        control.stop(Stop::LeaseLost);
        control.stop(Stop::Cancelled);
        assert_eq!(control.why(), Some(Stop::LeaseLost));
        assert!(control.stopped() && control.flag().load(Ordering::Acquire));
    }
}
