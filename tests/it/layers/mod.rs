//! Registries on top of each other.

#[cfg(feature = "runtime")]
mod loaded;
#[cfg(feature = "runtime")]
mod random;
mod statics;
