//! The macros of the crate: what is resolved or read while compiling.

#[cfg(feature = "include")]
mod include_registry;
mod port;
