// The front page is the README. Of two definitions of a link the first counts:
// those here lead to items, and rustdoc checks them; those at the end of the
// README lead to docs.rs, for readers elsewhere. A test holds the lists
// together.
//
//! [`lookup_port`]: crate::lookup_port
//! [`lookup_name`]: crate::lookup_name
//! [`lookup_contact`]: crate::lookup_contact
//! [`lookup_ids`]: crate::lookup_ids()
//! [`flow::service`]: crate::flow::service()
//! [`flow::service_ids`]: crate::flow::service_ids
//! [`Service::id`]: crate::Service::id
//! [`services_on`]: crate::services_on
//! [`services_named`]: crate::services_named
//! [`services_named_on`]: crate::services_named_on
//! [`services_citing`]: crate::services_citing
//! [`status`]: crate::status
//! [`records_on`]: crate::records_on
//! [`explain`]: crate::explain()
//! [`free_ports`]: crate::free_ports
//! [`suggest`]: crate::suggest()
//! [`search`]: crate::search()
//! [`organizations`]: crate::organizations()
//! [`organization_named`]: crate::organization_named()
//! [`contacts_at`]: crate::contacts_at()
//! [`services`]: crate::services()
//! [`records`]: crate::records()
//! [`contacts`]: crate::contacts()
//! [`port!`]: crate::port!
//! [`include_registry!`]: crate::include_registry!
//! [`EDITION`]: crate::EDITION
//! [`Service::category`]: crate::Service::category
//! [`customary`]: crate::customary()
//! [`CustomaryName`]: crate::facts::CustomaryName
//! [`Service`]: crate::Service
//! [`Record`]: crate::Record
//! [`Contact`]: crate::Contact
//! [`Registry`]: crate::Registry
//! [`Transport`]: crate::Transport
//! [`PortKey`]: crate::PortKey
//! [`resolve`]: crate::resolve()
//! [`Registry::diff`]: crate::Registry::diff
//! [`PortSpec`]: crate::port_spec::PortSpec
//! [`ServiceLabel`]: crate::dns_sd::ServiceLabel
//! [`ServiceName`]: crate::service_name::ServiceName
//! [`Layers`]: crate::layers::Layers
//! [`Limits`]: crate::load::Limits
//! [`build`]: mod@crate::build
//! [`load`]: mod@crate::load
//! [`diff`]: mod@crate::diff
//! [`export`]: mod@crate::export
//! [`as_text`]: mod@crate::as_text
//! [`servent`]: mod@crate::servent
//! [documented order]: crate::Services#ordering
//! [JSON]: crate::Service#trait-implementations
//! [migration]: crate::_documentation::migration
//! [recipes]: crate::_documentation::recipes
//! [map]: crate::_documentation::map
//! [DESIGN.md]: crate::_documentation::design
//! [COMPARE.md]: crate::_documentation::compare
//! [CHANGELOG.md]: crate::_documentation::changelog
//! [BENCHMARKS.md]: crate::_documentation::benchmarks
//! [CONTRIBUTING.md]: crate::_documentation::contributing
//! [registry/README.md]: crate::_documentation::tables
#![cfg_attr(
    any(not(doctest), all(feature = "runtime", feature = "details", feature = "contacts")),
    doc = include_str!("../README.md")
)]
// The picture of the README has no address on docs.rs: the page that its link
// leads to holds it.
#![doc = "\n<style>img[src='examples/map/tcp.svg'] { display: none }</style>"]
// Other builds lack some of the items; docs.rs builds all features.
#![cfg_attr(
    not(all(
        feature = "runtime",
        feature = "details",
        feature = "contacts",
        feature = "serde",
        feature = "categories",
        feature = "customary"
    )),
    allow(rustdoc::broken_intra_doc_links, reason = "the build lacks what some links lead to")
)]
#![cfg_attr(not(test), no_std)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "runtime")]
#[macro_use]
extern crate std;

// The first of the modules, so that `Service` begins with its columns on
// docs.rs.
mod registry;

#[cfg(feature = "build")]
pub mod build;
mod columns;
#[cfg(feature = "runtime")]
#[cfg_attr(
    not(all(feature = "details", feature = "contacts")),
    allow(dead_code, reason = "the columns of a missing tier are checked, and not emitted")
)]
mod compile;
#[cfg(all(feature = "runtime", feature = "details", feature = "contacts"))]
pub mod diff;
pub mod dns_sd;
pub mod export;
#[cfg(any(feature = "categories", feature = "customary"))]
pub mod facts;
pub mod find;
pub mod flow;
mod interop;
pub mod layers;
#[cfg(feature = "runtime")]
pub mod load;
mod lookups;
mod macros;
pub mod port_spec;
pub mod resolve;
#[cfg(feature = "serde")]
mod serde;
pub mod servent;
mod tables;
#[cfg(test)]
#[path = "../tests/it/oracle/random.rs"]
mod test_random;
#[cfg_attr(
    not(all(feature = "runtime", feature = "details", feature = "contacts")),
    allow(dead_code, reason = "each tier and each format writes with what it needs")
)]
mod text;
mod values;

