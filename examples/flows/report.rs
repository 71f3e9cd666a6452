//! Malformed lines: told, counted, and kept.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::progress::Progress;
use crate::{Failure, of_file};

/// How many malformed lines are told, one by one.
const TOLD: u64 = 10;

pub(crate) struct Report {
    /// The name of what is read.
    name: String,
    progress: Progress,
    rejects: Option<(PathBuf, BufWriter<File>)>,
    pub(crate) malformed: u64,
}

impl Report {
    pub(crate) fn new(name: &str, progress: Progress) -> Self {
        Self { name: name.to_owned(), progress, rejects: None, malformed: 0 }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn reject_to(&mut self, path: &Path) -> Result<(), Failure> {
        let file = File::create(path).map_err(|error| of_file(path, &error))?;
        self.rejects = Some((path.to_owned(), BufWriter::new(file)));
        Ok(())
    }

    /// Takes in a malformed line, and says whether it is kept. One that is not
    /// belongs into the output.
    pub(crate) fn malformed(
        &mut self,
        number: u64,
        line: &[u8],
        why: impl FnOnce() -> String,
    ) -> Result<bool, Failure> {
        self.malformed += 1;
        if self.malformed <= TOLD {
            self.progress.tell(&format!("flows: {}:{number}: {}", self.name, why()));
        }
        let Some((path, file)) = &mut self.rejects else { return Ok(false) };
        let written = file.write_all(line).and_then(|()| file.write_all(b"\n"));
        written.map(|()| true).map_err(|error| of_file(path, &error))
    }

    /// Tells how many were not told, and writes what is kept.
    pub(crate) fn finish(&mut self) -> Result<(), Failure> {
        if self.malformed > TOLD {
            let (name, all) = (&self.name, self.malformed);
            self.progress.tell(&format!("flows: {name}: {all} malformed lines, {TOLD} are told"));
        }
        let Some((path, file)) = &mut self.rejects else { return Ok(()) };
        file.flush().map_err(|error| of_file(path, &error))
    }
}
