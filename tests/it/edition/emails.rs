//! The mail addresses that are not plain, listed by hand.

use crate::columns::emails::plain_address;
use crate::oracle::model::MODEL;
use iana_ports::contacts;

/// Contacts whose first URI is a `mailto:` but not a plain one, and the address
/// in it: routes by `!` or `%` (which the URI escapes) and names with `/` are
/// mailboxes, a full stop may end the host.
const ODD_ADDRESSES: [(&str, &str); 22] = [
    ("NetApp_2", "pmu@netapp.com"),
    ("Bill_Tschumy", "other!bill@uunet.uu.net"),
    ("Chris_Cuilla", "balr!vpnet!cuilla!chris@clout.chi.il.us"),
    ("Dan_Shia", "dset!shia@uunet.uu.net"),
    ("Dave_Buehmann", "ingr!daveb@uunet.uu.net"),
    ("Don_Gibson", "sequent!aero!twinsun!ashtate.A-T.COM!dong@uunet.UU.NET"),
    ("Eric_Brown", "sst!emerald!eric@uunet.uu.net"),
    ("Greg_Pflaum", "iris.com!Greg_Pflaum@uunet.uu.net"),
    ("Jim_Rogers", "trane!jimbo@pacbell.com"),
    ("John_Feiler", "relief!jjfeiler@uu2.psi.com"),
    ("Mary_Ann_Burt", "bytex!ws054!maryann@uunet.uu.net"),
    ("Steve_Beigel", "ublueb!steve@uunet.uu.net"),
    ("Terrence_J_Talbot", "lexcube!tjt@bu.edu"),
    ("Aubrey_Turner", "S95525ta%etsuacad.bitnet@ETSUADMN.ETSU.EDU"),
    ("Hindin_Joseph", "hindin%robcad@uunet.uu.net"),
    ("Marcelo_Einhorn", "KGUNE%HUJIVM1.bitnet@taunivm.tau.ac.il"),
    ("Maurice_R_Turcotte", "mailrus!uflorida!rm1!dnmrt%rmatl@uunet.uu.net"),
    ("Roger_Meli", "rmmeli%winvmd@vnet.ibm.com"),
    ("Tim_Dawson", "tdawson%mspboss@uunet.uu.net"),
    ("Wilson_Kwan", "wilsonk%toronto@zip.atm.com"),
    ("Adrian_Pell", "PELL_ADRIAN/HP-UnitedKingdom_om6@hplb.hpl.hp.com"),
    ("Robert_Ullmann_2", "Robert_Ullmann/CAM/Lotus.LOTUS@crd.lotus.com"),
];

/// Contacts with a first URI that holds no address: telephones and web pages,
/// two separators, hosts that are none, mailboxes that are none.
const NO_ADDRESS: [&str; 23] = [
    "Betsy_Alexander",
    "Bruce_Wilson",
    "David_Snocken",
    "Jeffery_Chiao",
    "Jim_Jennings",
    "John_R_Chawner",
    "John_Wendt",
    "Keith_Rhodes",
    "Martine_Marchand",
    "Michael_Fischer_2",
    "Gobby_0x539",
    "Insider_Software",
    "Richard_Minner",
    "Mark_Pearce",
    "Rudi_Martin",
    "Doug_Kent",
    "Matt_Christiano",
    "Kevin_Collins",
    "Paul_Amsden",
    "Martin_Freiss_2",
    "Susie_Armstrong",
    "Doriano_Blengino",
    "SAP_2",
];

#[test]
fn every_other_address_is_listed() {
    let (mut odd, mut none) = (0, 0);
    for (contact, person) in contacts().zip(&MODEL.contacts) {
        let Some(first) = person.uris.lines().next() else {
            assert!(contact.email().is_none(), "[{}] has no URI", person.handle);
            continue;
        };
        if plain_address(first).is_some() {
            continue;
        }
        let found = contact.email().map(|email| email.to_string());
        let listed = ODD_ADDRESSES.iter().find(|(handle, _)| *handle == person.handle);
        assert_eq!(
            found.as_deref(),
            listed.map(|(_, address)| *address),
            "[{}]: {first:?}",
            person.handle
        );
        odd += usize::from(listed.is_some());
        if listed.is_none() {
            assert!(
                NO_ADDRESS.contains(&person.handle.as_str()),
                "[{}] is not listed",
                person.handle
            );
            none += 1;
        }
    }
    assert_eq!((odd, none), (ODD_ADDRESSES.len(), NO_ADDRESS.len()));
}
