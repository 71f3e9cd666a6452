//! Value types: what the text of one cell means, without a registry.

pub(crate) mod date;
#[cfg(feature = "contacts")]
pub(crate) mod email;
pub(crate) mod iterator_traits;
#[cfg(feature = "details")]
pub(crate) mod note;
pub(crate) mod port_key;
pub(crate) mod port_range;
#[cfg(feature = "details")]
pub(crate) mod reference;
#[cfg(feature = "details")]
pub(crate) mod references;
#[cfg(any(feature = "runtime", all(feature = "details", feature = "contacts")))]
pub(crate) mod replacement;
#[cfg(feature = "details")]
pub mod service_code;
pub mod service_name;
pub(crate) mod status;
pub(crate) mod transport;
#[cfg(feature = "details")]
pub(crate) mod txt_keys;
#[cfg(feature = "details")]
pub(crate) mod unauthorized_ports;
#[cfg(feature = "contacts")]
pub(crate) mod uri;
#[cfg(feature = "contacts")]
pub(crate) mod uri_cell;
#[cfg(feature = "contacts")]
pub(crate) mod uris;
pub(crate) mod word;
