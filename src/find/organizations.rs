//! Organizations: contacts by whom they are of, and by their mail domain.

use crate::find::block_set::BlockSet;
use crate::registry::contact::{Contact, Contacts};
use crate::registry::service::Service;
use crate::registry::services::Services;
use crate::registry::{BUNDLED, Registry};
use crate::values::iterator_traits::iterator_traits;

/// `registry/organizations.csv`, as `build.rs` writes it: a line for each
/// organization, sorted without ASCII case, with its name, its other spellings
/// and its mail domains.
const FACTS: &str = include_str!(concat!(env!("OUT_DIR"), "/organizations"));

/// The organizations of the contacts, each once, sorted by name without ASCII
/// case.
///
/// Most are what the contact table has in its column "Organization". Where the
/// table spells one in several ways, has a company in the place of a person's
/// name, or leaves out whom an address is of, `registry/organizations.csv`
/// decides: see [`Organization`].
///
/// ```
/// let names: Vec<_> = iana_ports::organizations().map(|of| of.name()).collect();
/// assert!(names.len() > 600 && names.is_sorted_by_key(|name| name.to_ascii_lowercase()));
/// // One for three spellings.
/// assert!(names.contains(&"Cisco Systems") && !names.contains(&"Cisco Systems, Inc."));
/// ```
#[must_use]
pub const fn organizations() -> Organizations<'static> {
    BUNDLED.organizations()
}

/// The organization of a name, in any of its spellings. ASCII case does not
/// matter.
///
/// ```
/// use iana_ports::organization_named;
///
/// let cisco = organization_named("cisco").unwrap();
/// assert_eq!(cisco.name(), "Cisco Systems");
/// assert_eq!(organization_named("Cisco Systems, Inc."), Some(cisco));
/// assert!(cisco.services().any(|service| service.name() == "bgp"));
/// assert_eq!(organization_named("no such organization"), None);
/// ```
#[must_use]
pub fn organization_named(name: &str) -> Option<Organization<'static>> {
    BUNDLED.organization_named(name)
}

/// The contacts with a mail address at a domain, or at one below it, in the
/// order of the contact table. ASCII case does not matter.
///
/// ```
/// use iana_ports::contacts_at;
///
/// assert!(contacts_at("Cisco.com").any(|contact| contact.handle() == "Kirk_Lougheed"));
/// // lougheed@mathom.cisco.com
/// assert_eq!(contacts_at("mathom.cisco.com").count(), 1);
/// assert_eq!(contacts_at("isco.com").next(), None);
/// ```
#[must_use]
pub const fn contacts_at(domain: &str) -> ContactsAt<'_, 'static> {
    ContactsAt { contacts: BUNDLED.contacts(), domain }
}

impl Registry {
    /// The organizations: see [`organizations`](crate::organizations()).
    #[must_use]
    pub const fn organizations(&self) -> Organizations<'_> {
        Organizations { registry: self, place: 0, facts: FACTS }
    }

    /// The organization of a name: see
    /// [`organization_named`](crate::organization_named()).
    #[must_use]
    pub fn organization_named(&self, name: &str) -> Option<Organization<'_>> {
        let is_it = |spelled: &str| spelled.eq_ignore_ascii_case(name);
        if let Some((name, others)) = facts_on(name) {
            let found = Organization { registry: self, name, others };
            return found.contacts().next().map(|_| found);
        }
        let mut spellings = self.contacts().filter_map(|contact| contact.organization());
        let name = spellings.find(|spelled| is_it(spelled))?;
        Some(Organization { registry: self, name, others: "" })
    }

    /// The contacts at a mail domain: see
    /// [`contacts_at`](crate::contacts_at()).
    #[must_use]
    pub const fn contacts_at<'a>(&'a self, domain: &'a str) -> ContactsAt<'a, 'a> {
        ContactsAt { contacts: self.contacts(), domain }
    }

    /// The spelling at a place of those that are sorted, if there is one.
    fn spelling_at(&self, place: usize) -> Option<&str> {
        let people = self.tables.contacts();
        let is_there = place < people.organization_order.len();
        is_there.then(|| people.organization(people.organization_order.get(place)))
    }
}

