//! The error of parsing a service label.

use thiserror::Error;

use crate::text::quoted::Quoted;
use crate::values::service_name::ParseServiceNameError;

/// Why a text is no [`ServiceLabel`](crate::dns_sd::ServiceLabel). Positions
/// are bytes of the text, counted from 0.
///
/// ```
/// use iana_ports::dns_sd::ServiceLabel;
///
/// let error = ServiceLabel::parse("_sip._tls.example.com").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     r#"unknown transport label "_tls", expected _tcp, _udp, _sctp or _dccp"#,
/// );
/// ```
#[derive(Clone, Copy, Eq, Error, PartialEq)]
#[non_exhaustive]
pub enum ParseServiceLabelError {
    /// The text is empty.
    #[error("empty service label, expected a service name and a transport such as _http._tcp")]
    Empty,
    /// A label is empty, other than the root's at the end (RFC 1035 section
    /// 3.1).
    #[error("empty label at byte {position}, expected 1 to 63 bytes")]
    #[non_exhaustive]
    EmptyLabel {
        /// Where the label would begin.
        position: usize,
    },
    /// A label has more than 63 bytes (RFC 1035 section 2.3.4); an escape
    /// counts as the one byte it stands for.
    #[error("label of {length} bytes at byte {position}, expected at most 63")]
    #[non_exhaustive]
    LabelTooLong {
        /// Where the label begins.
        position: usize,
        /// The bytes it has.
        length: usize,
    },
    /// The whole name has more than 255 bytes on the wire (RFC 1035 section
    /// 2.3.4): those of its labels, one more for each label, and one for
    /// the root.
    #[error("domain name of {length} bytes on the wire, expected at most 255")]
    #[non_exhaustive]
    NameTooLong {
        /// The bytes it has on the wire.
        length: usize,
    },
    /// A backslash begins no escape (RFC 1035 section 5.1). In an instance name
    /// or a subtype, [`parse_lenient`] takes it as it stands.
    ///
    /// [`parse_lenient`]: crate::dns_sd::ServiceLabel::parse_lenient
    #[error(
        "bad escape at byte {position}, expected `\\` and three digits up to 255, or `\\` and another character"
    )]
    #[non_exhaustive]
    BadEscape {
        /// Where the backslash is.
        position: usize,
    },
    /// The transport label is the first label (RFC 6763 section 7).
    #[error("no service name before {transport:?}, expected a label such as _http")]
    #[non_exhaustive]
    MissingName {
        /// The transport label.
        transport: Quoted,
    },
    /// No label is one of a service: the name is that of a host, such as the
    /// target of an SRV record (RFC 2782).
    #[error("{name:?} is a host name, expected a service such as _http._tcp")]
    #[non_exhaustive]
    HostName {
        /// The name.
        name: Quoted,
    },
    /// More than a service type and one subtype, in the form of the Bonjour
    /// API.
    #[error(
        "unexpected text at byte {position} of a service type, expected one such as _ipp._tcp or _ipp._tcp,_color"
    )]
    #[non_exhaustive]
    UnexpectedText {
        /// Where it begins.
        position: usize,
    },
    /// The label in the place of the service name lacks its underscore (RFC
    /// 6763 section 7).
    #[error("no underscore before {label:?}, expected a service name such as _http")]
    #[non_exhaustive]
    MissingUnderscore {
        /// The label.
        label: Quoted,
    },
    /// The service name breaks the syntax of RFC 6335 section 5.1. Its
    /// positions count from behind the underscore.
    #[error(transparent)]
    Name(#[from] ParseServiceNameError),
    /// No label follows the service name (RFC 6763 section 7).
    #[error("no transport label after {name:?}, expected _tcp, _udp, _sctp or _dccp")]
    #[non_exhaustive]
    MissingTransport {
        /// The label of the service name.
        name: Quoted,
    },
    /// The label after the service name is none of a
    /// [`Transport`](crate::Transport).
    #[error("unknown transport label {label:?}, expected _tcp, _udp, _sctp or _dccp")]
    #[non_exhaustive]
    UnknownTransport {
        /// The label.
        label: Quoted,
    },
    /// The first label is `_sub` (RFC 6763 section 7.1), as some devices send
    /// it.
    #[error("no subtype before \"_sub\", expected a label such as _printer")]
    MissingSubtype,
    /// The instance name is more than one label (RFC 6763 sections 4.1.1 and
    /// 4.3).
    #[error(
        "unescaped dot at byte {position} of an instance name, expected one label with its dots written `\\.`"
    )]
    #[non_exhaustive]
    DottedInstance {
        /// Where the dot is.
        position: usize,
    },
    /// The instance name holds an ASCII control character, escaped or not (RFC
    /// 6763 section 4.1.1).
    #[error("control character {value:#04x} at byte {position} of an instance name, expected none")]
    #[non_exhaustive]
    ControlCharacter {
        /// The character's value, 0x00 to 0x1f or 0x7f.
        value: u8,
        /// Where the character, or its escape, begins.
        position: usize,
    },
}

crate::text::text_traits::debug_as_display!(ParseServiceLabelError);
