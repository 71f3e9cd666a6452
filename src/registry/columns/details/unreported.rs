//! Free ports without those that the registry reports as used.

use crate::registry::free_ports::FreePorts;
use crate::registry::lookup::Lookup;
use crate::values::transports::Transports;

impl<R: Lookup> FreePorts<'_, R> {
    /// Without the ports that the registry reports as used without
    /// authorization, on any transport: what is left is free in practice, as
    /// far as IANA knows.
    ///
    /// A report is that of a row on the port, and names the port or no port at
    /// all. Ports that a program has taken for
    /// itself are left out where they are services of a layer of its own, for
    /// then they are not free.
    ///
    /// ```
    /// use iana_ports::{Transport::{Tcp, Udp}, free_ports};
    ///
    /// let free = free_ports([Tcp, Udp], 27015..=27021);
    /// assert!(free.clone().eq([27015, 27018, 27019, 27020, 27021]));
    /// // "Unauthorized Use Known on ports 27018 and 27019"
    /// assert!(free.unreported().eq([27015, 27020, 27021]));
    /// ```
    ///
    /// With a layer of one's own, "free for me":
    ///
    /// ```
    /// # #[cfg(feature = "runtime")]
    /// # {
    /// use iana_ports::{Registry, Transport::{Tcp, Udp}, layers::Layers, registry};
    ///
    /// let own = Registry::from_services_file("billing 27020/tcp\n".as_bytes()).unwrap();
    /// let layers = Layers::new([&own, registry()]);
    /// assert_eq!(layers.free_ports([Tcp, Udp], 27018..).unreported().next(), Some(27021));
    /// # }
    /// ```
    #[must_use]
    pub fn unreported(mut self) -> Self {
        let is_left_out: fn(&R, u16) -> bool = |registry, port| {
            let mut rows = Transports::ALL.iter().flat_map(|on| registry.records_on(port, on));
            rows.any(|row| {
                let mut ports = row.unauthorized_ports().peekable();
                row.unauthorized_use().is_some()
                    && (ports.peek().is_none() || ports.any(|ports| ports.contains(&port)))
            })
        };
        self.is_left_out = Some(is_left_out);
        self
    }
}
