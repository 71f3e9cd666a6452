//! Text helpers: folding of ASCII case, padding, quoting, and the escapes of
//! CSV, JSON and terminals. All write through `core::fmt`, without a heap.

pub(crate) mod ascii_case;
#[cfg(any(feature = "details", feature = "contacts"))]
pub(crate) mod csv;
pub(crate) mod json;
#[cfg(feature = "details")]
pub(crate) mod one_line;
pub(crate) mod pad;
#[cfg(any(feature = "details", feature = "runtime"))]
pub(crate) mod phrase;
pub(crate) mod printable;
pub(crate) mod quoted;
pub(crate) mod text_traits;
