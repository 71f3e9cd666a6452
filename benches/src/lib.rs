//! What the benches of `iana-ports` share: queries, and the rivals that
//! answer them.

pub mod heap;
pub mod libc_services;
pub mod queries;
pub mod random;
pub mod rivals;
pub mod services_file;

/// The tables of the rivals that are static, written by `build.rs`.
#[allow(clippy::unreadable_literal, reason = "generated")]
pub mod tables {
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));

    /// The ports as an `fst::Map`.
    pub static FST_PORTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/ports.fst"));
    /// The names as an `fst::Map`.
    pub static FST_NAMES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/names.fst"));
    /// The handles as an `fst::Map`.
    pub static FST_HANDLES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/handles.fst"));

    /// The answer on every port and transport: the fastest table there is,
    /// as far as it stays in the cache.
    pub static FLAT: [u16; 65536 * 4] = flat();

    #[allow(long_running_const_eval, reason = "262,144 entries")]
    const fn flat() -> [u16; 65536 * 4] {
        let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/flat"));
        let (mut flat, mut index) = ([0; 65536 * 4], 0);
        while index < flat.len() {
            flat[index] = u16::from_le_bytes([bytes[2 * index], bytes[2 * index + 1]]);
            index += 1;
        }
        flat
    }
}
