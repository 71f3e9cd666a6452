//! One port as a person types it: a number or a service name.
//!
//! It is what `net.LookupPort` of Go answers, and the service argument of
//! `getaddrinfo`: `80` and `http` are the same port. For a list of ports see
//! [`port_spec`](mod@crate::port_spec).

use thiserror::Error;

use crate::find::{Expected, suggest};
use crate::lookups::{lookup_name, registry};
use crate::registry::lookup::Lookup;
use crate::registry::service::Service;
use crate::servent::getservbyname_in;
use crate::text::quoted::Quoted;
use crate::values::transports::{ParseTransportsError, Transports};

/// The port that a text means: a decimal number, or the name of a service that
/// is registered with a port on a transport.
///
/// The transport is a [`Transport`](crate::Transport), several of them, of
/// which the first with the name answers, or a network as Go names it: `"tcp"`,
/// `"tcp4"`, `"udp6"`, and `"ip"` or `""` for any.
///
/// An empty text is port 0, "any port", as in Go and for a null service of
/// `getaddrinfo`. A number may have zeros or a plus sign in front, as there.
/// A name may begin with a digit. ASCII case does not matter; blanks are not
/// removed.
///
/// ```
/// use iana_ports::{Transport::{Tcp, Udp}, resolve};
///
/// assert_eq!(resolve("http", Tcp)?, 80);
/// assert_eq!(resolve("080", Tcp)?, 80);
/// assert_eq!(resolve("submissions", [Udp, Tcp])?, 465);
/// assert_eq!(resolve("syslog", "udp6")?, 514);
/// assert_eq!(resolve("", "tcp4")?, 0);
///
/// let error = resolve("-9", "tcp").unwrap_err();
/// assert_eq!(error.to_string(), r#"port "-9" is out of range, expected 0 to 65535"#);
/// # Ok::<(), iana_ports::resolve::ResolveError>(())
/// ```
///
/// # Errors
///
/// If the network is unknown, the number above 65535 or below 0, or the name
/// without a port on the transports: [`ResolveError::UnknownName`] tells the
/// last from the others.
pub fn resolve(
    text: &str,
    on: impl TryInto<Transports, Error: Into<ResolveError>>,
) -> Result<u16, ResolveError> {
    resolve_in(registry(), text, on)
}

/// The same with the names of a registry or of layers: see [`resolve`].
///
/// ```
/// # #[cfg(feature = "runtime")]
/// # {
/// use iana_ports::{Registry, Transport::Tcp, layers::Layers, registry, resolve::resolve_in};
///
/// let own = Registry::from_services_file("billing 9000/tcp\n".as_bytes()).unwrap();
/// let layers = Layers::new([&own, registry()]);
/// assert_eq!(resolve_in(&layers, "billing", Tcp), Ok(9000));
/// assert_eq!(resolve_in(&layers, "https", Tcp), Ok(443));
/// # }
/// ```
///
/// # Errors
///
/// As [`resolve`].
pub fn resolve_in<R: Lookup>(
    registry: &R,
    text: &str,
    on: impl TryInto<Transports, Error: Into<ResolveError>>,
) -> Result<u16, ResolveError> {
    let transports = on.try_into().map_err(Into::into)?;
    if text.is_empty() {
        return Ok(0);
    }
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().map_err(|_| ResolveError::OutOfRange { port: Quoted::new(text) });
    }
    transports
        .iter()
        .find_map(|on| getservbyname_in(registry, text, Some(on.as_str())))
        .map(|entry| entry.port())
        .ok_or_else(|| ResolveError::UnknownName { name: Quoted::new(text), transports })
}

/// Why a text means no port: see [`resolve`].
///
/// ```
/// use iana_ports::resolve;
/// use iana_ports::resolve::ResolveError;
///
/// let error = resolve("htps", "udp").unwrap_err();
/// assert!(matches!(error, ResolveError::UnknownName { .. }));
/// assert_eq!(
///     error.to_string(),
///     r#"no port is registered for "htps" on udp, expected a registered name; did you mean "https"?"#,
/// );
/// ```
#[derive(Clone, Copy, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ResolveError {
    /// The network is none of a transport.
    #[error(transparent)]
    Network(#[from] ParseTransportsError),
    /// A number that is no port.
    #[error("port {port:?} is out of range, expected 0 to 65535")]
    #[non_exhaustive]
    OutOfRange {
        /// The number as it was written.
        port: Quoted,
    },
    /// No service of that name has a port on the transports.
    #[error(
        "no port is registered for {name:?} on {transports}, {}", nearest(name, *transports)
    )]
    #[non_exhaustive]
    UnknownName {
        /// The name.
        name: Quoted,
        /// The transports on which it was looked for.
        transports: Transports,
    },
}

/// The nearest of the registered names that have a port on the transports.
fn nearest(name: &Quoted, transports: Transports) -> Expected<'static> {
    let has_port = |name| {
        let mut ports = transports.iter().map(|on| lookup_name(name, on)?.port());
        ports.any(|port| port.is_some())
    };
    Expected(suggest(name.as_str()).map(Service::name).find(|name| has_port(name)))
}

/// A transport is always known.
impl From<core::convert::Infallible> for ResolveError {
    fn from(never: core::convert::Infallible) -> Self {
        match never {}
    }
}

crate::text::text_traits::debug_as_display!(ResolveError);
