//! Notes as IANA writes them, where its XML of 2025-05-05 is beside the
//! repository: what the library reads in them, and in those that the bundled
//! registry restates.

use std::collections::{BTreeMap, BTreeSet};

use iana_ports::dns_sd::{TxtKey, TxtKeys};
use iana_ports::load::NewRecord;
use iana_ports::{Record, Registry, Service};

use super::super::tables::Tables;
use super::super::text::raw;
use super::super::xml::{self, NAMESPACE};
use super::expected_keys;
use super::whole::{DOCUMENT, beside, bundled, converted, pairs};

const DESCRIPTION: usize = 3;
const REFERENCE: usize = 8;
const NOTE: usize = 11;

/// Every distinct note of both editions has a reviewed line, and every line has
/// a note.
#[test]
fn txt_keys_are_those_that_a_person_reads() {
    let (Some(iana), Some(bundled)) = (converted(), bundled()) else { return };
    let both = [&iana.tables, &bundled];
    let registries = both.map(loaded);
    let [of_iana, ours] =
        registries.each_ref().map(|registry| expected_keys::check(registry.services()));
    let table = expected_keys::table();
    let unused: Vec<_> =
        table.keys().filter(|name| !of_iana.union(&ours).any(|n| n == name)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

/// In IANA's CSV a paragraph keeps the lines that it has in the document.
#[test]
fn txt_keys_are_the_same_in_paragraphs_of_many_lines() {
    let Some(text) = beside(DOCUMENT) else { return };
    let document = xml::parse("r.xml", &text).unwrap();
    let is = |name| move |node: &roxmltree::Node<'_, '_>| node.has_tag_name((NAMESPACE, name));
    let mut builder = Registry::builder();
    for record in document.descendants().filter(is("record")) {
        let paragraphs = record.descendants().filter(is("paragraph")).map(|it| raw(Some(it)));
        let note = paragraphs.collect::<Vec<_>>().join("\n\n");
        let name = record.children().find(is("name")).map(|name| raw(Some(name)));
        if let Some(name) = name.filter(|_| !note.is_empty()) {
            builder = builder.record(NewRecord::service(name).notes(note));
        }
    }
    let registry = builder.build().unwrap();
    let found: BTreeMap<_, _> = registry
        .services()
        .filter_map(|service| Some((service.name().to_owned(), names(service.txt_keys()?))))
        .collect();
    let wot = ["td", "type", "scheme"].map(str::to_owned).to_vec();
    assert_eq!(found, BTreeMap::from([("wot".to_owned(), wot)]));
}

fn names(keys: TxtKeys<'_>) -> Vec<String> {
    keys.iter().map(|key| TxtKey::name(key).to_owned()).collect()
}

/// The services of tables.
fn loaded(tables: &Tables) -> Registry {
    Registry::from_csv(&tables.files().unwrap().services[..]).unwrap()
}

/// A row of each note.
fn rows_by_note(registry: &Registry) -> BTreeMap<&str, Record<'_>> {
    registry.records().filter_map(|record| Some((record.notes()?, record))).collect()
}

/// What can be told from a note in IANA's words and from one that is restated.
fn told(record: Record<'_>) -> impl PartialEq + core::fmt::Debug {
    let service = record.service();
    let keys = service.and_then(Service::txt_keys);
    // Where a note does not list keys but says where they are, that is what it says
    // of them.
    let pointer = keys.filter(|keys| keys.is_empty());
    let links = pointer.map(|keys| links(keys.text()));
    (
        keys.map(|it| (names(it), it.is_none())),
        links,
        record.deassigned(),
        service.and_then(Service::alias_of).map(|target| target.name().to_owned()),
        service.is_some_and(Service::is_historic),
    )
}

fn links(text: &str) -> BTreeSet<String> {
    let words = text.split_whitespace().filter(|word| word.contains("://"));
    words.map(|link| link.trim_end_matches(['.', ',']).to_owned()).collect()
}

/// Ports, years, RFCs: the numbers in a text.
fn numbers(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).collect()
}

/// A cell that is restated has no number or link which IANA's has not.
#[test]
fn what_is_restated_says_what_iana_says() {
    let (Some(iana), Some(bundled)) = (converted(), bundled()) else { return };
    let (registry, other) = (loaded(&iana.tables), loaded(&bundled));
    let (of_iana, of_ours) = (rows_by_note(&registry), rows_by_note(&other));
    let mut restated = [DESCRIPTION, REFERENCE, NOTE].map(|column| (column, Vec::new()));
    for (theirs, ours) in pairs(&iana.tables, &bundled) {
        // A row that IANA modified has another date.
        if theirs[7] != ours[7] {
            continue;
        }
        for (column, names) in &mut restated {
            let (theirs, ours, row) = (&theirs[*column], &ours[*column], &ours[..3]);
            // Documents became RFCs without a date; a reference is restated by leaving some
            // out.
            if theirs == ours || *column == REFERENCE && !theirs.starts_with(ours.as_str()) {
                continue;
            }
            names.push(row[0].clone());
            assert!(numbers(ours).is_subset(&numbers(theirs)), "{row:?}: {ours:?}");
            assert!(links(ours).is_subset(&links(theirs)), "{row:?}: {ours:?}");
            if *column == NOTE {
                let [ours, theirs] = [of_ours[ours.as_str()], of_iana[theirs.as_str()]];
                assert_eq!(told(ours), told(theirs), "{row:?}: {ours:?}");
            }
        }
    }
    let names = restated.map(|(_, names)| names);
    assert_eq!(names.each_ref().map(Vec::len), [16, 1, 21]);
    let distinct = names.map(|names| names.into_iter().collect::<BTreeSet<_>>());
    assert_eq!(
        distinct.map(|names| names.into_iter().collect::<Vec<_>>().join(" ")),
        [
            "adaptive-rn dots-call-home dots-data dots-signal googexpeditions login rads scoop-sftp \
            sruth talk",
            "pon-ictp",
            "aeroflex bootstrap dns-update fix guid iax jnx-kcsync nxedit pdl-datastream presence \
            radsec shifter sparql spx-hmp www-http",
        ]
    );
}
