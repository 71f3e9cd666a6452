//! The assignment notes, and what can be read from them.

use iana_ports::dns_sd::{TxtKey, TxtKeys};
use iana_ports::facts::CustomaryName;
use iana_ports::{Record, Service};

use crate::page::{COLUMNS, Fields, NOTES};

/// What a note says of an alias, without the name.
const ALIAS: &str = "This entry is an alias to";
const HISTORIC: &str = "This entry is now historic, not usable for use with many \
                        common service discovery mechanisms.";

/// What the notes of a row say, and the notes themselves unless that is all.
pub(crate) fn add_notes(fields: &mut Fields, record: Record<'_>) {
    if let Some(date) = record.deassigned() {
        match record.service() {
            None => fields.add("De-assigned", date.to_string()),
            // The port is assigned again.
            Some(_) => fields.add("Earlier Assignment", format!("ended {date}")),
        }
    }
    fields.add("Formerly", record.formerly().unwrap_or_default());

    // What a customary name stands for is told by name.
    let notes = record.notes().filter(|_| record.service().and_then(CustomaryName::of).is_none());
    let Some(notes) = notes else { return };
    let mut rest = notes.to_owned();
    if let Some(target) = record.service().and_then(Service::alias_of) {
        fields.add("Alias of", target.name());
        rest = without_alias(notes, target.name()).unwrap_or(rest);
    }
    if record.service().is_some_and(Service::is_historic) {
        fields.add("Historic", "not usable with many common service discovery mechanisms");
    }
    if let Some(keys) = record.service().and_then(Service::txt_keys) {
        fields.add("TXT Keys", txt_keys(keys));
        if shows_all(keys, notes) {
            rest.clear();
        }
    }
    fields.add(NOTES, rest);
}

/// The notes of an alias without the two sentences that all of them end with.
fn without_alias(notes: &str, target: &str) -> Option<String> {
    let words = notes.split_whitespace().collect::<Vec<_>>().join(" ");
    let rest = words.strip_suffix(&format!("{ALIAS} \"{target}\". {HISTORIC}"))?;
    Some(rest.trim_end().to_owned())
}

/// The keys, with a line for each if anything is said of their values; or what
/// the notes have in place of keys.
fn txt_keys(keys: TxtKeys<'_>) -> String {
    if keys.is_empty() {
        return if keys.is_none() { "none".to_owned() } else { keys.text().to_owned() };
    }
    if keys.iter().all(|key| key.value_hint().is_none()) {
        return keys.iter().map(TxtKey::name).collect::<Vec<_>>().join(", ");
    }
    let width = keys.iter().map(|key| key.name().len()).max().unwrap_or_default();
    let line = |key: TxtKey<'_>| match key.value_hint() {
        Some(hint) => format!("{:<width$}{COLUMNS}{hint}", key.name()),
        None => key.name().to_owned(),
    };
    keys.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Whether there is no more in the notes than the TXT keys show.
fn shows_all(keys: TxtKeys<'_>, notes: &str) -> bool {
    let before = notes.trim_end().strip_suffix(keys.text()).unwrap_or(notes);
    before.trim().trim_end_matches(':').eq_ignore_ascii_case("Defined TXT keys")
        && match keys.len() {
            0 if keys.is_none() => {
                ["", "none"].iter().any(|none| keys.text().eq_ignore_ascii_case(none))
            }
            0 => true,
            _ => after_keys(keys).is_some_and(|rest| rest.trim_end_matches('.').is_empty()),
        }
}

/// What is left of a list of keys such as `u=<username> p=<password>` behind
/// the last one. Other lists say more than the keys: that a value is literal
/// (`txtvers=1`), or a remark.
fn after_keys(keys: TxtKeys<'_>) -> Option<&str> {
    keys.iter().try_fold(keys.text(), |text, key| {
        let text = text.trim_start_matches([',', ';', ' ', '\r', '\n']).strip_prefix(key.name())?;
        let Some(hint) = key.value_hint() else { return Some(text) };
        [("=<", ">"), (" (", ")"), ("(", ")"), (": ", "")].iter().find_map(|(open, close)| {
            text.strip_prefix(open)?.strip_prefix(hint)?.strip_prefix(close)
        })
    })
}
