//! A change of one row or one contact: added, removed or changed, and then in
//! which columns.

use alloc::vec::{self, Vec};
use core::fmt;
use core::iter::FusedIterator;
use std::borrow::Cow;

use super::row::Row;
use crate::registry::contact::Contact;
use crate::registry::record::Record;

/// A change of a [`Record`] or a [`Contact`].
///
/// ```
/// use iana_ports::{Registry, diff::Change};
///
/// let old = Registry::from_services_file("fax 9001/tcp\n".as_bytes())?;
/// let new = Registry::from_services_file("pay 9001/tcp\n".as_bytes())?;
/// let diff = old.diff(&new);
/// let [removed, added] = diff.records().as_slice() else { panic!("one of each") };
/// assert!(matches!(removed, Change::Removed(_)) && matches!(added, Change::Added(_)));
/// # Ok::<(), iana_ports::load::LoadError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<T> {
    /// Only the newer registry has it.
    Added(T),
    /// Only the older registry has it.
    Removed(T),
    /// Both have it, with other values.
    Changed(Changed<T>),
}

impl<T: Copy> Change<T> {
    /// What the older registry has.
    ///
    /// ```
    /// use iana_ports::Registry;
    ///
    /// let old = Registry::from_services_file("billing 9000/tcp # Bills\n".as_bytes())?;
    /// let new = Registry::from_services_file("billing 9000/tcp # Money\n".as_bytes())?;
    /// let diff = old.diff(&new);
    /// let change = diff.records().iter().next().unwrap();
    /// assert_eq!(change.before().unwrap().description(), "Bills");
    /// assert_eq!(change.after().unwrap().description(), "Money");
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    #[must_use]
    pub const fn before(self) -> Option<T> {
        match self {
            Self::Added(_) => None,
            Self::Removed(old) => Some(old),
            Self::Changed(changed) => Some(changed.old),
        }
    }

    /// What the newer registry has: see [`before`](Self::before).
    #[must_use]
    pub const fn after(self) -> Option<T> {
        match self {
            Self::Added(new) => Some(new),
            Self::Removed(_) => None,
            Self::Changed(changed) => Some(changed.new),
        }
    }

    /// What the newer registry has, else what the older one has.
    ///
    /// ```
    /// use iana_ports::{Registry, registry};
    ///
    /// let nothing = Registry::builder().build()?;
    /// let diff = registry().diff(&nothing);
    /// let first = diff.records().iter().next().unwrap();
    /// assert_eq!(first.row().to_string(), "Reserved (0/tcp)");
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    #[must_use]
    pub const fn row(self) -> T {
        match self {
            Self::Added(row) | Self::Removed(row) => row,
            Self::Changed(changed) => changed.new,
        }
    }
}

/// A row or a contact as it was and as it is.
///
/// ```
/// use iana_ports::{Registry, diff::Change};
///
/// let old = Registry::from_services_file("billing 9000/tcp # Bills\n".as_bytes())?;
/// let new = Registry::from_services_file("Billing 9000/tcp # Money\n".as_bytes())?;
/// let diff = old.diff(&new);
/// let [Change::Changed(changed)] = diff.records().as_slice() else { panic!("one change") };
/// assert_eq!(changed.before().description(), "Bills");
/// assert_eq!(changed.after().description(), "Money");
/// let columns: Vec<_> = changed.fields().map(|field| field.column()).collect();
/// assert_eq!(columns, ["Service Name", "Description"]);
/// # Ok::<(), iana_ports::load::LoadError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed<T> {
    pub(super) old: T,
    pub(super) new: T,
    /// A bit for each column that changed, the first the lowest.
    pub(super) columns: u16,
}

impl<T: Copy> Changed<T> {
    /// As the older registry has it: see [`Changed`].
    #[must_use]
    pub const fn before(self) -> T {
        self.old
    }

    /// As the newer registry has it: see [`Changed`].
    #[must_use]
    pub const fn after(self) -> T {
        self.new
    }

    pub(super) fn changed_fields<'r>(self) -> FieldChanges<'r>
    where
        T: Row<'r>,
    {
        let cells = (self.old.cells(), self.new.cells());
        let names = T::NAMES.iter().copied().zip(T::KEYS.iter().copied());
        let cells = cells.0.as_ref().iter().cloned().zip(cells.1.as_ref().iter().cloned());
        let fields: Vec<_> = names
            .zip(cells)
            .enumerate()
            .filter(|(index, _)| self.columns & 1 << index != 0)
            .map(|(_, ((column, key), (old, new)))| FieldChange { column, key, old, new })
            .collect();
        FieldChanges { fields: fields.into_iter() }
    }
}

