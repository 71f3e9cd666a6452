//! The bundled registry, and its look-ups as functions.
//!
//! The three hot look-ups read the bundled tables directly. The [`Registry`]
//! methods of the same name first branch on bundled or loaded.

use core::ops::RangeBounds;

use crate::registry::explanation::Explanation;
use crate::registry::free_ports::FreePorts;
use crate::registry::record::Record;
use crate::registry::records::Records;
use crate::registry::service::Service;
use crate::registry::services::Services;
use crate::registry::walk::Walk;
use crate::registry::{BUNDLED, Registry};
use crate::tables;
use crate::values::date::Date;
use crate::values::port_key::PortKey;
use crate::values::status::Status;
use crate::values::transport::Transport;
use crate::values::transports::Transports;

/// The date of the bundled edition: the registry's "Last Updated".
///
/// ```
/// assert!(iana_ports::EDITION.year() >= 2026);
/// ```
pub const EDITION: Date = match BUNDLED.edition() {
    Some(edition) => edition,
    None => panic!("build.rs compiles no registry without an edition"),
};

/// The bundled registry.
///
/// ```
/// assert!(iana_ports::registry().services().count() > 12_000);
/// ```
#[must_use]
#[inline]
pub const fn registry() -> &'static Registry {
    &BUNDLED
}

/// Functions that ask the bundled registry, by the method of the same name.
macro_rules! ask_bundled {
    ($($(#[$meta:meta])* fn $name:ident($($given:ident: $type:ty),*) -> $answer:ty;)+) => {$(
        $(#[$meta])*
        #[must_use]
        #[inline]
        pub const fn $name($($given: $type),*) -> $answer {
            $crate::registry::BUNDLED.$name($($given),*)
        }
    )+};
}

/// The primary service on a port: the first of [`services_on`].
///
/// `None` if no service is registered there; [`status`] tells why.
///
/// ```
/// use iana_ports::{Transport::{Tcp, Udp}, lookup_port};
///
/// assert_eq!(lookup_port(10162, Udp).unwrap().name(), "snmpdtls-trap");
/// assert_eq!(lookup_port(6010, Tcp).unwrap().name(), "x11");
/// assert_eq!(lookup_port(4, Tcp), None);
/// ```
#[must_use]
#[inline]
pub const fn lookup_port(port: u16, transport: Transport) -> Option<Service<'static>> {
    match tables::NameTables::bundled().primary(port, transport) {
        tables::RESERVED.. => None,
        entry => Some(Service::new(&BUNDLED.tables, entry, transport)),
    }
}

/// The primary service on a key: [`lookup_port`] of its port and transport.
///
/// ```
/// use iana_ports::{PortKey, lookup};
///
/// let key: PortKey = "443/tcp".parse()?;
/// assert_eq!(lookup(key).unwrap().name(), "https");
/// # Ok::<(), iana_ports::error::ParsePortKeyError>(())
/// ```
#[must_use]
#[inline]
pub const fn lookup(key: PortKey) -> Option<Service<'static>> {
    lookup_port(key.port(), key.transport())
}

/// The primary service of a name on a transport: the first of
/// [`services_named`] on that transport or on any; rows with a port come
/// before rows without.
///
/// ASCII case does not matter (RFC 6335 section 5.1); where names of a loaded
/// registry differ by nothing else, those that are spelled so come first. Names
/// that break the syntax of that section are found as well.
///
/// ```
/// use iana_ports::{Transport::{Tcp, Udp}, lookup_name};
///
/// assert_eq!(lookup_name("HTTPS", Tcp).unwrap().port(), Some(443));
/// assert_eq!(lookup_name("http-alt", Tcp).unwrap().port(), Some(8080));
/// assert_eq!(lookup_name("whois++", Udp).unwrap().port(), Some(63));
/// assert_eq!(lookup_name("imap", Udp), None);
/// ```
#[must_use]
#[inline(always)]
pub const fn lookup_name(name: &str, transport: Transport) -> Option<Service<'static>> {
    let found = match tables::NameTables::bundled().primary_named_short(name, transport) {
        Some(entry) => entry,
        None => BUNDLED.tables.primary_named_long(name, transport),
    };
    match found {
        tables::NONE => None,
        entry => Some(Service::new(&BUNDLED.tables, entry, transport)),
    }
}

