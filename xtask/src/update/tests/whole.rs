//! A whole edition: IANA's XML of 2025-05-05, where it is beside the
//! repository, against the bundled tables and IANA's own page.

use std::collections::BTreeMap;
use std::fs;

use iana_ports::Registry;

use super::super::convert::Converted;
use super::super::tables::{CONTACTS, EDITION, PREFERRED, SERVICES, Tables};
use super::super::text::LeftOut;
use super::super::{Allowed, registry, update, xml};
use super::{Repository, Xml};
use crate::cmd::root;

pub(super) const DOCUMENT: &str = "../shared/iana/service-names-port-numbers-2025-05-05.xml";
const PAGE: &str = "../shared/seed/000_b9526b139866bcf5.txt";

/// The text of a file beside the repository; `None`, said aloud, without it.
pub(super) fn beside(path: &str) -> Option<String> {
    let text = fs::read_to_string(root().join(path)).ok();
    if text.is_none() {
        eprintln!("skipped: {path} is not there");
    }
    text
}

pub(super) fn converted() -> Option<Converted> {
    let text = beside(DOCUMENT)?;
    let document = xml::parse("r.xml", &text).unwrap();
    let xml = Xml::new("r.xml", &document).unwrap();
    Some(crate::update::edition::converted(&xml).unwrap())
}

#[test]
fn every_record_and_contact_is_there() {
    let Some(Converted { tables, left_out, .. }) = converted() else { return };
    assert_eq!((tables.services.len(), tables.contacts.len()), (14_474, 5_573));
    assert_eq!(tables.services.iter().filter(|row| row[0].is_empty()).count(), 1_703);
    // What a count of the elements of the document gives, without the empty ones.
    let filled = |column: usize| tables.services.iter().filter(move |row| !row[column].is_empty());
    let counts: Vec<usize> = (0..12).map(|column| filled(column).count()).collect();
    assert_eq!(counts[1], 13_426);
    assert_eq!(counts[2], 13_018);
    assert_eq!(counts[3], 14_474 - 166);
    assert_eq!(counts[6..8], [4_451 + 233, 316 + 233]);
    assert_eq!(counts[9..], [4, 112, 1_314 - 6]);
    assert_eq!(left_out, LeftOut { footnotes: 1, behind: 1, ..LeftOut::default() });
    let marked = |row: &&[String; 12]| row[8] == "[1][RFC4727][RFC6335]";
    assert_eq!(tables.services.iter().filter(marked).count(), 8);
}

/// The cells of a row, by its name, port and transport.
#[track_caller]
fn row<'t>(tables: &'t Tables, key: [&str; 3]) -> &'t [String; 12] {
    tables.services.iter().find(|row| row[..3] == key).unwrap()
}

#[test]
fn odd_cells_are_as_iana_has_them() {
    let Some(Converted { tables, .. }) = converted() else { return };
    let cell = |name, port, transport, column: usize| {
        row(&tables, [name, port, transport])[column].as_str()
    };
    assert_eq!(cell("", "994", "tcp", 11), "(previous contact was[Christopher_Allen])");
    assert_eq!(
        cell("stuns", "5349", "udp", 11),
        "This service name was initially created by [RFC5389]."
    );
    assert_eq!(cell("est", "", "tcp", 11), "[RFC7030]. Defined TXT keys: None");
    assert_eq!(
        cell("recipe-sharing", "", "tcp", 11),
        "Defined TXT keys: [http://www.recipemanager.org/rsp/rsp10draft.html#dnssd]"
    );
    assert_eq!(
        cell("radsec", "2083", "tcp", 11).lines().collect::<Vec<_>>()[4..],
        ["specified by the IETF. See [RFC6614],", "Appendix A for details."]
    );
    let iax = cell("iax", "4569", "udp", 11);
    assert!(iax.starts_with("Defined TXT keys:\n\nauth plaintext | md5 | rsakeys\n\nuserid "));
    assert!(iax.ends_with("\nFurther keys may be added in the future."));
    assert_eq!(cell("nas", "991", "udp", 4), "[Vera_Heinau][Heiko_Schlichting]");
    assert_eq!(cell("smtp", "25", "tcp", 8), "[RFC-ietf-emailcore-rfc5321bis-43]");
    assert_eq!(cell("new-rwho", "550", "udp", 8), "[n/a]");
    assert_eq!(cell("swx", "7300-7359", "", 3), "The Swiss Exchange");
    assert_eq!(tables.services.iter().filter(|row| row[..3] == ["rdp", "", ""]).count(), 2);
    let people: BTreeMap<&str, &[String; 5]> =
        tables.contacts.iter().map(|contact| (contact[0].as_str(), contact)).collect();
    assert_eq!(people["Stephen_Gold"][1..], ["Stephen Gold", "", "", "2003-01"]);
    assert_eq!(people["Paul_Steane"][2], "Alstom Transport, Preston");
    assert_eq!(people["WAP_Forum"][3].split_once('\n').unwrap().1, "mailto:pg&uplanet.com");
    assert_eq!(people["ddt"][1..], ["", "", "mailto:ddt&idcube.idsoftware.com", ""]);
}

