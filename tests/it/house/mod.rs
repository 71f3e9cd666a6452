//! The source tree itself: what the compiler does not check of it.

mod front_page;
mod layering;
