//! Uses of `port!` that do not compile: each feature adds one.

use iana_ports::{Service, port};

pub const HTTPS: Service<'static> = port!("https", Tcp);

#[cfg(feature = "unknown_name")]
pub const HTPS: Service<'static> = port!("htps", Tcp);

/// The message comes from `cargo check`, and for code that never runs.
#[cfg(feature = "wrong_transport")]
pub fn imap() -> Option<u16> {
    if false { port!("imap", Udp).port() } else { None }
}

#[cfg(feature = "no_transport")]
pub const NO_TRANSPORT: Service<'static> = port!("https");

#[cfg(feature = "braces")]
pub static BRACES: Service<'static> = port!("{}", Sctp);
