//! Independent readers of `registry/`, which share no code with the crate, and
//! the generator of random numbers, which the tests in `src/` use as well.

pub(crate) mod csv;
pub(crate) mod model;

#[cfg(all(feature = "runtime", feature = "details", feature = "contacts"))]
pub(crate) mod choices;
#[cfg(feature = "runtime")]
pub(crate) mod columns;
#[allow(dead_code, reason = "the tests in `src/` use the rest of it")]
pub(crate) mod random;
