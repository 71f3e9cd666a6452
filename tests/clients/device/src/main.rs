//! The device on a desk: its own services, then a line for each packet.

use std::env;
use std::error::Error;

use device::{Allowed, SERVICES};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let allowed = Allowed::new(&arguments.next().ok_or("expected a list of ports")?)?;
    for service in SERVICES {
        println!("{service}");
    }
    for packet in arguments {
        println!("|{:<16}|", allowed.line(packet.parse()?).as_str());
    }
    Ok(())
}
