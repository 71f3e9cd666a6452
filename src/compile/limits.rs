//! Bounds on what a loader accepts.

/// Bounds on what a loader accepts. Beyond them loading fails, so that
/// untrusted input costs bounded time and memory.
///
/// The defaults hold several times what IANA registers. Whatever these limits
/// are, the tables of the build's tiers take
///
/// - names and handles of at most 254 bytes, without control characters;
/// - 65,534 contacts, those that only a service names among them;
/// - 65,534 entries (consecutive rows that differ only in their transport)
///   together with the lists of those that share a name or a port: up to 32,766
///   services on one port, for instance, or 254 spellings of one name. Contacts
///   and the lists of those that share a service have as much room of their
///   own;
/// - 1,048,576 ports of all services together, a range counted port by port and
///   a row without a transport four times;
/// - 16,384 different pages of sixteen consecutive ports on one transport, an
///   empty one among them: all but one of all there are;
/// - less than 16 MiB of different texts;
/// - 256 names or handles that are the same once each byte has the bit of ASCII
///   case: a look-up may have to compare them one by one.
///
/// What goes beyond is an error that says so. At the defaults, no input that we
/// could think of takes more than a few seconds, or 400 MB.
///
/// # Example
///
/// ```
/// use iana_ports::load::Limits;
/// use iana_ports::Registry;
///
/// let limits = Limits::new().rows(1);
/// let error = Registry::loader()
///     .limits(limits)
///     .from_services_file("http 80/tcp\nhttps 443/tcp\n".as_bytes())
///     .unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "services:2: Service Name: \"https\": expected at most 1 rows",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub(super) bytes: u64,
    pub(super) rows: u16,
    pub(super) field: u16,
}

impl Limits {
    /// 64 MiB for a file, 65,535 rows, 65,535 bytes for a field.
    #[must_use]
    pub const fn new() -> Self {
        Self { bytes: 64 << 20, rows: u16::MAX, field: u16::MAX }
    }

    /// The most bytes of one file.
    ///
    /// ```
    /// use iana_ports::load::Limits;
    /// use iana_ports::Registry;
    ///
    /// let loader = Registry::loader().limits(Limits::new().bytes(10));
    /// let error = loader.from_services_file("http 80/tcp\n".as_bytes()).unwrap_err();
    /// assert_eq!(error.to_string(), "services: expected at most 10 bytes");
    /// ```
    #[must_use]
    pub const fn bytes(self, bytes: u64) -> Self {
        Self { bytes, ..self }
    }

    /// The most rows of one table; an alias of a services(5) line is a row. As
    /// many lines, protocols and aliases of a services(5) file may be
    /// [skipped](crate::Registry::skipped).
    #[must_use]
    pub const fn rows(self, rows: u16) -> Self {
        Self { rows, ..self }
    }

    /// The most bytes of one field of a row, or of one word or comment of a
    /// services(5) line.
    #[must_use]
    pub const fn field(self, bytes: u16) -> Self {
        Self { field: bytes, ..self }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::new()
    }
}
