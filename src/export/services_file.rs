//! The services(5) writer, ordered so that the first matching line is the
//! primary service.

use core::fmt::{self, Formatter, Write};

use super::comment::Line;
use crate::registry::Registry;
use crate::registry::service::Service;
#[cfg(feature = "details")]
use crate::text::one_line::OneLine;
use crate::values::date::Date;
use crate::values::transport::Transport;

/// The services in the form of `/etc/services`: see services(5) of the C
/// library.
///
/// A line has a name, a port with its transport, the aliases and, with the
/// feature `details`, the description as a comment, with tabs between them:
///
/// ```text
/// whoispp  63/tcp  whois++  # whois++
/// ```
///
/// # What the file answers
///
/// The C library takes the first line that matches. Read by it, the file gives
/// the port of [`lookup_name`](crate::lookup_name) for each name as it is
/// spelled, and the service of [`lookup_port`](crate::lookup_port) for each
/// port; without a protocol, it answers as [`servent`](crate::servent) does. So
/// lines do not go by port: those of tcp come first, then udp, sctp and dccp,
/// and of each
///
/// 1. lines that are primary on their port and of their name (a range on its
///    first port),
/// 2. on their port alone, where the primary line of the name stands above,
/// 3. of their name alone, where the primary line of the port stands above,
/// 4. on their port alone,
/// 5. the others: `www` (80/tcp), `http-alt` on 591,
///
/// each in registry order. If the two orders form a longer cycle (none in this
/// edition), the port order wins. A range is written port by port, a row
/// without transport once per transport.
///
/// An alias is on the line of the service that replaced it, and has none of its
/// own, unless it is the primary service of its port or that service has no
/// line.
///
/// # What it cannot hold
///
/// Comments at the head of the file count what is left out: services without a
/// port, rows without a name, and services whose name has a `#`, a blank or a
/// control character, of which the bundled edition has none.
///
/// A description stands on one line, with control characters written as
/// `\u{1b}`. One with which a line would have more than 126 bytes, which musl
/// would read as two lines, goes on in a comment below.
///
/// # Example
///
/// ```
/// let file = iana_ports::export::ServicesFile::new(iana_ports::registry()).to_string();
/// let lines = || file.lines().map(|line| line.split('#').next().unwrap().trim_end());
/// let mut nfs_or_shilp = lines().filter(|line| line.ends_with("\t2049/tcp"));
/// assert_eq!(nfs_or_shilp.next(), Some("nfs\t2049/tcp"));
/// assert_eq!(nfs_or_shilp.next(), Some("shilp\t2049/tcp"));
/// assert!(lines().any(|line| line == "x11\t6010/udp"));
/// assert!(lines().any(|line| line == "whoispp\t63/tcp\twhois++"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ServicesFile<'r> {
    registry: &'r Registry,
}

/// The parts of a transport's lines, in order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Both,
    PortBelowName,
    NameBelowPort,
    Port,
    Other,
}

impl Part {
    const ALL: [Self; 5] =
        [Self::Both, Self::PortBelowName, Self::NameBelowPort, Self::Port, Self::Other];
}

impl<'r> ServicesFile<'r> {
    /// The services of a registry.
    ///
    /// ```
    /// let file = iana_ports::export::ServicesFile::new(iana_ports::registry());
    /// assert!(file.to_string().ends_with('\n'));
    /// ```
    #[must_use]
    pub const fn new(registry: &'r Registry) -> Self {
        Self { registry }
    }

    /// The comments at the head of the file.
    fn head(self, f: &mut Formatter<'_>) -> fmt::Result {
        let services = || self.registry.services();
        let portless = services().filter(|service| service.port().is_none()).count();
        let unwritable = services()
            .filter(|service| service.port().is_some() && !is_writable(service.name()))
            .count();
        let nameless = self.registry.records().len() - services().len();

        let edition: Option<Date> = self.registry.edition();
        self.title(f)?;
        match edition {
            Some(edition) => writeln!(f, ", edition {edition}.")?,
            None => f.write_str(".\n")?,
        }
        f.write_str("# The first line of a name or a port is that of its primary service.\n")?;
        writeln!(f, "# Left out are {portless} services without a port,")?;
        writeln!(f, "# {nameless} rows without a name (Reserved, Unassigned and the like),")?;
        writeln!(
            f,
            "# and {unwritable} services whose name has a #, a blank or a control character."
        )
    }

