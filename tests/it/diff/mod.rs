//! Diffs, held against a model that compares every row with every other.

pub(crate) mod cells;
mod hostile;
mod matched;
pub(crate) mod model;
mod random;
mod rename;
mod written;

use cells::{Person, Row, contacts_of, person, registry, row, rows_of};
