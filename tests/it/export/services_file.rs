//! The services file against the CSV file, by a reader that answers as the C
//! library does: with the first line that matches.

use crate::oracle::model::{MODEL, service};
use core::iter;
use iana_ports::servent::{getservbyname, getservbyport};
use iana_ports::{EDITION, Transport, export, registry};
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

/// A line of services(5).
pub(super) struct Line {
    pub(super) name: String,
    pub(super) port: u16,
    pub(super) transport: Transport,
    pub(super) aliases: Vec<String>,
    comment: String,
}

impl Line {
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        iter::once(&self.name).chain(&self.aliases).map(String::as_str)
    }
}

/// The file, written once for all tests.
pub(super) static TEXT: LazyLock<String> =
    LazyLock::new(|| export::ServicesFile::new(registry()).to_string());

/// The lines with a service; a comment that goes on below is one.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for line in text.lines() {
        let (service, comment) = line.split_once('#').unwrap_or((line, ""));
        let mut words = service.split_whitespace().map(str::to_owned);
        let Some(name) = words.next() else {
            if let Some(last) = lines.last_mut() {
                last.comment += comment;
            }
            continue;
        };
        let key = words.next().expect("a port");
        let (port, transport) = key.split_once('/').expect("a port and a protocol");
        lines.push(Line {
            name,
            port: port.parse().expect("a port"),
            transport: transport.parse().expect("a transport"),
            aliases: words.collect(),
            comment: comment.to_owned(),
        });
    }
    lines
}

#[test]
fn by_every_port() {
    let (mut on, mut any) = (HashMap::new(), HashMap::new());
    let lines = lines(&TEXT);
    for line in &lines {
        on.entry((line.port, line.transport)).or_insert(&*line.name);
        any.entry(line.port).or_insert((line.transport.as_str(), &*line.name));
    }
    for port in 0..=u16::MAX {
        for &transport in Transport::ALL {
            let row = MODEL.services_on(port, transport).first();
            let name = row.map(|&row| &*MODEL.rows[row].name);
            assert_eq!(on.get(&(port, transport)).copied(), name, "{port}/{transport}");
        }
        let entry = getservbyport(port, None);
        assert_eq!(any.get(&port).copied(), entry.map(|entry| (entry.proto(), entry.name())));
    }
}

#[test]
fn by_every_name() {
    let (mut on, mut any) = (HashMap::new(), HashMap::new());
    let lines = lines(&TEXT);
    for line in &lines {
        for name in line.names() {
            on.entry((name, line.transport)).or_insert((line.port, &*line.name));
            any.entry(name).or_insert((line.transport.as_str(), line.port));
        }
    }
    for row in MODEL.rows.iter().filter(|row| row.is_named()) {
        for &transport in Transport::ALL {
            let found = MODEL.lookup_name(&row.name, transport);
            let port = found.and_then(|found| Some(*MODEL.rows[found].ports.as_ref()?.start()));
            let line = on.get(&(&*row.name, transport));
            assert_eq!(line.map(|line| line.0), port, "{} on {transport}", row.name);
            let entry = getservbyname(&row.name, Some(transport.as_str()));
            assert_eq!(line.map(|line| line.1), entry.map(|entry| entry.name()), "{}", row.name);
        }
        let entry = getservbyname(&row.name, None);
        let first = any.get(&*row.name).copied();
        assert_eq!(first, entry.map(|entry| (entry.proto(), entry.port())), "{}", row.name);
    }
}

#[test]
fn every_service_with_a_port_is_there_once() {
    let mut written = BTreeSet::new();
    for line in lines(&TEXT) {
        for name in line.names() {
            let key = (name.to_owned(), line.port, line.transport);
            assert!(written.insert(key), "{name} {}/{}", line.port, line.transport);
        }
    }
    let mut expected = BTreeSet::new();
    for row in MODEL.rows.iter().filter(|row| row.is_named()) {
        let on = |transport: &Transport| row.transport.is_none_or(|one| one == *transport);
        for transport in Transport::ALL.iter().copied().filter(on) {
            for port in row.ports.clone().into_iter().flatten() {
                expected.insert((row.name.clone(), port, transport));
            }
        }
    }
    assert!(written == expected, "{:?}", written.symmetric_difference(&expected).next());
}

