//! Predicate push-down: a call of `is_service` as comparisons of its columns with
//! literals, which prune files by their statistics.

use datafusion::arrow::datatypes::DataType;
use datafusion::common::ScalarValue;
use datafusion::logical_expr::{Expr, ScalarUDF, lit};

use super::keys::{Keys, keys};
use iana_ports::Registry;

/// As many ranges as are written out. A name of the bundled registry has far
/// fewer; one of another may have thousands, which a set finds sooner.
const MOST_RANGES: usize = 64;

/// The arguments of a call, and the types of its columns.
pub(super) struct Call<'a> {
    pub(super) function: &'a ScalarUDF,
    pub(super) port: &'a Expr,
    pub(super) port_type: &'a DataType,
    pub(super) protocol: &'a Expr,
    pub(super) protocol_type: &'a DataType,
    pub(super) name: &'a Expr,
}

/// The comparisons of a call; `None` where it stays a call: for a port that is no
/// plain integer, for what is another at each evaluation, and for too many ranges.
///
/// NULL is as in the call. A comparison is NULL for a port or a protocol that is
/// NULL, and an AND or OR stays NULL exactly if a value could still decide it.
pub(super) fn plan(registry: &Registry, name: &str, call: &Call<'_>) -> Option<Expr> {
    // Calls that are left in a plan have such a port: they are planned no further.
    let is_left = matches!(call.port, Expr::Literal(..)) && !call.protocol_type.is_integer();
    if is_left || !call.port_type.is_integer() || call.port.is_volatile() {
        return None;
    }
    let groups = keys(registry, name);
    if groups.iter().map(|keys| keys.ports.len()).sum::<usize>() > MOST_RANGES {
        return None;
    }
    let mut any = None;
    for keys in &groups {
        let group = is_among(keys, call)?.and(is_on(keys, call)?);
        any = or(any, group);
    }
    Some(any.unwrap_or_else(|| lit(false)))
}

fn or(any: Option<Expr>, expression: Expr) -> Option<Expr> {
    Some(match any {
        Some(any) => any.or(expression),
        None => expression,
    })
}

/// Whether the port is one of the ports; `None` if its type cannot have them all.
fn is_among(keys: &Keys, call: &Call<'_>) -> Option<Expr> {
    let mut any = None;
    for ports in &keys.ports {
        let [first, last] =
            [literal(*ports.start(), call.port_type)?, literal(*ports.end(), call.port_type)?];
        let port = || call.port.clone();
        let is_within = match first == last {
            true => port().eq(first),
            false => port().gt_eq(first).and(port().lt_eq(last)),
        };
        any = or(any, is_within);
    }
    any
}

/// Whether the protocol is one of the transports. Where it is no plain integer,
/// this is a call for one of the ports: all of them have the same transports.
fn is_on(keys: &Keys, call: &Call<'_>) -> Option<Expr> {
    let is_plain = call.protocol_type.is_integer() && !call.protocol.is_volatile();
    let numbers = keys.transports.iter().map(|transport| transport.protocol_number());
    let literals = numbers.map(|number| literal(u16::from(number), call.protocol_type));
    match literals.collect::<Option<Vec<Expr>>>() {
        Some(literals) if is_plain => {
            literals.into_iter().fold(None, |any, one| or(any, call.protocol.clone().eq(one)))
        }
        _ => {
            let port = lit(*keys.ports.first()?.start());
            Some(call.function.call(vec![port, call.protocol.clone(), call.name.clone()]))
        }
    }
}

/// A number as a literal of a type of integers, if the type has it.
fn literal(number: u16, of: &DataType) -> Option<Expr> {
    let number = ScalarValue::UInt16(Some(number)).cast_to(of).ok()?;
    (!number.is_null()).then(|| lit(number))
}
