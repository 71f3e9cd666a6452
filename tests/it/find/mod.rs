//! Finding what somebody half knows, against models that go through every row.

#[cfg(all(feature = "details", feature = "contacts"))]
mod organizations;
mod search;
mod suggest;
