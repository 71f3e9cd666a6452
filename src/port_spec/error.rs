//! The error of parsing a port spec.

use core::fmt;
use core::str;

use thiserror::Error;

use super::Syntax;
use super::other_form::Form;
use crate::find::{Expected, Suggestions};
use crate::lookups::registry;
use crate::registry::service::Service;
use crate::text::quoted::Quoted;
use crate::text::text_traits::{debug_as_display, display_str};
use crate::values::transport::Transport;

/// Why a text is no port spec. It quotes the item as it was written, and says
/// at which byte of the text the item begins, counted from 0.
///
/// `Debug` writes the message as well, for a `main` that returns it.
///
/// ```
/// use iana_ports::port_spec::{Fixed, Syntax};
///
/// let message = |text| Fixed::<8>::parse(text).unwrap_err().to_string();
/// assert_eq!(
///     message("22, 6063-6000/udp"),
///     r#"backward range "6063-6000/udp" at byte 4, expected the lower port first"#,
/// );
/// assert_eq!(
///     message("htps"),
///     r#"unknown service name "htps" at byte 0, expected a registered name; did you mean "https"?"#,
/// );
/// assert_eq!(
///     message("tcp/7000-7002"),
///     r#""tcp/7000-7002" at byte 0 has the form of another tool, expected 7000-7002/tcp"#,
/// );
/// ```
#[derive(Clone, Copy, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ParsePortSpecError {
    /// The text is empty, or blank.
    #[error("empty port spec, expected ports or service names such as 22,6000-6063/udp,https")]
    Empty,
    /// There are more items than a [`Fixed`](super::Fixed) has places. A name
    /// of other registries than the bundled one takes a place for each port.
    #[error(
        "more than {limit} items at byte {position}, expected at most {limit}; `PortSpec` (feature `alloc`) takes any number"
    )]
    #[non_exhaustive]
    TooManyItems {
        /// Where the first one without a place begins.
        position: usize,
        /// The places.
        limit: usize,
    },
    /// There are more ports than the tool of the [`Syntax`] takes.
    #[error(
        "more than {limit} ports at byte {position}, expected at most {limit}, of which a range counts as two"
    )]
    #[non_exhaustive]
    TooManyPorts {
        /// Where the first one too many begins.
        position: usize,
        /// The most that the tool takes.
        limit: usize,
    },
    /// Nothing stands before, between or after commas.
    #[error("empty item at byte {position} of a port spec, expected a port or a service name")]
    #[non_exhaustive]
    EmptyItem {
        /// Where the item would begin.
        position: usize,
    },
    /// There is white space within an item.
    #[error("white space within {item:?} at byte {position}, expected commas between items")]
    #[non_exhaustive]
    Blank {
        /// Where the item begins.
        position: usize,
        /// The item.
        item: Quoted,
    },
    /// An item has no letter, as every service name has (RFC 6335 section 5.1),
    /// but is neither a port nor a range.
    #[error(
        "malformed port or range {item:?} at byte {position}, expected digits such as 22 or 6000{}6063",
        char::from(syntax.options().range)
    )]
    #[non_exhaustive]
    Malformed {
        /// Where the item begins.
        position: usize,
        /// The item.
        item: Quoted,
        /// The syntax that it is not of.
        syntax: Syntax,
    },
    /// The item has a form of another syntax.
    #[error(
        "{item:?} at byte {position} has the form of another tool, expected {}",
        InSyntax(item, *syntax)
    )]
    #[non_exhaustive]
    OtherForm {
        /// Where the item begins.
        position: usize,
        /// The item.
        item: Quoted,
        /// The syntax that it is not of.
        syntax: Syntax,
    },
    /// The item has a form of nmap that no syntax of this crate has: a pattern,
    /// brackets, or IP protocols.
    #[error(
        "{item:?} at byte {position} has a form of nmap that is not taken, expected ports, ranges and names one by one"
    )]
    #[non_exhaustive]
    NotTaken {
        /// Where the item begins.
        position: usize,
        /// The item.
        item: Quoted,
    },
    /// A port has more than 16 bits.
    #[error("too high a port in {item:?} at byte {position}, expected at most 65535")]
    #[non_exhaustive]
    PortTooHigh {
        /// Where the item begins.
        position: usize,
        /// The item.
        item: Quoted,
    },
    /// The tool of the syntax does not take port 0.
    #[error("port 0 in {item:?} at byte {position}, expected at least 1")]
    #[non_exhaustive]
    PortZero {
        /// Where the item begins.
        position: usize,
        /// The item.
        item: Quoted,
    },
    /// The second port of a range is lower than the first.
    #[error("backward range {item:?} at byte {position}, expected the lower port first")]
    #[non_exhaustive]
    BackwardRange {
        /// Where the item begins.
        position: usize,
        /// The item.
        item: Quoted,
    },
    /// What stands in the place of a transport is none.
    #[error(
        "unknown transport in {item:?} at byte {position}, expected {}",
        Choice(syntax.options().known.iter())
    )]
    #[non_exhaustive]
    UnknownTransport {
        /// Where the item begins.
        position: usize,
        /// The item.
        item: Quoted,
        /// The syntax, not all of which have every transport.
        syntax: Syntax,
    },
    /// An item is a transport and nothing else.
    #[error(
        "transport {item:?} without a port at byte {position}, expected both in one item, such as 53/tcp+udp"
    )]
    #[non_exhaustive]
    TransportAlone {
        /// Where the item begins.
        position: usize,
        /// The item.
        item: Quoted,
    },
    /// An item names no transport where the syntax asks for one.
    #[error("no transport for {item:?} at byte {position}, expected one such as {}", WithTransport(item, *syntax))]
    #[non_exhaustive]
    NoTransport {
        /// Where the item begins.
        position: usize,
        /// The item.
        item: Quoted,
        /// The syntax that asks for it.
        syntax: Syntax,
    },
    /// The bundled registry has no service of the name.
    #[error("unknown service name {item:?} at byte {position}, {}", nearest(item))]
    #[non_exhaustive]
    UnknownName {
        /// Where the item begins.
        position: usize,
        /// The item.
        item: Quoted,
    },
    /// The registries that were asked have no service of the name.
    #[error(
        "unknown service name {item:?} at byte {position}, {}",
        Expected(suggestion.as_ref().map(Suggestion::as_str))
    )]
    #[non_exhaustive]
    UnknownNameIn {
        /// Where the item begins.
        position: usize,
        /// The item.
        item: Quoted,
        /// The nearest of their names, if one is near.
        suggestion: Option<Suggestion>,
    },
    /// The service is registered by name only.
    #[error(
        "no port is registered for {item:?} at byte {position}, expected a service that has one"
    )]
    #[non_exhaustive]
    NoPort {
        /// Where the item begins.
        position: usize,
        /// The item.
        item: Quoted,
    },
    /// The service has ports on other transports only.
    #[error(
        "no port on {transport} is registered for {item:?} at byte {position}, expected {}",
        Choice(registered.iter().copied().flatten())
    )]
    #[non_exhaustive]
    NotOnTransport {
        /// Where the item begins.
        position: usize,
        /// The item.
        item: Quoted,
        /// The transport that was asked for.
        transport: Transport,
        /// Those that it has a port on.
        registered: [Option<Transport>; Transport::ALL.len()],
    },
}

