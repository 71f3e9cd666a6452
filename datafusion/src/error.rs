//! What is wrong with the arguments of a call.

use datafusion::arrow::datatypes::DataType;
use datafusion::error::DataFusionError;

/// Arguments that a function does not take, found while a query is planned.
///
/// ```
/// use iana_ports_datafusion::{ArgumentError, IanaPorts};
/// use datafusion::arrow::datatypes::DataType::{Float64, UInt8};
///
/// let functions = IanaPorts::bundled().functions();
/// let name = functions.iter().find(|function| function.name() == "service_name").unwrap();
/// let error = name.coerce_types(&[Float64, UInt8]).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "External error: service_name: the argument port is of the type Float64, \
///      expected an integer, text, or a dictionary of these",
/// );
/// let datafusion::error::DataFusionError::External(error) = error else { unreachable!() };
/// assert!(matches!(error.downcast_ref(), Some(ArgumentError::Type { argument: "port", .. })));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ArgumentError {
    /// Too few arguments, or too many.
    #[error("{function}: {found} arguments, expected {expected}")]
    #[non_exhaustive]
    Count {
        /// The name of the function.
        function: String,
        /// The names of its arguments, with commas between.
        expected: String,
        /// How many arguments the call has.
        found: usize,
    },
    /// An argument of a type that says nothing here, such as a float.
    #[error("{function}: the argument {argument} is of the type {found}, expected {expected}")]
    #[non_exhaustive]
    Type {
        /// The name of the function.
        function: String,
        /// The name of the argument.
        argument: &'static str,
        /// The type that the call has.
        found: DataType,
        /// The types that the argument may have, in words.
        expected: &'static str,
    },
}

impl From<ArgumentError> for DataFusionError {
    fn from(error: ArgumentError) -> Self {
        Self::External(Box::new(error))
    }
}
