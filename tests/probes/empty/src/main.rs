//! What every program of this kind does: reads its arguments as text and as
//! numbers, and writes them.

use std::env;
use std::fmt::{self, Write};
use std::hint::black_box;

/// Where all text goes: nothing that the compiler may leave out.
struct Sink;

impl Write for Sink {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        black_box(text);
        Ok(())
    }
}

fn main() {
    for argument in env::args().skip(1) {
        let _ = black_box(write!(
            Sink,
            "{argument} {:?} {:?}",
            argument.parse::<u16>(),
            argument.parse::<u32>()
        ));
    }
}
