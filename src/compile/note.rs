//! The two sentences by which the registry ties an alias to the service that
//! replaced it.

/// The name that a note says its entry is an alias to.
pub(crate) fn alias_of(note: &str) -> Option<&str> {
    let (_, rest) = note.split_once("This entry is an alias to \"")?;
    rest.split_once('"').map(|(name, _)| name)
}

/// What the description of the canonical entry announces.
pub(crate) fn replacement(alias: &str) -> String {
    format!("IANA assigned this well-formed service name as a replacement for \"{alias}\".")
}

#[cfg(test)]
mod tests {
    use super::alias_of;

    #[test]
    fn only_the_sentence_is_an_alias() {
        let note = "New contact added for port 2222 on 2008-02-01\nThis entry is an alias to \"EtherNet-IP-1\".";
        assert_eq!(alias_of(note), Some("EtherNet-IP-1"));
        assert_eq!(alias_of("Defined TXT keys: ip, port, cgi-alias"), None);
        assert_eq!(alias_of("This entry is an alias to \"open"), None);
    }
}
