//! Columns of port and protocol numbers from columns of any integer, of text, or
//! of dictionaries.

use datafusion::arrow::array::{
    Array, ArrayAccessor, ArrowPrimitiveType, AsArray, PrimitiveArray, downcast_integer_array,
};
use datafusion::arrow::buffer::{BooleanBuffer, NullBuffer};
use datafusion::arrow::compute::take;
use datafusion::arrow::datatypes::{DataType, UInt8Type, UInt16Type};
use datafusion::common::exec_err;
use datafusion::error::Result;
use datafusion::logical_expr::ColumnarValue;
use iana_ports::Transport;

/// An argument as numbers.
pub(crate) struct Numbers<T: ArrowPrimitiveType> {
    /// The numbers. NULL is what is NULL in the argument, and what is no number
    /// of this width.
    pub(crate) numbers: PrimitiveArray<T>,
    /// What is NULL in the argument.
    nulls: Option<NullBuffer>,
}

/// What an argument says in a row.
#[derive(Clone, Copy)]
pub(crate) enum Number<N> {
    /// NULL, which may be any.
    Unknown,
    /// No number of this width.
    Other,
    Is(N),
}

impl<N> Number<N> {
    /// Whether a condition holds for it, or could.
    pub(crate) fn may_be(self, condition: impl FnOnce(N) -> bool) -> bool {
        match self {
            Self::Unknown => true,
            Self::Other => false,
            Self::Is(number) => condition(number),
        }
    }
}

impl<T: ArrowPrimitiveType> Numbers<T> {
    pub(crate) fn at(&self, row: usize) -> Number<T::Native> {
        match &self.nulls {
            _ if self.numbers.is_valid(row) => Number::Is(self.numbers.value(row)),
            Some(nulls) if nulls.is_null(row) => Number::Unknown,
            _ => Number::Other,
        }
    }
}

/// A column of ports. A scalar is as long as the columns beside it.
pub(crate) fn port(argument: &ColumnarValue, rows: usize) -> Result<Numbers<UInt16Type>> {
    column(argument, rows, &digits)
}

/// A column of IP protocol numbers, likewise.
pub(crate) fn protocol(argument: &ColumnarValue, rows: usize) -> Result<Numbers<UInt8Type>> {
    column(argument, rows, &|text| {
        let named = || text.parse().ok().map(Transport::protocol_number);
        digits(text).or_else(named)
    })
}

/// A number in digits, and nothing else: `u16::from_str` takes a plus sign.
fn digits<N: core::str::FromStr>(text: &str) -> Option<N> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

fn column<T: ArrowPrimitiveType>(
    argument: &ColumnarValue,
    rows: usize,
    of_text: &dyn Fn(&str) -> Option<T::Native>,
) -> Result<Numbers<T>>
where
    T::Native: FromAny,
{
    match argument {
        ColumnarValue::Array(array) => {
            Ok(Numbers { numbers: numbers(array, of_text)?, nulls: array.logical_nulls() })
        }
        ColumnarValue::Scalar(scalar) => {
            let one: PrimitiveArray<T> = numbers(&scalar.to_array()?, of_text)?;
            let numbers = match one.is_valid(0) {
                true => PrimitiveArray::from_value(one.value(0), rows),
                false => PrimitiveArray::new_null(rows),
            };
            let nulls = scalar.is_null().then(|| NullBuffer::new_null(rows));
            Ok(Numbers { numbers, nulls })
        }
    }
}

/// Narrow integers from any others.
trait FromAny:
    Default
    + TryFrom<i8>
    + TryFrom<i16>
    + TryFrom<i32>
    + TryFrom<i64>
    + TryFrom<u8>
    + TryFrom<u16>
    + TryFrom<u32>
    + TryFrom<u64>
{
}

impl FromAny for u8 {}
impl FromAny for u16 {}

fn numbers<T: ArrowPrimitiveType>(
    array: &dyn Array,
    of_text: &dyn Fn(&str) -> Option<T::Native>,
) -> Result<PrimitiveArray<T>>
where
    T::Native: FromAny,
{
    if let Some(same) = array.as_primitive_opt::<T>() {
        return Ok(same.clone());
    }
    downcast_integer_array!(
        array => Ok(integers(array)),
        DataType::Utf8 => Ok(texts(array.as_string::<i32>(), of_text)),
        DataType::LargeUtf8 => Ok(texts(array.as_string::<i64>(), of_text)),
        DataType::Utf8View => Ok(texts(array.as_string_view(), of_text)),
        DataType::Dictionary(_, _) => {
            let dictionary = array.as_any_dictionary();
            let values: PrimitiveArray<T> = numbers(dictionary.values(), of_text)?;
            Ok(take(&values, dictionary.keys(), None)?.as_primitive().clone())
        }
        DataType::Null => Ok(PrimitiveArray::new_null(array.len())),
        other => exec_err!("a port or a protocol of the type {other}, which was not planned")
    )
}

/// Integers of another width. Two passes without a branch: the numbers, and which
/// of them fit.
fn integers<F: ArrowPrimitiveType, T: ArrowPrimitiveType>(
    array: &PrimitiveArray<F>,
) -> PrimitiveArray<T>
where
    T::Native: TryFrom<F::Native> + Default,
{
    let wide = array.values();
    let narrow: Vec<T::Native> =
        wide.iter().map(|number| T::Native::try_from(*number).unwrap_or_default()).collect();
    let fits = BooleanBuffer::collect_bool(wide.len(), |at| T::Native::try_from(wide[at]).is_ok());
    let nulls = NullBuffer::union(array.nulls(), Some(&NullBuffer::new(fits)));
    PrimitiveArray::new(narrow.into(), nulls)
}

fn texts<'a, T: ArrowPrimitiveType>(
    array: impl ArrayAccessor<Item = &'a str>,
    of_text: &dyn Fn(&str) -> Option<T::Native>,
) -> PrimitiveArray<T> {
    let numbers = (0..array.len()).map(|at| match array.is_valid(at) {
        true => of_text(array.value(at)),
        false => None,
    });
    numbers.collect()
}
