//! One item of a port spec.

use core::ops::RangeInclusive;
use core::{fmt, option};

use super::Span;
use super::span::Joined;
use crate::lookups::{registry, services_named};
use crate::registry::key::PortsAndTransport;
use crate::registry::service::Service;
use crate::registry::services::Services;
use crate::values::transport::Transport;
use crate::values::transports::Transports;

/// An item of a port spec: a port, a range or a service name, and the
/// transports that are named with it.
///
/// `Display` writes it as the default syntax reads it: `6000-6063/udp`,
/// `https`, `53/tcp+udp`.
///
/// ```
/// use iana_ports::{Transport, port_spec::Fixed};
///
/// let spec = Fixed::<2>::parse("6000-6063/udp, HTTPS")?;
/// let [range, name] = spec.items() else { panic!("{spec}") };
/// assert_eq!((range.ports(), range.name()), (Some(6000..=6063), None));
/// assert_eq!((name.ports(), name.name()), (None, Some("https")));
/// assert!(range.transports().eq([Transport::Udp]) && name.transports().next().is_none());
/// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub struct Item {
    subject: Subject,
    on: Option<Transports>,
}

#[derive(Clone, Copy, Eq, Hash, PartialEq)]
enum Subject {
    Ports {
        first: u16,
        last: u16,
    },
    /// The entry of the primary row of a name that has a port, in the bundled
    /// registry.
    Name(u16),
}

impl Item {
    /// What fills the places of an array that are free.
    pub(super) const UNUSED: Self =
        Self { subject: Subject::Ports { first: 0, last: 0 }, on: None };

    pub(super) const fn ports_on(first: u16, last: u16, on: Option<Transports>) -> Self {
        Self { subject: Subject::Ports { first, last }, on }
    }

    /// A name, of which `service` is the primary row with a port.
    pub(super) fn named(service: Service<'static>, on: Option<Transports>) -> Self {
        Self { subject: Subject::Name(service.record().entry), on }
    }

    /// The port, or the range of them, unless the item is a name.
    ///
    /// ```
    /// use iana_ports::port_spec::Fixed;
    ///
    /// assert_eq!(Fixed::<1>::parse("60-")?.items()[0].ports(), Some(60..=65535));
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    #[must_use]
    pub const fn ports(self) -> Option<RangeInclusive<u16>> {
        match self.subject {
            Subject::Ports { first, last } => Some(first..=last),
            Subject::Name(_) => None,
        }
    }

    /// The service name as the registry spells it, if the item is one.
    ///
    /// ```
    /// use iana_ports::port_spec::Fixed;
    ///
    /// assert_eq!(Fixed::<1>::parse("SSH/tcp")?.items()[0].name(), Some("ssh"));
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        match self.subject {
            Subject::Ports { .. } => None,
            Subject::Name(entry) => Some(registry().tables.names().name(entry)),
        }
    }

    /// The transports that are named with it, in the order of
    /// [`Transport::ALL`].
    ///
    /// ```
    /// use iana_ports::Transport::{Tcp, Udp};
    /// use iana_ports::port_spec::Fixed;
    ///
    /// let spec = Fixed::<2>::parse("53/tcp+udp,80")?;
    /// assert!(spec.items()[0].transports().eq([Tcp, Udp]));
    /// assert_eq!(spec.items()[1].transports().next(), None);
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    pub fn transports(self) -> impl Iterator<Item = Transport> + Clone {
        self.on.into_iter().flat_map(Transports::iter)
    }

    /// The item on the transports, if it names none; a name that has no port on
    /// any of them as it is.
    pub(super) fn or_on(self, transports: Transports) -> Self {
        let there = self.spans().map(|span| span.on).reduce(Transports::with);
        Self { on: self.on.or_else(|| there?.and(transports)), ..self }
    }

    /// The item on further transports.
    pub(super) fn also_on(self, on: Transports) -> Self {
        match self.subject {
            Subject::Ports { first, last } => {
                Span { first, last, on: self.on_any().with(on) }.item()
            }
            Subject::Name(_) => self,
        }
    }

    /// The transports that are named with it; all if there are none.
    fn on_any(self) -> Transports {
        self.on.unwrap_or(Transports::ALL)
    }

    /// The spans that it stands for; of a name, one for each row, in the order
    /// of [`services_named`].
    pub(super) fn spans(self) -> Spans {
        match (self.subject, self.name()) {
            (Subject::Ports { first, last }, _) => {
                Spans::One(Some(Span { first, last, on: self.on_any() }).into_iter())
            }
            (_, name) => {
                let services = services_named(name.unwrap_or_default());
                Spans::Rows { services, on: self.on_any() }
            }
        }
    }
}

/// `6000-6063/udp`, `https`, `53/tcp+udp`.
impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name() {
            Some(name) => f.write_str(name)?,
            None => PortsAndTransport { ports: self.ports(), transport: None }.fmt(f)?,
        }
        self.on.map_or(Ok(()), |on| write!(f, "/{}", Joined(on)))
    }
}

crate::text::text_traits::debug_as_display!(Item);

/// What an item stands for.
#[derive(Clone)]
pub(super) enum Spans {
    One(option::IntoIter<Span>),
    Rows { services: Services<'static>, on: Transports },
}

impl Iterator for Spans {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        match self {
            Self::One(span) => span.next(),
            Self::Rows { services, on } => services.find_map(|row| Span::of(row, *on)),
        }
    }
}
