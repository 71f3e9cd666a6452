//! Organizations, against what the CSV files say of every contact.

use crate::oracle::csv;
use crate::oracle::model::{MODEL, Person, service};
use iana_ports::{contacts_at, organization_named, organizations};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

/// The organization of each spelling and mail domain in lower case, by
/// `organizations.csv`.
static FACTS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let rows = csv::records(include_str!("../../../registry/organizations.csv"));
    let mut facts = HashMap::new();
    for row in &rows[1..] {
        let [spelling, organization, _reason] = &row[..] else { panic!("{row:?}") };
        facts.insert(spelling.to_lowercase(), organization.clone());
        facts.insert(organization.to_lowercase(), organization.clone());
    }
    facts
});

/// The mail domains of a contact, in lower case.
fn domains(person: &Person) -> Vec<String> {
    let mails = person.uris.split('\n').filter_map(|uri| uri.strip_prefix("mailto:"));
    let domain = |mail: &str| {
        let mail = mail.trim_end_matches('>').replace('@', "&").to_lowercase();
        let (_, domain) = mail.split_once('&')?;
        let domain = domain.strip_suffix('.').unwrap_or(domain);
        let is_label = |label: &str| {
            !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        let is_domain = domain.contains('.') && domain.split('.').all(is_label);
        is_domain.then(|| domain.to_owned())
    };
    mails.filter_map(domain).collect()
}

fn is_at(person: &Person, wanted: &str) -> bool {
    domains(person).iter().any(|domain| {
        domain.rsplit('.').zip(wanted.rsplit('.')).all(|(a, b)| a == b)
            && domain.split('.').count() >= wanted.split('.').count()
    })
}

/// The organization of a contact: of several spellings the chosen one, in lower
/// case.
fn organization(person: &Person) -> Option<String> {
    let chosen =
        |name: &str| FACTS.get(&name.to_ascii_lowercase()).map(|of| of.to_ascii_lowercase());
    if !person.organization.is_empty() {
        let own = person.organization.to_ascii_lowercase();
        return Some(chosen(&person.organization).unwrap_or(own));
    }
    let name = person.name.to_ascii_lowercase();
    chosen(&name).or_else(|| NAMES.contains(&name).then_some(name)).or_else(|| {
        let mut facts = FACTS.iter().filter(|(domain, _)| domain.starts_with('@'));
        facts.find(|(domain, _)| is_at(person, &domain[1..])).map(|(_, of)| of.to_ascii_lowercase())
    })
}

/// The names of organizations in the column of that name.
static NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let names = MODEL.contacts.iter().map(|person| person.organization.to_ascii_lowercase());
    names.filter(|name| !name.is_empty()).collect()
});

/// The handles of each organization.
static HANDLES: LazyLock<BTreeMap<String, Vec<&str>>> = LazyLock::new(|| {
    let mut handles: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for person in &MODEL.contacts {
        if let Some(organization) = organization(person) {
            handles.entry(organization).or_default().push(&person.handle);
        }
    }
    handles
});

#[test]
fn each_is_there_once_with_its_contacts() {
    let names: Vec<_> = organizations().map(|of| of.name().to_ascii_lowercase()).collect();
    assert_eq!(names, HANDLES.keys().cloned().collect::<Vec<_>>());
    // All that are spelled in several ways, and some of the others.
    let is_asked = |place: usize, name: &str| place % 9 == 0 || FACTS.values().any(|of| of == name);
    for (place, organization) in organizations().enumerate() {
        if !is_asked(place, organization.name()) {
            continue;
        }
        let handles: Vec<_> = organization.contacts().map(|contact| contact.handle()).collect();
        let name = organization.name();
        assert_eq!(handles, HANDLES[&name.to_ascii_lowercase()], "{name}");
        assert_eq!(organization_named(&name.to_ascii_uppercase()), Some(organization));
        assert_eq!(organization.to_string(), name);
    }
}

#[test]
fn every_spelling_leads_to_the_one() {
    for (spelling, name) in FACTS.iter().filter(|(spelling, _)| !spelling.starts_with('@')) {
        assert_eq!(organization_named(spelling).expect(spelling).name(), name);
    }
    for absent in ["", "cisc", "no such organization", "@cisco.com.", "\t", "\n"] {
        assert_eq!(organization_named(absent), None, "{absent:?}");
    }
}

#[test]
fn services_are_those_of_its_contacts() {
    for name in ["Cisco Systems", "Apple", "Docker, Inc.", "Plex Inc.", "Wi-Fi Alliance", "IBM"] {
        let handles: BTreeSet<_> = HANDLES[&name.to_ascii_lowercase()].iter().copied().collect();
        let is_of = |cell: &str| cell.split(['[', ']']).any(|handle| handles.contains(handle));
        let rows = MODEL.rows.iter().enumerate().filter(|(_, row)| row.is_named());
        let rows = rows.filter(|(_, row)| is_of(&row.assignee) || is_of(&row.contact));
        let expected = rows.map(|(i, _)| service(i));
        let organization = organization_named(name).expect(name);
        assert!(organization.services().eq(expected), "{name}");
        assert!(organization.services().next().is_some(), "{name}");
    }
}

#[test]
fn domains_and_those_below() {
    let known: BTreeSet<String> = MODEL.contacts.iter().flat_map(domains).collect();
    let mut asked: Vec<&str> = known.iter().map(String::as_str).step_by(23).collect();
    asked.extend(["cisco.com", "canon.co.jp", "isco.com", "ibm.com", "cisco.org", "example.com"]);
    for domain in asked {
        let expected = MODEL.contacts.iter().filter(|person| is_at(person, domain));
        let expected: Vec<_> = expected.map(|person| &*person.handle).collect();
        let upper = domain.to_ascii_uppercase();
        let handles: Vec<_> = contacts_at(&upper).map(|contact| contact.handle()).collect();
        assert_eq!(handles, expected, "{domain}");
    }
    assert_eq!(contacts_at("").count(), 0);
}

/// An organization is of its contacts, also if its name begins as the mail
/// domains of `organizations.csv` do.
#[cfg(feature = "runtime")]
#[test]
fn a_name_that_begins_as_a_mail_domain() {
    use iana_ports::Registry;
    use iana_ports::load::{NewContact, NewRecord};

    let of = |organization: &str| NewContact::new("A").organization(organization);
    let record = NewRecord::service("agent").port(9000).assignee("A");
    for name in ["@cisco.com", "@example.com"] {
        let registry = Registry::builder().contact(of(name)).record(record.clone()).build();
        let registry = registry.expect(name);
        let organization = registry.organization_named(name).expect(name);
        assert_eq!(registry.organizations().collect::<Vec<_>>(), [organization]);
        assert_eq!(organization.contacts().count(), 1, "{name}");
        assert_eq!(organization.services().count(), 1, "{name}");
    }
}
