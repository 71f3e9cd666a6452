//! DNS-based service discovery: service names as DNS writes them (RFC 6763).

pub(crate) mod service_label;
