//! Named cases: what exactly comes of each.

use iana_ports::Transport::{self, Sctp, Tcp, Udp};
use iana_ports::load::Limits;
use iana_ports::{Registry, Status};

use super::{HEADER, holds};

fn csv(rows: &str) -> Registry {
    let registry = Registry::from_csv(format!("{HEADER}\n{rows}").as_bytes()).expect("it loads");
    holds(&registry);
    registry
}

#[track_caller]
fn assert_error(rows: impl AsRef<[u8]>, expected: &str) {
    let file = [HEADER.as_bytes(), b"\n", rows.as_ref()].concat();
    let error = Registry::from_csv(&file[..]).expect_err("it is wrong");
    assert_eq!(error.to_string(), expected);
}

#[test]
fn control_characters() {
    for (name, shown) in [("a\u{1b}m", "a\\u{1b}m"), ("a\u{0}", "a\\0"), ("\u{85}", "\\u{85}")] {
        let place = "CSV:2: Service Name";
        let expected = format!("{place}: \"{shown}\": expected no control characters");
        assert_error(format!("{name},1,tcp,,,,,,,,,\n"), &expected);
        let place = "CSV:2: Assignee";
        let expected = format!("{place}: \"{shown}\": expected no control characters");
        assert_error(format!("a,1,tcp,,[b][{name}],,,,,,,\n"), &expected);
    }
    assert_error(
        "a,1\u{0},tcp,,,,,,,,,\n",
        "CSV:2: Port Number: \"1\\0\": \
         expected a port of 0-65535 or a range of them, such as 6000-6063",
    );
    // In prose they are data, and shown as they are only by who asks for it.
    let registry = csv(",1,tcp,\u{0}\u{1b}[31m,,,,,,,\u{7},Formerly was \u{8}\n");
    let record = registry.record_on(1, Tcp).expect("a record");
    assert_eq!(record.description(), "\u{0}\u{1b}[31m");
    assert_eq!(record.unauthorized_use(), Some("\u{7}"));
    assert_eq!(record.to_string(), "Reserved (1/tcp)");
    assert_eq!(
        registry.explain(1, Tcp).to_string(),
        "1/tcp, one of the System Ports, is Reserved (\"\\0\\u{1b}[31m\"); formerly \"\\u{8}\"",
    );
}

#[test]
fn lone_quotes() {
    assert_error(
        "a,1,tcp,\",,,,,,,,\nb,2,tcp,,,,,,,,,\n",
        "CSV:2: Description: \"\\\",,,,,,,,\": expected a closing quote before the end of the file",
    );
    assert_error(
        "a,1,tcp,b\",,,,,,,,\n",
        "CSV:2: Description: \"b\\\",,,,,,,,\": expected no quote inside a cell that does not start with one",
    );
    assert_error(
        "a,1,tcp,\"b\"c,,,,,,,,\n",
        "CSV:2: Description: \"\\\"b\\\"c,,,,,,,,\": \
         expected the quote on line 2 that closes this cell to end it",
    );
    let registry =
        csv("\"\"\"\",1,tcp,\"\"\"\",[\"],,,,,,,\n".replace("[\"]", "\"[\"\"]\"").as_str());
    let service = registry.lookup_name("\"", Tcp).expect("a service");
    assert_eq!((service.name(), service.description()), ("\"", "\""));
    assert_eq!(service.assignees().next(), registry.lookup_contact("\""));
    // In a services(5) file a quotation mark is a character, but a note could not
    // name it.
    let registry = Registry::from_services_file("a\" 1/tcp # \"\n".as_bytes()).expect("it loads");
    assert_eq!(registry.lookup_port(1, Tcp).expect("a service").name(), "a\"");
    let error = Registry::from_services_file("a 1/tcp\na\"b 1/tcp x\n".as_bytes()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "services:2: Service Name: \"a\\\"b\": \
         expected no quotation mark in a name that has aliases",
    );
}

#[test]
fn gigantic_ranges() {
    let registry = csv("a,0-65535,,,,,,,,,,\n,0-65535,,,,,,,,,,\n");
    for &transport in Transport::ALL {
        for port in 0..=u16::MAX {
            assert_eq!(registry.status(port, transport), Status::Assigned);
        }
        assert_eq!(registry.free_ports(transport, ..).count(), 0);
    }
    for range in ["0-65536", "0-99999999999999999999", "5-4", "-1", "1-", "1-2-3", "0x1-0xf"] {
        let what = match range {
            "5-4" => "a range of ports whose first is not above its last",
            _ => "a port of 0-65535 or a range of them, such as 6000-6063",
        };
        assert_error(
            format!("a,{range},tcp,,,,,,,,,\n"),
            &format!("CSV:2: Port Number: \"{range}\": expected {what}"),
        );
    }
    // Four of all ports on all transports are as many as there may be.
    let four = "a,0-65535,,,,,,,,,,\n".repeat(4);
    assert_error(
        format!("{four}b,7,tcp,,,,,,,,,\n"),
        "CSV:6: Service Name: \"b\": \
         expected at most 1048576 ports of all services together, up to this row",
    );
    let registry = Registry::from_csv(format!("{HEADER}\n{four}").as_bytes()).expect("it loads");
    assert_eq!(registry.services_on(65_535, Sctp).len(), 4);
}

