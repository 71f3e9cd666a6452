//! The services(5) writer, ordered so that the first matching line is the
//! primary service.

use core::fmt::{self, Formatter, Write};

use super::comment::Line;
use crate::registry::Registry;
use crate::registry::lookup::Lookup;
use crate::registry::service::Service;
use crate::text::escape::Printable;
use crate::text::joined::joined;
use crate::text::one_line::OneLine;
use crate::values::date::Date;
use crate::values::source::Source;
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
/// without transport once per transport. The description of a range stands on
/// its first line of each transport, that of the lowest port: a file has a line
/// for each of up to a million ports, but each description four times at most.
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
#[derive(Debug)]
pub struct ServicesFile<'r, R = Registry> {
    registry: &'r R,
}

copy_of!(ServicesFile);

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

impl<'r, R: Lookup> ServicesFile<'r, R> {
    /// The comments at the head of the file.
    fn head(self, f: &mut Formatter<'_>) -> fmt::Result {
        let services = || self.registry.services();
        let portless = services().filter(|service| service.port().is_none()).count();
        let unwritable = services()
            .filter(|service| service.port().is_some() && !is_writable(service.name()))
            .count();
        let nameless = self.registry.records().count() - services().count();

        self.title(f)?;
        f.write_str("# The first line of a name or a port is that of its primary service.\n")?;
        writeln!(f, "# Left out are {portless} services without a port,")?;
        writeln!(f, "# {nameless} rows without a name (Reserved, Unassigned and the like),")?;
        writeln!(
            f,
            "# and {unwritable} services whose name has a #, a blank or a control character."
        )
    }

    /// What the file has the services of, on a line for each registry.
    fn title(self, f: &mut Formatter<'_>) -> fmt::Result {
        let edition = Edition(self.registry.edition());
        let mut sources = self.registry.sources().peekable();
        if sources.clone().eq([Source::Bundled]) {
            let bundled = if cfg!(own_registry) {
                "Services of the registry that was compiled in"
            } else {
                "IANA Service Name and Transport Protocol Port Number Registry (RFC 6335)"
            };
            return writeln!(f, "# {bundled}{edition}.");
        }
        let mut before = "Services of";
        while let Some(source) = sources.next() {
            // A name may be any text.
            let source = Printable(source);
            match sources.peek() {
                Some(_) => Line::new(f).end([format_args!("{before} \"{source}\"")])?,
                None => Line::new(f).end([format_args!("{before} \"{source}\"{edition}.")])?,
            }
            before = "over";
        }
        Ok(())
    }

    /// The lines of a transport that stand in a part of it.
    fn lines(self, f: &mut Formatter<'_>, on: Transport, part: Part) -> fmt::Result {
        for service in self.registry.services() {
            if service.transport().is_some_and(|transport| transport != on) {
                continue;
            }
            let service = service.on(on);
            let has_line = |port: &u16| {
                let primary = self.registry.lookup_port(*port, on) == Some(service);
                self.registry.shows(service, *port, on) && self.has_line(service, *port, primary)
            };
            let lines = service.ports().into_iter().flatten().filter(has_line);
            for (line, port) in lines.enumerate() {
                if self.part(service, port, on) == part {
                    self.line(f, service, port, line == 0)?;
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

impl<R: Lookup> ServicesFile<'_, R> {
    /// Whether a service has a line on a port, or is on the line of another.
    fn has_line(self, service: Service<'_>, port: u16, is_primary: bool) -> bool {
        let is_on_another = || {
            service.alias_of().is_some_and(|canonical| {
                is_writable(canonical.name())
                    && self.registry.shows(canonical, port, service.looked_up_on())
            })
        };
        is_writable(service.name()) && (is_primary || !is_on_another())
    }

    /// The line of a service on the transport that it is looked up on, with the
    /// description if that is to be told here.
    fn line(
        self,
        f: &mut Formatter<'_>,
        service: Service<'_>,
        port: u16,
        is_first: bool,
    ) -> fmt::Result {
        let on = service.looked_up_on();
        let mut line = Line::new(f);
        write!(line, "{}\t{port}/{on}", service.name())?;
        let aliases = service
            .aliases()
            .filter(|alias| is_writable(alias.name()) && self.registry.shows(*alias, port, on));
        joined(&mut line, ["\t", " "], aliases, |line, alias| line.write_str(alias.name()))?;
        let description = service.record().known_description().filter(|_| is_first);
        line.end(OneLine(description.unwrap_or("")).words())
    }
}

/// An edition behind a title.
struct Edition(Option<Date>);

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |edition| write!(f, ", edition {edition}"))
    }
}

impl<R: Lookup> fmt::Display for ServicesFile<'_, R> {
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

/// Whether a line can hold a name.
fn is_writable(name: &str) -> bool {
    !name.is_empty() && !name.contains(|c: char| c == '#' || c.is_whitespace() || c.is_control())
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
