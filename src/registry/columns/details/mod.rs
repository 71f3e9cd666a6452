//! The columns of the tier `details`, and what their texts say.

pub(crate) mod citing;
mod unreported;

use core::fmt;

use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::values::date::Date;
use crate::values::details::note;
use crate::values::details::reference::References;
use crate::values::details::service_code::ServiceCode;
use crate::values::details::txt_keys::TxtKeys;
use crate::values::details::unauthorized_ports::UnauthorizedPorts;
use crate::values::status::Status;

accessors! {
    /// What the service is; empty on 166 rows.
    ///
    /// The sentence by which the registry announces that a well-formed name
    /// replaces another is not part of it: see [`aliases`](Self::aliases).
    column description;
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// assert_eq!(lookup_port(443, Tcp).unwrap().description(), "http protocol over TLS/SSL");
    /// ```
    impl Service;
    /// The description: see [`Service::description`]. On a nameless row it is
    /// one of twenty texts, most often "Unassigned" or "Reserved".
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(24, Tcp).unwrap().description(), "any private mail system");
    /// ```
    pub fn description(self) -> &'r str {
        let details = self.tables.details();
        details.text(details.descriptions.get(self.entry as usize))
    }

    /// When it was registered, if the registry says.
    column registration_date;
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// let service = lookup_port(465, Tcp).unwrap();
    /// assert_eq!(service.registered().unwrap().to_string(), "2017-12-12");
    /// ```
    impl Service;
    /// The registration date: see [`Service::registered`].
    ///
    /// ```
    /// use iana_ports::{Transport::Udp, record_on};
    ///
    /// assert_eq!(record_on(2905, Udp).unwrap().registered().unwrap().to_string(), "2001-06-07");
    /// ```
    pub const fn registered(self) -> Option<Date> {
        self.tables.details().registered(self.entry)
    }

    /// When its row last changed, if the registry says.
    column modification_date;
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// assert_eq!(lookup_port(80, Tcp).unwrap().modified().unwrap().to_string(), "2021-10-01");
    /// ```
    impl Service;
    /// The modification date: see [`Service::modified`].
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(0, Tcp).unwrap().modified().unwrap().to_string(), "2024-12-20");
    /// ```
    pub const fn modified(self) -> Option<Date> {
        self.tables.details().modified(self.entry)
    }

    /// The documents that define it, without the marks of footnotes.
    column reference;
    /// ```
    /// use iana_ports::{Transport::Udp, lookup_port};
    ///
    /// let references: Vec<_> = lookup_port(10162, Udp).unwrap().references().map(|r| r.to_string()).collect();
    /// assert_eq!(references, ["RFC 6353"]);
    /// ```
    impl Service;
    /// The references: see [`Service::references`].
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(0, Tcp).unwrap().references().next().unwrap().to_string(), "RFC 6335");
    /// ```
    pub fn references(self) -> References<'r> {
        References::new(self.tables.details().references(self.entry))
    }

    /// Its DCCP service code (RFC 4340 section 8.1.2).
    column service_code;
    /// ```
    /// use iana_ports::{Transport::Dccp, lookup_port};
    ///
    /// let code = lookup_port(9, Dccp).unwrap().service_code().unwrap();
    /// assert_eq!(code.to_u32(), 1145656131);
    /// ```
    impl Service;
    /// The service code: see [`Service::service_code`].
    ///
    /// ```
    /// use iana_ports::{Transport::Dccp, record_on};
    ///
    /// assert!(record_on(9, Dccp).unwrap().service_code().is_some());
    /// ```
    pub const fn service_code(self) -> Option<ServiceCode> {
        match self.tables.details().service_code(self.entry) {
            Some(code) => Some(ServiceCode::new(code)),
            None => None,
        }
    }

    /// Reports of use without an assignment.
    column unauthorized_use_reported;
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// let service = lookup_port(8888, Tcp).unwrap();
    /// assert_eq!(service.unauthorized_use(), Some("Known Unauthorized Use on port 8888"));
    /// ```
    impl Service;
    /// Reports of unauthorized use: see [`Service::unauthorized_use`].
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(100, Tcp).unwrap().unauthorized_use(), Some("Known Unauthorized Use on 100"));
    /// ```
    pub fn unauthorized_use(self) -> Option<&'r str> {
        self.tables.details().unauthorized_use(self.entry)
    }

    /// Remarks on the assignment, which may have several lines.
    column assignment_notes;
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_name};
    ///
    /// let notes = lookup_name("http", Tcp).unwrap().notes().unwrap();
    /// assert!(notes.starts_with("Defined TXT keys: u=<username>"));
    /// ```
    impl Service;
    /// The assignment notes: see [`Service::notes`].
    ///
    /// ```
    /// use iana_ports::{Transport::Udp, record_on};
    ///
    /// assert_eq!(record_on(359, Udp).unwrap().notes(), Some("De-Assigned on 2023-11-16."));
    /// ```
    pub fn notes(self) -> Option<&'r str> {
        self.tables.details().notes(self.entry)
    }

    /// The ports that the reports of unauthorized use name.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// let mut ports = lookup_port(8888, Tcp).unwrap().unauthorized_ports();
    /// assert_eq!(ports.next(), Some(8888..=8888));
    /// ```
    impl Service;
    /// The ports that the reports of unauthorized use name.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// let ports = record_on(44500, Tcp).unwrap().unauthorized_ports();
    /// assert!(ports.eq([44515..=44515, 44516..=44516]));
    /// ```
    pub fn unauthorized_ports(self) -> UnauthorizedPorts<'r> {
        UnauthorizedPorts::new(self.unauthorized_use().unwrap_or(""))
    }

    /// When an earlier assignment of its ports ended, if the notes say so: see
    /// [`Record::deassigned`].
    ///
    /// ```
    /// use iana_ports::{Transport::Udp, lookup_port};
    ///
    /// assert_eq!(lookup_port(22, Udp).unwrap().deassigned(), None);
    /// ```
    impl Service;
    /// When an assignment of the row's ports or name ended, if its notes say so.
    ///
    /// The registry writes that an entry was "De-assigned", "De-registered" or
    /// "removed". The notes are prose: their repeated wordings are read, in any case
    /// and with any blanks between words. A row that is assigned again may keep the
    /// note, which then speaks of the assignment before.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(2, Tcp).unwrap().deassigned().unwrap().to_string(), "2025-02-13");
    /// ```
    pub fn deassigned(self) -> Option<Date> {
        note::deassigned(self.notes()?)
    }

    /// What its ports were assigned to before, or it was called, if the notes
    /// say so: see [`Record::formerly`].
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, lookup_port};
    ///
    /// assert_eq!(lookup_port(2083, Tcp).unwrap().formerly(), Some("RadSec"));
    /// ```
    impl Service;
    /// What the row's ports were assigned to before, or its service was called,
    /// if its notes say so.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, record_on};
    ///
    /// assert_eq!(record_on(831, Tcp).unwrap().formerly(), Some("NETCONF over BEEP"));
    /// ```
    pub fn formerly(self) -> Option<&'r str> {
        note::formerly(self.notes()?)
    }
}

impl<'r> Service<'r> {
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
    #[must_use]
    pub fn txt_keys(self) -> Option<TxtKeys<'r>> {
        TxtKeys::parse(self.notes()?)
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
    #[must_use]
    pub fn is_historic(self) -> bool {
        self.notes().is_some_and(note::is_historic)
    }
}

impl<'r> Record<'r> {
    /// The description, in a build that has them.
    pub(crate) fn known_description(self) -> Option<&'r str> {
        Some(self.description())
    }

    /// What the row says of when and why, for an explanation of its status.
    pub(crate) fn write_history(self, status: Status, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let description = self.description();
        if self.service().is_none() && !description.eq_ignore_ascii_case(status.as_str()) {
            write!(f, " ({description:?})")?;
        }
        let dates = [
            ("registered", self.registered()),
            ("modified", self.modified()),
            ("de-assigned", self.deassigned()),
        ];
        for (what, date) in dates {
            date.map_or(Ok(()), |date| write!(f, "; {what} {date}"))?;
        }
        self.formerly().map_or(Ok(()), |name| write!(f, "; formerly {name:?}"))
    }
}
