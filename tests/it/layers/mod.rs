//! Registries on top of each other.

#[cfg(all(feature = "runtime", feature = "details"))]
mod crowds;
#[cfg(feature = "runtime")]
mod loaded;
mod statics;
