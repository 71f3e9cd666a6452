//! What is written: a buffer that leaves in large pieces.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use crate::{Failure, of_file};

/// How many bytes are written at a time, at least.
const PIECE: usize = 1 << 18;

pub(crate) struct Output {
    to: Box<dyn Write>,
    pub(crate) buffer: Vec<u8>,
}

impl Output {
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let to: Box<dyn Write> = match path {
            Some(path) => Box::new(File::create(path).map_err(|error| of_file(path, &error))?),
            // It looks for line ends, but pieces end with one and go as they are.
            None => Box::new(io::stdout().lock()),
        };
        Ok(Self { to, buffer: Vec::with_capacity(2 * PIECE) })
    }

    /// Ends a record, and writes what is there if it is enough.
    #[inline]
    pub(crate) fn end(&mut self) -> Result<(), Failure> {
        self.buffer.push(b'\n');
        if self.buffer.len() >= PIECE { self.flush() } else { Ok(()) }
    }

    /// Writes what is there, at the end or before a wait for more input.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        self.to.write_all(&self.buffer).map_err(Failure::Write)?;
        self.buffer.clear();
        self.to.flush().map_err(Failure::Write)
    }
}