#[test]
fn nameless_rows_over_each_other_and_far_from_services() {
    // Ranges in ranges, on one transport and on any, and what says so last.
    let registry = csv("a,80,tcp,,,,,,,,,\n\
         ,70-2000,,Reserved,,,,,,,,\n\
         ,75-1500,tcp,Unassigned,,,,,,,,\n\
         ,80-1000,tcp,Reserved,,,,,,,,\n\
         ,900-950,udp,Unassigned,,,,,,,,\n\
         ,40000-40001,,Reserved,,,,,,,,\n\
         ,49151-49160,,Unassigned,,,,,,,,\n\
         ,49155,udp,Reserved,,,,,,,,\n\
         ,65535,sctp,Reserved,,,,,,,,\n");
    let statuses = |ports: &[u16], on| -> Vec<Status> {
        ports.iter().map(|port| registry.status(*port, on)).collect()
    };
    let [assigned, reserved] = [Status::Assigned, Status::Reserved];
    let [unassigned, dynamic] = [Status::Unassigned, Status::Dynamic];
    let ports = [69, 74, 80, 81, 1001, 1501, 2001, 40000];
    assert_eq!(
        statuses(&ports, Tcp),
        [unassigned, reserved, assigned, reserved, unassigned, reserved, unassigned, reserved],
    );
    assert_eq!(statuses(&[899, 900, 951], Udp), [reserved, unassigned, reserved]);
    let ports = [40002, 49151, 49152, 49155, 49160, 49161, 65535];
    let above = [unassigned, unassigned, unassigned, reserved, unassigned, dynamic, dynamic];
    assert_eq!(statuses(&ports, Udp), above);
    assert_eq!(
        statuses(&[49155, 49161, 65534, 65535], Sctp),
        [unassigned, dynamic, dynamic, reserved]
    );
}

#[test]
fn all_names_on_one_port() {
    let rows =
        |count: usize| (0..count).map(|n| format!("n{n},1,tcp,,,,,,,,,\n")).collect::<String>();
    assert_error(rows(65_536), "CSV:65537: Service Name: \"n65535\": expected at most 65535 rows");
    assert_error(
        rows(65_535),
        "registry: expected at most 65534 entries and lists of entries \
         that share a name or a port, found 131071",
    );
    // A quarter of what there may be: `compile::tests::limits` has them all.
    let many = 8_192;
    let text = format!("{HEADER}\n{}", rows(many));
    let registry = Registry::from_csv(text.as_bytes()).expect("it loads");
    let names = registry.services_on(1, Tcp).map(|service| service.name().to_owned());
    assert!(names.eq((0..many).map(|n| format!("n{n}"))));
    assert_eq!(registry.services_on(1, Tcp).next_back().expect("the last").name(), "n8191");
    for n in 0..many {
        let service = registry.lookup_name(&format!("N{n}"), Tcp).expect("a service");
        assert_eq!(service.port(), Some(1));
    }
    let aliases = (0..32_765).map(|n| format!(" n{n}")).collect::<String>();
    let file = format!("n 1/udp{aliases}\n");
    let error = Registry::from_services_file(file.as_bytes()).unwrap_err().to_string();
    assert_eq!(
        error,
        "registry: expected at most 65534 entries and lists of entries \
         that share a name or a port, found 98299",
    );
}

#[test]
fn more_aliases_than_rows() {
    for aliases in [65_535, 1_000_000] {
        let file = format!("n 1/tcp{}", " a".repeat(aliases));
        let error = Registry::from_services_file(file.as_bytes()).unwrap_err().to_string();
        assert_eq!(error, "services:1: Service Name: \"a\": expected at most 65535 rows");
    }
}

#[test]
fn duplicate_rows() {
    let row = "a,1,tcp,same,[Ann],[Ann],2001-02,,[RFC1],,,note\n";
    let registry = csv(&row.repeat(100));
    assert_eq!((registry.records().len(), registry.contacts().len()), (100, 1));
    assert_eq!(registry.services_on(1, Tcp).len(), 100);
    assert_eq!(registry.lookup_contact("Ann").expect("a contact").records().len(), 100);
    assert_eq!(registry.lookup_port(1, Tcp), registry.services().next());
    // A contact is listed once.
    let registry = Registry::builder()
        .contact(iana_ports::load::NewContact::new("Ann"))
        .contact(iana_ports::load::NewContact::new("[Ann]"));
    assert_eq!(
        registry.build().unwrap_err().to_string(),
        "builder contact:2: ID: \"Ann\": expected a handle that no row before has",
    );
}

