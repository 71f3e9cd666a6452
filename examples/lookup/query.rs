//! What an argument asks for.

use std::ffi::OsStr;

use iana_ports::{Transport, services_named};

/// A question to the registry.
#[derive(Clone, Copy)]
pub(crate) enum Query<'a> {
    /// `443`
    Port(u16),
    /// `443/tcp`
    Key(u16, Transport),
    /// `https`
    Name(&'a str),
    /// `https/tcp`
    NameOn(&'a str, Transport),
    /// `[Jon_Postel]`, without its brackets
    Handle(&'a str),
}

const EXPECTED: &str = "expected a port (443, 443/tcp), a service name (https, https/tcp) \
                        or a contact handle in brackets ([Jon_Postel])";

impl<'a> Query<'a> {
    /// Reads an argument; the error quotes it and says what was expected.
    pub(crate) fn parse(argument: &'a OsStr) -> Result<Self, String> {
        argument
            .to_str()
            .ok_or_else(|| EXPECTED.to_owned())
            .and_then(Self::parse_text)
            .map_err(|expected| format!("{argument:?}: {expected}"))
    }

    fn parse_text(text: &'a str) -> Result<Self, String> {
        if let Some(handle) = text.strip_prefix('[') {
            return match handle.strip_suffix(']') {
                Some(handle) if !handle.is_empty() && !handle.contains(['[', ']']) => {
                    Ok(Self::Handle(handle))
                }
                _ => {
                    Err("expected one contact handle in brackets, such as [Jon_Postel]".to_owned())
                }
            };
        }
        // The names `914c/g` and `cl/1` contain a slash themselves.
        if !services_named(text).is_empty() {
            return Ok(Self::Name(text));
        }
        let Some((what, transport)) = text.rsplit_once('/') else {
            return match port(text)? {
                Some(port) => Ok(Self::Port(port)),
                None => name(text).map(Self::Name),
            };
        };
        let port = port(what)?;
        if port.is_none() {
            name(what)?;
        }
        let transport = transport.parse().map_err(|_| {
            let known = Transport::ALL.map(Transport::as_str).join(", ");
            format!("expected one of {known} after the slash, found {transport:?}")
        })?;
        Ok(match port {
            Some(port) => Self::Key(port, transport),
            None => Self::NameOn(what, transport),
        })
    }
}

/// The port that `text` writes; `None` if it is not all digits.
fn port(text: &str) -> Result<Option<u16>, String> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| format!("expected a port number from 0 to {}", u16::MAX))
}

/// `text`, if it can be a name: one has a letter (RFC 6335 section 5.1) and
/// does not begin with a hyphen, as options do.
fn name(text: &str) -> Result<&str, String> {
    if text.starts_with('-') || !text.contains(|c: char| c.is_ascii_alphabetic()) {
        return Err(EXPECTED.to_owned());
    }
    Ok(text)
}
