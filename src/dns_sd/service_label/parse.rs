//! The parser of service labels.

use super::domain_name::{Label, check, labels, split_last, unescaped};
use super::{ParseServiceLabelError, ServiceLabel};
use crate::text::quoted::Quoted;
use crate::values::service_name::{ParseServiceNameError, ServiceName};
use crate::values::transport::Transport;

/// What has the form of a service label and can be carried by DNS.
pub(super) fn lenient(text: &str) -> Result<ServiceLabel<'_>, ParseServiceLabelError> {
    let found = find_service(text);
    let start = found.map_or(0, |label| text.len() - label.type_domain.len());
    check(text, start)?;
    let label = found.ok_or_else(|| why_no_service(text))?;
    if label.name.is_empty() {
        return Err(ParseServiceNameError::Empty.into());
    }
    let front = text[..start].strip_suffix('.');
    let (instance, subtype) = front.map_or(Ok((None, None)), split_front)?;
    Ok(ServiceLabel { instance, subtype, ..label })
}

/// What the Bonjour API calls a regtype: `_ipp._tcp` or `_ipp._tcp,_color`.
pub(super) fn regtype(text: &str) -> Result<ServiceLabel<'_>, ParseServiceLabelError> {
    let comma = unescaped(text, b',').next();
    let (service_type, subtype) = match comma {
        Some(comma) => (&text[..comma], Some(&text[comma + 1..])),
        None => (text, None),
    };
    let label = ServiceLabel::parse(service_type)?;
    let unexpected = |position| ParseServiceLabelError::UnexpectedText { position };
    if label.type_domain.len() < service_type.len() {
        return Err(unexpected(0));
    }
    if let Some(domain) = label.domain {
        return Err(unexpected(service_type.len() - domain.len()));
    }
    if let Some(subtype) = subtype {
        let position = service_type.len() + 1;
        Label { text: subtype, position }.length()?;
        let more = unescaped(subtype, b'.').chain(unescaped(subtype, b',')).min();
        if let Some(more) = more {
            return Err(unexpected(position + more));
        }
    }
    Ok(ServiceLabel { text, subtype, ..label })
}

/// Every rule of RFC 6763 that a label breaks which was parsed leniently.
pub(super) fn broken_rules(
    label: ServiceLabel<'_>,
) -> impl Iterator<Item = ParseServiceLabelError> + Clone {
    let ServiceLabel { instance, subtype, name, .. } = label;
    let no_subtype = (subtype == Some("")).then_some(ParseServiceLabelError::MissingSubtype);
    let instance = Label { text: instance.unwrap_or_default(), position: 0 };
    // Behind the instance name and its dot.
    let position = label.instance.map_or(0, |instance| instance.len() + 1);
    let subtype = Label { text: subtype.unwrap_or_default(), position };
    let dots = unescaped(instance.text, b'.')
        .map(|position| ParseServiceLabelError::DottedInstance { position });
    let octets = instance.octets().filter_map(|octet| match octet {
        Ok((position, value)) if value.is_ascii_control() => {
            Some(ParseServiceLabelError::ControlCharacter { value, position })
        }
        octet => octet.err(),
    });
    no_subtype
        .into_iter()
        .chain(ServiceName::broken_rules(name).map(ParseServiceLabelError::Name))
        .chain(dots)
        .chain(octets)
        .chain(subtype.octets().filter_map(Result::err))
}

/// The label of the leftmost pair `_name._tcp`, without what stands before it.
///
/// The leftmost, for a domain may hold more labels with an underscore:
/// `_ldap._tcp.gc._msdcs.example.com`. In `_tcp._udp` the service is the one
/// called `tcp`.
fn find_service(text: &str) -> Option<ServiceLabel<'_>> {
    labels(text).zip(labels(text).skip(1)).find_map(|(first, second)| {
        let end = second.position + second.text.len();
        Some(ServiceLabel {
            text,
            instance: None,
            subtype: None,
            type_domain: &text[first.position..],
            name: first.text.strip_prefix('_')?,
            transport_label: second.text,
            transport: transport(second.text)?,
            domain: text[end..].strip_prefix('.').filter(|domain| !domain.is_empty()),
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
    let is_of_service = |label: &str| label.starts_with('_') || label.parse::<Transport>().is_ok();
    if texts().count() > 1 && !texts().any(is_of_service) {
        return ParseServiceLabelError::HostName { name: Quoted::new(text) };
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
    Transport::named(label.strip_prefix('_')?)
}

/// The instance name and the subtype in what stands before the pair. The
/// subtype is empty if `_sub` is all that there is.
fn split_front(front: &str) -> Result<(Option<&str>, Option<&str>), ParseServiceLabelError> {
    let (before, last) = split_last(front);
    let (instance, subtype) = match before {
        _ if !last.eq_ignore_ascii_case("_sub") => (Some(front), None),
        None => (None, Some("")),
        Some(before) => {
            let (instance, subtype) = split_last(before);
            if subtype.is_empty() {
                return Err(ParseServiceLabelError::EmptyLabel { position: before.len() });
            }
            (instance, Some(subtype))
        }
    };
    if instance == Some("") {
        return Err(ParseServiceLabelError::EmptyLabel { position: 0 });
    }
    Ok((instance, subtype))
}
