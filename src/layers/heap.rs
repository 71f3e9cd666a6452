//! Layers of registries from anywhere: a growable list.

use alloc::vec::Vec;
use core::mem;

use super::{Layers, Registries, first};
use crate::registry::Registry;
use crate::tables::{NameTables, Tables};

/// Registries, and the slices of their tables.
pub(super) type Owned<'r> = (Vec<&'r Registry>, Vec<NameTables<'r>>);

impl<'r> Layers<'r> {
    /// Layers of these registries, the top one first. With no registry, every
    /// look-up is empty.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, layers::Layers, registry};
    ///
    /// assert_eq!(Layers::new([registry()]).lookup_port(22, Tcp).unwrap().name(), "ssh");
    /// assert_eq!(Layers::new([]).lookup_port(22, Tcp), None);
    /// ```
    pub fn new(registries: impl IntoIterator<Item = &'r Registry>) -> Self {
        Self::owned(registries.into_iter().collect())
    }

    /// Puts a registry on top of all others.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, layers::Layers, registry};
    ///
    /// let mut layers = Layers::new([registry()]);
    /// # #[cfg(feature = "runtime")]
    /// # {
    /// let own = iana_ports::Registry::from_services_file("web 80/tcp\n".as_bytes()).unwrap();
    /// layers.push(&own);
    /// let names: Vec<_> = layers.services_on(80, Tcp).map(|service| service.name()).collect();
    /// assert_eq!(names, ["web", "http", "www", "www-http"]);
    /// # }
    /// ```
    pub fn push(&mut self, registry: &'r Registry) {
        let mut registries = mem::take(self).into_registries();
        registries.insert(0, registry);
        *self = Self::owned(registries);
    }

    fn owned(registries: Vec<&'r Registry>) -> Self {
        let slices = registries.iter().map(|registry| registry.tables.names()).collect();
        let hides = registries.iter().any(|registry| registry.tables.hides().is_some());
        Self { registries: Registries::Owned((registries, slices)), hides }
    }

    fn into_registries(self) -> Vec<&'r Registry> {
        match self.registries {
            Registries::Borrowed(registries) => registries.into(),
            Registries::Owned((registries, _)) => registries,
        }
    }

    /// The first registry with a primary entry, and the entry.
    #[inline(always)]
    pub(super) fn first(
        &self,
        of_tables: impl Fn(&Tables) -> u16,
        of_slices: impl Fn(&NameTables<'r>) -> u16,
    ) -> Option<(usize, u16)> {
        match &self.registries {
            Registries::Borrowed(registries) => {
                first(registries, |registry| of_tables(&registry.tables))
            }
            Registries::Owned((_, slices)) => first(slices, of_slices),
        }
    }
}

/// The top one first.
impl<'r> FromIterator<&'r Registry> for Layers<'r> {
    fn from_iter<I: IntoIterator<Item = &'r Registry>>(registries: I) -> Self {
        Self::new(registries)
    }
}

/// Puts further registries below all others, the highest of them first, as a
/// longer iterator would have.
impl<'r> Extend<&'r Registry> for Layers<'r> {
    fn extend<I: IntoIterator<Item = &'r Registry>>(&mut self, registries: I) {
        let mut all = mem::take(self).into_registries();
        all.extend(registries);
        *self = Self::owned(all);
    }
}

/// One layer.
///
/// ```
/// use iana_ports::{Transport::Tcp, layers::Layers, registry};
///
/// assert_eq!(Layers::from(registry()).lookup_port(22, Tcp).unwrap().name(), "ssh");
/// ```
impl<'r> From<&'r Registry> for Layers<'r> {
    fn from(registry: &'r Registry) -> Self {
        Self::new([registry])
    }
}
