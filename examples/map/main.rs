//! Draws the 65,536 ports of a transport as a picture: an SVG with a cell for each
//! port along a Hilbert curve, coloured by status.
//!
//! ```text
//! cargo run --example map -- tcp > tcp.svg
//! ```
//!
//! The exit code is 0, or 2 if the transport is unknown or the picture cannot be
//! written.

mod curve;
mod kind;
mod labels;
mod picture;
mod style;

use core::error::Error;
use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

use iana_ports::Transport;
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
    let [transport] = arguments else {
        return Err("expected one transport: tcp, udp, sctp or dccp".into());
    };
    let transport: Transport = transport.parse()?;
    io::stdout().lock().write_all(Picture::of(transport).to_string().as_bytes())?;
    Ok(())
}
