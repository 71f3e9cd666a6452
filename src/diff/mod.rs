//! What changed between two registries: [`Registry::diff`].
//!
//! A comparison is one of whole rows, so the module needs the features
//! `details` and `contacts` beside `runtime`.
//!
//! # Which rows are the same
//!
//! Rows of two registries are the same row if they have the same service name
//! (in any ASCII case: RFC 6335 section 5.1), transport protocol and ports. Of
//! several such rows, those that agree in every column go together first, then
//! the others in their order. Of the rows that are left,
//!
//! 1. the only two of a name and transport are the same: its ports changed;
//! 2. the only two of a name and ports are the same: its transport changed;
//! 3. of the nameless rows of a transport, two that share ports with each other
//!    and with no third one are the same: a span of unassigned ports shrank
//!    when one of them was assigned.
//!
//! All else is removed and added: a port that goes from one service to another
//! is not a change of a row, and where it is not clear what became of a row,
//! nothing is made up.
//!
//! # Which contacts are the same
//!
//! Contacts are compared where the contact table lists them, and are the same
//! if they have the same handle. A contact is renamed if its handle is gone
//! altogether, another one is new, and of all these they are the only two that
//! agree in
//!
//! 1. the handle, but for ASCII case, or
//! 2. name, organization and URIs, if there are URIs, or a name and an
//!    organization, or
//! 3. a name and URIs, or
//! 4. a name and an organization.
//!
//! A row that names a renamed contact by its new handle is no change: the
//! renaming stands once, where the contacts are.
//!
//! # What is compared
//!
//! The cells of the tables, as [`ServicesCsv`](crate::export::ServicesCsv) and
//! [`ContactsCsv`](crate::export::ContactsCsv) write them. A description has
//! the sentence that announces an [alias](crate::Service::alias_of), which
//! [`Record::description`] leaves out, and `80-80` is not `80`. [`Whitespace`]
//! tells whether blanks and line ends count. The [edition](Registry::edition)
//! is shown and not compared, and neither is which service a registry prefers
//! on a port.

mod change;
mod changes;
mod json;
mod pairs;
mod people;
mod records;
mod row;
mod text;

#[cfg(test)]
mod tests;

use core::fmt;

pub use change::{Change, Changed, FieldChange, FieldChanges};
pub use changes::Changes;
pub use json::DiffJson;
pub use row::Whitespace;

use crate::registry::Registry;
use crate::registry::contact::Contact;
use crate::registry::record::Record;

/// What changed from one registry to another: see the [module](self) for what
/// is compared, and how.
///
/// `Display` writes it as text: the editions, how much changed, and then a line
/// for each change with the changed columns below it. Control characters and
/// other unprintable ones are escaped. [`json`](Self::json) is the same for
/// programs. Both end in a line end.
///
/// # Example
///
/// ```
/// use iana_ports::Registry;
///
/// let old = Registry::from_services_file("billing 9000/tcp # Bills\nfax 9001/tcp\n".as_bytes())?;
/// let new = Registry::from_services_file("billing 9000/tcp # Money\npay 9001/tcp\n".as_bytes())?;
/// assert_eq!(
///     old.diff(&new).to_string(),
///     r#"edition unknown
/// rows: 1 added, 1 removed, 1 changed
/// contacts: no change
///
/// ~ billing (9000/tcp)
///     Description: "Bills" -> "Money"
/// - fax (9001/tcp)
/// + pay (9001/tcp)
/// "#,
/// );
/// # Ok::<(), iana_ports::load::LoadError>(())
/// ```
#[derive(Clone)]
pub struct Diff<'r> {
    older: &'r Registry,
    newer: &'r Registry,
    records: Changes<Record<'r>>,
    contacts: Changes<Contact<'r>>,
}

impl Registry {
    /// What changed from this registry to a newer one: see [`diff`](self) for
    /// what is compared, and how.
    ///
    /// The time it takes grows with the size of the registries, not with its
    /// square, whatever they hold.
    ///
    /// ```
    /// use iana_ports::{Registry, diff::Change, registry};
    ///
    /// let own = Registry::from_services_file("tcpmux 1/tcp\nbilling 9999/tcp\n".as_bytes())?;
    /// let diff = own.diff(registry());
    /// let removed = diff.records().iter().find_map(|change| match change {
    ///     Change::Removed(record) => Some(record.to_string()),
    ///     _ => None,
    /// });
    /// assert_eq!(removed.as_deref(), Some("billing (9999/tcp)"));
    /// assert!(diff.records().added() > 14_000);
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    #[must_use]
    pub fn diff<'r>(&'r self, newer: &'r Self) -> Diff<'r> {
        self.diff_with(newer, Whitespace::Exact)
    }

