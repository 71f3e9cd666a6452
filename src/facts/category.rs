//! Categories of services: what a service is for.

use crate::values::word::word;

/// What a service is for.
///
/// A service has one category, that of its main use; of most services it is not
/// known. New categories may come, hence `#[non_exhaustive]`.
///
/// # Example
///
/// ```
/// use iana_ports::{Transport::Tcp, facts::Category, lookup_port};
///
/// let category = |port| lookup_port(port, Tcp).and_then(|service| service.category());
/// assert_eq!(category(443), Some(Category::Web));
/// assert_eq!(category(5432), Some(Category::Database));
/// assert_eq!(category(179), None); // BGP: routing is none of them
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Category {
    /// HTTP and what is built of it: servers, application servers, proxies,
    /// caches, calendars and address books of WebDAV. Pages that only
    /// administer something else have that category.
    Web,
    /// Electronic mail: sending, reading, filtering, mailing lists.
    Mail,
    /// Databases, caches of data and search engines, and tools for them.
    Database,
    /// Use of another machine: shells, terminals, desktops, administration.
    RemoteAccess,
    /// Files and storage: transfer, file systems, block devices, backup,
    /// replication, version control.
    FileSharing,
    /// Messages between people or programs: chat, presence, news, queues.
    Messaging,
    /// Sound, pictures and calls: streams, telephony, conferences, players.
    Media,
    /// Virtual private networks, tunnels and overlays, SOCKS among them.
    Vpn,
    /// Observation and management of devices and programs: figures, logs,
    /// traces, flows, tests of the network.
    Monitoring,
    /// Names, addresses and discovery of hosts and services: DNS, DHCP, port
    /// mappers.
    Naming,
    /// Clocks.
    Time,
    /// Directories of people and things: LDAP, whois, dictionaries.
    Directory,
    /// Printers, scanners and fax machines.
    Printing,
    /// Control of machines, vehicles, instruments, buildings, lights and homes.
    Industrial,
    /// Games.
    Games,
    /// Clusters, containers and the distribution of work.
    Cluster,
    /// Authentication, keys, certificates, secrets, and defence.
    Security,
}

impl Category {
    /// All categories, in the order of the variants.
    ///
    /// ```
    /// use iana_ports::facts::Category;
    ///
    /// assert_eq!(Category::ALL[0], Category::Web);
    /// assert_eq!(Category::ALL.len(), 17);
    /// ```
    pub const ALL: &'static [Self] = &[
        Self::Web,
        Self::Mail,
        Self::Database,
        Self::RemoteAccess,
        Self::FileSharing,
        Self::Messaging,
        Self::Media,
        Self::Vpn,
        Self::Monitoring,
        Self::Naming,
        Self::Time,
        Self::Directory,
        Self::Printing,
        Self::Industrial,
        Self::Games,
        Self::Cluster,
        Self::Security,
    ];
}

word! {
    Category,
    /// The category in lower-case words, as `Display` writes it.
    ///
    /// ```
    /// use iana_ports::facts::Category;
    ///
    /// assert_eq!(Category::RemoteAccess.as_str(), "remote access");
    /// assert_eq!(Category::Vpn.to_string(), "vpn");
    /// ```
    as_str {
        Web: "web",
        Mail: "mail",
        Database: "database",
        RemoteAccess: "remote access",
        FileSharing: "file sharing",
        Messaging: "messaging",
        Media: "media",
        Vpn: "vpn",
        Monitoring: "monitoring",
        Naming: "naming",
        Time: "time",
        Directory: "directory",
        Printing: "printing",
        Industrial: "industrial",
        Games: "games",
        Cluster: "cluster",
        Security: "security"
    }
    /// A text that is no [`Category`].
    ///
    /// ```
    /// use iana_ports::facts::Category;
    ///
    /// assert_eq!("file sharing".parse(), Ok(Category::FileSharing));
    /// let error = "files".parse::<Category>().unwrap_err();
    /// assert_eq!(error.to_string(), "unknown category \"files\", expected one such as web or mail");
    /// ```
    ParseCategoryError: "unknown category {found:?}, expected one such as web or mail"
}
