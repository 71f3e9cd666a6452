//! A bar on a terminal that shows how much of a file has come.

use core::time::Duration;
use std::io::{self, Read, Write};
use std::time::Instant;

/// How often the bar is drawn.
const EVERY: Duration = Duration::from_millis(100);
/// How many marks the bar has.
const MARKS: u64 = 30;

/// A reader that draws a bar while it is read.
#[derive(Debug)]
pub(super) struct Progress<R, W: Write> {
    reader: R,
    /// Where the bar is drawn; nothing is where that is no terminal.
    terminal: Option<W>,
    total: Option<u64>,
    read: u64,
    drawn: Option<Instant>,
}

impl<R, W: Write> Progress<R, W> {
    pub(super) fn new(reader: R, total: Option<u64>, terminal: Option<W>) -> Self {
        Self { reader, terminal, total, read: 0, drawn: None }
    }

    fn draw(&mut self) {
        let bar = bar(self.read, self.total);
        if let Some(terminal) = &mut self.terminal {
            // A bar that cannot be drawn is no reason to stop.
            _ = write!(terminal, "\r{bar}");
            _ = terminal.flush();
            self.drawn = Some(Instant::now());
        }
    }
}

impl<R: Read, W: Write> Read for Progress<R, W> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        self.read += read as u64;
        if self.drawn.is_none_or(|drawn| drawn.elapsed() >= EVERY) {
            self.draw();
        }
        Ok(read)
    }
}

impl<R, W: Write> Drop for Progress<R, W> {
    fn drop(&mut self) {
        self.draw();
        if let Some(terminal) = &mut self.terminal {
            _ = writeln!(terminal);
        }
    }
}

/// `[=====     ] 1.9 of 3.8 MB`, or how much where the whole is not known.
fn bar(read: u64, total: Option<u64>) -> String {
    // Tenths of a megabyte.
    let megabytes = |bytes: u64| format!("{}.{}", bytes / 1_000_000, bytes / 100_000 % 10);
    match total.filter(|total| *total > 0) {
        Some(total) => {
            let marks = (read.min(total) * MARKS / total).min(MARKS);
            let filled = "=".repeat(usize::try_from(marks).unwrap_or_default());
            let width = usize::try_from(MARKS).unwrap_or_default();
            format!("[{filled:<width$}] {} of {} MB", megabytes(read), megabytes(total))
        }
        None => format!("{} MB", megabytes(read)),
    }
}
