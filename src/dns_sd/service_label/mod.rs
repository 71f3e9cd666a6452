//! Service labels of DNS, `_http._tcp`: RFC 6763 and RFC 2782.

mod domain_name;
mod error;
mod parse;
mod unescaped;

pub use error::ParseServiceLabelError;
pub use unescaped::Unescaped;

use crate::lookups::services_named_on;
use crate::registry::lookup::Lookup;
use crate::registry::services::Services;
use crate::text::text_traits::text_without_case;
use crate::values::transport::Transport;

/// A service name and its transport as DNS writes them, [RFC 6763 section 7]
/// and [RFC 2782]: `[instance.][_subtype._sub.]_name._tcp[.domain]`.
///
/// The parts are slices of the text that was parsed, and
/// [`Display`](core::fmt::Display) writes that text again. Escapes (`\.`,
/// `\032`) stay as they are: an escaped dot separates no labels, and that is
/// all they mean here. Labels are equal, ordered and hashed as text without
/// ASCII case, so that `_http._tcp` and `_http._tcp.` are two labels.
///
/// ```
/// use iana_ports::dns_sd::ServiceLabel;
/// use iana_ports::Transport;
///
/// let label = ServiceLabel::parse(r"My\ Printer\.2._ipp._tcp.local")?;
/// assert_eq!(label.instance(), Some(r"My\ Printer\.2"));
/// assert_eq!((label.name(), label.transport()), ("ipp", Transport::Tcp));
/// assert_eq!(label.domain(), Some("local"));
/// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
/// ```
///
/// [RFC 6763 section 7]: https://www.rfc-editor.org/rfc/rfc6763#section-7
/// [RFC 2782]: https://www.rfc-editor.org/rfc/rfc2782
#[derive(Clone, Copy, Debug)]
pub struct ServiceLabel<'a> {
    text: &'a str,
    instance: Option<&'a str>,
    subtype: Option<&'a str>,
    /// From the underscore of the name on.
    type_domain: &'a str,
    name: &'a str,
    transport_label: &'a str,
    transport: Transport,
    domain: Option<&'a str>,
}

impl<'a> ServiceLabel<'a> {
    /// Parses what RFC 6763 allows: the name satisfies
    /// [`ServiceName`](crate::service_name::ServiceName), and the instance name
    /// is one label without control characters.
    ///
    /// Of several pairs such as `_name._tcp` the leftmost is the service. The
    /// name need not be registered.
    ///
    /// ```
    /// use iana_ports::dns_sd::{ServiceLabel, ParseServiceLabelError};
    /// use iana_ports::service_name::ParseServiceNameError;
    ///
    /// assert_eq!(ServiceLabel::parse("_radiustls._tcp")?.name(), "radiustls");
    ///
    /// let error = ServiceLabel::parse("_androidtvremote2._tcp.local.").unwrap_err();
    /// let ParseServiceLabelError::Name(error) = error else { panic!("{error}") };
    /// assert!(matches!(error, ParseServiceNameError::TooLong { length: 16, .. }));
    /// # Ok::<(), ParseServiceLabelError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// A [`ParseServiceLabelError`] for the first rule that the text breaks:
    /// those that [`parse_lenient`](Self::parse_lenient) holds, then
    /// [`broken_rules`](Self::broken_rules).
    pub fn parse(text: &'a str) -> Result<Self, ParseServiceLabelError> {
        Self::parse_forgiving(text, |_| false)
    }

    /// Parses what RFC 6763 allows, and breaches of those rules that a function
    /// forgives: it is asked about each of
    /// [`broken_rules`](Self::broken_rules).
    ///
    /// ```
    /// use iana_ports::dns_sd::{ParseServiceLabelError, ServiceLabel};
    /// use iana_ports::service_name::ParseServiceNameError as Rule;
    ///
    /// // Names of up to 30 characters, and underscores in them.
    /// let parse = |text| {
    ///     ServiceLabel::parse_forgiving(text, |rule| {
    ///         matches!(
    ///             rule,
    ///             ParseServiceLabelError::Name(
    ///                 Rule::TooLong { length: ..=30, .. } | Rule::BadCharacter { character: '_', .. }
    ///             )
    ///         )
    ///     })
    /// };
    /// assert_eq!(parse("_androidtvremote2._tcp.local.")?.name(), "androidtvremote2");
    /// assert_eq!(parse("_ibisip_http._tcp.local.")?.name(), "ibisip_http");
    /// let error = parse("_-service-name-too-long._tcp.local.").unwrap_err();
    /// assert_eq!(error, ParseServiceLabelError::Name(Rule::LeadingHyphen));
    /// # Ok::<(), ParseServiceLabelError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse), for the first rule that is not forgiven.
    pub fn parse_forgiving(
        text: &'a str,
        mut forgives: impl FnMut(ParseServiceLabelError) -> bool,
    ) -> Result<Self, ParseServiceLabelError> {
        let label = Self::parse_lenient(text)?;
        label.broken_rules().find(|rule| !forgives(*rule)).map_or(Ok(label), Err)
    }

