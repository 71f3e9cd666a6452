//! Boxed tables of a registry that was loaded at run time.

mod hidden;

use alloc::boxed::Box;
use alloc::vec::Vec;

pub(crate) use hidden::HiddenSets;

use super::held::Place;
use super::{Hidden, Tables, each_tier};
use crate::values::source::Source;

/// Declares the boxed tables of a tier: slices, because a `const fn` cannot
/// reach the bytes of a `Vec`.
macro_rules! owned {
    (
        $(#[$doc:meta])* $view:ident, $buf:ident, $tier:literal,
        $($(#[$table_doc:meta])* $table:ident: $type:ident,)*
    ) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(crate) struct $view {
            text: Box<str>,
            $($table: Box<[u8]>,)*
        }

        impl From<super::$buf> for $view {
            fn from(tables: super::$buf) -> Self {
                Self { text: tables.text.into(), $($table: boxed(tables.$table),)* }
            }
        }

        impl $view {
            #[inline(always)]
            pub(crate) const fn view(&self) -> super::$view<'_> {
                super::$view { text: &self.text, bytes: self.text.as_bytes(), $($table: super::$type::new(&self.$table),)* }
            }
        }
    };
}

/// The bytes of a table, without spare room. One function, as there are many
/// tables.
#[inline(never)]
fn boxed(table: Vec<u8>) -> Box<[u8]> {
    table.into()
}

each_tier!(owned);

/// The tables of a registry that was loaded at run time, in the tiers of the
/// build, and what else it has.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) names: NameTables,
    #[cfg(feature = "details")]
    pub(crate) details: DetailTables,
    #[cfg(feature = "contacts")]
    pub(crate) contacts: ContactTables,
    /// `None` of the services file of the machine.
    pub(crate) name: Option<Box<str>>,
    /// The ports and names to hide from lower layers.
    pub(crate) hidden: Option<HiddenSets>,
}

pub(super) type BoxedTables = Box<Loaded>;

impl Loaded {
    pub(super) fn source(&self) -> Source<'_> {
        self.name.as_deref().map_or(Source::System, Source::Named)
    }

    #[inline]
    pub(super) const fn hides(&self) -> Option<Hidden<'_>> {
        match &self.hidden {
            Some(hidden) => Some(hidden.view()),
            None => None,
        }
    }
}

impl Tables {
    pub(crate) fn loaded(tables: Loaded) -> Self {
        Self(Place::Loaded(Box::new(tables)))
    }

    /// What was loaded at run time, to change.
    pub(crate) fn as_loaded_mut(&mut self) -> Option<&mut Loaded> {
        match &mut self.0 {
            Place::Loaded(loaded) => Some(loaded),
            _ => None,
        }
    }
}
