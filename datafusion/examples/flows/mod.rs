//! Synthetic flows: of a hundred, 60 to one of thirty usual services, 20 to
//! another registered port, 20 to a port that systems give to clients.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, Int64Array, RecordBatch, UInt8Array, UInt16Array};
use datafusion::arrow::error::ArrowError;
use iana_ports::Transport::{self, Tcp, Udp};

/// The usual services, by their keys.
const USUAL: [(u16, Transport); 30] = [
    (443, Tcp),
    (443, Udp),
    (80, Tcp),
    (53, Udp),
    (53, Tcp),
    (123, Udp),
    (22, Tcp),
    (25, Tcp),
    (587, Tcp),
    (993, Tcp),
    (995, Tcp),
    (143, Tcp),
    (110, Tcp),
    (445, Tcp),
    (139, Tcp),
    (137, Udp),
    (389, Tcp),
    (636, Tcp),
    (88, Tcp),
    (161, Udp),
    (514, Udp),
    (3306, Tcp),
    (5432, Tcp),
    (3389, Tcp),
    (5060, Udp),
    (1900, Udp),
    (5353, Udp),
    (8080, Tcp),
    (500, Udp),
    (1194, Udp),
];

/// Flows without end, the same at each run.
pub(crate) struct Flows {
    random: u64,
    others: Vec<(u16, Transport)>,
}

impl Flows {
    pub(crate) fn new() -> Self {
        let keys = (0..=u16::MAX).flat_map(|port| [(port, Tcp), (port, Udp)]);
        let is_other = |(port, transport): &(u16, Transport)| {
            iana_ports::lookup_port(*port, *transport).is_some()
                && !USUAL.contains(&(*port, *transport))
        };
        Self { random: 0x9e37_79b9_7f4a_7c15, others: keys.filter(is_other).collect() }
    }

    /// A random number below another: xorshift64*.
    fn below(&mut self, end: usize) -> usize {
        self.random ^= self.random >> 12;
        self.random ^= self.random << 25;
        self.random ^= self.random >> 27;
        let number = self.random.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 32;
        usize::try_from(number).unwrap_or(0) % end
    }

    fn key(&mut self) -> (u16, Transport) {
        match self.below(10) {
            0..6 => USUAL[self.below(USUAL.len())],
            6..8 => {
                let other = self.below(self.others.len());
                self.others[other]
            }
            _ => (self.ephemeral(), [Tcp, Udp][self.below(2)]),
        }
    }

    fn ephemeral(&mut self) -> u16 {
        u16::try_from(32_768 + self.below(32_768)).unwrap_or(u16::MAX)
    }

    /// The next flows: `src_port`, `dst_port`, `protocol` and `bytes`.
    pub(crate) fn batch(&mut self, rows: usize) -> Result<RecordBatch, ArrowError> {
        let keys: Vec<_> = (0..rows).map(|_| self.key()).collect();
        let sources = UInt16Array::from_iter_values((0..rows).map(|_| self.ephemeral()));
        let ports = UInt16Array::from_iter_values(keys.iter().map(|key| key.0));
        let protocols = keys.iter().map(|key| key.1.protocol_number());
        let bytes = (0..rows).map(|_| i64::try_from(40 + self.below(100_000)).unwrap_or(0));
        let bytes = Int64Array::from_iter_values(bytes);
        RecordBatch::try_from_iter([
            ("src_port", Arc::new(sources) as ArrayRef),
            ("dst_port", Arc::new(ports)),
            ("protocol", Arc::new(UInt8Array::from_iter_values(protocols))),
            ("bytes", Arc::new(bytes)),
        ])
    }
}
