//! Writes the registry in a form that other programs read, into a file or to
//! standard output.
//!
//! ```text
//! cargo run --example export -- services services.txt
//! cargo run --example export -- json | jq '.records[] | select(.service_name == "https")'
//! cargo run --example export -- enrichment iana-ports.csv
//! ```
//!
//! The exit code is 0 if all was written, or as much as the reader of a pipe
//! wanted, and 2 if the arguments are wrong or it cannot be written.

use core::fmt::Display;
use std::env;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use iana_ports::export::{ContactsCsv, EnrichmentCsv, Json, ServicesCsv, ServicesFile};
use iana_ports::registry;

const USAGE: &str = "\
usage: export FORMAT [FILE]

  services      services(5), the form of /etc/services
  csv           every row, in IANA's twelve columns
  contacts-csv  the contact table
  json          every row and every contact, one on each line
  enrichment    a CSV for Logstash and Vector: 443/tcp to https";

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let (format, file) = (arguments.next().unwrap_or_default(), arguments.next());
    // What is written is made while it is written.
    let content: &dyn Display = match format.to_str() {
        _ if arguments.next().is_some() => return refuse(USAGE),
        Some("services") => &ServicesFile::new(registry()),
        Some("csv") => &ServicesCsv::new(registry()),
        Some("contacts-csv") => &ContactsCsv::new(registry()),
        Some("json") => &Json::new(registry()),
        Some("enrichment") => &EnrichmentCsv::new(registry()),
        _ => return refuse(USAGE),
    };
    let written = match &file {
        Some(path) => File::create(path).and_then(|file| write(file, content)),
        None => write(io::stdout().lock(), content),
    };
    match (written, file) {
        (Ok(()), _) => ExitCode::SUCCESS,
        // Whoever reads a pipe has seen enough.
        (Err(error), None) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        (Err(error), None) => refuse(&format!("export: standard output: cannot write: {error}")),
        (Err(error), Some(path)) => refuse(&format!("export: {path:?}: cannot write: {error}")),
    }
}

fn write(out: impl Write, content: &dyn Display) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    write!(out, "{content}")?;
    out.flush()
}

fn refuse(message: &str) -> ExitCode {
    // With standard error closed there is nobody left to tell.
    let _ = writeln!(io::stderr(), "{message}");
    ExitCode::from(2)
}
