//! A change of one row or one contact: added, removed or changed.

use super::field::FieldChanges;
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
    old: T,
    new: T,
    /// A bit for each column that changed, the first the lowest.
    columns: u16,
}

impl<T: Copy> Changed<T> {
    pub(super) const fn of(old: T, new: T, columns: u16) -> Self {
        Self { old, new, columns }
    }

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

    pub(super) fn changed_fields<'r, const COLUMNS: usize>(self) -> FieldChanges<'r>
    where
        T: Row<'r, COLUMNS>,
    {
        FieldChanges::new(self.old, self.new, self.columns)
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
