//! Layers: registries on top of each other, which answer as one.

#[cfg(feature = "details")]
mod citing;
#[cfg(feature = "contacts")]
mod contacts;
mod find;
#[cfg(feature = "alloc")]
mod heap;
mod lookup;
mod records;
mod services;
mod shown;
#[cfg(feature = "runtime")]
mod to_registry;

use core::ops::RangeBounds;
use core::{array, fmt};

#[cfg(feature = "contacts")]
pub use contacts::LayeredContacts;
pub use records::LayeredRecords;
pub use services::LayeredServices;

pub use crate::registry::lookup::Lookup;
pub use crate::values::source::Source;

use crate::registry::Registry;
use crate::registry::explanation::Explanation;
use crate::registry::free_ports::FreePorts;
use crate::registry::record::Record;
use crate::registry::service::Service;
use crate::tables::{NONE, RESERVED};
use crate::values::date::Date;
use crate::values::status::Status;
use crate::values::transport::Transport;
use crate::values::transports::Transports;
use services::Query;

/// Registries on top of each other, which answer as one: own entries over the
/// machine's over IANA's, or in any other order.
///
/// Higher layers answer first. A row of a lower layer is left out (*shadowed*)
/// if a higher layer has one of the same name on the queried port, or, where no
/// port is asked for, on all its ports and transports; rows without a name
/// count as of one name. A registry made by a builder can also [replace] and
/// [hide] services of lower layers. Each answer tells where it came from:
/// [`Service::source`].
///
/// [`services`](Self::services) and [`records`](Self::records) still list a row
/// while at least one of its ports and transports is not hidden. What a
/// [`Service`] leads to, such as its aliases, is what its own registry says.
///
/// Layers of [`Registry`]s answer what one does, and [`Lookup`] is for code
/// that takes either. [`of`](Self::of) makes them without a heap, also as a
/// `const` or `static`; with the feature `alloc` `new` and `collect` take
/// registries from anywhere, and `push` adds one. With `runtime` `to_registry`
/// compiles all into one registry.
///
/// [replace]: crate::load::RegistryBuilder::replace
/// [hide]: crate::load::RegistryBuilder::hide_name
///
/// # Example
///
/// ```
/// use iana_ports::layers::{Layers, Source};
/// use iana_ports::{Transport::Tcp, registry};
///
/// // Registries that are compiled in, the top one first.
/// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
/// assert_eq!(LAYERS.lookup_port(443, Tcp).unwrap().source(), Source::Bundled);
///
/// # #[cfg(feature = "runtime")]
/// # {
/// use iana_ports::{Registry, load::NewRecord};
///
/// // Registries that are loaded.
/// let site = Registry::builder()
///     .record(NewRecord::service("billing").port(9000).transport(Tcp))
///     .replace(NewRecord::service("gateway").port(8080).transport(Tcp))
///     .hide_name("telnet", None)
///     .build()
///     .unwrap()
///     .named("site");
/// let layers = Layers::new([&site, registry()]);
///
/// let names = |port| layers.services_on(port, Tcp).map(|s| s.name()).collect::<Vec<_>>();
/// assert_eq!(names(9000), ["billing", "cslistener"]);
/// assert_eq!(names(8080), ["gateway"]);
/// assert_eq!(layers.lookup_port(9000, Tcp).unwrap().source(), Source::Named("site"));
/// assert_eq!(layers.lookup_port(23, Tcp), None);
/// # }
/// ```
#[derive(Clone, Default)]
pub struct Layers<'r> {
    registries: Registries<'r>,
    /// Whether one of the registries hides something.
    hides: bool,
}

/// The registries, top first.
#[derive(Clone)]
enum Registries<'r> {
    Borrowed(&'r [&'r Registry]),
    /// With the slices of their tables: reached through a loaded registry, they
    /// would be four dependent loads.
    #[cfg(feature = "alloc")]
    Owned(heap::Owned<'r>),
}

impl Default for Registries<'_> {
    fn default() -> Self {
        Self::Borrowed(&[])
    }
}

