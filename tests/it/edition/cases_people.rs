//! What the registry really holds, counted: assignees and contacts.

use crate::oracle::model::MODEL;
use iana_ports::{Contact, Record, contacts, lookup_contact, records, services};
use std::collections::{BTreeMap, BTreeSet};

fn count(test: impl Fn(&Contact<'static>) -> bool) -> usize {
    contacts().filter(test).count()
}

fn handles(record: Record<'static>) -> [Vec<&'static str>; 2] {
    [record.assignees(), record.contacts()]
        .map(|contacts| contacts.map(|contact| contact.handle()).collect())
}

/// The URIs of all contacts.
fn uris() -> impl Iterator<Item = String> {
    contacts().flat_map(|contact| contact.uris()).map(|uri| uri.to_string())
}

#[test]
fn case_40_contacts_are_all_referred_to() {
    let referred: BTreeSet<_> = records().flat_map(|record| handles(record).concat()).collect();
    assert_eq!(contacts().len(), 5615);
    assert_eq!(referred, contacts().map(|contact| contact.handle()).collect());
}

#[test]
fn case_41_assignees_other_than_the_contact() {
    let differ = |[assignees, contacts]: &[Vec<_>; 2]| assignees != contacts;
    assert_eq!(records().map(handles).filter(differ).count(), 1255);
    let caldav = services()
        .find(|service| service.name() == "caldav")
        .map(|service| handles(service.record()));
    assert_eq!(caldav, Some([vec!["IESG"], vec!["IETF_Chair"]]));
}

#[test]
fn case_42_rows_with_two_contacts() {
    assert_eq!(records().filter(|record| record.contacts().len() == 2).count(), 77);
    assert_eq!(records().filter(|record| record.assignees().len() == 2).count(), 68);
    assert_eq!(
        records().map(|record| record.contacts().len().max(record.assignees().len())).max(),
        Some(2)
    );
}

#[test]
fn case_43_services_without_anyone() {
    let nobody =
        services().filter(|service| service.assignees().len() + service.contacts().len() == 0);
    assert_eq!(nobody.count(), 1771);
}

#[test]
fn case_44_contacts_without_a_name() {
    assert_eq!(count(|contact| contact.name().is_none()), 687);
    assert_eq!(count(|contact| contact.name().is_none() && contact.organization().is_some()), 675);
    let neither: Vec<_> =
        contacts().filter(|c| c.name().is_none() && c.organization().is_none()).collect();
    assert!(
        neither.iter().all(|contact| contact.display_name() == contact.handle()),
        "{neither:?}"
    );
    let handles: Vec<_> = neither.iter().map(|contact| contact.handle()).collect();
    assert_eq!(
        handles,
        [
            "Ben_Darnell",
            "DARcorp",
            "Valentino_Giudice",
            "Veizades",
            "brockman",
            "ddt",
            "flanne",
            "gary",
            "gilmer",
            "gunner",
            "mackin",
            "naonao",
        ]
    );
    assert_eq!(lookup_contact("_3GPP").map(Contact::display_name), Some("3GPP"));
}

#[test]
fn case_45_handles() {
    assert_eq!(count(|contact| contact.handle().starts_with('_')), 7);
    assert_eq!(count(|contact| contact.handle().contains('.')), 52);
    assert_eq!(count(|contact| contact.handle().contains('-')), 40);
    let is_numbered = |handle: &str| {
        let number = handle.rsplit_once('_').map_or("", |(_, number)| number);
        !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
    };
    assert_eq!(count(|contact| is_numbered(contact.handle())), 307);
    assert_eq!(count(|contact| !contact.handle().is_ascii()), 17);
    for handle in ["FORTÉ", "iroïd", "Mahr_GmbH_Göttingen", "Roman_Štěpánek"] {
        assert_eq!(lookup_contact(handle).map(Contact::handle), Some(handle));
    }
    let folded: BTreeSet<_> =
        contacts().map(|contact| contact.handle().to_ascii_lowercase()).collect();
    assert_eq!(folded.len(), 5614);
}

#[test]
fn case_46_names_of_several_contacts() {
    let mut names = BTreeMap::<_, usize>::new();
    for name in contacts().filter_map(|contact| contact.name()) {
        *names.entry(name).or_default() += 1;
    }
    assert_eq!(names.values().filter(|&&contacts| contacts > 1).count(), 224);
    assert_eq!(names["Anders Brandt"], 5);
}

/// 51 without a URI, and one whose only URI is empty.
#[test]
fn case_47_uris_per_contact() {
    assert_eq!(
        [0, 1, 2, 3].map(|uris| count(|contact| contact.uris().count() == uris)),
        [52, 5556, 7, 0]
    );
    assert_eq!(lookup_contact("Stephen_Gold").map(|contact| contact.uris().count()), Some(0));
    let walend = lookup_contact("David_Walend")
        .map(|contact| contact.uris().map(|uri| uri.to_string()).collect::<Vec<_>>());
    let expected = ["mailto:david&walend.net", "mailto:dev&salutafugijms.dev.java.net"];
    assert_eq!(walend, Some(expected.map(String::from).to_vec()));
}

#[test]
fn case_48_kinds_of_uris() {
    let of_scheme = |scheme| uris().filter(|uri| uri.starts_with(scheme)).count();
    assert_eq!(["mailto:", "tel:", "http:", ""].map(of_scheme), [5557, 10, 3, 5570]);
}

#[test]
fn case_49_ampersand_for_at() {
    let both = uris().filter(|uri| uri.contains('&') && uri.contains('@')).count();
    assert_eq!(uris().filter(|uri| uri.contains('&')).count(), 5537);
    assert_eq!(uris().filter(|uri| uri.contains('@')).count(), 21);
    assert_eq!(both, 2);
}

#[test]
fn case_50_broken_mail_keeps_its_uri() {
    assert_eq!(uris().filter(|uri| uri.ends_with('>')).count(), 4);
    for (handle, uri) in [
        ("Andrew_Thurber", "mailto:anthurbe@cisco.com>"),
        ("Bill_Tschumy", "mailto:other!bill&uunet.uu.net"),
        ("Rudi_Martin", "mailto:movies::martin%22@movies.enet.dec.com"),
        ("Doriano_Blengino", "mailto:tecnico_remove_&_remove_xonelectronics.it"),
        ("SAP_2", "mailto:Giriraj Harapanahalli"),
    ] {
        let contact = lookup_contact(handle).unwrap_or_else(|| panic!("[{handle}]"));
        assert!(
            contact.uris().map(|uri| uri.to_string()).eq([uri]),
            "[{handle}]: {:?}",
            contact.uris()
        );
    }
    let email = |handle| {
        lookup_contact(handle).and_then(|contact| contact.email()).map(|email| email.to_string())
    };
    assert_eq!(email("Andrew_Thurber").as_deref(), Some("anthurbe@cisco.com"));
    assert_eq!(email("SAP_2"), None);
    assert_eq!(email("Insider_Software"), None);
    assert_eq!(email("Jim_Jennings"), None);
}

#[test]
fn case_51_dates_of_contacts() {
    let day = |contact: &Contact<'_>| contact.updated().map(|date| date.day().is_some());
    assert_eq!(
        [Some(true), Some(false), None].map(|kind| count(|contact| day(contact) == kind)),
        [2025, 1051, 2539]
    );
}

#[test]
fn case_52_names_beyond_ascii() {
    assert_eq!(count(|contact| contact.name().is_some_and(|name| !name.is_ascii())), 40);
    assert_eq!(lookup_contact("Ari_Huisken").and_then(Contact::name), Some("Ari√´n Huisken"));
    assert_eq!(MODEL.contacts.len(), contacts().len());
}

#[test]
fn case_53_contacts_of_many_services() {
    let services = |handle| lookup_contact(handle).map(|contact| contact.services().len());
    assert_eq!(services("IESG"), Some(140));
    assert_eq!(services("IETF_Chair"), Some(136));
    assert_eq!(services("Portnoy_Boxman"), Some(60));
    assert_eq!(contacts().map(|contact| contact.services().len()).max(), Some(140));
}
