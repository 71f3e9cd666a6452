//! `getservbyport_r` and `getservbyname_r` of the C library, which open the
//! system's services file on every call.

#![expect(unsafe_code, reason = "functions of the C library")]

use std::ffi::{CStr, CString, c_char, c_int};
use std::mem::MaybeUninit;
use std::ptr;

use iana_ports::Transport;
use libc::servent;

unsafe extern "C" {
    fn getservbyport_r(
        port: c_int,
        protocol: *const c_char,
        answer: *mut servent,
        buffer: *mut c_char,
        length: usize,
        result: *mut *mut servent,
    ) -> c_int;

    fn getservbyname_r(
        name: *const c_char,
        protocol: *const c_char,
        answer: *mut servent,
        buffer: *mut c_char,
        length: usize,
        result: *mut *mut servent,
    ) -> c_int;
}

fn protocol(transport: Transport) -> &'static CStr {
    match transport {
        Transport::Tcp => c"tcp",
        Transport::Udp => c"udp",
        Transport::Sctp => c"sctp",
        _ => c"dccp",
    }
}

/// The name of the service on a port.
#[must_use]
pub fn name_of(port: u16, transport: Transport) -> Option<String> {
    let (mut buffer, mut answer) = ([0; 4096], MaybeUninit::uninit());
    let mut result = ptr::null_mut();
    // SAFETY: the pointers are to values that outlive the call, and the length
    // is the buffer's. A result that is not null points to `answer`, whose
    // strings are in `buffer`.
    unsafe {
        getservbyport_r(
            c_int::from(port.to_be()),
            protocol(transport).as_ptr(),
            answer.as_mut_ptr(),
            buffer.as_mut_ptr(),
            buffer.len(),
            &raw mut result,
        );
        let found: &servent = result.as_ref()?;
        Some(CStr::from_ptr(found.s_name).to_string_lossy().into_owned())
    }
}

/// The port of a service.
#[must_use]
pub fn port_of(name: &str, transport: Transport) -> Option<u16> {
    let name = CString::new(name).ok()?;
    let (mut buffer, mut answer) = ([0; 4096], MaybeUninit::uninit());
    let mut result = ptr::null_mut();
    // SAFETY: as above.
    unsafe {
        getservbyname_r(
            name.as_ptr(),
            protocol(transport).as_ptr(),
            answer.as_mut_ptr(),
            buffer.as_mut_ptr(),
            buffer.len(),
            &raw mut result,
        );
        let found: &servent = result.as_ref()?;
        Some(u16::from_be(found.s_port as u16))
    }
}
