//! Text helpers: folding of ASCII case, padding, quoting, and the escapes of
//! CSV, JSON and terminals. All write through `core::fmt`, without a heap.

pub(crate) mod csv;
pub(crate) mod escape;
pub(crate) mod joined;
pub(crate) mod json;
pub(crate) mod one_line;
pub(crate) mod pad;
pub(crate) mod phrase;
pub(crate) mod quoted;
pub(crate) mod steps;
pub(crate) mod text_traits;
