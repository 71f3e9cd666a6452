//! The tables of a registry, in whichever place they are held.

#[cfg(feature = "runtime")]
use alloc::boxed::Box;

#[cfg(feature = "contacts")]
use super::ContactTables;
#[cfg(feature = "details")]
use super::DetailTables;
use super::NameTables;
#[cfg(feature = "runtime")]
use super::owned;
use crate::values::transport::Transport;

/// The tables that the handles of a registry read. A handle is a reference to
/// them and an index.
#[derive(Debug)]
pub(crate) struct Tables(Place);

/// Where tables are held. Tables that another crate compiles in are one more
/// variant.
#[derive(Debug)]
enum Place {
    /// The statics of this crate.
    Bundled,
    /// Boxes, filled at run time.
    #[cfg(feature = "runtime")]
    Loaded(Box<owned::Loaded>),
}

// Each branch of a look-up reads its own tables. Selecting a view first makes
// the compiler build both, some thirty slices each.
impl Tables {
    pub(crate) const BUNDLED: Self = Self(Place::Bundled);

    #[cfg(feature = "runtime")]
    pub(crate) fn loaded(tables: owned::Loaded) -> Self {
        Self(Place::Loaded(Box::new(tables)))
    }

    /// What was loaded at run time.
    #[cfg(feature = "runtime")]
    pub(crate) const fn as_loaded(&self) -> Option<&owned::Loaded> {
        match &self.0 {
            Place::Bundled => None,
            Place::Loaded(loaded) => Some(loaded),
        }
    }

    /// The same, to change.
    #[cfg(feature = "runtime")]
    pub(crate) fn as_loaded_mut(&mut self) -> Option<&mut owned::Loaded> {
        match &mut self.0 {
            Place::Bundled => None,
            Place::Loaded(loaded) => Some(loaded),
        }
    }

    /// The primary entry on a port.
    #[inline]
    pub(crate) const fn primary(&self, port: u16, transport: Transport) -> u16 {
        match &self.0 {
            Place::Bundled => NameTables::bundled().primary(port, transport),
            #[cfg(feature = "runtime")]
            Place::Loaded(loaded) => loaded.names.view().primary(port, transport),
        }
    }

    /// The primary entry of a name on a transport.
    #[inline]
    pub(crate) const fn primary_named(&self, name: &str, transport: Transport) -> u16 {
        match &self.0 {
            Place::Bundled => NameTables::bundled().primary_named(name, transport),
            #[cfg(feature = "runtime")]
            Place::Loaded(loaded) => loaded.names.view().primary_named(name, transport),
        }
    }

    /// The contact of a handle, or [`NONE`](super::NONE).
    #[cfg(feature = "contacts")]
    #[inline]
    pub(crate) const fn find_contact(&self, handle: &str) -> u16 {
        match &self.0 {
            Place::Bundled => ContactTables::bundled().find(handle.as_bytes()),
            #[cfg(feature = "runtime")]
            Place::Loaded(loaded) => loaded.contacts.view().find(handle.as_bytes()),
        }
    }

    /// Whether the other tables are these: only then are their rows the same.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        // A build without `runtime` has the bundled tables only.
        cfg!(not(feature = "runtime")) || core::ptr::eq(self, other)
    }

    /// A key that sorts registries: the bundled one first, then any order.
    pub(crate) fn sort_key(&self) -> usize {
        match self.0 {
            Place::Bundled => 0,
            #[cfg(feature = "runtime")]
            Place::Loaded(_) => core::ptr::from_ref(self).addr(),
        }
    }

    #[inline(always)]
    pub(crate) const fn names(&self) -> NameTables<'_> {
        match &self.0 {
            Place::Bundled => NameTables::bundled(),
            #[cfg(feature = "runtime")]
            Place::Loaded(loaded) => loaded.names.view(),
        }
    }

    #[cfg(feature = "details")]
    #[inline(always)]
    pub(crate) const fn details(&self) -> DetailTables<'_> {
        match &self.0 {
            Place::Bundled => DetailTables::bundled(),
            #[cfg(feature = "runtime")]
            Place::Loaded(loaded) => loaded.details.view(),
        }
    }

    #[cfg(feature = "contacts")]
    #[inline(always)]
    pub(crate) const fn contacts(&self) -> ContactTables<'_> {
        match &self.0 {
            Place::Bundled => ContactTables::bundled(),
            #[cfg(feature = "runtime")]
            Place::Loaded(loaded) => loaded.contacts.view(),
        }
    }
}
