//! The function `is_service`, where it is not planned away.

use core::hash::{Hash, Hasher};
use std::sync::Arc;

use datafusion::arrow::array::{Array, AsArray, BooleanArray, StringViewArray};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::ScalarValue;
use datafusion::error::Result;
use datafusion::logical_expr::simplify::{ExprSimplifyResult, SimplifyContext};
use datafusion::logical_expr::{
    ColumnarValue, Documentation, Expr, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature,
    Volatility, lit,
};
use iana_ports::Registry;

use super::plan::{Call, plan};
use super::{documentation, evaluated};
use crate::arguments::{self, Argument, Number};
use crate::ports::IanaPorts;

const NAME: &str = "is_service";
const ARGUMENTS: [Argument; 3] = [Argument::Port("port"), Argument::Protocol, Argument::Name];

/// The function of a registry.
#[derive(Clone, Debug)]
pub(super) struct IsService {
    ports: IanaPorts,
    signature: Signature,
    documentation: Documentation,
}

impl IsService {
    pub(super) fn new(ports: &IanaPorts) -> Self {
        let description =
            "Whether the primary service that IANA registers on a port has a name, in any case.";
        Self {
            ports: ports.clone(),
            signature: Signature::user_defined(Volatility::Immutable),
            documentation: documentation(NAME, &ARGUMENTS, description),
        }
    }
}

impl PartialEq for IsService {
    fn eq(&self, other: &Self) -> bool {
        self.ports == other.ports
    }
}

impl Eq for IsService {}

impl Hash for IsService {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.ports.hash(state);
    }
}

impl ScalarUDFImpl for IsService {
    fn name(&self) -> &str {
        NAME
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, types: &[DataType]) -> Result<Vec<DataType>> {
        Ok(arguments::check(NAME, &ARGUMENTS, types)?)
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(DataType::Boolean)
    }

    fn documentation(&self) -> Option<&Documentation> {
        Some(&self.documentation)
    }

    fn simplify(&self, call: Vec<Expr>, info: &SimplifyContext) -> Result<ExprSimplifyResult> {
        let [port, protocol, name] = &call[..] else {
            return Ok(ExprSimplifyResult::Original(call));
        };
        let Expr::Literal(literal, _) = name else {
            return Ok(ExprSimplifyResult::Original(call));
        };
        let planned = match literal.try_as_str() {
            _ if literal.is_null() => Some(lit(ScalarValue::Boolean(None))),
            Some(Some(text)) => {
                let call = Call {
                    function: &ScalarUDF::new_from_impl(self.clone()),
                    port,
                    port_type: &info.get_data_type(port)?,
                    protocol,
                    protocol_type: &info.get_data_type(protocol)?,
                    name,
                };
                plan(self.ports.registry(), text, &call)
            }
            _ => None,
        };
        Ok(planned.map_or(ExprSimplifyResult::Original(call), ExprSimplifyResult::Simplified))
    }

    fn invoke_with_args(&self, call: ScalarFunctionArgs) -> Result<ColumnarValue> {
        evaluated(&call, |rows| Ok(Arc::new(answers(self.ports.registry(), &call.args, rows)?)))
    }
}

/// The names of the calls: one, or one for each row.
enum Names {
    One(Option<String>),
    Each(StringViewArray),
}

impl Names {
    fn of(argument: &ColumnarValue) -> Result<Self> {
        Ok(match argument {
            ColumnarValue::Array(array) => {
                Self::Each(cast(array, &DataType::Utf8View)?.as_string_view().clone())
            }
            ColumnarValue::Scalar(name) => {
                Self::One(name.try_as_str().flatten().map(str::to_owned))
            }
        })
    }

    fn at(&self, row: usize) -> Option<&str> {
        match self {
            Self::One(name) => name.as_deref(),
            Self::Each(names) => names.is_valid(row).then(|| names.value(row)),
        }
    }
}

fn answers(registry: &Registry, call: &[ColumnarValue], rows: usize) -> Result<BooleanArray> {
    // `coerce_types` has seen that there are three.
    let ports = arguments::port(&call[0], rows)?;
    let protocols = arguments::protocol(&call[1], rows)?;
    let names = Names::of(&call[2])?;
    let mut ids = vec![iana_ports::NO_SERVICE; rows];
    registry.lookup_ids(ports.numbers.values(), protocols.numbers.values(), &mut ids);
    let answer = |row: usize| {
        let name = names.at(row)?;
        let (port, protocol) = (ports.at(row), protocols.at(row));
        if let (Number::Is(_), Number::Is(_)) = (port, protocol) {
            let found = registry.name_of(ids[row]);
            return Some(found.is_some_and(|found| found.eq_ignore_ascii_case(name)));
        }
        let could_be = registry.keys_named(name).any(|(ports, transport)| {
            port.may_be(|port| ports.contains(&port))
                && protocol.may_be(|protocol| transport.protocol_number() == protocol)
        });
        // Without a NULL it could not be.
        if could_be { None } else { Some(false) }
    };
    Ok((0..rows).map(answer).collect())
}
