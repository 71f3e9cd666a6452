//! Value types: what the text of one cell means, without a registry. The values
//! of a tier are a folder, which its feature gates as a whole.

#[cfg(feature = "contacts")]
pub mod contact;
pub(crate) mod date;
#[cfg(feature = "details")]
pub(crate) mod details;
pub(crate) mod iterator_traits;
pub(crate) mod port_key;
pub(crate) mod port_range;
pub mod service_name;
pub(crate) mod source;
pub(crate) mod status;
pub(crate) mod transport;
pub(crate) mod transports;
#[allow(dead_code, reason = "the compiler writes it, and the tier contacts reads it")]
pub(crate) mod uri_cell;
pub(crate) mod word;
