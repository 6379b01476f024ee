//! Slows down who knocks too often.

use dmb_store::Throttle;

use crate::{App, AppError, Rate};

impl App {
    /// Counts an attempt under `key`.
    ///
    /// # Errors
    /// [`AppError::Throttled`] when there were too many.
    pub(super) async fn knock(&self, key: &str, rate: Rate) -> Result<(), AppError> {
        match self.store().throttles().hit(key, rate.attempts, rate.window, self.now()).await? {
            Throttle::Allowed => Ok(()),
            Throttle::RetryAfter(retry_after) => Err(AppError::Throttled { retry_after }),
        }
    }
}