/// The name and the rest of the line of the facts that has a spelling.
fn facts_on(spelling: &str) -> Option<(&'static str, &'static str)> {
    let mut lines =
        FACTS.split_terminator('\n').map(|line| line.split_once('\t').unwrap_or((line, "")));
    lines.find(|(name, others)| is_spelled(name, others, spelling))
}

fn is_spelled(name: &str, others: &str, spelling: &str) -> bool {
    let is_it = |one: &[u8]| one.eq_ignore_ascii_case(spelling.as_bytes());
    // Not a mail domain, and not the place of no other spelling.
    let is_name = !spelling.is_empty() && !spelling.starts_with('@');
    is_name && (is_it(name.as_bytes()) || others.as_bytes().split(|byte| *byte == b'\t').any(is_it))
}

/// Whether a domain is another or below it.
fn is_at(domain: &str, other: &str) -> bool {
    let (domain, other) = (domain.as_bytes(), other.as_bytes());
    let Some(start) = domain.len().checked_sub(other.len()) else { return false };
    let is_below = start == 0 || domain[start - 1] == b'.';
    is_below && !other.is_empty() && domain[start..].eq_ignore_ascii_case(other)
}

fn has_mail_at(contact: Contact<'_>, domain: &str) -> bool {
    let mut emails = contact.uris().filter_map(|uri| uri.email());
    emails.any(|email| is_at(email.domain(), domain))
}

/// An organization, in all its spellings.
///
/// A contact is of the organization that its column "Organization" names;
/// without one, of that which its name is (a company in the place of a person);
/// else of the one whose mail domain its address is at, if
/// `registry/organizations.csv` has the domain. That file says as well which
/// spellings are one organization, and has a reason for each line.
///
/// ```
/// let apple = iana_ports::organization_named("Apple Inc.").unwrap();
/// assert_eq!(apple.name(), "Apple");
/// assert!(apple.contacts().any(|contact| contact.handle() == "Stuart_Cheshire"));
/// assert!(apple.services().any(|service| service.name() == "airplay"));
/// ```
#[derive(Clone, Copy)]
pub struct Organization<'r> {
    registry: &'r Registry,
    name: &'r str,
    /// Its other spellings and its mail domains, with tabs between.
    others: &'static str,
}

impl<'r> Organization<'r> {
    /// The name: of several spellings, the one that
    /// `registry/organizations.csv` chose.
    ///
    /// ```
    /// assert_eq!(iana_ports::organization_named("SAP").unwrap().name(), "SAP SE");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'r str {
        self.name
    }

    /// The people and offices of it, in the order of the contact table.
    ///
    /// ```
    /// let docker = iana_ports::organization_named("docker").unwrap();
    /// let handles: Vec<_> = docker.contacts().map(|contact| contact.handle()).collect();
    /// assert!(handles.contains(&"DOCKER") && handles.len() > 1);
    /// ```
    #[must_use]
    pub const fn contacts(self) -> OrganizationContacts<'r> {
        OrganizationContacts { contacts: self.registry.contacts(), organization: self }
    }

    /// Every service that one of them is assignee or contact of, once each, in
    /// registry order: everything that the organization registered.
    ///
    /// ```
    /// let plex = iana_ports::organization_named("Plex Inc.").unwrap();
    /// let services: Vec<_> = plex.services().map(|service| service.to_string()).collect();
    /// assert_eq!(services, ["plex (32400/tcp)"]);
    /// ```
    #[must_use]
    pub fn services(self) -> OrganizationServices<'r> {
        OrganizationServices::of(self)
    }

    /// Whether a contact is of it.
    fn has(self, contact: Contact<'_>) -> bool {
        // The name may be one that no spelling is: what begins as a mail domain.
        let is_name = |name: &str| {
            name.eq_ignore_ascii_case(self.name) || is_spelled(self.name, self.others, name)
        };
        if let Some(named) = contact.organization() {
            return is_name(named);
        }
        if contact.name().is_some_and(is_name) {
            return true;
        }
        let mut domains = self.others.split('\t').filter_map(|other| other.strip_prefix('@'));
        domains.any(|domain| has_mail_at(contact, domain))
            && contact.name().is_none_or(|name| facts_on(name).is_none())
    }
}

impl PartialEq for Organization<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.registry.tables.is_same(&other.registry.tables)
    }
}

impl Eq for Organization<'_> {}

