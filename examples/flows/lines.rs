//! Lines of a file or of standard input, without a copy of each.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use memchr::memchr;

use crate::Failure;
use crate::cells::{has_quote, walk};
use crate::progress::Progress;

/// How many bytes are read at a time.
const PIECE: usize = 1 << 18;
/// The longest line. A stream without line ends must not fill the memory.
const LONGEST_LINE: usize = 1 << 26;
/// How far a quoted cell may reach. A quote that does not close costs one line
/// and not the rest of the file.
const LONGEST_RECORD: (usize, usize) = (1 << 14, 100);

/// A byte order mark in UTF-8, as spreadsheets write it.
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// A line, or a record of several lines, without its last line end.
#[derive(Clone, Copy)]
pub(crate) struct Line<'b> {
    /// The number of its first line, from 1.
    pub(crate) number: u64,
    pub(crate) bytes: &'b [u8],
}

pub(crate) struct Lines {
    name: String,
    input: Box<dyn Read>,
    progress: Progress,
    buffer: Vec<u8>,
    /// What of the buffer is read from the input and not taken yet.
    start: usize,
    end: usize,
    /// The number of the next line.
    number: u64,
}

impl Lines {
    pub(crate) fn open(path: Option<&Path>, progress: Progress) -> Result<Self, Failure> {
        let name =
            path.map_or_else(|| "standard input".to_owned(), |path| path.display().to_string());
        let input: Box<dyn Read> = match path {
            Some(path) => {
                let file = File::open(path).map_err(|error| refused(&name, &error))?;
                if let Ok(about) = file.metadata() {
                    if about.is_file() {
                        progress.expect(about.len());
                    }
                }
                Box::new(file)
            }
            None => Box::new(io::stdin().lock()),
        };
        let buffer = vec![0; 2 * PIECE];
        let mut lines = Self { name, input, progress, buffer, start: 0, end: 0, number: 1 };
        while lines.end < BOM.len() && lines.fill()? {}
        if lines.buffer[..lines.end].starts_with(BOM) {
            lines.start = BOM.len();
        }
        Ok(lines)
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The first line that is not empty, which stays to be taken.
    pub(crate) fn first(&mut self) -> Result<&[u8], Failure> {
        loop {
            let length = self.length(0)?;
            let line = &self.buffer[self.start..self.start + length];
            if length == 0 || !trimmed(line).is_empty() {
                return Ok(trimmed(&self.buffer[self.start..self.start + length]));
            }
            self.start += length;
            self.number += 1;
        }
    }

    /// The next line that is not empty; with a separator, the next record of a
    /// CSV, whose quoted cells may hold line ends.
    #[inline]
    pub(crate) fn next(&mut self, separator: Option<u8>) -> Result<Option<Line<'_>>, Failure> {
        loop {
            let mut length = self.length(0)?;
            let mut lines = 1;
            if length == 0 {
                return Ok(None);
            }
            let line = &self.buffer[self.start..self.start + length];
            if let Some(separator) = separator.filter(|_| has_quote(line)) {
                (length, lines) = self.record(length, separator)?;
            }
            let (start, number) = (self.start, self.number);
            self.start += length;
            self.number += lines;
            let line = trimmed(&self.buffer[start..start + length]);
            if !line.is_empty() {
                // Borrowed anew: the loop would hold on to it.
                let bytes = &self.buffer[start..start + line.len()];
                return Ok(Some(Line { number, bytes }));
            }
        }
    }

    /// Whether all that was read is taken, so that the next line may take time.
    #[inline]
    pub(crate) fn is_drained(&self) -> bool {
        self.start == self.end
    }

    /// The length of a record that begins with a line of that length, and the
    /// number of its lines.
    fn record(&mut self, first: usize, separator: u8) -> Result<(usize, u64), Failure> {
        let (mut length, mut lines) = (first, 1);
        while !walk(&self.buffer[self.start..self.start + length], separator, |_| ()) {
            let more = self.length(length)?;
            length += more;
            lines += 1;
            if more == 0 || length > LONGEST_RECORD.0 || lines > LONGEST_RECORD.1 {
                return Ok((first, 1));
            }
        }
        Ok((length, lines as u64))
    }

    /// The length of the line, with its end, that begins that many bytes behind
    /// the next one; 0 at the end of the input.
    #[inline]
    fn length(&mut self, behind: usize) -> Result<usize, Failure> {
        let mut seen = behind;
        loop {
            if let Some(found) = memchr(b'\n', &self.buffer[self.start + seen..self.end]) {
                return Ok(seen + found + 1 - behind);
            }
            seen = self.end - self.start;
            if seen - behind > LONGEST_LINE {
                let (name, number) = (&self.name, self.number);
                let limit = format!("expected lines of at most {LONGEST_LINE} bytes");
                return Err(Failure::Refused(format!("{name}:{number}: {limit}")));
            }
            if !self.fill()? {
                return Ok(seen - behind);
            }
        }
    }

    /// Reads more; whether there was more.
    fn fill(&mut self) -> Result<bool, Failure> {
        if self.buffer.len() - self.end < PIECE {
            self.buffer.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
            if self.buffer.len() - self.end < PIECE {
                self.buffer.resize(2 * self.buffer.len(), 0);
            }
        }
        loop {
            match self.input.read(&mut self.buffer[self.end..]) {
                Ok(count) => {
                    self.end += count;
                    self.progress.add(count);
                    return Ok(count > 0);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(refused(&self.name, &error)),
            }
        }
    }
}

fn refused(name: &str, error: &io::Error) -> Failure {
    Failure::Refused(format!("{name}: {error}"))
}

/// A line without its end.
#[inline]
fn trimmed(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}
