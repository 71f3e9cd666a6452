//! What the registry really holds, counted: descriptions, notes, dates and
//! references.

use crate::oracle::model::MODEL;
use iana_ports::Transport::{Tcp, Udp};
use iana_ports::reference::Reference;
use iana_ports::{Record, lookup_name, lookup_port, records, services, services_named};
use std::collections::{BTreeMap, BTreeSet};

fn count(test: impl Fn(&Record<'static>) -> bool) -> usize {
    records().filter(test).count()
}

/// The notes of all rows that have some.
fn notes() -> impl Iterator<Item = &'static str> {
    records().filter_map(|record| record.notes())
}

#[test]
fn case_11_the_sentence_is_no_description() {
    let sentence = "IANA assigned this well-formed service name as a replacement for";
    assert_eq!(MODEL.rows.iter().filter(|row| row.description.contains(sentence)).count(), 184);
    assert_eq!(count(|record| record.description().contains(sentence)), 0);
    assert_eq!(count(|record| record.description() != record.description().trim()), 0);
    let canonical = lookup_name("whoispp", Tcp).map(|service| service.description());
    assert_eq!(canonical, Some("whois++"));
}

#[test]
fn case_26_descriptions_that_differ_by_transport() {
    let mut descriptions = BTreeMap::<_, BTreeSet<_>>::new();
    for service in services() {
        descriptions
            .entry((service.name(), service.port()))
            .or_default()
            .insert(service.description());
    }
    assert_eq!(descriptions.values().filter(|of_key| of_key.len() > 1).count(), 57);
    let epp = |transport| lookup_port(700, transport).map(|service| service.description());
    assert_eq!(epp(Tcp), Some("Extensible Provisioning Protocol"));
    assert_eq!(epp(Udp), Some("EPP running over QUIC"));
}

#[test]
fn case_27_services_without_a_description() {
    let empty: Vec<_> = MODEL.rows.iter().filter(|row| row.description.is_empty()).collect();
    assert_eq!(empty.len(), 166);
    assert!(empty.iter().all(|row| row.is_named()));
    // Five descriptions are nothing but the sentence that announces an alias.
    assert_eq!(count(|record| record.description().is_empty()), 166 + 5);
    for (port, transport, name) in [(666, Tcp, "mdqs"), (514, Udp, "syslog"), (518, Udp, "ntalk")] {
        let found =
            lookup_port(port, transport).map(|service| (service.name(), service.description()));
        assert_eq!(found, Some((name, "")));
    }
}

#[test]
fn case_28_descriptions_are_single_lines() {
    assert_eq!(count(|record| record.description().contains('\n')), 0);
    assert_eq!(MODEL.rows.iter().filter(|row| row.description.contains('"')).count(), 190);
    assert_eq!(count(|record| record.description().contains('"')), 6);
    assert_eq!(count(|record| record.description().contains(',')), 78);
}

#[test]
fn case_29_descriptions_beyond_ascii() {
    let found: Vec<_> = services()
        .filter(|s| !s.description().is_ascii())
        .map(|s| (s.name(), s.description()))
        .collect();
    let forte = "FORTÉ Vision Monitoring platform";
    let swyp = "Framework for transferring any file from any app, to any app on any device: simply with a swÿp.";
    assert_eq!(found, [("vision-mon", forte), ("vision-mon-disc", forte), ("swyp", swyp)]);
}

/// In IANA's own file 1339, of up to 1532 characters: six there are empty, and
/// the longest are restated in brief in `registry/`.
#[test]
fn case_30_notes() {
    assert_eq!(notes().count(), 1333);
    assert_eq!(notes().collect::<BTreeSet<_>>().len(), 455);
    assert_eq!(notes().map(str::len).max(), Some(1170));
    assert_eq!(notes().filter(|notes| notes.contains('\n')).count(), 242);
    assert_eq!(notes().filter(|notes| notes.is_empty()).count(), 0);
    let ipps = services_named("ipps").find(|service| service.port() == Some(631));
    assert_eq!(ipps.map(|service| service.notes()), Some(None));
}

#[test]
fn case_31_notes_on_txt_keys() {
    let on_txt_keys = || {
        services()
            .filter(|s| s.notes().is_some_and(|notes| notes.to_lowercase().contains("txt key")))
    };
    assert_eq!(on_txt_keys().count(), 1023);
    assert_eq!(on_txt_keys().map(|service| service.name()).collect::<BTreeSet<_>>().len(), 919);
    assert_eq!(notes().filter(|notes| *notes == "Defined TXT keys: None").count(), 532);
    assert_eq!(notes().filter(|notes| notes.to_lowercase().contains("proprietary")).count(), 70);
}

#[test]
fn case_32_notes_that_name_a_contact() {
    let previously = "De-assigned on 2025-02-13, previously compressnet by [Bernie_Volz]";
    assert_eq!(notes().filter(|notes| *notes == previously).count(), 4);
    assert!(iana_ports::lookup_contact("[Bernie_Volz]").is_some());
}

