//! The IANA port number registry inside [Apache DataFusion][DataFusion]: what a
//! port and a protocol of a flow record mean, as SQL functions and tables.
//!
//! [`register`] adds all of it to a session:
//!
//! ```
//! # use datafusion::error::Result;
//! use datafusion::assert_batches_eq;
//! use datafusion::prelude::SessionContext;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<()> {
//! let context = SessionContext::new();
//! iana_ports_datafusion::register(&context)?;
//! let flows = context.sql(
//!     "SELECT service_name(dst_port, protocol) AS service, sum(bytes) AS bytes
//!      FROM (VALUES (443, 6, 900), (443, 17, 80), (53, 17, 7), (60000, 6, 3))
//!          AS flows(dst_port, protocol, bytes)
//!      GROUP BY service ORDER BY bytes DESC",
//! );
//! assert_batches_eq!(
//!     [
//!         "+---------+-------+",
//!         "| service | bytes |",
//!         "+---------+-------+",
//!         "| https   | 980   |",
//!         "| domain  | 7     |",
//!         "|         | 3     |",
//!         "+---------+-------+",
//!     ],
//!     &flows.await?.collect().await?
//! );
//! # Ok(())
//! # }
//! ```
//!
//! # Functions
//!
//! | call | answer | example |
//! |---|---|---|
//! | `service_name(port, protocol)` | the primary service on the port | `https` |
//! | `service_description(port, protocol)` | its description, which may be empty | `http protocol over TLS/SSL` |
//! | `port_status(port, protocol)` | `Assigned`, `Reserved`, `Unassigned` or `Dynamic` | `Assigned` |
//! | `port_range(port)` | `System Ports`, `User Ports` or `Dynamic Ports` | `System Ports` |
//! | `service_side(src_port, dst_port, protocol)` | the end of a flow that is the service, by [`iana_ports::flow`]: `source` or `destination` | `destination` |
//! | `flow_service_name(src_port, dst_port, protocol)` | the service at that end | `https` |
//! | `is_service(port, protocol, name)` | whether the primary service on the port has the name | `true` |
//!
//! Each that gives text has a second form, `service_name_dict` and so on, which
//! gives a dictionary (`Dictionary(UInt16, Utf8)`) instead of `Utf8View`, for what
//! wants one. DataFusion groups by views about three times as fast.
//!
//! # Arguments
//!
//! A port is of any integer type, or a text of digits. A protocol is an IP
//! protocol number of any integer type (6, 17, 132, 33), or a text: `tcp`, `udp`,
//! `sctp` or `dccp` in any case, or the number in digits, as the flow logs of
//! clouds have it. Dictionaries of these are taken as they are. A column of any
//! other type is an error while planning.
//!
//! The answer is NULL for NULL, for a port outside of 0-65535, a protocol without
//! ports such as ICMP, a text that is neither, and of course for what is not
//! registered.
//!
//! # A filter by name
//!
//! `WHERE is_service(dst_port, protocol, 'https')` is planned as comparisons:
//! `dst_port = 443 AND (protocol = 6 OR protocol = 17 OR protocol = 132)`.
//! Statistics and indexes apply to those, so that files and row groups of Parquet
//! are skipped unread, as they are not for `service_name(...) = 'https'`. The
//! ports have to be a column of integers; a protocol that is none is asked for
//! row by row, after the comparison of the port. Where it is not planned, and for
//! names from a column, the function gives the same answers.
//!
//! With NULL it does as the comparisons do: the answer is NULL only where a value
//! in its place could make it true. Otherwise it is `false`, also for an unknown
//! name, a port out of range, and ICMP.
//!
//! # Tables
//!
//! `iana_services` and `iana_contacts` are the registry as rows: see
//! [`IanaPorts::services`] and [`IanaPorts::contacts`].
//!
//! # Registries of one's own
//!
//! [`IanaPorts::new`] takes another registry than the bundled one: one that was
//! loaded, or compiled from layers by
//! [`Layers::to_registry`](https://docs.rs/iana-ports/latest/iana_ports/layers/struct.Layers.html).
//!
//! # Several processes
//!
//! [Ballista] sends plans in which a function is a name. Schedulers and executors
//! know it if [`register_functions`] was called on the session state of each; a
//! client, on its context once it is connected, since connecting replaces the
//! functions. Tables in memory do not travel: write them as Parquet. Nor do
//! dictionaries: use the views.
//!
//! [DataFusion]: https://datafusion.apache.org
//! [Ballista]: https://datafusion.apache.org/ballista/

mod answers;
mod arguments;
mod error;
mod functions;
mod ports;
mod tables;

pub use error::ArgumentError;
pub use ports::IanaPorts;

use datafusion::error::Result;
use datafusion::execution::FunctionRegistry;
use datafusion::prelude::SessionContext;

/// Registers the functions and tables of the bundled registry: see
/// [`IanaPorts::register`].
///
/// # Errors
///
/// A table of the session has the name `iana_services` or `iana_contacts`.
///
/// ```
/// let context = datafusion::prelude::SessionContext::new();
/// iana_ports_datafusion::register(&context)?;
/// assert!(context.table_exist("iana_services")?);
/// # Ok::<(), datafusion::error::DataFusionError>(())
/// ```
pub fn register(context: &SessionContext) -> Result<()> {
    IanaPorts::bundled().register(context)
}

/// Registers the functions of the bundled registry: see
/// [`IanaPorts::register_functions`].
///
/// # Errors
///
/// Those of the function registry, which may not take functions.
///
/// ```
/// use datafusion::execution::FunctionRegistry;
/// use datafusion::execution::session_state::SessionStateBuilder;
///
/// let mut state = SessionStateBuilder::new().build();
/// iana_ports_datafusion::register_functions(&mut state)?;
/// assert!(state.udfs().contains("service_name"));
/// # Ok::<(), datafusion::error::DataFusionError>(())
/// ```
pub fn register_functions(registry: &mut dyn FunctionRegistry) -> Result<()> {
    IanaPorts::bundled().register_functions(registry)
}

/// The README's examples as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
