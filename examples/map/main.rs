//! Draws the 65,536 ports of a transport as a picture: an SVG with a cell for each
//! port along a Hilbert curve, coloured by status or by category of service.
//!
//! ```text
//! cargo run --example map -- tcp > tcp.svg
//! cargo run --features categories --example map -- tcp category > tcp.svg
//! ```
//!
//! The exit code is 0, or 2 if an argument is unknown or the picture cannot be
//! written.

#[cfg(feature = "categories")]
mod category;
mod curve;
mod kind;
mod labels;
mod picture;
mod style;

use core::error::Error;
use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

use kind::colouring;
use picture::Picture;

fn main() -> ExitCode {
    match draw(&env::args().skip(1).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("map: {error}");
            ExitCode::from(2)
        }
    }
}

fn draw(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let (transport, by) = match arguments {
        [transport] => (transport, "status"),
        [transport, by] => (transport, by.as_str()),
        _ => return Err("expected tcp, udp, sctp or dccp, and then status or category".into()),
    };
    let picture = Picture::of(transport.parse()?, colouring(by)?);
    io::stdout().lock().write_all(picture.to_string().as_bytes())?;
    Ok(())
}
