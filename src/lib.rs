//! What a port number or a service name means, and who registered it: the
//! IANA [Service Name and Transport Protocol Port Number Registry][iana]
//! ([RFC 6335]) as a library.
//!
//! Every row and every column of the registry, compiled into tables that answer
//! without a network, without `/etc/services`, without start-up work, without a
//! heap and without `unsafe`.
//!
//! ```
//! use iana_ports::{Status, Transport::{Tcp, Udp}};
//! use iana_ports::{lookup_name, lookup_port, services_on, status};
//!
//! let service = lookup_port(10162, Udp).unwrap();
//! assert_eq!(service.to_string(), "snmpdtls-trap (10162/udp)");
//! assert_eq!(lookup_name("HTTPS", Tcp).unwrap().port(), Some(443));
//! assert_eq!(services_on(80, Tcp).len(), 3); // http, www, www-http
//! assert_eq!(status(4, Tcp), Status::Unassigned);
//! ```
//!
//! # Where to start
//!
//! - You have a port: [`lookup_port`] for its primary service, [`services_on`]
//!   for all, [`status`], [`record_on`] and [`explain`] for ports that have none.
//! - You have a name: [`lookup_name`], [`services_named`], or [`port!`] while
//!   compiling.
//! - You have text from a user: [`PortSpec`] for ports, ranges, names and lists,
//!   [`ServiceLabel`] for what DNS-SD writes, [`ServiceName`] for RFC 6335's
//!   syntax, [`servent`] in the shape of the C library.
//! - You have a contact handle such as `[Jon_Postel]`: `lookup_contact`.
//! - You want everything: [`services`], [`records`], `contacts`, in registry
//!   order; or as a file that other programs read: [`export`].
//!
//! A [`Service`] is a `Copy` handle to a row that has a name, with a method for
//! each column; a [`Record`] is any row. [`Registry`] has the same look-ups as
//! methods.
//!
//! # What surprises
//!
//! - **A port does not identify traffic.** That one is registered for a service
//!   does not say that the service runs on it.
//! - Some ports have several services, some names several ports or none, and
//!   some rows name no transport, which stands for any. [`Services`] says which
//!   one comes first.
//! - Names compare without ASCII case; the registry's spelling comes back.
//! - The registry is that of one edition, [`EDITION`]. In it 22 of the 1,333 notes,
//!   16 descriptions and one reference are *restated*: shorter than IANA's text, with
//!   details left out, but with IANA's TXT keys, aliases, ports and dates. All
//!   other cells are in IANA's own words.
//!
//! # Features
//!
//! All are additive; none changes a type or an answer. `details` (default) adds
//! descriptions, dates, references, service codes, unauthorized use and notes.
//! `contacts` (default) adds assignees, contacts and the contact table. `serde`
//! adds `Serialize` for every type and `Deserialize` by identity. `runtime` loads
//! registries of one's own and puts them on top of each other (`Layers`); it
//! alone uses the heap, and turns on `std`, `details` and `contacts`. Without
//! `std` (default) the crate is `no_std`, and needs no `alloc`.
//!
//! # A registry of one's own
//!
//! `IANA_PORTS_REGISTRY=DIR cargo build` compiles the tables of a directory
//! instead of the bundled ones: IANA's `service-names-port-numbers.csv` as it is
//! published and, where they are there, `contacts.csv`, `preferred.csv` and
//! `edition.csv`. Without the contact table a contact is no more than its handle;
//! without preferred services those of the bundled registry are preferred, as far
//! as they are there; without an edition it is the latest date of the rows. A
//! relative path starts from the crate's own directory.
//!
//! [iana]: https://www.iana.org/assignments/service-names-port-numbers
//! [RFC 6335]: https://www.rfc-editor.org/rfc/rfc6335

#![cfg_attr(not(any(test, feature = "std")), no_std)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "runtime")]
mod compile;
#[cfg(feature = "runtime")]
pub mod diff;
pub mod dns_sd;
pub mod export;
#[cfg(feature = "runtime")]
pub mod layers;
#[cfg(feature = "runtime")]
pub mod load;
mod lookups;
mod port_macro;
pub mod port_spec;
mod registry;
#[cfg(feature = "serde")]
mod serde;
pub mod servent;
mod tables;
#[cfg(test)]
mod test_random;
mod text;
mod values;

#[cfg(feature = "details")]
pub use lookups::services_citing;
pub use lookups::{
    EDITION, explain, free_ports, lookup_name, lookup_port, record_on, records, records_on,
    registry, services, services_named, services_named_on, services_on, status,
};
#[cfg(feature = "contacts")]
pub use lookups::{contacts, lookup_contact};
pub use registry::Registry;
#[cfg(feature = "details")]
pub use registry::citing::ServicesCiting;
#[cfg(feature = "contacts")]
pub use registry::contact::Contact;
#[cfg(feature = "contacts")]
pub use registry::contacts::Contacts;
pub use registry::free_ports::FreePorts;
pub use registry::record::Record;
pub use registry::records::Records;
pub use registry::service::Service;
pub use registry::services::Services;
pub use values::date::Date;
pub use values::port_range::PortRange;
#[cfg(feature = "details")]
pub use values::service_code;
pub use values::service_name;
pub use values::status::Status;
pub use values::transport::Transport;
#[cfg(feature = "details")]
pub use values::unauthorized_ports::UnauthorizedPorts;

/// What a [`Contact`] can be reached by: URIs, and the mail address among them.
#[cfg(feature = "contacts")]
pub mod contact {
    pub use crate::values::email::{Email, LocalPart};
    pub use crate::values::uri::{ParseUriKindError, Uri, UriKind};
    pub use crate::values::uris::Uris;
}

/// The errors of parsing a [`Date`], a [`PortRange`], a [`Status`] or a [`Transport`], and the text that errors quote.
pub mod error {
    pub use crate::text::quoted::Quoted;
    pub use crate::values::date::ParseDateError;
    pub use crate::values::port_range::ParsePortRangeError;
    pub use crate::values::status::ParseStatusError;
    pub use crate::values::transport::{ParseTransportError, UnknownProtocolNumberError};
}

/// Why a port has the status that it has: what [`explain`](crate::explain()) answers.
pub mod explanation {
    pub use crate::registry::explanation::{Explanation, Siblings};
}

/// The documents that a row refers to.
#[cfg(feature = "details")]
pub mod reference {
    pub use crate::values::reference::{Reference, ReferenceUrl};
    pub use crate::values::references::References;
}

// Their examples are tests like all others.
#[cfg(all(doctest, feature = "runtime"))]
#[doc = include_str!("../README.md")]
#[doc = include_str!("../COMPARE.md")]
#[doc = include_str!("../DESIGN.md")]
#[doc = include_str!("../registry/README.md")]
mod documents {}
