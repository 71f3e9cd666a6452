//! What turns into a port list: ports, services and text.

use core::str::FromStr;

use super::span::Span;
use super::{ParsePortSpecError, Spec, Storage};
use crate::registry::service::Service;
use crate::text::quoted::Quoted;
use crate::values::transport::Transport;
use crate::values::transports::Transports;

/// The port on every transport.
///
/// ```
/// use iana_ports::port_spec::Fixed;
///
/// assert_eq!(Fixed::<1>::from(22).to_string(), "22");
/// ```
impl<S: Storage> From<u16> for Spec<S> {
    fn from(port: u16) -> Self {
        Span { first: port, last: port, on: Transports::ALL }.into()
    }
}

/// The port on the transport.
///
/// ```
/// use iana_ports::port_spec::Fixed;
/// use iana_ports::Transport;
///
/// assert_eq!(Fixed::<1>::from((22, Transport::Tcp)).to_string(), "22/tcp");
/// ```
impl<S: Storage> From<(u16, Transport)> for Spec<S> {
    fn from((port, transport): (u16, Transport)) -> Self {
        Span { first: port, last: port, on: transport.into() }.into()
    }
}

/// The ports of the row, on its transport or, if it names none, on every one:
/// numbers, for a name may have more rows.
///
/// ```
/// use iana_ports::port_spec::Fixed;
/// use iana_ports::{Transport::Tcp, lookup_name};
///
/// let x11 = lookup_name("x11", Tcp).unwrap();
/// assert_eq!(Fixed::<1>::try_from(x11)?.to_string(), "6000-6063/tcp");
/// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
/// ```
impl<S: Storage> TryFrom<Service<'_>> for Spec<S> {
    type Error = ParsePortSpecError;

    /// # Errors
    ///
    /// [`ParsePortSpecError::NoPort`] if the row has no port.
    fn try_from(service: Service<'_>) -> Result<Self, ParsePortSpecError> {
        Span::of(service, Transports::ALL).map(Self::from).ok_or_else(|| {
            ParsePortSpecError::NoPort { position: 0, item: Quoted::new(service.name()) }
        })
    }
}

impl<S: Storage> From<Span> for Spec<S> {
    fn from(span: Span) -> Self {
        let mut items = S::empty();
        // Every storage has a place.
        let _ = items.push(span.item());
        Self { items }
    }
}

impl<S: Storage> FromStr for Spec<S> {
    type Err = ParsePortSpecError;

    /// As [`Spec::parse`].
    fn from_str(text: &str) -> Result<Self, ParsePortSpecError> {
        Self::parse(text)
    }
}

impl<S: Storage> TryFrom<&str> for Spec<S> {
    type Error = ParsePortSpecError;

    /// As [`Spec::parse`].
    fn try_from(text: &str) -> Result<Self, ParsePortSpecError> {
        Self::parse(text)
    }
}
