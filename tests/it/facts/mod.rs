//! Our own facts, held against another reader of their files.

#[cfg(feature = "categories")]
mod categories;
#[cfg(feature = "customary")]
mod customary;
