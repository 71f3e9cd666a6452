//! Finding what somebody half knows, against models that go through every row.

mod search;
mod suggest;
