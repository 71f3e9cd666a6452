//! Values derived from the columns: aliases, label, TXT keys, history.

use crate::registry::label::Label;
use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::registry::services::Services;
use crate::registry::walk::Walk;
#[cfg(feature = "details")]
use crate::values::date::Date;
#[cfg(feature = "details")]
use crate::values::note;
#[cfg(feature = "details")]
use crate::values::txt_keys::TxtKeys;
#[cfg(feature = "details")]
use crate::values::unauthorized_ports::UnauthorizedPorts;

impl<'r> Service<'r> {
    /// The ports that the reports of unauthorized use name.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// let mut ports = lookup_port(8888, Tcp).unwrap().unauthorized_ports();
    /// assert_eq!(ports.next(), Some(8888..=8888));
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub fn unauthorized_ports(self) -> UnauthorizedPorts<'r> {
        self.record.unauthorized_ports()
    }

    /// When an earlier assignment of its ports ended, if the notes say so: see
    /// [`Record::deassigned`].
    ///
    /// ```
    /// use iana_ports::{Transport::Udp, lookup_port};
    ///
    /// assert_eq!(lookup_port(22, Udp).unwrap().deassigned(), None);
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub fn deassigned(self) -> Option<Date> {
        self.record.deassigned()
    }

    /// What its ports were assigned to before, or it was called, if the notes
    /// say so: see [`Record::formerly`].
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// assert_eq!(lookup_port(2083, Tcp).unwrap().formerly(), Some("RadSec"));
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub fn formerly(self) -> Option<&'r str> {
        self.record.formerly()
    }

    /// The TXT record keys that the notes define (RFC 6763 section 6); `None`
    /// if the notes say nothing of TXT keys.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_name};
    ///
    /// let keys = lookup_name("caldav", Tcp).unwrap().txt_keys().unwrap();
    /// let key = keys.iter().next().unwrap();
    /// assert_eq!((key.name(), key.value_hint()), ("path", Some("context path")));
    /// assert!(lookup_name("core-rd-tls", Tcp).unwrap().txt_keys().unwrap().is_none());
    /// assert_eq!(lookup_name("domain", Tcp).unwrap().txt_keys(), None);
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub fn txt_keys(self) -> Option<TxtKeys<'r>> {
        TxtKeys::parse(self.notes()?)
    }

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

    /// Whether its note says that the entry is now historic, as that of every
    /// alias does.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_name};
    ///
    /// assert!(lookup_name("whois++", Tcp).unwrap().is_historic());
    /// assert!(!lookup_name("whoispp", Tcp).unwrap().is_historic());
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub fn is_historic(self) -> bool {
        self.notes().is_some_and(note::is_historic)
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
