//! The text writer of a diff, in the manner of `diff`: `+`, `-` and `~`.

use core::fmt::{self, Formatter};

use super::printable::Printable;
use super::row::Row;
use super::{Change, Changes, Diff};
use crate::values::date::Date;

impl fmt::Display for Diff<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match (self.before().edition(), self.after().edition()) {
            (old, new) if old == new => writeln!(f, "edition {}", Edition(new))?,
            (old, new) => writeln!(f, "edition {} -> {}", Edition(old), Edition(new))?,
        }
        let (records, contacts) = (self.records(), self.contacts());
        writeln!(f, "rows: {}", Summary { changes: records, renamed: 0 })?;
        writeln!(f, "contacts: {}", Summary { changes: contacts, renamed: contacts.renamed() })?;
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

/// A date that may not be known.
struct Edition(Option<Date>);

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(date) => write!(f, "{date}"),
            None => f.write_str("unknown"),
        }
    }
}

/// How much changed.
struct Summary<'d, T> {
    changes: &'d Changes<T>,
    renamed: usize,
}

impl<T> fmt::Display for Summary<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { changes, renamed } = self;
        if changes.is_empty() {
            return f.write_str("no change");
        }
        let counts = [
            (changes.added(), "added"),
            (changes.removed(), "removed"),
            (changes.changed(), "changed"),
            (*renamed, "of them renamed"),
        ];
        let mut comma = "";
        for (count, what) in counts.into_iter().filter(|(count, _)| *count > 0) {
            write!(f, "{comma}{count} {what}")?;
            comma = ", ";
        }
        if changes.is_reordered() {
            write!(f, "{comma}in another order")?;
        }
        Ok(())
    }
}
