//! The description of a row as its cell has it.

use core::fmt;

use crate::registry::record::Record;
use crate::text::phrase::Replacement;

/// The description, and the sentences that announce aliases.
#[derive(Clone, Copy)]
pub(crate) struct Description<'r>(pub(crate) Record<'r>);

impl fmt::Display for Description<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Record { tables, entry, .. } = self.0;
        let (names, details) = (tables.names(), tables.details());
        let description = self.0.description();
        f.write_str(description)?;
        let mut gap = if description.is_empty() { "" } else { " " };
        // The usual order: the first alias is the last to be announced.
        let aliases = names.aliases_of(entry);
        for alias in (0..aliases.len()).rev().map(|index| aliases.get(index)) {
            match details.announcement(alias) {
                Some(written) => f.write_str(written)?,
                None => {
                    write!(f, "{gap}{}", Replacement(names.name(alias)))?;
                    gap = " ";
                }
            }
        }
        Ok(())
    }
}