    fn title(self, f: &mut Formatter<'_>) -> fmt::Result {
        #[cfg(feature = "runtime")]
        if self.registry.source() != crate::load::Source::Bundled {
            // Escaped: it may be any text.
            return write!(f, "# Services of {:?}", format!("{}", self.registry.source()));
        }
        f.write_str(if cfg!(own_registry) {
            "# Services of the registry that was compiled in"
        } else {
            "# IANA Service Name and Transport Protocol Port Number Registry (RFC 6335)"
        })
    }

    /// The lines of a transport that stand in a part of it.
    fn lines(self, f: &mut Formatter<'_>, on: Transport, part: Part) -> fmt::Result {
        for service in self.registry.services() {
            if service.transport().is_some_and(|transport| transport != on) {
                continue;
            }
            let service = service.on(on);
            for port in service.ports().into_iter().flatten() {
                let primary = self.registry.lookup_port(port, on) == Some(service);
                if has_line(service, primary) && self.part(service, port, on) == part {
                    line(f, service, port, on)?;
                }
            }
        }
        Ok(())
    }

    /// Whether a line is the primary one of its port, and of its name.
    fn primary(self, service: Service<'_>, port: u16, on: Transport) -> (bool, bool) {
        let of_name = service.port() == Some(port)
            && self.registry.lookup_name(service.name(), on) == Some(service);
        (self.registry.lookup_port(port, on) == Some(service), of_name)
    }

    /// Where a line stands.
    fn part(self, service: Service<'_>, port: u16, on: Transport) -> Part {
        match self.primary(service, port, on) {
            (true, true) => Part::Both,
            (true, false) => {
                let first = self.registry.lookup_name(service.name(), on);
                let above = first.is_some_and(|first| {
                    first.port().is_none_or(|port| self.primary(first, port, on) == (true, true))
                });
                if above { Part::PortBelowName } else { Part::Port }
            }
            (false, true) => {
                let first = self.registry.lookup_port(port, on);
                let above = first.is_some_and(|first| {
                    matches!(self.part(first.on(on), port, on), Part::Both | Part::PortBelowName)
                });
                if above { Part::NameBelowPort } else { Part::Other }
            }
            (false, false) => Part::Other,
        }
    }
}
impl fmt::Display for ServicesFile<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.head(f)?;
        for &transport in Transport::ALL {
            for part in Part::ALL {
                self.lines(f, transport, part)?;
            }
        }
        Ok(())
    }
}

/// Whether a service has a line, or is on the line of another.
fn has_line(service: Service<'_>, is_primary_on_port: bool) -> bool {
    let is_on_another =
        || service.alias_of().is_some_and(|canonical| is_writable(canonical.name()));
    is_writable(service.name()) && (is_primary_on_port || !is_on_another())
}

/// Whether a line can hold a name.
fn is_writable(name: &str) -> bool {
    !name.is_empty() && !name.contains(|c: char| c == '#' || c.is_whitespace() || c.is_control())
}

fn line(f: &mut Formatter<'_>, service: Service<'_>, port: u16, on: Transport) -> fmt::Result {
    let mut line = Line::new(f);
    write!(line, "{}\t{port}/{on}", service.name())?;
    let aliases = service.aliases().map(Service::name).filter(|alias| is_writable(alias));
    for (index, alias) in aliases.enumerate() {
        let gap = if index == 0 { '\t' } else { ' ' };
        write!(line, "{gap}{alias}")?;
    }
    #[cfg(feature = "details")]
    return line.end(OneLine(service.description()).words());
    #[cfg(not(feature = "details"))]
    line.end([""; 0])
}

#[cfg(test)]
mod tests {
    use super::is_writable;

    #[test]
    fn names_that_a_line_holds() {
        for name in ["https", "whois++", "914c/g", "sql*net", "z39.50", "é", "a\\b"] {
            assert!(is_writable(name), "{name}");
        }
        for name in ["", "#", "c#", "a b", "a\tb", "a\u{b}b", "a\u{a0}b", "a\u{0}", "a\n80/tcp"] {
            assert!(!is_writable(name), "{name:?}");
        }
    }
}
