//! The parser of port specs: a comma-separated list of items.

use super::{Item, ParsePortSpecError, PortSpec, Span};
use crate::lookups::services_named;
use crate::text::quoted::Quoted;
use crate::values::transport::Transport;

/// Items with commas between them.
pub(super) fn spec(text: &str) -> Result<PortSpec, ParsePortSpecError> {
    if text.is_empty() {
        return Err(ParsePortSpecError::Empty);
    }
    let count = text.split(',').count();
    if count > PortSpec::MAX_ITEMS {
        return Err(ParsePortSpecError::TooManyItems { count });
    }

    let mut items = [None; PortSpec::MAX_ITEMS];
    let mut position = 0;
    for (item, text) in items.iter_mut().zip(text.split(',')) {
        if text.is_empty() {
            return Err(ParsePortSpecError::EmptyItem { position });
        }
        *item = Some(self::item(text)?);
        position += text.len() + 1;
    }
    Ok(PortSpec { items })
}

/// A registered name as a whole, for such may hold a `/`; else what is before
/// the last `/`, on the transport after it.
fn item(text: &str) -> Result<Item, ParsePortSpecError> {
    let item = Quoted::new(text);
    if text.trim() != text {
        return Err(ParsePortSpecError::Blank { item });
    }
    if !services_named(text).is_empty() {
        return name(text, None, item);
    }

    let (subject, transport) = match text.rsplit_once('/') {
        Some((subject, transport)) => match transport.parse() {
            Ok(transport) => (subject, Some(transport)),
            Err(_) => return Err(ParsePortSpecError::UnknownTransport { item }),
        },
        None => (text, None),
    };
    // A service name has at least one letter (RFC 6335 section 5.1).
    if subject.contains(char::is_alphabetic) {
        name(subject, transport, item)
    } else {
        let (first, last) = numbers(subject, item)?;
        Ok(Item::Ports(Span { first, last, transport }))
    }
}

fn name(
    name: &str,
    transport: Option<Transport>,
    item: Quoted,
) -> Result<Item, ParsePortSpecError> {
    let mut services = services_named(name);
    if services.is_empty() {
        return Err(ParsePortSpecError::UnknownName { item });
    }
    let primary = services.find(|service| service.port().is_some());
    let service = primary.ok_or(ParsePortSpecError::NoPort { item })?;

    let named = Item::name(service, transport);
    match transport {
        Some(transport) if named.into_iter().next().is_none() => {
            Err(ParsePortSpecError::NotOnTransport { name: service.name(), transport })
        }
        _ => Ok(named),
    }
}

/// The first and the last port of `22` or `6000-6063`.
fn numbers(text: &str, item: Quoted) -> Result<(u16, u16), ParsePortSpecError> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    if !is_number(first) || !is_number(last) {
        return Err(ParsePortSpecError::Malformed { item });
    }
    // Of digits alone only too high a number is no `u16`.
    match (first.parse(), last.parse()) {
        (Ok(first), Ok(last)) if first <= last => Ok((first, last)),
        (Ok(_), Ok(_)) => Err(ParsePortSpecError::BackwardRange { item }),
        _ => Err(ParsePortSpecError::PortTooHigh { item }),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
