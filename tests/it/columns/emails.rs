//! The mail address of every contact.

use crate::oracle::model::MODEL;
use iana_ports::contacts;

/// The address of a plain `mailto:` URI: a mailbox of letters, digits, `.`,
/// `_`, `+`, `-` and `'`, one `&` or `@`, a host of labels, perhaps a stray
/// `>`.
pub(crate) fn plain_address(uri: &str) -> Option<String> {
    let uri = uri.strip_suffix('>').unwrap_or(uri);
    let (mailbox, host) = uri.strip_prefix("mailto:")?.split_once(['&', '@'])?;
    let is_mailbox = mailbox.chars().all(|c| c.is_ascii_alphanumeric() || "._+-'".contains(c));
    let label = |label: &str| {
        !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let plain =
        is_mailbox && !mailbox.is_empty() && host.contains('.') && host.split('.').all(label);
    plain.then(|| format!("{mailbox}@{host}"))
}

#[test]
fn every_plain_address_is_given() {
    let mut plain = 0;
    for (contact, person) in contacts().zip(&MODEL.contacts) {
        if let Some(address) = person.uris.lines().next().and_then(plain_address) {
            plain += 1;
            let found = contact.email().map(|email| email.to_string());
            assert_eq!(found, Some(address), "[{}]: {:?}", person.handle, person.uris);
        }
    }
    assert!(plain > MODEL.contacts.len() * 9 / 10, "{plain}");
}
