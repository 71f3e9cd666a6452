//! Suggestions, against costs that are worked out letter by letter.

use crate::oracle::model::MODEL;
use crate::oracle::random::Random;
use iana_ports::registry;
use std::collections::HashMap;

fn suggested(text: &str) -> Vec<&'static str> {
    registry().suggest(text).map(|service| service.name()).collect()
}

#[test]
fn what_people_mistype() {
    for (typed, best) in [
        ("htps", "https"),
        ("HTPPS", "https"),
        ("htttp", "http"),
        ("sssh", "ssh"),
        ("shh", "ssh"),
        ("telent", "telnet"),
        ("tlenet", "telnet"),
        ("postgrsql", "postgresql"),
        ("postg", "postgresql"),
        ("postgres", "postgresql"),
        ("mongo", "mongodb"),
        ("domian", "domain"),
        ("ldap3", "ldap"),
        ("snmptrapp", "snmptrap"),
        ("kerbros", "kerberos"),
        ("kerb", "kerberos"),
        ("httpalt", "http-alt"),
        ("http_alt", "http-alt"),
        ("http alt", "http-alt"),
        ("netbiosns", "netbios-ns"),
        ("ftpdata", "ftp-data"),
        ("submision", "submission"),
        ("radus", "radius"),
        ("mysqll", "mysql"),
        ("imsp4", "imsp"),
        ("https", "https"),
    ] {
        assert_eq!(suggested(typed).first(), Some(&best), "{typed}: {:?}", suggested(typed));
    }
    for far in ["", "-", "no-such-service", "zzzzzz", &"a".repeat(65), &"é".repeat(1000)] {
        assert_eq!(suggested(far), [""; 0], "{far}");
    }
}

fn folded(text: &str) -> Vec<u8> {
    text.to_ascii_lowercase().into_bytes()
}

fn is_hyphen(byte: u8) -> bool {
    b"-_ ".contains(&byte)
}

fn letters(text: &[u8]) -> Vec<u8> {
    text.iter().copied().filter(|byte| !is_hyphen(*byte)).collect()
}

/// The least cost of making `name` of `typed`, by trying every edit at the ends
/// of both.
fn cost(typed: &[u8], name: &[u8], known: &mut HashMap<(usize, usize), u32>) -> u32 {
    let key = (typed.len(), name.len());
    if let Some(&cost) = known.get(&key) {
        return cost;
    }
    let mut least = if key == (0, 0) { 0 } else { u32::MAX };
    if let [rest @ .., last] = name {
        let missing = if is_hyphen(*last) { 1 } else { 2 };
        least = least.min(cost(typed, rest, known) + missing);
    }
    if let [rest @ .., last] = typed {
        let is_double = rest.last() == Some(last);
        let extra = match last {
            hyphen if is_hyphen(*hyphen) => 1,
            _ if is_double => 2,
            _ => 3,
        };
        least = least.min(cost(rest, name, known) + extra);
        if let [of_name @ .., other] = name {
            let change = match (is_hyphen(*last), is_hyphen(*other)) {
                _ if last == other => 0,
                (true, true) => 1,
                _ => 3,
            };
            least = least.min(cost(rest, of_name, known) + change);
        }
    }
    if let ([rest @ .., a, b], [of_name @ .., c, d]) = (typed, name) {
        if (a, b) == (d, c) && a != b {
            least = least.min(cost(rest, of_name, known) + 2);
        }
    }
    known.insert(key, least);
    least
}

/// The unit edits between the letters alone.
fn edits(a: &[u8], b: &[u8]) -> usize {
    let (a, b) = (letters(a), letters(b));
    let mut rows = vec![(0..=b.len()).collect::<Vec<_>>()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let mut least = (rows[i - 1][j] + 1).min(row[j - 1] + 1);
            least = least.min(rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]));
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