#[test]
fn mixed_line_ends_and_byte_order_marks() {
    let file = format!(
        "\u{feff}{HEADER}\r\n\n\ra,1,tcp,\"x\r\ny\",,,,,,,,\rb,2,udp,,,,,,,,,\n\r\nc,3,sctp,,,,,,,,,"
    );
    let registry = Registry::from_csv(file.as_bytes()).expect("it loads");
    holds(&registry);
    let shown: Vec<String> = registry.services().map(|service| service.to_string()).collect();
    assert_eq!(shown, ["a (1/tcp)", "b (2/udp)", "c (3/sctp)"]);
    assert_eq!(registry.lookup_port(1, Tcp).expect("a service").description(), "x\r\ny");
    // Only one mark, at the very start, is none of the text.
    assert_error(
        "\u{feff}a,1,tcp,,,,,,,,\n",
        "CSV:2: \"\\u{feff}a,1,tcp,,,,,,,,\": expected 12 columns in this row, found 11",
    );
    let twice = format!("\u{feff}\u{feff}{HEADER}\n");
    assert_eq!(
        Registry::from_csv(twice.as_bytes()).unwrap_err().to_string(),
        "CSV:1: \"\\u{feff}Service Name\": expected \"Service Name\" as the name of column 1",
    );
}

#[test]
fn limits_hold_at_the_bound() {
    let loader = |limits| Registry::loader().limits(limits);
    let file = format!("{HEADER}\nab,1,tcp,é,,,,,,,,\nc,2,tcp,,,,,,,,,\n");
    let bytes = file.len() as u64;
    let limits = Limits::new().rows(2).field(3).bytes(bytes);
    assert_eq!(loader(limits).from_csv(file.as_bytes()).expect("it loads").services().len(), 2);
    for (limits, expected) in [
        (limits.rows(1), "CSV:3: Service Name: \"c\": expected at most 1 rows".to_owned()),
        (limits.rows(0), "CSV:2: Service Name: \"ab\": expected at most 0 rows".to_owned()),
        (
            limits.field(2),
            "CSV:2: Transport Protocol: \"tcp\": expected at most 2 bytes".to_owned(),
        ),
        (limits.bytes(bytes - 1), format!("CSV: expected at most {} bytes", bytes - 1)),
    ] {
        let error = loader(limits).from_csv(file.as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
    // The note that links an alias is none of the file.
    let file = "http 80/tcp www # 12345\na 1/ddp\nb 1/ddp\n".as_bytes();
    let limits = Limits::new().rows(2).field(6);
    let registry = loader(limits).from_services_file(file).expect("it loads");
    assert!(registry.lookup_name("www", Tcp).expect("an alias").alias_of().is_some());
    for (limits, expected) in [
        (limits.rows(1), "services:1: Service Name: \"www\": expected at most 1 rows"),
        (limits.field(5), "services:1: Port Number: \"80/tcp\": expected at most 5 bytes"),
    ] {
        let error = loader(limits).from_services_file(file).unwrap_err();
        assert_eq!(error.to_string(), expected);
    }
    let limits = Limits::new().rows(1).field(5);
    let three = loader(limits).from_services_file("a 1/ddp\nb 1/x\n".as_bytes()).unwrap_err();
    assert_eq!(
        three.to_string(),
        "services:2: Transport Protocol: \"x\": expected at most 1 lines that are skipped",
    );
    let comment = loader(limits).from_services_file("a 1/tcp # 1 2 3 4\n".as_bytes()).unwrap_err();
    assert_eq!(
        comment.to_string(),
        "services:1: Description: \"1 2 3 4\": expected at most 5 bytes",
    );
    // A name is quoted whole by its error, and cut only where that is shown.
    let long = "n".repeat(255);
    assert_error(
        format!("{long},1,tcp,,,,,,,,,\n"),
        &format!(
            "CSV:2: Service Name: \"{}\"… (255 bytes): expected at most 254 bytes",
            &long[..80]
        ),
    );
    let registry = csv(&format!("{},1,udp,,,,,,,,,\n", &long[1..]));
    assert_eq!(registry.lookup_name(&long[1..], Udp).expect("a service").port(), Some(1));
    assert_eq!(registry.lookup_name(&long, Udp), None);
}

#[test]
fn an_alias_between_rows_of_its_own_name_comes_last() {
    let alias = "\"This entry is an alias to \"\"b\"\".\"";
    let registry = csv(&format!(
        "a,1,tcp,,,,,,,,,\na,1,tcp,,,,,,,,,{alias}\na,1,udp,,,,,,,,,\nb,1,tcp,,,,,,,,,\n"
    ));
    let named = registry
        .services_named("a")
        .map(|service| (service.transport().expect("one"), service.alias_of().is_some()));
    assert!(named.eq([(Tcp, false), (Udp, false), (Tcp, true)]));
}
