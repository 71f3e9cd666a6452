//! Loose and tight tables give the same answers.

use super::{Files, Packing, Tables};
use crate::tables::owned;
use crate::test_random::Random;
use crate::values::transport::Transport;

/// Every answer that packing may touch: texts, and what is on ports and names.
fn answers(tables: Tables) -> (Vec<String>, Vec<u16>) {
    let (mut answers, mut found) = (Vec::new(), Vec::new());
    let owned = owned::NameTables::from(tables.names);
    let names = owned.view();
    let entries = u16::try_from(names.entry_flags.len()).unwrap();
    for name in (0..entries).map(|entry| names.name(entry)) {
        answers.push(name.to_owned());
        for &transport in Transport::ALL {
            found.push(names.primary_named(&name.to_ascii_uppercase(), transport));
        }
        let named = names.named(name);
        found.extend((0..named.len()).map(|index| named.get(index)));
    }
    for port in 0..=u16::MAX {
        found.extend(Transport::ALL.iter().map(|transport| names.primary(port, *transport)));
    }
    #[cfg(feature = "details")]
    {
        let owned = owned::DetailTables::from(tables.details);
        let details = owned.view();
        for entry in 0..entries {
            answers.push(details.text(details.descriptions.get(entry.into())).to_owned());
            answers.push(details.references(entry).to_owned());
            let more = [details.unauthorized_use(entry), details.notes(entry)];
            answers.push(format!("{more:?} {:?}", details.announcement(entry)));
        }
    }
    #[cfg(feature = "contacts")]
    {
        let owned = owned::ContactTables::from(tables.contacts);
        let contacts = owned.view();
        for contact in 0..u16::try_from(contacts.len()).unwrap() {
            let cells = [contacts.handles, contacts.names, contacts.uris];
            answers.extend(cells.map(|cells| contacts.text(cells.get(contact.into())).to_owned()));
            answers.push(contacts.organization(contact).to_owned());
        }
    }
    (answers, found)
}

#[test]
fn tables_answer_alike_however_they_are_packed() {
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let words = ["snmp", "dtls", "trap", "-", "x", "é", "abcd", "A long word, \"\"quoted\"\""];
    for services in [0, 1, 30, 1_000] {
        let mut text = || -> String { (0..random.below(9)).map(|_| random.one(&words)).collect() };
        let row = |number: usize| {
            let (ports, on) = (number * 7 % 65_521, ["tcp", "udp", "", "sctp"][number % 4]);
            let [a, b, c, d] = [(); 4].map(|()| text());
            format!(
                "\"n{a}\",{ports}-{},{on},\"{b}\",[x{number}],,,,,,\"{c}\",\"{d}\"\n",
                ports + 9
            )
        };
        let rows: String = (0..services).map(row).collect();
        let contact = |number: usize| {
            let [a, b, c] = [(); 3].map(|()| text());
            format!("x{number},\"{a}\",\"{b}\",\"{c}\",\n")
        };
        let contacts: String = (0..services / 2).map(contact).collect();
        let files = Files { contacts: Files::contacts(contacts).contacts, ..Files::services(rows) };
        let [loose, tight] =
            [Packing::LOOSE, Packing::TIGHT].map(|packing| files.packed(packing).unwrap());
        assert!(loose.names.text.len() >= tight.names.text.len());
        assert!(answers(loose) == answers(tight), "{services} services");
    }
}
