//! Change lists: all changes of one kind of row, in their order.

use alloc::vec::Vec;
use core::slice;

use super::change::{Change, Changed};
use super::pairs::Pairs;
use super::row::{Compared, Row};
use crate::registry::contact::Contact;

/// The changes of rows, or of contacts: those of the newer registry in its
/// order, and what was removed where it stood in the older one, after the row
/// that it followed.
///
/// ```
/// use iana_ports::Registry;
///
/// let old = Registry::from_services_file("a 1/tcp\nb 2/tcp\nc 3/tcp\n".as_bytes())?;
/// let new = Registry::from_services_file("a 1/tcp # A\nd 1/tcp\nc 3/tcp\n".as_bytes())?;
/// let diff = old.diff(&new);
/// let rows: Vec<_> = diff.records().iter().map(|change| change.row().to_string()).collect();
/// assert_eq!(rows, ["a (1/tcp)", "b (2/tcp)", "d (1/tcp)"]);
/// # Ok::<(), iana_ports::load::LoadError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes<T> {
    list: Vec<Change<T>>,
    reordered: bool,
}

impl<T: Copy> Changes<T> {
    /// The changes between `old` and `new`, of which `pairs` are the same.
    pub(super) fn new<'r, K>(
        [old, new]: [&[Compared<'r, T, K>]; 2],
        pairs: &Pairs,
        reordered: bool,
    ) -> Self
    where
        T: Row<'r>,
    {
        // Each removed row, and the place in `new` that it comes before.
        let mut removed = Vec::new();
        let mut place = 0;
        for (index, old) in old.iter().enumerate() {
            match pairs.new_of(index) {
                Some(new) => place = new + 1,
                None => removed.push((place, Change::Removed(old.row))),
            }
        }
        removed.sort_by_key(|(place, _)| *place);
        let mut removed = removed.into_iter().peekable();
        let mut list = Vec::new();
        for (index, new) in new.iter().enumerate() {
            while let Some((_, change)) = removed.next_if(|(place, _)| *place <= index) {
                list.push(change);
            }
            let old = pairs.old_of(index).map(|place| &old[place]);
            list.extend(match old.map(|old| (old.row, old.columns_other_than(new))) {
                None => Some(Change::Added(new.row)),
                Some((_, 0)) => None,
                Some((old, columns)) => {
                    Some(Change::Changed(Changed { old, new: new.row, columns }))
                }
            });
        }
        list.extend(removed.map(|(_, change)| change));
        Self { list, reordered }
    }
}

impl<T> Changes<T> {
    /// The changes, as a slice.
    ///
    /// ```
    /// let diff = iana_ports::registry().diff(iana_ports::registry());
    /// assert_eq!(diff.records().as_slice(), []);
    /// ```
    #[must_use]
    pub fn as_slice(&self) -> &[Change<T>] {
        &self.list
    }

    /// The changes, one after the other: see [`Changes`].
    pub fn iter(&self) -> slice::Iter<'_, Change<T>> {
        self.list.iter()
    }

    /// Whether nothing changed, not even the order.
    ///
    /// ```
    /// assert!(iana_ports::registry().diff(iana_ports::registry()).contacts().is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty() && !self.reordered
    }

    /// Whether rows that stayed the same row stand in another order. It decides
    /// which service of a port is the primary one.
    ///
    /// ```
    /// use iana_ports::Registry;
    ///
    /// let old = Registry::from_services_file("shilp 2049/tcp\nnfs 2049/tcp\n".as_bytes())?;
    /// let new = Registry::from_services_file("nfs 2049/tcp\nshilp 2049/tcp\n".as_bytes())?;
    /// let diff = old.diff(&new);
    /// assert!(diff.records().as_slice().is_empty() && diff.records().is_reordered());
    /// assert!(!diff.is_empty());
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    #[must_use]
    pub const fn is_reordered(&self) -> bool {
        self.reordered
    }

    /// How many were added.
    ///
    /// ```
    /// let nothing = iana_ports::Registry::builder().build()?;
    /// assert!(nothing.diff(iana_ports::registry()).contacts().added() > 5_000);
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    #[must_use]
    pub fn added(&self) -> usize {
        self.iter().filter(|change| matches!(change, Change::Added(_))).count()
    }

    /// How many were removed.
    ///
    /// ```
    /// let nothing = iana_ports::Registry::builder().build()?;
    /// assert!(iana_ports::registry().diff(&nothing).records().removed() > 14_000);
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    #[must_use]
    pub fn removed(&self) -> usize {
        self.iter().filter(|change| matches!(change, Change::Removed(_))).count()
    }

    /// How many changed; a renamed contact is one of them.
    ///
    /// ```
    /// use iana_ports::Registry;
    ///
    /// let old = Registry::from_services_file("billing 9000/tcp\n".as_bytes())?;
    /// let new = Registry::from_services_file("billing 9001/tcp\n".as_bytes())?;
    /// assert_eq!(old.diff(&new).records().changed(), 1);
    /// # Ok::<(), iana_ports::load::LoadError>(())
    /// ```
    #[must_use]
    pub fn changed(&self) -> usize {
        self.iter().filter(|change| matches!(change, Change::Changed(_))).count()
    }
}

impl Changes<Contact<'_>> {
    /// How many of the changed contacts have another handle.
    ///
    /// ```
    /// use iana_ports::load::NewContact;
    /// use iana_ports::Registry;
    ///
    /// let ops = |handle| NewContact::new(handle).name("Ann").uri("mailto:ops@example.com");
    /// let old = Registry::builder().contact(ops("ops")).build()?;
    /// let new = Registry::builder().contact(ops("operators")).build()?;
    /// assert_eq!(old.diff(&new).contacts().renamed(), 1);
    /// # Ok::<(), iana_ports::load::RegistryError>(())
    /// ```
    #[must_use]
    pub fn renamed(&self) -> usize {
        let is_renamed =
            |(before, after): &(Contact<'_>, Contact<'_>)| before.handle() != after.handle();
        self.iter()
            .filter_map(|change| change.before().zip(change.after()))
            .filter(is_renamed)
            .count()
    }
}

impl<'d, T> IntoIterator for &'d Changes<T> {
    type Item = &'d Change<T>;
    type IntoIter = slice::Iter<'d, Change<T>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
