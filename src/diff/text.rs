//! The text writer of a diff, in the manner of `diff`: `+`, `-` and `~`.

use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::{self, Formatter};

use super::row::Row;
use super::{Change, Changes, Diff};
use crate::text::escape::Printable;

impl fmt::Display for Diff<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let [old, new] = [self.before(), self.after()].map(|registry| {
            registry.edition().map_or_else(|| "unknown".to_owned(), |date| date.to_string())
        });
        let arrow = if old == new { String::new() } else { format!("{old} -> ") };
        writeln!(f, "edition {arrow}{new}")?;
        let (records, contacts) = (self.records(), self.contacts());
        summary(f, "rows", records, 0)?;
        summary(f, "contacts", contacts, contacts.renamed())?;
        if !records.as_slice().is_empty() {
            writeln!(f)?;
        }
        for change in records {
            let record = change.row();
            line(f, change, record, Some(record.description()).filter(|text| !text.is_empty()))?;
        }
        if !contacts.as_slice().is_empty() {
            writeln!(f)?;
        }
        for change in contacts {
            let contact = change.row();
            line(f, change, contact, contact.name().or(contact.organization()))?;
        }
        Ok(())
    }
}

/// The line of a change, and below it the lines of its fields.
fn line<'r, R: Row<'r> + fmt::Display>(
    f: &mut Formatter<'_>,
    change: &Change<R>,
    row: R,
    description: Option<&str>,
) -> fmt::Result {
    let sign = match change {
        Change::Added(_) => '+',
        Change::Removed(_) => '-',
        Change::Changed(_) => '~',
    };
    write!(f, "{sign} {}", Printable(row))?;
    match (change, description) {
        (Change::Changed(changed), _) => {
            writeln!(f)?;
            changed.changed_fields().try_for_each(|field| writeln!(f, "    {field}"))
        }
        (_, Some(description)) => writeln!(f, ": {description:?}"),
        (_, None) => writeln!(f),
    }
}

/// Writes how much changed, of the rows that `what` names.
fn summary<T>(
    f: &mut Formatter<'_>,
    what: &str,
    changes: &Changes<T>,
    renamed: usize,
) -> fmt::Result {
    if changes.is_empty() {
        return writeln!(f, "{what}: no change");
    }
    let counts = [
        (changes.added(), "added"),
        (changes.removed(), "removed"),
        (changes.changed(), "changed"),
        (renamed, "of them renamed"),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let order = changes.is_reordered().then(|| "in another order".to_owned());
    let parts = counts.map(|(count, part)| format!("{count} {part}")).chain(order);
    writeln!(f, "{what}: {}", parts.collect::<Vec<_>>().join(", "))
}
