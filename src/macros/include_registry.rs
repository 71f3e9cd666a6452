//! `include_registry!`: a registry of one's own, compiled in.

use crate::registry::Registry;
use crate::tables::{Included, Tables};

impl Registry {
    #[doc(hidden)]
    #[must_use]
    pub const fn included(tables: &'static Included) -> Self {
        Self::new(Tables::included(tables))
    }
}

/// A [`Registry`](crate::Registry) for a `static`, from the tables that the
/// build script of the package wrote with `iana_ports::build::write` under a
/// name. The features of the dependency say which columns it has.
///
/// Needs no heap, no `std`, and no work before the first look-up. The functions
/// of the registry are `const` as those of the bundled one are.
///
/// # Example
///
/// With the build script of [`build`](mod@crate::build):
///
/// ```ignore
/// use iana_ports::{Registry, Service, Transport::Tcp, include_registry};
///
/// static OWN: Registry = include_registry!("own");
/// const BILLING: Service<'static> = OWN.lookup_name("billing", Tcp).unwrap();
///
/// assert_eq!(OWN.lookup_port(9000, Tcp), Some(BILLING));
/// assert_eq!(BILLING.source().to_string(), "own");
/// ```
///
/// # Compile errors
///
/// A name that no build script wrote, tables that another version of this crate
/// wrote, and files that are cut do not compile.
///
/// ```compile_fail
/// static OWN: iana_ports::Registry = iana_ports::include_registry!("no-such-registry");
/// ```
#[macro_export]
macro_rules! include_registry {
    ($name:literal) => {{
        static TABLES: $crate::_private::Included = $crate::_private::Included::new(
            $name,
            $crate::__include_tier!($name, "hides"),
            $crate::__include_tier!($name, "names"),
            $crate::__include_details!($name),
            $crate::__include_contacts!($name),
        );
        $crate::Registry::included(&TABLES)
    }};
}

/// The two files of a tier.
#[doc(hidden)]
#[macro_export]
macro_rules! __include_tier {
    ($name:literal, $tier:literal) => {
        (
            ::core::include_str!(::core::concat!(
                ::core::env!("OUT_DIR"),
                "/",
                $name,
                ".",
                $tier,
                ".txt"
            )),
            ::core::include_bytes!(::core::concat!(
                ::core::env!("OUT_DIR"),
                "/",
                $name,
                ".",
                $tier,
                ".tables"
            )),
        )
    };
}

/// Declares a macro that includes the files of a tier, or nothing in a build
/// that lacks the tier.
macro_rules! include_tier_if {
    ($feature:literal, $macro:ident) => {
        #[cfg(feature = $feature)]
        #[doc(hidden)]
        #[macro_export]
        macro_rules! $macro {
            ($name:literal) => {
                $crate::__include_tier!($name, $feature)
            };
        }

        #[cfg(not(feature = $feature))]
        #[doc(hidden)]
        #[macro_export]
        macro_rules! $macro {
            ($name:literal) => {
                ("", &[])
            };
        }
    };
}

include_tier_if!("details", __include_details);
include_tier_if!("contacts", __include_contacts);
