//! The command line: what it takes, and what its help says.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use iana_ports::port_spec::PortSpec;
use iana_ports::{EDITION, Transport};

use crate::out::Form;

const USAGE: &str = "\
iana-ports [OPTIONS] QUERY...
       iana-ports [OPTIONS] COMMAND ...";

/// The heading of the options that every command takes.
const GLOBAL: &str = "Options of every command";

const QUERIES: &str = "\
Queries:
  443                a port, on every transport protocol
  443/tcp            a port on tcp, udp, sctp or dccp
  6000-6063          a range of ports: a line for each service
  22,80/tcp,x11      a list of ports, ranges and names, in the same way
  https              a service name
  https/tcp          a service name on a transport protocol
  _https._tcp.local  a service label of DNS, with or without its domain
  RFC6353            the services that cite an RFC, also as 'RFC 6353'
  '[Jon_Postel]'     a contact, by its handle, and what it registered
  -                  queries from standard input, one a line; so without any
                     query, if standard input is no terminal";

const EXIT: &str = "\
Exit code: 0 if every query has an answer (that a port is unassigned, reserved
or dynamic is one), 1 if what is asked for is not in the registry, 2 if a query,
an option or a file is wrong or the answers cannot be written.";

const MORE: &str = "\
Only digits, and digits around a hyphen, are ports: 9pfs is a name. A label that
breaks a rule is answered all the same, and the rule is shown. A name that is a
command too, such as search, is asked for with lookup search.

With --json each query has one line, in the order of the queries: an object with
the query and its records, which are rows in the JSON of the crate, or with the
query and an error. With --csv the rows of all answers follow each other in
IANA's twelve columns, below their names.

Examples:
  iana-ports 10162/udp
  iana-ports 443 webdavs '[Kenta_Kambara]'
  iana-ports 6000-6063 _ipp._tcp.local. RFC6353
  iana-ports --json https/tcp | jq '.records[].port_number'
  cut -f1 flows.tsv | iana-ports --csv - > rows.csv
  iana-ports search mail submission
  iana-ports free 1024- --on tcp,udp --first 3
  iana-ports sockets --listening

That a port is registered for a service does not say that the traffic on it is
that service's: any program may use any port.

Environment: NO_COLOR, if it is not empty, turns colours off; COLUMNS is the
width of the pages, from 40 to 120 columns, instead of that of the terminal.";

/// What ports, service names, labels and contacts mean in the IANA registry
///
/// Answers from the IANA Service Name and Transport Protocol Port Number
/// Registry, which is compiled in: no file is read and no network asked.
#[derive(Parser)]
#[command(
    name = "iana-ports",
    version = format!("{}, edition {EDITION} of the registry", env!("CARGO_PKG_VERSION")),
    override_usage = USAGE,
    after_help = format!("{QUERIES}\n\n{EXIT}"),
    after_long_help = format!("{QUERIES}\n\n{MORE}\n\n{EXIT}"),
    disable_help_subcommand = true,
    max_term_width = 100,
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) options: Options,
    /// What to look up: see below
    #[arg(value_name = "QUERY")]
    pub(crate) queries: Vec<OsString>,
    #[command(subcommand)]
    pub(crate) task: Option<Task>,
}

#[derive(Args)]
pub(crate) struct Options {
    /// Answer in JSON, a line for each query
    #[arg(long, global = true, help_heading = GLOBAL)]
    json: bool,
    /// Answer with rows in IANA's columns
    #[arg(long, global = true, help_heading = GLOBAL)]
    csv: bool,
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = GLOBAL)]
    pub(crate) color: ColorChoice,
    /// Put your own services on top of IANA's
    ///
    /// A file of services(5), a CSV file in IANA's columns, or a directory with
    /// CSV files. It may be given several times, the top one first.
    #[arg(long, global = true, value_name = "PATH", help_heading = GLOBAL)]
    pub(crate) registry: Vec<PathBuf>,
}

