//! Values derived from the columns: aliases, label, TXT keys, history.

use crate::registry::label::Label;
use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::registry::services::Services;
use crate::registry::walk::Walk;

impl<'r> Service<'r> {
    /// The label of the service in DNS: `_name._tcp` (RFC 2782; RFC 6763
    /// section 7).
    ///
    /// A row that names no transport has the label of the transport that it
    /// was looked up on, or of tcp.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_name};
    ///
    /// assert_eq!(lookup_name("radiustls", Tcp).unwrap().label(), "_radiustls._tcp");
    /// ```
    #[must_use]
    pub const fn label(self) -> Label<'r> {
        Label::new(self)
    }

    /// The service whose well-formed name replaced this one's, if its note
    /// says `This entry is an alias to "…"`.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_name};
    ///
    /// let alias = lookup_name("whois++", Tcp).unwrap();
    /// assert_eq!(alias.alias_of().unwrap().name(), "whoispp");
    /// ```
    #[must_use]
    pub const fn alias_of(self) -> Option<Self> {
        let Record { tables, entry, looked_up_on } = self.record;
        let names = tables.names();
        match names.aliases.find(entry) {
            Some(place) => Some(Self::new(tables, names.alias_targets.get(place), looked_up_on)),
            None => None,
        }
    }

    /// The services whose names this one's replaced.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_name};
    ///
    /// let aliases = lookup_name("whoispp", Tcp).unwrap().aliases();
    /// assert_eq!(aliases.map(|alias| alias.name()).collect::<Vec<_>>(), ["whois++"]);
    /// ```
    #[must_use]
    pub const fn aliases(self) -> Services<'r> {
        let Record { tables, entry, looked_up_on } = self.record;
        Services::new(Walk::on(tables, tables.names().aliases_of(entry), looked_up_on))
    }
}
