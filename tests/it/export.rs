//! The files of `export`, read again by readers that share no code with it.

#[cfg(feature = "contacts")]
mod csv;
