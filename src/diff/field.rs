//! Field changes: a column with its cells in both registries.

use alloc::vec::Vec;
use core::fmt;
use core::iter::FusedIterator;
use std::borrow::Cow;
use std::vec;

use super::row::Row;

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

impl<'r> FieldChanges<'r> {
    /// The columns of two rows whose bit is set in `columns`.
    pub(super) fn new<R: Row<'r, COLUMNS>, const COLUMNS: usize>(
        old: R,
        new: R,
        columns: u16,
    ) -> Self {
        let cells = old.cells().into_iter().zip(new.cells());
        let names = R::COLUMN_NAMES.into_iter().zip(R::COLUMN_KEYS);
        let fields: Vec<_> = names
            .zip(cells)
            .enumerate()
            .filter(|(index, _)| columns & 1 << index != 0)
            .map(|(_, ((column, key), (old, new)))| FieldChange { column, key, old, new })
            .collect();
        Self { fields: fields.into_iter() }
    }
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