    /// As [`diff`](Self::diff), where blanks and line ends may not count.
    ///
    /// ```
    /// use iana_ports::load::NewRecord;
    /// use iana_ports::{Registry, diff::Whitespace};
    ///
    /// let build = |notes| Registry::builder().record(NewRecord::service("billing").notes(notes)).build();
    /// let (old, new) = (build("Bills,\n  on paper")?, build("Bills, on paper")?);
    /// assert_eq!(old.diff(&new).records().changed(), 1);
    /// assert!(old.diff_with(&new, Whitespace::Collapsed).is_empty());
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    #[must_use]
    pub fn diff_with<'r>(&'r self, newer: &'r Self, whitespace: Whitespace) -> Diff<'r> {
        let (contacts, renamed) = people::compare(self, newer, whitespace);
        let records = records::compare(self, newer, &renamed, whitespace);
        Diff { older: self, newer, records, contacts }
    }
}

impl<'r> Diff<'r> {
    /// The registry that was compared with a newer one.
    ///
    /// ```
    /// use iana_ports::load::Source;
    /// use iana_ports::registry;
    ///
    /// assert_eq!(registry().diff(registry()).before().source(), Source::Bundled);
    /// ```
    #[must_use]
    pub const fn before(&self) -> &'r Registry {
        self.older
    }

    /// The newer registry.
    ///
    /// ```
    /// use iana_ports::{EDITION, registry};
    ///
    /// assert_eq!(registry().diff(registry()).after().edition(), Some(EDITION));
    /// ```
    #[must_use]
    pub const fn after(&self) -> &'r Registry {
        self.newer
    }

    /// The changes of rows, named or not.
    ///
    /// ```
    /// use iana_ports::Registry;
    ///
    /// let old = Registry::from_services_file("billing 9000/tcp\n".as_bytes())?;
    /// let new = Registry::from_services_file("billing 9000/tcp\npay 9001/tcp\n".as_bytes())?;
    /// let diff = old.diff(&new);
    /// let added = diff.records().iter().next().unwrap().row();
    /// assert_eq!(added.to_string(), "pay (9001/tcp)");
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    #[must_use]
    pub const fn records(&self) -> &Changes<Record<'r>> {
        &self.records
    }

    /// The changes of the contact table.
    ///
    /// ```
    /// use iana_ports::load::NewContact;
    /// use iana_ports::{Registry, diff::Change};
    ///
    /// let ops = |handle| NewContact::new(handle).uri("mailto:ops@example.com");
    /// let old = Registry::builder().contact(ops("ops")).build()?;
    /// let new = Registry::builder().contact(ops("operators")).build()?;
    /// let diff = old.diff(&new);
    /// let [Change::Changed(changed)] = diff.contacts().as_slice() else { panic!("is renamed") };
    /// assert_eq!((changed.before().handle(), changed.after().handle()), ("ops", "operators"));
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    #[must_use]
    pub const fn contacts(&self) -> &Changes<Contact<'r>> {
        &self.contacts
    }

    /// Whether both have the same rows and contacts, in the same order.
    ///
    /// ```
    /// use iana_ports::{Registry, registry};
    ///
    /// let read = Registry::from_dir("registry")?;
    /// assert!(registry().diff(&read).is_empty());
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty() && self.contacts.is_empty()
    }

    /// The same as JSON: see [`DiffJson`].
    ///
    /// ```
    /// let diff = iana_ports::registry().diff(iana_ports::registry());
    /// let start = format!(r#"{{"old_edition":"{}","#, iana_ports::EDITION);
    /// assert!(diff.json().to_string().starts_with(&start));
    /// ```
    #[must_use]
    pub const fn json(&self) -> DiffJson<'_> {
        DiffJson { diff: self }
    }
}

impl fmt::Debug for Diff<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Diff")
            .field("records", &self.records)
            .field("contacts", &self.contacts)
            .finish_non_exhaustive()
    }
}