/// The bundled tables; `None`, said aloud, if an update has brought IANA's own
/// words.
pub(super) fn bundled() -> Option<Tables> {
    if iana_ports::EDITION.to_string() == "2026-08-17" {
        return Some(super::bundled());
    }
    eprintln!("skipped: the differences are those of edition 2026-08-17");
    None
}

/// The rows that two editions have, by name, port and transport, from both.
pub(super) fn pairs<'t>(
    earlier: &'t Tables,
    later: &'t Tables,
) -> impl Iterator<Item = (&'t [String; 12], &'t [String; 12])> {
    let mut rows: BTreeMap<&[String], Vec<&[String; 12]>> = BTreeMap::new();
    for row in later.services.iter().rev() {
        rows.entry(&row[..3]).or_default().push(row);
    }
    earlier.services.iter().filter_map(move |row| Some((row, rows.get_mut(&row[..3])?.pop()?)))
}

/// The bundled edition is from another source; what IANA did not change
/// between the two is the same in every cell.
#[test]
fn what_did_not_change_is_the_same_in_the_bundled_edition() {
    let (Some(Converted { tables, .. }), Some(bundled)) = (converted(), bundled()) else { return };
    let mut same = 0;
    let mut differ = [0; 12];
    for (row, other) in pairs(&tables, &bundled) {
        same += usize::from(row == other);
        // A row that IANA modified has another date.
        if row[7] == other[7] {
            for column in 0..12 {
                differ[column] += usize::from(row[column] != other[column]);
            }
        }
    }
    assert_eq!(same, 14_351);
    // Notes and descriptions that the bundled edition restates in brief, a
    // reference that it leaves out, documents that became RFCs, and handles
    // that IANA renamed without a date.
    assert_eq!(differ, [0, 0, 0, 16, 7, 3, 0, 0, 6, 0, 0, 21]);
    let gone = |row: &&[String; 5]| !bundled.contacts.contains(row);
    assert_eq!(tables.contacts.iter().filter(gone).count(), 26 + 6);
}

/// IANA's page of the same edition, for a search: its rows and contacts, each
/// the filled cells with blanks between.
#[test]
fn the_page_that_iana_shows_is_made_of_these_rows() {
    let (Some(Converted { tables, .. }), Some(page)) = (converted(), beside(PAGE)) else { return };
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, rows) = page.split_once(" Unauthorized Use Reported Assignment Notes ").unwrap();
    let (rows, contacts) = rows.split_once(" Contact Information ").unwrap();
    let contacts = contacts.strip_prefix("ID Name Organization Contact URI Last Updated ").unwrap();
    let shown = tables.services.iter().map(|row| row.join(" "));
    assert_eq!(taken_apart(rows, shown), 32);
    let shown =
        tables.contacts.iter().map(|[handle, rest @ ..]| format!("[{handle}] {}", rest.join(" ")));
    assert_eq!(taken_apart(contacts, shown), 18);
}

/// How many of these rows a text is, one after the other.
#[track_caller]
fn taken_apart(mut text: &str, rows: impl Iterator<Item = String>) -> usize {
    let rows: Vec<String> =
        rows.map(|row| row.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let mut count = 0;
    while !text.is_empty() {
        let begins = rows.iter().filter(|row| text.starts_with(row.as_str()));
        let row = begins.max_by_key(|row| row.len()).unwrap_or_else(|| panic!("{text}"));
        text = text[row.len()..].trim_start();
        count += 1;
    }
    count
}

#[test]
fn the_repository_takes_it_and_stays() {
    let Some(text) = beside(DOCUMENT) else { return };
    let repository = Repository::new();
    let directory = repository.path().join("registry");
    for file in [SERVICES, CONTACTS, EDITION, PREFERRED] {
        fs::copy(root().join("registry").join(file), directory.join(file)).unwrap();
    }
    let older = Allowed { older: true, shrink: false };
    let summary = update(repository.path(), "r.xml", &text, older).unwrap();
    // What it counts is what the library's comparison counts.
    let (old, new) = (iana_ports::registry(), registry("r.xml", &text, true).unwrap());
    let diff = old.diff(&new);
    let (rows, contacts) = (diff.records(), diff.contacts());
    let expected = format!(
        "edition {} -> 2025-05-05\n{} rows added, {} removed, {} changed; now 14,474\n",
        iana_ports::EDITION,
        rows.added(),
        rows.removed(),
        rows.changed()
    );
    assert!(summary.starts_with(&expected), "{summary}");
    let expected = format!(
        "\n{} contacts added, {} removed, {} changed, {} of them renamed",
        contacts.added(),
        contacts.removed(),
        contacts.changed(),
        contacts.renamed()
    );
    assert!(summary.contains(&expected), "{summary}");
    assert!(Registry::from_dir(&directory).unwrap().diff(&new).is_empty());
    let before = repository.everything();
    let summary = update(repository.path(), "r.xml", &text, Allowed::default()).unwrap();
    assert_eq!(summary, "already at edition 2025-05-05: nothing changes\n");
    assert!(repository.everything() == before);
    // A document that ends early, at any of these places, changes nothing.
    for end in (0..text.len()).step_by(text.len() / 7) {
        let end = (end..).find(|end| text.is_char_boundary(*end)).unwrap();
        update(repository.path(), "r.xml", &text[..end], Allowed::default()).unwrap_err();
    }
    assert!(repository.everything() == before);
}