debug_as_display!(ParsePortSpecError);

impl ParsePortSpecError {
    /// Where in the text the item begins that is wrong, in bytes from 0.
    ///
    /// ```
    /// use iana_ports::port_spec::Fixed;
    ///
    /// assert_eq!(Fixed::<4>::parse("22, 80, 70000").unwrap_err().position(), 8);
    /// ```
    #[must_use]
    pub const fn position(&self) -> usize {
        match *self {
            Self::Empty => 0,
            Self::TooManyItems { position, .. }
            | Self::TooManyPorts { position, .. }
            | Self::EmptyItem { position }
            | Self::Blank { position, .. }
            | Self::Malformed { position, .. }
            | Self::OtherForm { position, .. }
            | Self::NotTaken { position, .. }
            | Self::PortTooHigh { position, .. }
            | Self::PortZero { position, .. }
            | Self::BackwardRange { position, .. }
            | Self::UnknownTransport { position, .. }
            | Self::TransportAlone { position, .. }
            | Self::NoTransport { position, .. }
            | Self::UnknownName { position, .. }
            | Self::UnknownNameIn { position, .. }
            | Self::NoPort { position, .. }
            | Self::NotOnTransport { position, .. } => position,
        }
    }
}

/// The name of an item that names one.
pub(super) fn name_of(item: &str) -> &str {
    Form::read(item).map_or(item, Form::subject)
}

