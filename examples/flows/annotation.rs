//! The three columns that a record gets.

use iana_ports::flow::{Hints, Side, service};
use iana_ports::{Service, status};

use crate::ends::Ends;

/// What is said of a flow.
#[derive(Clone, Copy, Default)]
pub(crate) struct Annotation {
    pub(crate) has_ports: bool,
    pub(crate) service: Option<Service<'static>>,
    side: Option<Side>,
    status: Option<&'static str>,
}

impl Annotation {
    /// What is said of ends, if there are any.
    #[inline]
    pub(crate) fn of(ends: Option<Ends>, hints: Hints) -> Self {
        let Some(ends) = ends else { return Self::default() };
        let Ends { source, destination, transport } = ends;
        let answer = service(source, destination, transport, hints);
        // Without a side, a service is that of both ports.
        let side = answer.side();
        let port = side.or(answer.service().map(|_| Side::Source));
        let port = port.map(|side| side.of(source, destination));
        let status = port.map(|port| status(port, transport).as_str());
        Self { has_ports: true, service: answer.service(), side, status }
    }

    /// The columns in their order.
    #[inline]
    pub(crate) fn cells(self) -> [Option<&'static str>; 3] {
        [self.service.map(Service::name), self.side.map(Side::as_str), self.status]
    }
}