#[test]
fn an_alias_is_on_the_line_of_its_service_and_has_none() {
    let mut aliases = 0;
    for line in lines(&TEXT) {
        let row = MODEL
            .services_on(line.port, line.transport)
            .iter()
            .find(|&&row| MODEL.rows[row].name == line.name)
            .expect("a row for each line");
        assert_eq!(MODEL.rows[*row].alias_target(), None, "{}", line.name);
        for alias in &line.aliases {
            let is_alias = |row: &&usize| MODEL.rows[**row].name == *alias;
            let on_key = MODEL.services_on(line.port, line.transport);
            let alias = &MODEL.rows[*on_key.iter().find(is_alias).expect("a row for each alias")];
            assert_eq!(alias.alias_target(), Some(&*line.name), "{}", alias.name);
            aliases += 1;
        }
        #[cfg(feature = "details")]
        {
            // That of a range is on its first port alone.
            let is_first = service(*row).port() == Some(line.port);
            let description = if is_first { service(*row).description() } else { "" };
            let description = description.split_whitespace();
            assert!(line.comment.split_whitespace().eq(description), "{}", line.name);
        }
        #[cfg(not(feature = "details"))]
        assert_eq!((line.comment, service(*row).name()), (String::new(), &*line.name));
    }
    let expected = MODEL.rows.iter().filter(|row| row.alias_target().is_some()).count();
    assert_eq!(aliases, expected);
}

#[test]
fn what_is_left_out_is_counted() {
    let (mut portless, mut nameless) = (0, 0);
    for row in &MODEL.rows {
        portless += usize::from(row.is_named() && row.ports.is_none());
        nameless += usize::from(!row.is_named());
    }
    let expected = format!(
        "# IANA Service Name and Transport Protocol Port Number Registry (RFC 6335), \
         edition {EDITION}.\n\
         # The first line of a name or a port is that of its primary service.\n\
         # Left out are {portless} services without a port,\n\
         # {nameless} rows without a name (Reserved, Unassigned and the like),\n\
         # and 0 services whose name has a #, a blank or a control character.\n\
         tcpmux\t1/tcp"
    );
    assert!(TEXT.starts_with(&expected), "{:.400}", *TEXT);
}

/// Counts the bytes that are written.
#[cfg(all(feature = "runtime", feature = "details"))]
struct Bytes(usize);

#[cfg(all(feature = "runtime", feature = "details"))]
impl core::fmt::Write for Bytes {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}

/// Four times 60 KB and 20 bytes a line, not 60 KB a line.
#[cfg(all(feature = "runtime", feature = "details"))]
#[test]
fn the_description_of_a_range_is_there_once_a_transport() {
    use core::fmt::Write;
    use iana_ports::load::NewRecord;

    let description = "long ".repeat(12_000);
    let range = NewRecord::service("range").ports(1000..=4999).description(&*description);
    let hidden = NewRecord::service("first").port(1000).transport(Transport::Tcp);
    let registry = iana_ports::Registry::builder().record(range).build().unwrap();
    let above = iana_ports::Registry::builder().replace(hidden).build().unwrap();
    let layers = iana_ports::layers::Layers::new([&above, &registry]);
    let written = |file: &dyn core::fmt::Display| {
        let mut bytes = Bytes(0);
        write!(bytes, "{file}").unwrap();
        bytes.0
    };
    let (of_one, of_layers) = (
        written(&export::ServicesFile::new(&registry)),
        written(&export::ServicesFile::new(&layers)),
    );
    let lines = 4 * 4_000 * "range\t4999/sctp\n".len();
    for bytes in [of_one, of_layers] {
        let descriptions = 4 * description.len();
        assert!((descriptions..descriptions * 21 / 20 + lines).contains(&bytes), "{bytes}");
    }
}

/// musl reads no more of a line at once.
#[test]
fn no_line_is_longer_than_a_reader_takes() {
    let longest = TEXT.lines().map(str::len).max();
    assert!(longest <= Some(126), "{longest:?}");
}
