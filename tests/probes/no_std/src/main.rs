//! A program without `std` and without an allocator. That it builds says that
//! the library needs neither: `std` has a panic handler of its own, and two
//! do not build; `alloc` does not link without an allocator. That it exits
//! with 0 says that the look-ups answer.

#![no_std]
#![no_main]

use core::ffi::{c_char, c_int};
use core::panic::PanicInfo;

use iana_ports::{Transport, lookup_contact, lookup_name, lookup_port};

// What the C runtime's start code needs.
#[link(name = "c")]
unsafe extern "C" {}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}

/// `arguments` is 1: no constant that the compiler knows.
#[unsafe(no_mangle)]
extern "C" fn main(arguments: c_int, _: *const *const c_char) -> c_int {
    c_int::from(answers(arguments) != Some(true))
}

fn answers(one: c_int) -> Option<bool> {
    let port = u16::try_from(one).ok()? + 442;
    let service = lookup_port(port, Transport::Tcp)?;
    let contact = lookup_contact("[Jon_Postel]")?;
    Some(
        service.name() == "https"
            && lookup_name(service.name(), Transport::Tcp) == Some(service)
            && service.description() == "http protocol over TLS/SSL"
            && contact.name() == Some("Jon Postel"),
    )
}
