//! Announcements: the sentences at the end of a description that name the
//! aliases which its service replaces (RFC 6335 section 10.1).

use alloc::string::String;
use alloc::vec::Vec;

use crate::compile::aliases::split_replacement;
use crate::compile::bytes::{pair, sorted};
use crate::compile::model::Entry;
use crate::compile::pool::hasher::Map;
use crate::text::phrase::Replacement;

/// Takes the announcements of aliases out of the descriptions of their
/// canonical entries: the alias is the link, and gives the sentence back.
///
/// The usual announcements, the last alias first and a blank before each,
/// follow from the aliases. If those of an entry are written otherwise, the
/// result has their text under its last alias and an empty one under the
/// others; an alias without an announcement has an empty text.
pub(in crate::compile) fn announcements<'t>(
    entries: &mut [Entry<'t>],
    aliases: &[(u16, u16)],
) -> Vec<(u16, &'t str)> {
    let mut written = Vec::new();
    for aliases in by_canonical(aliases).chunk_by(|(one, _), (next, _)| one == next) {
        let canonical = aliases[0].0;
        let aliases: Vec<u16> = aliases.iter().map(|(_, alias)| *alias).collect();
        let whole = entries[usize::from(canonical)].description;
        // Sentences are read from the end, each for the first alias of its
        // name.
        let mut by_name: Map<&str, Vec<u16>> = Map::default();
        for alias in aliases.iter().rev() {
            by_name.entry(entries[usize::from(*alias)].row.name).or_default().push(*alias);
        }
        let (mut description, mut announced) = (whole, Vec::new());
        while let Some((before, name)) = split_replacement(description) {
            let Some(alias) = by_name.get_mut(name).and_then(Vec::pop) else { break };
            description = before;
            announced.push(alias);
        }
        let mut usual = String::new();
        for alias in announced.iter().rev() {
            let gap = if description.is_empty() && usual.is_empty() { "" } else { " " };
            let sentence = Replacement(entries[usize::from(*alias)].row.name);
            usual.push_str(&format!("{gap}{sentence}"));
        }
        let text = &whole[description.len()..];
        let is_usual = announced.is_sorted() && usual == text;
        for alias in aliases.iter().rev() {
            if !is_usual || announced.binary_search(alias).is_err() {
                let is_last = Some(alias) == aliases.last();
                written.push((*alias, if is_last && !is_usual { text } else { "" }));
            }
        }
        entries[usize::from(canonical)].description = description;
    }
    written.sort_unstable();
    written
}

/// The canonical entry and the alias of each alias, sorted.
#[allow(clippy::cast_possible_truncation, reason = "takes the parts of sorted items")]
pub(in crate::compile) fn by_canonical(aliases: &[(u16, u16)]) -> Vec<(u16, u16)> {
    let items = sorted(aliases.iter().map(|(alias, canonical)| pair(*canonical, *alias)));
    items.into_iter().map(|item| ((item >> 16) as u16, item as u16)).collect()
}
