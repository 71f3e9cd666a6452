//! Writes the registry in a form that other programs read, into a file or to
//! standard output.
//!
//! ```text
//! cargo run --example export -- services services.txt
//! cargo run --example export -- jsonl | jq 'select(.service_name == "https")'
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

use iana_ports::Transport::Tcp;
use iana_ports::export::{
    ContactsCsv, ContactsJsonLines, EnrichmentCsv, FlatContactsCsv, FlatCsv, Json, JsonLines,
    ServicesCsv, ServicesFile, ZeekTable,
};

fn main() -> ExitCode {
    let r = iana_ports::registry();
    let names = EnrichmentCsv::new(r);
    // What is written is made while it is written.
    let formats: [(&str, &str, &dyn Display); 13] = [
        ("services", "services(5), the form of /etc/services", &ServicesFile::new(r)),
        ("csv", "every row, in IANA's twelve columns", &ServicesCsv::new(r)),
        ("contacts-csv", "the contact table", &ContactsCsv::new(r)),
        ("flat", "every row, in columns for SQL engines", &FlatCsv::new(r)),
        ("contacts-flat", "every contact, likewise", &FlatContactsCsv::new(r)),
        ("json", "every row and contact, in one JSON text", &Json::new(r)),
        ("jsonl", "every row, as a line of JSON", &JsonLines::new(r)),
        ("contacts-jsonl", "every contact, likewise", &ContactsJsonLines::new(r)),
        ("enrichment", "a CSV that names flows: 443/tcp to https", &names),
        ("enrichment-tcp", "the same for TCP only", &names.transport(Tcp)),
        ("dictionary", "two columns of it, for Logstash", &names.two_columns()),
        ("dictionary-tcp", "port to name for TCP", &names.transport(Tcp).two_columns()),
        ("zeek", "a table for Zeek's input framework", &ZeekTable::new(r)),
    ];
    let mut arguments = env::args_os().skip(1);
    let (format, file) = (arguments.next().unwrap_or_default(), arguments.next());
    let asked = formats.iter().find(|(name, ..)| format == *name);
    let (Some((_, _, content)), None) = (asked, arguments.next()) else {
        let line = |(name, help, _): &(&str, &str, _)| format!("\n  {name:<14}  {help}");
        let lines: String = formats.iter().map(line).collect();
        return refuse(&format!("usage: export FORMAT [FILE]\n{lines}"));
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
