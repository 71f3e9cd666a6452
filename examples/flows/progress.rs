//! The progress bar, which is there once reading has taken a second.

use core::time::Duration;
use std::io::{self, IsTerminal, Write};
use std::time::Instant;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long nobody waits for.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar, hidden until the patience ends. Copies are the same bar.
#[derive(Clone)]
pub(crate) struct Progress {
    bar: ProgressBar,
    started: Instant,
    is_waiting: bool,
}

impl Progress {
    pub(crate) fn new(is_shown: bool) -> Self {
        let is_waiting = is_shown && io::stderr().is_terminal();
        Self { bar: ProgressBar::hidden(), started: Instant::now(), is_waiting }
    }

    /// Takes in how many bytes there are, if a file tells.
    pub(crate) fn expect(&self, bytes: u64) {
        self.bar.set_length(bytes);
    }

    /// Takes in that bytes were read.
    pub(crate) fn add(&mut self, bytes: usize) {
        self.bar.inc(bytes as u64);
        if self.is_waiting && self.started.elapsed() > PATIENCE {
            self.is_waiting = false;
            let shape = match self.bar.length() {
                Some(_) => "{wide_bar} {bytes}/{total_bytes}, {bytes_per_sec}, {eta} left",
                None => "{spinner} {bytes}, {bytes_per_sec}",
            };
            // Without a style the bar has its own.
            if let Ok(style) = ProgressStyle::with_template(shape) {
                self.bar.set_style(style);
            }
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    /// Writes a line of standard error above the bar. Whoever closed it does not
    /// hear it.
    pub(crate) fn tell(&self, line: &str) {
        self.bar.suspend(|| _ = writeln!(io::stderr(), "{line}"));
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
