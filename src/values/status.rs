//! The status of a port: assigned, reserved, unassigned or dynamic.

use crate::values::word::word;

/// The status of a port on a transport protocol (RFC 6335 section 6).
///
/// # Example
///
/// ```
/// use iana_ports::{Status, Transport::{Tcp, Udp}, status};
///
/// assert_eq!(status(443, Tcp), Status::Assigned);
/// assert_eq!(status(0, Udp), Status::Reserved);
/// assert_eq!(status(4, Tcp), Status::Unassigned);
/// assert_eq!(status(49152, Tcp), Status::Dynamic);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Status {
    /// A service is registered on it.
    Assigned,
    /// Not available for assignment: reserved by IANA or by an RFC, because
    /// it is assigned on another transport, or since an assignment ended; or
    /// left to private use, as 24/tcp is to "any private mail system".
    Reserved,
    /// Available for assignment on request.
    Unassigned,
    /// One of the Dynamic Ports, 49152-65535, which are never assigned.
    Dynamic,
}

impl Status {
    /// The status of a port of which no record speaks.
    pub(crate) const fn of_unlisted(port: u16) -> Self {
        if port >= 49152 { Self::Dynamic } else { Self::Unassigned }
    }
}

word! {
    Status,
    /// The status as the registry and RFC 6335 write it.
    ///
    /// ```
    /// assert_eq!(iana_ports::Status::Reserved.as_str(), "Reserved");
    /// ```
    as_str {
        Assigned: "Assigned",
        Reserved: "Reserved",
        Unassigned: "Unassigned",
        Dynamic: "Dynamic"
    }
    /// A text that is no [`Status`].
    ///
    /// ```
    /// use iana_ports::Status;
    ///
    /// assert_eq!("Reserved".parse(), Ok(Status::Reserved));
    /// let error = "reserved".parse::<Status>().unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "unknown status \"reserved\", expected Assigned, Reserved, Unassigned or Dynamic",
    /// );
    /// ```
    ParseStatusError:
    "unknown status {found:?}, expected Assigned, Reserved, Unassigned or Dynamic"
}
