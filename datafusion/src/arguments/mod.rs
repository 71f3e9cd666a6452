//! Arguments of the functions: which types they may have, and columns of numbers
//! from them.

mod numbers;

pub(crate) use numbers::{Number, port, protocol};

use datafusion::arrow::datatypes::DataType;

use crate::error::ArgumentError;

/// What an argument says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Argument {
    /// A port under the name of the argument.
    Port(&'static str),
    Protocol,
    Name,
}

impl Argument {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Port(name) => name,
            Self::Protocol => "protocol",
            Self::Name => "name",
        }
    }

    /// What it may be, for documentation and errors.
    pub(crate) const fn expected(self) -> &'static str {
        match self {
            Self::Port(_) | Self::Protocol => "an integer, text, or a dictionary of these",
            Self::Name => "text, or a dictionary of texts",
        }
    }

    fn takes(self, found: &DataType) -> bool {
        match found {
            DataType::Null | DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => true,
            DataType::Dictionary(_, values) => self.takes(values),
            _ => self != Self::Name && found.is_integer(),
        }
    }
}

/// The types of the arguments of a call: taken as they are, so that the engine
/// casts nothing.
pub(crate) fn check(
    function: &str,
    arguments: &[Argument],
    types: &[DataType],
) -> Result<Vec<DataType>, ArgumentError> {
    if arguments.len() != types.len() {
        let names: Vec<&str> = arguments.iter().map(|argument| argument.name()).collect();
        return Err(ArgumentError::Count {
            function: function.to_owned(),
            expected: names.join(", "),
            found: types.len(),
        });
    }
    match arguments.iter().zip(types).find(|(argument, found)| !argument.takes(found)) {
        Some((argument, found)) => Err(ArgumentError::Type {
            function: function.to_owned(),
            argument: argument.name(),
            found: found.clone(),
            expected: argument.expected(),
        }),
        None => Ok(types.to_vec()),
    }
}
