//! Searches, against a model that goes through every row of the CSV for every
//! query, word by word.

use crate::oracle::model::{MODEL, Row};
use iana_ports::find::Rank;
use iana_ports::{Registry, registry, search};
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

fn is_separator(c: char) -> bool {
    c == '-' || c == '_' || c.is_ascii_whitespace()
}

fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii()
}

/// The rest of a text that begins with a pattern.
fn rest<'t>(pattern: &str, text: &'t str) -> Option<&'t str> {
    let mut rest = text;
    let mut may_skip = false;
    for wanted in pattern.chars() {
        let next = rest.chars().next();
        if is_separator(wanted) {
            if may_skip && next.is_some_and(is_separator) {
                rest = &rest[1..];
            }
            may_skip = false;
        } else {
            if may_skip && next.is_some_and(|c| c == '-' || c == '_') {
                rest = &rest[1..];
            }
            let found = rest.chars().next()?;
            if !found.eq_ignore_ascii_case(&wanted) {
                return None;
            }
            rest = &rest[found.len_utf8()..];
            may_skip = true;
        }
    }
    Some(rest)
}

/// A text, and its characters without separators, in lower case: what it has
/// not, the text has not either.
struct Text {
    text: String,
    squashed: String,
}

impl Text {
    fn new(text: &str) -> Self {
        Self { text: text.to_owned(), squashed: squashed(text) }
    }

    /// 0 if it has a term as a word, 1 at the start of a word, 2 elsewhere.
    fn fit(&self, term: &str, is_start: bool) -> Option<u8> {
        if !self.squashed.contains(&squashed(term)) {
            return None;
        }
        let ends = |(at, first): (usize, char)| {
            let before = self.text[..at].chars().next_back();
            let rest = rest(term, &self.text[at..]).filter(|_| !is_separator(first))?;
            let begins = before.is_none_or(|c| !is_of_word(c));
            match (begins, rest.chars().next().is_none_or(|c| !is_of_word(c))) {
                (true, true) => Some(0),
                (true, false) => Some(1),
                (false, _) => (!is_start).then_some(2),
            }
        };
        self.text.char_indices().filter_map(ends).min()
    }
}

fn squashed(text: &str) -> String {
    text.chars().filter(|c| !is_separator(*c)).map(|c| c.to_ascii_lowercase()).collect()
}

/// What is searched of a row: its name and description, and organizations.
static TEXTS: LazyLock<Vec<(Vec<Text>, Vec<Text>)>> = LazyLock::new(|| {
    let texts = |row: &Row| vec![Text::new(&row.name), Text::new(description(row))];
    MODEL.rows.iter().map(|row| (texts(row), organizations(row))).collect()
});

fn related(term: &str) -> &'static str {
    match &*term.to_ascii_lowercase() {
        "mail" | "email" | "e-mail" => "message",
        "secure" | "security" => "sec",
        _ => "",
    }
}

/// The description as the crate has it: without the announcement of an alias.
fn description(row: &Row) -> &str {
    if !cfg!(feature = "details") {
        return "";
    }
    let announced = row.description.find("IANA assigned this well-formed service name");
    announced.map_or(&*row.description, |at| row.description[..at].trim_end())
}

fn organizations(row: &Row) -> Vec<Text> {
    let cells = format!("{}{}", row.assignee, row.contact);
    let handles = cells.split(['[', ']']).filter(|handle| !handle.is_empty());
    let found = handles.filter_map(|handle| ORGANIZATIONS.get(handle));
    if cfg!(feature = "contacts") { found.map(|name| Text::new(name)).collect() } else { vec![] }
}

/// The organizations by handles.
static ORGANIZATIONS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let with_one = MODEL.contacts.iter().filter(|person| !person.organization.is_empty());
    with_one.map(|person| (&*person.handle, &*person.organization)).collect()
});

fn rank(i: usize, query: &str) -> Option<Rank> {
    let whole = query.trim().trim_end_matches('*');
    let bare: Vec<(&str, bool)> = query
        .split_ascii_whitespace()
        .map(|term| (term.trim_end_matches('*'), term.ends_with('*')))
        .filter(|(term, _)| !term.chars().all(is_separator))
        .collect();
    let (texts, organizations) = &TEXTS[i];
    match rest(whole, &texts[0].text) {
        _ if bare.is_empty() => return None,
        Some("") => return Some(Rank::Name),
        Some(_) => return Some(Rank::NamePrefix),
        None => {}
    }
    let best =
        |term: &str, is_start| texts.iter().filter_map(|text| text.fit(term, is_start)).min();
    if bare.len() > 1 && best(whole, query.trim().ends_with('*')) == Some(0) {
        return Some(Rank::Phrase);
    }
    let ranks = bare.iter().map(|&(term, is_start)| {
        let own = best(term, is_start);
        let other = Some(related(term)).filter(|term| !term.is_empty());
        let other = other.and_then(|term| best(term, false));
        let of_them = organizations.iter().filter_map(|name| name.fit(term, is_start)).min();
        Some(match (own, other, of_them) {
            (Some(0), ..) => Rank::Word,
            (_, Some(0), _) => Rank::Related,
            (Some(1), ..) => Rank::WordPrefix,
            (.., Some(0 | 1)) => Rank::Organization,
            (None, None, None) => return None,
            _ => Rank::Substring,
        })
    });
    ranks.collect::<Option<Vec<_>>>()?.into_iter().max()
}

