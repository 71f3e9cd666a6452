//! Storage of a registry's tables: statics or boxes, behind one type.

use super::{Hidden, IndexList, NONE, NameTables};
use crate::values::source::Source;
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
    /// The statics of another crate, or of the customary names.
    #[cfg(feature = "include")]
    Included(&'static super::Included),
    /// Boxes, filled at run time.
    #[cfg(feature = "runtime")]
    Loaded(super::owned::BoxedTables),
}

/// The view of a tier, or what a method of the view or of the tables answers,
/// wherever the tables are held. Each branch reads its own tables, because selecting a view
/// first makes the compiler build both, some thirty slices each.
macro_rules! read {
    ($tables:ident, $tier:ident: $view:ident $($answer:tt)*) => {
        read!($tables, $view::bundled() $($answer)*, |held| held.$tier.view() $($answer)*)
    };
    ($tables:ident, $bundled:expr, |$held:ident| $answer:expr) => {
        match &$tables.0 {
            $crate::tables::held::Place::Bundled => $bundled,
            #[cfg(feature = "include")]
            $crate::tables::held::Place::Included($held) => $answer,
            #[cfg(feature = "runtime")]
            $crate::tables::held::Place::Loaded($held) => $answer,
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

    /// The named entry on a port, or [`NONE`](super::NONE); `None` if there are
    /// several.
    #[inline]
    pub(crate) const fn only_on_port(&self, port: u16, transport: Transport) -> Option<u16> {
        read!(self, names: NameTables.only_on_port(port, transport))
    }

    /// The named entries on a port, primary first.
    pub(crate) const fn on_port(&self, port: u16, transport: Transport) -> IndexList<'_> {
        match self.only_on_port(port, transport) {
            None => self.all_on_port(port, transport),
            Some(NONE) => IndexList::NOTHING,
            Some(entry) => IndexList::one(entry),
        }
    }

    /// The named entries on a port that has one, primary first.
    pub(crate) const fn all_on_port(&self, port: u16, transport: Transport) -> IndexList<'_> {
        read!(self, names: NameTables.all_on_port(port, transport))
    }

    /// Whether a port is above those of all nameless entries.
    #[inline]
    pub(crate) const fn is_beyond_nameless(&self, port: u16) -> bool {
        read!(self, names: NameTables.is_beyond_nameless(port))
    }

    /// The first of the nameless entries on a port, or [`NONE`](super::NONE).
    pub(crate) const fn first_nameless(&self, port: u16, transport: Transport) -> u16 {
        match read!(self, names: NameTables.first_nameless(port, transport)) {
            Some(entry) => entry,
            None => self.first_nameless_of_several(port, transport),
        }
    }

    /// The same where nameless entries overlap.
    #[cold]
    const fn first_nameless_of_several(&self, port: u16, transport: Transport) -> u16 {
        read!(self, names: NameTables.first_nameless_of_several(port, transport))
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
        read!(self, 0, |_held| core::ptr::from_ref(self).addr())
    }

    /// Where the tables come from.
    pub(crate) fn source(&self) -> Source<'_> {
        read!(self, Source::Bundled, |held| held.source())
    }

    /// What the registry hides from lower layers, if it hides something.
    #[inline]
    pub(crate) const fn hides(&self) -> Option<Hidden<'_>> {
        read!(self, None, |held| held.hides())
    }

    #[inline(always)]
    pub(crate) const fn names(&self) -> NameTables<'_> {
        read!(self, names: NameTables)
    }
}
