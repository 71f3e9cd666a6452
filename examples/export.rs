//! Writes the registry in a form that other programs read.
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
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use iana_ports::export::{ContactsCsv, EnrichmentCsv, Json, ServicesCsv, ServicesFile};
use iana_ports::registry;

const USAGE: &str = "\
Usage: export FORMAT [FILE]

Writes the IANA Service Name and Transport Protocol Port Number Registry to
FILE, or to standard output, as FORMAT:

  services      services(5), the form of /etc/services
  csv           every row, in IANA's twelve columns
  contacts-csv  the contact table
  json          every row and every contact, one on each line
  enrichment    a CSV for Logstash and Vector: 443/tcp to https

What FILE held before is replaced. To try the first with the C library:

  unshare -rm sh -c 'mount --bind FILE /etc/services && getent services 443/tcp'

Exit code: 0 if all was written, 2 if the arguments are wrong or it cannot be
written.
";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help" || argument == "-h") {
        return exit(until_enough(write!(io::stdout(), "{USAGE}")), "standard output");
    }
    let (format, file) = match &arguments[..] {
        [format] => (format, None),
        [format, file] => (format, Some(file)),
        _ => return refuse(USAGE.trim_end()),
    };
    let Some(content) = content(format) else {
        return refuse(&format!(
            "export: {format:?}: expected services, csv, contacts-csv, json or enrichment",
        ));
    };
    match file {
        Some(path) => {
            let written = File::create(path).and_then(|file| write(file, &*content));
            exit(written, &format!("{path:?}"))
        }
        None => exit(until_enough(write(io::stdout().lock(), &*content)), "standard output"),
    }
}

/// What there is to write: it is made while it is written.
fn content(format: &OsStr) -> Option<Box<dyn Display>> {
    Some(match format.to_str()? {
        "services" => Box::new(ServicesFile::new(registry())),
        "csv" => Box::new(ServicesCsv::new(registry())),
        "contacts-csv" => Box::new(ContactsCsv::new(registry())),
        "json" => Box::new(Json::new(registry())),
        "enrichment" => Box::new(EnrichmentCsv::new(registry())),
        _ => return None,
    })
}

fn write(out: impl Write, content: &dyn Display) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    write!(out, "{content}")?;
    out.flush()
}

/// A closed pipe is no error: whoever reads has seen enough.
fn until_enough(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

fn exit(written: io::Result<()>, to: &str) -> ExitCode {
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refuse(&format!("export: {to}: cannot write: {error}")),
    }
}

fn refuse(message: &str) -> ExitCode {
    // With standard error closed there is nobody left to tell.
    let _ = writeln!(io::stderr(), "{message}");
    ExitCode::from(2)
}