impl core::fmt::Display for Organization<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.name)
    }
}

impl core::fmt::Debug for Organization<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_tuple("Organization").field(&self.name).finish()
    }
}

/// Organizations, sorted by name: see
/// [`organizations`](crate::organizations()).
///
/// A merge of the spellings of the contact table with the organizations of
/// `registry/organizations.csv`.
#[derive(Clone)]
pub struct Organizations<'r> {
    registry: &'r Registry,
    /// The place among the spellings, sorted.
    place: usize,
    /// The lines of the facts that are left.
    facts: &'static str,
}

impl<'r> Iterator for Organizations<'r> {
    type Item = Organization<'r>;

    fn next(&mut self) -> Option<Self::Item> {
        let registry = self.registry;
        let folded = |name: &'r str| name.bytes().map(|byte| byte.to_ascii_lowercase());
        loop {
            let spelled = registry.spelling_at(self.place);
            let line = self.facts.lines().next();
            let (name, others) = line.map_or(("", ""), |l| l.split_once('\t').unwrap_or((l, "")));
            let (name, others, is_one) = match (spelled, line) {
                (None, None) => return None,
                (Some(spelled), _) if line.is_none() || folded(spelled).lt(folded(name)) => {
                    (spelled, "", facts_on(spelled).is_none())
                }
                _ => {
                    self.facts = self.facts.split_once('\n').map_or("", |(_, rest)| rest);
                    (name, others, true)
                }
            };
            // The same name is that of several contacts.
            let mut next = spelled;
            while next.is_some_and(|next| next.eq_ignore_ascii_case(name)) {
                self.place += 1;
                next = registry.spelling_at(self.place);
            }
            let found = Organization { registry, name, others };
            // One that is spelled so has the contact that does.
            if is_one && (next != spelled || found.contacts().next().is_some()) {
                return Some(found);
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let spelled = self.registry.tables.contacts().organization_order.len() - self.place;
        (0, Some(spelled + self.facts.lines().count()))
    }
}

/// Contacts of an organization: see [`Organization::contacts`].
#[derive(Clone)]
pub struct OrganizationContacts<'r> {
    contacts: Contacts<'r>,
    organization: Organization<'r>,
}

impl<'r> Iterator for OrganizationContacts<'r> {
    type Item = Contact<'r>;

    fn next(&mut self) -> Option<Self::Item> {
        let organization = self.organization;
        self.contacts.find(|contact| organization.has(*contact))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.contacts.size_hint().1)
    }
}

/// Services of an organization: see [`Organization::services`].
///
/// A bit for each contact makes it 1.7 KB large.
#[derive(Clone)]
pub struct OrganizationServices<'r> {
    services: Services<'r>,
    organization: Organization<'r>,
    /// Those contacts that may be of it.
    members: BlockSet<192>,
}

impl<'r> OrganizationServices<'r> {
    fn of(organization: Organization<'r>) -> Self {
        let registry = organization.registry;
        let mut members = BlockSet::below(registry.contacts().len(), 0);
        organization.contacts().for_each(|contact| members.insert(contact.index().into()));
        Self { services: registry.services(), organization, members }
    }
}

impl<'r> Iterator for OrganizationServices<'r> {
    type Item = Service<'r>;

    fn next(&mut self) -> Option<Self::Item> {
        let Self { services, organization, members } = self;
        // A bit may stand for several contacts of a larger registry.
        let is_of =
            |contact: Contact<'r>| members.has(contact.index().into()) && organization.has(contact);
        services.find(|service| service.assignees().chain(service.contacts()).any(is_of))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.services.size_hint().1)
    }
}

/// Contacts at a mail domain: see [`contacts_at`](crate::contacts_at()).
#[derive(Clone)]
pub struct ContactsAt<'a, 'r> {
    contacts: Contacts<'r>,
    domain: &'a str,
}

impl<'r> Iterator for ContactsAt<'_, 'r> {
    type Item = Contact<'r>;

    fn next(&mut self) -> Option<Self::Item> {
        let domain = self.domain;
        self.contacts.find(|contact| has_mail_at(*contact, domain))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.contacts.size_hint().1)
    }
}

iterator_traits!(
    ContactsAt<'_, '_>,
    OrganizationContacts<'_>,
    OrganizationServices<'_>,
    Organizations<'_>
);
