//! One item of a port spec.

use core::{fmt, option};

use super::Span;
use crate::lookups::{registry, services_named};
use crate::registry::key::PortsAndTransport;
use crate::registry::service::Service;
use crate::registry::services::Services;
use crate::values::transport::Transport;

/// What stands between two commas.
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub(super) enum Item {
    Ports(Span),
    Name {
        /// The entry of the primary row that has a port, in the bundled
        /// registry.
        entry: u16,
        transport: Option<Transport>,
    },
}

impl Item {
    /// A name, of which `service` is the primary row with a port.
    pub(super) fn name(service: Service<'static>, transport: Option<Transport>) -> Self {
        Self::Name { entry: service.record().entry, transport }
    }
}

/// The name that an entry of the bundled registry has.
fn name_of(entry: u16) -> &'static str {
    registry().tables.names().name(entry)
}

/// As it is parsed: `6000-6063/udp`, `https`.
impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Ports(Span { first, last, transport }) => {
                PortsAndTransport { ports: Some(first..=last), transport }.fmt(f)
            }
            Self::Name { entry, transport: None } => f.write_str(name_of(entry)),
            Self::Name { entry, transport: Some(on) } => write!(f, "{}/{on}", name_of(entry)),
        }
    }
}

impl IntoIterator for Item {
    type Item = Span;
    type IntoIter = Spans;

    fn into_iter(self) -> Spans {
        match self {
            Self::Ports(span) => Spans::One(Some(span).into_iter()),
            Self::Name { entry, transport } => {
                Spans::Rows { services: services_named(name_of(entry)), transport }
            }
        }
    }
}

/// What an item stands for; of a name, the rows in the order of
/// [`services_named`].
#[derive(Clone)]
pub(super) enum Spans {
    One(option::IntoIter<Span>),
    Rows { services: Services<'static>, transport: Option<Transport> },
}

impl Iterator for Spans {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        match self {
            Self::One(span) => span.next(),
            Self::Rows { services, transport } => {
                services.find_map(|service| Span::of(service, *transport))
            }
        }
    }
}

impl DoubleEndedIterator for Spans {
    fn next_back(&mut self) -> Option<Span> {
        match self {
            Self::One(span) => span.next_back(),
            Self::Rows { services, transport } => {
                services.rev().find_map(|service| Span::of(service, *transport))
            }
        }
    }
}
