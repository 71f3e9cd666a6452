//! What an update changes, in words: the counts of [`Registry::diff`].

use core::fmt::Write;

use iana_ports::diff::{Change, Changes, Diff};
use iana_ports::{Contact, Registry};

use super::text::LeftOut;
use crate::sizes::grouped;

/// How many names a line of the summary shows.
const SHOWN: usize = 5;

/// What stands before the rows that `preferred.csv` no longer names.
const SKIPPED: &str = "left out of preferred.csv, as the edition lacks them";

/// The item of the change log.
pub(super) fn item(diff: &Diff<'_>, skipped: &[String]) -> String {
    let rows = Names::new(diff.records(), ToString::to_string);
    let (rows, contacts) = (rows.counted("row"), of_contacts(diff).counted("contact"));
    let mut text = format!("Registry {}: {rows}; {contacts}", editions(diff));
    if !skipped.is_empty() {
        _ = write!(text, "; {SKIPPED}: {}", skipped.join(", "));
    }
    text.push('.');
    text
}

/// What changed, in a few lines.
pub(super) fn summary(diff: &Diff<'_>, skipped: &[String], left_out: LeftOut) -> String {
    let mut text = format!("{}\n", editions(diff));
    let rows = Names::new(diff.records(), ToString::to_string);
    let parts = [
        ("row", rows, diff.after().records().len()),
        ("contact", of_contacts(diff), listed(diff.after())),
    ];
    for (what, names, now) in parts {
        _ = writeln!(text, "{}; now {}", names.counted(what), grouped(now as u64));
        text.push_str(&names.listed());
    }
    if !skipped.is_empty() {
        _ = writeln!(text, "{SKIPPED}: {}", skipped.join(", "));
    }
    text.push_str(&left_out.listed());
    text
}

/// How many contacts the contact table has.
pub(super) fn listed(registry: &Registry) -> usize {
    registry.contacts().filter(|contact| contact.is_listed()).count()
}

/// The date of a registry's edition.
pub(super) fn edition(registry: &Registry) -> String {
    registry.edition().map_or("unknown".to_owned(), |date| date.to_string())
}

/// The edition before and after.
fn editions(diff: &Diff<'_>) -> String {
    match (edition(diff.before()), edition(diff.after())) {
        (before, after) if before == after => format!("edition {after}, read anew"),
        (before, after) => format!("edition {before} -> {after}"),
    }
}

/// The names of what changed, by the kind of change, in the order of the diff.
#[derive(Debug, Default, PartialEq, Eq)]
struct Names {
    added: Vec<String>,
    removed: Vec<String>,
    changed: Vec<String>,
    /// Those among `changed` that are called otherwise: `ops -> operators`.
    renamed: Vec<String>,
    reordered: bool,
}

/// The changes of contacts, with those that are renamed.
fn of_contacts(diff: &Diff<'_>) -> Names {
    let mut names = Names::new(diff.contacts(), |contact| contact.handle().to_owned());
    for change in diff.contacts() {
        if let (Some(old), Some(new)) = (change.before(), change.after()) {
            let (old, new) = (Contact::handle(old), Contact::handle(new));
            if old != new {
                names.renamed.push(format!("{old} -> {new}"));
            }
        }
    }
    names
}

impl Names {
    fn new<T: Copy>(changes: &Changes<T>, name: impl Fn(&T) -> String) -> Self {
        let mut names = Self { reordered: changes.is_reordered(), ..Self::default() };
        for change in changes {
            let kind = match change {
                Change::Added(_) => &mut names.added,
                Change::Removed(_) => &mut names.removed,
                Change::Changed(_) => &mut names.changed,
            };
            kind.push(name(&change.row()));
        }
        names
    }

    /// "2 rows added, 1 removed", of those kinds that there are.
    fn counted(&self, what: &str) -> String {
        let kinds = [
            (&self.added, "added"),
            (&self.removed, "removed"),
            (&self.changed, "changed"),
            (&self.renamed, "of them renamed"),
        ];
        let mut text = String::new();
        for (names, kind) in kinds.into_iter().filter(|(names, _)| !names.is_empty()) {
            let count = grouped(names.len() as u64);
            match (text.is_empty(), names.len()) {
                (true, 1) => _ = write!(text, "{count} {what} {kind}"),
                (true, _) => _ = write!(text, "{count} {what}s {kind}"),
                (false, _) => _ = write!(text, ", {count} {kind}"),
            }
        }
        match (text.is_empty(), self.reordered) {
            (true, false) => format!("no {what}s changed"),
            (true, true) => format!("{what}s in another order"),
            (false, false) => text,
            (false, true) => text + ", in another order",
        }
    }

