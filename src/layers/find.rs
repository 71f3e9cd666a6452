//! What is looked for in layers and not known by its name: suggestions, and
//! services by words.

use super::{Layers, shown};
use crate::find::{Rank, Search, Stack, Suggestions};
use crate::registry::Registry;
use crate::registry::service::Service;

impl<'r> Layers<'r> {
    /// Names that are nearly a text, as [`suggest`](crate::suggest()) has them
    /// of IANA's.
    ///
    /// ```
    /// # #[cfg(feature = "runtime")]
    /// # {
    /// use iana_ports::{Registry, layers::Layers, registry};
    ///
    /// let own = Registry::from_services_file("billing 9000/tcp\n".as_bytes()).unwrap();
    /// let layers = Layers::new([&own, registry()]);
    /// assert_eq!(layers.suggest("biling").next().unwrap().name(), "billing");
    /// # }
    /// ```
    #[must_use]
    pub fn suggest(&self, text: &str) -> Suggestions<'_> {
        Suggestions::among(self, text)
    }

    /// Services by words, the best first: see [`search`](crate::search()). Of
    /// equally good ones, those of the highest registry come first.
    ///
    /// ```
    /// # #[cfg(feature = "runtime")]
    /// # {
    /// use iana_ports::{Registry, layers::Layers, registry};
    ///
    /// let own = Registry::from_services_file("sql-proxy 9000/tcp\nimap 143/tcp\n".as_bytes()).unwrap();
    /// let layers = Layers::new([&own, registry()]);
    /// let found: Vec<_> = layers.search("proxy sql").map(|found| found.service().name()).collect();
    /// assert_eq!(found, ["sql-proxy", "mysql-proxy"]);
    /// // The own one shadows IANA's.
    /// let found = layers.search("imap").filter(|found| found.service().name() == "imap");
    /// assert_eq!(found.count(), 1);
    /// # }
    /// ```
    #[must_use]
    pub fn search<'a>(&'a self, query: &'a str) -> Search<'a, 'r> {
        let stack = Stack::Several(self.registries());
        let shows =
            |above: &[&Registry], service: Service<'_>| shown::shows(above, service.record());
        Search::new(stack, (shows, Rank::Name), query)
    }
}