/// Every service of a name, on all ports and transports, primary first: see
/// [`Services`] for the order. ASCII case does not matter.
///
/// ```
/// let rows: Vec<_> = iana_ports::services_named("ssh").map(|service| service.to_string()).collect();
/// assert_eq!(rows, ["ssh (22/tcp)", "ssh (22/udp)", "ssh (22/sctp)", "ssh (tcp)"]);
/// ```
#[must_use]
#[inline(always)]
pub const fn services_named(name: &str) -> Services<'static> {
    match tables::NameTables::bundled().only_named(name) {
        Ok(entry) => Services::new(Walk::each_of_one(&BUNDLED.tables, entry)),
        Err(primary) => BUNDLED.several_named(name, primary),
    }
}

ask_bundled! {
    /// Every service on a port, primary first: see [`Services`] for the order.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, services_on};
    ///
    /// let names: Vec<_> = services_on(465, Tcp).map(|service| service.name()).collect();
    /// assert_eq!(names, ["submissions", "urd"]);
    /// assert!(services_on(4, Tcp).is_empty());
    /// ```
    fn services_on(port: u16, transport: Transport) -> Services<'static>;

    /// Every service of a name on a transport or on any, primary first: those of
    /// [`services_named`] that the transport reaches. ASCII case does not matter.
    ///
    /// The first is the answer of [`lookup_name`].
    ///
    /// ```
    /// use iana_ports::{Transport::{Sctp, Tcp}, services_named_on};
    ///
    /// let rows: Vec<_> = services_named_on("SSH", Tcp).map(|service| service.to_string()).collect();
    /// assert_eq!(rows, ["ssh (22/tcp)", "ssh (tcp)"]);
    /// assert!(services_named_on("https-alt", Sctp).is_empty());
    /// ```
    fn services_named_on(name: &str, transport: Transport) -> Services<'static>;

    /// The status of a port on a transport, for each of 65,536 ports.
    ///
    /// ```
    /// use iana_ports::{Status, Transport::{Dccp, Tcp, Udp}, status};
    ///
    /// assert_eq!(status(143, Tcp), Status::Assigned);
    /// assert_eq!(status(143, Udp), Status::Reserved);
    /// assert_eq!(status(143, Dccp), Status::Unassigned);
    /// assert_eq!(status(65535, Tcp), Status::Dynamic);
    /// ```
    fn status(port: u16, transport: Transport) -> Status;

    /// The record that tells what a port is: the first of [`records_on`], which is
    /// that of the primary service or a nameless one. `None` if no row speaks of
    /// it.
    ///
    /// ```
    /// use iana_ports::{Transport::Udp, record_on};
    ///
    /// assert_eq!(record_on(53, Udp).unwrap().to_string(), "domain (53/udp)");
    /// assert_eq!(record_on(230, Udp).unwrap().to_string(), "Reserved (225-241)");
    /// assert_eq!(record_on(50000, Udp), None);
    /// ```
    fn record_on(port: u16, transport: Transport) -> Option<Record<'static>>;

    /// Every row on a port: the services, primary first, then the nameless rows,
    /// of which a single port comes before a range.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, records_on};
    ///
    /// // The registry has a range of unassigned ports around this service.
    /// let rows: Vec<_> = records_on(7997, Tcp).map(|record| record.to_string()).collect();
    /// assert_eq!(rows, ["pushns (7997/tcp)", "Unassigned (7983-7997)"]);
    /// ```
    fn records_on(port: u16, transport: Transport) -> Records<'static>;

    /// What the registry says of a port on a transport, and why: its status, the
    /// row behind it, the services of the other transports, and its history.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, explain};
    ///
    /// # #[cfg(feature = "details")]
    /// assert_eq!(
    ///     explain(3, Tcp).to_string(),
    ///     "3/tcp, one of the System Ports, is Reserved; modified 2025-02-13; \
    ///      de-assigned 2025-02-13; formerly \"compressnet\"",
    /// );
    /// ```
    fn explain(port: u16, transport: Transport) -> Explanation<'static>;

    /// Every service, in registry order.
    ///
    /// ```
    /// assert_eq!(iana_ports::services().next().unwrap().name(), "tcpmux");
    /// assert!(iana_ports::services().count() > 12_000);
    /// ```
    fn services() -> Services<'static>;

    /// Every row, named or not, in registry order.
    ///
    /// ```
    /// assert!(iana_ports::records().count() > 14_000);
    /// ```
    fn records() -> Records<'static>;
}

