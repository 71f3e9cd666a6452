//! The category of a service: a binary search in the sorted names.

use core::cmp::Ordering;

use crate::facts::category::Category;
use crate::registry::service::Service;
use crate::tables::U16s;

/// A file of the table.
macro_rules! table {
    ($include:ident, $file:literal) => {
        $include!(concat!(env!("OUT_DIR"), "/categories/", $file))
    };
}

/// The names, in lower case and sorted, one after the other.
static NAMES: &str = table!(include_str, "names.text");
/// Where each name ends.
static ENDS: &[u8] = table!(include_bytes, "names.ends");
/// The category of each name: its place in [`Category::ALL`].
static CATEGORIES: &[u8] = table!(include_bytes, "names.categories");

impl Service<'_> {
    /// What the service is for, where that is known: of some 1,200 registered
    /// names and of most [customary](crate::facts) ones.
    ///
    /// It goes by the name alone, in any case, whatever registry the service is
    /// of: `https` on a port of your own is `Web` as well.
    ///
    /// ```
    /// use iana_ports::{Transport::{Tcp, Udp}, facts::Category, lookup_name};
    ///
    /// assert_eq!(lookup_name("imaps", Tcp).unwrap().category(), Some(Category::Mail));
    /// assert_eq!(lookup_name("ntp", Udp).unwrap().category(), Some(Category::Time));
    /// # #[cfg(feature = "runtime")]
    /// # {
    /// let own = iana_ports::Registry::from_services_file("HTTPS 8443/tcp\n".as_bytes()).unwrap();
    /// assert_eq!(own.lookup_port(8443, Tcp).unwrap().category(), Some(Category::Web));
    /// # }
    /// ```
    #[must_use]
    pub fn category(self) -> Option<Category> {
        let (name, ends) = (self.name(), U16s::new(ENDS));
        let (mut low, mut high) = (0, ends.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let start = if middle == 0 { 0 } else { ends.get(middle - 1) };
            let found = NAMES.get(usize::from(start)..usize::from(ends.get(middle)))?;
            match found.bytes().cmp(name.bytes().map(|byte| byte.to_ascii_lowercase())) {
                Ordering::Less => low = middle + 1,
                Ordering::Greater => high = middle,
                Ordering::Equal => {
                    let place = CATEGORIES.get(middle)?;
                    return Category::ALL.get(usize::from(*place)).copied();
                }
            }
        }
        None
    }
}