impl Options {
    pub(crate) fn form(&self) -> Result<Form, String> {
        match (self.json, self.csv) {
            (true, true) => Err("expected --json or --csv, found both".to_owned()),
            (true, false) => Ok(Form::Json),
            (false, true) => Ok(Form::Csv),
            (false, false) => Ok(Form::Text),
        }
    }
}

#[derive(Subcommand)]
pub(crate) enum Task {
    /// Look up queries, as without a command
    Lookup {
        #[arg(value_name = "QUERY")]
        queries: Vec<OsString>,
    },
    /// Find services by words of their names, descriptions and organizations
    #[command(after_help = "\
All of the words have to be there; http* begins one. The best come first.

Examples:
  iana-ports search mail submission
  iana-ports search 'http*' --first 10")]
    Search {
        #[arg(value_name = "WORD", required = true)]
        words: Vec<String>,
        /// Only the best N
        #[arg(long, value_name = "N")]
        first: Option<usize>,
    },
    /// List ports that IANA has not assigned
    #[command(after_help = "\
Examples:
  iana-ports free 1024-49151 --on tcp,udp --first 3
  iana-ports free 8000-8999/tcp --count

Exit code: 0 if there is a free port, 1 if there is none.")]
    Free(Free),
    /// Say in a sentence what a port is, and why
    Explain {
        /// Ports, on every transport protocol or on one: 443, 443/tcp
        #[arg(value_name = "PORT", required = true)]
        keys: Vec<OsString>,
    },
    /// Show who is behind a handle or a name
    #[command(after_help = "\
Examples:
  iana-ports contact Jon_Postel
  iana-ports contact postel")]
    Contact {
        /// A handle, or words of a name, an organization or a mail address
        #[arg(value_name = "HANDLE|NAME", required = true)]
        words: Vec<String>,
    },
    /// Show all that an organization registered
    #[command(after_help = "\
Different spellings of an organization are one, as far as it is known.

Examples:
  iana-ports org cisco
  iana-ports org example.com")]
    Org {
        /// A name, words of a name, or a mail domain
        #[arg(value_name = "NAME|DOMAIN", required = true)]
        words: Vec<String>,
    },
    /// Show what changed from one registry to another
    Diff(Diff),
    /// Write the registry in the format of another program
    #[command(after_help = "\
Examples:
  iana-ports export services-file services.txt
  iana-ports export jsonl | jq 'select(.service_name == \"https\")'
  iana-ports export flat flat.csv
  iana-ports export enrichment --transport tcp --two-columns tcp.csv")]
    Export(Export),
    /// List the sockets of this machine with their services (Linux)
    #[command(after_help = "\
Of a connected socket, the service is at the local end if something listens on
that port; else at the end that the ports speak for, such as that of a System
Port; else at the remote end, if its port has a service.
Any program may use any port: the names are what the ports are registered for.")]
    Sockets {
        /// Only those that wait for a peer
        #[arg(long)]
        listening: bool,
        /// The directory in which proc/net is
        #[arg(long, value_name = "DIR", default_value = "/", hide = true)]
        root: PathBuf,
    },
    /// Write completions for a shell
    #[command(after_help = "\
Example:
  iana-ports completions bash > ~/.local/share/bash-completion/completions/iana-ports")]
    Completions { shell: Shell },
    /// Write the manual page
    #[command(after_help = "\
Example:
  iana-ports man > ~/.local/share/man/man1/iana-ports.1")]
    Man {
        /// The command whose page it is, instead of the page of all
        #[arg(value_name = "COMMAND")]
        name: Option<String>,
    },
}

