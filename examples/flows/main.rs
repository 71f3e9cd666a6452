//! Names the services of flow records: reads CSV or NDJSON and writes each
//! record with three columns more.
//!
//! ```text
//! zcat flow-logs.gz | cargo run --release --example flows > named.csv
//! cargo run --release --example flows -- conn.log --to ndjson --rejects bad.log -o named.ndjson
//! cargo run --release --example flows -- export.csv --source-port sp --destination-port dp \
//!     --protocol pr --plot services.svg -o named.csv
//! ```
//!
//! The columns are `service_name`, `service_side` (source or destination) and
//! `port_status` (of the port on that side), as `iana_ports::flow::service`
//! decides. They are empty, or null, where it does not, and where a record has
//! no ports: those of ICMP, or a VPC flow log's `NODATA`.
//!
//! A line that is malformed is told on standard error with its number: the first
//! ten of them, and how many there are. None is lost. With `--rejects` they go
//! there as they came, and the output has none of them. Without it they stand
//! in the output in their order: missing cells are empty, surplus cells stand
//! behind the three columns, and a line that is no JSON object is copied.
//!
//! A summary of the top services is written to standard error as a table.
//!
//! The exit code is 0 if every line was read, or as many as the reader of a pipe
//! wanted; 1 if some were malformed; 2 if an argument or a file is wrong.

mod annotation;
mod arguments;
mod cells;
mod ends;
mod header;
mod json;
mod key;
mod known;
mod lines;
mod members;
mod output;
mod plot;
mod progress;
mod report;
mod summary;
mod table;

use std::fs;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Format};
use lines::Lines;
use output::Output;
use progress::Progress;
use report::Report;
use summary::Summary;

/// Why the program ends early.
pub(crate) enum Failure {
    /// The records cannot be written.
    Write(io::Error),
    /// An argument or a file is wrong.
    Refused(String),
}

/// What is read, and where its records, its malformed lines and its counts go.
pub(crate) struct Job {
    pub(crate) arguments: Arguments,
    pub(crate) lines: Lines,
    pub(crate) report: Report,
    pub(crate) summary: Summary,
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(code) => code,
        // A closed pipe is no error: whoever reads has seen enough.
        Err(Failure::Write(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Write(error)) => refuse(&format!("cannot write the records: {error}")),
        Err(Failure::Refused(why)) => refuse(&why),
    }
}

/// Says why the program ends. Whoever closed standard error does not hear it.
fn refuse(why: &str) -> ExitCode {
    _ = writeln!(io::stderr(), "flows: {why}");
    ExitCode::from(2)
}

fn run(arguments: Arguments) -> Result<ExitCode, Failure> {
    arguments.check().map_err(Failure::Refused)?;
    // Records on a terminal leave no room for a bar.
    let is_shown = arguments.output.is_some() || !io::stdout().is_terminal();
    let progress = Progress::new(is_shown);
    let mut lines = Lines::open(arguments.file.as_deref(), progress.clone())?;
    let format = match arguments.format {
        Some(format) => format,
        None => Format::of(lines.first()?),
    };
    let report = Report::new(lines.name(), progress.clone());
    let mut job = Job { arguments, lines, report, summary: Summary::default() };
    match format {
        Format::Ndjson => json::run(&mut job)?,
        _ => table::run(&mut job, format)?,
    }
    progress.finish();
    job.report.finish()?;
    if let Some(path) = &job.arguments.plot {
        let svg = plot::svg(&job.summary, job.arguments.top);
        fs::write(path, svg).map_err(|error| of_file(path, &error))?;
    }
    let table = job.summary.table(job.arguments.top, job.report.malformed);
    _ = writeln!(io::stderr(), "{table}");
    Ok(ExitCode::from(u8::from(job.report.malformed > 0)))
}

impl Job {
    /// Opens what is written to. Nothing is, until the header has been read.
    pub(crate) fn output(&mut self) -> Result<Output, Failure> {
        if let Some(path) = &self.arguments.rejects {
            self.report.reject_to(path)?;
        }
        Output::open(self.arguments.output.as_deref())
    }
}

/// A failure that names the file.
pub(crate) fn of_file(path: &Path, error: &io::Error) -> Failure {
    Failure::Refused(format!("{}: {error}", path.display()))
}