    /// A line for each kind that there is, with the first names.
    fn listed(&self) -> String {
        let kinds = [
            ("added", &self.added),
            ("removed", &self.removed),
            ("changed", &self.changed),
            ("renamed", &self.renamed),
        ];
        let mut text = String::new();
        for (kind, names) in kinds.into_iter().filter(|(_, names)| !names.is_empty()) {
            let shown = &names[..names.len().min(SHOWN)];
            _ = write!(text, "  {kind}: {}", shown.join(", "));
            if names.len() > SHOWN {
                _ = write!(text, " and {} more", grouped((names.len() - SHOWN) as u64));
            }
            text.push('\n');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use iana_ports::load::{NewContact, NewRecord};
    use iana_ports::{Registry, Transport::Tcp};

    use super::{item, summary};
    use crate::update::text::LeftOut;

    /// A registry of services on ports, and of contacts.
    fn registry(services: &[(&str, u16)], contacts: &[&str]) -> Registry {
        let entry =
            |&(name, port): &(&str, u16)| NewRecord::service(name).port(port).transport(Tcp);
        let contact = |handle: &&str| {
            NewContact::new(*handle).name(handle.to_lowercase()).uri("mailto:a@b.example")
        };
        let builder =
            services.iter().map(entry).fold(Registry::builder(), |all, one| all.record(one));
        contacts.iter().map(contact).fold(builder, |all, one| all.contact(one)).build().unwrap()
    }

    #[test]
    fn the_counts_are_those_of_the_diff() {
        let old = registry(&[("a", 1), ("b", 2), ("c", 3), ("d", 4)], &["ann", "bob"]);
        let new = registry(&[("b", 2), ("a", 1), ("d", 5), ("e", 6), ("f", 7)], &["bob", "Ann"]);
        let diff = old.diff(&new);
        assert_eq!(
            summary(&diff, &["c (3/tcp)".to_owned()], LeftOut::default()),
            "edition unknown, read anew\n\
             2 rows added, 1 removed, 1 changed, in another order; now 5\n  \
             added: e (6/tcp), f (7/tcp)\n  \
             removed: c (3/tcp)\n  \
             changed: d (5/tcp)\n\
             1 contact changed, 1 of them renamed; now 2\n  \
             changed: Ann\n  \
             renamed: ann -> Ann\n\
             left out of preferred.csv, as the edition lacks them: c (3/tcp)\n"
        );
        assert_eq!(
            item(&diff, &[]),
            "Registry edition unknown, read anew: 2 rows added, 1 removed, 1 changed, in another \
             order; 1 contact changed, 1 of them renamed."
        );
        let skipped = ["a".to_owned(), "b".to_owned()];
        assert_eq!(
            item(&old.diff(&old), &skipped),
            "Registry edition unknown, read anew: no rows changed; no contacts changed; left \
             out of preferred.csv, as the edition lacks them: a, b."
        );
    }

    #[test]
    fn another_order_alone_is_told() {
        let (old, new) =
            (registry(&[("a", 1), ("b", 1)], &[]), registry(&[("b", 1), ("a", 1)], &[]));
        let text = summary(&old.diff(&new), &[], LeftOut::default());
        assert!(text.contains("\nrows in another order; now 2\n"), "{text}");
    }

    #[test]
    fn a_long_list_is_cut() {
        let services: Vec<(&str, u16)> = (1..=1007).map(|port| ("a", port)).collect();
        let (few, many) = (registry(&services[..2], &[]), registry(&services, &[]));
        let text = summary(&few.diff(&many), &[], LeftOut::default());
        let expected = "\n1,005 rows added; now 1,007\n  \
            added: a (3/tcp), a (4/tcp), a (5/tcp), a (6/tcp), a (7/tcp) and 1,000 more\n";
        assert!(text.contains(expected), "{text}");
        let nothing = registry(&[], &[]);
        let text = summary(&registry(&services[..5], &[]).diff(&nothing), &[], LeftOut::default());
        assert!(
            text.contains("  removed: a (1/tcp), a (2/tcp), a (3/tcp), a (4/tcp), a (5/tcp)\n")
        );
    }
}
