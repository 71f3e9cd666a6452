//! Trait implementations for other crates, each behind the feature of its name.
//! `serde` has a folder of its own.

#[cfg(feature = "clap")]
mod clap;
#[cfg(feature = "phf")]
mod phf;
