//! Ports as a person writes them: `22, https/tcp, 6000-6063`.
//!
//! `PortSpec` (feature `alloc`) takes any number of items, [`Fixed`] as many as
//! it has places, without a heap; both are a [`Spec`], which has the grammar
//! and the methods. [`Syntax`] has the grammars of other tools.

mod convert;
mod error;
#[cfg(feature = "alloc")]
mod heap;
mod item;
mod other_form;
mod parse;
mod segments;
mod span;
mod storage;
mod syntax;

use core::fmt;

pub use error::{ParsePortSpecError, Suggestion};
#[cfg(feature = "alloc")]
pub use heap::{List, PortSpec};
pub use item::Item;
pub use segments::{PortSpecIter, Ranges};
pub use storage::{Array, Storage};
pub use syntax::Syntax;

use crate::registry::lookup::Lookup;
use crate::text::joined::joined;
use crate::values::transport::Transport;
use crate::values::transports::Transports;
use parse::Names;
use segments::Segments;
use span::Span;

/// A [`Spec`] of up to `N` items, without a heap and in every build.
///
/// ```
/// use iana_ports::port_spec::Fixed;
///
/// let spec: Fixed<16> = "22,https/tcp,6000-6063".parse()?;
/// assert!(spec.contains(6010, iana_ports::Transport::Udp));
///
/// let error = Fixed::<2>::parse("22,80,443").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "more than 2 items at byte 6, expected at most 2; \
///      `PortSpec` (feature `alloc`) takes any number",
/// );
/// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
/// ```
pub type Fixed<const N: usize> = Spec<Array<N>>;

/// Ports and their transports, as a command line or a settings file lists them:
/// `22`, `22/tcp`, `6000-6063/udp`, `ssh`, `https/tcp, x11, 8080`.
///
/// `PortSpec` and [`Fixed`] are the two kinds of it. There are commas between
/// items, and blanks around them do not matter:
///
/// - A port (0-65535), a range of two ports, or a range that is open to 65535
///   (`60000-`) is on every transport of [`Transport::ALL`], or on those that
///   follow a `/`: `22/tcp`, `53/tcp+udp`. Only digits, and digits around one
///   hyphen, are numbers; all else is a name: `3com-tsmux`, `9pfs`.
/// - A service name stands for all ports that the bundled registry assigns to
///   it (the columns "Service Name", "Port Number" and "Transport Protocol"),
///   on their transports or on those that follow a `/`. A row that names no
///   transport is on all of them. As everywhere, ASCII case does not matter
///   (RFC 6335 section 5.1), and names that hold a `/` are found: `cl/1`,
///   `914c/g/udp`.
///
/// An item without a transport is on every one, unless [`on`](Self::on) says on
/// which. [`Syntax`] has other readings, and the syntaxes of other tools; the
/// errors of each know the others and say what to write instead.
///
/// `Display` writes the items as they were given, in the registry's spelling,
/// without blanks and leading zeros, and in the default syntax: what it writes
/// is read back by [`parse`](Self::parse). `{:#}` writes the ports instead,
/// sorted and merged, which is shorter for long lists. Two specs are equal if
/// their items are: `22/tcp` is not `ssh/tcp`.
///
/// It borrows nothing and has [`FromStr`](core::str::FromStr), so that it can be
/// the type of an argument.
///
/// ```
/// use iana_ports::Transport::{Sctp, Tcp, Udp};
/// use iana_ports::port_spec::Fixed;
///
/// let spec = Fixed::<8>::parse("22, HTTPS/tcp, 20-25/tcp, x11")?;
/// assert!(spec.contains(22, Sctp));
/// assert!(spec.contains(443, Tcp) && !spec.contains(443, Udp));
/// assert!(spec.ranges(Tcp).eq([20..=25, 443..=443, 6000..=6063]));
/// assert_eq!(spec.to_string(), "22,https/tcp,20-25/tcp,x11");
/// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
/// ```
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub struct Spec<S> {
    items: S,
}

impl<S: Storage> Spec<S> {
    /// Parses a list in the default [`Syntax`].
    ///
    /// ```
    /// use iana_ports::port_spec::Fixed;
    /// use iana_ports::Transport::{Tcp, Udp};
    ///
    /// let spec = Fixed::<2>::parse("domain, 6000-6001/tcp")?;
    /// let ports: Vec<_> = spec.iter().collect();
    /// assert_eq!(ports, [(53, Tcp), (53, Udp), (6000, Tcp), (6001, Tcp)]);
    ///
    /// let error = Fixed::<2>::parse("ssh,imap/udp").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     r#"no port on udp is registered for "imap/udp" at byte 4, expected tcp"#,
    /// );
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A [`ParsePortSpecError`] for the first item that is malformed, stands
    /// for no port or finds no place.
    pub fn parse(text: &str) -> Result<Self, ParsePortSpecError> {
        parse::spec(text, Syntax::Default, &Names::BUNDLED)
    }

