//! The values of the tier `details`.

pub(crate) mod note;
pub mod reference;
pub mod service_code;
pub(crate) mod txt_keys;
pub(crate) mod unauthorized_ports;
