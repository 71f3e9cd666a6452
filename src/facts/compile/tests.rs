//! The compiler of our own facts on small files: what it refuses, and how it
//! says so.

use super::categories::{self, Categories};
use super::customary::{Customary, compile};
use super::{CUSTOMARY_COLUMNS, Registered};
use crate::columns::ServiceColumns;
use crate::compile::{CsvFile, Limits, Packing, RegistryError};

/// The names of a registry: `domain` on 53/tcp and 53/udp, `rdp` without a
/// port, and `x11` on a range.
fn registered() -> Registered {
    let header = ServiceColumns::NAMES.join(",");
    let rows = ["domain,53,tcp", "domain,53,udp", "rdp,,", "x11,6000-6063,tcp"];
    let rows = rows.map(|row| format!("{row},,,,,,,,,\n")).concat();
    let bytes = format!("{header}\n{rows}");
    let source = CsvFile { file: "services.csv", bytes: bytes.as_bytes() };
    Registered::read(source, Limits::new()).expect("a registry")
}

fn compiled(lines: &str) -> Result<Customary, RegistryError> {
    let bytes = format!("{}\n{lines}\n", CUSTOMARY_COLUMNS.join(","));
    let source = CsvFile { file: "customary.csv", bytes: bytes.as_bytes() };
    compile(source, &registered(), Limits::new(), Packing::LOOSE)
}

#[track_caller]
fn assert_refused(lines: &str, expected: &str) {
    assert_eq!(
        compiled(lines).expect_err("a wrong line").to_string(),
        format!("customary.csv:{expected}")
    );
}

#[test]
fn each_entry_has_its_registered_name() {
    // The two transports of `dns` are one entry.
    let lines = "dns,53,tcp,Domain,Why,RFC 1035\ndns,53,udp,Domain,Why,RFC 1035\n\
                 wg,51820,udp,,Why,wg(8)\nnamed,53,udp,Domain,Why,named(8)\n\
                 rdp,3389,tcp,rdp,Why,https://a.example/\nx11-1,6001,tcp,x11,Why,Debian /etc/services";
    let Customary { text, spans, .. } = compiled(lines).unwrap();
    let places = spans.chunks(2).map(|bytes| u16::from_le_bytes([bytes[0], bytes[1]]).into());
    let places: Vec<usize> = places.collect();
    let names: Vec<&str> = places.chunks(2).map(|span| &text[span[0]..span[1]]).collect();
    assert_eq!(names, ["Domain", "", "Domain", "rdp", "x11"]);
    assert_eq!(text, "Domainrdpx11", "each name once");
}

#[test]
fn a_name_has_a_port_and_a_transport() {
    let name = "expected a name of printable ASCII characters, without blanks";
    assert_refused(",53,tcp,,Why,RFC 1", &format!("2: Service Name: \"\": {name}"));
    assert_refused("a b,53,tcp,,Why,RFC 1", &format!("2: Service Name: \"a b\": {name}"));
    assert_refused(
        "dns,,tcp,,Why,RFC 1",
        "2: Port Number: \"\": expected the port, which a customary name must have",
    );
    assert_refused(
        "a,1,tcp,,Why,RFC 1\ndns,65536,tcp,,Why,RFC 1",
        "3: Port Number: \"65536\": \
         expected a port of 0-65535 or a range of them, such as 6000-6063",
    );
    for transport in ["", "TPC"] {
        assert_refused(
            &format!("dns,53,{transport},,Why,RFC 1"),
            &format!("2: Transport Protocol: \"{transport}\": expected tcp, udp, sctp or dccp"),
        );
    }
}

#[test]
fn no_line_repeats_iana_or_another_line() {
    let repeats = "expected what IANA does not say: this name has this port there";
    assert_refused("DOMAIN,53,udp,,Why,RFC 1", &format!("2: Service Name: \"DOMAIN\": {repeats}"));
    assert_refused("x11,6001,tcp,,Why,RFC 1", &format!("2: Service Name: \"x11\": {repeats}"));
    // Another port, another transport, and a name without a port.
    compiled("domain,54,tcp,,Why,RFC 1\nx11,6000,udp,,Why,RFC 1\nrdp,3389,tcp,,Why,RFC 1").unwrap();
    assert_refused(
        "dns,53,tcp,domain,Why,RFC 1\nDNS,53,tcp,,Other,RFC 2",
        "3: Service Name: \"DNS\": expected one line of a name, port and transport",
    );
}

#[test]
fn a_registered_name_is_one_on_the_same_port() {
    let expected =
        "expected the name of a registered service on this port and transport, or nothing";
    for line in [
        "dns,53,tcp,domian,Why,RFC 1",
        "dns,54,tcp,domain,Why,RFC 1",
        "dns,53,sctp,domain,Why,RFC 1",
    ] {
        let name = line.split(',').nth(3).unwrap();
        assert_refused(line, &format!("2: Registered Name: \"{name}\": {expected}"));
    }
}

#[test]
fn a_line_has_a_reason_and_a_source() {
    assert_refused(
        "dns,53,tcp,domain,,RFC 1",
        "2: Reason: \"\": expected since when or why the name is in use",
    );
    for source in [
        "",
        "RFC",
        "RFC ",
        "RFC 1a",
        "rfc 1",
        "[RFC 1]",
        " a(8)",
        "hearsay",
        "ftp://a.example/",
        "https://example",
        "https://a.example/ b",
        "(8)",
        "named(x)",
    ] {
        assert_refused(
            &format!("dns,53,tcp,domain,Why,{source}"),
            &format!(
                "2: Source: {source:?}: expected an RFC such as RFC 4253, a URL, or a manual such \
                 as sshd(8) or \"Debian netbase 6.4 /etc/services\""
            ),
        );
    }
    for source in ["RFC 1035", "https://a.example/b", "named(8)", "mprov(3pm)", "A /etc/services"] {
        compiled(&format!("dns,53,tcp,domain,Why,{source}")).unwrap();
    }
}

fn categorized(lines: &str) -> Result<Categories, RegistryError> {
    let bytes = format!("{}\n{lines}\n", categories::COLUMNS.join(","));
    let source = CsvFile { file: "categories.csv", bytes: bytes.as_bytes() };
    let bytes = format!("{}\ndns,53,tcp,domain,Why,RFC 1\n", CUSTOMARY_COLUMNS.join(","));
    let customary = CsvFile { file: "customary.csv", bytes: bytes.as_bytes() };
    categories::compile(source, &registered(), customary, Limits::new())
}

#[test]
fn categories_are_sorted_by_name() {
    let Categories { text, ends, categories } =
        categorized("X11,remote access\nDNS,naming\ndomain,naming").unwrap();
    assert_eq!(text, "dnsdomainx11");
    assert_eq!(ends, [3, 0, 9, 0, 12, 0]);
    assert_eq!(categories, [9, 9, 3]);
}

#[test]
fn a_category_is_one_of_a_known_name() {
    for (lines, expected) in [
        (
            "dnz,naming",
            "2: Service Name: \"dnz\": expected a name of the registry or of customary.csv",
        ),
        (",naming", "2: Service Name: \"\": expected a name of the registry or of customary.csv"),
        ("dns,naming\nDNS,time", "3: Service Name: \"DNS\": expected one category of a name"),
        (
            "dns,names",
            "2: Category: \"names\": expected one of web, mail, database, remote access, file \
             sharing, messaging, media, vpn, monitoring, naming, time, directory, printing, \
             industrial, games, cluster, security",
        ),
    ] {
        let error = categorized(lines).unwrap_err().to_string();
        assert_eq!(error, format!("categories.csv:{expected}"));
    }
}
