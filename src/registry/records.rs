//! Records, and the order they come in.

use crate::registry::nameless::Nameless;
use crate::registry::record::Record;
use crate::registry::walk::Walk;
use crate::values::iterator_traits::iterator_traits;

/// Records: all in registry order, or those on a port.
///
/// # Example
///
/// ```
/// let nameless = iana_ports::records().filter(|record| record.service().is_none());
/// assert_eq!(nameless.count(), 1_724);
/// ```
#[derive(Clone)]
pub struct Records<'r> {
    rows: Walk<'r>,
    /// Further ones, after `rows`.
    nameless: Nameless<'r>,
}

impl<'r> Records<'r> {
    pub(crate) const fn new(rows: Walk<'r>, nameless: Nameless<'r>) -> Self {
        Self { rows, nameless }
    }

    /// The next record, without taking it.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, records_on};
    ///
    /// assert_eq!(records_on(0, Tcp).first().unwrap().to_string(), "Reserved (0/tcp)");
    /// ```
    #[must_use]
    pub const fn first(&self) -> Option<Record<'r>> {
        let Self { rows, mut nameless } = *self;
        let found = match rows.peek() {
            None => nameless.next(),
            found => found,
        };
        match found {
            Some((entry, transport)) => Some(Record::new(rows.tables, entry, transport)),
            None => None,
        }
    }

    /// Whether there is none (left).
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, records_on};
    ///
    /// assert!(records_on(50000, Tcp).is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.rows.len() + self.nameless.len() == 0
    }
}

impl<'r> Iterator for Records<'r> {
    type Item = Record<'r>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (entry, transport) = self.rows.next().or_else(|| self.nameless.next())?;
        Some(Record::new(self.rows.tables, entry, transport))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.rows.len() + self.nameless.len();
        (left, Some(left))
    }
}

impl DoubleEndedIterator for Records<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        let (entry, transport) = self.nameless.next_back().or_else(|| self.rows.next_back())?;
        Some(Record::new(self.rows.tables, entry, transport))
    }
}

impl ExactSizeIterator for Records<'_> {}

iterator_traits!(Records<'_>);