/// The ports of a range that IANA has not assigned: those whose status is
/// [`Status::Unassigned`] on the transport, or on each of several, in order.
///
/// Such a port is available on request; until then nobody may count on it.
/// `FreePorts::unreported` (feature `details`) leaves out the ports that are
/// known to be used nonetheless.
///
/// ```
/// use iana_ports::{PortRange, Transport::{Tcp, Udp}, free_ports};
///
/// assert!(free_ports([Tcp, Udp], 27010..=27017).eq(27011..=27015));
/// assert_eq!(free_ports(Udp, 1..=15).collect::<Vec<_>>(), [4, 6, 8, 10, 12, 14, 15]);
/// assert!(free_ports(Udp, PortRange::Dynamic.ports()).next().is_none());
/// ```
#[must_use]
pub fn free_ports(
    transports: impl Into<Transports>,
    range: impl RangeBounds<u16>,
) -> FreePorts<'static> {
    BUNDLED.free_ports(transports, range)
}

/// The ids of the primary services of many ports, for columns of flow records:
/// of each port and each IP protocol number the [`Service::id`] of
/// [`lookup_port`], or [`NO_SERVICE`](crate::NO_SERVICE).
///
/// The shortest of the slices counts; what `ids` has beyond it stays as it is.
/// There is no heap, and no branch that depends on a key.
///
/// ```
/// use iana_ports::{NO_SERVICE, lookup_ids, registry};
///
/// let (ports, protocols) = ([443, 53, 4, 443], [6, 17, 6, 1]);
/// let mut ids = [0; 4];
/// lookup_ids(&ports, &protocols, &mut ids);
/// let names = ids.map(|id| registry().name_of(id));
/// assert_eq!(names, [Some("https"), Some("domain"), None, None]);
/// assert_eq!(ids[2..], [NO_SERVICE; 2]);
/// ```
#[inline]
pub fn lookup_ids(ports: &[u16], protocols: &[u8], ids: &mut [u16]) {
    BUNDLED.lookup_ids(ports, protocols, ids);
}

/// The look-ups of the tier `details`.
#[cfg(feature = "details")]
pub(crate) mod of_details {
    use crate::registry::columns::details::citing::ServicesCiting;

    ask_bundled! {
        /// The services whose "Reference" column names an RFC, in registry order.
        ///
        /// ```
        /// let mut services = iana_ports::services_citing(6353);
        /// assert_eq!(services.next().unwrap().to_string(), "snmptls (10161/tcp)");
        /// ```
        fn services_citing(rfc: u32) -> ServicesCiting<'static>;
    }
}

/// The look-ups of the tier `contacts`.
#[cfg(feature = "contacts")]
pub(crate) mod of_contacts {
    use crate::registry::BUNDLED;
    use crate::registry::contact::{Contact, Contacts};
    use crate::tables;

    /// What a contact handle stands for, with or without its brackets.
    ///
    /// The handle as it is spelled comes first, else one that differs only by
    /// ASCII case.
    ///
    /// ```
    /// use iana_ports::lookup_contact;
    ///
    /// let contact = lookup_contact("[Jon_Postel]").unwrap();
    /// assert_eq!(contact.name(), Some("Jon Postel"));
    /// assert_eq!(lookup_contact("jon_postel"), Some(contact));
    /// assert_eq!(lookup_contact("Nobody"), None);
    /// ```
    #[must_use]
    #[inline(always)]
    pub const fn lookup_contact(handle: &str) -> Option<Contact<'static>> {
        let found = match tables::ContactTables::bundled().find_spelled(handle.as_bytes()) {
            Some(contact) => contact,
            None => BUNDLED.tables.find_contact_in_any_case(handle),
        };
        match found {
            tables::NONE => None,
            contact => Some(Contact::new(&BUNDLED.tables, contact)),
        }
    }

    ask_bundled! {
        /// Every contact, in the order of the contact table.
        ///
        /// ```
        /// assert!(iana_ports::contacts().count() > 5_000);
        /// assert_eq!(iana_ports::contacts().next().unwrap().handle(), "_3GPP");
        /// ```
        fn contacts() -> Contacts<'static>;
    }
}
