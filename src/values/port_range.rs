//! The three ranges of port numbers (RFC 6335 section 6).

use core::ops::RangeInclusive;

use crate::values::word::word;

/// A range of port numbers (RFC 6335 section 6).
///
/// # Example
///
/// ```
/// use iana_ports::PortRange;
///
/// let range = PortRange::of(8080);
/// assert_eq!(range, PortRange::User);
/// assert_eq!(range.ports(), 1024..=49151);
/// assert_eq!(range.to_string(), "User Ports");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PortRange {
    /// The System Ports, 0-1023, also known as well-known ports: assigned by
    /// "IETF Review" or "IESG Approval" (RFC 6335 section 8.1.2).
    System,
    /// The User Ports, 1024-49151, also known as registered ports.
    User,
    /// The Dynamic Ports, 49152-65535, also known as private or ephemeral
    /// ports: never assigned.
    Dynamic,
}

impl PortRange {
    /// Every range, in order.
    ///
    /// ```
    /// use iana_ports::PortRange;
    ///
    /// assert_eq!(PortRange::ALL.map(|range| *range.ports().end()), [1023, 49151, 65535]);
    /// ```
    pub const ALL: [Self; 3] = [Self::System, Self::User, Self::Dynamic];

    /// The range that a port is in.
    ///
    /// ```
    /// use iana_ports::PortRange;
    ///
    /// assert_eq!(PortRange::of(1023), PortRange::System);
    /// assert_eq!(PortRange::of(49152), PortRange::Dynamic);
    /// ```
    #[must_use]
    pub const fn of(port: u16) -> Self {
        match port {
            ..1024 => Self::System,
            1024..49152 => Self::User,
            49152.. => Self::Dynamic,
        }
    }

    /// The ports of the range.
    ///
    /// ```
    /// use iana_ports::PortRange;
    ///
    /// assert_eq!(PortRange::System.ports(), 0..=1023);
    /// ```
    #[must_use]
    pub const fn ports(self) -> RangeInclusive<u16> {
        match self {
            Self::System => 0..=1023,
            Self::User => 1024..=49151,
            Self::Dynamic => 49152..=65535,
        }
    }
}

word! {
    PortRange,
    /// The name of the range, as RFC 6335 writes it.
    ///
    /// ```
    /// assert_eq!(iana_ports::PortRange::System.as_str(), "System Ports");
    /// ```
    as_str { System: "System Ports", User: "User Ports", Dynamic: "Dynamic Ports" }
    /// A text that names no [`PortRange`].
    ///
    /// ```
    /// use iana_ports::PortRange;
    ///
    /// assert_eq!("User Ports".parse(), Ok(PortRange::User));
    /// let error = "User".parse::<PortRange>().unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "unknown range \"User\", expected System Ports, User Ports or Dynamic Ports",
    /// );
    /// ```
    ParsePortRangeError:
    "unknown range {found:?}, expected System Ports, User Ports or Dynamic Ports"
}

impl From<u16> for PortRange {
    /// [`PortRange::of`].
    fn from(port: u16) -> Self {
        Self::of(port)
    }
}

#[cfg(test)]
mod tests {
    use super::PortRange;

    #[test]
    fn every_port_is_in_its_range_and_no_other() {
        for port in 0..=u16::MAX {
            let ranges = PortRange::ALL.into_iter().filter(|range| range.ports().contains(&port));
            assert!(ranges.eq([PortRange::of(port)]), "{port}");
        }
    }
}
