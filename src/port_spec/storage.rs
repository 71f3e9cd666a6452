//! Where the items of a port spec are: in an array, or on the heap.

use super::{Item, Span};

/// The storage of a [`Spec`](super::Spec): an [`Array`], or a `List`. No other
/// type has it.
pub trait Storage: sealed::Sealed {}

/// The seal.
pub(super) mod sealed {
    use super::{Item, Span};

    /// What only this crate can implement.
    #[allow(unnameable_types, reason = "nobody else is to implement it")]
    pub trait Sealed: Sized {
        /// The most items, if there is a limit.
        const LIMIT: Option<usize>;

        fn empty() -> Self;

        /// Whether the item has found a place.
        #[must_use]
        fn push(&mut self, item: Item) -> bool;

        fn items(&self) -> &[Item];

        fn items_mut(&mut self) -> &mut [Item];

        /// The items as segments, unless they are few.
        fn table(&self) -> &[Span] {
            &[]
        }

        /// What is to be done after the last change.
        fn finish(&mut self) {}
    }
}

/// Up to `N` items, without a heap.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Array<const N: usize> {
    /// From the front, and [`Item::UNUSED`] behind them.
    items: [Item; N],
    len: usize,
}

impl<const N: usize> Storage for Array<N> {}

impl<const N: usize> sealed::Sealed for Array<N> {
    const LIMIT: Option<usize> = Some(N);

    fn empty() -> Self {
        const { assert!(N > 0, "a spec of one port has one item") };
        Self { items: [Item::UNUSED; N], len: 0 }
    }

    #[inline]
    fn push(&mut self, item: Item) -> bool {
        let place = self.items.get_mut(self.len);
        let is_free = place.is_some();
        if let Some(place) = place {
            *place = item;
            self.len += 1;
        }
        is_free
    }

    fn items(&self) -> &[Item] {
        &self.items[..self.len]
    }

    fn items_mut(&mut self) -> &mut [Item] {
        &mut self.items[..self.len]
    }
}
