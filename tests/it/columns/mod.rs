//! Every cell of the tables, and what is read in it.

pub(crate) mod emails;
mod preferred;
mod rows;