impl<'r> Changed<Record<'r>> {
    /// The columns that changed, in their order: see [`Changed`].
    #[must_use]
    pub fn fields(self) -> FieldChanges<'r> {
        self.changed_fields()
    }
}

impl<'r> Changed<Contact<'r>> {
    /// The columns that changed, in their order.
    ///
    /// ```
    /// use iana_ports::load::NewContact;
    /// use iana_ports::{Registry, diff::Change};
    ///
    /// let old = Registry::builder().contact(NewContact::new("ops").name("Al")).build()?;
    /// let new = Registry::builder().contact(NewContact::new("ops").name("Bo")).build()?;
    /// let diff = old.diff(&new);
    /// let [Change::Changed(changed)] = diff.contacts().as_slice() else { panic!("one change") };
    /// assert_eq!(changed.fields().next().unwrap().to_string(), r#"Name: "Al" -> "Bo""#);
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    #[must_use]
    pub fn fields(self) -> FieldChanges<'r> {
        self.changed_fields()
    }
}

/// A column that changed, with its cells.
///
/// `Display` writes `Description: "old" -> "new"`, with both escaped.
///
/// ```
/// use iana_ports::{Registry, diff::Change};
///
/// let old = Registry::from_services_file("billing 9000/tcp\n".as_bytes())?;
/// let new = Registry::from_services_file("billing 9001/tcp\n".as_bytes())?;
/// let diff = old.diff(&new);
/// let [Change::Changed(changed)] = diff.records().as_slice() else { panic!("one change") };
/// let field = changed.fields().next().unwrap();
/// assert_eq!((field.column(), field.before(), field.after()), ("Port Number", "9000", "9001"));
/// assert_eq!(field.to_string(), r#"Port Number: "9000" -> "9001""#);
/// # Ok::<(), iana_ports::load::LoadError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange<'r> {
    column: &'static str,
    key: &'static str,
    old: Cow<'r, str>,
    new: Cow<'r, str>,
}

impl FieldChange<'_> {
    /// The name of the column, as the registry has it: see [`FieldChange`].
    #[must_use]
    pub const fn column(&self) -> &'static str {
        self.column
    }

    /// The key of the column in JSON.
    pub(super) const fn key(&self) -> &'static str {
        self.key
    }

    /// The cell before, empty if there was nothing in it: see [`FieldChange`].
    #[must_use]
    pub fn before(&self) -> &str {
        &self.old
    }

    /// The cell after, empty if there is nothing in it: see [`FieldChange`].
    #[must_use]
    pub fn after(&self) -> &str {
        &self.new
    }
}

impl fmt::Display for FieldChange<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?} -> {:?}", self.column, self.old, self.new)
    }
}

/// The columns that changed, in the order of the registry: what
/// [`Changed::fields`](super::Changed::fields) gives.
///
/// ```
/// use iana_ports::load::NewRecord;
/// use iana_ports::{Registry, diff::Change};
///
/// let build = |entry| Registry::builder().record(entry).build();
/// let old = build(NewRecord::service("billing").port(9000).notes("Old"))?;
/// let new = build(NewRecord::service("billing").port(9000).description("Money"))?;
/// let diff = old.diff(&new);
/// let [Change::Changed(changed)] = diff.records().as_slice() else { panic!("one change") };
/// let mut fields = changed.fields();
/// assert_eq!(fields.len(), 2);
/// assert_eq!(fields.next_back().unwrap().column(), "Assignment Notes");
/// assert_eq!(fields.next().unwrap().column(), "Description");
/// # Ok::<(), iana_ports::load::RegistryError>(())
/// ```
#[derive(Clone, Debug)]
pub struct FieldChanges<'r> {
    fields: vec::IntoIter<FieldChange<'r>>,
}

impl<'r> Iterator for FieldChanges<'r> {
    type Item = FieldChange<'r>;

    fn next(&mut self) -> Option<Self::Item> {
        self.fields.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.fields.size_hint()
    }
}

impl DoubleEndedIterator for FieldChanges<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.fields.next_back()
    }
}

impl ExactSizeIterator for FieldChanges<'_> {}

impl FusedIterator for FieldChanges<'_> {}
