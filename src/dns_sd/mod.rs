//! DNS-based service discovery: service names as DNS writes them (RFC 6763).

mod service_label;

pub use service_label::{ParseServiceLabelError, ServiceLabel, Unescaped};

pub use crate::registry::label::Label;
#[cfg(feature = "details")]
pub use crate::values::details::txt_keys::{TxtKey, TxtKeyIter, TxtKeys};