/// What is suggested, by the rules that the documentation states.
fn expected(typed: &str) -> Vec<&'static str> {
    let text = folded(typed);
    let (count, of_text) = (letters(&text).len(), letters(&text));
    let mut found = Vec::new();
    for name in MODEL.names().filter(|_| count > 0) {
        let folded = folded(name);
        // More letters than that are more edits.
        let may_be_near = letters(&folded).len().abs_diff(count) <= 3;
        let is_near = may_be_near && edits(&text, &folded) <= (count / 3).clamp(1, 3);
        let begins = count > 1 && letters(&folded).starts_with(&of_text);
        let cost = match (is_near, begins) {
            (true, true) => cost(&text, &folded, &mut HashMap::new()).min(4),
            (true, false) => cost(&text, &folded, &mut HashMap::new()),
            (false, true) => 4,
            (false, false) => continue,
        };
        let row = MODEL.services_named(name)[0];
        let port = MODEL.rows[row].ports.as_ref().map_or(u32::MAX, |p| u32::from(*p.start()));
        found.push((cost, port, row, name));
    }
    found.sort_unstable();
    found.into_iter().take(5).map(|(.., name)| name).collect()
}

#[test]
fn the_best_of_all_names_come_first() {
    let names: Vec<_> = MODEL.names().collect();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut typed: Vec<String> =
        ["htp", "x1l", "rtsps-", "ht", "s", "post", "a-b-c"].map(str::to_owned).into();
    for _ in 0..40 {
        let mut name = random.one(&names).to_owned().into_bytes();
        for _ in 0..1 + random.below(2) {
            let at = random.below(name.len());
            match random.below(5) {
                0 => name.insert(at, name[at]),
                1 => name.insert(at, b"abcxyz019-"[random.below(10)]),
                2 if name.len() > 2 => drop(name.remove(at)),
                3 if at > 0 => name.swap(at, at - 1),
                _ => name[at] = b"aeiost-"[random.below(7)],
            }
        }
        typed.push(String::from_utf8(name).expect("ASCII"));
    }
    for typed in typed {
        assert_eq!(suggested(&typed), expected(&typed), "{typed}");
    }
}

#[test]
fn the_function_suggests_what_the_registry_does() {
    for typed in ["htps", "telent", "zzzzzz"] {
        let all: Vec<_> = iana_ports::suggest(typed).map(|service| service.name()).collect();
        assert_eq!(all.first(), suggested(typed).first(), "{typed}");
    }
}

/// The primary service of a name is behind another of its rows.
#[cfg(all(feature = "runtime", feature = "details", feature = "contacts"))]
#[test]
fn layers_suggest_the_primary_service_of_a_name() {
    use iana_ports::{Registry, layers::Layers};

    let csv = iana_ports::export::ServicesCsv::COLUMNS.join(",");
    let [portless, later, first] = ["agent,,tcp", "agent,9001,tcp", "agents,9000,tcp"]
        .map(|row| format!("\n{row}{}", ",".repeat(9)));
    let own = Registry::from_csv(format!("{csv}{portless}{later}{first}").as_bytes()).unwrap();
    let names = |services: iana_ports::find::Suggestions<'_>| -> Vec<String> {
        services.map(|service| service.to_string()).collect()
    };
    let layers = Layers::new([&own]);
    assert_eq!(names(layers.suggest("agent")), ["agent (9001/tcp)", "agents (9000/tcp)"]);
    assert_eq!(names(layers.suggest("agnt")), names(own.suggest("agnt")));
}

#[cfg(feature = "customary")]
#[test]
fn customary_names_are_near_as_well() {
    let best = |typed| iana_ports::suggest(typed).next().map(|service| service.to_string());
    assert_eq!(best("wiregard").as_deref(), Some("wireguard (51820/udp)"));
    assert_eq!(best("dns").as_deref(), Some("dns (53/tcp)"));
    // IANA's is the first of two that are as near.
    assert_eq!(best("postg").as_deref(), Some("postgresql (5432/tcp)"));
}

/// A parser takes registered names, and suggests the one that somebody meant.
#[cfg(all(feature = "customary", feature = "alloc"))]
#[test]
fn a_customary_name_leads_to_the_registered_one() {
    use iana_ports::{Service, port_spec::PortSpec};

    for (typed, registered) in [("dns", "domain"), ("WHOIS", "nicname"), ("mssql", "ms-sql-s")] {
        let spec = PortSpec::parse(typed).unwrap_err().to_string();
        assert!(spec.contains(&format!("did you mean {registered:?}?")), "{spec}");
        let row = format!("{typed}/tcp").parse::<Service<'_>>().unwrap_err().to_string();
        assert!(row.contains(&format!("did you mean {registered:?}?")), "{row}");
    }
}
