//! What the registry says of ports, service names, labels, contacts and RFCs.
//!
//! ```text
//! iana-ports 10162/udp
//! iana-ports 443 webdavs '[Kenta_Kambara]'
//! iana-ports 6000-6063 _ipp._tcp.local. RFC6353
//! ```
//!
//! The exit code is 0 if every question has an answer, 1 if what is asked for
//! is not in the registry, 2 if an argument is no question or the answers
//! cannot be written. That a port is unassigned is an answer: it goes to
//! standard output and its exit code is 0.

mod answer;
mod describe;
mod group;
mod notes;
mod overview;
mod page;
mod people;
mod query;

use std::env;
use std::ffi::OsString;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use query::{Query, Refusal};

const USAGE: &str = "\
Usage: iana-ports QUESTION...

Prints what the IANA Service Name and Transport Protocol Port Number Registry
says of each QUESTION:

  443                a port, on every transport protocol
  443/tcp            a port on tcp, udp, sctp or dccp
  6000-6063          a range of ports: a line for each service
  22,80/tcp,x11      a list of ports, ranges and names, in the same way
  https              a service name
  https/tcp          a service name on a transport protocol
  _https._tcp.local  a service label of DNS, with or without its domain
  RFC6353            the services that cite an RFC, also as 'RFC 6353'
  '[Jon_Postel]'     a contact, by its handle, and what it registered

Only digits, and digits around a hyphen, are ports: 9pfs is a name. A label that
breaks a rule is answered all the same, and the rule is shown.

That a port is registered for a service does not say that the traffic on it is
that service's: any program may use any port.

Exit code: 0 if every question has an answer (that a port is unassigned,
reserved or dynamic is one), 1 if what is asked for is not in the registry, 2 if
a question is malformed or the answers cannot be written.
";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let mut out = BufWriter::new(io::stdout().lock());
    let written = if arguments.iter().any(|argument| argument == "--help" || argument == "-h") {
        write!(out, "{USAGE}\nEdition of the registry: {}\n", iana_ports::EDITION).map(|()| 0)
    } else if arguments.is_empty() {
        complain(USAGE.trim_end());
        Ok(2)
    } else {
        answer_all(&arguments, &mut out)
    };

    match written.and_then(|code| until_enough(out.flush()).map(|()| code)) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            complain(&format!("iana-ports: cannot write the answers: {error}"));
            ExitCode::from(2)
        }
    }
}

/// Answers what can be answered; gives the exit code.
fn answer_all(arguments: &[OsString], out: &mut impl Write) -> io::Result<u8> {
    let mut code = 0;
    let mut is_first = true;
    for argument in arguments {
        let blocks = match Query::parse(argument) {
            Ok(query) => answer::answer(query).map_err(|unknown| (1, unknown)),
            Err(Refusal::Unknown(message)) => Err((1, message)),
            Err(Refusal::Malformed(message)) => Err((2, message)),
        };
        match blocks {
            Ok(blocks) => {
                for block in blocks {
                    let gap = if is_first { Ok(()) } else { writeln!(out) };
                    is_first = false;
                    until_enough(gap.and_then(|()| block.write(out)))?;
                }
            }
            Err((severity, message)) => {
                complain(&format!("iana-ports: {message}"));
                code = code.max(severity);
            }
        }
    }
    Ok(code)
}

/// A closed pipe is no error: whoever reads has seen enough.
fn until_enough(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

fn complain(message: &str) {
    // With standard error closed there is nobody left to tell.
    let _ = writeln!(io::stderr(), "{message}");
}
