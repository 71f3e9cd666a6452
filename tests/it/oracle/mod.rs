//! Independent readers of `registry/`: they share no code with the crate.

pub(crate) mod csv;
pub(crate) mod model;

#[cfg(feature = "runtime")]
pub(crate) mod columns;
#[cfg(feature = "runtime")]
pub(crate) mod random;
