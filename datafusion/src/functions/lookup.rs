//! Functions from columns of ports and protocols to texts: codes of the answers
//! first, for a whole batch, then Arrow's `take`.

use core::hash::{Hash, Hasher};

use datafusion::arrow::array::{Array, UInt16Array};
use datafusion::arrow::buffer::{BooleanBuffer, NullBuffer};
use datafusion::arrow::compute::take;
use datafusion::arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::{
    ColumnarValue, Documentation, ScalarFunctionArgs, ScalarUDFImpl, Signature, Volatility,
};
use iana_ports::flow::{self, Side};
use iana_ports::{PortRange, Registry, Transport};

use super::{documentation, evaluated};
use crate::answers::{Form, NO_ANSWER, RANGES, STATUSES, Texts};
use crate::arguments::{self, Argument};
use crate::ports::IanaPorts;

/// What a function answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Question {
    Name,
    Description,
    Status,
    Range,
    Side,
    FlowName,
}

impl Question {
    pub(super) const ALL: [Self; 6] =
        [Self::Name, Self::Description, Self::Status, Self::Range, Self::Side, Self::FlowName];

    const fn name(self) -> &'static str {
        match self {
            Self::Name => "service_name",
            Self::Description => "service_description",
            Self::Status => "port_status",
            Self::Range => "port_range",
            Self::Side => "service_side",
            Self::FlowName => "flow_service_name",
        }
    }

    const fn description(self) -> &'static str {
        match self {
            Self::Name => "The name of the primary service that IANA registers on a port.",
            Self::Description => {
                "The description of the primary service that IANA registers on a port."
            }
            Self::Status => "Whether a port is Assigned, Reserved, Unassigned or Dynamic.",
            Self::Range => "The range of a port: System Ports, User Ports or Dynamic Ports.",
            Self::Side => "The end of a flow that is the service: source or destination.",
            Self::FlowName => "The name of the service of a flow, at whichever end it is.",
        }
    }

    const fn arguments(self) -> &'static [Argument] {
        const PORT: Argument = Argument::Port("port");
        match self {
            Self::Name | Self::Description | Self::Status => &[PORT, Argument::Protocol],
            Self::Range => &[PORT],
            Self::Side | Self::FlowName => {
                &[Argument::Port("src_port"), Argument::Port("dst_port"), Argument::Protocol]
            }
        }
    }

    const fn texts(self) -> Texts {
        match self {
            Self::Name | Self::FlowName => Texts::Names,
            Self::Description => Texts::Descriptions,
            Self::Status => Texts::Statuses,
            Self::Range => Texts::Ranges,
            Self::Side => Texts::Sides,
        }
    }
}

/// A function in a form.
#[derive(Debug)]
pub(super) struct Lookup {
    ports: IanaPorts,
    question: Question,
    form: Form,
    name: String,
    signature: Signature,
    documentation: Documentation,
}

impl Lookup {
    pub(super) fn new(ports: &IanaPorts, question: Question, form: Form) -> Self {
        let name = format!("{}{}", question.name(), form.suffix());
        let documentation = documentation(&name, question.arguments(), question.description());
        Self {
            ports: ports.clone(),
            question,
            form,
            name,
            signature: Signature::user_defined(Volatility::Immutable),
            documentation,
        }
    }

    fn identity(&self) -> (&IanaPorts, Question, Form) {
        (&self.ports, self.question, self.form)
    }
}

impl PartialEq for Lookup {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl Eq for Lookup {}

impl Hash for Lookup {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.identity().hash(state);
    }
}

impl ScalarUDFImpl for Lookup {
    fn name(&self) -> &str {
        &self.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        Ok(arguments::check(&self.name, self.question.arguments(), types)?)
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(self.form.data_type())
    }

    fn is_strict(&self) -> bool {
        true
    }

    fn documentation(&self) -> Option<&Documentation> {
        Some(&self.documentation)
    }

    fn invoke_with_args(&self, call: ScalarFunctionArgs) -> Result<ColumnarValue> {
        evaluated(&call, |rows| {
            let codes = codes(self.question, self.ports.registry(), &call.args, rows)?;
            let answers = self.ports.answers(self.question.texts(), self.form)?;
            Ok(take(answers, &codes.into_indices(answers.len()), None)?)
        })
    }
}

/// The codes of a batch of answers.
struct Codes {
    codes: Vec<u16>,
    /// The rows without an answer, besides those whose code says so: their codes
    /// mean nothing.
    nulls: Option<NullBuffer>,
}

impl Codes {
    /// Indices into an array of so many answers: NULL without an answer, and
    /// within the array even then, as `take` branches on those outside.
    fn into_indices(self, answers: usize) -> UInt16Array {
        let Self { mut codes, nulls } = self;
        let known = BooleanBuffer::collect_bool(codes.len(), |at| codes[at] != NO_ANSWER);
        let nulls = NullBuffer::union(Some(&NullBuffer::new(known)), nulls.as_ref());
        let last = u16::try_from(answers.saturating_sub(1)).unwrap_or(NO_ANSWER);
        codes.iter_mut().for_each(|code| *code = (*code).min(last));
        UInt16Array::new(codes.into(), nulls)
    }
}

fn codes(
    question: Question,
    registry: &Registry,
    call: &[ColumnarValue],
    rows: usize,
) -> Result<Codes> {
    // `coerce_types` has seen that there are as many as the question takes.
    let port = |at: usize| arguments::port(&call[at], rows).map(|column| column.numbers);
    let protocol = |at: usize| arguments::protocol(&call[at], rows).map(|column| column.numbers);
    let mut codes = vec![NO_ANSWER; rows];
    let nulls = match question {
        Question::Name | Question::Description => {
            let (ports, protocols) = (port(0)?, protocol(1)?);
            registry.lookup_ids(ports.values(), protocols.values(), &mut codes);
            NullBuffer::union(ports.nulls(), protocols.nulls())
        }
        Question::Status => {
            let (ports, protocols) = (port(0)?, protocol(1)?);
            let keys = ports.values().iter().zip(protocols.values());
            for (code, (port, protocol)) in codes.iter_mut().zip(keys) {
                if let Some(transport) = Transport::from_protocol_number(*protocol) {
                    let status = registry.status(*port, transport);
                    *code = place(STATUSES.iter().position(|other| *other == status));
                }
            }
            NullBuffer::union(ports.nulls(), protocols.nulls())
        }
        Question::Range => {
            let ports = port(0)?;
            for (code, port) in codes.iter_mut().zip(ports.values()) {
                let range = PortRange::of(*port);
                *code = place(RANGES.iter().position(|other| *other == range));
            }
            ports.nulls().cloned()
        }
        Question::Side | Question::FlowName => {
            let (sources, destinations, protocols) = (port(0)?, port(1)?, protocol(2)?);
            let mut sides = vec![None; rows];
            flow::service_ids_in(
                registry,
                sources.values(),
                destinations.values(),
                protocols.values(),
                &mut codes,
                &mut sides,
            );
            if question == Question::Side {
                for (code, side) in codes.iter_mut().zip(sides) {
                    *code = place(
                        side.and_then(|side| Side::ALL.iter().position(|other| *other == side)),
                    );
                }
            }
            NullBuffer::union_many([sources.nulls(), destinations.nulls(), protocols.nulls()])
        }
    };
    Ok(Codes { codes, nulls })
}

/// A place in a list as a code.
fn place(place: Option<usize>) -> u16 {
    place.and_then(|place| u16::try_from(place).ok()).unwrap_or(NO_ANSWER)
}
