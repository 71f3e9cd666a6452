//! Services, and the order they come in.

use crate::registry::service::Service;
use crate::registry::walk::Walk;
use crate::values::iterator_traits::iterator_traits;

/// Services: an iterator that is also the answer.
///
/// # Ordering
///
/// [`services`](crate::services()) and `Contact::services` go in
/// registry order. [`services_on`](crate::services_on) and
/// [`services_named`](crate::services_named) put the *primary* service first,
/// which is what [`lookup_port`](crate::lookup_port) and
/// [`lookup_name`](crate::lookup_name) answer:
///
/// 1. the rows of `registry/preferred.csv`, each with its reason there;
/// 2. by port: rows that are no alias, single ports before ranges; by name:
///    rows with a port;
/// 3. registry order.
///
/// By name, those that are spelled as the name come before those that differ by
/// ASCII case. No two names of the bundled registry do.
///
/// # Example
///
/// ```
/// use iana_ports::{Transport::Tcp, services_on};
///
/// let services = services_on(80, Tcp);
/// assert_eq!(services.first().unwrap().name(), "http");
/// assert_eq!(services.map(|service| service.name()).collect::<Vec<_>>(), ["http", "www", "www-http"]);
/// ```
#[derive(Clone)]
pub struct Services<'r> {
    pub(crate) rows: Walk<'r>,
}

impl<'r> Services<'r> {
    pub(crate) const fn new(rows: Walk<'r>) -> Self {
        Self { rows }
    }

    /// The next service, without taking it.
    ///
    /// ```
    /// use iana_ports::{Transport::Udp, services_on};
    ///
    /// assert_eq!(services_on(2049, Udp).first().unwrap().name(), "nfs");
    /// ```
    #[must_use]
    #[inline]
    pub const fn first(&self) -> Option<Service<'r>> {
        match self.rows.peek() {
            Some((entry, transport)) => Some(Service::new(self.rows.tables, entry, transport)),
            None => None,
        }
    }

    /// Whether there is none (left).
    ///
    /// ```
    /// assert!(iana_ports::services_named("no-such-service").is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.len() == 0
    }
}

impl<'r> Iterator for Services<'r> {
    type Item = Service<'r>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (entry, transport) = self.rows.next()?;
        Some(Service::new(self.rows.tables, entry, transport))
    }

    #[inline]
    fn fold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, mut f: F) -> B {
        let tables = self.rows.tables;
        self.rows.fold(init, |folded, entry, transport| {
            f(folded, Service::new(tables, entry, transport))
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.rows.len(), Some(self.rows.len()))
    }
}

impl DoubleEndedIterator for Services<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        let (entry, transport) = self.rows.next_back()?;
        Some(Service::new(self.rows.tables, entry, transport))
    }
}

impl ExactSizeIterator for Services<'_> {}

iterator_traits!(Services<'_>);
