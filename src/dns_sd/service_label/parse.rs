//! The parser of service labels.

use super::domain_name::{Label, check, labels, split_last};
use super::{ParseServiceLabelError, ServiceLabel};
use crate::text::quoted::Quoted;
use crate::values::service_name::{ParseServiceNameError, ServiceName};
use crate::values::transport::Transport;

/// What RFC 6763 allows.
pub(super) fn strict(text: &str) -> Result<ServiceLabel<'_>, ParseServiceLabelError> {
    let label = lenient(text)?;
    ServiceName::parse(label.name)?;
    label.instance.map_or(Ok(()), check_instance)?;
    Ok(label)
}

/// What has the form of a service label and can be carried by DNS.
pub(super) fn lenient(text: &str) -> Result<ServiceLabel<'_>, ParseServiceLabelError> {
    check(text)?;
    let service = find_service(text).ok_or_else(|| why_no_service(text))?;
    if service.name.is_empty() {
        return Err(ParseServiceNameError::Empty.into());
    }
    let front = text[..service.start].strip_suffix('.');
    let (instance, subtype) = front.map_or(Ok((None, None)), split_front)?;
    let domain = text[service.end..].strip_prefix('.').filter(|domain| !domain.is_empty());
    let Service { name, transport_label, transport, .. } = service;
    Ok(ServiceLabel { text, instance, subtype, name, transport_label, transport, domain })
}

/// The pair of labels `_name._tcp` that stands at `start..end` of a text.
struct Service<'a> {
    start: usize,
    end: usize,
    name: &'a str,
    transport_label: &'a str,
    transport: Transport,
}

/// The leftmost pair, for a domain may hold more labels with an underscore:
/// `_ldap._tcp.gc._msdcs.example.com`. In `_tcp._udp` the service is the one
/// called `tcp`.
fn find_service(text: &str) -> Option<Service<'_>> {
    labels(text).zip(labels(text).skip(1)).find_map(|(first, second)| {
        Some(Service {
            start: first.position,
            end: second.position + second.text.len(),
            name: first.text.strip_prefix('_')?,
            transport_label: second.text,
            transport: transport(second.text)?,
        })
    })
}

/// What to mend in a text without a pair `_name._tcp`: the label that comes
/// nearest to being part of one.
fn why_no_service(text: &str) -> ParseServiceLabelError {
    let texts = || labels(text).map(|label| label.text);
    let first = texts().next().unwrap_or_default();

    if let Some((label, _)) =
        texts().zip(texts().skip(1)).find(|(_, second)| transport(second).is_some())
    {
        return ParseServiceLabelError::MissingUnderscore { label: Quoted::new(label) };
    }
    if transport(first).is_some() {
        return ParseServiceLabelError::MissingName { transport: Quoted::new(first) };
    }
    let mut from_name = texts().skip_while(|label| !label.starts_with('_'));
    match (from_name.next(), from_name.next()) {
        (None, _) => ParseServiceLabelError::MissingUnderscore { label: Quoted::new(first) },
        (Some(name), None) => ParseServiceLabelError::MissingTransport { name: Quoted::new(name) },
        (Some(_), Some(label)) => {
            ParseServiceLabelError::UnknownTransport { label: Quoted::new(label) }
        }
    }
}

/// The transport of a label such as `_tcp`, in any case (RFC 2782).
fn transport(label: &str) -> Option<Transport> {
    let protocol = label.strip_prefix('_')?;
    Transport::ALL
        .iter()
        .copied()
        .find(|transport| protocol.eq_ignore_ascii_case(transport.as_str()))
}

/// The instance name and the subtype in what stands before the pair.
fn split_front(front: &str) -> Result<(Option<&str>, Option<&str>), ParseServiceLabelError> {
    let (before, last) = split_last(front);
    if !last.eq_ignore_ascii_case("_sub") {
        return Ok((Some(front), None));
    }
    let (instance, subtype) = split_last(before.ok_or(ParseServiceLabelError::MissingSubtype)?);
    Ok((instance, Some(subtype)))
}

/// The rules of RFC 6763 section 4.1.1 for an instance name, which begins the
/// text.
fn check_instance(instance: &str) -> Result<(), ParseServiceLabelError> {
    if let Some(second) = labels(instance).nth(1) {
        return Err(ParseServiceLabelError::DottedInstance { position: second.position - 1 });
    }
    for octet in labels(instance).flat_map(Label::octets) {
        let (position, value) = octet?;
        if value.is_ascii_control() {
            return Err(ParseServiceLabelError::ControlCharacter { value, position });
        }
    }
    Ok(())
}
