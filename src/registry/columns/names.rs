//! The columns of the names, which every build has.

use core::ops::RangeInclusive;

use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::values::transport::Transport;

accessors! {
    only Service {
        /// The name as the registry spells it.
        ///
        /// RFC 6335 section 5.1 sets its syntax, which 97 older names break:
        /// `whois++`, `914c/g`. Names compare without ASCII case.
        ///
        #[doc = column_sentence!(service_name)]
        ///
        /// ```
        /// use iana_ports::{Transport::Tcp, lookup_name};
        ///
        /// assert_eq!(lookup_name("3COM-NSD", Tcp).unwrap().name(), "3Com-nsd");
        /// ```
        #[must_use]
        #[inline]
        pub fn name(self) -> &'r str {
            let Record { tables, entry, .. } = self.record();
            tables.name(entry)
        }
    }

    /// The port, or the first of a range; `None` for the 1,070 rows that register
    /// a name only.
    column port_number;
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_name};
    ///
    /// assert_eq!(lookup_name("https", Tcp).unwrap().port(), Some(443));
    /// assert_eq!(lookup_name("webdavs", Tcp).unwrap().port(), None);
    /// ```
    #[inline]
    impl Service;
    /// The port, or the first of a range: see [`Service::port`].
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(230, Tcp).unwrap().port(), Some(225));
    /// ```
    #[inline]
    pub const fn port(self) -> Option<u16> {
        self.tables.names().port(self.entry)
    }

    /// The ports: one, or a range.
    column port_number;
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_name};
    ///
    /// assert_eq!(lookup_name("x11", Tcp).unwrap().ports(), Some(6000..=6063));
    /// assert_eq!(lookup_name("ssh", Tcp).unwrap().ports(), Some(22..=22));
    /// ```
    impl Service;
    /// The ports: see [`Service::ports`].
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(230, Tcp).unwrap().ports(), Some(225..=241));
    /// ```
    pub const fn ports(self) -> Option<RangeInclusive<u16>> {
        match self.port() {
            Some(_) => {
                let (first, last) = self.tables.names().span(self.entry);
                Some(RangeInclusive::new(first, last))
            }
            None => None,
        }
    }

    /// The transport protocol; `None` where the registry names none, which stands
    /// for any.
    column transport_protocol;
    /// ```
    /// use iana_ports::{Transport::Udp, lookup_port};
    ///
    /// assert_eq!(lookup_port(53, Udp).unwrap().transport(), Some(Udp));
    /// assert_eq!(lookup_port(7300, Udp).unwrap().transport(), None);
    /// ```
    #[inline]
    impl Service;
    /// The transport protocol: see [`Service::transport`].
    ///
    /// ```
    /// use iana_ports::{Transport::{Sctp, Tcp}, record_on};
    ///
    /// assert_eq!(record_on(0, Tcp).unwrap().transport(), Some(Tcp));
    /// assert_eq!(record_on(49151, Sctp).unwrap().transport(), None);
    /// ```
    #[inline]
    pub const fn transport(self) -> Option<Transport> {
        self.tables.names().transport(self.entry, self.looked_up_on)
    }
}
