//! A table of real situations, and the answer to each.

use iana_ports::flow::{Hints, Side, service};
use iana_ports::{Service, Transport};

use crate::oracle::csv;

/// A line of the table.
pub(super) struct Situation {
    pub(super) source: u16,
    pub(super) destination: u16,
    pub(super) transport: Transport,
    pub(super) hints: Hints,
    name: String,
    /// The side, the name of the service and the reason.
    expected: [String; 3],
}

/// The table.
pub(super) fn all() -> Vec<Situation> {
    let mut lines = csv::records(include_str!("situations.csv")).into_iter();
    let header = lines.next().expect("a header");
    assert_eq!(
        header.join(","),
        "situation,source,destination,transport,hints,side,service,reason"
    );
    lines.map(|line| situation(line.try_into().expect("8 columns"))).collect()
}

fn situation(
    [name, source, destination, transport, hints, side, service, reason]: [String; 8],
) -> Situation {
    Situation {
        source: source.parse().expect("a port"),
        destination: destination.parse().expect("a port"),
        transport: transport.parse().expect("a transport"),
        hints: hints.split_whitespace().fold(Hints::new(), with),
        name,
        expected: [side, service, reason],
    }
}

/// A hint such as `first=source` or `ephemeral=source:1025-5000`.
fn with(hints: Hints, text: &str) -> Hints {
    let (hint, value) = text.split_once('=').expect("a hint and its value");
    let (side, range) = value.split_once(':').unwrap_or((value, ""));
    let side: Side = side.parse().expect("a side");
    match hint {
        "first" => hints.first_packet(side),
        "group" => hints.group(side),
        "ephemeral" => {
            let (first, last) = range.split_once('-').expect("a range");
            let port = |text: &str| text.parse().expect("a port");
            hints.ephemeral(side, port(first)..=port(last))
        }
        _ => panic!("{text:?} is no hint"),
    }
}

#[test]
fn every_situation() {
    let all = all();
    assert!(all.len() >= 100, "{}", all.len());
    let mut wrong = Vec::new();
    for one in &all {
        let answer = service(one.source, one.destination, one.transport, one.hints);
        let side = answer.side().map_or("", Side::as_str);
        let name = answer.service().map_or("", Service::name);
        let found = [side, name, &format!("{:?}", answer.reason())].map(str::to_owned);
        if found != one.expected {
            wrong.push(format!("{}: {found:?}, not {:?}", one.name, one.expected));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// No reason without a situation.
#[test]
fn every_reason() {
    for reason in [
        "ClientPort",
        "Group",
        "FirstPacket",
        "OnlyAssigned",
        "SystemPort",
        "EphemeralPort",
        "OneService",
        "BothAssigned",
        "NoneAssigned",
        "Conflict",
    ] {
        assert!(all().iter().any(|one| one.expected[2] == reason), "{reason}");
    }
}

/// The text says the service, the side and the reason, as they are.
#[test]
fn every_sentence() {
    for one in all() {
        let answer = service(one.source, one.destination, one.transport, one.hints);
        let who = match (answer.service(), answer.side()) {
            (None, None) => "undecided".to_owned(),
            (who, side) => {
                let who =
                    who.map_or_else(|| "an unknown service".to_owned(), |who| who.to_string());
                let at = side.map_or_else(|| "either end".to_owned(), |side| format!("the {side}"));
                format!("{who} at {at}")
            }
        };
        assert_eq!(answer.to_string(), format!("{who}: {}", answer.reason()), "{}", one.name);
        assert_eq!(format!("{answer:200}|").len(), 201, "{}", one.name);
    }
}
