//! Suggestions: names that are nearly what was typed.

mod pattern;

use core::convert::identity;
use core::iter::Flatten;
use core::{array, fmt};

#[cfg(feature = "customary")]
use crate::facts::CustomaryName;
use crate::find::names_of;
use crate::find::suggest::pattern::Pattern;
use crate::registry::lookup::Lookup;
use crate::registry::service::Service;
use crate::registry::{BUNDLED, Registry};
use crate::values::iterator_traits::iterator_traits;

/// The most names that are suggested.
const MOST: usize = 5;

/// Registered names that are nearly a text, the best first: "did you mean".
///
/// A name is near if few letters differ, or if it begins with the text. Letters
/// that are exchanged, missing or doubled count less than others, hyphens
/// least, and ASCII case not at all. Of equally near names those with the lower
/// port come first, which more people know. There are up to five, each the
/// primary service of its name; a name that is the text is one of them.
///
/// It looks at every name and takes no heap. With the feature `customary` the
/// names that people use are among them.
///
/// ```
/// let names = |text| iana_ports::suggest(text).map(|service| service.name()).collect::<Vec<_>>();
/// assert_eq!(names("htps")[0], "https");
/// assert_eq!(names("httpalt")[0], "http-alt");
/// assert_eq!(names("KERBROS")[0], "kerberos");
/// assert_eq!(names("postg")[0], "postgresql");
/// assert!(names("no-such-service").is_empty());
/// ```
#[must_use]
pub fn suggest(text: &str) -> Suggestions<'static> {
    let names = names_of(&BUNDLED);
    #[cfg(feature = "customary")]
    let names = names.chain(names_of(crate::facts::customary()));
    Suggestions::of(names, identity, text)
}

impl Registry {
    /// Names that are nearly a text: see [`suggest`](crate::suggest()).
    #[must_use]
    pub fn suggest(&self, text: &str) -> Suggestions<'_> {
        Suggestions::of(names_of(self), identity, text)
    }
}

/// Services whose names are nearly a text, the best first: see
/// [`suggest`](crate::suggest()).
///
/// ```
/// let mut found = iana_ports::suggest("telent");
/// assert_eq!(found.next().unwrap().to_string(), "telnet (23/tcp)");
/// ```
#[derive(Clone)]
pub struct Suggestions<'r> {
    left: Flatten<array::IntoIter<Option<Service<'r>>, MOST>>,
}

impl<'r> Suggestions<'r> {
    /// Of the names that a registry or layers show.
    pub(crate) fn among<L: Lookup>(lookup: &'r L, text: &str) -> Self {
        let primary = |service: Service<'r>| lookup.services_named(service.name()).next();
        Self::of(lookup.services(), |service| primary(service).unwrap_or(service), text)
    }

    /// The one that a parser tells: what a customary name stands for, else the
    /// nearest.
    pub(crate) fn best<L: Lookup>(lookup: &'r L, text: &str) -> Option<Service<'r>> {
        #[cfg(feature = "customary")]
        for registered in CustomaryName::named(text).filter_map(CustomaryName::registered) {
            if let Some(service) = lookup.services_named(registered.name()).next() {
                return Some(service);
            }
        }
        Self::among(lookup, text).next()
    }

    /// Of services that have every name; `primary` gives the primary service of
    /// the name of one.
    fn of(
        services: impl Iterator<Item = Service<'r>>,
        primary: impl Fn(Service<'r>) -> Service<'r>,
        text: &str,
    ) -> Self {
        let pattern = Pattern::new(text);
        let mut best: [Option<Rank<'r>>; MOST] = [None; MOST];
        let mut last = "";
        for service in services {
            let name = service.name();
            // The rows of a name are next to each other, mostly.
            if core::mem::replace(&mut last, name) == name {
                continue;
            }
            let worst = best[MOST - 1].map_or(u16::MAX, |(cost, ..)| cost);
            let Some(cost) = pattern.cost(name, worst) else { continue };
            let found = rank(cost, primary(service));
            let is_known = best.iter().flatten().any(|(.., known)| known.name() == found.2.name());
            let place = best.iter().position(|held| held.is_none_or(|held| found < held));
            if let (Some(place), false) = (place, is_known) {
                best[place..].rotate_right(1);
                best[place] = Some(found);
            }
        }
        Self { left: best.map(|found| found.map(|(.., service)| service)).into_iter().flatten() }
    }
}

impl<'r> Iterator for Suggestions<'r> {
    type Item = Service<'r>;

    fn next(&mut self) -> Option<Self::Item> {
        self.left.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.left.size_hint()
    }
}

iterator_traits!(Suggestions<'_>);

/// The cost, the port, and the row, of which IANA's come first; a name without
/// a port comes after those with one.
type Rank<'r> = (u16, u32, Service<'r>);

fn rank(cost: u16, service: Service<'_>) -> Rank<'_> {
    (cost, service.port().map_or(u32::MAX, u32::from), service)
}

/// What an error expects instead of an unknown name: one of the registry, and
/// the nearest if there is one.
#[derive(Clone, Copy)]
pub(crate) struct Expected<'a>(pub(crate) Option<&'a str>);

impl fmt::Display for Expected<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(name) => write!(f, "expected a registered name; did you mean {name:?}?"),
            None => f.write_str("expected a registered name such as \"https\""),
        }
    }
}
