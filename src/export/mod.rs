//! The registry in the formats that other programs read: services(5), CSV,
//! JSON, tables for data frames and SQL engines, and tables that enrich flow
//! records.
//!
//! Each type stands for one file, and `Display` writes it: row by row, straight
//! from the tables, without a copy of it in memory. Every file ends in a
//! line end, and line ends are `\n`. It is that of a [`Registry`] or of
//! [`Layers`](crate::layers::Layers), as they show it.
//!
//! [`Registry`]: crate::Registry
//!
//! | type | file | needs |
//! |---|---|---|
//! | [`ServicesFile`] | `/etc/services`, for the C library | |
//! | [`Json`] | every row and contact as one JSON text | |
//! | [`JsonLines`] | every row as a JSON object, one a line | |
//! | `ContactsJsonLines` | every contact, likewise | `contacts` |
//! | `FlatCsv` | every row in columns of one type, with a value a cell | `details`, `contacts` |
//! | `FlatContactsCsv` | every contact, likewise, with the mail address | `contacts` |
//! | `EnrichmentCsv` | port and protocol to name, for SQL engines, Logstash and Vector | `details` |
//! | `ZeekTable` | the same for Zeek's input framework | `details` |
//! | `ContactsCsv` | `contacts.csv`, as `registry/` has it | `contacts` |
//! | `ServicesCsv` | `service-names-port-numbers.csv`, as `registry/` has it | `details`, `contacts` |
//!
//! [Recipes] has the statement that loads them into DuckDB, Polars, pandas,
//! ClickHouse, Spark, Vector, Zeek and others, with what each trips over.
//!
//! [Recipes]: https://docs.rs/iana-ports/latest/iana_ports/_documentation/recipes/index.html
//!
//! # Example
//!
//! `write!` takes a type to any [`core::fmt::Write`] or `std::io::Write`, such
//! as a file behind a `BufWriter`; `cargo run --example export` does.
//!
//! ```
//! use std::io::{BufWriter, Write};
//!
//! let mut file = BufWriter::new(Vec::new());
//! write!(file, "{}", iana_ports::export::ServicesFile::new(iana_ports::registry()))?;
//! let text = String::from_utf8(file.into_inner()?)?;
//! assert!(text.contains("\nsubmissions\t465/tcp"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! On Linux, the C library can be asked for what a file says without installing
//! it:
//!
//! ```sh
//! cargo run --example export -- services services.txt
//! unshare -rm sh -c 'mount --bind services.txt /etc/services && getent services 10162/udp'
//! ```

/// Declares that an export is made of a reference, and a copy of it, whatever
/// it refers to.
macro_rules! copy_of {
    ($export:ident $(, $option:ident: $default:expr)*) => {
        impl<'r, R: Lookup> $export<'r, R> {
            /// The file of a registry, or of layers.
            ///
            /// ```
            #[doc = concat!("use iana_ports::export::", stringify!($export), ";")]
            ///
            #[doc = concat!("let file = ", stringify!($export), "::new(iana_ports::registry());")]
            /// assert!(file.to_string().ends_with('\n'));
            /// ```
            #[must_use]
            pub const fn new(registry: &'r R) -> Self {
                Self { registry $(, $option: $default)* }
            }
        }

        impl<R> Clone for $export<'_, R> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<R> Copy for $export<'_, R> {}
    };
}

#[cfg(all(feature = "details", any(feature = "runtime", feature = "contacts")))]
pub(crate) mod announced;
mod comment;
#[cfg(feature = "contacts")]
pub(crate) mod contacts_csv;
#[cfg(feature = "details")]
mod enrichment_csv;
#[cfg(feature = "contacts")]
pub(crate) mod flat;
pub(crate) mod json;
mod json_lines;
#[cfg(all(feature = "details", feature = "contacts"))]
pub(crate) mod services_csv;
mod services_file;
#[cfg(feature = "details")]
mod zeek_table;

#[cfg(feature = "contacts")]
pub use contacts_csv::ContactsCsv;
#[cfg(feature = "details")]
pub use enrichment_csv::EnrichmentCsv;
#[cfg(feature = "contacts")]
pub use flat::contacts::{FlatContact, FlatContactsCsv};
#[cfg(all(feature = "details", feature = "contacts"))]
pub use flat::services::{FlatCsv, FlatRow};
pub use json::Json;
#[cfg(feature = "contacts")]
pub use json_lines::ContactsJsonLines;
pub use json_lines::JsonLines;
#[cfg(all(feature = "details", feature = "contacts"))]
pub use services_csv::ServicesCsv;
pub use services_file::ServicesFile;
#[cfg(feature = "details")]
pub use zeek_table::ZeekTable;
