//! Every cell of the tables, and what is read in it.

mod emails;
mod rows;