    /// Parses what is deployed: as [`parse`](Self::parse), but the name is
    /// anything that DNS can carry; the instance name may have dots anywhere
    /// and backslashes that are not escaped; and `_sub` may stand without a
    /// subtype, which is empty then.
    ///
    /// ```
    /// use iana_ports::dns_sd::ServiceLabel;
    ///
    /// let label = ServiceLabel::parse_lenient("_androidtvremote2._tcp.local.")?;
    /// assert_eq!(label.name(), "androidtvremote2");
    ///
    /// let label = ServiceLabel::parse_lenient("Office 2.1._dec_dlm._tcp.local.")?;
    /// assert_eq!((label.instance(), label.name()), (Some("Office 2.1"), "dec_dlm"));
    ///
    /// let label = ServiceLabel::parse_lenient("Kiosk Ltd.._ipp._tcp.local.")?;
    /// assert_eq!(label.instance(), Some("Kiosk Ltd."));
    /// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first rule that is broken of those of any domain name, then of the
    /// pair, then of the order of what stands in front of it. Of those of a
    /// service name,
    /// [`ParseServiceNameError::Empty`](crate::service_name::ParseServiceNameError::Empty)
    /// alone is held.
    pub fn parse_lenient(text: &'a str) -> Result<Self, ParseServiceLabelError> {
        parse::lenient(text)
    }

    /// Parses a service type as the Bonjour API writes it, a *regtype*:
    /// `_ipp._tcp`, or with a subtype behind a comma. The form is none of DNS,
    /// where the subtype is written `_color._sub._ipp._tcp`.
    ///
    /// ```
    /// use iana_ports::dns_sd::ServiceLabel;
    ///
    /// let label = ServiceLabel::parse_regtype("_ipp._tcp,_color")?;
    /// assert_eq!((label.name(), label.subtype()), ("ipp", Some("_color")));
    /// assert_eq!(label.service_type(), "_ipp._tcp");
    ///
    /// let error = ServiceLabel::parse_regtype("_ipp._tcp.local.").unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "unexpected text at byte 10 of a service type, \
    ///      expected one such as _ipp._tcp or _ipp._tcp,_color",
    /// );
    /// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`parse`](Self::parse), and if there is an instance name, a domain or
    /// more than one subtype.
    pub fn parse_regtype(text: &'a str) -> Result<Self, ParseServiceLabelError> {
        parse::regtype(text)
    }

