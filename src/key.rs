//! The ports and the transport of a row.

use core::fmt;
use core::ops::RangeInclusive;

use crate::transport::Transport;

/// What the columns "Port Number" and "Transport Protocol" hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) ports: Option<RangeInclusive<u16>>,
    pub(crate) transport: Option<Transport>,
}

/// `443/tcp`, `6000-6063/tcp`, `7300-7359`, `tcp`, or nothing.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(ports) = &self.ports {
            write!(f, "{}", ports.start())?;
            if ports.start() < ports.end() {
                write!(f, "-{}", ports.end())?;
            }
        }
        match self.transport {
            Some(transport) if self.ports.is_some() => write!(f, "/{transport}"),
            Some(transport) => write!(f, "{transport}"),
            None => Ok(()),
        }
    }
}