    /// Parses a list in the given syntax.
    ///
    /// ```
    /// use iana_ports::port_spec::{Fixed, Syntax};
    ///
    /// let spec = Fixed::<4>::parse_as(Syntax::Nmap, "22,T:25,U:53,60000-")?;
    /// assert_eq!(spec.to_string(), "22,25/tcp,53/udp,60000-65535/udp");
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse).
    pub fn parse_as(syntax: Syntax, text: &str) -> Result<Self, ParsePortSpecError> {
        parse::spec(text, syntax, &Names::BUNDLED)
    }

    /// Parses a list in the default syntax, with the names of a registry or of
    /// layers.
    ///
    /// A name that means something else there than in the bundled registry is
    /// kept as the ports that it stands for: `Display` writes what
    /// [`parse`](Self::parse) reads.
    ///
    /// ```
    /// # #[cfg(feature = "runtime")]
    /// # {
    /// use iana_ports::layers::Layers;
    /// use iana_ports::port_spec::Fixed;
    /// use iana_ports::{Registry, registry};
    ///
    /// let own = Registry::from_services_file("intranet 8090/tcp\n".as_bytes()).unwrap();
    /// let layers = Layers::new([&own, registry()]);
    /// let spec = Fixed::<2>::parse_in("intranet, https/tcp", &layers).unwrap();
    /// assert_eq!(spec.to_string(), "8090/tcp,https/tcp");
    ///
    /// let error = Fixed::<2>::parse_in("intrnet", &layers).unwrap_err();
    /// assert!(error.to_string().ends_with(r#"did you mean "intranet"?"#));
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse).
    pub fn parse_in(text: &str, names: &impl Lookup) -> Result<Self, ParsePortSpecError> {
        parse::spec(text, Syntax::Default, &Names(Some(names)))
    }

    /// Parses a list in the given syntax, with the names of a registry or of
    /// layers: [`parse_as`](Self::parse_as) and [`parse_in`](Self::parse_in) in
    /// one.
    ///
    /// ```
    /// use iana_ports::port_spec::{Fixed, Syntax};
    ///
    /// let spec = Fixed::<2>::parse_as_in(Syntax::Ufw, "22,80:90/tcp", iana_ports::registry())?;
    /// assert_eq!(spec.to_string(), "22/tcp,80-90/tcp");
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse).
    pub fn parse_as_in(
        syntax: Syntax,
        text: &str,
        names: &impl Lookup,
    ) -> Result<Self, ParsePortSpecError> {
        parse::spec(text, syntax, &Names(Some(names)))
    }

    /// The items in the order in which they were given.
    ///
    /// ```
    /// use iana_ports::port_spec::Fixed;
    ///
    /// let spec = Fixed::<4>::parse("8080, ssh/tcp, 20-25")?;
    /// let items: Vec<_> = spec.items().iter().map(|item| item.to_string()).collect();
    /// assert_eq!(items, ["8080", "ssh/tcp", "20-25"]);
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    #[must_use]
    pub fn items(&self) -> &[Item] {
        self.items.items()
    }

    /// The spec with its items on the transports, where they name none: a
    /// firewall says `[Tcp]`. Without this, they are on every transport.
    ///
    /// A name is limited to those of the transports on which the registry has
    /// it; one that it has on none of them stays as it is: `syslog` is on udp.
    /// No transports at all change nothing.
    ///
    /// ```
    /// use iana_ports::Transport::{Tcp, Udp};
    /// use iana_ports::port_spec::Fixed;
    ///
    /// let spec = Fixed::<4>::parse("22, https, 53/udp, syslog")?;
    /// assert_eq!(spec.on(&[Tcp]).to_string(), "22/tcp,https/tcp,53/udp,syslog");
    /// assert_eq!(spec.on(&[Udp, Tcp]).items()[0].to_string(), "22/tcp+udp");
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    #[must_use]
    pub fn on(self, transports: &[Transport]) -> Self {
        let mut items = self.items;
        if !transports.is_empty() {
            items.items_mut().iter_mut().for_each(|item| *item = item.or_on(transports.into()));
        }
        items.finish();
        Self { items }
    }

    /// Whether one of the items stands for the port on the transport.
    ///
    /// ```
    /// use iana_ports::port_spec::Fixed;
    /// use iana_ports::Transport::{Dccp, Tcp, Udp};
    ///
    /// let spec = Fixed::<2>::parse("http-alt/tcp,swx")?;
    /// assert!(spec.contains(8080, Tcp) && spec.contains(591, Tcp) && !spec.contains(8080, Udp));
    /// // The registry names no transport for swx.
    /// assert!(spec.contains(7359, Dccp));
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    #[must_use]
    pub fn contains(&self, port: u16, transport: Transport) -> bool {
        let has =
            |span: Span| (span.first..=span.last).contains(&port) && span.on.contains(transport);
        let table = self.items.table();
        if table.is_empty() {
            return self.items().iter().flat_map(|item| item.spans()).any(has);
        }
        let place = table.partition_point(|span| span.last < port);
        table.get(place).copied().is_some_and(has)
    }

    /// The ports on a transport as ranges: sorted, merged, and each port once.
    ///
    /// ```
    /// use iana_ports::{Transport::Tcp, port_spec::Fixed};
    ///
    /// let spec = Fixed::<4>::parse("https, 8000-8010, 8005-8020/tcp, 8021/udp")?;
    /// let set: Vec<_> = spec.ranges(Tcp).map(|r| format!("{}-{}", r.start(), r.end())).collect();
    /// assert_eq!(set, ["443-443", "8000-8020"]);
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    #[must_use]
    pub fn ranges(&self, transport: Transport) -> Ranges<'_> {
        Ranges { spans: Segments::new(self.items(), self.items.table(), transport.into()) }
    }

    /// Every port with its transport, each once: see [`PortSpecIter`] for the
    /// order.
    ///
    /// ```
    /// use iana_ports::port_spec::Fixed;
    /// use iana_ports::Transport::Sctp;
    ///
    /// let spec = Fixed::<2>::parse("22,x11")?;
    /// assert_eq!(spec.iter().len(), 4 + 2 * 64);
    /// assert_eq!(spec.iter().nth(2), Some((22, Sctp)));
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    #[must_use]
    pub fn iter(&self) -> PortSpecIter<'_> {
        PortSpecIter::new(self.segments())
    }

    /// How many ports there are, counted once for each transport.
    ///
    /// ```
    /// use iana_ports::port_spec::Fixed;
    ///
    /// assert_eq!(Fixed::<3>::parse("22/tcp,20-25/tcp,ssh/tcp")?.len(), 6);
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.segments().map(Span::len).sum()
    }

    /// Whether there is no port: only of what a difference leaves, for no text
    /// is an empty spec.
    ///
    /// ```
    /// use iana_ports::port_spec::Fixed;
    ///
    /// let spec = Fixed::<1>::parse("22")?;
    /// assert!(!spec.is_empty());
    /// assert!(spec.difference(&spec).unwrap().is_empty());
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items().is_empty()
    }

    fn segments(&self) -> Segments<'_> {
        Segments::new(self.items(), self.items.table(), Transports::ALL)
    }

    /// Takes in the items of another one; whether all have found a place.
    fn add(&mut self, other: &Spec<impl Storage>) -> bool {
        let own = self.items().len();
        let is_new = |items: &[Item], item| !items[..own].contains(item);
        let fits = other
            .items()
            .iter()
            .all(|item| !is_new(self.items.items(), item) || self.items.push(*item));
        self.items.finish();
        fits
    }

    /// Takes in the ports that one has and the other has not.
    fn add_difference(&mut self, one: &Self, other: &Spec<impl Storage>) -> bool {
        let mut left = segments::difference(one.segments(), other.segments());
        let fits = left.all(|span| self.items.push(span.item()));
        self.items.finish();
        fits
    }
}

