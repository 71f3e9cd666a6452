//! Keys of the `phf` crates: perfect hash maps that a program generates in its
//! build script and keys as the registry is keyed.
//!
//! A hash is fed the port and the protocol number in 8 bits, so that a table
//! generated on one machine, or by another version of this crate, is read on
//! every other. A [`PortKey`] hashes as the tuple of its parts.

use core::fmt::{Formatter, Result};
use core::hash::Hasher;

use phf_shared::{FmtConst, PhfBorrow, PhfHash};

use crate::values::port_key::PortKey;
use crate::values::transport::Transport;

impl PhfHash for Transport {
    fn phf_hash<H: Hasher>(&self, state: &mut H) {
        self.protocol_number().phf_hash(state);
    }
}

impl PhfBorrow<Self> for Transport {
    fn borrow(&self) -> &Self {
        self
    }
}

/// Writes `::iana_ports::Transport::Tcp`.
impl FmtConst for Transport {
    fn fmt_const(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "::iana_ports::Transport::{self:?}")
    }
}

impl PhfHash for PortKey {
    fn phf_hash<H: Hasher>(&self, state: &mut H) {
        self.port().phf_hash(state);
        self.transport().phf_hash(state);
    }
}

impl PhfBorrow<Self> for PortKey {
    fn borrow(&self) -> &Self {
        self
    }
}

/// Writes `::iana_ports::PortKey::new(443, ::iana_ports::Transport::Tcp)`.
impl FmtConst for PortKey {
    fn fmt_const(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "::iana_ports::PortKey::new({}, ", self.port())?;
        self.transport().fmt_const(f)?;
        f.write_str(")")
    }
}

#[cfg(test)]
mod tests {
    use core::fmt;
    use std::collections::HashSet;

    use phf_shared::{FmtConst, PhfEq, PhfHash, hash};

    use super::{PortKey, Transport};

    struct Constant<T>(T);

    impl<T: FmtConst> fmt::Display for Constant<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.fmt_const(f)
        }
    }

    #[test]
    fn a_key_hashes_as_the_tuple_of_its_parts_and_as_no_other() {
        let mut all = HashSet::new();
        for port in (0..=u16::MAX).step_by(13) {
            for &transport in Transport::ALL {
                let key = PortKey::new(port, transport);
                let [of_key, of_tuple] =
                    [hash(&key, &1), hash(&(port, transport), &1)].map(|h| (h.g, h.f1, h.f2));
                assert_eq!(of_key, of_tuple, "{key}");
                assert!(all.insert(of_key), "{key}");
                assert!(key.phf_eq(&key) && !key.phf_eq(&PortKey::new(!port, transport)));
            }
        }
    }

    #[test]
    fn a_hash_is_fed_bytes_that_never_change() {
        #[derive(Default)]
        struct Fed(Vec<u8>);

        impl core::hash::Hasher for Fed {
            fn write(&mut self, bytes: &[u8]) {
                self.0.extend(bytes);
            }

            fn write_u16(&mut self, number: u16) {
                self.write(&number.to_le_bytes());
            }

            fn finish(&self) -> u64 {
                0
            }
        }

        for (transport, number) in Transport::ALL.iter().copied().zip([6, 17, 132, 33]) {
            let mut fed = Fed::default();
            PortKey::new(443, transport).phf_hash(&mut fed);
            assert_eq!(fed.0, [187, 1, number]);
        }
    }

    #[test]
    fn a_constant_is_a_path_from_anywhere() {
        let key = PortKey::new(443, Transport::Tcp);
        assert_eq!(
            Constant(key).to_string(),
            "::iana_ports::PortKey::new(443, ::iana_ports::Transport::Tcp)"
        );
        let transports = Transport::ALL
            .iter()
            .map(|transport| Constant(*transport).to_string())
            .collect::<Vec<_>>();
        let expected = ["Tcp", "Udp", "Sctp", "Dccp"];
        assert_eq!(transports, expected.map(|name| format!("::iana_ports::Transport::{name}")));
    }
}
