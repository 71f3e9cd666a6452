//! Little-endian encoding of numbers into the bytes of a table.

use alloc::vec::Vec;

use crate::values::date::Date;

/// A date in 16 bits; 0 for none. Rows have been checked to hold no other.
pub(crate) fn packed(date: Option<Date>) -> u16 {
    date.and_then(Date::pack).unwrap_or(0)
}

/// The low 16 bits of a number whose bound is checked elsewhere.
#[allow(clippy::cast_possible_truncation, reason = "that is what it is for")]
pub(crate) fn low16(number: usize) -> u16 {
    number as u16
}

pub(crate) fn put16(table: &mut Vec<u8>, number: u16) {
    table.extend(number.to_le_bytes());
}

/// Appends the low 24 bits of a number whose bound is checked elsewhere.
pub(crate) fn put24(table: &mut Vec<u8>, number: u32) {
    table.extend(&number.to_le_bytes()[..3]);
}

pub(crate) fn put32(table: &mut Vec<u8>, number: u32) {
    table.extend(number.to_le_bytes());
}

pub(crate) fn put64(table: &mut Vec<u8>, number: u64) {
    table.extend(number.to_le_bytes());
}

/// Two numbers as one, which sorts as the pair: single numbers sort several
/// times as fast as tuples, with code that a program has once.
pub(crate) fn pair(first: u16, second: u16) -> u64 {
    u64::from(first) << 16 | u64::from(second)
}

/// Numbers in order.
pub(crate) fn sorted(numbers: impl IntoIterator<Item = u64>) -> Vec<u64> {
    let mut numbers: Vec<u64> = numbers.into_iter().collect();
    numbers.sort_unstable();
    numbers
}