impl<const N: usize> Fixed<N> {
    /// The items of both, those of the other that are written alike only once;
    /// `None` if these are more than `N`.
    ///
    /// ```
    /// use iana_ports::port_spec::Fixed;
    ///
    /// let (web, own) = (Fixed::<3>::parse("https,80")?, Fixed::<3>::parse("80,8000-8010")?);
    /// assert_eq!(web.union(&own).unwrap().to_string(), "https,80,8000-8010");
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    #[must_use]
    pub fn union(&self, other: &Spec<impl Storage>) -> Option<Self> {
        let mut items = *self;
        items.add(other).then_some(items)
    }

    /// The ports that the other has not, as numbers; `None` if that takes more
    /// than `N` items.
    ///
    /// ```
    /// use iana_ports::port_spec::Fixed;
    ///
    /// let (all, used) = (Fixed::<2>::parse("8000-8010/tcp")?, Fixed::<2>::parse("http-alt")?);
    /// assert_eq!(all.difference(&used).unwrap().to_string(), "8000-8007/tcp,8009-8010/tcp");
    /// # Ok::<(), iana_ports::port_spec::ParsePortSpecError>(())
    /// ```
    #[must_use]
    pub fn difference(&self, other: &Spec<impl Storage>) -> Option<Self> {
        let mut left = Self { items: storage::sealed::Sealed::empty() };
        left.add_difference(self, other).then_some(left)
    }
}

impl<'a, S: Storage> IntoIterator for &'a Spec<S> {
    type Item = (u16, Transport);
    type IntoIter = PortSpecIter<'a>;

    fn into_iter(self) -> PortSpecIter<'a> {
        self.iter()
    }
}

/// `22,https/tcp,6000-6063`; in the alternate form the ports, sorted and
/// merged: `22,443/tcp,6000-6063`.
impl<S: Storage> fmt::Display for Spec<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let merged = self.segments().map(Span::item);
        let (given, merged) = match f.alternate() {
            true => (&[][..], Some(merged)),
            false => (self.items(), None),
        };
        let items = given.iter().copied().chain(merged.into_iter().flatten());
        joined(f, ["", ","], items, |f, item| write!(f, "{item}"))
    }
}

/// `PortSpec(22,https/tcp,6000-6063)`.
impl<S: Storage> fmt::Debug for Spec<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PortSpec({self})")
    }
}

#[cfg(test)]
mod tests;
