//! How much of a registry is taken.

/// How much of a registry is taken: a file that asks for more is an error, so
/// that text from anywhere costs bounded time and memory.
///
/// The defaults hold several times what IANA registers. Whatever these limits
/// are, names and handles have at most 254 bytes, rows that share a name, a port
/// or a service are lists that leave less room for rows, all services together at
/// most 1,048,576 ports, and different texts at most 16 MiB.
///
/// # Example
///
/// ```
/// use iana_ports::{Limits, Registry};
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
    bytes: u64,
    rows: u16,
    field: u16,
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
    /// use iana_ports::{Limits, Registry};
    ///
    /// let loader = Registry::loader().limits(Limits::new().bytes(10));
    /// let error = loader.from_services_file("http 80/tcp\n".as_bytes()).unwrap_err();
    /// assert_eq!(error.to_string(), "services: expected at most 10 bytes");
    /// ```
    #[must_use]
    pub const fn bytes(self, bytes: u64) -> Self {
        Self { bytes, ..self }
    }

    /// The most rows of one table; an alias of a services(5) line is a row.
    #[must_use]
    pub const fn rows(self, rows: u16) -> Self {
        Self { rows, ..self }
    }

    /// The most bytes of one field of a row.
    #[must_use]
    pub const fn field(self, bytes: u16) -> Self {
        Self { field: bytes, ..self }
    }

    pub(super) const fn most_bytes(self) -> u64 {
        self.bytes
    }

    pub(super) fn most_rows(self) -> usize {
        self.rows.into()
    }

    pub(super) fn longest_field(self) -> usize {
        self.field.into()
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::new()
    }
}