impl<'r> Layers<'r> {
    /// Layers of these registries, the top one first, without a heap. With no
    /// registry, every look-up is empty.
    ///
    /// Within a function, the array needs a name: layers borrow it.
    ///
    /// ```
    /// use iana_ports::layers::Layers;
    /// use iana_ports::{Transport::Udp, registry};
    ///
    /// const LAYERS: Layers<'static> = Layers::of(&[registry()]);
    /// assert_eq!(LAYERS.lookup_name("ntp", Udp).unwrap().port(), Some(123));
    ///
    /// let registries = [registry()];
    /// assert_eq!(Layers::of(&registries).lookup_port(123, Udp).unwrap().name(), "ntp");
    /// ```
    #[must_use]
    pub const fn of(registries: &'r [&'r Registry]) -> Self {
        let (mut hides, mut index) = (false, 0);
        while index < registries.len() {
            hides |= registries[index].tables.hides().is_some();
            index += 1;
        }
        Self { registries: Registries::Borrowed(registries), hides }
    }

    /// The registries, the top one first.
    ///
    /// ```
    /// use iana_ports::layers::{Layers, Source};
    /// use iana_ports::registry;
    ///
    /// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
    /// assert_eq!(LAYERS.registries()[0].source(), Source::Bundled);
    /// ```
    #[must_use]
    #[inline]
    pub fn registries(&self) -> &[&'r Registry] {
        match &self.registries {
            Registries::Borrowed(registries) => registries,
            #[cfg(feature = "alloc")]
            Registries::Owned((registries, _)) => registries,
        }
    }

    /// The latest [edition](Registry::edition) of the registries that have one.
    ///
    /// ```
    /// use iana_ports::{EDITION, layers::Layers, registry};
    ///
    /// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
    /// assert_eq!(LAYERS.edition(), Some(EDITION));
    /// ```
    #[must_use]
    pub fn edition(&self) -> Option<Date> {
        self.registries().iter().filter_map(|registry| registry.edition()).max()
    }

    /// The primary service on a port: that of the highest registry which has
    /// one there.
    ///
    /// ```
    /// # #[cfg(feature = "runtime")]
    /// # {
    /// use iana_ports::layers::Layers;
    /// use iana_ports::{Registry, Transport::Tcp, registry};
    ///
    /// let own = Registry::from_services_file("web 80/tcp\n".as_bytes()).unwrap();
    /// let layers = Layers::new([&own, registry()]);
    /// assert_eq!(layers.lookup_port(80, Tcp).unwrap().name(), "web");
    /// assert_eq!(layers.lookup_port(443, Tcp).unwrap().name(), "https");
    /// # }
    /// ```
    #[must_use]
    #[inline]
    pub fn lookup_port(&self, port: u16, transport: Transport) -> Option<Service<'r>> {
        let (layer, entry) = self.first(
            |tables| tables.primary(port, transport),
            |slices| slices.primary(port, transport),
        )?;
        let registries = self.registries();
        let service = Service::new(&registries[layer].tables, entry, transport);
        if !self.hides || shown::shows_name_on(&registries[..layer], service, port, transport) {
            return Some(service);
        }
        // The next on the port.
        self.services_on(port, transport).next()
    }

    /// The primary service of a name on a transport: that of the highest
    /// registry which has one. ASCII case does not matter.
    ///
    /// ```
    /// # #[cfg(feature = "runtime")]
    /// # {
    /// use iana_ports::layers::Layers;
    /// use iana_ports::{Registry, Transport::Tcp, registry};
    ///
    /// let own = Registry::from_services_file("http 8000/tcp\n".as_bytes()).unwrap();
    /// let layers = Layers::new([&own, registry()]);
    /// assert_eq!(layers.lookup_name("HTTP", Tcp).unwrap().port(), Some(8000));
    /// assert_eq!(layers.services_named("http").map(|s| s.port()).collect::<Vec<_>>()[..2],
    ///     [Some(8000), Some(80)]);
    /// # }
    /// ```
    #[must_use]
    #[inline]
    pub fn lookup_name(&self, name: &str, transport: Transport) -> Option<Service<'r>> {
        let (layer, entry) = self.first(
            |tables| tables.primary_named(name, transport),
            |slices| slices.primary_named(name, transport),
        )?;
        let registries = self.registries();
        let service = Service::new(&registries[layer].tables, entry, transport);
        if !self.hides || !shown::hides(&registries[..layer], service, transport) {
            return Some(service);
        }
        self.services_named_on(name, transport).next()
    }

    /// Every service on a port, those of the highest registry first, in its
    /// order.
    #[must_use]
    pub fn services_on(&self, port: u16, transport: Transport) -> LayeredServices<'_, 'r> {
        LayeredServices::new(self, Query::On(port, transport))
    }

    /// Every service of a name, those of the highest registry first, in its
    /// order.
    #[must_use]
    pub fn services_named(&self, name: &str) -> LayeredServices<'_, 'r> {
        LayeredServices::named(self, name, Query::Named)
    }

    /// Every service of a name on a transport or on any, those of the highest
    /// registry first, in its order. ASCII case does not matter.
    ///
    /// ```
    /// # #[cfg(feature = "runtime")]
    /// # {
    /// use iana_ports::layers::Layers;
    /// use iana_ports::{Registry, Transport::Udp, registry};
    ///
    /// let own = Registry::from_services_file("ssh 2222/tcp\nssh 2222/udp\n".as_bytes()).unwrap();
    /// let layers = Layers::new([&own, registry()]);
    /// let rows: Vec<_> = layers.services_named_on("SSH", Udp).map(|s| s.to_string()).collect();
    /// assert_eq!(rows, ["ssh (2222/udp)", "ssh (22/udp)"]);
    /// # }
    /// ```
    #[must_use]
    pub fn services_named_on(&self, name: &str, transport: Transport) -> LayeredServices<'_, 'r> {
        LayeredServices::named(self, name, |name| Query::NamedOn(name, transport))
    }

    /// Every service, those of the highest registry first.
    ///
    /// ```
    /// # #[cfg(feature = "runtime")]
    /// # {
    /// use iana_ports::layers::Layers;
    /// use iana_ports::{Registry, registry};
    ///
    /// let own = Registry::from_services_file("billing 9000/tcp\nhttp 80/tcp\n".as_bytes()).unwrap();
    /// let layers = Layers::new([&own, registry()]);
    /// // One more than there were: http shadows http.
    /// assert_eq!(layers.services().count(), registry().services().len() + 1);
    /// # }
    /// ```
    #[must_use]
    pub fn services(&self) -> LayeredServices<'_, 'r> {
        LayeredServices::new(self, Query::ALL)
    }

    /// The status of a port: `Assigned` if a registry has a service there, else
    /// what the highest says that has a row for it. A port that is hidden is
    /// `Unassigned` here, whatever IANA says.
    ///
    /// ```
    /// # #[cfg(feature = "runtime")]
    /// # {
    /// use iana_ports::layers::Layers;
    /// use iana_ports::load::NewRecord;
    /// use iana_ports::{Registry, Status, Transport::Tcp, registry};
    ///
    /// let ours = NewRecord::reserved(4..=4);
    /// let own = Registry::builder().record(ours).hide_port(80, Tcp).build().unwrap();
    /// let layers = Layers::new([&own, registry()]);
    /// assert_eq!(layers.status(4, Tcp), Status::Reserved);
    /// assert_eq!(layers.status(80, Tcp), Status::Unassigned);
    /// assert_eq!(layers.status(443, Tcp), Status::Assigned);
    /// # }
    /// ```
    #[must_use]
    pub fn status(&self, port: u16, transport: Transport) -> Status {
        match self.record_on(port, transport) {
            Some(record) => record.status(),
            None => Status::of_unlisted(port),
        }
    }

    /// The record that tells what a port is: that of the primary service, else
    /// the nameless one of the highest registry that has one.
    ///
    /// ```
    /// use iana_ports::layers::Layers;
    /// use iana_ports::{Transport::Udp, registry};
    ///
    /// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
    /// assert_eq!(LAYERS.record_on(230, Udp).unwrap().to_string(), "Reserved (225-241)");
    /// ```
    #[must_use]
    pub fn record_on(&self, port: u16, transport: Transport) -> Option<Record<'r>> {
        if let Some(service) = self.lookup_port(port, transport) {
            return Some(service.record());
        }
        for registry in self.registries() {
            let entry = registry.tables.first_nameless(port, transport);
            if entry != NONE {
                return Some(Record::new(&registry.tables, entry, transport));
            }
            if shown::hides_port(registry, port, transport) {
                break;
            }
        }
        None
    }

    /// Every row on a port: the services of [`services_on`](Self::services_on),
    /// then the nameless rows of the highest registry that has any there.
    ///
    /// ```
    /// use iana_ports::layers::Layers;
    /// use iana_ports::{Transport::Tcp, records_on, registry};
    ///
    /// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
    /// assert!(LAYERS.records_on(7775, Tcp).eq(records_on(7775, Tcp)));
    /// ```
    #[must_use]
    pub fn records_on(&self, port: u16, transport: Transport) -> LayeredRecords<'_, 'r> {
        LayeredRecords::on(self, port, transport)
    }

    /// Every record, those of the highest registry first, in its order.
    ///
    /// ```
    /// use iana_ports::{layers::Layers, records, registry};
    ///
    /// // One is as good as two.
    /// static LAYERS: Layers<'static> = Layers::of(&[registry(), registry()]);
    /// assert!(LAYERS.records().take(100).eq(records().take(100)));
    /// ```
    #[must_use]
    pub fn records(&self) -> LayeredRecords<'_, 'r> {
        LayeredRecords::all(self)
    }

    /// What a port is, and why: see [`explain`](crate::explain).
    ///
    /// ```
    /// use iana_ports::{Transport::Udp, explain, layers::Layers, registry};
    ///
    /// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
    /// assert_eq!(LAYERS.explain(143, Udp).to_string(), explain(143, Udp).to_string());
    /// ```
    #[must_use]
    pub fn explain(&self, port: u16, transport: Transport) -> Explanation<'r> {
        let on_each = array::from_fn(|on| self.lookup_port(port, Transport::ALL[on]));
        Explanation::new((port, transport), self.record_on(port, transport), on_each)
    }

    /// Ports that are not assigned, nor reserved or dynamic: see
    /// [`free_ports`](crate::free_ports). Those that are hidden are free.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, free_ports, layers::Layers, registry};
    ///
    /// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
    /// assert_eq!(LAYERS.free_ports(Tcp, 4500..).next(), free_ports(Tcp, 4500..).next());
    /// ```
    #[must_use]
    pub fn free_ports(
        &self,
        transports: impl Into<Transports>,
        range: impl RangeBounds<u16>,
    ) -> FreePorts<'_, Self> {
        FreePorts::new(self, transports.into(), range)
    }
}

#[cfg(not(feature = "alloc"))]
impl<'r> Layers<'r> {
    /// The first registry with a primary entry, and the entry.
    #[inline(always)]
    fn first(
        &self,
        of_tables: impl Fn(&crate::tables::Tables) -> u16,
        _: impl Fn(&crate::tables::NameTables<'r>) -> u16,
    ) -> Option<(usize, u16)> {
        first(self.registries(), |registry| of_tables(&registry.tables))
    }
}

/// The first layer with an entry, and the entry. A loop, because `find_map`
/// is not inlined, and the views of the tables are large.
#[inline(always)]
fn first<L>(layers: &[L], primary: impl Fn(&L) -> u16) -> Option<(usize, u16)> {
    for (index, layer) in layers.iter().enumerate() {
        let entry = primary(layer);
        if entry < RESERVED {
            return Some((index, entry));
        }
    }
    None
}

impl fmt::Debug for Layers<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.registries().iter().map(|registry| registry.source())).finish()
    }
}
