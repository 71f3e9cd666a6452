//! The ports and the transport of a row.

use core::fmt;
use core::ops::RangeInclusive;

use crate::registry::record::Record;
use crate::values::transport::Transport;

/// The columns "Port Number" and "Transport Protocol" of a row, displayed
/// together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PortsAndTransport {
    pub(crate) ports: Option<RangeInclusive<u16>>,
    pub(crate) transport: Option<Transport>,
}

impl PortsAndTransport {
    pub(crate) const NONE: Self = Self { ports: None, transport: None };

    /// The ports that a cell of the registry stands for: `443`, `6000-6063`.
    pub(crate) fn parse_ports(cell: &str) -> Option<RangeInclusive<u16>> {
        // `parse` would take a sign.
        let port = |digits: &str| {
            digits.starts_with(|c: char| c.is_ascii_digit()).then(|| digits.parse().ok())?
        };
        let (first, last) = cell.split_once('-').unwrap_or((cell, cell));
        let ports = port(first)?..=port(last)?;
        (!ports.is_empty()).then_some(ports)
    }
}

/// `443/tcp`, `6000-6063/tcp`, `7300-7359`, `tcp`, or nothing. What is there
/// has a blank and brackets around it in the alternate form, as behind a name.
impl fmt::Display for PortsAndTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let in_brackets = f.alternate() && *self != Self::NONE;
        let (before, after) = if in_brackets { (" (", ")") } else { ("", "") };
        f.write_str(before)?;
        if let Some(ports) = &self.ports {
            write!(f, "{}", ports.start())?;
            if ports.start() < ports.end() {
                write!(f, "-{}", ports.end())?;
            }
        }
        match self.transport {
            Some(transport) if self.ports.is_some() => write!(f, "/{transport}{after}"),
            Some(transport) => write!(f, "{transport}{after}"),
            None => f.write_str(after),
        }
    }
}

/// The cell "Port Number" of a row: `443`, `6000-6063`, `4748-4748`, or
/// nothing.
#[derive(Clone, Copy)]
pub(crate) struct PortNumber<'r>(pub(crate) Record<'r>);

impl fmt::Display for PortNumber<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Record { tables, entry, .. } = self.0;
        match self.0.ports() {
            Some(ports) if tables.names().is_range(entry) => {
                write!(f, "{}-{}", ports.start(), ports.end())
            }
            Some(ports) => write!(f, "{}", ports.start()),
            None => Ok(()),
        }
    }
}

impl<'r> Record<'r> {
    /// The cell "Port Number", unless it is empty.
    pub(crate) fn port_number(self) -> Option<PortNumber<'r>> {
        self.port().map(|_| PortNumber(self))
    }
}
