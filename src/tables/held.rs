//! Storage of a registry's tables: statics or boxes, behind one type.

#[cfg(feature = "runtime")]
use alloc::boxed::Box;

#[cfg(feature = "include")]
use super::included::Included;
#[cfg(feature = "runtime")]
use super::owned;
use super::{IndexList, NONE, NameTables};
use crate::values::status::Status;
use crate::values::transport::Transport;

/// The tables that the handles of a registry read. A handle is a reference to
/// them and an index.
#[derive(Debug)]
pub(crate) struct Tables(pub(super) Place);

/// Where tables are held.
#[derive(Debug)]
pub(super) enum Place {
    /// The statics of this crate.
    Bundled,
    /// The statics of another crate.
    #[cfg(feature = "include")]
    Included(&'static Included),
    /// Boxes, filled at run time.
    #[cfg(feature = "runtime")]
    Loaded(Box<owned::Loaded>),
}

/// The view of a tier, or what a method of the view answers, wherever the
/// tables are held. Each branch reads its own tables, because selecting a view
/// first makes the compiler build both, some thirty slices each.
macro_rules! read {
    ($tables:ident, $tier:ident: $view:ident $($answer:tt)*) => {
        match &$tables.0 {
            $crate::tables::held::Place::Bundled => $view::bundled() $($answer)*,
            #[cfg(feature = "include")]
            $crate::tables::held::Place::Included(included) => included.$tier $($answer)*,
            #[cfg(feature = "runtime")]
            $crate::tables::held::Place::Loaded(loaded) => loaded.$tier.view() $($answer)*,
        }
    };
}

impl Tables {
    pub(crate) const BUNDLED: Self = Self(Place::Bundled);

    /// The primary entry on a port, or without one
    /// [`RESERVED`](super::RESERVED) or [`NONE`](super::NONE).
    #[inline]
    pub(crate) const fn primary(&self, port: u16, transport: Transport) -> u16 {
        read!(self, names: NameTables.primary(port, transport))
    }

    /// The primary entries of many ports, [`NONE`](super::NONE) where there is
    /// none.
    pub(crate) fn primaries(&self, ports: &[u16], protocols: &[u8], entries: &mut [u16]) {
        read!(self, names: NameTables.primaries(ports, protocols, entries));
    }

    /// The status of a port, unless only the nameless entries tell it.
    #[inline]
    pub(crate) const fn told_status(&self, port: u16, transport: Transport) -> Option<Status> {
        read!(self, names: NameTables.told_status(port, transport))
    }

    /// The named entries on a port, primary first.
    #[inline]
    pub(crate) const fn on_port(&self, port: u16, transport: Transport) -> IndexList<'_> {
        match read!(self, names: NameTables.only_on_port(port, transport)) {
            Some(entries) => entries,
            None => self.all_on_port(port, transport),
        }
    }

    /// The same where there may be several.
    #[cold]
    const fn all_on_port(&self, port: u16, transport: Transport) -> IndexList<'_> {
        read!(self, names: NameTables.all_on_port(port, transport))
    }

    /// The first of the nameless entries on a port, or [`NONE`](super::NONE).
    pub(crate) const fn first_nameless(&self, port: u16, transport: Transport) -> u16 {
        read!(self, names: NameTables.first_nameless(port, transport))
    }

    /// The entries of a name, primary first.
    pub(crate) const fn named(&self, name: &str) -> IndexList<'_> {
        read!(self, names: NameTables.named(name))
    }

    /// The primary entry of a name on a transport, or [`NONE`](super::NONE).
    #[inline]
    pub(crate) const fn primary_named(&self, name: &str, transport: Transport) -> u16 {
        match read!(self, names: NameTables.primary_named_short(name, transport)) {
            Some(entry) => entry,
            None => self.primary_named_long(name, transport),
        }
    }

    /// The same for a name of any length, and of any number of entries.
    #[cold]
    pub(crate) const fn primary_named_long(&self, name: &str, transport: Transport) -> u16 {
        read!(self, names: NameTables.primary_named_long(name, transport))
    }

    /// The only entry of a name, or [`NONE`](super::NONE); what
    /// [`several_named`](Self::several_named) takes as an error.
    #[inline]
    pub(crate) const fn only_named(&self, name: &str) -> Result<u16, u16> {
        read!(self, names: NameTables.only_named(name))
    }

    /// All entries of a name, of its primary entry; of the name, if that is
    /// [`NONE`](super::NONE).
    pub(crate) const fn several_named(&self, name: &str, primary: u16) -> IndexList<'_> {
        match primary {
            NONE => self.named(name),
            primary => read!(self, names: NameTables.entries_of_name(primary)),
        }
    }

    /// The name of an entry; empty for a nameless one.
    #[inline]
    pub(crate) fn name(&self, entry: u16) -> &str {
        match read!(self, names: NameTables.short_name(entry)) {
            Some(name) => name,
            None => self.long_name(entry),
        }
    }

    /// The same for one that its cell does not hold.
    #[cold]
    fn long_name(&self, entry: u16) -> &str {
        read!(self, names: NameTables.name(entry))
    }

    /// Identity of two registries: only then are their rows the same.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        // A build without these has the bundled tables only.
        cfg!(not(any(feature = "include", feature = "runtime"))) || core::ptr::eq(self, other)
    }

    /// A key that sorts registries: the bundled one first, then any order.
    pub(crate) fn sort_key(&self) -> usize {
        match self.0 {
            Place::Bundled => 0,
            #[cfg(any(feature = "include", feature = "runtime"))]
            _ => core::ptr::from_ref(self).addr(),
        }
    }

    #[inline(always)]
    pub(crate) const fn names(&self) -> NameTables<'_> {
        read!(self, names: NameTables)
    }
}

#[cfg(feature = "include")]
impl Tables {
    pub(crate) const fn included(tables: &'static Included) -> Self {
        Self(Place::Included(tables))
    }

    /// What another crate compiled in.
    pub(crate) const fn as_included(&self) -> Option<&'static Included> {
        match self.0 {
            Place::Included(included) => Some(included),
            _ => None,
        }
    }
}

#[cfg(feature = "runtime")]
impl Tables {
    pub(crate) fn loaded(tables: owned::Loaded) -> Self {
        Self(Place::Loaded(Box::new(tables)))
    }

    /// What was loaded at run time.
    pub(crate) const fn as_loaded(&self) -> Option<&owned::Loaded> {
        match &self.0 {
            Place::Loaded(loaded) => Some(loaded),
            _ => None,
        }
    }

    /// The same, to change.
    pub(crate) fn as_loaded_mut(&mut self) -> Option<&mut owned::Loaded> {
        match &mut self.0 {
            Place::Loaded(loaded) => Some(loaded),
            _ => None,
        }
    }
}