    /// Every rule of RFC 6763 and RFC 6335 that the label breaks: none, if
    /// [`parse`](Self::parse) takes it. The rules of the service name come
    /// first, then those of what stands in front of it.
    ///
    /// ```
    /// use iana_ports::dns_sd::ServiceLabel;
    ///
    /// let label = ServiceLabel::parse_lenient("v1.2._1234567890123456._tcp.local.")?;
    /// assert!(label.broken_rules().map(|rule| rule.to_string()).eq([
    ///     "service name of 16 characters, expected at most 15",
    ///     "service name of 16 characters without a letter, expected at least one",
    ///     r"unescaped dot at byte 2 of an instance name, expected one label with its dots written `\.`",
    /// ]));
    /// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
    /// ```
    pub fn broken_rules(self) -> impl Iterator<Item = ParseServiceLabelError> + Clone + use<'a> {
        parse::broken_rules(self)
    }

    /// The services that are registered under the name and reached on the
    /// transport, in the bundled registry: [`services_named_on`].
    ///
    /// None does not mean that the label is wrong: it is not registered.
    ///
    /// ```
    /// use iana_ports::dns_sd::ServiceLabel;
    ///
    /// let label = ServiceLabel::parse("_ssh._tcp.local")?;
    /// let services: Vec<_> = label.services().map(|service| service.to_string()).collect();
    /// assert_eq!(services, ["ssh (22/tcp)", "ssh (tcp)"]);
    /// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
    /// ```
    #[must_use]
    pub const fn services(self) -> Services<'static> {
        services_named_on(self.name, self.transport)
    }

    /// The same in a registry or in layers, as these show them.
    ///
    /// ```
    /// use iana_ports::dns_sd::ServiceLabel;
    /// use iana_ports::layers::Layers;
    /// use iana_ports::registry;
    ///
    /// static LAYERS: Layers<'static> = Layers::of(&[registry()]);
    /// let label = ServiceLabel::parse("_ssh._tcp.local")?;
    /// assert!(label.services_in(&LAYERS).eq(label.services()));
    /// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
    /// ```
    #[must_use]
    pub fn services_in<R: Lookup>(self, registry: &R) -> R::Services<'_> {
        registry.services_named_on(self.name, self.transport)
    }

    /// The TXT record keys that the registry defines for the service: those of
    /// the first row of [`services`](Self::services) that lists keys, else of
    /// the first that speaks of them.
    ///
    /// ```
    /// use iana_ports::dns_sd::ServiceLabel;
    ///
    /// // The second of two rows has them.
    /// let keys = ServiceLabel::parse("_ssh._tcp.local.")?.txt_keys().unwrap();
    /// assert!(keys.iter().map(|key| key.name()).eq(["u", "p"]));
    /// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
    /// ```
    #[cfg(feature = "details")]
    #[must_use]
    pub fn txt_keys(self) -> Option<crate::values::details::txt_keys::TxtKeys<'static>> {
        let mut keys = self.services().filter_map(|service| service.txt_keys());
        let first = keys.clone().next();
        keys.find(|keys| !keys.is_empty()).or(first)
    }

    /// The text that was parsed.
    ///
    /// ```
    /// use iana_ports::dns_sd::ServiceLabel;
    ///
    /// assert_eq!(ServiceLabel::parse("_HTTP._TCP")?.as_str(), "_HTTP._TCP");
    /// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.text
    }

    /// The service name without its underscore ([RFC 6763 section
    /// 7](https://www.rfc-editor.org/rfc/rfc6763#section-7)).
    ///
    /// ```
    /// use iana_ports::dns_sd::ServiceLabel;
    ///
    /// assert_eq!(ServiceLabel::parse("_pdl-datastream._tcp.local")?.name(), "pdl-datastream");
    /// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
    /// ```
    #[must_use]
    pub const fn name(self) -> &'a str {
        self.name
    }

    /// The transport that the transport label names.
    ///
    /// In DNS-SD `_udp` stands for every transport other than TCP ([RFC 6763
    /// section 7](https://www.rfc-editor.org/rfc/rfc6763#section-7)), so that
    /// the service itself may run over SCTP or DCCP. SRV records outside of
    /// DNS-SD name these as `_sctp` and `_dccp` (RFC 2782).
    ///
    /// ```
    /// use iana_ports::dns_sd::ServiceLabel;
    /// use iana_ports::Transport;
    ///
    /// assert_eq!(ServiceLabel::parse("_sip._UDP.example.com")?.transport(), Transport::Udp);
    /// assert_eq!(ServiceLabel::parse("_diameter._sctp.a.com")?.transport(), Transport::Sctp);
    /// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
    /// ```
    #[must_use]
    pub const fn transport(self) -> Transport {
        self.transport
    }

    /// The transport label with its underscore, as it was spelled (RFC 2782,
    /// "Proto").
    ///
    /// ```
    /// use iana_ports::dns_sd::ServiceLabel;
    ///
    /// assert_eq!(ServiceLabel::parse("_sip._UDP.example.com")?.transport_label(), "_UDP");
    /// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
    /// ```
    #[must_use]
    pub const fn transport_label(self) -> &'a str {
        self.transport_label
    }

    /// The subtype: the label before `_sub` ([RFC 6763 section
    /// 7.1](https://www.rfc-editor.org/rfc/rfc6763#section-7.1)).
    ///
    /// An underscore at its beginning is part of it: subtypes often have one,
    /// but need not.
    ///
    /// ```
    /// use iana_ports::dns_sd::ServiceLabel;
    ///
    /// let label = ServiceLabel::parse("_printer._sub._http._tcp.local.")?;
    /// assert_eq!((label.subtype(), label.name()), (Some("_printer"), "http"));
    /// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
    /// ```
    #[must_use]
    pub const fn subtype(self) -> Option<&'a str> {
        self.subtype
    }

    /// The instance name, escapes included: what stands in front of the service
    /// and its subtype ([RFC 6763 section
    /// 4.1.1](https://www.rfc-editor.org/rfc/rfc6763#section-4.1.1)).
    ///
    /// Before `_dns-sd._udp`, which is no service type, this is the kind of the
    /// query: `_services` ([`is_meta_query`](Self::is_meta_query)), or `b`,
    /// `db`, `r`, `dr`, `lb` (section 11).
    ///
    /// ```
    /// use iana_ports::dns_sd::ServiceLabel;
    ///
    /// let label = ServiceLabel::parse("Büro links oben._printer._tcp.local.")?;
    /// assert_eq!(label.instance(), Some("Büro links oben"));
    /// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
    /// ```
    #[must_use]
    pub const fn instance(self) -> Option<&'a str> {
        self.instance
    }

    /// The instance name as people read it, its escapes resolved: to be
    /// displayed, without a heap.
    ///
    /// ```
    /// use iana_ports::dns_sd::ServiceLabel;
    ///
    /// let label = ServiceLabel::parse(r"My\ Printer\.2._ipp._tcp.local")?;
    /// assert_eq!(label.instance_unescaped().unwrap().to_string(), "My Printer.2");
    /// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
    /// ```
    #[must_use]
    pub fn instance_unescaped(self) -> Option<Unescaped<'a>> {
        self.instance.map(|text| Unescaped { text })
    }

    /// The service type, a slice of the text: `_http._tcp` ([RFC 6763 section
    /// 7](https://www.rfc-editor.org/rfc/rfc6763#section-7)).
    ///
    /// ```
    /// use iana_ports::dns_sd::ServiceLabel;
    ///
    /// let label = ServiceLabel::parse("Hall._printer._sub._http._tcp.local.")?;
    /// assert_eq!(label.service_type(), "_http._tcp");
    /// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
    /// ```
    #[must_use]
    pub fn service_type(self) -> &'a str {
        &self.type_domain[.."_.".len() + self.name.len() + self.transport_label.len()]
    }

    /// The service type and the domain, a slice of the text: what libraries for
    /// DNS-SD browse.
    ///
    /// ```
    /// use iana_ports::dns_sd::ServiceLabel;
    ///
    /// let label = ServiceLabel::parse("Hall._http._tcp.local.")?;
    /// assert_eq!(label.type_domain(), "_http._tcp.local.");
    /// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
    /// ```
    #[must_use]
    pub const fn type_domain(self) -> &'a str {
        self.type_domain
    }

    /// The domain, with the root's dot if it was written; of `_http._tcp.`, the
    /// root itself, there is none.
    ///
    /// ```
    /// use iana_ports::dns_sd::ServiceLabel;
    ///
    /// let label = ServiceLabel::parse("_ldap._tcp.gc._msdcs.example.com")?;
    /// assert_eq!(label.domain(), Some("gc._msdcs.example.com"));
    /// assert_eq!(ServiceLabel::parse("_ipp._tcp.local.")?.domain(), Some("local."));
    /// assert_eq!(ServiceLabel::parse("_http._tcp.")?.domain(), None);
    /// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
    /// ```
    #[must_use]
    pub const fn domain(self) -> Option<&'a str> {
        self.domain
    }

    /// Whether this is `_services._dns-sd._udp`, the query for all service
    /// types of a domain ([RFC 6763 section
    /// 9](https://www.rfc-editor.org/rfc/rfc6763#section-9)).
    ///
    /// It is written like an instance called `_services` of a service called
    /// `dns-sd`, and its parts are these.
    ///
    /// ```
    /// use iana_ports::dns_sd::ServiceLabel;
    ///
    /// let label = ServiceLabel::parse("_services._dns-sd._udp.local")?;
    /// assert!(label.is_meta_query());
    /// assert_eq!((label.instance(), label.name()), (Some("_services"), "dns-sd"));
    /// # Ok::<(), iana_ports::dns_sd::ParseServiceLabelError>(())
    /// ```
    #[must_use]
    pub fn is_meta_query(self) -> bool {
        self.name.eq_ignore_ascii_case("dns-sd")
            && self.transport == Transport::Udp
            && self.subtype.is_none()
            && self.instance.is_some_and(|instance| instance.eq_ignore_ascii_case("_services"))
    }
}

text_without_case!(ServiceLabel);

/// Strict, as [`ServiceLabel::parse`].
impl<'a> TryFrom<&'a str> for ServiceLabel<'a> {
    type Error = ParseServiceLabelError;

    fn try_from(text: &'a str) -> Result<Self, ParseServiceLabelError> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests;
