//! Bringing a file to the disk while it is still being written, so that there is little left to wait for when it is
//! whole, and no memory full of what was written.

use std::fs::File;
use std::io;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

/// Bytes that the system may keep to itself before it is asked to bring them to the disk.
const AHEAD_BYTES: u64 = 16 << 20;

/// Asks, and a thread that does; the thread begins with the first wish. Dropped, it ends what it is at, and then itself.
#[derive(Default)]
pub(crate) struct Ahead {
    thread: Option<(SyncSender<()>, JoinHandle<io::Result<()>>)>,
    wishes: u64,
}

impl Ahead {
    /// Tells that the file holds so many bytes now.
    pub(crate) fn written(&mut self, file: &File, bytes: u64) -> io::Result<()> {
        if bytes / AHEAD_BYTES <= self.wishes {
            return Ok(());
        }
        self.wishes = bytes / AHEAD_BYTES;
        if self.thread.is_none() {
            self.thread = Some(begin(file.try_clone()?)?);
        }
        if let Some((ask, _)) = &self.thread {
            // Full: it is asked already; gone: it failed, which `finish` tells.
            let _ = ask.try_send(());
        }
        Ok(())
    }

    /// Waits until the thread has done what it was asked. A failure is told here and nowhere else: the system tells it
    /// once for each file, so a later sync would not.
    pub(crate) fn finish(&mut self) -> io::Result<()> {
        let Some((ask, thread)) = self.thread.take() else { return Ok(()) };
        drop(ask);
        thread.join().map_err(|_| io::Error::other("the thread that syncs the file stopped"))?
    }
}

fn begin(file: File) -> io::Result<(SyncSender<()>, JoinHandle<io::Result<()>>)> {
    let (ask, asked) = sync_channel(1);
    let work = move || asked.iter().try_for_each(|()| file.sync_data());
    Ok((ask, thread::Builder::new().name("dmb-disk".into()).spawn(work)?))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn the_thread_begins_with_many_bytes_and_ends_when_it_is_waited_for() {
        let mut file = tempfile::tempfile().unwrap();
        let mut ahead = Ahead::default();
        for part in 1..=5 {
            file.write_all(&vec![7; 8 << 20]).unwrap();
            ahead.written(&file, part * (8 << 20)).unwrap();
            assert_eq!(ahead.thread.is_some(), part > 1, "{part}");
        }
        ahead.finish().unwrap();
        assert!(ahead.thread.is_none());
        ahead.finish().unwrap();
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_failure_is_told_at_the_end() {
        // A file that can't be brought to any disk.
        let file = File::options().write(true).open("/proc/self/comm").unwrap();
        let mut ahead = Ahead::default();
        ahead.written(&file, AHEAD_BYTES).unwrap();
        assert_eq!(ahead.finish().unwrap_err().kind(), io::ErrorKind::InvalidInput);
    }
}