#[cfg(feature = "serde")]
pub use self::serde::as_text;
#[cfg(feature = "customary")]
pub use facts::customary;
pub use find::{search, suggest};
pub use lookups::{
    EDITION, explain, free_ports, lookup, lookup_ids, lookup_name, lookup_port, record_on, records,
    records_on, registry, services, services_named, services_named_on, services_on, status,
};
pub use registry::bulk::NO_SERVICE;
pub use registry::{
    Registry, free_ports::FreePorts, record::Record, records::Records, service::Service,
    services::Services,
};
pub use resolve::resolve;
pub use values::{
    date::Date, port_key::PortKey, port_range::PortRange, service_name, status::Status,
    transport::Transport,
};

// What a tier adds.
#[cfg(feature = "contacts")]
pub use {
    find::{contacts_at, organization_named, organizations},
    lookups::of_contacts::{contacts, lookup_contact},
    registry::contact::{Contact, Contacts},
    values::contact,
};
#[cfg(feature = "details")]
pub use {
    lookups::of_details::services_citing,
    registry::columns::details::citing::ServicesCiting,
    values::details::unauthorized_ports::UnauthorizedPorts,
    values::details::{reference, service_code},
};

/// The errors of parsing a [`Date`], a [`PortKey`], a [`PortRange`], a
/// [`Record`], a [`Service`], a [`Status`] or a [`Transport`], and the text
/// that errors quote.
pub mod error {
    pub use crate::find::identity::ParseRecordError;
    pub use crate::text::quoted::Quoted;
    pub use crate::values::date::ParseDateError;
    pub use crate::values::port_key::ParsePortKeyError;
    pub use crate::values::port_range::ParsePortRangeError;
    pub use crate::values::status::ParseStatusError;
    pub use crate::values::transport::{ParseTransportError, UnknownProtocolNumberError};
}

/// Sets of transport protocols: what a question about several takes.
pub mod transports {
    pub use crate::values::transports::{ParseTransportsError, Transports};
}

/// The ports of a name: what [`Registry::keys_named`] answers.
pub mod bulk {
    pub use crate::registry::bulk::KeysNamed;
}

/// Why a port has the status that it has: what [`explain`](crate::explain())
/// answers.
pub mod explanation {
    pub use crate::registry::explanation::{Explanation, Siblings};
}

#[cfg(feature = "include")]
#[doc(hidden)]
pub mod _private {
    pub use crate::tables::Included;
}

/// The documents of the repository, as pages. Their examples are tests like all
/// others.
#[cfg(any(
    all(doc, not(doctest)),
    all(doctest, feature = "runtime", feature = "details", feature = "contacts")
))]
pub mod _documentation {
    /// [README]: crate
    /// [DESIGN.md]: crate::_documentation::design
    #[doc = include_str!("../BENCHMARKS.md")]
    pub mod benchmarks {}

    #[doc = include_str!("../CHANGELOG.md")]
    pub mod changelog {}

    #[doc = include_str!("../COMPARE.md")]
    pub mod compare {}

    /// [README]: crate
    /// [DESIGN.md]: crate::_documentation::design
    /// [registry/README.md]: crate::_documentation::tables
    #[doc = include_str!("../CONTRIBUTING.md")]
    pub mod contributing {}

    /// [README]: crate
    /// [COMPARE.md]: crate::_documentation::compare
    /// [BENCHMARKS.md]: crate::_documentation::benchmarks
    /// [CONTRIBUTING.md]: crate::_documentation::contributing
    #[doc = include_str!("../DESIGN.md")]
    pub mod design {}

    /// [`PortKey`]: crate::PortKey
    /// [`Transport`]: crate::Transport
    #[doc = include_str!("../docs/migration.md")]
    pub mod migration {}
    #[doc = include_str!("../examples/map/tcp.svg")]
    pub mod map {}

    /// [`export`]: mod@crate::export
    #[doc = include_str!("../docs/recipes.md")]
    pub mod recipes {}

    #[doc = include_str!("../registry/README.md")]
    pub mod tables {}
}
