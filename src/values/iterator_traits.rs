//! The traits that the iterators have in common.

/// `FusedIterator`, and `Debug` as the list of the items that are left.
macro_rules! iterator_traits {
    ($($iterator:ty),+) => {$(
        impl core::iter::FusedIterator for $iterator {}

        impl core::fmt::Debug for $iterator {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_list().entries(<Self as Clone>::clone(self)).finish()
            }
        }
    )+};
}
pub(crate) use iterator_traits;
