//! What an argument asks for.

use std::ffi::OsStr;

use iana_ports::Transport;
use iana_ports::dns_sd::{ParseServiceLabelError, ServiceLabel};
use iana_ports::layers::Layers;
use iana_ports::port_spec::{ParsePortSpecError, PortSpec};
use iana_ports::reference::Reference;

use crate::customary;

/// A question to the registry.
pub(crate) enum Query<'a> {
    /// `443`
    Port(u16),
    /// `443/tcp`
    Key(u16, Transport),
    /// `6000-6063`, `22,80/tcp`
    Ports(PortSpec),
    /// `https`
    Name(&'a str),
    /// `https/tcp`
    NameOn(&'a str, Transport),
    /// `_https._tcp`, and the rule that it breaks, if it breaks one.
    Label(ServiceLabel<'a>, Option<ParseServiceLabelError>),
    /// `[Jon_Postel]`, without its brackets
    Handle(&'a str),
    /// `RFC6353`
    Rfc(u32),
}

/// Why an argument is answered with a message, which quotes it.
pub(crate) enum Refusal {
    /// It asks for what the registry does not have.
    Unknown(String),
    /// It is no question.
    Malformed(String),
}

const EXPECTED: &str = "expected ports (443, 22/tcp, 6000-6063), a service name (https, https/tcp), \
                        a service label (_https._tcp), an RFC (RFC6353) or a contact handle \
                        in brackets ([Jon_Postel])";

impl<'a> Query<'a> {
    /// Reads an argument.
    pub(crate) fn parse(argument: &'a OsStr, layers: &Layers<'_>) -> Result<Self, Refusal> {
        let malformed = |message| Refusal::Malformed(format!("{argument:?}: {message}"));
        let text = argument.to_str().ok_or_else(|| malformed(EXPECTED.to_owned()))?;
        if let Some(handle) = text.strip_prefix('[') {
            return in_brackets(handle).map_err(malformed);
        }
        // The names `914c/g` and `cl/1` contain a slash themselves.
        if layers.services_named(text).next().is_some() {
            return Ok(Self::Name(text));
        }
        if let Reference::Rfc { number, section: None } = Reference::from_text(text) {
            return Ok(Self::Rfc(number));
        }
        if text.starts_with('_') || text.contains("._") {
            return label(text).map_err(|error| malformed(error.to_string()));
        }
        if text.contains(',') || begins_as_port(text) {
            return ports(text, layers).map_err(|error| refusal(text, error));
        }
        name(text).map_err(malformed)
    }
}

/// What is behind an opening bracket.
fn in_brackets<'a>(handle: &'a str) -> Result<Query<'a>, String> {
    match handle.strip_suffix(']') {
        Some(handle) if !handle.is_empty() && !handle.contains(['[', ']']) => {
            Ok(Query::Handle(handle))
        }
        _ => Err("expected one contact handle in brackets, such as [Jon_Postel]".to_owned()),
    }
}

/// A label that keeps all rules, else one that is met in practice.
fn label(text: &str) -> Result<Query<'_>, ParseServiceLabelError> {
    match ServiceLabel::parse(text) {
        Ok(label) => Ok(Query::Label(label, None)),
        Err(broken) => {
            ServiceLabel::parse_lenient(text).map(|label| Query::Label(label, Some(broken)))
        }
    }
}

/// Whether what is before the slash begins with a digit and has no letter, of
/// which a name has at least one (RFC 6335 section 5.1).
fn begins_as_port(text: &str) -> bool {
    let subject = text.rsplit_once('/').map_or(text, |(subject, _)| subject);
    subject.starts_with(|c: char| c.is_ascii_digit()) && !subject.contains(char::is_alphabetic)
}

/// Ports; of one port, more can be told than of many. Names in a list are those
/// that are answered alone, customary ones among them.
fn ports<'a>(text: &'a str, layers: &Layers<'_>) -> Result<Query<'a>, ParsePortSpecError> {
    let spec = PortSpec::parse_in(text, &customary::below(layers))?;
    let first = spec.iter().next();
    Ok(match first {
        Some((port, _)) if spec == PortSpec::from(port) => Query::Port(port),
        Some(key) if spec == PortSpec::from(key) => Query::Key(key.0, key.1),
        _ => Query::Ports(spec),
    })
}

/// The error of a port spec, with the whole of it if the error quotes less.
fn refusal(text: &str, error: ParsePortSpecError) -> Refusal {
    let (quoted, message) = (format!("{text:?}"), error.to_string());
    let message = if message.contains(&quoted) { message } else { format!("{quoted}: {message}") };
    match error {
        ParsePortSpecError::UnknownNameIn { .. }
        | ParsePortSpecError::NoPort { .. }
        | ParsePortSpecError::NotOnTransport { .. } => Refusal::Unknown(message),
        _ => Refusal::Malformed(message),
    }
}

/// A name, and what is behind the last slash as its transport.
fn name(text: &str) -> Result<Query<'_>, String> {
    let (name, transport) = match text.rsplit_once('/') {
        Some((name, transport)) => (name, Some(transport)),
        None => (text, None),
    };
    // A name does not begin with a hyphen, as options do.
    if name.starts_with('-') || !name.contains(|c: char| c.is_ascii_alphabetic()) {
        return Err(EXPECTED.to_owned());
    }
    match transport.map(str::parse) {
        None => Ok(Query::Name(name)),
        Some(Ok(transport)) => Ok(Query::NameOn(name, transport)),
        Some(Err(error)) => Err(format!("{error} after the slash")),
    }
}