/// The nearest bundled name. It is looked for when the message is written, for
/// the search costs thousands of times what parsing does.
fn nearest(item: &Quoted) -> Expected<'static> {
    Expected(Suggestions::best(registry(), name_of(item.as_str())).map(Service::name))
}

/// A registered name that is nearly what was typed.
///
/// ```
/// use iana_ports::port_spec::{Fixed, ParsePortSpecError};
///
/// let error = Fixed::<1>::parse_in("htps", iana_ports::registry()).unwrap_err();
/// let ParsePortSpecError::UnknownNameIn { suggestion, .. } = error else { panic!("{error}") };
/// assert_eq!(suggestion.unwrap().as_str(), "https");
/// ```
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct Suggestion {
    bytes: [u8; Self::MAX_LEN],
    len: u8,
}

impl Suggestion {
    /// Twice what RFC 6335 section 5.1 allows. A copy of it makes the error
    /// that everything returns no larger than need be.
    const MAX_LEN: usize = 31;

    /// `None` of a longer name.
    pub(super) fn new(name: &str) -> Option<Self> {
        let (mut bytes, len) = ([0; Self::MAX_LEN], u8::try_from(name.len()).ok()?);
        bytes.get_mut(..name.len())?.copy_from_slice(name.as_bytes());
        Some(Self { bytes, len })
    }

    /// The name as it is registered.
    ///
    /// ```
    /// use iana_ports::port_spec::{Fixed, ParsePortSpecError};
    ///
    /// let error = Fixed::<1>::parse_in("sssh", iana_ports::registry()).unwrap_err();
    /// let ParsePortSpecError::UnknownNameIn { suggestion, .. } = error else { panic!("{error}") };
    /// assert_eq!(suggestion.unwrap().as_str(), "ssh");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.bytes.get(..self.len.into()).and_then(|n| str::from_utf8(n).ok()).unwrap_or_default()
    }
}

display_str!(Suggestion);
debug_as_display!(Suggestion);

/// Transports as a choice: `tcp, udp or sctp`.
struct Choice<I>(I);

impl<I: Iterator<Item = Transport> + Clone> fmt::Display for Choice<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let last = self.0.clone().count().saturating_sub(1);
        for (index, transport) in self.0.clone().enumerate() {
            f.write_str(match index {
                0 => "",
                _ if index == last => " or ",
                _ => ", ",
            })?;
            f.write_str(transport.as_str())?;
        }
        Ok(())
    }
}

/// An item in the form that a syntax has.
struct InSyntax<'a>(&'a Quoted, Syntax);

impl fmt::Display for InSyntax<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Form::read(self.0.as_str()) {
            Some(form) => form.write(self.1, f),
            None => f.write_str("a port such as 22"),
        }
    }
}

/// An item that has no transport with one.
struct WithTransport<'a>(&'a Quoted, Syntax);

impl fmt::Display for WithTransport<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.1 {
            Syntax::TransportFirst => write!(f, "tcp:{}", self.0),
            Syntax::Ufw => f.write_str("/tcp behind the last item"),
            _ => write!(f, "{}/tcp", self.0),
        }
    }
}
