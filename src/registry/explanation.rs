//! Explanations: the status of a port, with the row behind it and its siblings.

use core::iter::Flatten;
use core::{array, fmt};

use crate::registry::Registry;
use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::values::iterator_traits::iterator_traits;
use crate::values::port_range::PortRange;
use crate::values::status::Status;
use crate::values::transport::Transport;

impl Registry {
    /// What a port is, and why: see [`explain`](crate::explain).
    #[must_use]
    #[inline]
    pub const fn explain(&self, port: u16, transport: Transport) -> Explanation<'_> {
        let record = self.record_on(port, transport);
        Explanation { port, transport, record, services: Primaries::Of(self) }
    }
}

/// What the registry says of a port on a transport, and why: see
/// [`explain`](crate::explain).
///
/// `Display` writes it as a sentence.
///
/// # Example
///
/// ```
/// use iana_ports::{Status, Transport::Udp, explain};
///
/// let explanation = explain(143, Udp);
/// assert_eq!(explanation.status(), Status::Reserved);
/// assert_eq!(explanation.siblings().next().unwrap().to_string(), "imap (143/tcp)");
/// # #[cfg(feature = "details")]
/// assert_eq!(
///     explanation.to_string(),
///     "143/udp, one of the System Ports, is Reserved; modified 2021-02-22; \
///      also assigned: imap (143/tcp)",
/// );
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Explanation<'r> {
    pub(crate) port: u16,
    pub(crate) transport: Transport,
    record: Option<Record<'r>>,
    services: Primaries<'r>,
}

/// The primary services of a port, a place for each transport.
type OnEach<'r> = [Option<Service<'r>>; Transport::ALL.len()];

/// The primary services of a port in a registry.
#[inline(never)]
fn on_each(registry: &Registry, port: u16) -> OnEach<'_> {
    let mut services = [None; Transport::ALL.len()];
    for (service, on) in services.iter_mut().zip(Transport::ALL) {
        *service = registry.lookup_port(port, *on);
    }
    services
}

/// Where the primary services of a port are: looked up when asked for, or
/// found by layers.
#[derive(Clone, Copy, Debug)]
enum Primaries<'r> {
    Of(&'r Registry),
    Found(OnEach<'r>),
}

impl<'r> Explanation<'r> {
    /// Of a port, its record, and its primary service on each transport.
    pub(crate) const fn new(
        (port, transport): (u16, Transport),
        record: Option<Record<'r>>,
        services: OnEach<'r>,
    ) -> Self {
        Self { port, transport, record, services: Primaries::Found(services) }
    }

    /// The status: see [`status`](crate::status).
    ///
    /// ```
    /// use iana_ports::{Status, Transport::Tcp, explain};
    ///
    /// assert_eq!(explain(50000, Tcp).status(), Status::Dynamic);
    /// ```
    #[must_use]
    #[inline]
    pub const fn status(self) -> Status {
        match self.record {
            Some(record) => record.status(),
            None => Status::of_unlisted(self.port),
        }
    }

    /// The range of the port.
    ///
    /// ```
    /// use iana_ports::{PortRange, Transport::Tcp, explain};
    ///
    /// assert_eq!(explain(443, Tcp).range(), PortRange::System);
    /// ```
    #[must_use]
    pub const fn range(self) -> PortRange {
        PortRange::of(self.port)
    }

    /// The row that says so; `None` where no row speaks of the port.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, explain};
    ///
    /// assert_eq!(explain(230, Tcp).record().unwrap().to_string(), "Reserved (225-241)");
    /// assert_eq!(explain(50000, Tcp).record(), None);
    /// ```
    #[must_use]
    pub const fn record(self) -> Option<Record<'r>> {
        self.record
    }

    /// The primary services of the port on the other transports: the reason
    /// why most reserved ports are.
    ///
    /// ```
    /// use iana_ports::{Transport::Udp, explain};
    ///
    /// let siblings = explain(22, Udp).siblings().map(|service| service.to_string());
    /// assert_eq!(siblings.collect::<Vec<_>>(), ["ssh (22/tcp)", "ssh (22/sctp)"]);
    /// ```
    #[must_use]
    pub fn siblings(self) -> Siblings<'r> {
        Siblings::of(self)
    }
}

impl fmt::Display for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (range, status) = (self.range(), self.status());
        write!(f, "{}/{}, one of the {range}, is {status}", self.port, self.transport)?;
        if let Some(service) = self.record().and_then(Record::service) {
            write!(f, " to {}", service.name())?;
        }
        self.record().map_or(Ok(()), |record| record.write_history(status, f))?;
        for (index, sibling) in self.siblings().enumerate() {
            write!(f, "{}{sibling}", if index == 0 { "; also assigned: " } else { ", " })?;
        }
        Ok(())
    }
}

/// The primary services of a port on the other transports: see
/// [`Explanation::siblings`].
#[derive(Clone)]
pub struct Siblings<'r> {
    /// One place for each transport; none on the transport that was explained.
    services: Flatten<array::IntoIter<Option<Service<'r>>, { Transport::ALL.len() }>>,
}

impl<'r> Siblings<'r> {
    fn of(explanation: Explanation<'r>) -> Self {
        let Explanation { port, transport, services, .. } = explanation;
        let mut services: OnEach<'r> = match services {
            Primaries::Of(registry) => on_each(registry, port),
            Primaries::Found(services) => services,
        };
        for (service, on) in services.iter_mut().zip(Transport::ALL) {
            // A row without a transport is on this one as well.
            *service = service.filter(|service| *on != transport && service.transport().is_some());
        }
        Self { services: services.into_iter().flatten() }
    }
}

impl<'r> Iterator for Siblings<'r> {
    type Item = Service<'r>;

    fn next(&mut self) -> Option<Self::Item> {
        self.services.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.services.size_hint()
    }
}

iterator_traits!(Siblings<'_>);