impl Task {
    /// The words that are looked for.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::Search { words, .. } | Self::Contact { words } | Self::Org { words } => {
                words.join(" ")
            }
            _ => String::new(),
        }
    }

    /// Refuses a form that a command does not write.
    pub(crate) fn check(&self, form: Form) -> Result<(), String> {
        if let Self::Export(asked) = self {
            asked.check()?;
        }
        match (form, self) {
            (Form::Text, _)
            | (
                _,
                Self::Lookup { .. }
                | Self::Search { .. }
                | Self::Explain { .. }
                | Self::Contact { .. }
                | Self::Org { .. },
            )
            | (Form::Json, Self::Free(_) | Self::Diff(_) | Self::Sockets { .. }) => Ok(()),
            (Form::Json, _) => Err("--json: this command has a format of its own".to_owned()),
            (Form::Csv, _) => Err("--csv: this command writes no rows of the registry".to_owned()),
        }
    }
}

impl Export {
    /// Refuses an option of another format.
    fn check(&self) -> Result<(), String> {
        let options =
            [("--transport", self.transport.is_some()), ("--two-columns", self.two_columns)];
        match options.iter().find(|(_, given)| *given) {
            Some((option, _)) if !matches!(self.format, Format::EnrichmentCsv) => {
                Err(format!("{option}: only an enrichment-csv has it"))
            }
            _ => Ok(()),
        }
    }
}

#[derive(Args)]
pub(crate) struct Free {
    /// The ports to look at: ranges such as 1024-, or a list
    #[arg(value_name = "PORTS", default_value = "0-65535")]
    pub(crate) ports: PortSpec,
    /// Free on each of these transport protocols [default: those of PORTS]
    #[arg(long, value_name = "TRANSPORTS", value_delimiter = ',')]
    pub(crate) on: Vec<Transport>,
    /// Only the first N, one a line
    #[arg(long, value_name = "N", conflicts_with = "count")]
    pub(crate) first: Option<usize>,
    /// Only how many there are
    #[arg(long)]
    pub(crate) count: bool,
    /// Leave out ports that are reported as used without authorization
    #[arg(long)]
    pub(crate) unreported: bool,
}

/// Prints a line for each row and contact that was added (+), removed (-) or
/// changed (~).
#[derive(Args)]
pub(crate) struct Diff {
    /// A directory of CSV files, a CSV file, or a file of services(5)
    pub(crate) old: PathBuf,
    /// Likewise; without it, the registry that is compiled in
    pub(crate) new: Option<PathBuf>,
    /// Let blanks and line ends count
    #[arg(long)]
    pub(crate) exact: bool,
}

#[derive(Args)]
pub(crate) struct Export {
    pub(crate) format: Format,
    /// The file to write, which is replaced; without it, standard output
    pub(crate) file: Option<PathBuf>,
    /// Of an enrichment-csv, only the keys of this transport protocol
    #[arg(long)]
    pub(crate) transport: Option<Transport>,
    /// Of an enrichment-csv, only key and name; with --transport, port and name
    #[arg(long)]
    pub(crate) two_columns: bool,
}

/// What the module `export` of the library writes.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// services(5), the form of /etc/services
    #[value(alias = "services")]
    ServicesFile,
    /// Every row, in IANA's twelve columns
    #[value(alias = "csv")]
    ServicesCsv,
    /// The contact table
    ContactsCsv,
    /// A CSV that names flows, for SQL engines, Logstash and Vector: 443/tcp to https
    #[value(alias = "enrichment")]
    EnrichmentCsv,
    /// Every row, in columns for data frames and SQL engines
    #[value(alias = "flat")]
    FlatCsv,
    /// Every contact, likewise
    #[value(alias = "contacts-flat")]
    FlatContactsCsv,
    /// Every row and every contact, in one JSON text
    Json,
    /// Every row, as a JSON object on a line of its own
    #[value(alias = "jsonl")]
    JsonLines,
    /// Every contact, likewise
    #[value(alias = "contacts-jsonl")]
    ContactsJsonLines,
    /// A table for Zeek's input framework
    #[value(alias = "zeek")]
    ZeekTable,
}