#[test]
fn case_33_notes_on_former_assignments() {
    let wordings = [
        ("De-assigned on", 4),
        ("De-Assigned on", 12),
        ("This entry has been removed on", 10),
        ("Previously assigned to", 6),
        ("Formerly was", 4),
        ("port 3001 previously", 2),
    ];
    let counted = wordings
        .map(|(wording, _)| (wording, notes().filter(|notes| notes.contains(wording)).count()));
    assert_eq!(counted, wordings);
}

#[test]
fn case_34_registration_dates() {
    let dates: Vec<_> = records().filter_map(|record| record.registered()).collect();
    assert_eq!(dates.len(), 4725);
    assert_eq!(dates.iter().filter(|date| date.day().is_none()).count(), 2618);
    assert_eq!(dates.iter().filter(|date| date.day().is_some()).count(), 2107);
    assert_eq!(dates.iter().min().map(ToString::to_string).as_deref(), Some("1992-07"));
}

#[test]
fn case_35_modification_dates() {
    let dates: Vec<_> = records().filter_map(|record| record.modified()).collect();
    assert_eq!(dates.len(), 602);
    assert_eq!(dates.iter().filter(|date| date.day().is_none()).count(), 2);
    assert_eq!(count(|record| record.modified().is_some() && record.registered().is_none()), 332);
    let earlier = |record: &Record<'_>| {
        Some(record.modified()? < record.registered()?).filter(|earlier| *earlier)
    };
    let earlier: Vec<_> =
        records().filter(|record| earlier(record).is_some()).filter_map(|r| r.service()).collect();
    assert_eq!(earlier.len(), 1);
    assert_eq!(earlier[0].name(), "hpbladems");
    assert_eq!(earlier[0].modified().map(|date| date.to_string()).as_deref(), Some("2011-05-16"));
    assert_eq!(earlier[0].registered().map(|date| date.to_string()).as_deref(), Some("2011-05-23"));
}

#[test]
fn case_36_references() {
    let (mut rfcs, mut drafts, mut uris, mut texts) = (Vec::new(), 0, 0, Vec::new());
    for reference in records().flat_map(|record| record.references()) {
        match reference {
            Reference::Rfc { number, .. } => rfcs.push(number),
            Reference::InternetDraft { .. } => drafts += 1,
            Reference::Uri(_) => uris += 1,
            Reference::Text(text) => texts.push(text),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!((rfcs.len(), drafts, uris, texts.len()), (393, 15, 13, 17));
    assert_eq!(rfcs.into_iter().collect::<BTreeSet<_>>().len(), 195);
    assert_eq!(texts.iter().filter(|text| **text == "n/a").count(), 2);
    assert_eq!(texts.iter().filter(|text| **text == "ISO/IEC 13818-6 MPEG-2 DSM-CC").count(), 10);
    assert_eq!(count(|record| record.references().count() > 0), 410);
    assert_eq!(count(|record| record.references().count() > 1), 26);

    let first = |name| services_named(name).next().and_then(|service| service.references().next());
    assert_eq!(first("dns-push-tls"), Some(Reference::Rfc { number: 8765, section: Some("6.1") }));
    let snif = Reference::InternetDraft { name: "draft-zubov-snif-05", section: Some("4.3") };
    assert_eq!(first("snif-srv"), Some(snif));
    let quic = lookup_port(700, Udp).map(|service| service.references().collect::<Vec<_>>());
    let draft = Reference::InternetDraft { name: "RFC-ietf-regext-epp-quic-12", section: None };
    assert_eq!(quic, Some(vec![Reference::Rfc { number: 5734, section: None }, draft]));
}

#[test]
fn case_37_a_person_among_the_references() {
    let person = Reference::Text("Ari√´n Huisken <xadmin&huisken-systems.nl> 15 June 2009");
    assert_eq!(count(|record| record.references().any(|reference| reference == person)), 2);
}

#[test]
fn case_38_unauthorized_use() {
    assert_eq!(count(|record| record.unauthorized_use().is_some()), 112);
    assert_eq!(
        count(|record| record.unauthorized_use().is_some() && record.service().is_none()),
        29
    );
    for (text, rows) in [
        ("krb524 assigned the port, nv used it without an assignment", 4),
        ("Unauthorized Use Known on ports 5151 and 5152", 4),
    ] {
        assert_eq!(count(|record| record.unauthorized_use() == Some(text)), rows, "{text}");
    }
}

#[test]
fn case_39_names_that_are_gone() {
    assert!(services_named("avi-nms").is_empty());
    // Two remain as names; their ports are gone.
    for (name, rows) in [("compressnet", 2), ("netconf-beep", 1)] {
        assert_eq!(
            services_named(name).map(|service| service.port()).collect::<Vec<_>>(),
            vec![None; rows],
            "{name}"
        );
    }
}