/// What is found, and why: the first row of each name and port, the best first.
fn expected(query: &str) -> Vec<(String, Rank)> {
    let named = MODEL.rows.iter().enumerate().filter(|(_, row)| row.is_named());
    let ranked = named.filter_map(|(i, row)| Some((rank(i, query)?, i, row)));
    let ranked: Vec<_> = ranked.collect();
    let found: BTreeSet<&str> = ranked.iter().map(|(.., row)| &*row.name).collect();
    let mut rows: Vec<_> = ranked
        .iter()
        // An alias of a service that is found as well.
        .filter(|(.., row)| row.alias_target().is_none_or(|target| !found.contains(target)))
        .map(|&(rank, i, row)| {
            let class = match &row.ports {
                _ if rank == Rank::Name && MODEL.services_named(&row.name)[0] == i => 0,
                Some(ports) if *ports.start() < 1024 => 1,
                Some(_) => 2,
                None => 3,
            };
            (rank, class, i, row)
        })
        .collect();
    rows.sort_by_key(|&(rank, class, i, _)| (rank, class, i));
    let mut told = BTreeSet::new();
    rows.retain(|(.., row)| told.insert((row.name.to_ascii_lowercase(), &row.port_number)));
    rows.iter()
        .map(|&(rank, _, _, row)| (format!("{} {}", row.name, row.port_number), rank))
        .collect()
}

fn found(registry: &Registry, query: &str) -> Vec<(String, Rank)> {
    let shown = |found: iana_ports::find::Found<'_>| {
        let service = found.service();
        let ports = service.record().to_string();
        let ports = ports.split(['(', '/', ')']).nth(1).unwrap_or("").to_owned();
        let ports = if service.port().is_some() { ports } else { String::new() };
        (format!("{} {ports}", service.name()), found.rank())
    };
    registry.search(query).map(shown).collect()
}

#[test]
fn every_row_that_fits_is_found_once_in_order() {
    for query in [
        "postgres",
        "mail submission",
        "cisco",
        "time",
        "HTTP alt",
        "http*",
        "httpalt",
        "x11",
        "x",
        "name server",
        "secure",
        "SQL*net",
        "whois++",
        "914c",
        "e-mail",
        "file transfer",
        "printer_agent",
        "printer-agent",
        "é",
        "*",
        "-",
        "",
        "  ",
        "http* server",
        "ssl/tls",
        "-http-",
        "a b",
        "oracle sql",
        "sys",
        "port",
        "nameserv",
        "net bios",
        "no such thing",
    ] {
        assert_eq!(found(registry(), query), expected(query), "{query:?}");
    }
}

#[test]
fn it_is_the_method_and_keeps_its_promises() {
    let mut services = search("ldap admin");
    assert!(registry().search("ldap admin").eq(services.clone()));
    let rest: Vec<_> = services.clone().skip(1).collect();
    assert!(services.next().is_some());
    assert_eq!(services.clone().collect::<Vec<_>>(), rest);
    assert_eq!(format!("{services:?}"), format!("{rest:?}"));
    let mut nothing = search("");
    assert_eq!((nothing.next(), nothing.next()), (None, None));
}

/// A name with as many rows as a registry takes, and rows of one name and port:
/// to look through the others for each would take minutes.
#[cfg(all(feature = "runtime", feature = "details", feature = "contacts"))]
#[test]
fn a_name_of_tens_of_thousands_of_rows() {
    let mut csv = iana_ports::export::ServicesCsv::COLUMNS.join(",");
    for port in 1..=30_000 {
        csv += &format!("\nagent,{port},tcp,site {port}{}", ",".repeat(8));
    }
    // The second row of the port is the better one.
    csv += &format!("\nagent,30000,udp,site{}", ",".repeat(8));
    let registry = Registry::from_csv(csv.as_bytes()).expect("a registry");
    let all = found(&registry, "site");
    assert_eq!(all.len(), 30_000);
    assert!(all.iter().all(|(_, rank)| *rank == Rank::Word));
    assert_eq!(found(&registry, "site 30000"), [("agent 30000".to_owned(), Rank::Phrase)]);
    assert_eq!(found(&registry, "agent").len(), 30_000);
}
