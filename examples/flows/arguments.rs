//! The command line: what it takes, and what its help says.

use std::fs;
use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use iana_ports::flow::Side;

const COLUMNS: &str = "Columns of the ports (default: the first that is known, see below)";

const MORE: &str = "\
Formats, guessed from the first line unless --format names one:
  vpc     VPC flow logs of AWS: cells between spaces, below a header
  zeek    Zeek's conn.log: cells between tabs, below #separator and #fields
  csv     a header and cells between commas, tabs, semicolons or bars
  ndjson  a JSON object a line; a.b is the member \"a.b\", or \"b\" of the object \"a\"

Columns known without an option: those of IPFIX, VPC flow logs, Zeek, Suricata,
nfdump, nProbe, GoFlow2, pmacct, SiLK, Akvorado and the Elastic Common Schema. A
protocol is a number, or a name in any case.

Exit code: 0 if every line was read, 1 if some were malformed, 2 if an argument
or a file is wrong or the records cannot be written.";

/// Adds service, side and status to flow records
///
/// Each record comes out with the columns service_name, service_side and
/// port_status behind its own.
#[derive(Parser)]
#[command(name = "flows", after_help = MORE, max_term_width = 100)]
pub(crate) struct Arguments {
    /// What to read instead of standard input
    pub(crate) file: Option<PathBuf>,
    /// The format of what is read
    #[arg(short, long)]
    pub(crate) format: Option<Format>,
    /// What stands between the cells of a CSV, such as ';' or '\t'
    #[arg(long, value_name = "CHARACTER", value_parser = separator)]
    pub(crate) separator: Option<u8>,
    /// The first line of a CSV is a record: columns are 1, 2, 3 ..., or those of
    /// version 2 of VPC flow logs
    #[arg(long)]
    pub(crate) no_header: bool,
    /// sourceTransportPort
    #[arg(long, value_name = "COLUMN", help_heading = COLUMNS)]
    pub(crate) source_port: Option<String>,
    /// destinationTransportPort
    #[arg(long, value_name = "COLUMN", help_heading = COLUMNS)]
    pub(crate) destination_port: Option<String>,
    /// protocolIdentifier
    #[arg(long, value_name = "COLUMN", help_heading = COLUMNS)]
    pub(crate) protocol: Option<String>,
    /// The end of each record that opened the connection: source or destination
    /// (with zeek: the source, which is Zeek's originator)
    #[arg(long, value_name = "SIDE")]
    pub(crate) first_packet: Option<Side>,
    /// The format of what is written (default: ndjson of ndjson, csv of the others)
    #[arg(long, value_name = "FORMAT")]
    pub(crate) to: Option<To>,
    /// Where to write instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Where malformed lines go instead of into the output
    #[arg(long, value_name = "FILE")]
    pub(crate) rejects: Option<PathBuf>,
    /// Where to draw the top services, as SVG
    #[arg(long, value_name = "FILE")]
    pub(crate) plot: Option<PathBuf>,
    /// How many services are top services
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) top: usize,
    /// Read and write the records without naming anything: what the speed is
    /// measured against
    #[arg(long)]
    pub(crate) pass_through: bool,
}

/// What flow records are read from.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Vpc,
    Zeek,
    Csv,
    Ndjson,
}

/// What flow records are written as.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum To {
    Csv,
    Ndjson,
}

/// Separators of a CSV, the likeliest first.
pub(crate) const SEPARATORS: &[u8] = b",\t;|";

impl Format {
    /// The format that a first line looks like.
    pub(crate) fn of(line: &[u8]) -> Self {
        match line.trim_ascii_start().first() {
            Some(b'{') => Self::Ndjson,
            Some(b'#') => Self::Zeek,
            _ if SEPARATORS.iter().any(|separator| line.contains(separator)) => Self::Csv,
            _ if line.trim_ascii().contains(&b' ') => Self::Vpc,
            _ => Self::Csv,
        }
    }
}

impl Arguments {
    /// The columns that are named, in the order of a flow's key: source port,
    /// destination port, protocol.
    pub(crate) fn columns(&self) -> [Option<&str>; 3] {
        [&self.source_port, &self.destination_port, &self.protocol].map(Option::as_deref)
    }

    /// What clap cannot tell: no file is written that is read or written already.
    pub(crate) fn check(&self) -> Result<(), String> {
        let written = [&self.output, &self.rejects, &self.plot];
        let mut files: Vec<PathBuf> = Vec::new();
        for path in self.file.iter().chain(written.into_iter().flatten()) {
            // A file that is not there yet has no other names.
            let real = fs::canonicalize(path).unwrap_or_else(|_| path.clone());
            // Devices, such as /dev/null, may be written to twice.
            if files.contains(&real) && !real.starts_with("/dev") {
                return Err(format!("{path:?} is given twice, expected a file for each purpose"));
            }
            files.push(real);
        }
        Ok(())
    }
}

fn separator(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        b"\\t" => Ok(b'\t'),
        [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r') => Ok(*byte),
        _ => Err("expected one ASCII character, neither quote nor line end".to_owned()),
    }
}
